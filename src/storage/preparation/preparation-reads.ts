import { compareInstants, type Instant, parseInstant } from '#domain/dates/calendar-date.ts';
import type { BeforeSession } from '#domain/records/response.ts';
import type { Session } from '#domain/records/session.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;
export type PreparationRecord = OpenRecord<'preparations'>;
export type BeforeSessionRecord = OpenRecord<'responses'> & { readonly body: BeforeSession };

const newestFirst = (records: readonly PreparationRecord[]) =>
  records.toSorted((a, b) => (a.body.createdAt < b.body.createdAt ? 1 : -1));

/** Preparations that were on the table of a session that has ended: they are done with. */
function usedIds(workspace: Reads): ReadonlySet<string> {
  const ended = bodies(workspace, 'sessions').filter(({ status }) => status === 'ended');
  return new Set(ended.map(({ preparationId }) => preparationId));
}

function myPreparations(workspace: Reads): readonly PreparationRecord[] {
  const { me, alsoMe } = settingsOf(workspace);
  const refs: readonly string[] = [me, ...alsoMe];
  return newestFirst(
    findAll(workspace, 'preparations', ({ superviseeRef }) => refs.includes(superviseeRef)),
  );
}

/**
 * My latest preparation that no ended session has used. One that was shared with somebody who
 * supervised me before stays theirs and mine: with a new supervisor a new one is begun.
 */
export function currentPreparation(
  workspace: Reads,
  withWhom: string = settingsOf(workspace).supervisorRef,
): PreparationRecord | undefined {
  const { supervisorRef, alsoSupervisedBy } = settingsOf(workspace);
  const used = usedIds(workspace);
  const unused = myPreparations(workspace).filter(({ id }) => !used.has(id));
  // SUPV5: what I am writing for another of my supervisors is theirs and mine.
  const isOthers = (ref: string) => [supervisorRef, ...alsoSupervisedBy].includes(ref);
  return (
    unused.find(({ body }) => body.supervisorRef === withWhom) ??
    unused.find(({ body }) => body.sharedAt === '' && !isOthers(body.supervisorRef))
  );
}

/** All of mine but the current one, newest first. */
export function earlierPreparations(workspace: Reads): readonly PreparationRecord[] {
  const current = currentPreparation(workspace);
  return myPreparations(workspace).filter(({ id }) => id !== current?.id);
}

/** For the supervisor: what this practitioner shared last and no ended session has used. */
export function preparationFor(
  workspace: Reads,
  superviseeRef: string,
): PreparationRecord | undefined {
  const used = usedIds(workspace);
  const theirs = findAll(
    workspace,
    'preparations',
    (body) => body.superviseeRef === superviseeRef && body.sharedAt !== '',
  );
  return newestFirst(theirs).find(({ id }) => !used.has(id));
}

/** The shared preparation a session has beside it: its own once it has one, never a later one's. */
export function preparationBesideSession(
  workspace: Reads,
  session: Session,
): PreparationRecord | undefined {
  if (session.preparationId !== '') {
    const own = workspace.set.find('preparations', session.preparationId);
    return own?.body.sharedAt ? own : undefined;
  }
  return session.status === 'ended' ? undefined : preparationFor(workspace, session.superviseeRef);
}

/** What goes with a preparation and belongs on the supervision file. */
export function beforeSessionOf(
  workspace: Reads,
  preparationId: string,
): BeforeSessionRecord | undefined {
  return findAll(workspace, 'responses').find(
    (record): record is BeforeSessionRecord =>
      record.body.kind === 'beforeSession' && record.body.preparationId === preparationId,
  );
}

/** Her response to the preparation that is on the table; undefined where none was shared. */
export function responseBefore(workspace: Reads, session: Session): BeforeSession | undefined {
  const preparation = preparationBesideSession(workspace, session);
  const response = preparation && beforeSessionOf(workspace, preparation.id)?.body;
  return response && response.sharedAt !== '' ? response : undefined;
}

/** When the last file for this person was made after that moment: what was written by then is in it. */
export function fileMadeSince(
  workspace: Reads,
  otherRef: string,
  since: Instant,
): Instant | undefined {
  return findAll(
    workspace,
    'handovers',
    (file) => file.direction === 'made' && file.otherRef === otherRef,
  )
    .map(({ body }) => parseInstant(body.madeAt))
    .filter((madeAt) => madeAt !== undefined)
    .filter((madeAt) => compareInstants(madeAt, since) > 0)
    .toSorted(compareInstants)
    .at(-1);
}
