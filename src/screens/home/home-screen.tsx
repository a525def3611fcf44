import { lazy, Suspense } from 'react';
import { childRecordsWords, countOf } from '#domain/count-words.ts';
import { formatDate, formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Session } from '#domain/records/session.ts';
import { CaseloadNotice } from '#exchange/caseload/caseload-notice.tsx';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { recordsToRecord } from '#storage/child-file/child-record-reads.ts';
import { vaultMark } from '#storage/db.ts';
import {
  notesToFinish,
  recordsToFinish,
  stateOfRecord,
  type ToFinish,
} from '#storage/session/unfinished.ts';
import { settingsOf, staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { Tag } from '#ui/tag.tsx';
import { WarningText } from '#ui/warning-text.tsx';

// A supervisor's Home and a practitioner's: each fetches its own.
const WhoIsDue = lazy(async () => ({ default: (await import('./who-is-due.tsx')).WhoIsDue }));
const MySupervision = lazy(async () => ({
  default: (await import('./my-supervision.tsx')).MySupervision,
}));
const AwaitingAgreement = lazy(async () => ({
  default: (await import('./awaiting-agreement.tsx')).AwaitingAgreement,
}));
const SupervisionNotices = lazy(async () => ({
  default: (await import('./supervision-notices.tsx')).SupervisionNotices,
}));
// Fetched once Home is drawn: it fetches only what has something to show.
const Waiting = lazy(async () => ({ default: (await import('./waiting.tsx')).Waiting }));
// Fetched where something is due: what the policy gives hours for, by its time.
const DueInHours = lazy(async () => ({
  default: (await import('#exchange/parts/due-in-hours.tsx')).DueInHours,
}));
const BackupWaiting = lazy(async () => ({
  default: (await import('./backup-waiting.tsx')).BackupWaiting,
}));
// Fetched where somebody asked: nobody else's Home waits for it.
const ExtraAsked = lazy(async () => ({
  default: (await import('#exchange/extra/extra-asked.tsx')).ExtraAsked,
}));

/** What is due now, what was left half done, and the way into the next session. */
export function HomeScreen() {
  const workspace = useWorkspace();
  // Named so that the page is drawn again when any of what it counts changes.
  useAll('children');
  useAll('allocations');
  useAll('discussions');
  useAll('childRecords');
  useAll('childMarks');
  const asked = useAll('responses').some(({ kind }) => kind === 'extraSupervision');
  const sessions = useAll('sessions');
  const today = todayIn(workspace);
  const { caseSystem, synthetic, supervisorRef } = settingsOf(workspace);
  const isSupervised = supervisorRef !== '';
  const people = new Set<string>(practitioners(workspace).map(({ ref }) => ref));
  const supervises = people.size > 0;
  const toFinish = recordsToFinish(workspace);
  const toRecord = recordsToRecord(workspace);
  const states = [
    ...toFinish.map(({ state }) => state),
    ...toRecord.map((record) => stateOfRecord(workspace, record)),
  ];
  const pressing = states.filter(({ status }) => status === 'overdue' || status === 'due_today');

  return (
    <Page title="Your supervision" documentTitle="Home">
      <p className="govuk-body">{formatLongDate(today)}</p>
      {pressing.length > 0 && (
        <WarningText>
          {countOf(pressing.length, 'record')} {pressing.length === 1 ? 'is' : 'are'} due today or
          overdue. Finish {pressing.length === 1 ? 'it' : 'them'} and record in {caseSystem}.
          <Suspense fallback={null}>
            <DueInHours />
          </Suspense>
        </WarningText>
      )}
      {workspace.damaged.length > 0 && (
        <WarningText>
          {countOf(workspace.damaged.length, 'record')} on this device could not be opened. They are
          kept as they are. Do not clear this browser’s data; ask your IT team to restore the last
          backup.
        </WarningText>
      )}
      <CaseloadNotice />
      {asked && (
        <Suspense fallback={null}>
          <ExtraAsked />
        </Suspense>
      )}
      {sessions.some(({ status }) => status === 'ended') && (
        <Suspense fallback={null}>
          <AwaitingAgreement />
        </Suspense>
      )}
      {isSupervised && (
        <Suspense fallback={null}>
          <MySupervision />
        </Suspense>
      )}
      {useAll('staff').some(({ supervisedBy }) => supervisedBy) && (
        <Suspense fallback={null}>
          <SupervisionNotices />
        </Suspense>
      )}
      <SessionRows sessions={sessions.filter(isOurs(workspace, people))} toFinish={toFinish} />
      {toRecord.length > 0 && (
        <p className="govuk-body">
          {childRecordsWords(toRecord.length)} to record in {caseSystem}.{' '}
          <Link href="/records">Record them</Link>
        </p>
      )}
      <Suspense fallback={null}>
        <Waiting />
      </Suspense>
      {(supervises || !isSupervised) && (
        <Suspense fallback={null}>
          <WhoIsDue />
        </Suspense>
      )}
      {!synthetic && sessions.length > 0 && (
        <Suspense fallback={null}>
          <BackupWaiting />
        </Suspense>
      )}
      <p className="govuk-hint">These records are marked {vaultMark(workspace.vault.id)}.</p>
    </Page>
  );
}

/** Sessions that I supervise: my own has its part above, and what is planned goes with a supervisee. */
const isOurs = (workspace: Workspace, people: ReadonlySet<string>) => {
  const { me, alsoMe } = settingsOf(workspace);
  const mine: readonly string[] = [me, ...alsoMe];
  return ({ superviseeRef, status }: Session) =>
    !mine.includes(superviseeRef) && (status !== 'planned' || people.has(superviseeRef));
};

interface SessionRow {
  readonly session: Session;
  readonly what: string;
  readonly href: string;
  readonly action: string;
  readonly tag: 'Planned' | 'Going on' | 'Paused' | 'To finish';
}

function SessionRows({
  sessions,
  toFinish,
}: {
  readonly sessions: readonly Session[];
  readonly toFinish: readonly ToFinish[];
}) {
  const workspace = useWorkspace();
  useAll('notes');
  const withNotes = new Set(notesToFinish(workspace).map(({ id }) => id));
  const rows = sessions.flatMap((session) => rowOf(session, toFinish, withNotes.has(session.id)));
  if (rows.length === 0) return null;
  const columns: readonly Column<SessionRow>[] = [
    {
      key: 'who',
      header: 'Supervision',
      rowHeader: true,
      render: ({ session }) => staffName(workspace, session.superviseeRef),
    },
    { key: 'tag', header: 'State', render: ({ tag }) => <Tag tone="grey">{tag}</Tag> },
    { key: 'what', header: 'What is next', render: ({ what }) => what },
    {
      key: 'go',
      header: 'Go to',
      render: ({ href, action, session, tag }) => {
        const of = (
          <span className="govuk-visually-hidden">
            {' '}
            supervision of {staffName(workspace, session.superviseeRef)}
          </span>
        );
        return (
          <>
            <Link href={href}>
              {action}
              {of}
            </Link>{' '}
            {tag === 'Planned' && <Link href={`${href}/cancel`}>Cancel{of}</Link>}
          </>
        );
      },
    },
  ];
  return (
    <DataTable
      caption="Sessions"
      columns={columns}
      rows={rows}
      rowKey={({ session }) => session.id}
      compact
    />
  );
}

function rowOf(
  session: Session,
  toFinish: readonly ToFinish[],
  hasNotes: boolean,
): readonly SessionRow[] {
  const href = `/sessions/${session.id}`;
  const planned = parseCalendarDate(session.plannedFor);
  if (session.status === 'planned') {
    const what = planned ? formatLongDate(planned) : 'No date yet';
    return [{ session, what, href, action: 'Open', tag: 'Planned' }];
  }
  if (session.status === 'open' || session.status === 'paused') {
    const tag = session.status === 'open' ? 'Going on' : 'Paused';
    const what = `${countOf(session.childRefs.length, 'open case')}`;
    return [{ session, what, href, action: 'Continue', tag }];
  }
  const unfinished = toFinish.filter((each) => each.session.id === session.id);
  if (unfinished.length === 0 && !hasNotes) return [];
  const dueDates = unfinished.flatMap(({ deadline }) =>
    deadline.status === 'due' ? [deadline.dueOn] : [],
  );
  const [first] = dueDates.toSorted();
  const due = first ? `, due ${formatDate(first)}` : '';
  const records = `${countOf(unfinished.length, 'record')} to finish${due}`;
  const what =
    unfinished.length === 0
      ? 'Notes to finalise'
      : `${records}${hasNotes ? '; notes to finalise' : ''}`;
  return [{ session, what, href: `${href}/finish`, action: 'Finish', tag: 'To finish' }];
}
