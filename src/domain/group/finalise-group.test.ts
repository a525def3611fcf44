import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { aChild, hostileTexts, swindon } from '../../../test/builders.ts';
import {
  aGroup,
  aGroupDiscussion,
  aGroupPart,
  aGroupQuestion,
  aMember,
  anItem,
} from '../../../test/group-builders.ts';
import { buildGroupRecord } from './finalise-group.ts';

function built(over: Parameters<typeof aGroupQuestion>[0] = {}) {
  const found = buildGroupRecord(aGroupQuestion(over));
  if (found.outcome === 'missing') throw new Error(JSON.stringify(found.missing));
  return found;
}
const recordOf = (over: Parameters<typeof aGroupQuestion>[0] = {}) => built(over).record;

it('[GROUP17] a group is recorded as a case discussion, on each child’s file', () => {
  const record = recordOf({ profile: swindon });
  expect(record).toMatchObject({
    file: 'child',
    heading: swindon.headings.caseDiscussion,
    context: 'group',
    depth: 'inDepth',
    childRef: 'C1',
    sessionId: 'g1',
    discussionId: 'gd1',
    discussedOn: '2026-11-20',
    supervisor: 'Sam Lee',
    practitioner: 'Priya Shah',
    familySummary: 'The move, and who is left.',
    fields: { childExperience: 'Mornings are calm now.' },
    gap: '',
  });
  expect(recordOf({ group: aGroup({ familySafeguarding: true }) }).context).toBe(
    'familySafeguardingGroup',
  );
  expect(built().text).toBe(canonicalize(recordOf()));
});

it('[GROUP17] what is missing makes no record', () => {
  expect(buildGroupRecord(aGroupQuestion({ part: aGroupPart({ experience: '' }) }))).toMatchObject({
    outcome: 'missing',
    missing: [{ path: 'child.experience' }],
  });
});

it('[GROUP17] it says who was there, what was agreed, each view and who dissents', () => {
  const discussion = aGroupDiscussion({
    immediateConcern: 'yes',
    concern: 'Left alone at night.',
    namedIndividual: 'Jo Field',
    groupThink: 'We liked the plan too much.',
    nextGroupOn: '15 1 2027',
    views: [
      { id: 'v1', whose: 'Dana', text: 'He is still there.', dissents: true },
      { id: 'v2', whose: ' ', text: '' },
    ],
  });
  const group = aGroup({ confidentiality: 'Nothing leaves the room.' });
  expect(recordOf({ group, discussion }).group).toEqual({
    facilitator: 'Sam Lee',
    presenter: 'Priya Shah',
    question: 'What have we stopped seeing?',
    participants: [
      { name: 'Sam Lee', role: 'Practice supervisor', agency: '' },
      { name: 'Priya Shah', role: 'Social worker', agency: '' },
      { name: 'Dana Reed', role: 'Domestic abuse worker', agency: 'Haven' },
    ],
    confidentiality: 'Nothing leaves the room.',
    views: [{ whose: 'Dana', text: 'He is still there.', dissents: true }],
    groupThink: 'We liked the plan too much.',
    immediateConcern: 'yes',
    concern: 'Left alone at night.',
    namedIndividual: 'Jo Field',
    managerPresent: 'yes',
    ideas: [],
    trio: {},
    summaries: [],
    nextGroupOn: '2027-01-15',
  });
});

it('[GROUP17] a concern that was taken back is not on the record', () => {
  const discussion = aGroupDiscussion({ concern: 'Typed first.', namedIndividual: 'Jo' });
  expect(recordOf({ discussion }).group).toMatchObject({
    immediateConcern: 'no',
    concern: '',
    namedIndividual: '',
  });
});

it('[GROUP17] of Family Safeguarding: the three vulnerabilities and what each profession wrote', () => {
  const member = aMember({ id: 'm3', name: 'Dana Reed' });
  const over = {
    discussion: aGroupDiscussion({ domesticAbuse: 'present', mentalHealth: 'unknown' }),
    summaries: [
      {
        id: 's1',
        memberId: 'm3',
        role: 'Nurse',
        period: 'October',
        summary: 'Seen.',
        progress: '',
      },
      { id: 's2', memberId: 'm3', role: 'Police', period: 'October', summary: ' ', progress: '' },
    ],
  };
  const others = aGroup().members;
  const inTeam = aGroup({ familySafeguarding: true, members: [...others, member] });
  expect(recordOf({ ...over, group: inTeam }).group).toMatchObject({
    trio: { domesticAbuse: 'present', mentalHealth: 'unknown' },
    summaries: [{ role: 'Nurse', author: 'Dana Reed', period: 'October', summary: 'Seen.' }],
  });
  expect(recordOf(over).group?.trio).toEqual({});
});

describe('decisions and ideas', () => {
  const part = aGroupPart({
    noDecisions: false,
    decisions: [
      {
        id: 'd1',
        text: 'Ask for a conference',
        rationale: 'Two checks',
        significance: 'significant',
        changesDirection: true,
      },
    ],
    actions: [{ id: 'a1', what: 'Ring', owner: 'Jo', byWhen: '27/11/2026' }],
  });
  const withManager = (managerPresent: string) =>
    recordOf({ part, discussion: aGroupDiscussion({ managerPresent, children: [part] }) });

  it('[GROUP16] with the accountable manager there they are decisions, and the grave one sets the clock', () => {
    const record = withManager('yes');
    expect(record.decisions).toEqual([
      {
        id: 'd1',
        text: 'Ask for a conference',
        rationale: 'Two checks',
        significance: 'significant',
        changesDirection: true,
        decidedAt: '2026-11-20T10:00:00.000Z',
      },
    ]);
    expect(record.group?.ideas).toEqual([]);
    expect(record.deadline.dueAt).not.toBe('');
    expect(record.actions).toMatchObject([{ id: 'a1', dueOn: '2026-11-27' }]);
  });

  it('[GROUP16] without, they are ideas: nothing was decided, and no hours run', () => {
    const record = withManager('no');
    expect(record.decisions).toEqual([]);
    expect(record.noDecisions).toBe(false);
    expect(record.group?.ideas).toEqual([
      { text: 'Ask for a conference', rationale: 'Two checks' },
    ]);
    expect(record.deadline).toMatchObject({ dueOn: '2026-11-27', dueAt: '' });
  });
});

describe('no other child', () => {
  const siblings = [aChild({ ref: 'C2', name: 'Ben H' })];
  const named = (part = aGroupPart()) => {
    const other = aGroupPart({
      childRef: 'C2',
      experience: 'His own day.',
      siblingsRelevant: true,
    });
    const discussion = aGroupDiscussion({ children: [part, other] });
    return built({ part, discussion, siblings }).text;
  };

  it('[GROUP17] is named, unless it was ticked on this child’s own part', () => {
    expect(named()).not.toContain('Ben H');
    expect(named()).not.toContain('His own day.');
    expect(named()).not.toContain('C2');
    expect(named(aGroupPart({ siblingsRelevant: true }))).toContain('"siblings":["Ben H"]');
  });

  it('[GROUP17] and nothing of the agenda, of links and of what was not reached is in it', () => {
    const group = aGroup({
      name: 'The team’s name',
      agenda: [anItem({ familyKey: 'F1', reason: 'Why it came', question: 'Another question' })],
      members: aGroup().members.map((each) => ({ ...each, linkedTo: ['F77'] })),
      notReached: [{ familyKey: 'F88', reason: 'Time ran out' }],
    });
    const { text } = built({ group });
    for (const kept of ['The team’s name', 'Why it came', 'Another question', 'F77', 'F88', 'Time'])
      expect(text).not.toContain(kept);
  });
});

it('[GROUP17] text is kept to the letter', () => {
  for (const typed of Object.values(hostileTexts)) {
    const part = aGroupPart({ experience: `x${typed}`, voice: `v${typed}` });
    const discussion = aGroupDiscussion({ summary: `s${typed}`, children: [part] });
    const record = JSON.parse(built({ part, discussion }).text);
    expect(record.fields.childExperience).toBe(`x${typed}`);
    expect(record.fields.childVoice).toBe(`v${typed}`);
    expect(record.familySummary).toBe(`s${typed}`);
  }
});

it('[GROUP17] past its last day it is a late entry', () => {
  expect(recordOf({ at: '2026-11-27T23:59:59.000Z' }).lateEntry).toBe(false);
  expect(recordOf({ at: '2026-11-28T00:00:00.000Z' }).lateEntry).toBe(true);
});
