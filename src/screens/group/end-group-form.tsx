import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { notDiscussedReasons } from '#domain/session/end-session.ts';
import { endGroup } from '#storage/group/groups.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { CheckboxesField } from '#ui/checkbox-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { Form } from '#ui/form.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { Link, useGoTo } from '#ui/link.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import type { GroupItem } from './group-items.ts';

interface EndGroupFormProps {
  readonly groupId: string;
  readonly left: readonly GroupItem[];
}

const familiesWords = (count: number) => (count === 1 ? '1 family' : `${count} families`);

/** One reason for all those that are ticked; those left without one are left out without a reason. */
export function EndGroupForm({ groupId, left }: EndGroupFormProps) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const [failed, setFailed] = useState(false);
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { keys: left.map(({ discussion }): string => discussion.familyKey), reason: '' },
  });
  const submit = handleSubmit(async ({ keys, reason }) => {
    const label = notDiscussedReasons.find(({ value }) => value === reason)?.label ?? '';
    const notReached = left.map(({ discussion: { familyKey } }) => ({
      familyKey,
      reason: keys.includes(familyKey) ? label : '',
    }));
    try {
      await endGroup(workspace, groupId, { notReached });
      goTo(`/groups/${groupId}/finish`);
    } catch (cause) {
      console.warn('the group was not ended', cause);
      setFailed(true);
    }
  });
  return (
    <Form id="end-group" onSubmit={(event) => void submit(event)}>
      {left.length === 0 ? (
        <p className="govuk-body">Every family on the table was discussed.</p>
      ) : (
        <>
          <WarningText>{familiesWords(left.length)} not reached.</WarningText>
          <p className="govuk-body">
            <Destination file="staff" /> They stay due, and you can end now without a reason.
          </p>
          <CheckboxesField
            legend="Families that share this reason"
            small
            options={left.map(({ discussion, label, status }) => ({
              value: discussion.familyKey,
              label: `${label}${status === 'inProgress' ? ', started and not marked as discussed' : ''}`,
            }))}
            {...register('keys')}
          />
          <RadiosField
            legend="Reason"
            hint="Neutral words: they may go on a child’s file."
            small
            options={notDiscussedReasons}
            {...register('reason')}
          />
        </>
      )}
      <InsetText>
        Ending the group writes the decisions and actions agreed for each child. The date of each
        person’s own next supervision stays as it is.
      </InsetText>
      {failed && (
        <WarningText>
          The group was not ended, because this browser did not store it. Your notes are safe. Try
          again.
        </WarningText>
      )}
      <ButtonGroup>
        <Button type="submit" disabled={formState.isSubmitting}>
          End the group
        </Button>
        <Link href={`/groups/${groupId}/session`}>Go on with the group</Link>
      </ButtonGroup>
    </Form>
  );
}
