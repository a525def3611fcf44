import { useFormContext, useWatch } from 'react-hook-form';
import { childLabel } from '#domain/caseload/child-label.ts';
import { subjectWord } from '#domain/caseload/subject.ts';
import type { Child } from '#domain/records/child.ts';
import { fieldsAt } from '#domain/records/discussion-fields.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { Link } from '#ui/link.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { ChildActions } from './child-actions.tsx';
import { ChildDecisions } from './child-decisions.tsx';
import type { FamilyValues } from './family-values.ts';
import { Unseen } from './unseen.tsx';

interface ChildPartProps {
  readonly index: number;
  readonly child: Child;
  readonly hasSiblings: boolean;
}

/** each child of the family has a part of their own. */
export function ChildPart({ index, child, hasSiblings }: ChildPartProps) {
  const workspace = useWorkspace();
  const { control, register } = useFormContext<FamilyValues>();
  const at = `children.${index}` as const;
  const recordId = useWatch({ control, name: `${at}.childRecordId` });
  const word = subjectWord(child, todayIn(workspace));
  const name = childLabel(child);
  const labelOf = (key: string) =>
    fieldsAt('inDepth')
      .find((field) => field.key === key)
      ?.label(word);
  const of = <Unseen>({name})</Unseen>;
  return (
    <section aria-labelledby={`child-${index}`}>
      <h2 className="govuk-heading-m" id={`child-${index}`}>
        {name}
      </h2>
      <p className="govuk-body">
        <Destination file="child" name={name} />
      </p>
      {recordId !== '' ? (
        <InsetText>
          Finalised. <Link href={`/records/${recordId}`}>See the record</Link>
        </InsetText>
      ) : (
        <>
          <TextAreaField
            label={
              <>
                {labelOf('childExperience')}
                {of}
              </>
            }
            rows={2}
            grow
            {...register(`${at}.experience`)}
          />
          <TextAreaField
            label={
              <>
                {labelOf('childVoice')}
                {of}
              </>
            }
            rows={2}
            grow
            {...register(`${at}.voice`)}
          />
          {hasSiblings && (
            <CheckboxField
              small
              label={`The names of brothers and sisters belong on ${name}’s record`}
              {...register(`${at}.siblingsRelevant`)}
            />
          )}
          <ChildDecisions index={index} name={name} />
          <ChildActions index={index} name={name} />
        </>
      )}
    </section>
  );
}
