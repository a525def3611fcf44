import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { countOf } from '#domain/count-words.ts';
import { formatLongDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import { AgreementNotice } from '#exchange/parts/agreement-notice.tsx';
import { SchoolNotice } from '#exchange/parts/school-notice.tsx';
import { openChildren, practitioners } from '#storage/caseload/caseload-reads.ts';
import { planSession, startSession } from '#storage/session/sessions.ts';
import { myName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { Link, useGoTo } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { useOnce } from '#ui/use-once.ts';
import { SessionTable } from './session-table.tsx';

export function SessionsScreen() {
  const workspace = useWorkspace();
  useAll('children');
  useAll('allocations');
  useAll('staff');
  const people = practitioners(workspace).map((person) => ({
    person,
    open: openChildren(workspace, person.ref).length,
  }));
  return (
    <Page title="Supervision sessions">
      {people.length === 0 ? (
        <>
          <p className="govuk-body">
            A session needs a practitioner. Add the children they work with first.
          </p>
          <ButtonLink href="/children/add">Add a child</ButtonLink>
        </>
      ) : (
        <>
          <StartForm people={people} />
          <p className="govuk-body">
            <Link href="/write-up">Write up a session that was held on paper</Link>
          </p>
          <h2 className="govuk-heading-m">Group supervision</h2>
          <p className="govuk-body">
            Several practitioners, and people of other agencies, discuss families together.
          </p>
          <ButtonLink variant="secondary" href="/groups/plan">
            Plan a group
          </ButtonLink>
        </>
      )}
      <SessionTable />
    </Page>
  );
}

interface StartFormProps {
  readonly people: readonly {
    readonly person: { ref: StaffRef; name: string };
    readonly open: number;
  }[];
}

function StartForm({ people }: StartFormProps) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const today = todayIn(workspace);
  const { register, handleSubmit, formState, setError, watch } = useForm({
    defaultValues: {
      superviseeRef: people.length === 1 ? (people[0]?.person.ref ?? '') : '',
      when: '',
    },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const chosen = watch('superviseeRef');
  const read = readTypedDate(watch('when'), today, { prefer: 'future' });
  const echo = read.outcome === 'read' ? formatLongDate(read.date) : undefined;
  const [busy, setBusy] = useState(false);
  const once = useOnce();

  const submit = (plan: boolean) =>
    handleSubmit(async ({ superviseeRef }) => {
      if (plan && read.outcome !== 'read') {
        const message = read.outcome === 'empty' ? 'Enter the date of the session' : read.reason;
        setError('when', { type: 'date', message });
        return;
      }
      await once(async () => {
        setBusy(true);
        const ref = superviseeRef as StaffRef; // one of the options, each a StaffRef
        if (plan && read.outcome === 'read') await planSession(workspace, ref, read.date);
        else goTo(`/sessions/${await startSession(workspace, ref)}`);
        setBusy(false);
      });
    });

  return (
    <>
      <ErrorSummary {...useFormErrors('start', formState)} />
      {/* By Enter: a date that was typed is for planning, and must not start a session today. */}
      <Form id="start" onSubmit={(event) => void submit(read.outcome !== 'empty')(event)}>
        <RadiosField
          legend="Who is it with?"
          small
          options={people.map(({ person, open }) => ({
            value: person.ref,
            label: `${person.name}, ${countOf(open, 'open case')}`,
          }))}
          error={errors.superviseeRef?.message}
          {...register('superviseeRef', { required: 'Choose the practitioner' })}
        />
        {chosen !== '' && <AgreementNotice superviseeRef={chosen} />}
        <SchoolNotice supervisor={myName(workspace)} />
        <DateTextField
          label="Date, if you are planning it"
          hint="For example, 27 11 2026, friday or 2 weeks."
          echo={echo}
          error={errors.when?.message}
          {...register('when')}
        />
        <ButtonGroup>
          <Button onClick={(event) => void submit(false)(event)} disabled={busy}>
            Start the session now
          </Button>
          <Button variant="secondary" onClick={(event) => void submit(true)(event)} disabled={busy}>
            Plan it
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
