import { formatDate, formatTime, parseCalendarDate, parseInstant } from '#domain/calendar-date.ts';
import { entryTables } from '#domain/entries/entry-fields.ts';
import type { Child } from '#domain/records/child.ts';
import { type ChildEntry, dayRecorded, isEntry, type OnChildFile } from '#domain/records/entry.ts';
import { recordsOfChild } from '#storage/child-record-reads.ts';
import { entriesOfChild, stateOnChildFile } from '#storage/entries-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';
import { Timeline, TimelineItem } from '#ui/timeline.tsx';

/** What stands finished on the child's file, from sessions and from between them: newest first. */
export function RecordedTimeline({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  useAll('childRecords');
  useAll('childEntries');
  useAll('childMarks');
  const all: readonly OnChildFile[] = [
    ...entriesOfChild(workspace, child.ref),
    ...recordsOfChild(workspace, child.ref),
  ];
  if (all.length === 0) {
    return <p className="govuk-body">Nothing finalised yet. No date held in Footprint.</p>;
  }
  return (
    <Timeline>
      {all
        .toSorted((a, b) => (dayRecorded(a) < dayRecorded(b) ? 1 : -1))
        .map((record) => (
          <Recorded key={record.id} record={record} />
        ))}
    </Timeline>
  );
}

const contexts = {
  oneToOne: 'Discussed in supervision',
  group: 'Group supervision',
  familySafeguardingGroup: 'Group supervision',
} as const;

function Recorded({ record }: { readonly record: OnChildFile }) {
  const workspace = useWorkspace();
  const day = dayRecorded(record);
  const on = parseCalendarDate(day);
  const date = on ? formatDate(on) : day;
  const title = isEntry(record) ? entryTitle(record) : contexts[record.context];
  return (
    <TimelineItem
      title={<Link href={`/records/${record.id}`}>{title}</Link>}
      byline={isEntry(record) ? record.who : record.supervisor}
      dateText={isEntry(record) ? `${date}${timeOf(record)}` : date}
      dateTime={day}
      headingLevel={3}
    >
      {isEntry(record) ? worthOf(record) : depthOf(record.depth)}
      {!(isEntry(record) && record.kind === 'midwayCheck') &&
        `, ${stateOnChildFile(workspace, record).words}`}
    </TimelineItem>
  );
}

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
