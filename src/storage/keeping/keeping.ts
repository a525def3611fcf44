import type { ChildRef, RecordId, StaffRef } from '#domain/ids.ts';
import { heldBy } from '#domain/keeping/holds.ts';
import { Keeping, type Periods } from '#domain/records/keeping.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, put, todayIn, updated } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set'>;

const none: Periods = Keeping.shape.periods.parse({});

const periodsRow = (workspace: Reads): OpenRecord<'keeping'> | undefined =>
  findAll(workspace, 'keeping', ({ what }) => what === 'periods').at(0);

/** How long each kind stays; '' is not set. */
export const periodsOf = (workspace: Reads): Periods => periodsRow(workspace)?.body.periods ?? none;

/** The council's periods, all of them. Throws StorageError. */
export async function setPeriods(workspace: Workspace, periods: Periods): Promise<void> {
  const id = (await workspace.vault.referenceId('keeping', 'periods')) as RecordId; // an id of our own making
  await workspace.change(() => {
    const { now: at } = workspace;
    const row = periodsRow(workspace);
    const body = Keeping.parse({ id, what: 'periods', at, by: settingsOf(workspace).me, periods });
    return put(row, 'keeping', row?.id ?? id, body);
  });
}

export interface NewHold {
  /** One of the two. */
  readonly childRef?: ChildRef | undefined;
  readonly staffRef?: StaffRef | undefined;
  readonly reason: string;
  readonly heldBy: string;
  readonly from: string;
}

/** KEEP3: from now on nothing about this child or person is listed or removed. Throws StorageError. */
export async function startHold(workspace: Workspace, hold: NewHold): Promise<void> {
  const { childRef, staffRef, ...rest } = hold;
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  await workspace.change(() => [
    created('keeping', id, {
      ...Keeping.parse({
        ...rest,
        id,
        what: 'hold',
        at: workspace.now,
        by: settingsOf(workspace).me,
      }),
      ...(childRef ? { childRef } : {}),
      ...(staffRef ? { staffRef } : {}),
    }),
  ]);
}

/** The hold stays to be read, with the day it ended. */
export async function endHold(workspace: Workspace, id: string): Promise<void> {
  await workspace.change((set) => {
    const hold = set.find('keeping', id);
    return hold && hold.body.endedOn === ''
      ? [updated(hold, { ...hold.body, endedOn: todayIn(workspace) }, 'replaced')]
      : [];
  });
}

export const holdsOf = (workspace: Reads): readonly Keeping[] =>
  bodies(workspace, 'keeping')
    .filter(({ what }) => what === 'hold')
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));

export const heldIn = (workspace: Reads) => heldBy(bodies(workspace, 'keeping'));
