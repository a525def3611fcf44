import type { CollectionName } from '#domain/collections.ts';
import { type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { asRecordRead, type ReadOfRecord } from '#domain/keeping/stubs.ts';
import type { ChildStub, KeptKind, StaffStub } from '#domain/records/keeping.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import type { Workspace } from './workspace.ts';
import { bodies } from './writes.ts';

type Reads = Pick<Workspace, 'set'>;

/** What stayed of removed records. One that came back, from a copy or in a file, counts by itself. */
export const standingStubs = (workspace: Reads): readonly ChildStub[] =>
  bodies(workspace, 'childStubs').filter(({ recordId }) => !workspace.set.findAnywhere(recordId));

/** What the rules of deadlines read of removed records of discussions (KEEP5), of sessions or of groups. */
export const removedRecords = (
  workspace: Reads,
  kind: 'childRecord' | 'groupRecord' = 'childRecord',
): readonly (ReadOfRecord & { readonly recordedOn: CalendarDate | undefined })[] =>
  standingStubs(workspace).flatMap((stub) => {
    const read = stub.kind === kind ? asRecordRead(stub) : undefined;
    return read ? [{ ...read, recordedOn: parseCalendarDate(stub.keptElsewhereOn) }] : [];
  });

/** The kinds of which a rule still reads something. */
const heldAs = {
  staffNote: 'notes',
  agreement: 'agreements',
  observation: 'observations',
  monitoring: 'monitoring',
  cancellation: 'cancellations',
  answer: 'responses',
  preparation: 'preparations',
} as const satisfies { readonly [K in KeptKind]?: CollectionName };

export const staffStubs = (workspace: Reads, kind: keyof typeof heldAs): readonly StaffStub[] =>
  bodies(workspace, 'staffStubs').filter(
    (stub) => stub.kind === kind && !workspace.set.find(heldAs[kind], stub.recordId),
  );

/** The notes of this session that were removed, as far as the rules read them. */
export const removedNote = (workspace: Reads, sessionId: string): StaffStub | undefined =>
  staffStubs(workspace, 'staffNote').find((stub) => stub.sessionId === sessionId);

/** Which part of supervision a session was of: as its notes say, or what stayed of them. */
export const typeOfSession = (
  workspace: Reads,
  sessionId: string,
): StaffNote['sessionType'] | undefined =>
  noteOf(workspace, sessionId)?.body.sessionType ?? removedNote(workspace, sessionId)?.sessionType;

const stubOfRecord = (workspace: Reads, recordId: string): ChildStub | undefined =>
  bodies(workspace, 'childStubs').find((stub) => stub.recordId === recordId);

/** The child of a record that was removed. */
export const childOfRemoved = (workspace: Reads, recordId: string): string | undefined =>
  stubOfRecord(workspace, recordId)?.childRef;

/** The day a removed record was recorded in the case system; '' of one that was not, or is no stub. */
export const keptElsewhereOn = (workspace: Reads, recordId: string): string =>
  stubOfRecord(workspace, recordId)?.keptElsewhereOn ?? '';

/** That a record with this id was removed here: it does not come back by itself. */
export const wasRemoved = ({ set }: Reads, recordId: string): boolean =>
  [...set.all('childStubs').values(), ...set.all('staffStubs').values()].some(
    ({ body }) => body.recordId === recordId,
  );
