import { describe, expect, it } from 'vitest';
import { openActionsOf } from '#domain/actions/child-actions.ts';
import type { CalendarMonth } from '#domain/dates/calendar-date.ts';
import { ChildDecision } from '#domain/records/action.ts';
import { emptyPreparedChild } from '#domain/records/preparation.ts';
import { aChild, anAction, anEvent, ref } from '../../../test/builders.ts';
import { day } from '../../../test/due-builders.ts';
import {
  actionFacts,
  councilFacts,
  decisionFacts,
  gapFacts,
  lastDiscussions,
  lastRecordFacts,
  practitionerAsks,
  statusChangesOf,
  statusCodesOf,
  supervisorAsks,
} from './agenda-facts.ts';

const today = day('2026-11-20');

it('[FACT1] of a child of whom nothing is held nothing is told', () => {
  const facts = councilFacts(aChild(), undefined);
  expect(Object.values(facts).filter((value) => value !== undefined)).toEqual([]);
  expect(lastDiscussions([], today)).toEqual({});
  expect(lastRecordFacts([], undefined)).toBeUndefined();
  expect(statusCodesOf(aChild({ status: '' }))).toEqual([]);
});

it('[FACT2] the last formal discussion in either depth, and in depth; none after today', () => {
  const events = [
    { on: day('2026-09-07'), kind: 'formal', depth: 'inDepth' },
    { on: day('2026-11-02'), kind: 'formal', depth: 'brief' },
    { on: day('2026-11-21'), kind: 'formal', depth: 'inDepth' },
    { on: day('2026-11-10'), kind: 'oversight' },
  ] as const;
  expect(lastDiscussions(events, today)).toEqual({
    lastFormalOn: '2026-11-02',
    lastInDepthOn: '2026-09-07',
  });
  const onTheDay = [{ on: today, kind: 'formal' as const }];
  expect(lastDiscussions(onTheDay, today).lastFormalOn).toBe(today);
  // Where its depth is not held it is taken as full (C-32).
  expect(lastDiscussions([{ on: day('2026-11-02'), kind: 'formal' }], today).lastInDepthOn).toBe(
    '2026-11-02',
  );
});

describe('decisions', () => {
  const decision = (over: object = {}) =>
    ChildDecision.parse({
      id: 'x',
      childRef: 'C1',
      sessionId: 's1',
      discussionId: 'd1',
      text: 'Ask for a conference',
      significance: 'urgent',
      decidedAt: '2026-11-03T00:30:00.000Z',
      createdBy: 'me',
      ...over,
    });
  const days = (over: object, discussed?: string) =>
    decisionFacts([decision(over)], () => (discussed ? day(discussed) : undefined), today).map(
      ({ on }) => on,
    );

  it('[FACT3] each on the day it was made, in London, with what it says; none that was withdrawn', () => {
    expect(decisionFacts([decision({ changesDirection: true })], () => undefined, today)).toEqual([
      {
        on: '2026-11-03',
        text: 'Ask for a conference',
        significance: 'urgent',
        changesDirection: true,
        revisit: 'notRequired',
      },
    ]);
    expect(days({ decidedAt: '2026-07-02T23:30:00.000Z' })).toEqual(['2026-07-03']);
    expect(days({ withdrawn: true })).toEqual([]);
  });

  it('[FACT3] added after the discussion it belongs to, it is of that discussion', () => {
    expect(days({}, '2026-11-02')).toEqual(['2026-11-02']);
    expect(days({}, '2026-11-04')).toEqual(['2026-11-03']);
  });

  it('[FACT3] without a day that can be read it is of today', () => {
    expect(days({ decidedAt: 'last week' })).toEqual(['2026-11-20']);
  });
});

it('[FACT1] open actions with their days, where those could be read, and how often they were carried', () => {
  const actions = [
    anAction({ id: 'a1', what: 'Ring the school', dueOn: '2026-11-06' }),
    anAction({ id: 'a2', what: 'Safety plan', owner: '', dueOn: '' }),
    anAction({ id: 'a3' }),
  ];
  const events = [
    anEvent({ id: 'e1', actionId: 'a1', outcome: 'carried', at: '2026-10-20T11:00:00.000Z' }),
    anEvent({ id: 'e2', actionId: 'a1', outcome: 'carried', at: '2026-11-02T11:00:00.000Z' }),
    anEvent({ id: 'e3', actionId: 'a3', outcome: 'done' }),
  ];
  expect(actionFacts(openActionsOf(ref('C1'), actions, events))).toEqual([
    { what: 'Ring the school', owner: 'Priya', carried: 2, dueOn: '2026-11-06' },
    { what: 'Safety plan', owner: '', carried: 0 },
  ]);
});

describe('the last record', () => {
  const record = (discussedOn: string, childVoice?: string) => ({
    discussedOn,
    fields: childVoice === undefined ? {} : { childVoice },
  });

  it('[FACT4] says whether the voice was recorded, in either depth', () => {
    const last = day('2026-11-02');
    const of = (each: ReturnType<typeof record>) => lastRecordFacts([each], last);
    expect(of(record('2026-11-02', 'Home.'))).toEqual({ on: last, childVoice: 'recorded' });
    expect(of(record('2026-11-02'))).toEqual({ on: last, childVoice: 'empty' });
    expect(of(record('2026-11-02', '  '))).toEqual({ on: last, childVoice: 'empty' });
  });

  it('[FACT4] an earlier one is not the last: until that is finalised nothing is missing in it', () => {
    expect(lastRecordFacts([record('2026-10-05')], day('2026-11-02'))).toBeUndefined();
    expect(lastRecordFacts([record('2026-10-05')], undefined)).toBeUndefined();
  });
});

describe('dates of the council', () => {
  const facts = {
    lastSeenOn: '2026-10-01',
    lastSeenAloneOn: '2026-09-01',
    nextReviewOn: '2026-10-15',
  };
  const filed = aChild({ asAt: '2026-11-16', facts });
  const shared = (over: object) => ({
    part: { ...emptyPreparedChild(ref('C1')), ...over },
    sharedOn: day('2026-11-18'),
  });

  it('[FACT5] as at the day of the file, a later day of the practitioner’s counting', () => {
    expect(councilFacts(filed, undefined)).toMatchObject({ asAt: '2026-11-16', ...facts });
    const wrote = shared({ seenOnDate: '2026-11-12', seenAloneOnDate: '2026-08-20' });
    expect(councilFacts(filed, wrote)).toMatchObject({
      asAt: '2026-11-16',
      lastSeenOn: '2026-11-12',
      lastSeenAloneOn: '2026-09-01',
    });
  });

  it('[FACT5] where no file was read, as at the day she shared it', () => {
    expect(councilFacts(aChild(), shared({ inTouchOnDate: '2026-11-12' }))).toMatchObject({
      asAt: '2026-11-18',
      inTouchOn: '2026-11-12',
    });
  });

  it('[FACT1] permanence and how long in care, as far as the file says', () => {
    const permanence = (over: object) =>
      councilFacts(aChild({ facts: over }), undefined).permanence;
    expect(permanence({})).toBeUndefined();
    expect(permanence({ permanencePlanRecorded: true })).toBe('recorded');
    expect(permanence({ permanencePlanRecorded: true, permanenceDecisionOn: '2026-05-01' })).toBe(
      'decided',
    );
    const statuses = [
      { code: 'CIN', since: '2025-01-01' },
      { code: 'CLA', since: '2026-03-02' },
    ];
    expect(councilFacts(aChild({ statuses }), undefined).inCareSince).toBe('2026-03-02');
    // The first of several, whatever their order; each code that says "in care" counts.
    const inCareSince = (...codes: readonly string[]) =>
      councilFacts(
        aChild({ statuses: codes.map((code, i) => ({ code, since: `2026-0${9 - i}-01` })) }),
        undefined,
      ).inCareSince;
    expect(inCareSince('CLA', 'CLA_PERM')).toBe('2026-08-01');
    for (const code of ['CLA', 'CLA_PERM', 'CWCF_NO_PERM', 'CWCF_PERM'])
      expect(inCareSince(code), code).toBe('2026-09-01');
  });
});

it('[FACT6] changes of status from the history, in words; one that was not known before is none', () => {
  const event = { at: '', by: 'me', what: 'corrected', field: 'status', on: '2026-11-10' };
  const history = [
    { ...event, from: '', to: 'CIN', on: '2026-01-05' },
    { ...event, from: 'CIN', to: 'CP' },
    { ...event, field: 'name', from: 'Ann', to: 'Anne' },
    { ...event, from: 'CP', to: 'CIN', on: 'soon' },
    { ...event, from: 'CP', to: '' },
    { ...event, what: 'added', from: 'CIN', to: 'CP' },
    { ...event, field: 'legalStatus', from: 'S20', to: 'ICO', on: '2026-11-12' },
  ];
  const found = statusChangesOf(aChild({ history }), (code) =>
    code === 'CP' ? 'Protection' : code,
  );
  expect(found).toEqual([
    { on: '2026-11-10', to: 'Protection' },
    { on: '2026-11-12', to: 'ICO' },
  ]);
  const statuses = [{ code: 'CP' }, { code: 'COURT' }, { code: '' }];
  expect(statusCodesOf(aChild({ status: 'CP', statuses }))).toEqual(['CP', 'COURT']);
});

describe('gaps', () => {
  const month = (text: string, reason?: 'leave' | 'exceptional') => ({
    month: text as CalendarMonth,
    reason,
  });
  const away = (start: string, end?: string) => ({
    start: day(start),
    ...(end ? { end: day(end) } : {}),
  });
  const asked = { months: [], leave: [], workingDays: () => 11, onListFrom: undefined, today };

  it('[FACT7] a month that leave made miss; not one missed for no reason', () => {
    const months = [month('2026-08', 'leave'), month('2026-09'), month('2026-10', 'leave')];
    expect(gapFacts({ ...asked, months, onListFrom: day('2026-10-20') })).toEqual([
      { what: 'missedMonth', month: '2026-10' },
    ]);
    expect(gapFacts({ ...asked, months })).toHaveLength(2);
  });

  it('[FACT7] an absence that was written down twice, or goes on from another, is one', () => {
    const leave = [
      away('2026-10-12', '2026-10-20'),
      away('2026-10-01', '2026-10-11'),
      away('2026-10-01', '2026-10-16'),
      away('2026-11-18'),
      away('2026-12-21', '2026-12-31'),
    ];
    expect(gapFacts({ ...asked, leave })).toEqual([
      { what: 'absence', from: '2026-10-01', to: '2026-10-20', workingDays: 11 },
      { what: 'absence', from: '2026-11-18', to: '2026-11-20', workingDays: 11 },
    ]);
    expect(gapFacts({ ...asked, leave, onListFrom: day('2026-10-20') })).toHaveLength(2);
    expect(gapFacts({ ...asked, leave, onListFrom: day('2026-10-21') })).toHaveLength(1);
    const days = (...each: ReturnType<typeof away>[]) =>
      gapFacts({ ...asked, leave: each }).map((gap) => gap.what === 'absence' && gap.from);
    // The day after the last one goes on from it; a day of work between does not.
    expect(days(away('2026-10-01', '2026-10-09'), away('2026-10-10', '2026-10-16'))).toHaveLength(
      1,
    );
    expect(days(away('2026-10-01', '2026-10-09'), away('2026-10-11', '2026-10-16'))).toHaveLength(
      2,
    );
    expect(days(away(today))).toEqual([today]);
  });
});

it('[FACT8] who asks: the practitioner by choosing it, the supervisor by choosing it and saying why', () => {
  expect(practitionerAsks({ depth: 'inDepth' })).toBe(true);
  expect(practitionerAsks({ depth: 'brief' })).toBe(false);
  expect(practitionerAsks(undefined)).toBe(false);
  expect(supervisorAsks(undefined)).toBe(false);
  expect(supervisorAsks({ depth: 'inDepth', reason: 'Drift' })).toBe(true);
  expect(supervisorAsks({ depth: 'inDepth', reason: ' ' })).toBe(false);
  expect(supervisorAsks({ depth: 'brief', reason: 'Drift' })).toBe(false);
});
