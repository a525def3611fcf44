import { childLabel } from '#domain/caseload/child-label.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Place } from '#domain/keys/places.ts';
import type { Session } from '#domain/records/session.ts';
import {
  type AgendaItem,
  agendaOf,
  isAccounted,
  nextUndone,
  rowWords,
} from '#screens/session/agenda.ts';
import { childDueOf } from '#storage/agenda/due.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { findStaff, settingsOf, staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';
import { cancelPlaces } from './go-to-cancel.ts';
import { pagesFor } from './go-to-pages.ts';

/** All that "Go to" can find: what the session wants next, its cases, the pages, children, practitioners. */
export function placesToGo(workspace: Workspace, path: string): readonly Place[] {
  const session = sessionOn(workspace, path);
  return [
    ...(session ? placesOfSession(workspace, session, path) : []),
    ...pages(workspace),
    ...agendas(workspace),
    ...cancelPlaces(workspace),
    ...children(workspace),
    ...people(workspace),
  ];
}

/** Some supervise and are supervised: they find the pages of both. */
function pages(workspace: Workspace): readonly Place[] {
  const isSupervised = settingsOf(workspace).supervisorRef !== '';
  return pagesFor(isSupervised, !isSupervised || practitioners(workspace).length > 0);
}

/** The session that is on the screen, or else the one that is going on. */
function sessionOn(workspace: Workspace, path: string): Session | undefined {
  const shown = /^\/sessions\/([^/]+)/.exec(path)?.[1];
  const sessions = bodies(workspace, 'sessions').filter(
    ({ status }) => status !== 'planned' && status !== 'cancelled',
  );
  const own = sessions.find(({ id }) => id === shown);
  return own ?? sessions.find(({ status }) => status === 'open');
}

const late = ['overdue', 'overdue_explained', 'breach'];

function placesOfSession(workspace: Workspace, session: Session, path: string): readonly Place[] {
  const agenda = agendaOf(workspace, session);
  const base = `/sessions/${session.id}`;
  const current = agenda.find(({ rowId }) => path === `${base}/${rowId}`);
  const isOverdue = ({ child }: AgendaItem) => {
    const due = childDueOf(workspace, child);
    return due.outcome === 'due' && late.includes(due.status);
  };
  const undone = current ? nextUndone(agenda, current) : agenda.find((item) => !isAccounted(item));
  const overdue = afterAndRound(agenda, current).find(
    (item) => !isAccounted(item) && isOverdue(item),
  );
  const toCase = (item: AgendaItem, id: string, label: string, also: string): Place => {
    const at = `${agenda.indexOf(item) + 1} of ${agenda.length}`;
    return {
      id,
      label,
      what: `Case ${at}, ${rowWords[item.status].status.toLowerCase()}`,
      also,
      href: `${base}/${item.rowId}`,
      said: `${childLabel(item.child)}, case ${at}`,
    };
  };
  const next = (item: AgendaItem | undefined, id: string, words: string, also: string) =>
    item ? [toCase(item, id, `${words}: ${childLabel(item.child)}`, also)] : [];
  const practitioner = staffName(workspace, session.superviseeRef);
  const page = (id: string, label: string, href: string, also: string): Place => ({
    id,
    label,
    what: `Session with ${practitioner}`,
    also,
    href,
  });
  return [
    ...next(undone, 'next-undone', 'Next child who is not discussed', 'undiscussed'),
    ...next(overdue, 'next-overdue', 'Next child whose discussion is overdue', ''),
    page('session', 'The session', base, 'continue agenda cases list'),
    page('notes', 'Personal notes', `${base}/notes`, 'staff supervision file'),
    page('agenda', 'Agenda of the session', `${base}/agenda`, ''),
    session.status === 'ended'
      ? page('finish', 'Records to finish', `${base}/finish`, 'export finalise sign')
      : page('end', 'End the session', `${base}/end`, 'finish'),
    ...agenda.map((item) =>
      toCase(item, `case-${item.rowId}`, childLabel(item.child), item.child.reference),
    ),
  ];
}

function afterAndRound(agenda: readonly AgendaItem[], current: AgendaItem | undefined) {
  const at = current ? agenda.indexOf(current) : -1;
  return [...agenda.slice(at + 1), ...agenda.slice(0, Math.max(0, at))];
}

/** The sessions that are planned: their page is the agenda. */
const agendas = (workspace: Workspace): readonly Place[] =>
  bodies(workspace, 'sessions')
    .filter(({ status }) => status === 'planned')
    .toSorted((a, b) => (a.plannedFor < b.plannedFor ? -1 : 1))
    .map(({ id, plannedFor, superviseeRef }) => {
      const on = parseCalendarDate(plannedFor);
      return {
        id: `agenda-${id}`,
        label: `Agenda: ${staffName(workspace, superviseeRef)}`,
        what: on ? `Session planned for ${formatDate(on)}` : 'Session planned',
        also: 'prepare plan',
        href: `/sessions/${id}/agenda`,
      };
    });

/** A restricted name is no word that anything is found by (LIST7). */
const children = (workspace: Workspace): readonly Place[] =>
  findAll(workspace, 'children').map(({ id, body }) => ({
    id: `child-${id}`,
    label: childLabel(body),
    what: 'The child’s page: timeline, actions, dates',
    also: body.reference,
    href: `/children/${id}`,
  }));

const people = (workspace: Workspace): readonly Place[] =>
  practitioners(workspace).flatMap(({ ref, name }) => {
    const id = findStaff(workspace, ref)?.id;
    return id
      ? [
          {
            id: `staff-${id}`,
            label: name,
            what: 'Practitioner',
            also: '',
            href: `/practitioners/${id}`,
          },
        ]
      : [];
  });
