import { valueAt } from '#domain/record-paths.ts';
import { ChildAction } from '#domain/records/action.ts';
import { Preparation } from '#domain/records/preparation.ts';
import type { Stored } from '#domain/records/schemas.ts';
import { StaffNote } from '#domain/records/staff-note.ts';
import { clashesOf } from '#storage/merge-clashes.ts';
import { removeRows } from '#storage/remove-rows.ts';
import { settleClash } from '#storage/settle-clash.ts';
import { created, updated } from '#storage/writes.ts';
import type { Device } from './device.ts';
import { failOnce } from './disk.ts';
import { bringInExtract } from './extract.ts';
import { CHILDREN, PRIYA, SAM } from './people.ts';
import type { World } from './world.ts';

/** What a newer version of the app wrote beside what this one knows. */
const later = { later: { kept: true, list: [1, { deep: 'yes' }] } };

/** A new record of the person: hers a preparation, his a note or, for a child, an action. */
export async function create(
  world: World,
  device: Device,
  kind: 'text' | 'action',
): Promise<string> {
  const { workspace, person, isOld = false } = device;
  const id = world.newId();
  const by = { createdAt: workspace.now, createdBy: person, savedAt: workspace.now };
  world.met.create += 1;
  if (kind === 'action' && !isOld) {
    const childRef = CHILDREN[0];
    const body = { id, childRef, sessionId: id, discussionId: id, what: 'Visit', ...by, ...later };
    await workspace.change(() => [created('childActions', id, ChildAction.parse(body))]);
    return id;
  }
  if (person === PRIYA) {
    const body = { id, superviseeRef: PRIYA, supervisorRef: SAM, sessionId: id, ...by, ...later };
    await workspace.change(() => [created('preparations', id, Preparation.parse(body))]);
    return id;
  }
  const body = { id, superviseeRef: PRIYA, sessionId: id, managerial: later, ...by, ...later };
  await workspace.change(() => [created('notes', id, StaffNote.parse(body))]);
  return id;
}

const fields = { notes: ['location', 'disagreement'], preparations: ['wants', 'wants'] } as const;
type TextCollection = keyof typeof fields;

/** Open drafts of this person that are on the device, oldest first. */
export function draftsOn({
  workspace,
  person,
}: Device): readonly { id: string; of: TextCollection }[] {
  return (['notes', 'preparations'] as const).flatMap((of) =>
    [...workspace.set.all(of).values()]
      .filter(
        ({ body }) => body.createdBy === person && !('finalisedAt' in body && body.finalisedAt),
      )
      .map(({ id }) => ({ id, of })),
  );
}

let count = 0;

/** Types a text of its own into a field, and waits until it is on the disk. */
export async function type(world: World, device: Device, at: number, which: number): Promise<void> {
  const drafts = draftsOn(device);
  const draft = drafts[at % Math.max(1, drafts.length)];
  if (!draft) return;
  const field = fields[draft.of][which % 2] ?? 'wants';
  count += 1;
  const text = `text ${count} of ${device.name}`;
  const { workspace } = device;
  const record = workspace.set.find(draft.of, draft.id);
  if (!record) return;
  // A form holds what was typed in it, saved or not.
  const typedIn = workspace.queue.unsaved(draft.id)?.body ?? record.body;
  const body = { ...typedIn, [field]: text, savedAt: workspace.now } as Stored<TextCollection>;
  workspace.draft({ collection: draft.of, id: draft.id, body });
  const place = `${device.name} ${draft.id} ${field}`;
  world.perhaps.set(text, place);
  // Finished or removed in another tab, it does not take it: only what is said to be saved counts.
  if (!(await workspace.queue.flushOne(draft.id))) return;
  world.met.type += 1;
  world.typed.set(place, { ...{ device: device.name, record: draft.id, field, text } });
  world.perhaps.delete(text);
}

/** The disk is full for one save; what was typed is kept on the screen and saved by the next. */
export async function typeOnFullDisk(
  world: World,
  device: Device,
  at: number,
  which: number,
): Promise<void> {
  const mend = failOnce(device.workspace, which === 0 ? 'rows' : 'outbox', {
    name: 'QuotaExceededError',
  });
  const { type: before } = world.met;
  await type(world, device, at, which);
  mend();
  if (world.met.type > before)
    throw new Error('A save that the disk had no room for is said to be done');
  world.met.fullDisk += 1;
  await type(world, device, at, which);
}

/** Finishes a draft: from then on nothing changes its text. */
export async function finalise(world: World, device: Device, at: number): Promise<void> {
  const { workspace } = device;
  const drafts = draftsOn(device).filter(({ of }) => of === 'notes');
  const draft = drafts[at % Math.max(1, drafts.length)];
  if (!draft) return;
  const written = await workspace.change((set) => {
    const record = set.find('notes', draft.id);
    if (!record || clashesOf(record.body).length > 0) return [];
    return [updated(record, { ...record.body, finalisedAt: workspace.now }, 'final')];
  });
  world.met.finalise += written.length;
}

/** A person's own act, on the list of what may go. */
export async function remove(world: World, device: Device, at: number): Promise<void> {
  const drafts = draftsOn(device);
  const draft = drafts[at % Math.max(1, drafts.length)];
  if (!draft) return;
  if (await device.workspace.db.outbox.get(draft.id)) return; // what waits to be sent is not on that list
  world.removed.add(draft.id);
  world.met.remove += 1;
  await removeRows(device.workspace, [draft.id], [], 'everywhere');
}

/** A person chooses one of two texts, or both, wherever something waits for that on this device. */
export async function settle(
  world: World,
  { workspace }: Device,
  choice: 'ours' | 'theirs' | 'both',
): Promise<void> {
  for (const collection of ['notes', 'preparations'] as const) {
    for (const record of workspace.set.all(collection).values()) {
      const [clash] = clashesOf(record.body);
      if (!clash) continue;
      world.met.settle += 1;
      world.settled.add(record.id);
      // What stands there now, and not what did when the two were found.
      if (choice === 'theirs') world.letGo.add(String(valueAt(record.body, clash.path)));
      await settleClash(workspace, { collection, id: record.id }, clash, choice);
    }
  }
}

/** The same extract of the council's system, on whichever device. */
export async function importExtract(world: World, { workspace }: Device): Promise<void> {
  await bringInExtract(workspace);
  world.met.importExtract += 1;
}
