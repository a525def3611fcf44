import { describe, expect, it } from 'vitest';
import { gapLine } from '#domain/cancellations/gap-line.ts';
import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import { pendingDecisions } from '#domain/decisions/pending-decisions.ts';
import { allocationOversightDue } from '#domain/due/allocation-due.ts';
import { gapNotes } from '#domain/due/leave-gap.ts';
import { oversightFloorDue } from '#domain/due/second-clocks.ts';
import { childRecordDeadline } from '#domain/recording/recording-deadline.ts';
import { recordingState } from '#domain/recording/recording-state.ts';
import { partsOfType } from '#domain/session/session-parts.ts';
import {
  askedOn,
  away,
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
import { askedOf, childOnList, figure, said, sessionsOn } from '../../../test/figure-builders.ts';

describe('what starts a clock again, and what does not', () => {
  const lastFormal = event('formal', '2027-01-11');

  it('[R-24] an informal talk meets no worker’s and no child’s clock, only the monthly oversight', () => {
    const events = [lastFormal, event('informal', '2027-02-01')];
    for (const profile of [swindon, islington, mosaic]) {
      const without = dayOn(childDue(profile, '2027-02-02', { events: [lastFormal] }));
      expect(dayOn(childDue(profile, '2027-02-02', { events })), profile.id).toBe(without);
    }
    const asked = { ...askedOn(swindon, '2027-02-02'), child: { cohorts: ['CIN'] } };
    expect(dayOn(oversightFloorDue({ ...asked, events }))).toBe('2027-03-01');
  });

  it('[R-28, C-15] a midway check is filed under "supervision" and meets no clock', () => {
    const events = [lastFormal, event('midwayCheck', '2027-02-01')];
    expect(dayOn(childDue(islington, '2027-02-02', { events }))).toBe('2027-02-28');
    expect(dayOn(childDue(swindon, '2027-02-02', { events }))).toBe('2027-02-11');
    const asked = { ...askedOn(swindon, '2027-02-02'), child: { cohorts: ['CIN'] } };
    expect(dayOn(oversightFloorDue({ ...asked, events }))).toBe('2027-02-11');
    expect(islington.midwayCheck?.countsAsSupervision).toBe(false);
  });

  it('[R-29] a group does not take the place of the one-to-one: Islington and Bracknell, no clock', () => {
    const group = event('group', '2027-02-01', {
      onCaseDiscussion: true,
      familySafeguarding: true,
    });
    const events = [lastFormal, group];
    expect(dayOn(childDue(islington, '2027-02-02', { events }))).toBe('2027-02-28');
    for (const profile of [swindon, islington, bracknell, mosaic])
      expect(profile.group?.resetsWorkerClock, profile.id).toBe(false);
  });

  it('[R-48] the private one-to-one is owed all the same: a group covers no part of it', () => {
    const month = [...held('2027-01-11'), { on: day('2027-02-01'), parts: partsOfType('group') }];
    const due = (profile: typeof swindon) =>
      dayOn(workerDue(profile, '2027-02-02', { sessions: month }));
    expect([due(swindon), due(islington), due(bracknell)]).toEqual([
      '2027-02-11',
      '2027-02-28',
      '2027-02-08',
    ]);
    const types = ['caseAndPersonal', 'personal', 'case'] as const;
    expect(types.map(partsOfType)).toEqual([undefined, ['personal'], ['case']]);
  });

  it('[R-23] a significant informal decision waits for the next formal session', () => {
    const decisions = [
      { id: 'd', decidedAt: when('2027-01-20T15:00:00Z'), significance: 'significant' as const },
    ];
    const waiting = (kind: 'formal' | 'group', outcome: 'confirmed' | 'notReached') =>
      pendingDecisions({
        profile: islington,
        decisions,
        sessions: [{ on: day('2027-02-02'), kind, revisits: [{ decisionId: 'd', outcome }] }],
        until: day('2027-02-03'),
      }).length;
    expect([waiting('formal', 'confirmed'), waiting('formal', 'notReached')]).toEqual([0, 1]);
    // "At the time" in Bracknell: on the day itself.
    const recorded = childRecordDeadline({
      profile: bracknell,
      holidays,
      significance: 'significant',
      decidedAt: when('2027-01-20T15:00:00Z'),
    });
    expect(recorded).toMatchObject({ dueOn: '2027-01-20', rule: 'R-23', clause: '003:55' });
  });

  it('[C-14] what is decided in a group is recorded and revisited like what is decided in passing', () => {
    const decidedAt = when('2027-01-20T15:00:00Z');
    const decisions = [{ id: 'd', decidedAt, significance: 'significant' as const }];
    const group = {
      on: day('2027-01-27'),
      kind: 'group' as const,
      revisits: [{ decisionId: 'd', outcome: 'confirmed' as const }],
    };
    const asked = { profile: islington, decisions, sessions: [group], until: day('2027-02-03') };
    expect(pendingDecisions(asked)).toMatchObject([{ strength: 'should', passedOver: [] }]);
    expect(
      childRecordDeadline({ profile: islington, holidays, significance: 'significant', decidedAt }),
    ).toMatchObject({ dueAt: '2027-01-21T15:00:00Z' });
  });

  it('[C-9] 24 hours run from the decision; without a time they end with that day', () => {
    const of = (decidedAt: string) =>
      childRecordDeadline({
        profile: islington,
        holidays,
        significance: 'urgent',
        decidedAt: when(decidedAt),
      });
    expect(of('2027-10-30T14:00:00Z')).toMatchObject({ dueAt: '2027-10-31T14:00:00Z' }); // clocks go back
    expect(of('2027-10-30')).toMatchObject({ dueOn: '2027-10-30', overdueFrom: '2027-10-31' });
    const child = { cohorts: ['ASSESS'], allocatedAt: day('2027-10-30') };
    expect(due(allocationOversightDue({ ...askedOn(swindon, '2027-10-30'), child }))).toMatchObject(
      { dueOn: '2027-10-30', overdueFrom: '2027-10-31' },
    );
  });

  it('[C-25] a session that was held counts though its records are missing: that is a recording breach', () => {
    const sessions = sessionsOn('2027-01-11', '2027-02-09');
    const asked = askedOf(islington, { month: '2027-02', today: '2027-03-01' });
    const deadline = childRecordDeadline({
      profile: islington,
      holidays,
      sessionDate: day('2027-02-09'),
      significance: 'routine',
    });
    const over = {
      sessions,
      children: [childOnList('c', ['2027-01-11', '2027-02-09'])],
      childRecords: [{ ref: 'c', on: day('2027-02-09'), deadline }],
    };
    expect(said(figure('supervisionInTime', asked, over))).toBe('1 of 1');
    expect(said(figure('childrenDiscussed', asked, over))).toBe('1 of 1');
    expect(said(figure('childRecords', asked, over))).toBe('0 of 1');
    expect(recordingState({ deadline, now: day('2027-03-01'), holidays }).status).toBe('overdue');
  });
});

describe('leave', () => {
  // January's session was held on 11 January; away from 1 to 26 February 2027.
  const absences = { leave: [away('2027-02-01', '2027-02-26', '2027-03-01')], planned: [] };
  const sessions = held('2027-01-11');

  it('[R-20] a gap is written on each open child’s record and the next notes, and cover is thought of', () => {
    const notes = gapNotes({
      profile: islington,
      holidays,
      worker: { stage: 'default' },
      sessions,
      absences,
      until: day('2027-03-02'),
      openCases: 18,
    });
    expect(notes).toEqual({
      months: [{ month: '2027-02', reason: 'leave' }],
      childRecords: 18,
      nextSupervisionRecord: true,
      considerReallocation: true,
    });
  });

  it('[C-21] the month is missed, explained, and stays in the figures', () => {
    expect(statusOf(workerDue(islington, '2027-03-01', { sessions, absences }))).toBe(
      'overdue_explained',
    );
    const asked = askedOf(islington, { month: '2027-02', today: '2027-06-01' });
    const found = figure('monthSupervised', asked, {
      sessions: sessionsOn('2027-01-11', '2027-03-02'),
      absences,
    });
    expect(found).toMatchObject({ numerator: 0, denominator: 1 });
    expect(found.list[0]).toMatchObject({ explained: 'leave' });
    // Part of a month that covers the planned session, with no other session in it, explains it too.
    const part = {
      leave: [away('2027-02-08', '2027-02-12')],
      planned: [{ on: day('2027-02-10') }],
    };
    expect(statusOf(workerDue(islington, '2027-03-01', { sessions, absences: part }))).toBe(
      'overdue_explained',
    );
  });

  it('[C-31] the child’s record has a neutral line: months and cover, never what kept the person away', () => {
    expect(gapLine(['2027-02' as never], 'Jo Field')).toBe(
      'No formal supervision in February 2027 because of practitioner absence. Cover: Jo Field',
    );
    expect(Object.keys(absences.leave[0] ?? {})).toEqual(['start', 'end', 'returnDate']);
  });
});
