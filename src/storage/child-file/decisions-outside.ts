import {
  dateInLondon,
  parseCalendarDate,
  parseInstant,
  toCalendarDate,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import type { DecisionOutside } from '#domain/decisions/decisions-to-revisit.ts';
import type { RevisitingSession } from '#domain/decisions/pending-decisions.ts';
import type { ReadOfEntry } from '#domain/keeping/stubs.ts';
import type { ChildDecision } from '#domain/records/action.ts';
import type { DecisionRevisit } from '#domain/records/entry.ts';
import type { ChildStub } from '#domain/records/keeping.ts';
import type { Session } from '#domain/records/session.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { entriesRead } from '#storage/entries/entries-read.ts';
import { findGroup, isMadeInGroup } from '#storage/group/group-reads.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { standingStubs, typeOfSession } from '#storage/stub-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

/** Under each reference this child is known by: a finished text keeps the one it was written with. */
function isOf(workspace: Reads, childRef: string) {
  const aliases = findChild(workspace, childRef)?.body.aliases ?? [];
  const refs: readonly string[] = [childRef, ...aliases];
  return (body: { readonly childRef: string }): boolean => refs.includes(body.childRef);
}

/** Every decision about a child made outside a formal one-to-one: in an entry of its own, or in a group. */
export function decisionsOutside(workspace: Reads, childRef: string): readonly DecisionOutside[] {
  const isOwn = isOf(workspace, childRef);
  return [
    ...entriesRead(workspace, childRef).flatMap(ofEntry),
    ...findAll(workspace, 'decisions', isOwn)
      .filter(({ body }) => isMadeInGroup(workspace, body))
      .map(({ body }) => ofGroup(workspace, body)),
  ];
}

const momentOrDay = (text: string) => parseInstant(text) ?? parseCalendarDate(text);

/** An allocation directs and a midway check looks: neither is a decision that waits. */
function ofEntry(entry: ReadOfEntry): readonly DecisionOutside[] {
  const { id, kind, heading, significance, changesDirection, on, finalisedAt } = entry;
  const { text = '' } = entry.fields;
  if ((kind !== 'managementDecision' && kind !== 'kit') || text.trim() === '') return [];
  const writtenAt = toInstant(finalisedAt);
  // A day that cannot be read must hide no decision.
  const decidedAt = momentOrDay(entry.decidedAt) ?? momentOrDay(on) ?? writtenAt;
  return [{ id, heading, text, significance, changesDirection, decidedAt, writtenAt }];
}

/** REVISIT2: what a group decides waits like what is decided in passing. */
function ofGroup(workspace: Reads, decision: ChildDecision): DecisionOutside {
  const { id, text, significance, changesDirection, withdrawn } = decision;
  const when = decidedInGroup(workspace, decision);
  return {
    ...{ id, text, significance, changesDirection, withdrawn, heading: 'Group supervision' },
    decidedAt: when,
    writtenAt: parseInstant(when),
  };
}

/** Older than any session: what nobody can date waits for the next one. */
const longAgo = toCalendarDate('2000-01-01');

/** A day that cannot be read must hide no decision: then it is as old as its group. */
export function decidedInGroup(workspace: Reads, { decidedAt, sessionId }: ChildDecision) {
  const createdAt = findGroup(workspace, sessionId)?.body.createdAt ?? '';
  return momentOrDay(decidedAt) ?? momentOrDay(createdAt) ?? longAgo;
}

export interface SessionWithRevisits extends RevisitingSession {
  readonly sessionId: string;
  readonly startedAt: string;
}

/** The ended sessions in which this child was on the agenda, with what each said of such decisions. */
export function revisitingSessions(
  workspace: Reads,
  childRef: string,
): readonly SessionWithRevisits[] {
  const isOwn = isOf(workspace, childRef);
  const said: readonly Said[] = [
    ...findAll(workspace, 'decisionRevisits', isOwn).map(({ body }) => body),
    ...standingStubs(workspace).filter(isOwn).flatMap(saidOfRemoved),
  ];
  const ended = bodies(workspace, 'sessions').filter(
    ({ status, accounts }) => status === 'ended' && accounts.some(isOwn),
  );
  return [
    ...ended.flatMap((session): readonly SessionWithRevisits[] => {
      const on = sessionDate(session);
      const startedAt = session.sittings.at(0)?.startedAt ?? '';
      const revisits = said.filter(({ sessionId }) => sessionId === session.id).map(asRevisit);
      const kind = kindOfSession(workspace, session);
      return on ? [{ sessionId: session.id, startedAt, on, kind, revisits }] : [];
    }),
    // Another supervisor's session may not be held here: what it said is.
    ...said
      .filter(({ sessionId }) => !findSession(workspace, sessionId))
      .map((revisit): SessionWithRevisits => {
        const { sessionId, at: startedAt } = revisit;
        const on = parseCalendarDate(revisit.on) ?? dateInLondon(toInstant(startedAt));
        return { sessionId, startedAt, on, kind: 'formal', revisits: [asRevisit(revisit)] };
      }),
  ];
}

type Said = Pick<DecisionRevisit, 'entryId' | 'sessionId' | 'outcome' | 'on' | 'at'>;

/** KEEP7: what sessions said of an entry stays with what stays of it. */
const saidOfRemoved = ({ entry, recordId: entryId }: ChildStub): readonly Said[] =>
  (entry?.revisits ?? []).map((revisit) => ({ ...revisit, entryId }));

const asRevisit = ({ entryId, outcome }: Said) => ({ decisionId: entryId, outcome });

/** A formal one-to-one has the supervisor in it; whether it was one is known for certain when it has ended. */
export function kindOfSession(workspace: Reads, session: Session): RevisitingSession['kind'] {
  if (typeOfSession(workspace, session.id) === 'group') return 'group';
  return session.status === 'ended' && !session.supervisorPresent ? 'informal' : 'formal';
}
