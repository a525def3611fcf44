import { useFormContext } from 'react-hook-form';
import { childLabel } from '#domain/caseload/child-label.ts';
import type { Discussion } from '#domain/records/discussion.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import type { DiscussionValues } from './discussion-values.ts';

interface FamilyFieldsProps {
  readonly index: number;
  readonly discussion: Discussion;
}

/** What is written once for brothers and sisters, and whether their names belong on this record. */
export function FamilyFields({ index, discussion }: FamilyFieldsProps) {
  const workspace = useWorkspace();
  const { register } = useFormContext<DiscussionValues>();
  return (
    <>
      <TextAreaField
        label="About the family"
        hint={`Written once. It goes on the record of each of them: ${namesOf(workspace, discussion)}.`}
        rows={2}
        grow
        {...register('familySummary')}
      />
      <CheckboxField
        small
        label="The names of brothers and sisters belong on this child’s record"
        {...register(`children.${index}.siblingsRelevant`)}
      />
    </>
  );
}

const namesOf = (workspace: Workspace, { children }: Discussion): string =>
  children
    .flatMap(({ childRef }) => findChild(workspace, childRef)?.body ?? [])
    .map(childLabel)
    .join(', ');
