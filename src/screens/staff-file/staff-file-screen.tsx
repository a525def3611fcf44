import { useRef, useState } from 'react';
import { countOf } from '#domain/count-words.ts';
import { superviseeTerm } from '#storage/settings.ts';
import { staffTexts, type ToPlace } from '#storage/staff-file/staff-file.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { PlacedTable } from './placed-table.tsx';
import { ToPlaceItem } from './to-place-item.tsx';

/** Everything that is finished and not yet on the council's supervision file, whoever it is about. */
export function StaffFileScreen() {
  const workspace = useWorkspace();
  useStaffTexts();
  const [person, setPerson] = useState('');
  // Placed since the page was opened: they keep their places, each with its Undo.
  const [placedHere, setPlacedHere] = useState<ReadonlySet<string>>(new Set());
  const progress = useRef<HTMLParagraphElement>(null);
  const all = staffTexts(workspace);
  const shown = all.filter(({ superviseeRef }) => person === '' || superviseeRef === person);
  const isWaiting = ({ mark }: ToPlace) => mark === undefined;
  const queue = shown.filter((text) => isWaiting(text) || placedHere.has(text.id));
  const waiting = shown.filter(isWaiting).length;
  return (
    <Page title="To the supervision file">
      <p className="govuk-body">
        <Destination file="staff" />
      </p>
      <p className="govuk-body">
        Print each record or save it as a PDF, put it where your council keeps the supervision file,
        and say here that it is there. Records of children are in{' '}
        <Link href="/records">To record</Link>.
      </p>
      <People all={all} person={person} onChoose={setPerson} />
      <p className="govuk-body" ref={progress} tabIndex={-1} role="status">
        <strong>
          {waiting === 0 ? 'Nothing waits.' : `${countOf(waiting, 'record')} to place on file.`}
        </strong>
      </p>
      {queue.length > 0 && (
        <ol className="govuk-list" aria-label="To place on file, the oldest first">
          {queue.map((text) => (
            <ToPlaceItem
              key={text.id}
              text={text}
              onSaving={() => setPlacedHere((before) => new Set([...before, text.id]))}
              onDone={() => progress.current?.focus()}
            />
          ))}
        </ol>
      )}
      <PlacedTable texts={shown.filter(({ id, mark }) => mark && !placedHere.has(id))} />
    </Page>
  );
}

/** Every collection that a line is made from. */
function useStaffTexts(): void {
  useAll('notes');
  useAll('sessions');
  useAll('agreements');
  useAll('responses');
  useAll('observations');
  useAll('monitoring');
  useAll('cancellations');
  useAll('handoverNotes');
  useAll('staffAmendments');
  useAll('staffMarks');
  useAll('handovers');
  useAll('staff');
}

interface PeopleProps {
  readonly all: readonly ToPlace[];
  readonly person: string;
  readonly onChoose: (ref: string) => void;
}

/** Whoever has a record, placed or not; no choice where it is one person. */
function People({ all, person, onChoose }: PeopleProps) {
  const term = superviseeTerm(useWorkspace());
  const names = new Map<string, string>(
    all.map(({ superviseeRef, name }) => [superviseeRef, name]),
  );
  if (names.size < 2) return null;
  return (
    <SelectField
      label={term}
      name="person"
      value={person}
      onChange={(event) => onChoose(event.currentTarget.value)}
      options={[
        { value: '', label: 'Everybody' },
        ...[...names].map(([value, label]) => ({ value, label })),
      ]}
    />
  );
}
