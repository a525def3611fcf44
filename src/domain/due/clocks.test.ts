import { expect, it } from 'vitest';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import {
  askedOn,
  bracknell,
  childDue,
  day,
  dayOn,
  due,
  event,
  focusGroup,
  islington,
  mosaic,
  swindon,
  when,
} from '../../../test/due-builders.ts';
import { allocationOversightDue } from './allocation-due.ts';
import type { ChildFacts } from './child-facts.ts';
import { type ChildClock, type ChildEvent, resetsClock } from './clock-events.ts';
import { multiTeamDue, oversightFloorDue } from './second-clocks.ts';

const clocks: readonly ChildClock[] = ['discussion', 'oversight', 'multiTeam'];
const meets = (profile: PolicyProfile, kind: ChildEvent['kind'], more: Partial<ChildEvent> = {}) =>
  clocks.filter((clock) => resetsClock(profile, clock, event(kind, '2026-11-20', more)));

const floor = (child: Partial<ChildFacts>, events: readonly ChildEvent[], more: object = {}) =>
  oversightFloorDue({
    ...askedOn(swindon, '2027-02-01'),
    child: { cohorts: ['CIN'], ...child },
    events,
    ...more,
  });

it('[CLOCK1] a formal discussion meets the discussion clock and the oversight floor', () => {
  expect(meets(swindon, 'formal')).toEqual(['discussion', 'oversight']);
  for (const profile of [islington, mosaic, bracknell])
    expect(meets(profile, 'formal'), profile.id).toEqual(['discussion']);
});

it('[CLOCK2] a group: as the profile has it (R-29, C-5, C-30)', () => {
  expect(meets(swindon, 'group')).toEqual(['oversight', 'multiTeam']);
  expect(meets(swindon, 'group', { onCaseDiscussion: true })).toEqual(clocks);
  expect(meets(mosaic, 'group', { onCaseDiscussion: true })).toEqual([]);
  expect(meets(mosaic, 'group', { familySafeguarding: true })).toEqual(['discussion']);
  for (const profile of [islington, bracknell, focusGroup])
    expect(meets(profile, 'group', { onCaseDiscussion: true, familySafeguarding: true })).toEqual(
      [],
    );
});

it('[CLOCK3] oversight and informal supervision meet the floor alone (R-24)', () => {
  expect([meets(swindon, 'oversight'), meets(swindon, 'informal')]).toEqual([
    ['oversight'],
    ['oversight'],
  ]);
  expect(meets(islington, 'informal')).toEqual([]);
});

it('[CLOCK4] a KIT meeting meets the clock of several teams alone', () => {
  expect(meets(swindon, 'kit')).toEqual(['multiTeam']);
  expect(meets(swindon, 'kit', { onCaseDiscussion: true })).toEqual(['multiTeam']);
  expect(meets(islington, 'kit')).toEqual([]);
});

it('[CLOCK5] a midway check meets none, whatever its heading says (R-28, 001:107)', () => {
  for (const profile of [swindon, islington, mosaic, bracknell])
    expect(meets(profile, 'midwayCheck'), profile.id).toEqual([]);
  const { oversightFloor } = swindon.child;
  const satisfiedBy = ['oversight', 'midwayCheck'];
  const listed = {
    ...swindon.child,
    oversightFloor: oversightFloor && { ...oversightFloor, satisfiedBy },
  };
  expect(meets({ ...swindon, child: listed }, 'midwayCheck')).toEqual([]);
  const events = [event('formal', '2026-11-12'), event('midwayCheck', '2026-12-15')];
  expect(dayOn(childDue(islington, '2026-12-20', { events }))).toBe('2026-12-31');
});

it('[CLOCK6] monthly oversight runs beside a longer interval (TV13, R-16)', () => {
  const perm = { cohorts: ['CARE_EXP'] };
  const events = [event('formal', '2026-12-31'), event('oversight', '2027-01-15')];
  expect(floor(perm, events)).toMatchObject({
    dueOn: '2027-02-15',
    rule: 'R-16',
    clause: '000:33',
    words:
      'Due by 15 February 2027: discussion or oversight every month ' +
      '(Swindon, no date in its text, 000:33)',
  });
  expect(dayOn(floor(perm, [event('formal', '2026-12-31')]))).toBe('2027-01-31');
  expect(dayOn(floor({ allocatedAt: day('2027-01-04') }, []))).toBe('2027-02-04');
  const started = { footprintStartedOn: day('2027-01-20') };
  expect(due(floor({}, [], started))).toMatchObject({
    dueOn: '2027-02-20',
    status: 'no_date_held',
  });
  expect(floor({}, [])).toEqual({
    outcome: 'none',
    why: 'No date held, and no day to count from.',
  });
});

it('[CLOCK6] early help is exempt by our reading, which a setting takes back (C-3)', () => {
  const events = [event('formal', '2026-12-31')];
  expect(floor({ cohorts: ['EH'] }, events)).toEqual({
    outcome: 'none',
    why: 'The policy sets its own oversight for this status; by our reading no other.',
  });
  expect(floor({ cohorts: ['NO_SUCH'] }, events).outcome).toBe('due');
  expect(floor({ cohorts: ['EH', 'CIN'] }, events).outcome).toBe('due');
  expect(floor({ cohorts: ['EH'] }, events, { earlyHelpExempt: false }).outcome).toBe('due');
  const asked = askedOn(islington, '2027-02-01');
  expect(oversightFloorDue({ ...asked, child: { cohorts: ['CIN'] }, events })).toEqual({
    outcome: 'none',
    why: 'Islington has no monthly oversight of each child.',
  });
});

it('[CLOCK7] several teams: a group or KIT meeting each month (TV19, R-18)', () => {
  const of = (joined: string | undefined, ...events: readonly ChildEvent[]) =>
    multiTeamDue({
      ...askedOn(swindon, '2026-12-01'),
      secondTeamJoined: joined === undefined ? undefined : day(joined),
      events,
    });
  expect(of('2026-08-31')).toMatchObject({
    dueOn: '2026-09-30',
    rule: 'R-18',
    clause: '000:128',
    countedFrom: { on: '2026-08-31', what: 'joined' },
    words:
      'Due by 30 September 2026: group supervision or KIT meeting every month ' +
      '(Swindon, no date in its text, 000:128)',
  });
  expect(dayOn(of('2026-08-31', event('kit', '2026-10-31')))).toBe('2026-11-30');
  expect(dayOn(of('2026-08-31', event('group', '2026-11-12')))).toBe('2026-12-12');
  expect(dayOn(of('2026-08-31', event('formal', '2026-11-12')))).toBe('2026-09-30');
  expect(dayOn(of('2026-09-15', event('kit', '2026-09-01')))).toBe('2026-10-15');
  expect(of('2026-09-15', event('kit', '2026-09-15'))).toMatchObject({
    dueOn: '2026-10-15',
    countedFrom: { on: '2026-09-15', what: 'lastHeld' }, // on the day that it joined
  });
  expect(dayOn(of(undefined, event('kit', '2026-11-02')))).toBe('2026-12-02');
  expect(of(undefined)).toEqual({ outcome: 'none', why: 'One team only, as far as is known.' });
  const elsewhere = { ...askedOn(mosaic, '2026-12-01'), secondTeamJoined: day('2026-08-31') };
  expect(multiTeamDue({ ...elsewhere, events: [] })).toEqual({
    outcome: 'none',
    why: 'Council using Mosaic has no rule for several teams.',
  });
});

it('[CLOCK8] oversight at allocation: 24 elapsed hours, over a weekend and a clock change', () => {
  const of = (cohort: string, allocatedAt: string | undefined, recordedAt?: string) =>
    allocationOversightDue({
      ...askedOn(swindon, '2026-12-18'),
      child: {
        cohorts: [cohort],
        allocatedAt: allocatedAt === undefined ? undefined : when(allocatedAt),
      },
      recordedAt: recordedAt === undefined ? undefined : when(recordedAt),
    });
  expect(of('ASSESS', '2026-12-18T16:30:00Z')).toMatchObject({
    dueAt: '2026-12-19T16:30:00Z',
    planBy: '2026-12-18',
    rule: 'R-15',
    clause: '000:120',
    words:
      'Due by 4:30pm on Saturday 19 December 2026: oversight within 24 hours of allocation ' +
      '(Swindon, no date in its text, 000:120)',
  });
  expect(due(of('ASSESS', '2027-03-27T15:00:00Z')).words).toMatch(/^Due by 4:00pm on Sunday 28/);
  expect(of('EH', '2026-12-18T16:30:00Z')).toMatchObject({ clause: null, strength: 'inferred' });
  expect(of('ASSESS', '2026-12-18T16:30:00Z')).toMatchObject({ overdueFrom: '2026-12-19' });
  expect(of('ASSESS', '2026-12-18')).toMatchObject({ overdueFrom: '2026-12-19' });
  expect(due(of('ASSESS', '2026-12-18'))).toMatchObject({ dueOn: '2026-12-18' }); // C-9
  expect(due(of('ASSESS', '2026-12-18'))).not.toHaveProperty('dueAt');
  expect(due(of('ASSESS', '2026-12-18T16:30:00Z')).countedFrom).toEqual({
    on: '2026-12-18',
    what: 'allocated',
  });
  const why = (...asked: Parameters<typeof of>) => {
    const answer = of(...asked);
    return answer.outcome === 'none' ? answer.why : undefined;
  };
  expect(why('ASSESS', '2026-12-18T16:30:00Z', '2026-12-19T09:00:00Z')).toBe(
    'Oversight at allocation is recorded.',
  );
  for (const cohort of ['CIN', 'NO_SUCH'])
    expect(why(cohort, '2026-12-18')).toBe('Swindon asks for no oversight at allocation here.');
  expect(why('ASSESS', undefined)).toBe('No date of allocation is held.');
});

it('[CLOCK8] a length that is no whole number of hours is no deadline', () => {
  const of = (within: string) => {
    const cohorts = swindon.child.cohorts?.map((row) =>
      row.first ? { ...row, first: { ...row.first, within } } : row,
    );
    const profile = { ...swindon, child: { ...swindon.child, cohorts } } as PolicyProfile;
    return allocationOversightDue({
      ...askedOn(profile, '2026-12-18'),
      child: { cohorts: ['ASSESS'], allocatedAt: day('2026-12-18') },
    });
  };
  expect(due(of('PT8H')).words).toMatch(/oversight within 8 hours of allocation/);
  for (const within of ['P1D', 'PT24H30M', 'XPT24H', 'PTH'])
    expect(of(within)).toEqual({
      outcome: 'none',
      why: 'The policy gives no hours for oversight at allocation.',
    });
});
