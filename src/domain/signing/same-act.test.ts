import { expect, it } from 'vitest';
import { isSameAct } from './same-act.ts';

const act = {
  ...{ id: 'a1', role: 'supervisor', signerRef: 'S1', statement: 'I agree', level: 1 },
  ...{ at: '2026-11-20T10:00:00.000Z', alg: 'ES256', keyId: 'k1', signature: 'abc' },
  list: [{ recordId: 'r1', hash: 'h1', file: 'staff' }],
};

it('[SIGN14] another key, level and moment are the same act', () => {
  const other = {
    at: '2026-11-21T10:00:00.000Z',
    keyId: 'k2',
    signature: 'def',
    level: 2,
    leaves: ['h1'],
    actId: 'x',
  };
  expect(isSameAct(act, { ...act, ...other })).toBe(true);
});

it.each([
  { list: [{ recordId: 'r1', hash: 'h2', file: 'staff' }] },
  { list: [...act.list, { recordId: 'r2', hash: 'h2', file: 'child' }] },
  { signerRef: 'P1' },
  { role: 'practitioner' },
  { statement: 'I agree with most of it' },
])('[SIGN14] %j is another one', (change) => {
  expect(isSameAct(act, { ...act, ...change })).toBe(false);
});
