import { describe, expect, it } from 'vitest';
import { buildChildRecord } from '#domain/finalise/finalise.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import type { DiscussionChild } from '#domain/records/discussion.ts';
import { recordsOfDiscussion } from '#domain/session/end-session.ts';
import {
  aChild,
  aFinaliseQuestion,
  aPart,
  loneSurrogates,
  readyBrief,
  readyInDepth,
} from '../../../test/builders.ts';
import { everyAnswer } from '../../../test/every-answer.ts';
import { answeredFields } from './answered-fields.ts';
import { whatIsMissing } from './discussion-progress.ts';

function recordOf(part: DiscussionChild, child = aChild()): ChildRecord {
  const built = buildChildRecord(aFinaliseQuestion({ part, child }));
  if (built.outcome === 'missing') throw new Error(JSON.stringify(built.missing));
  return built.record;
}
const said = (part: DiscussionChild, child = aChild()) =>
  Object.fromEntries(answeredFields(recordOf(part, child)).map(({ key, text }) => [key, text]));

describe('what was chosen', () => {
  it('[FIN12] nothing chosen leaves nothing: no empty key is added to a record', () => {
    for (const part of [readyBrief(), readyInDepth()]) {
      const record = recordOf(part);
      expect(Object.keys(record)).not.toContain('answers');
      expect(Object.keys(record)).not.toContain('hypotheses');
    }
  });

  it('[FIN12] is kept by its code', () => {
    const { answers } = recordOf(
      readyInDepth({ threshold: 'stepDown', dynamics: ['resistance', 'dangerous'], complex: true }),
    );
    expect(answers).toEqual({
      threshold: 'stepDown',
      dynamics: ['resistance', 'dangerous'],
      complex: 'yes',
    });
  });

  it('[FIN12] a brief check-in keeps what it offers and nothing of the other depth', () => {
    const { answers, hypotheses, fields } = recordOf(readyBrief(everyAnswer));
    expect(Object.keys(answers ?? {}).toSorted()).toEqual([
      'assessmentCurrent',
      'difference',
      'driftDelay',
      'planInPlace',
      'reviewInTime',
      'riskLevel',
      'seen',
      'statusChangeOn',
      'threshold',
    ]);
    expect(hypotheses).toBeUndefined();
    expect(Object.keys(fields)).not.toContain('dynamicsWhy');
  });

  it('[FIN12] is read in the words of the table, a code that is not known as it is', () => {
    const part = readyInDepth({ difference: 'none', stageOfChange: 'preContemplation' });
    expect(said(part)).toMatchObject({
      difference: 'No difference yet',
      stageOfChange: 'Pre-contemplation',
    });
    const record = { ...recordOf(part), answers: { difference: 'fromTheFuture' } };
    expect(answeredFields(record).find(({ key }) => key === 'difference')?.text).toBe(
      'fromTheFuture',
    );
  });

  it('[FIN12] beside a basic stands the day that was held, or that none was', () => {
    const part = readyInDepth({ seen: 'yes', planInPlace: 'no', assessmentCurrent: 'na' });
    const child = aChild({ facts: { lastSeenOn: '2026-11-12', assessmentOn: '2026-08-01' } });
    expect(said(part, child)).toMatchObject({
      seen: 'Yes. Date held: 12 November 2026',
      planInPlace: 'No. No date held',
      assessmentCurrent: 'Does not apply. Date held: 1 August 2026',
    });
    // Never the supervisor's answer unless they gave it.
    expect(Object.keys(said(readyInDepth(), child))).not.toContain('seen');
  });

  it('[FIN12] a date is read from the day of the discussion, and kept as it was typed', () => {
    const changed = (statusChangeOn: string) => recordOf(readyBrief({ statusChangeOn }));
    expect(changed('14 nov').answers).toEqual({ statusChangeOn: '2026-11-14' });
    expect(changed('14 nov').fields.statusChangeOn).toBe('14 nov');
    expect(said(readyBrief({ statusChangeOn: '14 nov' })).statusChangeOn).toBe('14 November 2026');
    expect(changed('when she moved').answers).toBeUndefined();
    expect(said(readyBrief({ statusChangeOn: 'when she moved' })).statusChangeOn).toBe(
      'when she moved',
    );
  });

  it('[FIN12] why more time is needed is on no record', () => {
    const part = readyInDepth({ extraTime: ['interpreter'], extraTimeOther: 'EXTRA' });
    expect(recordOf(part)).toEqual(recordOf(readyInDepth()));
  });
});

describe('hypotheses', () => {
  const one = (over = {}) => ({
    id: 'h1',
    statement: 'She is afraid of him',
    evidenceFor: 'She goes quiet',
    evidenceAgainst: 'She asks for him',
    status: 'open',
    ...over,
  });

  it('[FIN12] are numbered lines, an empty row left out', () => {
    const hypotheses = [
      one(),
      one({ id: 'h0', statement: ' ', evidenceFor: '', evidenceAgainst: '' }),
    ];
    const second = one({ id: 'h2', evidenceAgainst: '', status: 'discounted' });
    const part = readyInDepth({ hypotheses: [...hypotheses, second] });
    expect(recordOf(part).hypotheses?.map(({ id }) => id)).toEqual(['h1', 'h2']);
    expect(said(part).hypotheses).toBe(
      [
        '1. She is afraid of him (open)',
        '   For: She goes quiet',
        '   Against: She asks for him',
        '2. She is afraid of him (discounted)',
        '   For: She goes quiet',
      ].join('\n'),
    );
  });

  const missing = (over: object) =>
    whatIsMissing({
      child: readyInDepth({ analysis: '', ...over }),
      profile: aFinaliseQuestion().profile,
      word: 'child',
      toReview: [],
    }).map(({ path }) => path);

  it('[FIN2] one with what speaks for and against stands in place of the analysis', () => {
    expect(missing({})).toEqual(['analysis']);
    expect(missing({ hypotheses: [one()] })).toEqual([]);
    for (const key of ['statement', 'evidenceFor', 'evidenceAgainst'])
      expect(missing({ hypotheses: [one({ [key]: ' ' })] })).toEqual(['analysis']);
    // Half of one and half of another are no analysis.
    const halves = [one({ evidenceFor: '' }), one({ evidenceAgainst: '' })];
    expect(missing({ hypotheses: halves })).toEqual(['analysis']);
  });

  it('[FIN2] it stands in place of nothing else', () => {
    expect(missing({ hypotheses: [one()], worries: '' })).toEqual(['worries']);
  });

  it.each(loneSurrogates)('[FIN6] %j in one is refused, at the depth that shows it', (text) => {
    const hypotheses = [one({ statement: text, evidenceFor: text, evidenceAgainst: text })];
    expect(missing({ analysis: 'x', hypotheses })).toEqual([
      'hypotheses.h1.statement',
      'hypotheses.h1.evidenceFor',
      'hypotheses.h1.evidenceAgainst',
    ]);
    expect(() => recordOf(readyBrief({ hypotheses }))).not.toThrow();
  });
});

describe('an immediate safeguarding action', () => {
  const action = { id: 'y1', what: 'Ring the police', owner: 'Priya', byWhen: 'today' };
  const ticked = { ...action, immediateSafeguarding: true };
  const histories = (actions: readonly object[]) => {
    const { discussion, part, at, by } = aFinaliseQuestion({ part: readyBrief({ actions }) });
    return recordsOfDiscussion(discussion, part, at, by).actions;
  };

  it('[FIN13] is one on the record and in its own history', () => {
    expect(recordOf(readyBrief({ actions: [ticked] })).actions[0]).toMatchObject(ticked);
    expect(histories([ticked])[0]).toMatchObject({ immediateSafeguarding: true });
  });

  it('[FIN13] of one that is not, or was ticked and unticked, nothing is said', () => {
    for (const each of [action, { ...action, immediateSafeguarding: false }]) {
      const [recorded] = recordOf(readyBrief({ actions: [each] })).actions;
      expect(Object.keys(recorded ?? {})).not.toContain('immediateSafeguarding');
      expect(Object.keys(histories([each])[0] ?? {})).not.toContain('immediateSafeguarding');
    }
  });
});

it('[FIN1] nothing new is asked of a brief check-in, and nothing but the seven in depth', () => {
  const profile = aFinaliseQuestion().profile;
  const count = (child: DiscussionChild) =>
    whatIsMissing({ child, profile, word: 'child', toReview: [] }).length;
  expect(count(aPart({ depth: 'brief' }))).toBe(2);
  expect(count(aPart({ depth: 'inDepth' }))).toBe(7);
});
