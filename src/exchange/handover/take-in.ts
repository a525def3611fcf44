import type { Exchanged, Handover as HandoverRow } from '#domain/records/handover.ts';
import type { Stored } from '#domain/records/schemas.ts';
import type { Settings } from '#domain/records/settings.ts';
import { auditWrite } from '#storage/audit.ts';
import {
  emptyExchanged,
  exchangedWith,
  exchangedWrites,
  withReceived,
} from '#storage/handover/exchanged.ts';
import { mySupervisors } from '#storage/handover/my-supervisors.ts';
import type { Write } from '#storage/save.ts';
import { findSettings, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, put } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';
import { checkHandover, isForMyName } from './check-handover.ts';
import { contentsOf } from './contents.ts';
import type { Handover } from './handover-body.ts';
import { newsOf } from './news.ts';
import { peopleOf } from './people.ts';
import { type Plan, planTakeIn } from './plan-take-in.ts';
import type { Met, Planned } from './planned.ts';

export interface TakenIn {
  /** Children and records that are new or changed here. */
  readonly taken: number;
  /** Texts changed on both devices: both are kept in the record, and asked about. */
  readonly clashes: number;
  readonly contents: readonly string[];
  /** Sentences: what was not taken in, and why. */
  readonly refused: readonly string[];
}

export interface Beside {
  /** A new supervisor is one beside those I have, and takes nobody's place (SUPV5). */
  readonly beside?: boolean;
}

/**
 * Takes a file in, all or none (HAND5–HAND10). Text still in the save queue is written before it, and a
 * form that is open is never written into: its next save merges by field. A file that is refused changes
 * nothing and says why. "Is this you?" has been answered by whoever calls. Throws StorageError.
 */
export async function takeIn(
  workspace: Workspace,
  handover: Handover,
  { beside = false }: Beside = {},
): Promise<TakenIn> {
  let result: TakenIn = { taken: 0, clashes: 0, contents: [], refused: [] };
  await workspace.change(async () => {
    // Asked again here: another tab may have taken the same file in meanwhile.
    const checked = checkHandover(workspace, handover);
    if (checked.outcome === 'refused') {
      result = { taken: 0, clashes: 0, contents: [], refused: [checked.reason] };
      return [];
    }
    const settings = settingsAfter(workspace, handover, { held: settingsOf(workspace), beside });
    const plan = planTakeIn(workspace, handover, settings);
    result = resultOf(plan, handover);
    return takingWrites(workspace, handover, plan, settings);
  });
  return result;
}

/** The same for somebody whose records begin with this file: there is nothing yet to check it against. */
export async function takeInFirst(
  workspace: Workspace,
  handover: Handover,
  settings: Settings,
): Promise<void> {
  await workspace.change(() => {
    const plan = planTakeIn(workspace, handover, settings);
    return takingWrites(workspace, handover, plan, settings);
  });
}

function resultOf({ rows, refused }: Plan, handover: Handover): TakenIn {
  const { newChildren, added, changed } = newsOf(rows);
  return {
    taken: newChildren + added + changed,
    clashes: rows.flatMap(({ clashes }) => clashes).length,
    contents: contentsOf(handover),
    refused,
  };
}

/** Who supervises me, and by which reference another device knows me. */
function settingsAfter(
  workspace: Workspace,
  handover: Handover,
  { held, beside }: { readonly held: Settings; readonly beside: boolean },
): Settings {
  const alsoMe = isForMyName(workspace, handover) ? [handover.to.ref as string] : [];
  const settings = { ...held, alsoMe: [...held.alsoMe, ...alsoMe] };
  if (handover.kind !== 'forPractitioner') return settings;
  const { from } = peopleOf(workspace, handover, held);
  if (mySupervisors(workspace).includes(from)) return settings;
  if (beside) return { ...settings, alsoSupervisedBy: [...held.alsoSupervisedBy, from] };
  return { ...settings, supervisorRef: from };
}

async function takingWrites(
  workspace: Workspace,
  handover: Handover,
  { rows, people }: Plan,
  settings: Settings,
): Promise<readonly Write[]> {
  const { vault } = workspace;
  const { fileId, device, serial, madeAt } = handover;
  const before = exchangedWith(workspace, people.from);
  const written = await Promise.all(rows.map((row) => rowWrites(workspace, row)));
  const met = await Promise.all(
    rows
      .flatMap((row) => (row.met ? [row.met] : []))
      .map(async (each) => {
        const held = before.get(each.key);
        const body = await withMet(
          held?.body ?? emptyExchanged(people.from, each.key),
          each,
          device,
        );
        return exchangedWrites(workspace, held, body);
      }),
  );
  const taken: HandoverRow = {
    id: fileId,
    direction: 'takenIn',
    kind: handover.kind,
    about: [...people.about],
    otherRef: people.from,
    device,
    serial,
    madeAt,
    takenInAt: workspace.now,
    contents: [...contentsOf(handover)],
    ids: [],
  };
  const settingsId = await vault.referenceId('settings', 'own');
  return [
    ...written.flat(),
    ...met.flat(),
    ...put(findSettings(workspace), 'settings', settingsId, settings),
    created('handovers', fileId, taken),
    auditWrite(workspace, 'handoverTakenIn', fileId, settings.me),
  ];
}

/** What is here now is kept as a version before anything of theirs is put in its place. */
async function rowWrites({ vault }: Workspace, row: Planned): Promise<readonly Write[]> {
  const { collection, status, held, place, text } = row;
  if (status === 'same') return [];
  const body = row.body as Stored<typeof collection>; // planned by its collection
  if (held) return [{ collection, id: held.id, basedOn: held.v, body, keepOld: 'replaced' }];
  const id = typeof place === 'string' ? place : await vault.referenceId(place.kind, place.ref);
  return [created(collection, id, body, text)];
}

async function withMet(held: Exchanged, met: Met, device: string): Promise<Exchanged> {
  const received = {
    hash: await sha256(met.text),
    text: JSON.stringify(met.theirs),
    basedOn: met.basedOn,
    device,
    base: JSON.stringify(met.base),
  };
  return withReceived({ ...held, as: met.as || held.as }, received);
}
