import { expect, it } from 'vitest';
import { Handover } from '#domain/records/handover.ts';
import { created } from '#storage/writes.ts';
import { aWorkspace, openAgain } from '../../../test/workspaces.ts';
import { deviceOf, madeFor, madeOn, nextSerial, takenInFrom } from './handovers.ts';

const aFile = (over: object) =>
  Handover.parse({
    ...{ id: crypto.randomUUID(), direction: 'made', otherRef: 'S1', device: 'here', serial: 1 },
    ...{ madeAt: '2026-11-20T10:00:00.000Z', ...over },
  });

it('files are counted for each device on its own, whomever they are for', async () => {
  const workspace = await aWorkspace();
  expect(nextSerial(workspace, 'here')).toBe(1);
  const files = [
    aFile({ serial: 1 }),
    aFile({ serial: 2, otherRef: 'S2' }),
    aFile({ serial: 7, device: 'before the backup' }),
    aFile({ serial: 9, direction: 'takenIn', device: 'theirs' }),
    aFile({ serial: 4, direction: 'takenIn', device: 'theirs' }),
  ];
  await workspace.change(() => files.map((file) => created('handovers', file.id, file)));
  expect(nextSerial(workspace, 'here')).toBe(3);
  expect(nextSerial(workspace, 'theirs')).toBe(1);
  expect(madeOn(workspace, 'theirs')).toEqual([]);
  expect(madeFor(workspace, 'S1').map(({ serial }) => serial)).toEqual([1, 7]);
  expect(takenInFrom(workspace, 'theirs').map(({ serial }) => serial)).toEqual([4, 9]);
});

it('a device is one copy of a database: the same in another tab, and another for another person', async () => {
  const workspace = await aWorkspace();
  const device = await deviceOf(workspace);
  expect(await deviceOf(await openAgain(workspace))).toBe(device);
  expect(await deviceOf(await aWorkspace())).not.toBe(device);
});
