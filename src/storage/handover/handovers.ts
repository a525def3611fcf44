import { assert } from '#domain/assert.ts';
import type { Handover } from '#domain/records/handover.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

const handovers = (workspace: Reads, direction: Handover['direction']): readonly Handover[] =>
  bodies(workspace, 'handovers').filter((each) => each.direction === direction);

export const madeFor = (workspace: Reads, otherRef: string): readonly Handover[] =>
  handovers(workspace, 'made').filter((each) => each.otherRef === otherRef);

/** The files that were made by one device, as far as they are known here. */
export const madeOn = (workspace: Reads, device: string): readonly Handover[] =>
  handovers(workspace, 'made').filter((each) => each.device === device);

export const nextSerial = (workspace: Reads, device: string): number =>
  Math.max(0, ...madeOn(workspace, device).map(({ serial }) => serial)) + 1;

/** Files of one other device that were taken in, the newest of them last. */
export const takenInFrom = (workspace: Reads, device: string): readonly Handover[] =>
  handovers(workspace, 'takenIn')
    .filter((each) => each.device === device)
    .toSorted((a, b) => a.serial - b.serial);

/** This copy of the database: a restored backup is another one, so its files are counted anew. */
export async function deviceOf({ db, vault }: Workspace): Promise<string> {
  const clientId = (await db.meta.get('clientId'))?.value;
  assert(clientId !== undefined, `database ${vault.id} has no client id`);
  return String(clientId);
}
