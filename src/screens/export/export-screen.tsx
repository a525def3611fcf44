import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { countOf } from '#domain/count-words.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import {
  byOwner,
  chosenLines,
  type FinishedLine,
  kindLabel,
  type OutKind,
  outKinds,
} from '#domain/out/kinds.ts';
import { finishedLines } from '#exchange/out/finished-lines.ts';
import type { OutgoingFile } from '#exchange/out/let-out.ts';
import { makeBatch } from '#exchange/out/make-batch.ts';
import { SaveOut } from '#exchange/out/save-out.tsx';
import { staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { fieldId } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import type { SelectOption } from '#ui/select-field.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { ChooseRecords, type Chosen, errorsOf, listOf } from './choose-records.tsx';

const atFirst: Chosen = {
  ...{ file: 'child', who: '', from: '', to: '' },
  child: Object.keys(outKinds.child) as OutKind[], // the keys of that table
  staff: Object.keys(outKinds.staff) as OutKind[],
  formats: ['docx'],
};

/** Finished records in one ZIP: chosen, counted, and only then asked who is there. */
export function ExportScreen() {
  const workspace = useWorkspace();
  useAll('staff');
  useAll('children');
  const form = useForm<Chosen>({ defaultValues: atFirst });
  const chosen = form.watch();
  // Once for a visit: what is finalised meanwhile is in the next one.
  const [lines] = useState(() => finishedLines(workspace));
  const today = todayIn(workspace);
  const [from, to] = [chosen.from, chosen.to].map((typed) => {
    const day = readTypedDate(typed, today, { prefer: 'past' });
    return day.outcome === 'read' ? day.date : undefined;
  });
  const taken = chosenLines(lines, {
    file: chosen.file,
    kinds: listOf(chosen[chosen.file]),
    workers: workersOf(workspace, chosen.who),
    from,
    to,
  });
  const wrong = errorsOf(chosen, today);
  const errors = Object.entries(wrong).map(([field, message]) => ({
    id: fieldId('export', field),
    message,
  }));
  const [tried, setTried] = useState(false);
  const words = wrong.from || wrong.to ? 'the records' : countOf(taken.length, 'record');
  return (
    <Page
      title="Save records to files"
      back={<BackLink href="/backup">Back up</BackLink>}
      width="text"
    >
      <p className="govuk-body">
        Finished records go into one ZIP with a folder for each{' '}
        {chosen.file === 'child' ? 'child’s reference' : 'practitioner'}, and a list of every file
        with its SHA-256. No name is in the name of a file. Drafts are not in it.
      </p>
      <Form id="export" onSubmit={(event) => event.preventDefault()}>
        <ChooseRecords
          form={form}
          today={today}
          who={whoOf(workspace, lines)}
          errors={tried ? wrong : {}}
        />
      </Form>
      <h2 className="govuk-heading-m">What will be saved</h2>
      {wrong.from || wrong.to ? (
        <p className="govuk-body">Check the dates first.</p>
      ) : (
        <Preview taken={taken} />
      )}
      {taken.length === 0 && errors.length === 0 ? (
        <p className="govuk-body">Nothing to save: choose other records or another period.</p>
      ) : (
        <SaveOut
          key={chosen.file}
          id="save"
          what={`save ${words} in one ZIP`}
          button={`Save ${words} in one ZIP`}
          asks="eachTime"
          file={zipOf(workspace, chosen, taken)}
          errors={errors}
          onProblem={() => setTried(true)}
        />
      )}
      <OtherFiles />
    </Page>
  );
}

function zipOf(
  workspace: Workspace,
  { file, formats }: Chosen,
  lines: readonly FinishedLine[],
): OutgoingFile {
  const name = file === 'child' ? 'children' : 'supervision-file';
  return {
    fileName: `footprint-${name}-${todayIn(workspace)}.zip`,
    type: 'application/zip',
    kind: file,
    records: lines.length,
    write: (sink, controls) =>
      makeBatch(workspace, { file, lines, formats: listOf(formats) }, sink, controls),
  };
}

function Preview({ taken }: { readonly taken: readonly FinishedLine[] }) {
  const [first] = taken;
  if (!first) return null;
  const owners = byOwner(taken).length;
  const days = taken.flatMap(({ day }) => parseCalendarDate(day) ?? []).toSorted();
  const [earliest, latest] = [days.at(0), days.at(-1)];
  const kinds = [...new Set(taken.map(({ kind }) => kind))];
  return (
    <SummaryList
      rows={[
        {
          key: 'Records',
          value: `${taken.length}, of ${first.file === 'child' ? (owners === 1 ? '1 child' : `${owners} children`) : countOf(owners, 'practitioner')}`,
        },
        ...(earliest && latest
          ? [{ key: 'Days', value: `${formatDate(earliest)} to ${formatDate(latest)}` }]
          : []),
        ...kinds.map((kind) => ({
          key: kindLabel(kind),
          value: String(taken.filter((line) => line.kind === kind).length),
        })),
      ]}
    />
  );
}

/** Everybody, then teams, then people: whoever has something that could be saved. */
function whoOf(workspace: Workspace, lines: readonly FinishedLine[]): readonly SelectOption[] {
  const refs = new Set(lines.flatMap(({ workers }) => workers));
  const people = bodies(workspace, 'staff').filter(({ ref }) => refs.has(ref));
  const teams = [...new Set(people.map(({ teamRef }) => teamRef))].filter((team) => team !== '');
  return [
    { value: '', label: 'Everybody' },
    ...teams.toSorted().map((team) => ({ value: `team ${team}`, label: `Team ${team}` })),
    ...people
      .map(({ ref }) => ({ value: `staff ${ref}`, label: staffName(workspace, ref) }))
      .toSorted((a, b) => (a.label < b.label ? -1 : 1)),
  ];
}

function workersOf(workspace: Workspace, who: string): readonly string[] {
  if (who.startsWith('staff ')) return [who.slice('staff '.length)];
  if (!who.startsWith('team ')) return [];
  const team = who.slice('team '.length);
  return bodies(workspace, 'staff')
    .filter(({ teamRef }) => teamRef === team)
    .map(({ ref }) => ref);
}

function OtherFiles() {
  return (
    <>
      <h2 className="govuk-heading-m">Other files</h2>
      <ul className="govuk-list">
        <li>
          <Link href="/export/everything">Everything as data (JSON), to read in again</Link>
        </li>
        <li>
          <Link href="/export/open">Read in an export</Link>
        </li>
        <li>
          <Link href="/export/calendar">Planned sessions for a calendar</Link>
        </li>
        <li>
          <Link href="/backup">A locked backup of everything</Link>
        </li>
      </ul>
    </>
  );
}
