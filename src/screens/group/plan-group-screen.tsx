import { useForm } from 'react-hook-form';
import { countOf } from '#domain/count-words.ts';
import { formatLongDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import { openChildren, practitioners } from '#storage/caseload/caseload-reads.ts';
import { planGroup } from '#storage/group/groups.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxesField, CheckboxField } from '#ui/checkbox-field.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useGoTo } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { useOnce } from '#ui/use-once.ts';
import { familySafeguardingText } from './safeguarding-words.ts';

/** A group is a kind of session: a name, a day, and whose families are on the table. */
export function PlanGroupScreen() {
  const workspace = useWorkspace();
  useAll('children');
  useAll('allocations');
  useAll('staff');
  const goTo = useGoTo();
  const { register, handleSubmit, formState, setError, watch } = useForm({
    defaultValues: { name: '', when: '', members: [] as string[], familySafeguarding: false },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors, isSubmitting } = formState;
  const read = readTypedDate(watch('when'), todayIn(workspace), { prefer: 'future' });
  const people = practitioners(workspace);
  const once = useOnce();

  const submit = handleSubmit(async ({ name, members, familySafeguarding }) => {
    if (read.outcome !== 'read') {
      const message = read.outcome === 'empty' ? 'Enter the day of the group' : read.reason;
      setError('when', { type: 'date', message });
      return;
    }
    await once(async () => {
      const id = await planGroup(workspace, {
        name,
        plannedFor: read.date,
        members: members as StaffRef[], // each an option, and each option a StaffRef
        familySafeguarding,
      });
      goTo(`/groups/${id}`);
    });
  });

  return (
    <Page
      title="Plan a group supervision"
      documentTitle="Plan a group"
      back={<BackLink href="/sessions">Supervision sessions</BackLink>}
      width="text"
    >
      <ErrorSummary {...useFormErrors('plan-group', formState)} />
      <Form id="plan-group" onSubmit={(event) => void submit(event)}>
        <p className="govuk-body">
          Name, day and people: <Destination file="staff" />
        </p>
        <TextField
          label="Name of the group"
          hint="For example, North team. Do not use a child’s name."
          width="20"
          {...register('name')}
        />
        <DateTextField
          label="Day"
          hint="For example, 27 11 2026, friday or 2 weeks."
          echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
          error={errors.when?.message}
          {...register('when')}
        />
        <CheckboxesField
          legend="Practitioners who take part"
          hint="Every family of theirs is on the group’s agenda once. You add people of other agencies on the next page."
          small
          options={people.map(({ ref, name }) => ({
            value: ref,
            label: `${name}, ${countOf(openChildren(workspace, ref).length, 'open case')}`,
          }))}
          error={errors.members?.message}
          {...register('members', {
            validate: (members) => members.length > 0 || 'Choose who takes part',
          })}
        />
        <CheckboxField
          small
          label={familySafeguardingText.label}
          hint={familySafeguardingText.hint}
          {...register('familySafeguarding')}
        />
        <Button type="submit" disabled={isSubmitting}>
          Plan the group
        </Button>
      </Form>
    </Page>
  );
}
