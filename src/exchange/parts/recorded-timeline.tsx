import {
  formatDate,
  formatTime,
  parseCalendarDate,
  parseInstant,
} from '#domain/dates/calendar-date.ts';
import { entryTables } from '#domain/entries/entry-fields.ts';
import type { Child } from '#domain/records/child.ts';
import type { ChildEntry } from '#domain/records/entry.ts';
import { dayRecorded, isEntry, type OnChildFile } from '#domain/records/on-child-file.ts';
import { recordsOfChild } from '#storage/child-file/child-record-reads.ts';
import { discussionTitles } from '#storage/child-file/chronology.ts';
import type { ChronologyLine } from '#storage/child-file/chronology-line.ts';
import { linesOfList } from '#storage/child-file/chronology-of-list.ts';
import { entriesOfChild } from '#storage/entries/entries-of-child.ts';
import { stateOnChildFile } from '#storage/entries/entries-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';
import { Timeline, TimelineItem } from '#ui/timeline.tsx';
import { SyncMark } from './sync-mark.tsx';

type Shown =
  | { readonly on: string; readonly record: OnChildFile }
  | { readonly on: string; readonly line: ChronologyLine };

interface RecordedTimelineProps {
  readonly child: Child;
  /** How many of the newest; all of them where it is left out. */
  readonly newest?: number;
}

/**
 * What stands finished on the child's file, from sessions and from between them, with groups, dates from
 * before Footprint and changes of status: newest first.
 */
export function RecordedTimeline({ child, newest }: RecordedTimelineProps) {
  const workspace = useWorkspace();
  useAll('childRecords');
  useAll('childEntries');
  useAll('childMarks');
  useAll('groups');
  useAll('groupDiscussions');
  useAll('priorDiscussions');
  useAll('childBroughtIn');
  const finished: readonly OnChildFile[] = [
    ...entriesOfChild(workspace, child.ref),
    ...recordsOfChild(workspace, child.ref),
  ];
  const all: readonly Shown[] = [
    ...finished.map((record) => ({ on: dayRecorded(record), record })),
    ...linesOfList(workspace, child.ref, finished).map((line) => ({ on: line.on, line })),
  ].toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  return (
    <>
      {finished.length === 0 && (
        <p className="govuk-body">Nothing finalised yet. No date held in Footprint.</p>
      )}
      {all.length > 0 && (
        <Timeline>
          {all
            .slice(0, newest)
            .map((each) =>
              'record' in each ? (
                <Recorded key={each.record.id} record={each.record} />
              ) : (
                <Listed key={JSON.stringify(each.line)} line={each.line} />
              ),
            )}
        </Timeline>
      )}
    </>
  );
}

const dayWords = (day: string): string => {
  const on = parseCalendarDate(day);
  return on ? formatDate(on) : day;
};

function Recorded({ record }: { readonly record: OnChildFile }) {
  const workspace = useWorkspace();
  const day = dayRecorded(record);
  const title = isEntry(record) ? entryTitle(record) : discussionTitles[record.context];
  return (
    <TimelineItem
      title={<Link href={`/records/${record.id}`}>{title}</Link>}
      byline={isEntry(record) ? record.who : record.supervisor}
      dateText={isEntry(record) ? `${dayWords(day)}${timeOf(record)}` : dayWords(day)}
      dateTime={day}
      headingLevel={3}
    >
      {isEntry(record) ? worthOf(record) : depthOf(record.depth)}
      {!(isEntry(record) && record.kind === 'midwayCheck') &&
        `, ${stateOnChildFile(workspace, record).words}`}{' '}
      <SyncMark id={record.id} about={`${title}, ${dayWords(day)}`} />
    </TimelineItem>
  );
}

/** There is no record to go to, but for one that was brought in: what is known stands here. */
const Listed = ({ line }: { readonly line: ChronologyLine }) => (
  <TimelineItem
    title={
      line.kind === 'broughtIn' ? (
        <Link href={`/brought-in/child/${line.recordId}`}>{line.title}</Link>
      ) : (
        line.title
      )
    }
    dateText={dayWords(line.on)}
    dateTime={parseCalendarDate(line.on)}
    headingLevel={3}
  >
    {line.kind === 'broughtIn' ? line.words.split('\n', 2).join('. ') : line.words}
  </TimelineItem>
);

const depthOf = (depth: 'brief' | 'inDepth') => (depth === 'brief' ? 'Brief check-in' : 'In depth');

function entryTitle({ kind }: ChildEntry): string {
  const { name } = entryTables[kind];
  return kind === 'midwayCheck' ? `${name}: does not count as supervision` : name;
}

/** Never a time that nobody wrote down. */
function timeOf({ decidedAt }: ChildEntry): string {
  const at = parseInstant(decidedAt);
  return at ? ` at ${formatTime(at)}` : '';
}

function worthOf({ kind, significance, changesDirection, toRevisit }: ChildEntry): string {
  if (kind === 'midwayCheck') return 'Recorded by the reviewing officer';
  if (kind !== 'managementDecision') return 'Recorded outside a session';
  const weight = significance.charAt(0).toUpperCase() + significance.slice(1);
  const turn = changesDirection ? ', changes the direction of the work' : '';
  return `${weight}${turn}${toRevisit ? ', to be revisited' : ''}`;
}
