import { useState } from 'react';
import { useForm } from 'react-hook-form';
import {
  type CalendarDate,
  formatDate,
  formatLongDate,
  parseCalendarDate,
} from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { Session } from '#domain/records/session.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { startWrittenUp } from '#storage/session/sessions.ts';
import { staffName } from '#storage/settings.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useGoTo } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { useOnce } from '#ui/use-once.ts';
import { WarningText } from '#ui/warning-text.tsx';

/** A session that was held on paper: planned or not, it is typed up under the day it was held on (SESS6). */
export function WriteUpScreen({ sessionId }: { readonly sessionId: string | undefined }) {
  useAll('staff');
  useAll('children');
  useAll('allocations');
  const found = useRecord('sessions', sessionId ?? '')?.body;
  const planned = found?.status === 'planned' ? found : undefined;
  return (
    <Page
      title="Write up a session that was held on paper"
      back={<BackLink href="/sessions">Supervision sessions</BackLink>}
      width="text"
    >
      <p className="govuk-body">
        Every child who is open now, or was on that day, is on its list. What you mark as discussed
        counts on the day you enter here. A record that is finalised after its last day says “Late
        entry”.
      </p>
      <WriteUpForm key={planned?.id} planned={planned} />
    </Page>
  );
}

function WriteUpForm({ planned }: { readonly planned: Session | undefined }) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const today = todayIn(workspace);
  const people = practitioners(workspace);
  const [isFailed, setFailed] = useState(false);
  const once = useOnce();
  const { register, handleSubmit, formState, watch } = useForm({
    defaultValues: {
      superviseeRef: planned?.superviseeRef ?? (people.length === 1 ? (people[0]?.ref ?? '') : ''),
      heldOn: heldAlready(planned, today),
    },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const day = (typed: string) => readTypedDate(typed, today, { prefer: 'past' });
  const read = day(watch('heldOn'));

  const submit = handleSubmit(async ({ superviseeRef, heldOn }) => {
    const held = day(heldOn);
    if (held.outcome !== 'read') return;
    setFailed(false);
    await once(async () => {
      try {
        const started = await startWrittenUp(
          workspace,
          superviseeRef as StaffRef, // one of the options, each a StaffRef
          { plannedId: planned?.id, heldOn: held.date },
        );
        goTo(`/sessions/${started}`);
      } catch (cause) {
        console.warn('the session was not started', cause);
        setFailed(true);
      }
    });
  });
  return (
    <>
      <ErrorSummary {...useFormErrors('write-up', formState)} />
      {isFailed && (
        <WarningText>
          The session was not stored by this browser. Nothing is lost. Try again.
        </WarningText>
      )}
      <Form id="write-up" onSubmit={(event) => void submit(event)}>
        {planned ? (
          <p className="govuk-body">With {staffName(workspace, planned.superviseeRef)}.</p>
        ) : (
          <RadiosField
            legend="Who was it with?"
            small
            options={people.map(({ ref, name }) => ({ value: ref, label: name }))}
            error={errors.superviseeRef?.message}
            {...register('superviseeRef', { required: 'Choose the practitioner' })}
          />
        )}
        <DateTextField
          label="Held on"
          hint="For example, 19 11 2026, friday or yesterday."
          echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
          error={errors.heldOn?.message}
          {...register('heldOn', { validate: (typed) => problemOf(day(typed), today) })}
        />
        <Button type="submit" disabled={formState.isSubmitting}>
          Write it up
        </Button>
      </Form>
    </>
  );
}

/** The day it was planned for, once that has come. */
function heldAlready(planned: Session | undefined, today: CalendarDate): string {
  const on = parseCalendarDate(planned?.plannedFor ?? '');
  return on && on <= today ? formatDate(on) : '';
}

function problemOf(read: ReturnType<typeof readTypedDate>, today: CalendarDate): string | true {
  if (read.outcome === 'empty') return 'Enter the day it was held on';
  if (read.outcome !== 'read') return read.reason;
  return read.date <= today || 'The day must be today or in the past';
}
