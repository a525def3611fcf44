import { mySigningRole } from '#storage/signing/record-to-sign.ts';
import { signRecords } from '#storage/signing/sign-records.ts';
import { sittings } from '#storage/signing/sitting-clock.ts';
import { create, draftsOn, finish, removeDraft, typeIn } from './acts.ts';
import type { Device } from './device.ts';
import { finishedOn, signaturesOn, signedBy } from './signatures.ts';
import type { World } from './world.ts';

/**
 * The supervisor signs a session's note, and each what they wrote themselves, with this device's own key. Where
 * nothing is there to be signed something is finished first.
 */
export async function sign(world: World, device: Device, at: number): Promise<void> {
  const [draft] = draftsOn(device).filter(({ of }) => of === 'notes');
  if (unsignedOn(device).length === 0) {
    if (draft && at % 2) await finish(world, device, draft.id);
    else await create(world, device, 'correction');
  }
  const mine = unsignedOn(device);
  const id = mine[at % Math.max(1, mine.length)];
  if (id !== undefined) await signOne(world, device, id);
}

/** Finished texts that this person may sign and has not. */
function unsignedOn({ workspace, person }: Device): readonly string[] {
  const own = signaturesOn(workspace).filter(({ body }) => body.signerRef === person);
  const signed = new Set(own.map(signedBy));
  return finishedOn(workspace)
    .map(({ id }) => id)
    .filter((id) => !signed.has(id) && mySigningRole(workspace, id).outcome === 'may');
}

export async function signOne(world: World, { workspace }: Device, id: string): Promise<void> {
  const before = new Set(signaturesOn(workspace).map((each) => each.id));
  // That a person is asked for their passphrase first has tests of its own.
  const now = workspace.ports.nowMs();
  sittings.set(workspace, { fromMs: now, untilMs: now + 60_000 });
  const { outcome } = await signRecords(workspace, { recordIds: [id] });
  if (outcome !== 'signed') return;
  world.met.sign += 1;
  const signedText = workspace.set.findAnywhere(id)?.text ?? '';
  for (const signature of signaturesOn(workspace)) {
    if (before.has(signature.id)) continue;
    const recordId = signedBy(signature);
    world.signed.push({ id: signature.id, recordId, text: signature.text, signedText });
  }
}

export const meanwhile = ['finishes and signs', 'finishes', 'types', 'removes'] as const;
export type Meanwhile = (typeof meanwhile)[number];

/** The same note is finished and signed on one device of a person, while on the other it is still a draft. */
export async function signBoth(
  world: World,
  [first, second]: readonly [Device, Device],
  which: Meanwhile,
): Promise<void> {
  const there = new Set(draftsOn(second).map(({ id }) => id));
  const draft = draftsOn(first).find(({ id, of }) => of === 'notes' && there.has(id));
  if (!draft) return;
  const { id } = draft;
  if (!(await finish(world, first, id))) return;
  world.met.signBoth += 1;
  await signOne(world, first, id);
  if (which === 'types') await typeIn(world, second, draft, 0);
  else if (which === 'removes') await removeDraft(world, second, id);
  else if (await finish(world, second, id)) {
    if (which === 'finishes and signs') await signOne(world, second, id);
  }
}
