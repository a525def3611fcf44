import { expect, it } from 'vitest';
import { Entitlement } from '#domain/records/entitlement.ts';
import { loneSurrogates } from '../../../test/builders.ts';
import { day } from '../../../test/due-builders.ts';
import { withReadDays } from './entitlement-days.ts';
import { missingToSend } from './entitlement-missing.ts';

const today = day('2026-11-20'); // a Friday
const aRoute = (over: object = {}): Entitlement =>
  Entitlement.parse({
    ...{ id: 'e', superviseeRef: 'p', supervisorRef: 's' },
    ...{ createdAt: '2026-11-20T10:00:00.000Z', createdBy: 'p' },
    ...over,
  });
const first = {
  oneToOneOn: '18 November 2026',
  issue: 'No supervision since August',
  oneToOneOutcome: 'Nothing was agreed',
};
const missing = (over: object) => missingToSend(aRoute(over), today).map(({ path }) => path);

it('[ENTITLE2] the first step always, the meeting of three once it is begun', () => {
  expect(missing({})).toEqual(['oneToOneOn', 'issue', 'oneToOneOutcome']);
  expect(missing(first)).toEqual([]);
  expect(missing({ ...first, lineManager: 'Ada Obi' })).toEqual(['threeWayOn', 'threeWayOutcomes']);
  const second = { threeWayOn: '19 11 2026', lineManager: 'Ada Obi', threeWayOutcomes: 'Weekly' };
  expect(missing({ ...first, ...second })).toEqual([]);
  expect(missing({ ...first, oneToOneOn: '18/18/2026' })).toEqual(['oneToOneOn']);
  expect(missing({ ...first, issue: loneSurrogates[0] })).toEqual(['issue']);
  expect(missing({ ...first, clashes: [{ path: 'issue' }] })).toEqual(['twoVersions']);
});

it('[ENTITLE3] a dispute meeting says whether the other one was told in advance', () => {
  expect(missing({ ...first, disputeOutcome: 'Settled' })).toEqual([
    'disputeOn',
    'thirdPerson',
    'noticeGiven',
  ]);
  const meeting = { disputeOn: '20 11 2026', thirdPerson: 'Ada Obi' };
  expect(missing({ ...first, ...meeting })).toEqual(['noticeGiven']);
  for (const noticeGiven of ['yes', 'no'])
    expect(missing({ ...first, ...meeting, noticeGiven })).toEqual([]);
});

it('[ENTITLE4] a day is read on the day it was typed and never again', () => {
  const typed = withReadDays(aRoute({ oneToOneOn: 'monday' }), aRoute(), today);
  expect(typed.oneToOneDate).toBe('2026-11-16');
  const later = day('2026-12-18');
  const more = withReadDays({ ...typed, issue: 'More' }, typed, later);
  expect(more).toMatchObject({ oneToOneOn: 'monday', oneToOneDate: '2026-11-16', issue: 'More' });
  const again = withReadDays({ ...more, oneToOneOn: 'tuesday' }, more, later);
  expect(again.oneToOneDate).toBe('2026-12-15');
  expect(withReadDays({ ...again, oneToOneOn: 'some day' }, again, later).oneToOneDate).toBe('');
});
