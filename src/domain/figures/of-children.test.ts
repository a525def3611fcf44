import { describe, expect, it } from 'vitest';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import {
  bracknell,
  day,
  event,
  focusGroup,
  islington,
  mosaic,
  swindon,
} from '../../../test/due-builders.ts';
import { askedOf, childOnList, figure, said, sessionsOn } from '../../../test/figure-builders.ts';
import { byGroup, oldestOverdue } from './add-figures.ts';
import type { ChildOnList } from './figure-facts.ts';

const discussed = (
  profile: PolicyProfile,
  children: readonly ChildOnList[],
  over: Parameters<typeof askedOf>[1] = {},
) => figure('childrenDiscussed', askedOf(profile, over), { children });
const inDate = (
  profile: PolicyProfile,
  children: readonly ChildOnList[],
  over: Parameters<typeof askedOf>[1] = {},
) => figure('childrenInDate', askedOf(profile, over), { children });

describe('due and discussed', () => {
  it('[FIG7] Swindon: met by the day, late, not discussed, not due', () => {
    const children = [
      childOnList('met', ['2026-10-10', '2026-11-10']),
      childOnList('late', ['2026-10-10', '2026-11-12']),
      childOnList('not', ['2026-10-10']),
      childOnList('overdue before', ['2026-09-20', '2026-11-20']), // was due on 20 October
      childOnList('not due', ['2026-10-31']), // 30 November: 31 October and a month
      childOnList('care', ['2026-10-10'], {
        status: 'Care Experienced',
        facts: { cohorts: ['CARE_EXP'] },
      }),
    ];
    const found = discussed(swindon, children);
    expect(found).toMatchObject({ rule: 'R-14', clause: '000:113', numerator: 1, denominator: 5 });
    expect(found.list.map(({ ref, why }) => [ref, why])).toEqual([
      ['met', 'Due by 10 November 2026: discussed on 10 November 2026.'],
      ['late', 'Due by 10 November 2026: discussed on 12 November 2026, 2 days late.'],
      ['not', 'Due by 10 November 2026: not discussed.'],
      ['overdue before', 'Due by 20 October 2026: discussed on 20 November 2026, 31 days late.'],
      ['not due', 'Due by 30 November 2026: not discussed.'],
    ]);
  });

  it('[FIG7] by status, in the words of the policy', () => {
    const children = [
      childOnList('a', ['2026-10-10', '2026-11-10']),
      childOnList('b', ['2026-10-10']),
      childOnList('c', ['2026-09-10', '2026-11-10'], {
        status: 'Care Experienced',
        facts: { cohorts: ['CARE_EXP'] },
      }),
    ];
    expect(byGroup(discussed(swindon, children))).toEqual([
      { group: 'CIN', numerator: 1, denominator: 2 },
      { group: 'Care Experienced', numerator: 1, denominator: 1 },
    ]);
  });

  it('[FIG7] discussed early, the next day may fall in the same month: each has to be met', () => {
    const facts = { cohorts: ['CIN'], override: { interval: 'P7D', reason: 'Risk' } } as const;
    const weekly = (...days: string[]) => discussed(swindon, [childOnList('c', days, { facts })]);
    const all = ['2026-10-28', '2026-11-04', '2026-11-11', '2026-11-18', '2026-11-25'];
    expect(said(weekly(...all))).toBe('1 of 1');
    expect(weekly(...all.filter((on) => on !== '2026-11-18')).list).toMatchObject([
      { why: 'Due by 18 November 2026: discussed on 25 November 2026, 7 days late.' },
    ]);
  });

  it('[FIG7] a reason for not discussing a child does not make it discussed (R-13)', () => {
    // What a session ends with a reason for leaves no event of the child: nothing resets its clock.
    for (const profile of [islington, mosaic]) {
      const children = [
        childOnList('yes', ['2026-10-14', '2026-11-04']),
        childOnList('reason', ['2026-10-14']),
      ];
      const found = discussed(profile, children);
      expect(found, profile.id).toMatchObject({ rule: 'R-13', numerator: 1, denominator: 2 });
    }
    const midway = childOnList('m', ['2026-10-14'], {
      events: [event('formal', '2026-10-14'), event('midwayCheck', '2026-11-04')],
    });
    expect(said(discussed(islington, [midway]))).toBe('0 of 1');
  });

  it('[FIG8] the month after a missed one has its own end', () => {
    const child = childOnList('c', ['2026-09-14', '2026-11-10', '2026-11-24']);
    const month = (of: string) => said(discussed(islington, [child], { month: of }));
    expect([month('2026-10'), month('2026-11'), month('2026-12')]).toEqual([
      '0 of 1',
      '1 of 1',
      'None is over yet: 1 to come.', // asked on 15 December
    ]);
    expect(discussed(islington, [child], { month: '2026-12' }).toCome).toMatchObject([
      { dueOn: '2026-12-31' },
    ]);
    expect(said(discussed(islington, [child], { month: '2026-12', today: '2027-01-01' }))).toBe(
      '0 of 1',
    );
  });

  it('[FIG7] a case opened after the month’s session has its duty in the next month (TV)', () => {
    const child = childOnList('c', [], {
      from: day('2026-11-16'),
      facts: { cohorts: ['CIN'], allocatedAt: day('2026-11-16') },
    });
    const sessions = sessionsOn('2026-10-14', '2026-11-04');
    const asked = (month: string) =>
      figure('childrenDiscussed', askedOf(islington, { month, today: '2027-02-01' }), {
        children: [child],
        sessions,
      });
    expect(said(asked('2026-11'))).toBe('No child was due in November 2026.');
    expect(said(asked('2026-12'))).toBe('0 of 1');
    const without = figure('childrenDiscussed', askedOf(islington), { children: [child] });
    expect(said(without)).toBe('0 of 1');
  });

  it('[FIG7] one that left the list is due for what fell before that, and nothing after', () => {
    const until = day('2026-11-20');
    const gone = (...days: string[]) =>
      said(discussed(swindon, [childOnList('c', days, { until })]));
    expect(gone('2026-10-19')).toBe('0 of 1');
    expect(gone('2026-10-20')).toBe('No child was due in November 2026.'); // due the day it left
    expect(gone('2026-10-20', '2026-11-19')).toBe('1 of 1');
    expect(gone('2026-10-20', '2026-11-20')).toBe('No child was due in November 2026.');
    const came = childOnList('c', ['2026-10-10', '2026-11-05'], { from: day('2026-11-09') });
    expect(said(discussed(swindon, [came]))).toBe('No child was due in November 2026.');
  });

  it('[FIG6] what is ahead is to come; what is overdue is not', () => {
    const children = [
      childOnList('today', ['2026-10-20']),
      childOnList('yesterday', ['2026-10-19']),
      childOnList('done', ['2026-10-25', '2026-11-12']),
    ];
    const found = discussed(swindon, children, { today: '2026-11-20' });
    expect(said(found)).toBe('1 of 2');
    expect(found.toCome).toMatchObject([{ ref: 'today', counted: false }]);
  });

  it('[FIG3] a change of policy in the month: each day by the policy of that day', () => {
    const versions = [
      {
        profile: islington,
        profileId: 'i',
        version: '1',
        effectiveFrom: '',
        serial: 1,
        withdrawnAt: '',
      },
      {
        profile: swindon,
        profileId: 's',
        version: '1',
        effectiveFrom: '2026-11-15',
        serial: 2,
        withdrawnAt: '',
      },
    ];
    const due = (...days: string[]) =>
      discussed(swindon, [childOnList('c', days)], { versions } as never).list[0]?.dueOn;
    expect(due('2026-10-20')).toBe('2026-11-20');
    // Late by the new policy from before its first day, and not due by the old one until the month's end.
    expect(due('2026-10-10')).toBe('2026-11-10');
    expect(due('2026-09-10')).toBe('2026-10-10');
  });

  it('[FIG2] a policy without a rule for each child measures none', () => {
    const children = [childOnList('c', ['2026-10-10'])];
    expect(said(discussed(bracknell, children))).toBe(
      'Bracknell Forest asks for all cases or a sample, and gives no interval for each child.',
    );
    expect(said(discussed(focusGroup, children))).toContain('has no rule for each child');
    expect(said(inDate(bracknell, children))).toContain('gives no interval for each child');
  });
});

describe('overdue at the end', () => {
  const children = [
    childOnList('fine', ['2026-11-10']),
    childOnList('late', ['2026-10-28']),
    childOnList('later', ['2026-09-02']),
    childOnList('due that day', ['2026-10-30']),
    childOnList('gone', ['2026-01-02'], { until: day('2026-11-30') }),
  ];

  it('[FIG9] on the month’s last day, and the one overdue longest', () => {
    const found = inDate(swindon, children);
    expect(said(found)).toBe('2 of 4');
    expect(oldestOverdue(found)).toEqual({
      ref: 'later',
      worker: 'w1',
      group: 'CIN',
      counted: false,
      dueOn: '2026-10-02',
      why: 'Due by 2 October 2026: 59 days overdue.',
    });
    expect(oldestOverdue(inDate(swindon, [childOnList('fine', ['2026-11-10'])]))).toBeUndefined();
  });

  it('[FIG9] where no date is held: not measured until the interval from the start has passed', () => {
    const footprintStartedOn = day('2026-11-20');
    const asked = (month: string) =>
      figure('childrenInDate', askedOf(swindon, { month, today: '2027-02-01' }), {
        footprintStartedOn,
        children: [childOnList('unknown', []), childOnList('known', ['2026-11-25'])],
      });
    const november = asked('2026-11');
    expect(said(november)).toBe('1 of 1');
    expect(november.unmeasured).toEqual([
      { worker: 'w1', why: 'No date held: not measured before 20 December 2026.' },
    ]);
    expect(said(asked('2026-12'))).toBe('0 of 2');
    const none = figure('childrenInDate', askedOf(swindon), {
      footprintStartedOn,
      children: [childOnList('unknown', [])],
    });
    expect(none).toMatchObject({ outcome: 'notMeasured', why: november.unmeasured[0]?.why });
  });
});
