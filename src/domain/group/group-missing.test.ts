import { describe, expect, it } from 'vitest';
import { aChild } from '../../../test/builders.ts';
import {
  aGroup,
  aGroupDiscussion,
  aGroupPart,
  aGroupQuestion,
  aMember,
} from '../../../test/group-builders.ts';
import { missingForGroupRecord } from './finalise-group.ts';

type Over = Parameters<typeof aGroupQuestion>[0];
const missing = (over: Over = {}) => missingForGroupRecord(aGroupQuestion(over));
const paths = (over: Over = {}) => missing(over).map(({ path }) => path);
const ofFamily = (over: object) => paths({ discussion: aGroupDiscussion(over) });
const ofPart = (over: object, family: object = {}) => {
  const part = aGroupPart(over);
  return paths({ part, discussion: aGroupDiscussion({ ...family, children: [part] }) });
};

it('[GROUP14] with all of it there is nothing missing', () => {
  expect(missing()).toEqual([]);
});

it('[GROUP1] nobody but the facilitator', () => {
  expect(missing({ mayFinalise: false })).toEqual([
    { path: 'facilitator', message: 'Only the facilitator finalises a group’s records' },
  ]);
});

it('[GROUP13] the boundaries of confidentiality are agreed', () => {
  expect(paths({ group: aGroup({ confidentialityAgreed: false }) })).toEqual([
    'group.confidentialityAgreed',
  ]);
});

it('[GROUP4] it was a group', () => {
  expect(missing({ group: aGroup({ members: [aMember({ staffRef: 'S1' })] }) })).toEqual([
    {
      path: 'group.members',
      message: 'A group is 3 people or more, the facilitator among them. 2 people are here',
    },
  ]);
});

describe('of the family', () => {
  it('[GROUP14] who presented it, with which question, and what was said', () => {
    for (const key of ['presenter', 'question', 'summary']) {
      expect(ofFamily({ [key]: ' ' })).toEqual([key]);
    }
    expect(ofFamily({ discussed: false })).toEqual(['discussed']);
  });

  it('[GROUP14] whether there is an immediate concern, and who takes it forward', () => {
    expect(ofFamily({ immediateConcern: '' })).toEqual(['immediateConcern']);
    expect(ofFamily({ immediateConcern: 'yes' })).toEqual(['namedIndividual']);
    expect(ofFamily({ immediateConcern: 'yes', namedIndividual: 'Jo Field' })).toEqual([]);
  });
});

describe('of each child', () => {
  it('[GROUP15] its own experience, whatever is written of the family', () => {
    expect(ofPart({ experience: '' }, { summary: 'Everything.' })).toEqual(['child.experience']);
    const [unborn] = missing({
      part: aGroupPart({ experience: '' }),
      child: aChild({ dateOfBirth: '', expectedOn: '2027-01-04' }),
    });
    expect(unborn?.message).toBe('Write about the parents and the plan for birth');
  });

  it('[GROUP15] its decisions or none, its actions or none', () => {
    expect(ofPart({ noDecisions: false, noActions: false })).toEqual([
      'child.noDecisions',
      'child.noActions',
    ]);
    const actions = [{ id: 'a', what: 'Ring', owner: '', byWhen: '' }];
    expect(ofPart({ noActions: false, actions })).toEqual([
      'child.actions.a.owner',
      'child.actions.a.byWhen',
    ]);
    expect(ofPart({ noActions: false, actions: [{ id: 'a' }] })).toEqual(['child.noActions']);
  });

  const decisions = [{ id: 'd', text: 'Ask for a conference', rationale: '' }];
  it('[GROUP16] a decision has its reasons; with the manager away it is an idea and needs none', () => {
    expect(ofPart({ decisions })).toEqual(['child.decisions.d.rationale']);
    expect(ofPart({ decisions }, { managerPresent: 'no' })).toEqual([]);
    expect(ofPart({ noDecisions: false }, { managerPresent: 'no' })).toEqual([]);
    const onlyWhy = [{ id: 'd', text: '', rationale: 'Two missed checks' }];
    expect(ofPart({ decisions: onlyWhy })).toEqual(['child.decisions.d.text']);
    expect(ofPart({ decisions: onlyWhy }, { managerPresent: 'no' })).toEqual([
      'child.decisions.d.text',
    ]);
  });

  it('[GROUP16] where decisions are written somebody says whether the accountable manager was there', () => {
    expect(ofPart({ decisions }, { managerPresent: '' })).toContain('managerPresent');
    expect(ofPart({}, { managerPresent: '' })).toEqual([]);
  });
});

it('[GROUP17] text that no record can carry, wherever it would stand', () => {
  const bad = 'half \ud800';
  const broken: readonly (readonly [string, Over])[] = [
    ['presenter', { discussion: aGroupDiscussion({ presenter: bad }) }],
    ['nextGroupOn', { discussion: aGroupDiscussion({ nextGroupOn: bad }) }],
    [
      'views.v.text',
      { discussion: aGroupDiscussion({ views: [{ id: 'v', whose: bad, text: '' }] }) },
    ],
    ['group.confidentiality', { group: aGroup({ confidentiality: bad }) }],
    ['group.members', { participants: [{ name: '', role: bad, agency: '' }] }],
    [
      'group.summaries.s',
      { summaries: [{ id: 's', memberId: '', role: '', period: '', summary: '', progress: bad }] },
    ],
    ['child.experience', { part: aGroupPart({ experience: bad }) }],
    ['child.voice', { part: aGroupPart({ voice: bad }) }],
    [
      'child.decisions.d.text',
      { part: aGroupPart({ decisions: [{ id: 'd', text: 'x', rationale: bad }] }) },
    ],
    [
      'child.actions.a.what',
      { part: aGroupPart({ actions: [{ id: 'a', what: 'x', owner: bad, byWhen: 'y' }] }) },
    ],
    ['child', { child: aChild({ name: bad }) }],
    ['staff', { by: bad }],
  ];
  for (const [path, over] of broken) expect(paths(over), path).toEqual([path]);
  const part = aGroupPart({ siblingsRelevant: true });
  expect(paths({ part, siblings: [aChild({ name: bad })] })).toEqual(['child']);
  expect(paths({ siblings: [aChild({ name: bad })] })).toEqual([]);
});

it('[FIN7] with two versions of a text a person chooses first', () => {
  const clashes = [{ path: 'summary', ours: 'a', theirs: 'b' }];
  expect(paths({ group: aGroup({ clashes } as never) })).toEqual(['twoVersions']);
  expect(paths({ discussion: aGroupDiscussion({ clashes } as never) })).toEqual(['twoVersions']);
});
