import { type Ref, useRef } from 'react';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { isEntry } from '#domain/records/on-child-file.ts';
import { SyncMark } from '#exchange/parts/sync-mark.tsx';
import { CopyChildTextButton } from '#exchange/text/child-text-out.tsx';
import { amendmentsOf } from '#storage/child-file/child-record-reads.ts';
import { markRecorded } from '#storage/child-file/child-records.ts';
import type { ToRecord } from '#storage/child-file/recording-queue.ts';
import { settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Link } from '#ui/link.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { Tag, type TagTone } from '#ui/tag.tsx';
import { OpenInCaseSystem } from './open-in-case-system.tsx';
import { RecordedForm } from './recorded-form.tsx';
import { onDate, whatOf } from './what-it-is.ts';

interface QueueItemProps {
  readonly line: ToRecord;
  /** Whether a sitting is open: only then is there something to copy with. */
  readonly isOpen: boolean;
  /** Its Copy, or what stands first where nothing can be copied. */
  readonly start: (element: HTMLElement | null) => void;
  /** Before it is saved: it stays in its place. */
  readonly onSaving: () => void;
  readonly onRecorded: () => void;
  readonly onUndone: () => void;
}

const tones: Partial<Record<ToRecord['state']['status'], TagTone>> = {
  overdue: 'red',
  due_today: 'yellow',
};

export function QueueItem({ onUndone, ...steps }: QueueItemProps) {
  const { line } = steps;
  const { record, name, reference, deadline, countdown, state, mark } = line;
  const tone = tones[state.status];
  if (mark) return <RecordedLine line={line} onUndone={onUndone} />;
  const facts = [
    `${whatOf(record)} of ${onDate(record)}`,
    ...(isEntry(record) ? [] : [record.practitioner]),
    reference,
  ];
  return (
    <li className="fp-repeat">
      <h2 className="govuk-heading-s">
        <Link href={`/records/${record.id}`}>{name}</Link>
      </h2>
      <p className="govuk-body">
        {tone ? <Tag tone={tone}>{countdown}</Tag> : countdown}{' '}
        <SyncMark id={record.id} about={name} />
        <br />
        {facts.filter((fact) => fact !== '').join(', ')}
        {deadline.status === 'due' && (
          <>
            <br />
            <span className="govuk-hint">{deadline.words}</span>
          </>
        )}
      </p>
      <Steps {...steps} />
    </li>
  );
}

type StepsProps = Omit<QueueItemProps, 'onUndone'>;

/** Copy, open, recorded. After Copy the next key opens the case system, where there is a link to it. */
function Steps({ line, isOpen, start, onSaving, onRecorded }: StepsProps) {
  const { record, name, reference } = line;
  // A child may have two in the queue.
  const about = `${name}, ${whatOf(record)} of ${onDate(record)}`;
  const workspace = useWorkspace();
  const link = useRef<HTMLAnchorElement>(null);
  const marks = useAll('childMarks');
  useAll('childAmendments');
  const input = { record, amendments: amendmentsOf(workspace, record.id), marks };
  const startIf = (isFirst: boolean): { ref?: Ref<HTMLButtonElement> } =>
    isFirst ? { ref: start } : {};
  return (
    <RecordedForm
      record={record}
      about={about}
      name={name}
      onSaving={onSaving}
      onRecorded={onRecorded}
      {...startIf(!isOpen)}
      before={
        <>
          {isOpen && (
            <CopyChildTextButton
              input={input}
              label="Copy"
              about={about}
              onCopied={() => link.current?.focus()}
              {...startIf(true)}
            />
          )}
          <OpenInCaseSystem reference={reference} about={about} ref={link} />
        </>
      }
    />
  );
}

/** Done since the page was opened: one line in its place, with the way back. */
function RecordedLine({ line, onUndone }: Pick<QueueItemProps, 'line' | 'onUndone'>) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { record, name, mark } = line;
  const { caseSystem } = settingsOf(workspace);
  const on = parseCalendarDate(mark?.on ?? '');
  async function undo() {
    await markRecorded(workspace, record, { state: 'undone', on: '', reference: '' });
    announce(`${name}: to record in ${caseSystem} again`);
    onUndone();
  }
  return (
    <li className="fp-repeat">
      <ButtonGroup>
        <span>
          <Link href={`/records/${record.id}`}>{name}</Link>: recorded in {mark?.caseSystem} on{' '}
          {on ? formatDate(on) : mark?.on}
          {mark?.reference && `, reference ${mark.reference}`}
        </span>
        <Button variant="link" onClick={() => void undo()}>
          Undo<span className="govuk-visually-hidden"> {name}</span>
        </Button>
      </ButtonGroup>
    </li>
  );
}
