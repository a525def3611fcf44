import { useForm } from 'react-hook-form';
import {
  dateInLondon,
  formatDate,
  formatLongDate,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { OpenRequest } from '#domain/supervision/extra-supervision.ts';
import { requestsOfMe } from '#storage/session/extra-requests.ts';
import { planSession } from '#storage/session/sessions.ts';
import { staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { useOnce } from '#ui/use-once.ts';

/** Who asks me for extra supervision. It stands here until a session is held. */
export function ExtraAsked() {
  const workspace = useWorkspace();
  useAll('responses');
  useAll('sessions');
  useAll('staff');
  const open = requestsOfMe(workspace);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="extra-asked">
      <h2 className="govuk-heading-m" id="extra-asked">
        Extra supervision
      </h2>
      {open.map((each) => (
        <Asked key={each.request.id} open={each} />
      ))}
    </section>
  );
}

function Asked({ open }: { readonly open: OpenRequest }) {
  const workspace = useWorkspace();
  const { request, plannedFor } = open;
  const { superviseeRef, sharedAt, why } = request;
  const who = staffName(workspace, superviseeRef);
  return (
    <div className="fp-repeat">
      <p className="govuk-body">
        <strong>{who} asks for extra supervision</strong>
        {why.trim() === '' ? '. ' : ': '}
        <span className="fp-text">{why}</span>
      </p>
      <p className="govuk-body">
        Asked on {formatDate(dateInLondon(toInstant(sharedAt)))}.{' '}
        {plannedFor
          ? `A session is planned for ${formatLongDate(plannedFor)}.`
          : 'No session is planned.'}
      </p>
      <PlanForm open={open} who={who} />
    </div>
  );
}

/** Any formal session meets the clocks, planned for this or not (WORK2). */
function PlanForm({ open, who }: { readonly open: OpenRequest; readonly who: string }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const formId = `extra-${open.request.id}`;
  const once = useOnce();
  const { register, handleSubmit, formState, setError, reset, watch } = useForm({
    defaultValues: { on: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const read = readTypedDate(watch('on'), todayIn(workspace), { prefer: 'future' });
  const submit = handleSubmit(async () => {
    if (read.outcome !== 'read') {
      const message = read.outcome === 'empty' ? 'Enter the date of the session' : read.reason;
      setError('on', { type: 'date', message });
      return;
    }
    await once(async () => {
      await planSession(workspace, open.request.superviseeRef, read.date);
      reset();
      announce(`Planned for ${formatLongDate(read.date)}`);
    });
  });
  return (
    <>
      <ErrorSummary {...useFormErrors(formId, formState)} />
      <Form id={formId} onSubmit={(event) => void submit(event)}>
        <DateTextField
          label={
            <>
              Date of a session <span className="govuk-visually-hidden">with {who}</span>
            </>
          }
          hint="For example, 27 11 2026, friday or 2 weeks."
          echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
          error={errors.on?.message}
          {...register('on')}
        />
        <Button type="submit" variant="secondary" disabled={formState.isSubmitting}>
          Plan a session <span className="govuk-visually-hidden">with {who}</span>
        </Button>
      </Form>
    </>
  );
}
