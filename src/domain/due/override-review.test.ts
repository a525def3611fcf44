import { describe, expect, it } from 'vitest';
import { correctedChild } from '#domain/caseload/list-changes.ts';
import { aChild } from '../../../test/builders.ts';
import { childDue, day, dayOn, event, islington, swindon } from '../../../test/due-builders.ts';
import { overrideOn } from './child-override.ts';
import { checkTypedOverride, overrideChoices, overrideReviewWords } from './override-review.ts';

const today = day('2026-11-20');
const child = { cohorts: ['CARE_EXP'] }; // every two months under Swindon's table
const check = (over: object = {}) =>
  checkTypedOverride({
    profile: swindon,
    child,
    today,
    isSet: false,
    typed: { interval: 'P14D', reason: 'Missing twice', reviewOn: '1 2 2027', ...over },
  });
const errorsOf = (over: object) => {
  const checked = check(over);
  return checked.outcome === 'refused' ? checked.errors : [];
};

describe('setting a shorter interval for a child', () => {
  it('[CHILD15] it has a day after today on which it is looked at again', () => {
    expect(check()).toEqual({ outcome: 'accepted', reviewOn: '2027-02-01' });
    expect(check({ reviewOn: '21 11 2026' })).toMatchObject({ reviewOn: '2026-11-21' });
    const wrong = (reviewOn: string) => errorsOf({ reviewOn });
    expect(wrong(' ')).toEqual([
      { field: 'reviewOn', message: 'Enter the day to look at this again' },
    ]);
    expect(wrong('20 11 2026')).toEqual([
      { field: 'reviewOn', message: 'Enter a day after today' },
    ]);
    expect(wrong('31 11 2026')).toEqual([
      { field: 'reviewOn', message: '31 November is not a real date. November has 30 days.' },
    ]);
  });

  it('[CHILD7] shorter than the policy’s and with a reason; each thing that is wrong is said', () => {
    expect(errorsOf({ interval: 'P3M', reason: '\n', reviewOn: '' })).toEqual([
      {
        field: 'interval',
        message: 'Override may only shorten the minimum interval (2 months)',
      },
      { field: 'reason', message: 'Write the reason' },
      { field: 'reviewOn', message: 'Enter the day to look at this again' },
    ]);
    expect(errorsOf({ interval: '' })).toEqual([
      { field: 'interval', message: 'Choose how often' },
    ]);
    expect(overrideChoices({ profile: swindon, child })).toEqual([
      'P7D',
      'P14D',
      'P21D',
      'P28D',
      'P1M',
      'P42D',
    ]);
    expect(overrideChoices({ profile: islington, child })).toEqual([]);
  });
});

it('[CHILD15] it is ended by a person, with a reason and without another day', () => {
  const end = (reason: string) =>
    checkTypedOverride({
      profile: swindon,
      child,
      today,
      isSet: true,
      typed: { interval: '', reason, reviewOn: '' },
    });
  expect(end('Settled')).toEqual({ outcome: 'ends' });
  expect(end(' ')).toEqual({
    outcome: 'refused',
    errors: [{ field: 'reason', message: 'Write the reason' }],
  });
});

it('[CHILD15] past its day it says so, and it goes on counting', () => {
  const words = (on: string) => overrideReviewWords('2027-02-01', day(on));
  expect(words('2027-02-01')).toBe(
    'The shorter interval is to be looked at again on 1 February 2027.',
  );
  expect(words('2027-02-02')).toBe(
    'The shorter interval was to be looked at again on 1 February 2027.',
  );
  expect(overrideReviewWords('', today)).toBeUndefined();
  const stored = set(aChild(), '2026-11-20', 'P14D');
  const override = overrideOn(stored, day('2027-03-01'));
  const events = [event('formal', '2027-02-20')];
  expect(dayOn(childDue(swindon, '2027-03-01', { child: { ...child, override }, events }))).toBe(
    '2027-03-06',
  );
});

const set = (from: ReturnType<typeof aChild>, on: string, overrideInterval: string) =>
  correctedChild(
    from,
    { overrideInterval, overrideReason: overrideInterval && `Why ${overrideInterval}` },
    { by: 'me', at: `${on}T10:00:00.000Z`, on: day(on), reason: `Because ${overrideInterval}` },
  );

it('[CHILD7] a day that is over is told by the override of that day', () => {
  const ended = set(
    set(set(aChild(), '2026-09-01', 'P28D'), '2026-10-01', 'P7D'),
    '2026-11-01',
    '',
  );
  const on = (text: string) => overrideOn(ended, day(text));
  expect(on('2026-08-31')).toBeUndefined();
  expect(on('2026-09-30')).toEqual({
    interval: 'P28D',
    reason: 'Because P28D',
    setOn: '2026-09-01',
  });
  expect(on('2026-10-01')).toEqual({ interval: 'P7D', reason: 'Because P7D', setOn: '2026-10-01' });
  expect(on('2026-11-01')).toBeUndefined();
  const held = set(aChild(), '2026-09-01', 'P28D');
  expect(overrideOn(held, today)).toEqual({
    interval: 'P28D',
    reason: 'Why P28D',
    setOn: '2026-09-01',
  });
  expect(overrideOn(aChild({ overrideInterval: 'often' }), today)).toBeUndefined();
});
