import { countOf } from '#domain/count-words.ts';
import { formatDate, formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { GroupSession } from '#domain/records/group.ts';
import { groupsInReach } from '#storage/group/group-list.ts';
import { type GroupToFinish, groupRecordsToFinish } from '#storage/group/group-unfinished.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { Tag } from '#ui/tag.tsx';
import { WarningText } from '#ui/warning-text.tsx';

interface Row {
  readonly group: GroupSession;
  readonly tag: string;
  readonly what: string;
  readonly href: string;
  readonly action: string;
}

/** Groups that are planned, going on or paused, and those whose records are not finalised. */
export function GroupsWaiting() {
  const workspace = useWorkspace();
  useAll('groups');
  useAll('groupDiscussions');
  const toFinish = groupRecordsToFinish(workspace);
  const pressing = toFinish.filter(({ state }) =>
    ['overdue', 'due_today'].includes(state.status),
  ).length;
  const rows = groupsInReach(workspace).flatMap((group) => rowOf(group, toFinish));
  if (rows.length === 0) return null;
  return (
    <>
      {pressing > 0 && (
        <WarningText>
          {countOf(pressing, 'record')} of a group {pressing === 1 ? 'is' : 'are'} due today or
          overdue.
        </WarningText>
      )}
      <DataTable
        caption="Group supervision"
        columns={columns}
        rows={rows}
        rowKey={({ group }) => group.id}
        compact
      />
    </>
  );
}

function rowOf(group: GroupSession, toFinish: readonly GroupToFinish[]): readonly Row[] {
  const href = `/groups/${group.id}`;
  const planned = parseCalendarDate(group.plannedFor);
  if (group.status === 'planned') {
    const what = planned ? formatLongDate(planned) : 'No date yet';
    return [{ group, tag: 'Planned', what, href: `${href}/agenda`, action: 'Open agenda' }];
  }
  if (group.status !== 'ended') {
    const tag = group.status === 'open' ? 'Going on' : 'Paused';
    return [{ group, tag, what: '', href: `${href}/session`, action: 'Continue' }];
  }
  const own = toFinish.filter((each) => each.group.id === group.id);
  if (own.length === 0) return [];
  const [first] = own
    .flatMap(({ deadline }) => (deadline.status === 'due' ? [deadline.dueOn] : []))
    .toSorted();
  const what = `${countOf(own.length, 'record')} to finish${first ? `, due ${formatDate(first)}` : ''}`;
  return [{ group, tag: 'To finish', what, href: `${href}/finish`, action: 'Finish' }];
}

const columns: readonly Column<Row>[] = [
  { key: 'name', header: 'Group', rowHeader: true, render: ({ group }) => group.name || 'No name' },
  { key: 'tag', header: 'State', render: ({ tag }) => <Tag tone="grey">{tag}</Tag> },
  { key: 'what', header: 'What is next', render: ({ what }) => what },
  {
    key: 'go',
    header: 'Go to',
    render: ({ group, href, action }) => (
      <Link href={href}>
        {action}
        <span className="govuk-visually-hidden"> of {group.name || 'the group'}</span>
      </Link>
    ),
  },
];
