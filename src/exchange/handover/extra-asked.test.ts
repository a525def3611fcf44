import { expect, it } from 'vitest';
import { ensurePreparation } from '#storage/preparation/preparations.ts';
import {
  askForExtra,
  myRequests,
  requestsOfMe,
  takeBackRequest,
} from '#storage/session/extra-requests.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { bodies } from '#storage/writes.ts';
import { hostileTexts } from '../../../test/builders.ts';
import { carry, made, twoPeople } from '../../../test/handovers.ts';
import { contentsOf } from './contents.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };

it('[EXTRA3] goes with her next file though her preparation is not shared, to the letter', async () => {
  const { sam, samRef, priya, priyaRef } = await twoPeople();
  await ensurePreparation(priya);
  await askForExtra(priya, hostileTexts.markup);
  const file = await made(priya, samRef);
  expect(contentsOf(file)).toEqual(['1 request for extra supervision']);
  expect(file.records.map(({ collection }) => collection)).not.toContain('preparations');
  expect(requestsOfMe(sam)).toEqual([]);
  expect(await carry(priya, samRef, sam)).toMatchObject({ refused: [] });
  expect(requestsOfMe(sam)).toMatchObject([
    { request: { superviseeRef: priyaRef, why: hostileTexts.markup }, plannedFor: undefined },
  ]);
  expect(bodies(sam, 'preparations')).toEqual([]);
});

it('[EXTRA3] taken back, that goes with a file too', async () => {
  const { sam, samRef, priya } = await twoPeople();
  await askForExtra(priya, '');
  await carry(priya, samRef, sam);
  const [asked] = myRequests(priya);
  await takeBackRequest(priya, asked?.request.id ?? '');
  expect(myRequests(priya)).toEqual([]);
  expect(requestsOfMe(sam)).toHaveLength(1);
  await carry(priya, samRef, sam);
  expect(requestsOfMe(sam)).toEqual([]);
});

it('[EXTRA3] pressed twice it is asked once; with another reason it is asked again', async () => {
  const { priya } = await twoPeople();
  await Promise.all([askForExtra(priya, 'Court'), askForExtra(priya, 'Court')]);
  await askForExtra(priya, '');
  expect(myRequests(priya)).toHaveLength(1);
  await askForExtra(priya, 'A new baby');
  expect(myRequests(priya)).toHaveLength(2);
});

it('[EXTRA1] a session held answers it on both devices, and for nobody else', async () => {
  const { sam, samRef, priya, priyaRef, danRef, ports } = await twoPeople();
  await askForExtra(priya, 'Court');
  await carry(priya, samRef, sam);
  const hold = async (who: typeof priyaRef) => {
    ports.advance(60_000);
    await endSession(sam, await startSession(sam, who), there);
  };
  await hold(danRef);
  expect(requestsOfMe(sam)).toHaveLength(1);
  await hold(priyaRef);
  expect(requestsOfMe(sam)).toEqual([]);
  expect(myRequests(priya)).toHaveLength(1);
  await carry(sam, priyaRef, priya);
  expect(myRequests(priya)).toEqual([]);
});
