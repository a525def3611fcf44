import { expect, it } from 'vitest';
import { deriveStatuses, hasPermanencePlan, permanenceDecidedOn } from './derive-status.ts';
import { closedOn, isOpenSpell, noStatusRows, type StatusRows } from './status-rows.ts';

const asAt = '2026-11-20';
const spell = (from: string, to = '') => ({ from, to });
const referral = (from: string, to = '', primaryNeed = 'N1') => ({ from, to, primaryNeed });
const care = (from: string, to = '', periodId = 'L1') => ({
  ...{ from, to, periodId },
  enteredCareOn: '',
});
const permanence = (decidedOn: string, over = {}) => ({
  ...{ decidedOn, reversedOn: '', periodId: 'L1' },
  ...over,
});
const plo = (over = {}) => ({
  ...{ decided: true, decidedOn: '2026-09-25', endedOn: '', outcome: '' },
  ...{ inCourt: false, finalPlanApproved: false },
  ...over,
});
const derive = (rows: Partial<StatusRows>) => deriveStatuses({ ...noStatusRows, ...rows }, asAt);
const codes = (rows: Partial<StatusRows>) => derive(rows).map(({ code }) => code);

it('[STAT1] a row is open until the day it ended, and an end that contradicts itself closes nothing', () => {
  expect(isOpenSpell(spell('2026-01-01'), asAt)).toBe(true);
  expect(isOpenSpell(spell('2026-01-01', '2026-11-20'), asAt)).toBe(false);
  expect(isOpenSpell(spell('2026-01-01', '2026-11-21'), asAt)).toBe(true);
  expect(isOpenSpell(spell('2026-01-01', '2025-12-31'), asAt)).toBe(true);
  expect(isOpenSpell(spell('', '2025-12-31'), asAt)).toBe(false);
});

it('[STAT2] an open child protection plan, in words with its day', () => {
  expect(
    derive({ protectionPlans: [spell('2026-03-03')], referrals: [referral('2026-01-01')] }),
  ).toEqual([
    {
      code: 'CP',
      since: '2026-03-03',
      words: 'a child protection plan opened on 3 March 2026 is open',
    },
  ]);
  expect(codes({ protectionPlans: [spell('2025-03-03', '2026-03-03')] })).toEqual([]);
  expect(derive({ protectionPlans: [spell('')] })[0]?.words).toBe(
    'a child protection plan is open',
  );
});

it('[STAT3] pre-proceedings that were decided and have no outcome, whatever their date says', () => {
  expect(derive({ preProceedings: [plo()] })).toEqual([
    {
      code: 'PLO',
      since: '2026-09-25',
      words: 'pre-proceedings decided on 25 September 2026 have no outcome yet',
    },
  ]);
  expect(codes({ preProceedings: [plo({ decidedOn: '' })] })).toEqual(['PLO']);
  expect(codes({ preProceedings: [plo({ decided: false })] })).toEqual([]);
  expect(codes({ preProceedings: [plo({ outcome: 'Step down' })] })).toEqual([]);
  expect(codes({ preProceedings: [plo({ endedOn: '2026-10-01' })] })).toEqual([]);
});

it('[STAT4] care proceedings until a final plan is approved', () => {
  expect(codes({ preProceedings: [plo({ inCourt: true, outcome: 'Issue' })] })).toEqual(['COURT']);
  expect(codes({ preProceedings: [plo({ inCourt: true, finalPlanApproved: true })] })).toEqual([]);
});

it('[STAT5] looked after, with and without a permanence decision', () => {
  expect(derive({ care: [care('2026-03-24')] })[0]).toEqual({
    code: 'CLA',
    since: '2026-03-24',
    words: 'looked after since 24 March 2026 and no permanence decision is held',
  });
  expect(derive({ care: [care('2026-03-24')], permanence: [permanence('2026-08-27')] })[0]).toEqual(
    {
      code: 'CLA_PERM',
      since: '2026-03-24',
      words: 'looked after since 24 March 2026 and permanence was decided on 27 August 2026',
    },
  );
  // A move of placement begins a new episode, and not a new time in care.
  const moved = { ...care('2026-10-01'), enteredCareOn: '2024-02-01' };
  expect(derive({ care: [care('2024-02-01', '2026-10-01'), moved] })[0]?.since).toBe('2024-02-01');
  expect(codes({ care: [care('2024-02-01', '2026-10-01')] })).toEqual([]);
});

it('[STAT6] a plan without a decision, one reversed, and one of an earlier time in care decide nothing', () => {
  const rows = (...list: StatusRows['permanence']): StatusRows => ({
    ...noStatusRows,
    care: [care('2020-01-01', '2021-01-01', 'L0'), care('2026-03-24')],
    permanence: list,
  });
  const plan = rows(permanence(''));
  expect(hasPermanencePlan(plan, asAt)).toBe(true);
  expect(permanenceDecidedOn(plan, asAt)).toBe('');
  expect(deriveStatuses(plan, asAt)[0]?.words).toContain(
    'a permanence plan is recorded, but no decision',
  );
  expect(permanenceDecidedOn(rows(permanence('2020-06-01', { periodId: 'L0' })), asAt)).toBe('');
  expect(
    permanenceDecidedOn(rows(permanence('2026-06-01', { reversedOn: '2026-07-01' })), asAt),
  ).toBe('');
  expect(permanenceDecidedOn(rows(permanence('2026-12-01')), asAt)).toBe('');
  expect(permanenceDecidedOn(rows(permanence('2026-06-01', { periodId: '' })), asAt)).toBe(
    '2026-06-01',
  );
});

it('[STAT7] an open early help episode', () => {
  expect(derive({ earlyHelp: [spell('2026-05-01')] })).toEqual([
    {
      code: 'EH',
      since: '2026-05-01',
      words: 'an early help episode opened on 1 May 2026 is open',
    },
  ]);
});

it('[STAT8] a care leaver row, beside being looked after', () => {
  expect(derive({ careLeaver: ['Former relevant child'] })[0]?.words).toBe(
    'listed as a care leaver (former relevant child)',
  );
  expect(codes({ careLeaver: ['Eligible child'], care: [care('2020-01-01')] })).toEqual([
    'CLA',
    'CARE_EXP',
  ]);
});

it('[STAT9] an assessment that nobody has authorised', () => {
  expect(
    derive({ assessments: [spell('2026-11-02')], referrals: [referral('2026-11-01')] }),
  ).toEqual([
    {
      code: 'ASSESS',
      since: '2026-11-02',
      words: 'an assessment started on 2 November 2026 is not authorised yet',
    },
  ]);
});

it('[STAT10] a child in need plan, or an open referral that nothing else explains', () => {
  expect(derive({ needPlans: [spell('2026-02-01')] })[0]?.words).toBe(
    'a child in need plan opened on 1 February 2026 is open',
  );
  expect(derive({ referrals: [referral('2026-02-01')] })).toEqual([
    {
      code: 'CIN',
      since: '2026-02-01',
      words: 'a referral of 1 February 2026 is open and the file has no plan',
    },
  ]);
  expect(codes({ referrals: [referral('2026-02-01', '2026-03-01')] })).toEqual([]);
  expect(codes({ referrals: [referral('2026-02-01')], needPlans: [spell('2026-03-01')] })).toEqual([
    'CIN',
  ]);
});

it('[STAT11] short breaks by legal status, or by disability as the main need', () => {
  const legal = [{ ...spell('2026-01-05'), code: 'v3' }];
  expect(codes({ care: [care('2026-01-05')], legal })).toEqual(['SHORT_BREAKS']);
  const disabled = { disabilities: ['MOB'], referrals: [referral('2026-01-01', '', 'N2')] };
  expect(codes(disabled)).toEqual(['SHORT_BREAKS', 'CIN']);
  expect(codes({ ...disabled, disabilities: ['NONE'] })).toEqual(['CIN']);
  expect(codes({ ...disabled, referrals: [referral('2026-01-01')] })).toEqual(['CIN']);
  expect(codes({ ...disabled, care: [care('2026-01-01')] })).toEqual(['CLA']);
});

it('[STAT12] closed on the last day that anything ended, and only when nothing is open', () => {
  const rows: StatusRows = {
    ...noStatusRows,
    referrals: [referral('2026-01-01', '2026-09-01')],
    needPlans: [spell('2026-02-01', '2026-09-03')],
    careLeaver: ['Former relevant child'],
  };
  expect(closedOn(rows, [], asAt)).toBe('2026-09-03');
  expect(closedOn(rows, [spell('2026-02-01')], asAt)).toBe('');
  expect(closedOn({ ...rows, earlyHelp: [spell('2026-09-04')] }, [], asAt)).toBe('');
  expect(closedOn(noStatusRows, [], asAt)).toBe('');
});
