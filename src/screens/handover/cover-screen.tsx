import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { formatDate, formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { Staff } from '#domain/records/staff.ts';
import type { CoverAsked } from '#exchange/handover/make-cover.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { coversForMe } from '#storage/handover/cover.ts';
import { settingsOf, staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxesField, CheckboxField } from '#ui/checkbox-field.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import type { HandoverCommands } from './handover-commands.ts';
import { NotInTheExample } from './handover-screen.tsx';
import { MakeFile } from './make-handover-screen.tsx';

/** Who stands in for me while I am away: from and to, for whom, and what they may see. */
export function CoverScreen({ commands }: { readonly commands: HandoverCommands }) {
  const workspace = useWorkspace();
  useAll('staff');
  useAll('settings');
  const [asked, setAsked] = useState<CoverAsked>();
  if (settingsOf(workspace).synthetic) return <NotInTheExample />;
  const people = practitioners(workspace);
  return (
    <Page
      title="Somebody covers for you"
      width="text"
      back={<BackLink href="/handover">Files</BackLink>}
      focusKey={asked ? 'file' : 'form'}
    >
      <p className="govuk-body">
        Whoever covers sees the children of those you choose, their open actions, the last record of
        each and the dates. They may hold sessions and record decisions, and give you a file back.
        You stay the supervisor.
      </p>
      <CoversNow />
      {people.length === 0 && <p className="govuk-body">There is nobody to cover.</p>}
      {asked ? (
        <>
          <InsetText>
            {asked.name} covers from {formatDate(asked.from)} to {formatDate(asked.to)}
            {asked.seesNotes ? ', with the supervision notes' : ', without the supervision notes'}.
          </InsetText>
          <MakeFile name={asked.name} make={() => commands.cover(asked)} />
        </>
      ) : (
        people.length > 0 && <CoverForm people={people} onAsked={setAsked} />
      )}
    </Page>
  );
}

function CoversNow() {
  const workspace = useWorkspace();
  const covers = coversForMe(workspace);
  if (covers.length === 0) return null;
  return (
    <ul className="govuk-list">
      {covers.map(({ staff, relation }) => {
        const to = parseCalendarDate(relation.to);
        return (
          <li key={`${staff.ref} ${relation.id}`}>
            {staffName(workspace, relation.supervisorRef)} covers for {staff.name}
            {to && ` until ${formatDate(to)}`}
          </li>
        );
      })}
    </ul>
  );
}

interface CoverFormProps {
  readonly people: readonly Staff[];
  readonly onAsked: (asked: CoverAsked) => void;
}

function CoverForm({ people, onAsked }: CoverFormProps) {
  const workspace = useWorkspace();
  const today = todayIn(workspace);
  const { register, handleSubmit, formState, setError, watch } = useForm({
    defaultValues: {
      name: '',
      from: '',
      to: '',
      people: people.map(({ ref }) => ref as string),
      seesNotes: false,
    },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const read = (typed: string) => readTypedDate(typed, today, { prefer: 'future' });
  const echo = (typed: string) => {
    const day = read(typed);
    return day.outcome === 'read' ? formatLongDate(day.date) : undefined;
  };
  const isDay = (typed: string, which: 'first' | 'last') => {
    const day = read(typed);
    if (day.outcome === 'empty') return `Enter the ${which} day`;
    return day.outcome === 'read' || day.reason;
  };
  const submit = handleSubmit((values) => {
    const [from, to] = [read(values.from), read(values.to)];
    if (from.outcome !== 'read' || to.outcome !== 'read') return; // each is looked at by its field
    if (to.date < from.date) {
      setError('to', { type: 'date', message: 'The last day cannot be before the first' });
      return;
    }
    onAsked({
      name: values.name.trim(),
      superviseeRefs: values.people as StaffRef[], // each is one of the options
      from: from.date,
      to: to.date,
      seesNotes: values.seesNotes,
    });
  });
  return (
    <>
      <ErrorSummary {...useFormErrors('cover', formState)} />
      <Form id="cover" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Who covers?"
          hint="The name as it stands on their own device."
          error={errors.name?.message}
          {...register('name', {
            validate: (name) => name.trim() !== '' || 'Enter the name of whoever covers',
          })}
        />
        <DateTextField
          label="First day"
          hint="For example, monday or 27 11 2026."
          echo={echo(watch('from'))}
          error={errors.from?.message}
          {...register('from', { validate: (typed) => isDay(typed, 'first') })}
        />
        <DateTextField
          label="Last day"
          echo={echo(watch('to'))}
          error={errors.to?.message}
          {...register('to', { validate: (typed) => isDay(typed, 'last') })}
        />
        <CheckboxesField
          legend="Whose supervision is covered?"
          small
          options={people.map(({ ref, name }) => ({ value: ref, label: name }))}
          error={errors.people?.message}
          {...register('people', {
            validate: (chosen) => chosen.length > 0 || 'Choose at least one person',
          })}
        />
        <CheckboxField
          small
          label="The cover may also see the supervision notes and agreements"
          hint="Only where the cover holds personal supervision too."
          {...register('seesNotes')}
        />
        <Button type="submit">Go on</Button>
      </Form>
    </>
  );
}
