import { describe, expect, it } from 'vitest';
import type { DueAnswer } from '#domain/due/due-result.ts';
import type { Flag } from '#domain/flags/flag.ts';
import { cite } from '#domain/policies/policy-profile.ts';
import { aChild } from '../../../test/builders.ts';
import { day, swindon } from '../../../test/due-builders.ts';
import { aFamily, aGroup, aMember, anItem } from '../../../test/group-builders.ts';
import { type GroupAgendaQuestion, groupFamilies, groupLength, planGroup } from './group-agenda.ts';
import type { ChildOfGroup } from './group-reasons.ts';

const due = (dueOn: string, status = 'ok', what = 'discussion every month, CIN'): DueAnswer => ({
  outcome: 'due',
  rule: 'R-14',
  clause: '000:121',
  strength: 'must',
  status: status as 'ok',
  dueOn: day(dueOn),
  overdueFrom: day(dueOn),
  planBy: day(dueOn),
  daysLate: status === 'overdue' ? 3 : 0,
  countedFrom: { on: day('2026-10-17'), what: 'lastHeld' },
  words: `Due by ${dueOn}: ${what} (${cite(swindon, '000:121')})`,
  holidays: 'known',
});
const flag = (code: string, tier = 'scored', words = `${code}.`): Flag =>
  ({ code, tier, points: 30, words, src: null, file: 'working' }) as Flag; // a code of the table

type Facts = Omit<ChildOfGroup, 'child'>;
const none: Facts = { flags: [] };

/** One child a family, called as the family is. */
function agenda(facts: Record<string, Facts>, over: Partial<GroupAgendaQuestion> = {}) {
  const families = Object.keys(facts).map((key) =>
    aFamily(key, [aChild({ ref: key, name: `Child ${key}` })], 'S1'),
  );
  return groupFamilies({
    group: aGroup(),
    profile: swindon,
    on: day('2026-11-20'),
    families,
    factsOf: (child) => ({ child, ...(facts[child.ref] ?? none) }),
    caseholders: new Set(),
    ...over,
  });
}
const standings = (...args: Parameters<typeof agenda>) =>
  agenda(...args).map(({ familyKey, standing }) => `${familyKey} ${standing}`);

describe('who is due', () => {
  it('[GROUP9] what falls due before the next group, or within a month where none is planned', () => {
    const facts = {
      a: { flags: [], discussionDue: due('2026-12-04') },
      b: { flags: [], discussionDue: due('2026-12-19') },
      c: { flags: [], discussionDue: due('2026-12-20') },
      d: { flags: [], multiTeamDue: due('2026-11-01', 'overdue') },
      e: { flags: [], discussionDue: { outcome: 'none', why: 'No rule.' } as const },
    };
    expect(standings(facts)).toEqual(['d due', 'a due', 'b due', 'c other', 'e other']);
    expect(standings(facts, { nextOn: day('2026-12-04') })[1]).toBe('a other');
    const unknown = { flags: [], discussionDue: due('2026-12-31', 'no_date_held') };
    expect(standings({ a: none, b: unknown })).toEqual(['b due', 'a other']);
  });

  it('[GROUP9] then the flagged, first those of the first group; then the longest since a group', () => {
    const facts = {
      a: { flags: [], lastGroupOn: day('2026-10-01') },
      b: { flags: [] },
      c: { flags: [flag('CP')], lastGroupOn: day('2026-11-01') },
      d: { flags: [flag('CP')], lastGroupOn: day('2026-10-01') },
      e: { flags: [flag('URGENT', 'always')], lastGroupOn: day('2026-11-10') },
      f: { flags: [flag('NO_DATE', 'information')], lastGroupOn: day('2026-09-01') },
    };
    expect(standings(facts)).toEqual([
      'e flagged',
      'd flagged',
      'c flagged',
      'b other',
      'f other',
      'a other',
    ]);
  });

  it('[GROUP9] the points order nothing', () => {
    const heavy = { ...flag('CP'), points: 200 };
    expect(standings({ a: { flags: [flag('CP')] }, b: { flags: [heavy] } })[0]).toBe('a flagged');
  });
});

describe('why', () => {
  const reasonsOf = (facts: Facts) => agenda({ a: facts })[0]?.reasons;

  it('[GROUP10] in the sentences of the children’s own agenda', () => {
    const late = { flags: [flag('CP', 'scored', 'Subject to a plan.')] };
    expect(reasonsOf({ ...late, discussionDue: due('2026-11-17', 'overdue') })).toEqual([
      'Discussion was due 17 November 2026; 3 days overdue (CIN, every month).',
      'Subject to a plan.',
    ]);
    expect(reasonsOf({ flags: [], discussionDue: due('2026-12-01') })).toEqual([
      `Due by 2026-12-01: discussion every month, CIN (${cite(swindon, '000:121')}).`,
    ]);
    expect(reasonsOf({ flags: [], multiTeamDue: due('2026-11-17', 'overdue') })).toEqual([
      'Several teams involved; no group/KIT meeting since 17 October 2026.',
    ]);
  });

  it('[GROUP10] nothing that a practitioner told or that waits for her one-to-one brings a family here', () => {
    const hers = [
      flag('PRACT_WORRY', 'always', 'Priya’s greatest worry no. 1.'),
      flag('REQUESTED', 'always'),
      flag('INFORMAL_PENDING', 'always'),
      flag('EMOTION'),
      flag('LEAVE_GAP'),
    ];
    expect(agenda({ a: { flags: hers } })).toMatchObject([{ standing: 'other', reasons: [] }]);
  });

  it('[GROUP10] with the name where it is one child’s of several, and without where it is all’s', () => {
    const children = [
      aChild({ ref: 'C1', name: 'Grace H' }),
      aChild({ ref: 'C2', name: 'Ben H', restricted: true, reference: '77' }),
    ];
    const [family] = agenda(
      {},
      {
        families: [aFamily('F1', children, 'S1')],
        factsOf: (child) => ({
          child,
          flags: [flag('CP'), ...(child.ref === children[1]?.ref ? [flag('DRIFT')] : [])],
        }),
      },
    );
    expect(family?.reasons).toEqual(['CP.', 'Restricted, 77: DRIFT.']);
    expect(JSON.stringify(family?.reasons)).not.toContain('30');
  });
});

describe('time', () => {
  const flagged = { flags: [flag('CP')] };

  it('[GROUP11] 20 minutes for a family and 8 for each further child', () => {
    const three = ['C1', 'C2', 'C3'].map((ref) => aChild({ ref }));
    const [family] = agenda({}, { families: [aFamily('F1', three, 'S1')] });
    expect(family?.suggestedMinutes).toBe(36);
  });

  it('[GROUP11] every due family is suggested, and those flagged as far as the minutes reach', () => {
    const group = aGroup({ minutes: '60' });
    const facts = {
      a: flagged,
      b: flagged,
      c: none,
      d: { flags: [], discussionDue: due('2026-11-20') },
    };
    const found = agenda(facts, { group });
    const chosen = (list = found) =>
      list.filter((family) => family.chosen).map(({ familyKey }) => familyKey);
    expect(chosen()).toEqual(['d', 'a', 'b']);
    expect(planGroup(found, 60)).toEqual({
      words: '3 of 4 families, 1 hour of 1 hour',
      fits: true,
      minutesUsed: 60,
    });
    expect(chosen(agenda(facts, { group: aGroup({ minutes: '59' }) }))).toEqual(['d', 'a']);
    // Due are not taken off for time: it says that it does not fit.
    const short = agenda(
      { a: { flags: [], discussionDue: due('2026-11-20') } },
      { group: aGroup({ minutes: '10' }) },
    );
    expect(planGroup(short, 10)).toEqual({
      words: '1 of 1 family, 20 minutes of 10 minutes',
      fits: false,
      minutesUsed: 20,
    });
  });

  it('[GROUP11] what a person chose and typed stands', () => {
    const group = aGroup({
      minutes: '60',
      agenda: [
        anItem({ familyKey: 'c', chosen: 'yes', minutes: '45' }),
        anItem({ familyKey: 'd', chosen: 'no' }),
        anItem({ familyKey: 'a', minutes: 'half an hour' }),
      ],
    });
    const found = agenda(
      { a: flagged, c: none, d: { flags: [], discussionDue: due('2026-11-20') } },
      { group },
    );
    expect(found.map(({ familyKey, chosen }) => [familyKey, chosen])).toEqual([
      ['d', false],
      ['a', false],
      ['c', true],
    ]);
    expect(planGroup(found, 60).minutesUsed).toBe(45);
  });

  it('[GROUP11] once it has started, what was begun is on the table', () => {
    const found = agenda({ a: flagged, b: none }, { begun: new Set(['b']) });
    expect(found.map(({ familyKey, chosen }) => [familyKey, chosen])).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });

  it('[GROUP11] two hours where no length was typed, and where it cannot be read', () => {
    expect(groupLength('')).toEqual({ minutes: 120, isDefault: true });
    expect(groupLength('2 hours')).toEqual({ minutes: 120, isDefault: true });
    expect(groupLength(' 90 ')).toEqual({ minutes: 90, isDefault: false });
    expect(groupLength('0').minutes).toBe(120);
  });
});

it('[GROUP12] the item holds the summaries that are asked for, beside what was written', () => {
  const members = [
    aMember({ id: 'm1', staffRef: 'S1', role: 'Social worker' }),
    aMember({ id: 'm2', name: 'Dana', role: 'Nurse' }),
  ];
  const summaries = [{ id: 's1', role: 'Nurse', summary: 'Seen twice.' }];
  const group = aGroup({
    familySafeguarding: true,
    members,
    agenda: [anItem({ familyKey: 'a', summaries })],
  });
  const [family] = agenda({ a: none }, { group });
  expect(
    family?.item.summaries.map(({ role, memberId, summary }) => [role, memberId, summary]),
  ).toEqual([
    ['Nurse', '', 'Seen twice.'],
    ['Social worker', 'm1', ''],
  ]);
});
