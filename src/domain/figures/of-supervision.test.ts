import { describe, expect, it } from 'vitest';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import {
  away,
  bracknell,
  day,
  held,
  islington,
  mosaic,
  swindon,
} from '../../../test/due-builders.ts';
import { askedOf, figure, said, sessionsOn } from '../../../test/figure-builders.ts';
import type { WorkerRecords } from './figure-facts.ts';

type Over = Partial<WorkerRecords>;
const inTime = (profile: PolicyProfile, over: Over, month = '2026-11', today = '2027-03-01') =>
  figure('supervisionInTime', askedOf(profile, { month, today }), over);
const months = (profile: PolicyProfile, over: Over, month: string, today = '2027-03-01') =>
  figure('monthSupervised', askedOf(profile, { month, today }), over);

const sick = { leave: [away('2026-11-02', '2026-12-04', '2026-12-07')], planned: [] }; // TV09

describe('supervision by the day it was due', () => {
  it('[FIG4] Islington: one for each calendar month, met by any session in it', () => {
    const sessions = sessionsOn('2026-10-14', '2026-11-04', '2026-11-18');
    const found = inTime(islington, { sessions });
    expect(found).toMatchObject({ numerator: 1, denominator: 1, rule: 'R-02', clause: '001:86' });
    expect(found.list).toEqual([
      {
        ref: '2026-11-30 case',
        worker: 'w1',
        counted: true,
        dueOn: '2026-11-30',
        why: 'Case supervision every calendar month, due by 30 November 2026: held on 4 November 2026.',
      },
    ]);
  });

  it('[FIG4] rolling: what was met before the month began is not due in it', () => {
    // Due 25 November, held on 28 October: the next is due on 28 November, and held late on 30.
    const sessions = sessionsOn('2026-10-25', '2026-10-28', '2026-11-30');
    const found = inTime(swindon, { sessions });
    expect(found.list.map(({ why }) => why)).toEqual([
      'Personal and case supervision every month, due by 28 November 2026: ' +
        'held on 30 November 2026, 2 days late.',
    ]);
    expect(said(found)).toBe('0 of 1');
    expect(said(inTime(swindon, { sessions }, '2026-12'))).toBe('0 of 1');
  });

  it('[FIG4] Swindon: a part with a day of its own is a line of its own (C-27)', () => {
    const sessions = [
      ...sessionsOn('2026-10-20'),
      { ref: 'p', on: day('2026-11-10'), parts: ['personal'] as const },
    ];
    const found = inTime(swindon, { sessions });
    expect(found.list.map(({ ref, counted }) => [ref, counted])).toEqual([
      ['2026-11-20 personal', true],
      ['2026-11-20 case', false],
    ]);
  });

  it('[FIG4] a weekly phase is due each week: 004, ASYE from 7 September', () => {
    const worker = { stage: 'asye', startedOn: day('2026-09-07') } as const;
    const sessions = sessionsOn('2026-09-14', '2026-09-21', '2026-09-30');
    const found = inTime(mosaic, { worker, sessions }, '2026-09');
    // 14, 21 and 28 September; the session of 30 September was two days late.
    expect(found.list.map(({ dueOn, counted }) => [dueOn, counted])).toEqual([
      ['2026-09-14', true],
      ['2026-09-21', true],
      ['2026-09-28', false],
    ]);
    expect(said(months(mosaic, { worker, sessions }, '2026-09'))).toBe('1 of 1');
  });

  it('[FIG4] of several days missed in a row, the last is the one that was held late', () => {
    const worker = { stage: 'asye', startedOn: day('2026-09-07') } as const;
    const found = inTime(mosaic, { worker, sessions: sessionsOn('2026-09-24') }, '2026-09');
    expect(found.list.map(({ why }) => why.split('due by ')[1])).toEqual([
      '14 September 2026: not held by then.',
      '21 September 2026: held on 24 September 2026, 3 days late.',
    ]);
  });

  it('[FIG4] somebody who started in the month had it to meet, that day included (WORK3)', () => {
    const worker = { stage: 'default', startedOn: day('2026-11-16') } as const;
    expect(said(inTime(islington, { worker }))).toBe('0 of 1');
    expect(said(inTime(islington, { worker, sessions: sessionsOn('2026-11-16') }))).toBe('1 of 1');
    expect(said(inTime(islington, { worker }, '2026-10'))).toBe(
      'Not measured before 16 November 2026, the first day in the job.',
    );
  });

  it('[FIG4] never past the backstop, whatever was set for the worker (R-04)', () => {
    const ownInterval = { interval: 'P6M', reason: 'Two days a week' } as const;
    const worker = { stage: 'default', ownInterval } as const;
    const sessions = sessionsOn('2026-08-10');
    expect(inTime(bracknell, { worker, sessions }).list).toMatchObject([
      { dueOn: '2026-11-10', counted: false },
    ]);
    expect(said(months(bracknell, { worker, sessions }, '2026-11'))).toBe('0 of 1');
    expect(said(months(bracknell, { worker, sessions }, '2026-10'))).toBe(
      'Nothing was due in October 2026.',
    );
  });

  it('[FIG4] overdue when the month began it is due in it, and a late session meets nothing else', () => {
    // Due on 10 October: held on 5 November, and so due again on 5 December.
    const sessions = sessionsOn('2026-09-10', '2026-11-05');
    const why = (month: string, today?: string, held = sessions) =>
      inTime(swindon, { sessions: held }, month, today).list.map(
        (item) => item.why.split('due by ')[1],
      );
    expect(why('2026-10')).toEqual(['10 October 2026: not held by then.']);
    expect(why('2026-11')).toEqual(['10 October 2026: held on 5 November 2026, 26 days late.']);
    expect(why('2026-12')).toEqual(['5 December 2026: not held by then.']);
    expect(said(months(swindon, { sessions }, '2026-11'))).toBe('1 of 1'); // no due day passed in it
    const without = sessionsOn('2026-09-10');
    expect(why('2026-11', '2026-11-10', without)).toEqual(['10 October 2026: not held by then.']);
    expect(why('2026-11', '2026-11-11', without)).toEqual(['10 November 2026: not held by then.']);
  });

  it('[FIG6] on the due day nothing is late yet: it is to come', () => {
    const sessions = sessionsOn('2026-10-14');
    const on = (today: string) => inTime(islington, { sessions }, '2026-11', today);
    expect(on('2026-11-30')).toMatchObject({ outcome: 'notMeasured', denominator: 0, list: [] });
    expect(on('2026-11-30').toCome).toMatchObject([{ dueOn: '2026-11-30', counted: false }]);
    expect(said(on('2026-12-01'))).toBe('0 of 1');
    expect(on('2026-12-01').toCome).toEqual([]);
  });
});

describe('months', () => {
  it('[FIG5] a missed month stays missed, whatever is held later (TV06)', () => {
    const before = sessionsOn('2026-11-04');
    const after = sessionsOn('2026-11-04', '2027-01-04', '2027-01-05');
    for (const sessions of [before, after])
      expect(said(months(islington, { sessions }, '2026-12'))).toBe('0 of 1');
    expect(months(islington, { sessions: after }, '2026-12').list).toEqual([
      { ref: '2026-12', worker: 'w1', counted: false, why: 'December 2026: missed.' },
    ]);
    expect(said(months(islington, { sessions: after }, '2027-01'))).toBe('1 of 1');
    // 56 days apart, and no month without one.
    const apart = sessionsOn('2027-01-01', '2027-02-26');
    expect(said(months(islington, { sessions: apart }, '2027-02'))).toBe('1 of 1');
  });

  it('[FIG5] an explained month is counted as missed and says why, under either basis', () => {
    const over = { sessions: sessionsOn('2026-10-14', '2026-12-08'), absences: sick };
    for (const profile of [islington, mosaic, swindon]) {
      const found = months(profile, over, '2026-11');
      expect(said(found), profile.id).toBe('0 of 1');
      expect(found.list, profile.id).toMatchObject([
        { explained: 'leave', why: 'November 2026: missed. Explained: away from work.' },
      ]);
    }
    expect(said(months(islington, over, '2026-12'))).toBe('1 of 1');
    const found = inTime(islington, over);
    expect(found).toMatchObject({ numerator: 0, denominator: 1 });
    expect(found.list[0]?.why).toBe(
      'Case supervision every calendar month, due by 30 November 2026: not held by then. ' +
        'Explained: away from work.',
    );
  });

  it('[FIG5] a month is explained only where everything missed in it is', () => {
    // Swindon: personal due 26 October and 26 November, case due 6 November. None was held.
    const sessions = [{ ref: 's', on: day('2026-10-06'), parts: ['case'] as const }];
    const over = { sessions, footprintStartedOn: day('2026-09-26') };
    const november = (cancelledOn: string) => {
      const planned = [{ on: day(cancelledOn), exceptionalReason: true }];
      return months(swindon, { ...over, absences: { leave: [], planned } }, '2026-11').list[0];
    };
    expect(november('2026-11-05')).toMatchObject({ counted: false, explained: 'exceptional' });
    expect(november('2026-10-27')).toMatchObject({ explained: 'exceptional' }); // in both periods
    expect(november('2026-10-26')).not.toHaveProperty('explained'); // in the one of case alone
  });

  it('[FIG6] the month that is going on: to come until it is held or over', () => {
    const on = (today: string, ...days: string[]) =>
      months(islington, { sessions: sessionsOn('2026-10-14', ...days) }, '2026-11', today);
    expect(on('2026-11-20')).toMatchObject({ outcome: 'notMeasured' });
    expect(on('2026-11-20').toCome).toMatchObject([{ why: 'November 2026: not held yet.' }]);
    expect(said(on('2026-11-20', '2026-11-04'))).toBe('1 of 1');
    expect(said(on('2026-10-31'))).toBe('November 2026 has not begun.');
  });

  it('[FIG13] a missed month explained by dates, in the finished notes, or not at all', () => {
    const explained = (over: Over) =>
      figure('gapsExplained', askedOf(islington, { today: '2027-03-01' }), {
        sessions: sessionsOn('2026-10-14', '2026-12-08'),
        ...over,
      });
    expect(explained({ absences: sick })).toMatchObject({
      numerator: 1,
      denominator: 1,
      rule: 'R-20',
      clause: '001:87',
    });
    const written = explained({ explainedInWriting: ['2026-11' as never] });
    expect(written.list).toMatchObject([{ counted: true, explained: 'written' }]);
    expect(explained({}).list).toMatchObject([
      { counted: false, why: 'November 2026: missed. No reason is held.' },
    ]);
    const met = explained({ sessions: sessionsOn('2026-10-14', '2026-11-04') });
    expect(said(met)).toBe('November 2026 was not missed.');
  });
});

describe('the policy through time', () => {
  const version = (profile: PolicyProfile, effectiveFrom: string, serial: number) => ({
    profile,
    profileId: profile.id,
    version: String(serial),
    effectiveFrom,
    serial,
    withdrawnAt: '',
  });

  it('[FIG3] each due day by the policy of that day', () => {
    // Islington's calendar month until 15 November, Swindon's rolling one from then on.
    const versions = [version(islington, '', 1), version(swindon, '2026-11-15', 2)];
    const found = figure('supervisionInTime', askedOf(swindon, { versions }), {
      sessions: sessionsOn('2026-10-20'),
    });
    expect(found.list.map(({ ref }) => ref)).toEqual(['2026-11-20 personal+case']);
    const early = figure('supervisionInTime', askedOf(swindon, { versions }), {
      sessions: sessionsOn('2026-10-10'),
    });
    // 10 November was Swindon's day before its time, 30 November Islington's after it.
    expect(said(early)).toBe('Nothing was due in November 2026.');
    const october = figure('supervisionInTime', askedOf(swindon, { versions, month: '2026-10' }), {
      sessions: sessionsOn('2026-09-10'),
    });
    expect(october).toMatchObject({ rule: 'R-02', denominator: 1, numerator: 0 });
  });
});

it('[FIG2] nothing before Footprint knew of the person, and nothing in a month where nothing was due', () => {
  const over = { footprintStartedOn: day('2026-11-20'), sessions: held('2026-11-25') as never };
  expect(said(inTime(islington, over, '2026-10'))).toBe(
    'Not measured before 20 November 2026: Footprint holds nothing from then.',
  );
  expect(said(inTime(islington, over))).toBe(
    'Not measured before 20 November 2026: Footprint holds nothing from then.',
  );
  expect(said(inTime(islington, over, '2026-12'))).toBe('0 of 1');
});
