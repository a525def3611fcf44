import { expect, it } from 'vitest';
import { toInstant } from '#domain/dates/calendar-date.ts';
import { day, islington, swindon } from '../../../test/due-builders.ts';
import { aDecisionOutside } from '../../../test/revisit-builders.ts';
import {
  type DecisionOutside,
  decisionsToRevisit,
  decisionsWaiting,
  type SessionSoFar,
  waitingWords,
} from './decisions-to-revisit.ts';
import type { Revisit, RevisitingSession } from './pending-decisions.ts';

const held = (on: string, outcome?: Revisit['outcome']): RevisitingSession => ({
  on: day(on),
  kind: 'formal',
  revisits: outcome ? [{ decisionId: 'd1', outcome }] : [],
});
const goingOn = (on: string): SessionSoFar => ({ on: day(on) });
const ended = (at: string): SessionSoFar => ({ on: day(at.slice(0, 10)), endedAt: toInstant(at) });
const asked = (
  session: SessionSoFar,
  over: Partial<DecisionOutside> = {},
  sessions: readonly RevisitingSession[] = [],
) =>
  decisionsToRevisit({
    profile: islington,
    decisions: [aDecisionOutside(over)],
    sessions,
    session,
  }).map(({ decision, passedOver }) => [decision.text, ...passedOver]);

it('[REVISIT5] what no earlier session settled is asked about, with the days passed over', () => {
  const text = 'Amina stays with her aunt.';
  const november = goingOn('2026-11-20');
  expect(asked(november)).toEqual([[text]]);
  expect(asked(november, {}, [held('2026-11-12')])).toEqual([[text, '2026-11-12']]);
  expect(asked(november, {}, [held('2026-11-12', 'notReached')])).toEqual([[text, '2026-11-12']]);
  expect(asked(november, {}, [held('2026-11-12', 'confirmed')])).toEqual([]);
  expect(asked(november, { significance: 'routine' })).toEqual([]);
  // Begun before it and ended after it: this one found it waiting all the same.
  expect(asked(november, {}, [held('2026-11-25', 'confirmed')])).toEqual([[text]]);
});

it('[REVISIT5] one made or written down while the session goes on is asked about too', () => {
  const meanwhile = { decidedAt: toInstant('2026-11-20T10:30:00Z') };
  expect(asked(goingOn('2026-11-20'), meanwhile)).toHaveLength(1);
  expect(asked(goingOn('2026-11-20'), { ...meanwhile, writtenAt: undefined })).toHaveLength(1);
  expect(asked(goingOn('2026-11-19'), meanwhile)).toEqual([]);
});

it('[REVISIT6] made before the end: by its moment, or by its day', () => {
  const session = ended('2026-11-20T12:00:00Z');
  const late = { writtenAt: toInstant('2026-11-23T09:00:00Z') };
  const at = (text: string) => asked(session, { decidedAt: toInstant(text), ...late }).length;
  expect([at('2026-11-20T12:00:00Z'), at('2026-11-20T12:00:01Z')]).toEqual([1, 0]);
  expect([at('2026-11-21T08:00:00Z'), at('2026-11-19T23:00:00Z')]).toEqual([0, 1]);
  const on = (text: string) => asked(session, { decidedAt: day(text), ...late }).length;
  expect([on('2026-11-19'), on('2026-11-21')]).toEqual([1, 0]);
});

it('[REVISIT6] on the day itself without a time: only where it was written down before the end', () => {
  const session = ended('2026-11-20T12:00:00Z');
  const written = (text: string) =>
    asked(session, { decidedAt: day('2026-11-20'), writtenAt: toInstant(text) }).length;
  expect([written('2026-11-20T12:00:00Z'), written('2026-11-20T12:00:01Z')]).toEqual([1, 0]);
  // Where that is not held either, it is rather asked about than hidden.
  const unknown = { decidedAt: day('2026-11-20'), writtenAt: undefined };
  expect(asked(session, unknown)).toHaveLength(1);
});

it('[REVISIT3] the line beside it has the policy’s word and clause, or says it is our reading', () => {
  const of = (profile: typeof islington, sessions: readonly RevisitingSession[]) =>
    decisionsWaiting({
      profile,
      decisions: [aDecisionOutside()],
      sessions,
      until: day('2027-01-10'),
    }).map((pending) => waitingWords(pending, profile));
  expect(of(islington, [])).toEqual([
    'Should be revisited at the next formal one-to-one session (Islington 2016, 001:104,106)',
  ]);
  expect(of(swindon, [held('2026-11-12'), held('2026-12-08', 'notReached')])).toEqual([
    'To be revisited at the next formal one-to-one session (our reading: Swindon does not say so in words). Not settled on 12 November 2026, 8 December 2026',
  ]);
});
