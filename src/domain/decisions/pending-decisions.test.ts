import { expect, it } from 'vitest';
import {
  bracknell,
  day,
  focusGroup,
  islington,
  mosaic,
  swindon,
  when,
} from '../../../test/due-builders.ts';
import {
  type InformalDecision,
  isToRevisit,
  pendingDecisions,
  type Revisit,
  type RevisitingSession,
  revisitedOn,
} from './pending-decisions.ts';

const decision = (over: Partial<InformalDecision> = {}): InformalDecision => ({
  id: 'd1',
  decidedAt: when('2026-11-05T16:20:00Z'),
  significance: 'significant',
  ...over,
});
const session = (
  on: string,
  outcome?: Revisit['outcome'],
  kind: RevisitingSession['kind'] = 'formal',
): RevisitingSession => ({
  on: day(on),
  kind,
  revisits: outcome ? [{ decisionId: 'd1', outcome }] : [],
});
const pending = (
  sessions: readonly RevisitingSession[],
  over: Partial<InformalDecision> = {},
  profile = islington,
) => pendingDecisions({ profile, decisions: [decision(over)], sessions, until: day('2027-02-01') });

it('[REVISIT1] significant, urgent or a change of direction; routine, or written by mistake, is not', () => {
  expect([
    isToRevisit(decision()),
    isToRevisit(decision({ significance: 'urgent' })),
    isToRevisit(decision({ significance: 'routine', changesDirection: true })),
    isToRevisit(decision({ significance: 'routine' })),
    isToRevisit(decision({ withdrawn: true })),
  ]).toEqual([true, true, true, false, false]);
});

it('[REVISIT1] pending until a session confirms, changes or withdraws it, however old', () => {
  expect(pending([])).toHaveLength(1);
  for (const outcome of ['confirmed', 'changed', 'withdrawn'] as const) {
    const sessions = [session('2026-11-12', 'notReached'), session('2026-12-08', outcome)];
    expect(pending(sessions), outcome).toEqual([]);
    expect(revisitedOn(decision(), { sessions, until: day('2027-02-01') })).toBe('2026-12-08');
    expect(revisitedOn(decision(), { sessions, until: day('2026-12-07') })).toBeUndefined();
  }
  expect(pending([session('2026-11-12', 'notReached')])).toHaveLength(1);
});

it('[REVISIT1] the oldest first, and none from later than the day that is asked about', () => {
  const decisions = [
    decision({ id: 'b', decidedAt: day('2026-11-20') }),
    decision({ id: 'a', decidedAt: day('2026-09-20') }),
    decision({ id: 'later', decidedAt: day('2026-12-20') }),
  ];
  const asked = { profile: islington, decisions, sessions: [], until: day('2026-12-01') };
  expect(pendingDecisions(asked).map((each) => each.decision.id)).toEqual(['a', 'b']);
});

it('[REVISIT2] a group or a talk in passing settles none (C-14)', () => {
  for (const kind of ['group', 'informal'] as const)
    expect(pending([session('2026-11-12', 'confirmed', kind)]), kind).toMatchObject([
      { passedOver: [] },
    ]);
});

it('[REVISIT3] how strongly is the policy’s word; a recommendation is our reading', () => {
  const asked = [islington, bracknell, swindon, mosaic].map((profile) => {
    const [found] = pending([], {}, profile);
    return [found?.strength, found?.clause];
  });
  expect(asked).toEqual([
    ['should', '001:104,106'],
    ['should', '003:55'],
    ['recommended', null],
    ['recommended', null],
  ]);
  expect(pending([], {}, focusGroup)).toEqual([]);
});

it('[REVISIT4] each formal session that passed it over; one of the same day only if it speaks of it', () => {
  const days = (...sessions: readonly RevisitingSession[]) => pending(sessions)[0]?.passedOver;
  const later = [session('2026-12-08'), session('2026-11-12', 'notReached')];
  expect(days(...later, session('2026-11-05'), session('2026-11-04'))).toEqual([
    '2026-11-12',
    '2026-12-08',
  ]);
  expect(days(session('2026-11-05', 'notReached'))).toEqual(['2026-11-05']);
});
