import { signaturesOf, signedByBoth } from '#domain/agreement/agreement-signatures.ts';
import { dateInLondon, parseInstant } from '#domain/dates/calendar-date.ts';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import type { StaffMark } from '#domain/records/staff-mark.ts';
import { isCorrectedSince, marksOf, placedMark } from '#domain/staff-file/placed.ts';
import {
  compareToPlace,
  goesInTheirFile,
  isMineToPlace,
  type Placeable,
  type StaffTextKind,
} from '#domain/staff-file/to-place.ts';
import { partsOf } from '#storage/agreement/agreement-in-force.ts';
import { madeFor } from '#storage/handover/handovers.ts';
import { findStaff, myName, myRefsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

/** A finished text of the supervision file, with all that its line in the queue shows. */
export interface ToPlace extends Placeable {
  readonly kind: StaffTextKind;
  readonly superviseeRef: StaffRef;
  readonly name: string;
  /** Where it is printed and where it is read. */
  readonly printHref: string;
  readonly readHref: string;
  /** Undefined while it waits. */
  readonly mark: StaffMark | undefined;
  /** It was placed and waits again, because it was corrected since. */
  readonly isCorrected: boolean;
  /** Everything that was said of it, also what was withdrawn; oldest first. */
  readonly history: readonly StaffMark[];
  /** When the newest file with it was made for the practitioner; '' where none was. */
  readonly givenAt: string;
}

interface Finished
  extends Pick<ToPlace, 'id' | 'kind' | 'superviseeRef' | 'printHref' | 'readHref'> {
  readonly finishedAt: string;
}

/** PLACE3: everything finished here that belongs on the council's supervision file, placed or not. */
export function staffTexts(workspace: Reads): readonly ToPlace[] {
  const marks = bodies(workspace, 'staffMarks');
  const amendments = bodies(workspace, 'staffAmendments');
  return finishedTexts(workspace)
    .map(({ finishedAt, ...text }) => {
      const placed = placedMark(text.id, marks);
      const isCorrected = placed !== undefined && isCorrectedSince(placed, amendments);
      return {
        ...text,
        finishedOn: dayOf(finishedAt),
        name: findStaff(workspace, text.superviseeRef)?.body.name || 'No name held',
        mark: isCorrected ? undefined : placed,
        isCorrected,
        history: marksOf(text.id, marks),
        givenAt: givenAt(workspace, { ...text, finishedAt }),
      };
    })
    .toSorted(compareToPlace);
}

/** Those that wait. Any in `alsoShown` keep their places though they are placed by now. */
export const staffFileQueue = (
  workspace: Reads,
  alsoShown: ReadonlySet<string> = new Set(),
): readonly ToPlace[] =>
  staffTexts(workspace).filter(({ id, mark }) => mark === undefined || alsoShown.has(id));

/** "Placed on file on …", or that it was not after all. The newest mark counts. Throws StorageError. */
export async function markPlaced(
  workspace: Workspace,
  { id: recordId, superviseeRef }: Pick<ToPlace, 'id' | 'superviseeRef'>,
  mark: Pick<StaffMark, 'state' | 'on' | 'reference'>,
): Promise<void> {
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  await workspace.change(() => [
    created('staffMarks', id, {
      ...mark,
      id,
      file: 'staff',
      recordId: recordId as RecordId, // the id of a stored record
      superviseeRef,
      at: workspace.now,
      by: myName(workspace),
    }),
  ]);
}

/** Of my own supervision, or written by another supervisor: it is theirs to place (001:93). */
function finishedTexts(workspace: Reads): readonly Finished[] {
  const mine = myRefsOf(workspace);
  const isMine = (writer: string, { superviseeRef }: { readonly superviseeRef: string }) =>
    isMineToPlace(mine, writer, superviseeRef);
  return [
    ...bodies(workspace, 'notes')
      .filter((note) => isMine(supervisorOf(workspace, note), note))
      .map((note) => finished('notes', note, `/sessions/${note.sessionId}/notes`)),
    ...agreements(workspace)
      .filter(({ writer, text }) => isMine(writer, text))
      .map(({ text }) => text),
    ...bodies(workspace, 'observations')
      .filter((each) => isMine(each.createdBy, each))
      .map((each) => finished('observation', each, `/observations/${each.id}`)),
    ...bodies(workspace, 'monitoring')
      .filter((each) => isMine(each.supervisorRef, each))
      .map((each) => finished('monitoring', each, `/monitoring/${each.id}`)),
    ...bodies(workspace, 'cancellations')
      .filter((each) => isMine(each.supervisorRef, each))
      .map((each) =>
        each.kind === 'gap'
          ? finished('gap', each, `/gaps/${rowOf(workspace, each.superviseeRef)}`)
          : finished('cancellation', each, `/sessions/${each.sessionId}/cancel`),
      ),
    ...bodies(workspace, 'handoverNotes')
      .filter((each) => isMine(each.supervisorRef, each))
      .map((each) =>
        finished(
          'handoverNote',
          each,
          `/handover/supervisee/${rowOf(workspace, each.superviseeRef)}`,
        ),
      ),
  ].filter(({ finishedAt }) => finishedAt !== '');
}

const rowOf = (workspace: Reads, ref: string): string => findStaff(workspace, ref)?.id ?? '';

/** The session knows whose it was: a note may have been begun on another device. */
const supervisorOf = (
  { set }: Reads,
  { sessionId, createdBy }: { readonly sessionId: string; readonly createdBy: string },
): string => set.find('sessions', sessionId)?.body.supervisorRef ?? createdBy;

interface Finishable {
  readonly id: string;
  readonly superviseeRef: StaffRef;
  readonly finalisedAt: string;
}

const printedAs: Readonly<Record<StaffTextKind, string>> = {
  notes: 'notes',
  agreement: 'agreement',
  observation: 'observation',
  monitoring: 'monitoring',
  cancellation: 'cancellation',
  gap: 'cancellation',
  handoverNote: 'handover-note',
};

function finished(
  kind: StaffTextKind,
  { id, superviseeRef, finalisedAt }: Finishable,
  readHref: string,
): Finished {
  const printHref = `/print/${printedAs[kind]}/${id}`;
  return { id, kind, superviseeRef, finishedAt: finalisedAt, printHref, readHref };
}

/** It is finished with the later of the two signatures; it is printed with its versions. */
const agreements = (workspace: Reads) =>
  bodies(workspace, 'agreements').flatMap((agreement) => {
    const parts = partsOf(workspace, agreement);
    if (!signedByBoth(parts)) return [];
    const { supervisor, practitioner } = signaturesOf(parts);
    const { id, superviseeRef } = agreement;
    const row = rowOf(workspace, superviseeRef);
    const text: Finished = {
      ...{ id, kind: 'agreement', superviseeRef },
      finishedAt: supervisor.at > practitioner.at ? supervisor.at : practitioner.at,
      printHref: `/print/agreement/${row}`,
      readHref: `/agreements/${row}`,
    };
    return [{ text, writer: agreement.supervisorRef as string }];
  });

function dayOf(at: string): string {
  const moment = parseInstant(at);
  return moment ? dateInLondon(moment) : '';
}

/** An agreement is in every file for its practitioner; of the rest a file says what was in it. */
function givenAt(workspace: Reads, { id, kind, superviseeRef, finishedAt }: Finished): string {
  if (!goesInTheirFile(kind)) return '';
  return (
    madeFor(workspace, superviseeRef)
      .filter(({ ids, madeAt }) => (kind === 'agreement' ? madeAt >= finishedAt : ids.includes(id)))
      .map(({ madeAt }) => madeAt)
      .toSorted()
      .at(-1) ?? ''
  );
}
