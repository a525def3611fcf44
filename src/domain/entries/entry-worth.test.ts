import { describe, expect, it } from 'vitest';
import { toCalendarDate, toInstant } from '#domain/dates/calendar-date.ts';
import type { DecisionOutside } from '#domain/decisions/decisions-to-revisit.ts';
import type { RevisitingSession } from '#domain/decisions/pending-decisions.ts';
import { resetsClock } from '#domain/due/clock-events.ts';
import type { EntryKind } from '#domain/records/entry.ts';
import { swindon } from '../../../test/builders.ts';
import { eventOfEntry } from './entry-event.ts';
import { outsideDecisionFacts } from './outside-facts.ts';

const on = toCalendarDate('2026-11-20');

it.each([
  ['managementDecision', ['oversight']],
  ['allocation', ['oversight']],
  ['kit', ['multiTeam']],
  ['midwayCheck', []],
] as const)('[ENTRY8] %s meets %j and no discussion', (kind: EntryKind, met) => {
  const [event] = eventOfEntry({ kind, on });
  if (!event) throw new Error('no event');
  const clocks = ['discussion', 'oversight', 'multiTeam'] as const;
  expect(clocks.filter((clock) => resetsClock(swindon, clock, event))).toEqual(met);
  expect(event.on).toBe('2026-11-20');
  expect(eventOfEntry({ kind, on: 'some day' })).toEqual([]);
});

describe('a decision made outside a session', () => {
  const decision = (over: Partial<DecisionOutside> = {}): DecisionOutside => ({
    id: 'e1',
    heading: 'Management Decision',
    text: 'Strategy discussion.',
    significance: 'significant',
    decidedAt: toInstant('2026-11-18T09:30:00Z'),
    writtenAt: undefined,
    ...over,
  });
  const session = (outcome: 'confirmed' | 'notReached'): RevisitingSession => ({
    on,
    kind: 'formal',
    revisits: [{ decisionId: 'e1', outcome }],
  });
  const facts = (
    pending: readonly string[],
    sessions: readonly RevisitingSession[],
    decisions = [decision()],
  ) =>
    outsideDecisionFacts({ decisions, pendingIds: new Set(pending), sessions, until: on }).map(
      ({ on: day, revisit }) => [day, revisit],
    );

  it('[FACT16] is pending, revisited, or not to be revisited, on the day it was made', () => {
    expect(facts(['e1'], [session('notReached')])).toEqual([['2026-11-18', 'pending']]);
    expect(facts([], [session('confirmed')])).toEqual([['2026-11-18', 'revisited']]);
    expect(facts([], [])).toEqual([['2026-11-18', 'notRequired']]);
  });

  it('[FACT16] that was a mistake is none', () => {
    expect(facts([], [], [decision({ withdrawn: true })])).toEqual([]);
  });
});
