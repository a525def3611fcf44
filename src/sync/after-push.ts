import { unsent } from '#storage/save.ts';
import type { Seen, SyncStep } from '#storage/sync/sync-steps.ts';
import type { Workspace } from '#storage/workspace.ts';
import { acknowledged } from './acknowledge.ts';
import { type Frozen, sealFrozen } from './frozen.ts';
import { planTake } from './take.ts';
import type { Result } from './wire/push.ts';

/** What the answer to one mutation does to its record here (LOOP6 to LOOP9). Throws VaultError. */
export async function stepAfter(
  workspace: Workspace,
  frozen: Frozen,
  result: Result,
  seen: Seen,
): Promise<SyncStep | undefined> {
  const { recordId: id, mutationId } = frozen.mutation;
  // Answered twice, or by another tab's cycle: what is on the disk has moved on.
  if (seen.outbox?.mutationId !== mutationId) return undefined;
  switch (result.status) {
    case 'applied':
    case 'duplicate':
      // Typed over in flight, it has more to say before it goes.
      return result.held && seen.outbox.again === 0
        ? leaves(id, seen)
        : acknowledged(workspace, id, seen, result.rev);
    case 'conflict':
      if (!result.server) return refused(workspace, frozen, seen, 'not_yours');
      return (await planTake(workspace, result.server, seen, 'conflict')).step;
    case 'rejected':
      return refused(workspace, frozen, seen, result.code);
    case 'deferred':
      return undefined; // it stays in flight, and is sent again as it is
  }
}

/** LOOP8: taken for whoever is responsible now; with that it is safe, and leaves this device. */
const leaves = (id: string, seen: Seen): SyncStep => ({ id, seen, row: 'gone', outbox: 'gone' });

/** LOOP9: kept here, said with its reason, and sent again once it says something else. */
export async function refused(
  { vault, ports }: Workspace,
  frozen: Frozen,
  seen: Seen,
  code: string,
): Promise<SyncStep> {
  const id = frozen.mutation.recordId;
  // Typed over while it was in flight: what it says now has not been refused yet.
  if (seen.outbox?.again === 1) return { id, seen, outbox: { id, ...unsent(ports.newId()) } };
  return { id, seen, outbox: await sealFrozen(vault, { ...frozen, refusedFor: code }, 'refused') };
}
