import { describe, expect, it } from 'vitest';
import { buildChildRecord } from '#domain/finalise/finalise.ts';
import { buildGroupRecord } from '#domain/group/finalise-group.ts';
import { aFinaliseQuestion } from '../../../test/builders.ts';
import {
  aGroup,
  aGroupDiscussion,
  aGroupPart,
  aGroupQuestion,
  aMember,
} from '../../../test/group-builders.ts';
import { childRecordText } from './child-record-text.ts';
import { groupBlocks } from './group-record-text.ts';

function textOf(over: Parameters<typeof aGroupQuestion>[0] = {}) {
  const built = buildGroupRecord(aGroupQuestion(over));
  if (built.outcome === 'missing') throw new Error(JSON.stringify(built.missing));
  return childRecordText(built.record, []);
}

it('says first that this was group supervision, who was there, and what was agreed to stay there', () => {
  expect(textOf({ group: aGroup({ confidentiality: 'Names stay here.' }) })).toContain(
    `Discussion: in depth

This was group supervision.
Facilitator: Sam Lee
Present: Sam Lee, Practice supervisor; Priya Shah, Social worker; Dana Reed, Domestic abuse worker, Haven
Presented by: Priya Shah
The presenter’s question: What have we stopped seeing?
The boundaries of confidentiality were agreed: Names stay here.

Immediate safeguarding concern: none.

The family
The move, and who is left.

What is it like to be this child?
Mornings are calm now.

Decisions
None.

Actions agreed
None.`,
  );
});

it('names who takes an immediate concern forward', () => {
  const discussion = aGroupDiscussion({
    immediateConcern: 'yes',
    concern: 'Left alone at night.',
    namedIndividual: 'Jo Field',
  });
  expect(textOf({ discussion })).toContain(
    'Immediate safeguarding concern\nLeft alone at night.\nTaken forward by: Jo Field',
  );
});

it('each view with whose it is, and who sees it differently', () => {
  const discussion = aGroupDiscussion({
    views: [
      { id: '1', whose: 'Dana', text: 'He is still there.', dissents: true },
      { id: '2', whose: 'Priya', text: 'He has gone.', dissents: false },
    ],
    groupThink: 'Nobody asked the school.',
    nextGroupOn: '15/1/2027',
  });
  const text = textOf({ discussion });
  expect(text).toContain(
    'Views\n- Dana (sees it differently): He is still there.\n- Priya: He has gone.',
  );
  expect(text).toContain('Did we think too much alike?\nNobody asked the school.');
  expect(text).toContain('Next group: 15 January 2027');
});

it('of Family Safeguarding, the three vulnerabilities and a summary for each profession', () => {
  const dana = aMember({ id: 'm9', name: 'Dana Reed' });
  const text = textOf({
    group: aGroup({ familySafeguarding: true, members: [...aGroup().members, dana] }),
    discussion: aGroupDiscussion({ domesticAbuse: 'past', substanceMisuse: 'present' }),
    summaries: [
      {
        ...{ id: 's', memberId: 'm9', role: 'Nurse', period: 'October 2026' },
        ...{ summary: 'Seen twice.', progress: 'Some.' },
      },
    ],
  });
  expect(text).toContain('This was group supervision of a Family Safeguarding team.');
  expect(text).toContain(
    'Three vulnerabilities\nDomestic abuse: in the past\nParental substance misuse: present',
  );
  expect(text).not.toContain('Parental mental health');
  expect(text).toContain('Summary, Nurse, Dana Reed, October 2026\nSeen twice.\nProgress: Some.');
});

describe('without the accountable manager', () => {
  const part = aGroupPart({
    noDecisions: false,
    decisions: [{ id: 'd', text: 'Ask for a conference', rationale: 'Two checks' }],
  });

  it('says that these are ideas and not decisions', () => {
    const discussion = aGroupDiscussion({ managerPresent: 'no', children: [part] });
    const text = textOf({ part, discussion });
    expect(text).toContain(
      'The accountable manager was not there: these are ideas and not decisions.\n- Ask for a conference\n  Reasons: Two checks',
    );
    expect(text).not.toContain('\nDecisions\n');
    expect(textOf({ discussion: aGroupDiscussion({ managerPresent: 'no' }) })).toContain(
      'ideas and not decisions.\nNone.',
    );
  });

  it('with them there, they are decisions', () => {
    const discussion = aGroupDiscussion({ children: [part] });
    expect(textOf({ part, discussion })).toContain('Decisions\n- Ask for a conference');
    expect(textOf({ part, discussion })).not.toContain('ideas');
  });
});

it('says nothing of a group in the record of a one-to-one', () => {
  const built = buildChildRecord(aFinaliseQuestion());
  if (built.outcome === 'missing') throw new Error('it is ready');
  expect(groupBlocks(built.record)).toEqual([]);
  expect(childRecordText(built.record, [])).not.toContain('group');
});
