import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refsInOrder } from '#domain/agenda/agenda-suggested.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { AgendaItem, Session } from '#domain/records/session.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { aSession, bracknell, islington, ref, swindon } from '../../../test/builders.ts';
import { focusGroup, mosaic } from '../../../test/due-builders.ts';
import { held, heldWorkspace } from '../../../test/held-workspace.ts';
import { type AgendaPlan, agendaPlan, flaggedCases } from './session-plan.ts';

type Given = Readonly<Record<string, unknown>>;

/** Children of Priya Shah, discussed on 2 November, each with what is given of it. */
const children = (given: readonly Given[]): readonly OpenRecord[] =>
  given.flatMap((child, i) => {
    const childRef = `C${String(i + 1).padStart(2, '0')}`;
    const facts = { lastSupervisedOn: '2026-11-02' };
    const born = { dateOfBirth: '2016-03-04', status: 'CIN', facts };
    return [
      held('children', `c ${childRef}`, { ref: childRef, name: childRef, ...born, ...child }),
      held('allocations', `a ${childRef}`, { childRef, staffRef: 'S1', from: '2026-06-15' }),
    ];
  });

const planned = (over: object = {}): Session =>
  aSession({ status: 'planned', plannedFor: '2026-11-25', sittings: [], childRefs: [], ...over });

const line = (name: string, depth: AgendaItem['depth'], reason = ''): AgendaItem => ({
  id: name,
  childRef: ref(name),
  depth,
  reason,
});

interface Asked {
  readonly given?: readonly Given[];
  readonly records?: readonly OpenRecord[];
  readonly session?: object;
  readonly profile?: object;
}

function planOf({ given = [], records = [], session, profile = islington }: Asked): AgendaPlan {
  const workspace = heldWorkspace([...children(given), ...records], { profile });
  const found = agendaPlan(workspace, planned(session));
  if (!found) throw new Error('no plan');
  return found;
}

const twenty: readonly Given[] = Array.from({ length: 20 }, () => ({}));

describe('every open child exactly once', () => {
  const names = Array.from({ length: 12 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`);
  const aName = fc.constantFrom(...names, 'gone');
  const aDay = fc.constantFrom('', '2026-01-05', '2026-10-02', '2026-11-19', '2027-02-30', 'soon');
  const aChild = fc.record({
    status: fc.constantFrom('', 'CIN', 'CP', 'CP_PLO_COURT', 'CARE_EXP', 'unheard of'),
    familyRef: fc.constantFrom('', 'F1', 'F2'),
    restricted: fc.boolean(),
    dateOfBirth: fc.constantFrom('', '2016-03-04', '2009-01-01'),
    asAt: aDay,
    facts: fc.record({
      lastSeenOn: aDay,
      lastSupervisedOn: aDay,
      nextReviewOn: aDay,
      riskRaisedOn: aDay,
    }),
  });
  const anAgenda = fc.array(
    fc.tuple(aName, fc.constantFrom('', 'brief', 'inDepth'), fc.constantFrom('', 'why')),
  );
  const decisions = fc.array(
    fc.tuple(aName, fc.constantFrom('routine', 'urgent'), aDay, fc.boolean()),
    { maxLength: 6 },
  );
  const profiles = [islington, swindon, bracknell, focusGroup, mosaic];

  it('whatever is stored, chosen, typed and asked by whichever policy: one plan, in one order', () => {
    fc.assert(
      fc.property(
        fc.record({
          given: fc.array(aChild, { maxLength: 12 }),
          agenda: anAgenda,
          decisions,
          minutes: fc.oneof(fc.string(), fc.integer({ min: -5, max: 2000 }).map(String)),
          coversPersonal: fc.boolean(),
          plannedFor: aDay,
          worries: fc.uniqueArray(aName, { maxLength: 3 }),
          profile: fc.constantFrom(...profiles),
        }),
        ({ given, agenda, decisions, minutes, coversPersonal, plannedFor, worries, profile }) => {
          const records = [
            ...decisions.map(([childRef, significance, decidedAt, withdrawn], i) =>
              held('decisions', `x${i}`, {
                ...{ childRef, significance, decidedAt, withdrawn, changesDirection: true },
                ...{ sessionId: 's0', discussionId: 'd0', createdBy: 'me' },
              }),
            ),
            held('preparations', 'p1', {
              ...{ superviseeRef: 'S1', supervisorRef: 'me', createdBy: 'S1' },
              createdAt: '2026-11-18T10:00:00.000Z',
              sharedAt: '2026-11-18T10:00:00.000Z',
              worries: worries.map((name) => ({ id: name, childRef: name })),
            }),
          ];
          const lines = agenda.map(([name, depth, reason]) => line(name, depth as '', reason));
          const session = { agenda: lines, minutes, coversPersonal, plannedFor };
          const found = planOf({ given, records, session, profile });
          const open = names.slice(0, given.length);
          expect(found.plan.cases.map((each) => each.ref).toSorted()).toEqual(open);
          expect([...found.cases.keys()].toSorted()).toEqual(open);
          expect([...refsInOrder(found.plan)].toSorted()).toEqual(open);
          expect(found.forecast.cases.map((each) => each.ref).toSorted()).toEqual(open);
        },
      ),
      { numRuns: 150, verbose: true },
    );
  });

  it('two rows of one child are one child', () => {
    const again = held('children', 'again', { ref: 'C01', name: 'C01', status: 'CIN' });
    const found = planOf({ given: [{}, {}], records: [again] });
    expect(found.plan.cases.map((each) => each.ref).toSorted()).toEqual(['C01', 'C02']);
  });
});

describe('the plan', () => {
  it('by the policy’s length: 20 children, 5 in depth, 5 minutes unallocated', () => {
    const { plan, length, caseload } = planOf({ given: twenty });
    expect(length).toMatchObject({ minutes: 180, from: 'policy' });
    expect(plan.words).toBe('20 children: 5 in depth, 15 brief, 2 hours 55 of 3 hours');
    expect(plan.unallocated).toBe(5);
    expect(caseload?.words).toMatch(/^20 open cases: /);
    expect(planOf({ given: [{}] }).caseload).toBeUndefined();
  });

  it('by what is typed and ticked, before it is on disk', () => {
    const { plan } = planOf({ given: twenty, session: { minutes: '203', coversPersonal: true } });
    // 203 - 45 - 80 = 78 minutes, 16 for each: 4.
    expect(plan.words).toBe('20 children: 4 in depth, 16 brief, 3 hours 9 of 3 hours 23');
  });

  it('with what was chosen, for whoever is on the list', () => {
    const agenda = [line('C20', 'inDepth'), line('C01', 'brief'), line('gone', 'inDepth')];
    const found = planOf({ given: twenty, session: { agenda } });
    const depths = new Map(found.plan.cases.map((each) => [each.ref, each.depth]));
    expect([depths.get('C20'), depths.get('C01')]).toEqual(['inDepth', 'brief']);
    expect(found.plan.words).toMatch('5 in depth');
  });

  it('who has waited longest for a discussion in depth is among those in depth', () => {
    const recent = { lastSupervisedOn: '2026-11-02', lastInDepthOn: '2026-10-05' };
    const given = twenty.map(() => ({ facts: recent }));
    given[12] = { facts: { ...recent, lastInDepthOn: '2026-06-20' } };
    const { plan } = planOf({ given });
    expect(plan.cases.find((each) => each.ref === 'C13')).toMatchObject({ because: 'rotation' });
  });

  it('young people, by the day of the session', () => {
    const given = [{ dateOfBirth: '2010-11-25' }, { dateOfBirth: '2010-11-25' }];
    const words = (plannedFor: string) => planOf({ given, session: { plannedFor } }).plan.words;
    expect(words('2026-11-25')).toMatch(/^2 young people: /);
    expect(words('2026-11-24')).toMatch(/^2 children: /);
  });

  it('too short: who is flagged stays in depth, and how many minutes it needs is said', () => {
    const records = twenty.map((_, i) =>
      held('decisions', `x${i}`, {
        ...{ childRef: `C${String(i + 1).padStart(2, '0')}`, significance: 'urgent' },
        ...{ decidedAt: '2026-11-18T10:00:00.000Z', sessionId: 's0', discussionId: 'd0' },
        createdBy: 'me',
      }),
    );
    const { plan, cases } = planOf({ given: twenty, records });
    expect(plan.shortfall).toMatchObject({ what: 'inDepth', minutes: 15 + 400 - 180 });
    expect([...cases.values()].every(({ isStanding }) => isStanding)).toBe(true);
  });

  it('none where the policy has one depth only', () => {
    const profile: PolicyProfile = { ...islington, session: { depths: ['inDepth'] } };
    const workspace = heldWorkspace(children([{}]), { profile });
    expect(agendaPlan(workspace, planned())).toBeUndefined();
  });
});

describe('the sessions to come', () => {
  const another = (id: string, plannedFor: string, over: object = {}) =>
    held('sessions', id, { ...planned({ id, plannedFor, ...over }) });

  it('counts on the planned ones, and then on the days they are due by', () => {
    // 5 in depth now, then 2 reserved slots a session: 15 children in 8 more, each month by its last working day.
    const { forecast } = planOf({ given: twenty });
    expect(forecast).toMatchObject({ sessions: 9, on: '2027-07-30', notice: undefined });
    const sooner = planOf({ given: twenty, records: [another('s2', '2026-12-02')] });
    // The one on 2 December is one more in the same months: due next by 29 January.
    expect(sooner.forecast).toMatchObject({ sessions: 9, on: '2027-07-30' });
    const inSame = planOf({ given: twenty, records: [another('s2', '2026-11-27')] });
    expect(inSame.forecast).toMatchObject({ sessions: 9, on: '2027-06-30' });
  });

  it('more than twelve give a notice', () => {
    const given = Array.from({ length: 25 }, () => ({}));
    const { forecast } = planOf({ given, session: { minutes: '160' } });
    expect(forecast.notice).toMatch(/^It takes 24 sessions/);
  });

  it('a second one in the same month is told apart from the next month’s', () => {
    const next = (...records: readonly OpenRecord[]) => planOf({ given: [{}], records }).next;
    expect(next()).toBeUndefined();
    expect(next(another('s2', '2026-12-02'))).toEqual({ on: '2026-12-02', isSameMonth: false });
    const both = [another('s2', '2026-12-02'), another('s3', '2026-11-27')];
    expect(next(...both)).toEqual({ on: '2026-11-27', isSameMonth: true });
    expect(next(another('s2', '2026-11-27', { superviseeRef: 'S2' }))).toBeUndefined();
    expect(next(another('s2', '2026-11-27', { status: 'ended' }))).toBeUndefined();
    expect(next(another('s2', '2026-11-20'))).toBeUndefined();
  });
});

it('a brother or sister is named as the lists name them', () => {
  const given = [
    { familyRef: 'F', name: 'Grace H', restricted: true, reference: 'CH-1', status: 'CP' },
    { familyRef: 'F', name: 'Ben H' },
  ];
  const flagged = flaggedCases(heldWorkspace(children(given)), planned());
  const words = flagged.flatMap(({ flags }) => flags.map((each) => each.words)).join(' ');
  expect(words).toContain('Brother/sister Restricted, CH-1 is flagged');
  expect(words).not.toContain('Grace');
});
