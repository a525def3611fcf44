import { expect, it } from 'vitest';
import { askKept, stoodAgainst } from './kept-there.ts';
import type { NetAnswer, NetRequest } from './net.ts';

const id = '00000000-0000-4000-8000-000000000001';
let n = 0;
const version = (rev: number | null, payload: string | null, minute: number) => {
  n += 1;
  return {
    ...{ rev, baseRev: null, deleted: payload === null, payload, payloadHash: null, by: 'S1' },
    mutationId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    at: `2026-11-20T16:0${minute}:00.000Z`,
  };
};
const versions = [
  version(1, 'first', 1),
  version(2, 'from the desk', 2),
  version(null, 'on the train', 3),
  version(3, 'chosen', 4),
  version(null, 'late', 5),
];

it('[SENT9] each text that lost, and the one it lost against: either may have been chosen', () => {
  expect(stoodAgainst(versions)).toEqual([
    { text: 'from the desk', at: '2026-11-20T16:02:00.000Z' },
    { text: 'on the train', at: '2026-11-20T16:03:00.000Z' },
    { text: 'chosen', at: '2026-11-20T16:04:00.000Z' },
    { text: 'late', at: '2026-11-20T16:05:00.000Z' },
  ]);
  expect(stoodAgainst(versions.slice(0, 2))).toEqual([]);
  expect(stoodAgainst([version(1, 'a', 1), version(2, null, 2), version(null, 'b', 3)])).toEqual([
    { text: 'b', at: '2026-11-20T16:03:00.000Z' },
  ]);
});

async function asking(answer: Partial<NetAnswer> | Error, token = 't1') {
  const sent: NetRequest[] = [];
  const net = async (request: NetRequest): Promise<NetAnswer> => {
    sent.push(request);
    if (answer instanceof Error) throw answer;
    return { status: 200, retryAfter: '', text: '', ...answer };
  };
  return { kept: await askKept({ net, clientId: 'c1', token }, id), sent };
}
const refusal = (status: number, code: string) => ({
  status,
  text: JSON.stringify({ protocol: 1, epoch: 'e', error: { code, message: 'm' } }),
});

it('[SENT9] it is asked for by the record, and what comes of it is told apart', async () => {
  const text = JSON.stringify({ protocol: 1, epoch: 'e', recordId: id, versions });
  const { kept, sent } = await asking({ text });
  expect(kept).toEqual({ outcome: 'read', texts: stoodAgainst(versions) });
  expect(sent.map(({ method, path }) => [method, path])).toEqual([
    ['GET', `/v1/records/${id}/versions`],
  ]);
  const outcomes = [
    await asking(new TypeError('Failed to fetch')),
    await asking({ text: '<h1>Welcome to the hotel</h1>' }),
    await asking(refusal(401, 'signed_out')),
    await asking(refusal(404, 'unknown')),
    await asking(refusal(503, 'unavailable')),
  ];
  expect(outcomes.map(({ kept: { outcome } }) => outcome)).toEqual([
    ...['offline', 'offline', 'signedOut', 'notThere', 'later'],
  ]);
});

it('[SENT9] with nobody signed in nothing is asked', async () => {
  const { kept, sent } = await asking({}, '');
  expect(kept).toEqual({ outcome: 'signedOut' });
  expect(sent).toEqual([]);
});
