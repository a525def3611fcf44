import { expect, it } from 'vitest';
import { ask, type NetAnswer, type NetRequest } from './net.ts';
import { HealthAnswer } from './wire/me.ts';

const healthy = { protocol: 1, epoch: 'e1', ok: true };

function asking(answer: Partial<NetAnswer> | Error) {
  const sent: NetRequest[] = [];
  const net = async (request: NetRequest): Promise<NetAnswer> => {
    sent.push(request);
    if (answer instanceof Error) throw answer;
    return { status: 200, retryAfter: '', text: '', ...answer };
  };
  const question = { method: 'GET', path: '/healthz', schema: HealthAnswer } as const;
  const asked = ask({ net, clientId: 'c1', token: 't1' }, question);
  return { asked, sent };
}

it('[LOOP1] an answer that fits the contract is one, and the request says who asks', async () => {
  const { asked, sent } = asking({ text: JSON.stringify(healthy) });
  expect(await asked).toEqual({ outcome: 'answered', answer: healthy });
  expect(sent[0]?.headers).toMatchObject({ Authorization: 'Bearer t1', 'X-Protocol': '1' });
});

it.each([
  ['a page of a hotel', { text: '<h1>Welcome to the hotel</h1>' }],
  ['JSON of something else', { text: '{"ok":true}' }],
  ['an answer of another protocol', { text: JSON.stringify({ ...healthy, protocol: 2 }) }],
  ['a 404 of something else', { status: 404, text: 'Not found' }],
  ['no network', new TypeError('Failed to fetch')],
])('[LOOP1] %s is no answer', async (_, answer) => {
  expect(await asking(answer).asked).toEqual({ outcome: 'offline' });
});

it('[LOOP12] a refusal has its code, and how long to wait', async () => {
  const error = { code: 'slow_down', message: 'Too often' };
  const text = JSON.stringify({ protocol: 1, epoch: 'e1', error });
  expect(await asking({ status: 429, retryAfter: '7', text }).asked).toEqual({
    ...{ outcome: 'refused', status: 429, code: 'slow_down', retryAfterMs: 7_000 },
  });
});

it('[LOOP12] a gateway that fails in its own words is tried again later', async () => {
  expect(await asking({ status: 502, text: 'Bad gateway' }).asked).toEqual({
    ...{ outcome: 'refused', status: 502, code: '', retryAfterMs: undefined },
  });
});
