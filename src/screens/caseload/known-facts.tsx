import { useForm } from 'react-hook-form';
import { fieldHeading } from '#domain/caseload/field-words.ts';
import { subjectWord } from '#domain/caseload/subject.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { Child } from '#domain/records/child.ts';
import { notePermanenceApproval, noteSeen } from '#storage/caseload/caseload.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { Details } from '#ui/details.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

const shown = [
  'lastSeenOn',
  'lastSeenAloneOn',
  'inTouchOn',
  'lastReviewOn',
  'nextReviewOn',
  'planOn',
  'assessmentOn',
  'permanenceDecisionOn',
  'riskRaisedOn',
] as const;

/** What the council's file says, with its day: "not held" and never "no". */
export function KnownFacts({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  const asAt = parseCalendarDate(child.asAt);
  const careExperienced = subjectWord(child, todayIn(workspace)) === 'young person';
  const rows = shown
    .filter((fact) => fact !== 'inTouchOn' || careExperienced || child.facts.inTouchOn !== '')
    .map((fact) => {
      const on = parseCalendarDate(child.facts[fact]);
      return { key: fieldHeading(fact), value: on ? formatDate(on) : 'Not held' };
    });
  return (
    <>
      {child.statusWords && <p className="govuk-body">{child.statusWords}.</p>}
      {child.legalStatus && <p className="govuk-body">Legal status: {child.legalStatus}.</p>}
      <Details
        summary={asAt ? `Dates from the case system, as at ${formatDate(asAt)}` : 'Dates held'}
        open={asAt !== undefined}
      >
        <SummaryList rows={rows} />
        {child.facts.permanenceDecisionOn !== '' && <ApprovalForm child={child} />}
        <SeenForm child={child} />
      </Details>
    </>
  );
}

/** Without a name the policy's shorter interval goes on: a date alone approves nothing. */
function ApprovalForm({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  const { register, handleSubmit } = useForm({ defaultValues: { by: child.permanenceApprovedBy } });
  const submit = handleSubmit(({ by }) => notePermanenceApproval(workspace, child.ref, by.trim()));
  return (
    <Form id="approval" onSubmit={(event) => void submit(event)}>
      <TextField
        label="Permanence approved by"
        hint="The panel or the senior manager. Until this is held, discussion stays monthly."
        width="20"
        {...register('by')}
      />
      <Button type="submit" variant="secondary">
        Keep who approved it
      </Button>
    </Form>
  );
}

/** A later visit than the file knows of. An earlier date is no news and is said so. */
function SeenForm({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  const today = todayIn(workspace);
  const { register, handleSubmit, formState, setError, reset } = useForm({
    defaultValues: { seenOn: '', alone: false },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const submit = handleSubmit(async ({ seenOn, alone }) => {
    const read = readTypedDate(seenOn, today, { prefer: 'past' });
    const fail = (message: string) => setError('seenOn', { type: 'date', message });
    if (read.outcome === 'empty') return fail('Enter the date');
    if (read.outcome === 'unreadable') return fail(read.reason);
    if (read.date > today) return fail('The date must be today or in the past');
    await noteSeen(workspace, child.ref, { on: read.date, alone });
    reset();
  });
  return (
    <>
      <ErrorSummary {...useFormErrors('seen', formState)} />
      <Form id="seen" onSubmit={(event) => void submit(event)}>
        <DateTextField
          label="Seen later, on"
          hint="Only a later date than the one held changes it."
          error={formState.errors.seenOn?.message}
          {...register('seenOn')}
        />
        <CheckboxField small label="Seen alone" {...register('alone')} />
        <Button type="submit" variant="secondary">
          Keep this date
        </Button>
      </Form>
    </>
  );
}
