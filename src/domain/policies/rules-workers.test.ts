import { describe, expect, it } from 'vitest';
import { employerStandardsLine } from '#domain/due/employer-standards.ts';
import { checkWorkerInterval } from '#domain/due/worker-interval.ts';
import { ruleOn, workerPhases } from '#domain/due/worker-phases.ts';
import { asksAboutTeam, coversThresholds } from '#domain/notes/note-fields.ts';
import {
  bracknell,
  day,
  dayOn,
  due,
  focusGroup,
  held,
  islington,
  mosaic,
  statusOf,
  swindon,
  workerDue,
} from '../../../test/due-builders.ts';
import { applyEdit } from './apply-edit.ts';
import { editOf } from './profile-edit.ts';

describe('how often a worker is supervised', () => {
  it('[R-01] Swindon: every month from the last one, for everybody', () => {
    const found = due(workerDue(swindon, '2027-02-10', { sessions: held('2027-01-29') }));
    expect(found).toMatchObject({ dueOn: '2027-02-28', rule: 'R-01', clause: '000:95' });
    for (const stage of ['manager', 'nonCaseHolding', 'experienced'] as const) {
      const worker = { stage };
      expect(
        dayOn(workerDue(swindon, '2027-02-10', { worker, sessions: held('2027-01-29') })),
      ).toBe('2027-02-28');
    }
  });

  it('[R-02] Islington: once in every calendar month, 59 days apart or not', () => {
    const first = held('2027-03-01');
    expect(due(workerDue(islington, '2027-04-28', { sessions: first }))).toMatchObject({
      dueOn: '2027-04-30',
      rule: 'R-02',
      clause: '001:86',
      strength: 'must',
      status: 'due_soon',
    });
    expect(statusOf(workerDue(islington, '2027-05-01', { sessions: first }))).toBe('overdue');
    expect(dayOn(workerDue(islington, '2027-05-01', { sessions: held('2027-04-29') }))).toBe(
      '2027-05-31',
    );
  });

  it('[R-03] the council using Mosaic: every calendar month, and four weeks to aim for', () => {
    const found = due(workerDue(mosaic, '2027-03-02', { sessions: held('2027-03-01') }));
    expect(found).toMatchObject({ dueOn: '2027-04-30', rule: 'R-03', clause: '004:36' });
    expect(found.target).toMatchObject({ on: '2027-03-29', planBy: '2027-03-25' }); // Easter Monday
  });

  it('[R-04] Bracknell: 28 days, the month advised, and never later than three for case holders', () => {
    const sessions = held('2027-01-11');
    const found = due(workerDue(bracknell, '2027-01-12', { sessions }));
    expect(found).toMatchObject({ dueOn: '2027-02-08', rule: 'R-04', clause: '003:203' });
    expect(found.backstop).toMatchObject({ on: '2027-04-11', clause: '003:133', strength: 'must' });
    expect(statusOf(workerDue(bracknell, '2027-04-12', { sessions }))).toBe('breach');
    const worker = { holdsCases: false };
    expect(statusOf(workerDue(bracknell, '2027-04-12', { sessions, worker }))).toBe('overdue');
  });

  it('[R-05] the focus group: four weeks to aim for, sooner when newly qualified; binding nobody', () => {
    const sessions = held('2027-01-11');
    expect(due(workerDue(focusGroup, '2027-01-12', { sessions }))).toMatchObject({
      dueOn: '2027-02-08',
      rule: 'R-05',
      strength: 'aim',
    });
    const worker = { stage: 'newlyQualified' as const };
    const found = due(workerDue(focusGroup, '2027-01-12', { sessions, worker }));
    expect(found).toMatchObject({ dueOn: '2027-01-25' }); // weekly or fortnightly: the later of both
    expect(found.prompt).toContain('Choose between every week and every 2 weeks');
  });

  it('[R-06] ASYE in Swindon: 42 days weekly, six months fortnightly, then monthly', () => {
    const worker = { stage: 'asye' as const, startedOn: day('2027-01-04') };
    const phases = workerPhases(swindon, { ...worker });
    expect(phases.map(({ from, rule }) => [from, rule.interval, rule.rule])).toEqual([
      ['2027-01-04', 'P7D', 'R-06'],
      ['2027-02-15', 'P14D', 'R-06'],
      ['2027-08-15', 'P1M', 'R-06'],
    ]);
    const sessions = held('2027-02-14');
    expect(dayOn(workerDue(swindon, '2027-02-15', { worker, sessions }))).toBe('2027-02-21');
  });

  it('[R-07] ASYE under 004: fortnightly up to the six-month review, then every calendar month', () => {
    const worker = { stage: 'asye' as const, startedOn: day('2027-01-04') };
    const monthly = (sixMonthReviewDate?: string) =>
      workerPhases(mosaic, {
        ...worker,
        sixMonthReviewDate: sixMonthReviewDate === undefined ? undefined : day(sixMonthReviewDate),
      }).at(-1)?.from;
    expect([monthly(), monthly('2027-06-21')]).toEqual(['2027-07-04', '2027-06-21']);
  });

  it('[R-08] ASYE and probation in Islington: a person sets a shorter interval, never a longer one', () => {
    for (const stage of ['asye', 'probation'] as const) {
      const asked = (interval: 'P14D' | 'P2M') =>
        due(
          workerDue(islington, '2027-01-12', {
            worker: { stage, ownInterval: { interval } },
            sessions: held('2027-01-11'),
          }),
        );
      expect(asked('P14D')).toMatchObject({ dueOn: '2027-01-25', rule: 'R-08' });
      expect(asked('P2M').dueOn).toBe('2027-02-28');
    }
  });

  it('[R-09] a student: weekly until the day agreed, then fortnightly', () => {
    const worker = { stage: 'student' as const, agreedFortnightlyFrom: day('2027-02-01') };
    const next = (last: string) =>
      dayOn(workerDue(mosaic, '2027-02-20', { worker, sessions: held(last) }));
    expect([next('2027-01-31'), next('2027-02-01')]).toEqual(['2027-02-07', '2027-02-15']);
  });

  it('[R-10] newly qualified in Bracknell: more often is advisable, and a person is asked how often', () => {
    const worker = { stage: 'newlyQualified' as const };
    const found = due(workerDue(bracknell, '2027-01-12', { worker, sessions: held('2027-01-11') }));
    expect(found.dueOn).toBe('2027-02-08');
    expect(found.prompt).toBe(
      'More frequent supervision is advisable (Bracknell Forest, 003:135). Agree a shorter interval.',
    );
  });

  it('[R-11] managers in Islington: once a calendar month', () => {
    const worker = { stage: 'manager' as const };
    const found = due(workerDue(islington, '2027-01-12', { worker, sessions: held('2027-01-11') }));
    expect(found).toMatchObject({ dueOn: '2027-02-28', rule: 'R-11', clause: '001:111' });
    expect(asksAboutTeam('manager')).toBe(true);
    expect(islington.supervisionOfManagers?.checkCaseSupervisionHappening).toBe(true);
  });

  it('[R-12] without cases of their own: every calendar month all the same', () => {
    const worker = { stage: 'nonCaseHolding' as const };
    const found = due(workerDue(islington, '2027-01-12', { worker, sessions: held('2027-01-11') }));
    expect(found).toMatchObject({ dueOn: '2027-02-28', rule: 'R-12', clause: '001:96' });
    expect(coversThresholds(islington, 'nonCaseHolding')).toBe(true);
  });

  it('[R-55] Swindon: case and personal supervision, each within the month', () => {
    const sessions = [...held('2027-01-11'), { on: day('2027-02-09'), parts: ['case'] as const }];
    expect(due(workerDue(swindon, '2027-02-12', { sessions }))).toMatchObject({
      dueOn: '2027-02-11',
      parts: ['personal'],
      status: 'overdue',
    });
  });
});

describe('readings', () => {
  it('[C-1] calendar month is the must, 28 days the aim: within the aim the month is always met', () => {
    // 30 days apart over the end of a month misses the aim and meets the must.
    const sessions = held('2027-03-01', '2027-03-31');
    const on = (now: string) => statusOf(workerDue(mosaic, now, { sessions: held('2027-03-01') }));
    expect([on('2027-03-29'), on('2027-03-30')]).toEqual(['due_today_target', 'target_missed']);
    expect(dayOn(workerDue(mosaic, '2027-03-31', { sessions }))).toBe('2027-04-30');
  });

  it('[C-4] six months of fortnights: each policy as it is written, the Employer Standards beside it', () => {
    const worker = { stage: 'asye' as const, startedOn: day('2027-01-04') };
    const monthlyFrom = [swindon, mosaic].map(
      (profile) => workerPhases(profile, worker).at(-1)?.from,
    );
    expect(monthlyFrom).toEqual(['2027-08-15', '2027-07-04']);
    expect(employerStandardsLine(worker)).toBe(
      'Standards for Employers 2020: weekly until 15 February 2027, at least fortnightly until ' +
        '4 July 2027, then at least monthly. For information only.',
    );
  });

  it('[WORK18] the Employer Standards: for somebody newly qualified whose first day is known', () => {
    const startedOn = day('2027-01-04');
    expect(employerStandardsLine({ stage: 'newlyQualified', startedOn })).toContain('4 July 2027');
    expect(employerStandardsLine({ stage: 'asye' })).toBeUndefined();
    expect(employerStandardsLine({ stage: 'default', startedOn })).toBeUndefined();
  });

  it('[C-7] "a minimum interval of every four weeks" is the longest gap, not the shortest', () => {
    // Seen again after a week: nothing is too early, and the next is due from then.
    const sessions = held('2027-01-11', '2027-01-18');
    expect(due(workerDue(bracknell, '2027-01-19', { sessions }))).toMatchObject({
      dueOn: '2027-02-15',
      status: 'ok',
    });
  });

  it('[C-8] Bracknell: the frequency agreed in the contract, within the three months', () => {
    const sessions = held('2027-01-11');
    const agreed = (agreedInterval: 'P14D' | 'P42D' | 'P4M') =>
      due(workerDue(bracknell, '2027-01-12', { sessions, worker: { agreedInterval } }));
    expect(agreed('P14D')).toMatchObject({ dueOn: '2027-01-25', clause: '003:133,135' });
    expect(agreed('P42D').dueOn).toBe('2027-02-22');
    expect(agreed('P42D').target?.on).toBe('2027-02-11'); // the month that is recommended
    expect(agreed('P4M')).toMatchObject({ dueOn: '2027-04-11', clause: '003:133' });
  });

  it('[C-10] Swindon’s month is rolling; a council can set the calendar month instead', () => {
    const sessions = held('2027-01-11');
    expect(dayOn(workerDue(swindon, '2027-01-12', { sessions }))).toBe('2027-02-11');
    const edited = applyEdit(
      swindon,
      { ...editOf(swindon), supervision: 'P1M calendarMonth' },
      { id: 'ours', version: '2', effectiveFrom: day('2027-01-01') },
    );
    expect(dayOn(workerDue(edited, '2027-01-12', { sessions }))).toBe('2027-02-28');
  });

  it('[C-27] which session meets which clock: personal, case, both or any', () => {
    const parts = (part: 'personal' | 'case') => [
      ...held('2027-01-11'),
      { on: day('2027-02-02'), parts: [part] },
    ];
    const next = (profile: typeof swindon, part: 'personal' | 'case') =>
      dayOn(workerDue(profile, '2027-02-03', { sessions: parts(part) }));
    expect([next(swindon, 'personal'), next(swindon, 'case')]).toEqual([
      '2027-02-11',
      '2027-02-11',
    ]);
    for (const profile of [islington, mosaic]) {
      expect(next(profile, 'personal'), profile.id).toBe('2027-02-28');
      expect(next(profile, 'case'), profile.id).toBe('2027-03-31');
    }
    expect([next(bracknell, 'personal'), next(bracknell, 'case')]).toEqual([
      '2027-03-02',
      '2027-03-02',
    ]);
  });

  it('[R-17, C-8] hours and role: longer only where the policy says so, with a reason, to the backstop', () => {
    const check = (profile: typeof swindon, interval: 'P6W' | 'P7D', reason = '') => {
      const inForce = ruleOn(workerPhases(profile, { stage: 'default' }), day('2027-01-12'));
      return checkWorkerInterval({ profile, inForce, own: { interval, reason } }).outcome;
    };
    expect(check(bracknell, 'P6W', 'Contracted for 18 hours')).toBe('accepted'); // 003:197
    expect(check(bracknell, 'P6W')).toBe('refused');
    for (const profile of [swindon, islington, mosaic]) {
      expect(check(profile, 'P6W', 'Contracted for 18 hours'), profile.id).toBe('refused');
      expect(check(profile, 'P7D'), profile.id).toBe('accepted');
    }
  });
});
