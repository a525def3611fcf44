import { assert } from '#domain/assert.ts';
import type { RecordId } from '#domain/ids.ts';
import type { Handover as HandoverRow } from '#domain/records/handover.ts';
import type { Settings } from '#domain/records/settings.ts';
import type { Staff } from '#domain/records/staff.ts';
import { auditWrite } from '#storage/audit.ts';
import {
  type ExchangedBefore,
  emptyExchanged,
  exchangedWith,
  exchangedWrites,
  referenceKey,
  withSent,
} from '#storage/handover/exchanged.ts';
import { deviceOf, nextSerial } from '#storage/handover/handovers.ts';
import { mySupervisors } from '#storage/handover/my-supervisors.ts';
import { shareChanges } from '#storage/preparation/preparations.ts';
import type { Write } from '#storage/save.ts';
import { findStaff, settingsOf } from '#storage/settings.ts';
import { StorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, todayIn } from '#storage/writes.ts';
import { sealHandover } from '#vault/handover-seal.ts';
import { sha256 } from '#vault/hash.ts';
import { suggestPassphrase } from '#vault/passphrase.ts';
import type { DeriveFromPassphrase } from '#vault/slots.ts';
import { contentsOf } from './contents.ts';
import {
  bringsList,
  type Handover,
  joinedHow,
  mergedReference,
  type RecordRow,
  type ReferenceRow,
} from './handover-body.ts';
import { handoverLabel, writeEnvelope } from './handover-file.ts';
import type { RowsOut } from './rows.ts';
import { rowsForPractitioner } from './rows-for-practitioner.ts';
import { rowsForSupervisor } from './rows-for-supervisor.ts';

export interface MadeHandover {
  readonly fileName: string;
  readonly blob: Blob;
  /** Five words, shown once. They are kept nowhere. */
  readonly code: string;
  /** What is in the file, in words. */
  readonly contents: readonly string[];
  readonly handoverId: string;
}

/**
 * A file for one other person: for whoever supervises me what I have shared, for anybody else what is
 * theirs. See [Note: The hand-over file]. What goes out is noted before the file is given out: the next
 * merge is measured against it. Throws StorageError; there is no file then.
 */
export async function makeHandover(
  workspace: Workspace,
  otherRef: string,
  derive: DeriveFromPassphrase,
): Promise<MadeHandover> {
  return makeFile(workspace, derive, (file) => builtHandover(workspace, otherRef, file));
}

export interface FileIds {
  readonly fileId: RecordId;
  readonly device: string;
}

interface Built {
  readonly handover: Handover;
  /** The person it is for, as first known here. */
  readonly otherRef: string;
  /** What else is written with it, in the same change. */
  readonly writes?: readonly Write[];
}

/** Any kind of file: noted, then sealed. Throws StorageError; there is no file then. */
export async function makeFile(
  workspace: Workspace,
  derive: DeriveFromPassphrase,
  build: (file: FileIds) => Promise<Built>,
): Promise<MadeHandover> {
  if (!(await workspace.queue.flush())) {
    throw new StorageError('failed', 'text that is not saved yet would be left out of the file');
  }
  // What was said of actions after sharing goes into their history with this file.
  await shareChanges(workspace);
  const fileId = workspace.ports.newId() as RecordId; // a port makes ids
  const device = await deviceOf(workspace);
  let handover: Handover | undefined;
  await workspace.change(async () => {
    const built = await build({ fileId, device });
    handover = built.handover;
    return [...(await notedWrites(workspace, built.otherRef, handover)), ...(built.writes ?? [])];
  });
  assert(handover, 'a change that was committed was worked out');

  const code = await suggestPassphrase();
  const sealed = await sealHandover(handoverLabel, JSON.stringify(handover), code, derive);
  return {
    fileName: `footprint-handover-${todayIn(workspace)}-${fileId.slice(0, 4)}.fphandover`,
    blob: new Blob([await writeEnvelope(sealed)], { type: 'application/json' }),
    code,
    contents: contentsOf(handover),
    handoverId: fileId,
  };
}

async function builtHandover(
  workspace: Workspace,
  otherRef: string,
  file: FileIds,
): Promise<Built> {
  const settings = settingsOf(workspace);
  const { mine, theirs } = bothOf(workspace, otherRef);
  const kind = mySupervisors(workspace).includes(otherRef) ? 'forSupervisor' : 'forPractitioner';
  const before = exchangedWith(workspace, otherRef);
  const rows = await rowsFor(workspace, kind, { mine, theirs, settings, before });
  return { otherRef, handover: handoverOf(workspace, { kind, otherRef, file, rows }) };
}

function bothOf(workspace: Workspace, otherRef: string) {
  const { me } = settingsOf(workspace);
  const mine = findStaff(workspace, me)?.body;
  const theirs = findStaff(workspace, otherRef)?.body;
  assert(mine && theirs && otherRef !== me, 'a file is for somebody else on the list');
  return { mine, theirs };
}

interface Contents {
  readonly kind: Handover['kind'];
  readonly otherRef: string;
  readonly file: FileIds;
  readonly rows: RowsOut;
}

/** What goes under the seal. */
export function handoverOf(
  workspace: Workspace,
  { kind, otherRef, file, rows }: Contents,
  more: Partial<Pick<Handover, 'about' | 'coverFrom' | 'coverTo' | 'seesNotes'>> = {},
): Handover {
  const { me, alsoMe, profileId, caseSystem, organisation } = settingsOf(workspace);
  const { mine, theirs } = bothOf(workspace, otherRef);
  const { fileId, device } = file;
  return {
    kind,
    fileId,
    serial: nextSerial(workspace, device),
    device,
    madeAt: workspace.now,
    from: { ref: me, refs: [me, ...alsoMe], name: mine.name, role: mine.role },
    to: { ref: theirs.ref, name: theirs.name },
    profileId,
    caseSystem,
    organisation,
    ...{ about: [], coverFrom: '', coverTo: '', seesNotes: false },
    ...more,
    ...withBases(rows, exchangedWith(workspace, otherRef)),
  };
}

function rowsFor(
  workspace: Workspace,
  kind: Handover['kind'],
  people: {
    readonly mine: Staff;
    readonly theirs: Staff;
    readonly settings: Settings;
    readonly before: ExchangedBefore;
  },
): RowsOut | Promise<RowsOut> {
  if (kind === 'forPractitioner') return rowsForPractitioner(workspace, people);
  return rowsForSupervisor(workspace, people.theirs.ref, people.settings);
}

function withBases({ reference, records, awaiting }: RowsOut, before: ExchangedBefore) {
  const baseOf = (key: string) => before.get(key)?.body.received.hash ?? '';
  return {
    awaiting: [...awaiting],
    reference: reference.map(
      (row): ReferenceRow => ({ ...row, basedOn: baseOf(keyOfReference(row)) }),
    ),
    records: records.map((row): RecordRow => ({ ...row, basedOn: baseOf(row.id) })),
  };
}

const keyOfReference = ({ collection, ref }: Pick<ReferenceRow, 'collection' | 'ref'>): string =>
  referenceKey(collection, ref);

/** That the file was made, and every body in it that can change: they are the bases of later merges. */
async function notedWrites(
  workspace: Workspace,
  otherRef: string,
  handover: Handover,
): Promise<readonly Write[]> {
  const { kind, fileId, device, serial, madeAt, reference, records } = handover;
  const before = exchangedWith(workspace, otherRef);
  const sent = [
    ...reference
      .filter(({ collection }) => bringsList(kind) && mergedReference.includes(collection))
      .map((row) => ({ key: keyOfReference(row), text: row.text })),
    ...records
      .filter(({ collection }) => joinedHow[collection] === 'merged')
      .map(({ id, text }) => ({ key: id as string, text })),
  ];
  const writes = await Promise.all(
    sent.map(async ({ key, text }) => {
      const held = before.get(key);
      const body = withSent(held?.body ?? emptyExchanged(otherRef, key), await sha256(text), text);
      return exchangedWrites(workspace, held, body);
    }),
  );
  const row: HandoverRow = {
    id: fileId,
    direction: 'made',
    kind,
    about: handover.about.map(({ ref }) => ref),
    otherRef,
    device,
    serial,
    madeAt,
    takenInAt: '',
    contents: [...contentsOf(handover)],
    ids: records.filter(({ collection }) => joinedHow[collection] !== 'merged').map(({ id }) => id),
  };
  return [
    ...writes.flat(),
    created('handovers', fileId, row),
    auditWrite(workspace, 'handoverMade', fileId),
  ];
}
