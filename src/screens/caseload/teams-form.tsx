import { useForm } from 'react-hook-form';
import { formatDate, formatLongDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { Child } from '#domain/records/child.ts';
import { noteTeams } from '#storage/caseload/family-teams.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { Details } from '#ui/details.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

/** Which teams support the family, and since when there are several: what R-18 is reckoned by. */
export function TeamsForm({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  const today = todayIn(workspace);
  const { register, handleSubmit, formState, setError, watch } = useForm({
    defaultValues: { teams: child.teamsInvolved, on: formatDate(today), reason: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const read = readTypedDate(watch('on'), today, { prefer: 'past' });
  const submit = handleSubmit(async ({ teams, reason }) => {
    const fail = (message: string) => setError('on', { type: 'date', message });
    if (read.outcome === 'empty') return fail('Enter the day the second team joined');
    if (read.outcome === 'unreadable') return fail(read.reason);
    if (read.date > today) return fail('The day must be today or in the past');
    await noteTeams(workspace, child.ref, teams, { on: read.date, reason });
  });
  return (
    <Details
      summary="Teams involved"
      open={formState.submitCount > 0 && !formState.isSubmitSuccessful}
    >
      <ErrorSummary {...useFormErrors('teams', formState)} />
      <Form id="teams" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Teams that support the family"
          hint="All of them, adult services too. Leave it empty where there is one team. It counts for each child of the family."
          {...register('teams')}
        />
        <DateTextField
          label="Second team joined on"
          hint="Where there is one team again: the day from which."
          echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
          error={errors.on?.message}
          {...register('on')}
        />
        <TextField
          label="Reason"
          hint="How you know, or why it changed."
          error={errors.reason?.message}
          {...register('reason', {
            validate: (reason) => reason.trim() !== '' || 'Write the reason',
          })}
        />
        <Button type="submit" variant="secondary" disabled={formState.isSubmitting}>
          Keep the teams
        </Button>
      </Form>
    </Details>
  );
}
