import { type CalendarDate, parseCalendarDate } from '#domain/calendar-date.ts';
import type { CollectionName } from '#domain/collections.ts';
import { asRecordRead, type ReadOfRecord } from '#domain/keeping/stubs.ts';
import type { ChildStub, KeptKind, StaffStub } from '#domain/records/keeping.ts';
import type { Workspace } from './workspace.ts';
import { bodies } from './writes.ts';

type Reads = Pick<Workspace, 'set'>;

/** What stayed of removed records. One that came back, from a copy or in a file, counts by itself. */
export const childStubs = (workspace: Reads): readonly ChildStub[] =>
  bodies(workspace, 'childStubs').filter(
    ({ kind, recordId }) => kind === 'childRecord' && !workspace.set.find('childRecords', recordId),
  );

/** What the rules of deadlines read of removed children’s records (KEEP5). */
export const removedRecords = (
  workspace: Reads,
): readonly (ReadOfRecord & { readonly recordedOn: CalendarDate | undefined })[] =>
  childStubs(workspace).flatMap((stub) => {
    const read = asRecordRead(stub);
    return read ? [{ ...read, recordedOn: parseCalendarDate(stub.keptElsewhereOn) }] : [];
  });

/** The kinds of which a rule still reads something. */
const heldAs = {
  staffNote: 'notes',
  agreement: 'agreements',
  observation: 'observations',
  monitoring: 'monitoring',
  cancellation: 'cancellations',
} as const satisfies { readonly [K in KeptKind]?: CollectionName };

export const staffStubs = (workspace: Reads, kind: keyof typeof heldAs): readonly StaffStub[] =>
  bodies(workspace, 'staffStubs').filter(
    (stub) => stub.kind === kind && !workspace.set.find(heldAs[kind], stub.recordId),
  );

/** The notes of this session that were removed, as far as the rules read them. */
export const removedNote = (workspace: Reads, sessionId: string): StaffStub | undefined =>
  staffStubs(workspace, 'staffNote').find((stub) => stub.sessionId === sessionId);

/** That a record with this id was removed here: it does not come back by itself. */
export const wasRemoved = ({ set }: Reads, recordId: string): boolean =>
  [...set.all('childStubs').values(), ...set.all('staffStubs').values()].some(
    ({ body }) => body.recordId === recordId,
  );
