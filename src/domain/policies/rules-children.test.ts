import { describe, expect, it } from 'vitest';
import { allocationOversightDue } from '#domain/due/allocation-due.ts';
import type { ChildFacts } from '#domain/due/child-facts.ts';
import { checkChildOverride } from '#domain/due/child-override.ts';
import { mustAppearOn } from '#domain/due/every-open-case.ts';
import { checkTypedOverride } from '#domain/due/override-review.ts';
import { multiTeamDue, oversightFloorDue } from '#domain/due/second-clocks.ts';
import { statusForProfile } from '#domain/status/status-for-profile.ts';
import {
  askedOn,
  bracknell,
  childDue,
  day,
  dayOn,
  due,
  event,
  held,
  islington,
  mosaic,
  statusOf,
  swindon,
  when,
  workerDue,
} from '../../../test/due-builders.ts';
import { askedOf, childOnList, figure, said } from '../../../test/figure-builders.ts';

const formal = (on: string, depth?: 'brief' | 'inDepth') =>
  event('formal', on, depth ? { depth } : {});
const swindonDue = (cohorts: readonly string[], last: string, child: Partial<ChildFacts> = {}) =>
  dayOn(childDue(swindon, last, { child: { cohorts, ...child }, events: [formal(last)] }));
const permanence = { permanenceDecisionDate: '2026-12-01', permanenceApprovedBy: 'Panel' };

describe('how often a child is discussed', () => {
  it('[R-13] every open case in each monthly supervision, and only a discussion makes it discussed', () => {
    for (const profile of [islington, mosaic]) {
      const found = due(childDue(profile, '2027-01-20', { events: [formal('2027-01-11')] }));
      expect(found, profile.id).toMatchObject({ dueOn: '2027-02-28', inEverySession: true });
      expect(found.rule).toBe('R-13');
      // Left out with a reason in February's session: still due, and February stays not covered.
      const left = childOnList('c', ['2027-01-11', '2027-03-09']);
      const asked = askedOf(profile, { month: '2027-02', today: '2027-04-01' });
      expect(said(figure('childrenDiscussed', asked, { children: [left] }))).toBe('0 of 1');
    }
    const sessions = [day('2027-01-11'), day('2027-02-09')];
    const openedOn = day('2027-01-12');
    expect(mustAppearOn({ profile: islington, openedOn, sessions })).toBe('2027-02-09');
  });

  it('[R-14] Swindon’s table, the strictest of several statuses', () => {
    expect(swindonDue(['EH'], '2027-01-31')).toBe('2027-04-30');
    expect(swindonDue(['EH'], '2027-01-31', { higherRisk: true })).toBe('2027-02-28');
    for (const cohort of ['ASSESS', 'CIN', 'CP_PLO_COURT', 'CWCF_NO_PERM', 'SHORT_BREAKS'])
      expect(swindonDue([cohort], '2027-01-31'), cohort).toBe('2027-02-28');
    expect(swindonDue(['CWCF_PERM'], '2027-01-31', permanence)).toBe('2027-03-31');
    expect(swindonDue(['CARE_EXP'], '2027-01-31')).toBe('2027-03-31');
    expect(swindonDue(['CARE_EXP', 'CIN'], '2027-01-31')).toBe('2027-02-28');
  });

  it('[R-15] an allocation: oversight in 24 hours, the first full supervision in 28 days', () => {
    // Friday 26 March 2027 is Good Friday; the hours run over the weekend and the clock change.
    const child = { cohorts: ['ASSESS'], allocatedAt: when('2027-03-27T09:30:00Z') };
    const oversight = allocationOversightDue({ ...askedOn(swindon, '2027-03-27'), child });
    expect(due(oversight)).toMatchObject({ dueAt: '2027-03-28T09:30:00Z', clause: '000:120' });
    expect(due(childDue(swindon, '2027-03-27', { child }))).toMatchObject({
      dueOn: '2027-04-24',
      firstFullBy: '2027-04-24',
      rule: 'R-15',
    });
  });

  it('[R-16] Swindon: a discussion or an oversight entry each month, whatever the child’s interval', () => {
    const child = { cohorts: ['CARE_EXP'] };
    const floor = (...events: readonly ReturnType<typeof event>[]) =>
      dayOn(oversightFloorDue({ ...askedOn(swindon, '2027-02-20'), child, events }));
    expect(floor(formal('2027-01-11'))).toBe('2027-02-11');
    expect(floor(formal('2027-01-11'), event('oversight', '2027-02-10'))).toBe('2027-03-10');
    expect(floor(formal('2027-01-11'), event('kit', '2027-02-10'))).toBe('2027-02-11');
  });

  it('[R-17] a manager may discuss a child more often, with a reason, and never less often', () => {
    const child = { cohorts: ['CARE_EXP'] };
    const check = (interval: string, reason: string | undefined = 'Missing twice') =>
      checkChildOverride({ profile: swindon, child, interval, reason }).outcome;
    expect([check('P14D'), check('P3M'), check('P2M'), check('P14D', ' ')]).toEqual([
      'accepted',
      'refused',
      'refused',
      'refused',
    ]);
    // With a day to look at it again: without one it is not set.
    const typed = { interval: 'P14D', reason: 'Missing twice', reviewOn: '1 3 2027' };
    const set = (over: object) =>
      checkTypedOverride({
        ...{ profile: swindon, child, today: day('2027-01-20'), isSet: false },
        typed: { ...typed, ...over },
      }).outcome;
    expect([set({}), set({ reviewOn: '' })]).toEqual(['accepted', 'refused']);
    const override = { interval: 'P3M', reason: 'Settled' } as const;
    expect(swindonDue(['CARE_EXP'], '2027-01-31', { override })).toBe('2027-03-31');
    const shorter = { interval: 'P14D', reason: 'Missing twice' } as const;
    expect(swindonDue(['CARE_EXP'], '2027-01-31', { override: shorter })).toBe('2027-02-14');
  });

  it('[R-18] a family with several teams: a group or KIT meeting each month', () => {
    const asked = (...events: readonly ReturnType<typeof event>[]) =>
      dayOn(
        multiTeamDue({
          ...askedOn(swindon, '2027-02-20'),
          secondTeamJoined: day('2027-01-11'),
          events,
        }),
      );
    expect(asked()).toBe('2027-02-11');
    expect(asked(event('kit', '2027-02-03'))).toBe('2027-03-03');
    expect(asked(formal('2027-02-03'))).toBe('2027-02-11');
    expect(asked(event('kit', '2027-01-04'))).toBe('2027-02-11'); // before the second team came
  });

  it('[R-50, C-5] a Family Safeguarding team: the group covers its children, its workers keep the 1:1', () => {
    const child = { familySafeguarding: true };
    const group = event('group', '2027-01-19', { familySafeguarding: true });
    const found = due(childDue(mosaic, '2027-01-20', { child, events: [group] }));
    expect(found).toMatchObject({ dueOn: '2027-02-28', inEverySession: false });
    const other = event('group', '2027-01-19', { onCaseDiscussion: true });
    const events = [formal('2026-12-15'), other];
    expect(dayOn(childDue(mosaic, '2027-01-20', { events }))).toBe('2027-01-31');
    expect(dayOn(workerDue(mosaic, '2027-01-20', { sessions: held('2026-12-15') }))).toBe(
      '2027-01-31',
    );
  });
});

describe('readings', () => {
  it('[C-3] the table is the full discussion, 000:33 the floor; early help is exempt, as a setting', () => {
    const child = { cohorts: ['EH'] };
    const events = [formal('2027-01-11')];
    const question = { ...askedOn(swindon, '2027-01-20'), child, events };
    expect(dayOn(childDue(swindon, '2027-01-20', { child, events }))).toBe('2027-04-11');
    expect(oversightFloorDue(question).outcome).toBe('none');
    expect(dayOn(oversightFloorDue({ ...question, earlyHelpExempt: false }))).toBe('2027-02-11');
  });

  it('[C-6] a mode each, never mixed: an Islington child has no interval of its own', () => {
    const child = { cohorts: ['CIN'] };
    const asked = { child, interval: 'P7D', reason: 'Risk' };
    expect(checkChildOverride({ profile: islington, ...asked }).outcome).toBe('refused');
    expect(childDue(bracknell, '2027-01-20', { events: [formal('2027-01-11')] })).toMatchObject({
      outcome: 'none',
    });
  });

  it('[C-12] assessment is the stage of an allocation: another status beside it decides the interval', () => {
    const both = (['ASSESS', 'CP'] as const).map((code) => ({ code, words: '', since: '' }));
    expect(statusForProfile(both, swindon)?.code).toBe('CP_PLO_COURT');
    // After the full supervision a month all the same, as our reading says.
    const events = [formal('2027-01-11', 'inDepth')];
    const child = { cohorts: ['ASSESS'], allocatedAt: day('2027-01-04') };
    const found = due(childDue(swindon, '2027-01-12', { child, events }));
    expect(found).toMatchObject({ dueOn: '2027-02-11', clause: null });
    expect(found).not.toHaveProperty('firstFullBy');
  });

  it('[C-13] early help at higher risk: a month, and in each session', () => {
    const asked = (higherRisk: boolean) =>
      due(
        childDue(swindon, '2027-01-12', {
          child: { cohorts: ['EH'], higherRisk },
          events: [formal('2027-01-11')],
        }),
      );
    expect(asked(true)).toMatchObject({ dueOn: '2027-02-11', inEverySession: true });
    expect(asked(false)).toMatchObject({ dueOn: '2027-04-11', inEverySession: false });
  });

  it('[C-24] "monthly" for young adults too: the floor is monthly, the discussion every two months', () => {
    const child = { cohorts: ['CARE_EXP'] };
    const events = [formal('2027-01-11')];
    expect(dayOn(childDue(swindon, '2027-01-12', { child, events }))).toBe('2027-03-11');
    const asked = { ...askedOn(swindon, '2027-01-12'), child, events };
    expect(dayOn(oversightFloorDue(asked))).toBe('2027-02-11');
  });

  it('[C-29] a permanence plan without a decision: a month, until date and approval are both there', () => {
    const half = { permanenceDecisionDate: '2026-12-01', permanenceApprovedBy: '' };
    expect(swindonDue(['CWCF_PERM'], '2027-01-31', half)).toBe('2027-02-28');
    expect(swindonDue(['CWCF_PERM'], '2027-01-31', permanence)).toBe('2027-03-31');
  });

  it('[C-30] Swindon’s group discussion meets the interval where it is on the case discussion form', () => {
    const next = (onCaseDiscussion: boolean) =>
      dayOn(
        childDue(swindon, '2027-02-03', {
          events: [formal('2027-01-11'), event('group', '2027-02-02', { onCaseDiscussion })],
        }),
      );
    expect([next(true), next(false)]).toEqual(['2027-03-02', '2027-02-11']);
  });

  it('[C-32] either depth meets the interval; only in depth the first full one after an allocation', () => {
    const child = { cohorts: ['ASSESS'], allocatedAt: day('2027-01-04') };
    const next = (depth: 'brief' | 'inDepth') =>
      due(childDue(swindon, '2027-01-12', { child, events: [formal('2027-01-11', depth)] }));
    expect(next('brief')).toMatchObject({ dueOn: '2027-02-01', firstFullBy: '2027-02-01' });
    expect(next('inDepth').dueOn).toBe('2027-02-11');
    for (const depth of ['brief', 'inDepth'] as const)
      expect(
        dayOn(childDue(swindon, '2027-01-12', { events: [formal('2027-01-11', depth)] })),
      ).toBe('2027-02-11');
  });

  it('[C-33] a change to a longer interval counts at once', () => {
    const changed = { on: day('2027-02-03'), from: { cohorts: ['CIN'] } };
    const child = { cohorts: ['CARE_EXP'], changed };
    const asked = (now: string) =>
      childDue(swindon, now, { child, events: [formal('2027-01-11')] });
    expect([dayOn(asked('2027-02-02')), dayOn(asked('2027-02-03'))]).toEqual([
      '2027-02-11',
      '2027-03-11',
    ]);
    expect(statusOf(asked('2027-02-15'))).toBe('ok');
  });
});
