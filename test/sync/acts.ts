import { statedAuthorOf } from '#domain/record-header.ts';
import { ChildAction } from '#domain/records/action.ts';
import { ChildAmendment } from '#domain/records/child-record.ts';
import { Preparation } from '#domain/records/preparation.ts';
import type { Stored } from '#domain/records/schemas.ts';
import { StaffNote } from '#domain/records/staff-note.ts';
import { valueAt } from '#domain/versions/record-paths.ts';
import { removeRows } from '#storage/remove-rows.ts';
import { clashesOf } from '#storage/sync/merge-clashes.ts';
import { settleClash } from '#storage/sync/settle-clash.ts';
import { created, updated } from '#storage/writes.ts';
import type { Device } from './device.ts';
import { failOnce } from './disk.ts';
import { bringInExtract } from './extract.ts';
import { CHILDREN, PRIYA, SAM } from './people.ts';
import { finishedOn, sessionOf, signaturesOn } from './signatures.ts';
import type { World } from './world.ts';

/** What a newer version of the app wrote beside what this one knows. */
const later = { later: { kept: true, list: [1, { deep: 'yes' }] } };

/**
 * A new record of the person: hers a preparation, his a note or, for a child, an action or a correction, which
 * is finished as it is made.
 */
export async function create(
  world: World,
  device: Device,
  kind: 'text' | 'action' | 'correction',
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
  if (kind === 'correction') {
    const of = { file: 'child', childRef: CHILDREN[0], recordId: id, recordHash: '' } as const;
    const text = textOf(world, device);
    const said = { text, reason: 'As she told it', at: workspace.now, by: person, byRef: person };
    const body = ChildAmendment.parse({ id, ...of, ...said, ...later });
    await workspace.change(() => [created('childAmendments', id, body)]);
    world.typed.set(`${device.name} ${id} text`, {
      ...{ device: device.name, record: id, field: 'text', text },
    });
    return id;
  }
  if (person === PRIYA) {
    const body = { id, superviseeRef: PRIYA, supervisorRef: SAM, sessionId: id, ...by, ...later };
    await workspace.change(() => [created('preparations', id, Preparation.parse(body))]);
    return id;
  }
  const of = { superviseeRef: PRIYA, sessionId: world.newId() };
  const body = { id, ...of, managerial: later, ...by, ...later };
  await workspace.change(() => [created('notes', id, StaffNote.parse(body))]);
  return id;
}

const fields = { notes: ['location', 'disagreement'], preparations: ['wants', 'wants'] } as const;
type TextCollection = keyof typeof fields;
interface Draft {
  readonly id: string;
  readonly of: TextCollection;
}

/** Open drafts of this person that are on the device, oldest first. */
export function draftsOn({ workspace, person }: Device): readonly Draft[] {
  return (['notes', 'preparations'] as const).flatMap((of) =>
    [...workspace.set.all(of).values()]
      .filter(
        ({ body }) => body.createdBy === person && !('finalisedAt' in body && body.finalisedAt),
      )
      .map(({ id }) => ({ id, of })),
  );
}

function textOf(world: World, { name }: Device): string {
  world.texts += 1;
  return `text ${world.texts} of ${name}`;
}

/** Types a text of its own into a field, and waits until it is on the disk. */
export async function type(world: World, device: Device, at: number, which: number): Promise<void> {
  const drafts = draftsOn(device);
  const draft = drafts[at % Math.max(1, drafts.length)];
  if (draft) await typeIn(world, device, draft, which);
}

export async function typeIn(
  world: World,
  device: Device,
  draft: Draft,
  which: number,
): Promise<void> {
  const field = fields[draft.of][which % 2] ?? 'wants';
  const text = textOf(world, device);
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
  const drafts = draftsOn(device).filter(({ of }) => of === 'notes');
  const draft = drafts[at % Math.max(1, drafts.length)];
  if (draft) await finish(world, device, draft.id);
}

/** False of a note that holds two texts, and of one that is not there or finished already. */
export async function finish(world: World, { workspace }: Device, id: string): Promise<boolean> {
  const written = await workspace.change((set) => {
    const record = set.find('notes', id);
    if (record?.body.finalisedAt !== '' || clashesOf(record.body).length > 0) return [];
    const session = sessionOf(record.body, later);
    return [
      updated(record, { ...record.body, finalisedAt: workspace.now }, 'final'),
      ...(set.find('sessions', session.id) ? [] : [created('sessions', session.id, session)]),
    ];
  });
  const [final] = written;
  if (!final) return false;
  world.finished.add(final.text);
  world.met.finalise += 1;
  return true;
}

/** A person's own act, on the list of what may go. */
export async function remove(world: World, device: Device, at: number): Promise<void> {
  const drafts = draftsOn(device);
  const draft = drafts[at % Math.max(1, drafts.length)];
  if (draft) await removeDraft(world, device, draft.id);
}

export async function removeDraft(world: World, device: Device, id: string): Promise<void> {
  if (await device.workspace.db.outbox.get(id)) return; // what waits to be sent is not on that list
  world.removed.add(id);
  world.met.remove += 1;
  await removeRows(device.workspace, [id], [], 'everywhere');
}

/** A finished record of their own that was kept long enough, with the signatures under it that are here. */
export async function removeFinished(world: World, device: Device, at: number): Promise<void> {
  const { workspace, person } = device;
  const mine = finishedOn(workspace).filter(
    ({ collection, body }) => statedAuthorOf(collection, { ...body }) === person,
  );
  const record = mine[at % Math.max(1, mine.length)];
  if (!record) return;
  const under = signaturesOn(workspace).filter(
    ({ body }) => body.signerRef === person && JSON.stringify(body).includes(record.id),
  );
  const ids = [record, ...under].map(({ id }) => id);
  const waiting = await workspace.db.outbox.bulkGet(ids);
  if (waiting.some((row) => row !== undefined)) return; // likewise
  for (const id of ids) world.removed.add(id);
  world.met.removeFinished += 1;
  await removeRows(workspace, ids, [], 'everywhere');
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
