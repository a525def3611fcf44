import { expect, it } from 'vitest';
import { ChildAction } from '#domain/records/action.ts';
import { StaffNote } from '#domain/records/staff-note.ts';
import { created } from '#storage/writes.ts';
import { needsPerson, tryAgain } from '#sync/waiting.ts';
import { tokenOf } from '../directories.ts';
import { SLOW_START_MS, startTestEndpoint } from '../endpoint.ts';
import { aDevice, closeDevice, type Device, syncDevice } from './device.ts';
import { networkTo } from './network.ts';
import { PRIYA, SAM, supervisedBy, TODAY } from './people.ts';

const newId = () => crypto.randomUUID();
const own = { [SAM]: ['local:sam'], [PRIYA]: ['local:priya'], C1: ['local:child'] };

/** Begun with no council's reference known: his own, hers and the child's were made on his device. */
async function write({ workspace }: Device): Promise<readonly string[]> {
  const [note, action] = [newId(), newId()];
  const by = { createdAt: workspace.now, createdBy: 'local:sam', savedAt: workspace.now };
  const of = { superviseeRef: 'local:priya', sessionId: note, finalisedAt: workspace.now };
  const child = { childRef: 'local:child', sessionId: note, discussionId: note, what: 'Visit' };
  await workspace.change(() => [
    created('notes', note, StaffNote.parse({ id: note, ...of, ...by })),
    created('childActions', action, ChildAction.parse({ id: action, ...child, ...by })),
  ]);
  return [note, action];
}

async function devices() {
  const sam = await aDevice('laptop', 'local:sam', tokenOf(SAM), newId);
  const priya = await aDevice('priya', PRIYA, tokenOf(PRIYA), newId);
  return { sam, priya };
}

it(
  '[DIR5] records begun by hand are sent once the directory lists their references as aliases',
  async () => {
    const endpoint = await startTestEndpoint({
      directory: { ...supervisedBy(SAM), aliases: own },
      today: TODAY,
    });
    const net = networkTo({
      ...{ fetch: endpoint.fetch, faults: [], type: async () => {} },
      ...{ crash: () => {}, failDisk: () => {} },
    });
    const { sam, priya } = await devices();
    const [note = '', action = ''] = await write(sam);

    endpoint.setDirectory(supervisedBy(SAM));
    expect(await syncDevice(sam, net)).toMatchObject({ outcome: 'wrongPerson' });

    endpoint.setDirectory({ ...supervisedBy(SAM), aliases: { [SAM]: own[SAM] } });
    await syncDevice(sam, net);
    const refused = await needsPerson(sam.workspace);
    expect(refused.map(({ id }) => id).toSorted()).toEqual([note, action].toSorted());

    endpoint.setDirectory({ ...supervisedBy(SAM), aliases: own });
    for (const { id } of refused) await tryAgain(sam.workspace, id);
    expect(await syncDevice(sam, net)).toMatchObject({ outcome: 'done', sent: 2 });
    await syncDevice(priya, net);
    expect(priya.workspace.set.find('notes', note)?.body.superviseeRef).toBe('local:priya');
    expect(priya.workspace.set.find('childActions', action)?.body.what).toBe('Visit');
    await Promise.all([closeDevice(sam), closeDevice(priya), endpoint.close()]);
  },
  SLOW_START_MS,
);
