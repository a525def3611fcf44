import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { groupDate } from '#domain/group/group-events.ts';
import type { GroupSession } from '#domain/records/group.ts';
import type { Session } from '#domain/records/session.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { groupsInReach } from '#storage/group/group-list.ts';
import { mayCancel } from '#storage/session/cancellations-reads.ts';
import { myRefsOf, staffName } from '#storage/settings.ts';

import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';

/** A session of one person, or of a group: two kinds of the same thing in one list. */
interface SessionRow {
  readonly id: string;
  readonly day: string;
  readonly who: string;
  readonly state: string;
  readonly href: string;
  readonly go: string;
  /** Only of one that is planned, for whoever holds it. */
  readonly cancel?: string;
}

const statusWords = {
  planned: 'Planned',
  open: 'Going on',
  paused: 'Paused',
  ended: 'Ended',
  cancelled: 'Cancelled',
} as const;

const goWords = {
  planned: 'Open',
  open: 'Continue',
  paused: 'Continue',
  ended: 'Records',
  cancelled: 'Cancellation',
} as const;

const pages = {
  planned: '',
  open: '',
  paused: '',
  ended: '/finish',
  cancelled: '/cancel',
} as const;

function ofOne(workspace: Workspace, session: Session): SessionRow {
  const { id, status, incomplete, superviseeRef, plannedFor } = session;
  return {
    id,
    day: sessionDate(session) ?? plannedFor,
    who: staffName(workspace, superviseeRef),
    state: `${statusWords[status]}${incomplete ? ', incomplete' : ''}`,
    href: `/sessions/${id}${pages[status]}`,
    go: goWords[status],
    ...(status === 'planned' && mayCancel(workspace, session)
      ? { cancel: `/sessions/${id}/cancel` }
      : {}),
  };
}

const groupPages = { planned: '', open: '/session', paused: '/session', ended: '/finish' } as const;

function ofGroup(group: GroupSession): SessionRow {
  const { id, status, name, notReached, plannedFor } = group;
  return {
    id,
    day: groupDate(group) ?? plannedFor,
    who: name.trim() === '' ? 'Group supervision' : `Group supervision: ${name}`,
    state: `${statusWords[status]}${notReached.length > 0 ? ', incomplete' : ''}`,
    href: `/groups/${id}${groupPages[status]}`,
    go: goWords[status],
  };
}

const columns: readonly Column<SessionRow>[] = [
  {
    key: 'date',
    header: 'Date',
    rowHeader: true,
    render: ({ day }) => {
      const on = parseCalendarDate(day);
      return on ? formatDate(on) : 'No date';
    },
  },
  { key: 'who', header: 'With', render: ({ who }) => who },
  { key: 'status', header: 'State', render: ({ state }) => state },
  {
    key: 'go',
    header: 'Go to',
    render: ({ href, go, who, cancel }) => (
      <>
        <Link href={href}>
          {go}
          <span className="govuk-visually-hidden"> of session with {who}</span>
        </Link>
        {cancel && (
          <>
            {' · '}
            <Link href={cancel}>
              Cancel<span className="govuk-visually-hidden"> the session with {who}</span>
            </Link>
          </>
        )}
      </>
    ),
  },
];

export function SessionTable() {
  const workspace = useWorkspace();
  const sessions = useAll('sessions');
  useAll('groups');
  useAll('staff');
  const mine = myRefsOf(workspace);
  const isOwn = ({ superviseeRef }: Session) => mine.includes(superviseeRef);
  const newestFirst = (rows: readonly SessionRow[]) =>
    rows.toSorted((a, b) => (a.day < b.day ? 1 : -1));
  const held = sessions.filter((session) => !isOwn(session));
  const own = sessions.filter(isOwn);
  const others = [
    ...held.map((session) => ofOne(workspace, session)),
    ...groupsInReach(workspace).map(ofGroup),
  ];
  // Of somebody who supervises and is supervised: their own never stands among the others.
  const apart = own.length > 0 && held.length > 0;
  const ownRows = own.map((session) => ofOne(workspace, session));
  return (
    <>
      <Table caption="All sessions" rows={newestFirst(apart ? others : [...others, ...ownRows])} />
      {apart && <Table caption="Your own supervision" rows={newestFirst(ownRows)} />}
    </>
  );
}

interface TableProps {
  readonly caption: string;
  readonly rows: readonly SessionRow[];
}

function Table({ caption, rows }: TableProps) {
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      emptyText="No sessions yet."
      compact
    />
  );
}
