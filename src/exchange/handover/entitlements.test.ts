import { expect, it } from 'vitest';
import { cancelSession } from '#storage/session/cancellations.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { planSession } from '#storage/session/sessions.ts';
import {
  newEntitlement,
  sendEntitlement,
  settleEntitlement,
} from '#storage/staff-file/entitlements.ts';
import { entitlementsFrom, myEntitlements } from '#storage/staff-file/entitlements-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { hostileTexts } from '../../../test/builders.ts';
import { carry, made, twoPeople } from '../../../test/handovers.ts';
import { contentsOf } from './contents.ts';

const first = {
  oneToOneOn: '18 November 2026',
  issue: `CANARY ${hostileTexts.markup}`,
  oneToOneOutcome: 'Nothing was agreed',
};

async function written(workspace: Workspace, over: object = first): Promise<string> {
  const body = { ...newEntitlement(workspace), ...over };
  workspace.draft({ collection: 'entitlements', id: body.id, body });
  await workspace.queue.flush();
  return body.id;
}

async function type(workspace: Workspace, id: string, over: object): Promise<void> {
  const held = workspace.set.find('entitlements', id);
  if (!held) throw new Error('not here');
  workspace.draft({ collection: 'entitlements', id, body: { ...held.body, ...over } });
  await workspace.queue.flush();
}

it('[ENTITLE1] one that is not sent is in no file, for anybody', async () => {
  const { sam, samRef, priya } = await twoPeople();
  await written(priya);
  const file = await made(priya, samRef);
  expect(JSON.stringify(file)).not.toContain('CANARY');
  expect(contentsOf(file).join()).not.toContain('entitlement');
  expect(await carry(priya, samRef, sam)).toMatchObject({ refused: [] });
  expect(bodies(sam, 'entitlements')).toEqual([]);
});

it('[ENTITLE1] sent it goes to the letter, and what is written later goes with the next file', async () => {
  const { sam, samRef, priya, priyaRef } = await twoPeople();
  const id = await written(priya);
  expect(await sendEntitlement(priya, id)).toEqual({ outcome: 'sent' });
  const { sentAt } = myEntitlements(priya)[0] ?? {};
  expect(contentsOf(await made(priya, samRef))).toEqual(['1 entitlement route']);
  expect(await carry(priya, samRef, sam)).toMatchObject({ refused: [] });
  expect(entitlementsFrom(sam, priyaRef)).toMatchObject([{ ...first, sentAt }]);
  await type(priya, id, { lineManager: 'Ada Obi' });
  await settleEntitlement(priya, id, true);
  await sendEntitlement(priya, id); // once: the first time stays
  await carry(priya, samRef, sam);
  expect(entitlementsFrom(sam, priyaRef)).toMatchObject([
    { lineManager: 'Ada Obi', sentAt, settledAt: priya.now },
  ]);
});

it('[ENTITLE1] is sent by nobody else, and not while something is missing', async () => {
  const { sam, samRef, priya, priyaRef } = await twoPeople();
  const id = await written(priya, {});
  expect(await sendEntitlement(priya, id)).toMatchObject({
    outcome: 'missing',
    missing: [{ path: 'oneToOneOn' }, { path: 'issue' }, { path: 'oneToOneOutcome' }],
  });
  expect(myEntitlements(priya)[0]?.sentAt).toBe('');
  await type(priya, id, first);
  await sendEntitlement(priya, id);
  await carry(priya, samRef, sam);
  const before = entitlementsFrom(sam, priyaRef);
  await settleEntitlement(sam, id, true);
  await expect(sendEntitlement(sam, id)).rejects.toThrow();
  expect(entitlementsFrom(sam, priyaRef)).toEqual(before);
  expect(myEntitlements(sam)).toEqual([]);
});

it('[ENTITLE1] a new device of hers has back what she sent', async () => {
  const { sam, samRef, priya, priyaRef } = await twoPeople();
  const id = await written(priya);
  await sendEntitlement(priya, id);
  await carry(priya, samRef, sam);
  await carry(sam, priyaRef, priya);
  expect(myEntitlements(priya)).toMatchObject([first]);
});

it('a cancelled session is planned no more on her device either, and why stays with her supervisor', async () => {
  const { sam, priya, priyaRef } = await twoPeople();
  const id = await planSession(sam, priyaRef, '2026-11-25');
  await carry(sam, priyaRef, priya);
  expect(findSession(priya, id)?.body.status).toBe('planned');
  await cancelSession(sam, id);
  await carry(sam, priyaRef, priya);
  expect(findSession(priya, id)?.body.status).toBe('cancelled');
  expect(bodies(priya, 'cancellations')).toEqual([]);
});
