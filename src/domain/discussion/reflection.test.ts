import { describe, expect, it } from 'vitest';
import { buildChildRecord } from '#domain/finalise/finalise.ts';
import { loneSurrogateMessage } from '#domain/records/child-record.ts';
import { formsOf } from '#domain/records/child-record-forms.ts';
import type { DiscussionChild } from '#domain/records/discussion.ts';
import { discussionFields } from '#domain/records/discussion-fields.ts';
import { reflectionCodes } from '#domain/records/discussion-keys.ts';
import {
  aDiscussion,
  aFinaliseQuestion,
  aPart,
  hostileTexts,
  readyBrief,
  readyInDepth,
} from '../../../test/builders.ts';
import { isStarted } from './discussion-progress.ts';
import { withSteps } from './reflection.ts';
import { reflectionModels, stepId } from './reflection-models.ts';

const step = (model: string, key: string, text: string) => ({ id: stepId(model, key), key, text });
const reflection = {
  model: 'gibbs' as const,
  steps: [
    step('gibbs', 'actionPlan', 'Ring first'),
    step('kolb', 'experience', 'Under another model'),
    step('gibbs', 'feelings', ' \n'),
    step('gibbs', 'description', hostileTexts.spaces),
  ],
};

const build = (part: DiscussionChild) =>
  buildChildRecord(aFinaliseQuestion({ part, discussion: aDiscussion({ children: [part] }) }));
function built(part: DiscussionChild) {
  const outcome = build(part);
  if (outcome.outcome === 'missing') throw new Error(JSON.stringify(outcome.missing));
  return outcome;
}

describe('the table', () => {
  it('has each model once, with its source and steps that are told apart', () => {
    expect(reflectionModels.map(({ code }) => code)).toEqual([...reflectionCodes]);
    for (const { groups, source, code } of reflectionModels) {
      const steps = groups.flatMap(({ steps }) => steps);
      const keys = steps.map((each) => ('key' in each ? each.key : each.field));
      expect(new Set(keys).size, code).toBe(keys.length);
      expect(source, code).not.toBe('');
    }
  });

  it('[REFLECT1] a step that the discussion has a field for leads to it: nothing is asked twice', () => {
    const fields = reflectionModels
      .flatMap(({ groups }) => groups.flatMap(({ steps }) => steps))
      .flatMap((each) => ('field' in each ? [each.field] : []));
    const offered = discussionFields.filter(({ depths }) => depths.includes('inDepth'));
    expect(fields.filter((field) => !offered.some(({ key }) => key === field))).toEqual([]);
    expect(fields).toEqual(expect.arrayContaining(['whatMatters', 'howWeWillKnow', 'scaling']));
  });
});

it('[REFLECT1] choosing another model adds its steps and takes nothing away', () => {
  const steps = withSteps({ model: '', steps: reflection.steps }, 'kolb');
  expect(steps.slice(0, 4)).toEqual(reflection.steps);
  expect(steps.slice(4).map(({ key }) => key)).toEqual(['reflection', 'analysis', 'actionPlan']);
  expect(withSteps({ model: '', steps }, 'kolb')).toEqual(steps);
  expect(withSteps({ model: '', steps }, '')).toEqual(steps);
  expect(withSteps({ model: '', steps: [] }, 'outcomes')).toEqual([]);
});

it('[REFLECT1] nothing waits for it', () => {
  const part = readyInDepth({ reflection: { model: 'fourByFour', steps: [] } });
  expect(build(part).outcome).toBe('finalised');
  expect(isStarted(aPart())).toBe(false);
  expect(isStarted(aPart({ reflection: { model: 'kolb', steps: [] } }))).toBe(true);
  expect(isStarted(aPart({ reflection: { model: '', steps: [step('kolb', 'a', 'x')] } }))).toBe(
    true,
  );
});

it('[REFLECT2] what was answered under the chosen model, in its order, to the letter', () => {
  const { record } = built(readyInDepth({ reflection }));
  expect(formsOf(record).reflection).toEqual({
    model: 'gibbs',
    label: 'Gibbs: the reflective cycle',
    steps: [
      { key: 'description', label: 'Description', text: hostileTexts.spaces },
      { key: 'actionPlan', label: 'Action plan', text: 'Ring first' },
    ],
  });
});

it('[REFLECT2] only in depth, and without it the record is what it was before', () => {
  expect(built(readyBrief({ reflection })).text).toBe(built(readyBrief()).text);
  const unanswered = { model: 'gibbs', steps: [step('gibbs', 'feelings', ' ')] };
  expect(built(readyInDepth({ reflection: unanswered })).text).toBe(built(readyInDepth()).text);
});

it('[FIN6, REFLECT2] half a character is refused at its step', () => {
  const broken = { model: 'kolb', steps: [step('kolb', 'experience', '\ud800')] };
  expect(build(readyInDepth({ reflection: broken }))).toEqual({
    outcome: 'missing',
    missing: [{ path: 'reflection.kolb.experience', message: loneSurrogateMessage }],
  });
});
