import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openActionsOf } from '#domain/actions/child-actions.ts';
import { toInstant } from '#domain/dates/calendar-date.ts';
import { Preparation } from '#domain/records/preparation.ts';
import type { AgendaItem } from '#domain/records/session.ts';
import { aDiscussion, anAction, anEvent, aPart, readyBrief, ref } from '../../../test/builders.ts';
import {
  agendaDepth,
  agendaFor,
  agendaState,
  agendaWords,
  agreedNow,
  askOf,
  countSaidDone,
  inOrderOf,
  isAgreedLate,
  moveDown,
  moveTo,
  moveUp,
  reasonAskedFor,
  statusOnAgenda,
  withDepths,
  withThoseWhoLeft,
} from './agenda.ts';

const item = (name: string, over: Partial<AgendaItem> = {}): AgendaItem => ({
  id: name,
  childRef: ref(name),
  depth: '',
  reason: '',
  ...over,
});
const list = (names: string) => [...names].map((name) => item(name));
const open = (names: string) => [...names].map((name) => ({ ref: ref(name) }));
const order = (agenda: readonly AgendaItem[]) => agenda.map(({ childRef }) => childRef).join('');

const aName = fc.constantFrom(...'ABCDEFGH');
const openList = fc.uniqueArray(aName).map((names) => open(names.join('')));
const storedList = fc.array(
  fc
    .tuple(aName, fc.constantFrom('', 'brief', 'inDepth'), fc.constantFrom('', 'why'))
    .map(([name, depth, reason]) => item(name, { depth, reason } as Partial<AgendaItem>)),
);

describe('who is on it', () => {
  it('[AGENDA1, AGENDA2] nothing stored: every open child in the default order, nothing chosen', () => {
    expect(agendaFor(open('CAB'), [])).toEqual(list('CAB'));
  });

  it('[AGENDA1] nobody is ever left out, and nobody is there twice', () => {
    fc.assert(
      fc.property(openList, storedList, (children, stored) => {
        const named = agendaFor(children, stored).map(({ childRef }) => childRef);
        expect(named.toSorted()).toEqual(children.map((child) => child.ref).toSorted());
      }),
      { numRuns: 500, verbose: true },
    );
  });

  it('[AGENDA2] the order is total and stable: asked again, or with a child more, nobody changes places', () => {
    fc.assert(
      fc.property(openList, storedList, fc.nat(), (children, stored, at) => {
        const agenda = agendaFor(children, stored);
        expect(agendaFor(children, agenda)).toEqual(agenda);
        expect(agendaFor(children, stored)).toEqual(agenda);
        const more = children.toSpliced(at % (children.length + 1), 0, { ref: ref('new') });
        const after = agendaFor(more, agenda);
        expect(after.filter(({ childRef }) => childRef !== 'new')).toEqual(agenda);
      }),
      { numRuns: 500, verbose: true },
    );
  });

  it('[AGENDA2] a child new since stands after the one who is before it in the default order', () => {
    expect(order(agendaFor(open('ABCD'), list('CAD')))).toBe('CABD');
    expect(order(agendaFor(open('ABCD'), list('DCB')))).toBe('ADCB');
    expect(order(agendaFor(open('ABCD'), list('BA')))).toBe('BCDA');
  });

  it('[AGENDA1] depth and reason stay with their child; of two lines of one child the first counts', () => {
    const first = item('B', { depth: 'inDepth', reason: 'Missed visits' });
    const stored = [first, item('X', { depth: 'brief' }), item('B', { depth: 'brief' })];
    expect(agendaFor(open('AB'), stored)).toEqual([item('A'), first]);
  });

  it('[AGENDA1] what was typed for a child who left is kept behind the others, an empty line is not', () => {
    const left = item('X', { reason: 'Said in court' });
    const stored = [left, item('Y'), item('A')];
    const agenda = agendaFor(open('A'), stored);
    expect(order(agenda)).toBe('A');
    expect(withThoseWhoLeft(agenda, stored)).toEqual([item('A'), left]);
    const chosen = [item('Z', { depth: 'brief' }), item('A', { depth: 'brief' })];
    expect(order(withThoseWhoLeft(agendaFor(open('A'), chosen), chosen))).toBe('AZ');
    // Back on the list, the text is back.
    const back = agendaFor(open('AX'), withThoseWhoLeft(agenda, stored));
    expect(back).toContainEqual(left);
  });
});

describe('moving', () => {
  it('[AGENDA3] one place up or down, and no further than the ends', () => {
    expect(order(moveUp(list('ABC'), 'C'))).toBe('ACB');
    expect(order(moveDown(list('ABC'), 'A'))).toBe('BAC');
    expect(order(moveUp(list('ABC'), 'A'))).toBe('ABC');
    expect(order(moveDown(list('ABC'), 'C'))).toBe('ABC');
  });

  it('[AGENDA3] to a position from 1, past an end to that end; what is no position moves nobody', () => {
    expect(order(moveTo(list('ABCD'), 'D', 2))).toBe('ADBC');
    expect(order(moveTo(list('ABCD'), 'A', 3))).toBe('BCAD');
    expect(order(moveTo(list('ABCD'), 'C', 0))).toBe('CABD');
    expect(order(moveTo(list('ABCD'), 'B', 99))).toBe('ACDB');
    for (const position of [Number.NaN, 1.5, Number.POSITIVE_INFINITY]) {
      expect(order(moveTo(list('ABCD'), 'C', position))).toBe('ABCD');
    }
    expect(order(moveTo(list('ABCD'), 'X', 1))).toBe('ABCD');
  });

  it('[AGENDA3] whoever is moved, the others keep their order and nobody is lost', () => {
    const position = fc.integer({ min: -2, max: 12 });
    fc.assert(
      fc.property(openList, fc.array(fc.tuple(aName, position)), (children, moves) => {
        let agenda = agendaFor(children, []);
        for (const [name, to] of moves) {
          const others = agenda.filter(({ childRef }) => childRef !== name);
          const held = agenda.length > others.length;
          agenda = moveTo(agenda, name, to);
          expect(agenda.filter(({ childRef }) => childRef !== name)).toEqual(others);
          const at = Math.min(Math.max(to, 1), agenda.length);
          if (held) expect(agenda[at - 1]?.childRef).toBe(name);
        }
        expect(agenda).toHaveLength(children.length);
      }),
      { numRuns: 300, verbose: true },
    );
  });
});

describe('as suggested', () => {
  it('[AGENDA9] in the order of the plan; who is not in it stays behind, and nobody is lost', () => {
    expect(order(inOrderOf(list('ABCD'), [...'CXA']))).toBe('CABD');
    expect(order(inOrderOf(list('ABC'), []))).toBe('ABC');
    fc.assert(
      fc.property(openList, fc.uniqueArray(aName), (children, refs) => {
        const agenda = agendaFor(children, []);
        const ordered = inOrderOf(agenda, refs);
        expect(order(ordered.toSorted((a, b) => (a.childRef < b.childRef ? -1 : 1)))).toBe(
          [...order(agenda)].sort().join(''),
        );
        const named = refs.filter((ref) => agenda.some(({ childRef }) => childRef === ref));
        expect(order(ordered.slice(0, named.length))).toBe(named.join(''));
      }),
      { numRuns: 300, verbose: true },
    );
  });

  it('[AGENDA9] a depth for each child without one; a choice and its reason stay', () => {
    const agenda = [item('A', { depth: 'brief', reason: 'Settled' }), item('B'), item('C')];
    const depthOf = (ref: string) => (ref === 'C' ? '' : 'inDepth');
    expect(withDepths(agenda, depthOf)).toEqual([
      item('A', { depth: 'brief', reason: 'Settled' }),
      item('B', { depth: 'inDepth' }),
      item('C'),
    ]);
  });
});

it('[AGENDA1] how many are in depth, brief and not chosen adds up to every open case', () => {
  expect(agendaWords(['inDepth', 'brief', '', 'brief'])).toBe(
    '4 open cases: 1 in depth, 2 brief, 1 not chosen yet',
  );
  expect(agendaWords(['inDepth'])).toBe('1 open case: 1 in depth');
  expect(agendaWords(['', ''])).toBe('2 open cases');
});

describe('what the practitioner asks', () => {
  const preparation = Preparation.parse({
    id: 'p',
    superviseeRef: 'S1',
    supervisorRef: 'me',
    children: [
      { id: 'A', childRef: 'A', depth: 'inDepth', depthWhy: 'Contact has stopped' },
      { id: 'B', childRef: 'B', nothingToAdd: true },
    ],
    worries: [
      { id: 'C', childRef: 'C' },
      { id: 'A', childRef: 'A' },
    ],
    createdAt: '2026-11-18T10:00:00Z',
    createdBy: 'S1',
  });
  const none = { depth: '', why: '', worry: undefined, nothingToAdd: false };

  it('[AGENDA8] depth, why and the rank of the worry, each with its own child', () => {
    const asked = { depth: 'inDepth', why: 'Contact has stopped', worry: 2, nothingToAdd: false };
    expect(askOf(preparation, 'A')).toEqual(asked);
    expect(askOf(preparation, 'B')).toEqual({ ...none, nothingToAdd: true });
    expect(askOf(preparation, 'C')).toEqual({ ...none, worry: 1 });
    expect(askOf(preparation, 'D')).toEqual(none);
    expect(askOf(undefined, 'A')).toEqual(none);
  });

  it('[AGENDA8] an action is said to be done until a session speaks of it again', () => {
    const at = (day: string) => `2026-11-${day}T10:00:00.000Z`;
    const said = anEvent({ id: 'e1', outcome: 'saidDone', at: at('10') });
    const count = (...events: ReturnType<typeof anEvent>[]) =>
      countSaidDone(openActionsOf(ref('C1'), [anAction(), anAction({ id: 'a2' })], events));
    expect(count(said)).toBe(1);
    expect(count(said, anEvent({ id: 'e2', outcome: 'carried', at: at('09') }))).toBe(1);
    expect(count(said, anEvent({ id: 'e2', outcome: 'carried', at: at('10') }))).toBe(0);
    expect(count(said, anEvent({ id: 'e2', outcome: 'carried', at: at('12') }))).toBe(0);
    expect(count(said, anEvent({ id: 'e2', outcome: 'saidNotDone', at: at('12') }))).toBe(0);
  });

  it('[AGENDA4] a reason is asked for in depth, and where the two differ', () => {
    expect(reasonAskedFor('inDepth', '')).toBe('inDepth');
    expect(reasonAskedFor('inDepth', 'inDepth')).toBe('inDepth');
    expect(reasonAskedFor('brief', 'inDepth')).toBe('differs');
    expect(reasonAskedFor('brief', 'brief')).toBeUndefined();
    expect(reasonAskedFor('brief', '')).toBeUndefined();
    expect(reasonAskedFor('', 'inDepth')).toBeUndefined();
  });

  it('[AGENDA4] and for a brief check-in against a flag that stands, whatever was asked', () => {
    expect(reasonAskedFor('brief', '', true)).toBe('standing');
    expect(reasonAskedFor('brief', 'brief', true)).toBe('standing');
    expect(reasonAskedFor('brief', 'inDepth', true)).toBe('differs');
    expect(reasonAskedFor('', '', true)).toBeUndefined();
    expect(reasonAskedFor('inDepth', '', true)).toBe('inDepth');
  });
});

describe('agreed', () => {
  const now = '2026-11-21T09:32:00.000Z';
  const agenda = [item('A', { depth: 'brief' }), item('B', { depth: 'inDepth', reason: 'Drift' })];
  const agreed = agreedNow(agenda, now);

  it('[AGENDA5] keeps its time, the order and the depths, and no reason', () => {
    expect(agreed).toEqual({
      agendaAgreedAt: now,
      agreedAgenda: [
        { id: 'A', childRef: 'A', depth: 'brief' },
        { id: 'B', childRef: 'B', depth: 'inDepth' },
      ],
    });
    expect(agendaState(agreed, agenda)).toEqual({ status: 'agreed', at: '2026-11-21T09:32:00Z' });
  });

  it('[AGENDA5] another order, another depth or a child more is a change; undone it is none', () => {
    const [a, b] = agenda as [AgendaItem, AgendaItem];
    const status = (now: readonly AgendaItem[]) => agendaState(agreed, now).status;
    expect(status([b, a])).toBe('changed');
    const alike = [a, { ...b, depth: a.depth }];
    const agreedAlike = agreedNow(alike, now);
    expect(agendaState(agreedAlike, alike).status).toBe('agreed');
    expect(agendaState(agreedAlike, alike.toReversed()).status).toBe('changed');
    expect(status([{ ...a, depth: 'inDepth' }, b])).toBe('changed');
    expect(status([a, b, item('C')])).toBe('changed');
    expect(status([{ ...a, reason: 'Typed later' }, b])).toBe('agreed');
    expect(status([b])).toBe('agreed');
  });

  it('[AGENDA5] not agreed is not agreed, and an agreed agenda of nobody is agreed', () => {
    expect(agendaState({ agendaAgreedAt: '', agreedAgenda: [] }, []).status).toBe('notAgreed');
    expect(agendaState(agreedNow([], now), []).status).toBe('agreed');
  });

  it('[AGENDA6] late is after the first child was marked as discussed, not after a reason', () => {
    const at = toInstant(now);
    const held = (over: object) => [aDiscussion({ children: [aPart(), readyBrief(over)] })];
    expect(isAgreedLate(at, held({ accountedAt: '2026-11-21T09:31:59.000Z' }))).toBe(true);
    expect(isAgreedLate(at, held({ accountedAt: now }))).toBe(false);
    const passed = { account: 'notDiscussed', accountedAt: '2026-11-21T09:00:00.000Z' };
    expect(isAgreedLate(at, held(passed))).toBe(false);
    expect(isAgreedLate(at, [])).toBe(false);
  });
});

it('[AGENDA7] the depth of the agenda alone is not a start; another depth, or a word, is', () => {
  const agenda = [item('C1', { depth: 'inDepth' })];
  expect(agendaDepth(agenda, 'C1')).toBe('inDepth');
  expect(agendaDepth(agenda, 'C2')).toBe('');
  expect(statusOnAgenda(aPart({ depth: 'inDepth' }), agenda)).toBe('untouched');
  expect(statusOnAgenda(aPart({ depth: 'brief' }), agenda)).toBe('inProgress');
  expect(statusOnAgenda(aPart({ depth: 'inDepth', worries: 'Cold house' }), agenda)).toBe(
    'inProgress',
  );
  expect(statusOnAgenda(aPart({ depth: 'brief' }), [])).toBe('inProgress');
  expect(statusOnAgenda(readyBrief({ depth: 'inDepth' }), agenda)).toBe('discussed');
});
