import { describe, expect, it } from 'vitest';
import { rowStatus } from '#domain/discussion/discussion-progress.ts';
import { buildChildRecord } from '#domain/finalise/finalise.ts';
import { recordsOfDiscussion } from '#domain/session/end-session.ts';
import {
  aDiscussion,
  aFinaliseQuestion,
  aPart,
  islington,
  loneSurrogates,
  readyBrief,
  readyInDepth,
} from '../../../test/builders.ts';
import { day } from '../../../test/due-builders.ts';
import { aDecisionOutside } from '../../../test/revisit-builders.ts';
import { type DecisionToRevisit, decisionsWaiting } from './decisions-to-revisit.ts';
import { notYetRevisited, revisitLineOf } from './revisits.ts';

const toRevisit: readonly DecisionToRevisit[] = decisionsWaiting({
  profile: islington,
  decisions: [aDecisionOutside()],
  sessions: [],
  until: day('2026-11-20'),
});
const line = (outcome: string, note = '', id = 'l1') => ({ id, entryId: 'd1', outcome, note });
const saying = (outcome: string, note = '') => ({ revisits: [line(outcome, note)] });
const finalised = (part: ReturnType<typeof readyBrief>, asked = toRevisit) =>
  buildChildRecord(aFinaliseQuestion({ part, toRevisit: asked }));
const missing = (part: ReturnType<typeof readyBrief>) => {
  const built = finalised(part);
  return built.outcome === 'missing' ? built.missing : [];
};

describe.each([
  ['a brief check-in', readyBrief],
  ['in depth', readyInDepth],
])('%s', (_, ready) => {
  it('[REVISIT7] is finalised when each decision is confirmed, changed, withdrawn or not reached', () => {
    const named = 'the decision of 5 November 2026, “Amina stays with her aunt.”';
    const unsaid = [{ path: 'revisits.d1', message: `Say what became of ${named}` }];
    expect(missing(ready())).toEqual(unsaid);
    expect(missing(ready(saying('')))).toEqual(unsaid);
    for (const outcome of ['confirmed', 'notReached'])
      expect(missing(ready(saying(outcome))), outcome).toEqual([]);
  });

  it('[REVISIT7] has words for what is changed or withdrawn', () => {
    const named = 'the decision of 5 November 2026, “Amina stays with her aunt.”';
    const path = 'revisits.d1.note';
    expect(missing(ready(saying('changed', ' ')))).toEqual([
      { path, message: `Write what is changed in ${named}` },
    ]);
    expect(missing(ready(saying('withdrawn')))).toEqual([
      { path, message: `Write why ${named} is withdrawn` },
    ]);
    for (const outcome of ['changed', 'withdrawn'])
      expect(missing(ready(saying(outcome, 'Since Monday'))), outcome).toEqual([]);
  });
});

it('[REVISIT7] the record says what was decided when, and what became of it', () => {
  const built = finalised(readyBrief(saying('changed', '  Now with her uncle ')));
  expect(built.outcome === 'finalised' && built.record.decisionsRevisited).toEqual([
    {
      entryId: 'd1',
      text: 'Amina stays with her aunt.',
      madeOn: '2026-11-05',
      outcome: 'changed',
      note: '  Now with her uncle ',
    },
  ]);
});

it('[REVISIT7] a record of which none waited has the text it had before there were any', () => {
  const built = finalised(readyBrief(), []);
  expect(built.outcome === 'finalised' && built.text).not.toContain('evisit');
  expect(buildChildRecord(aFinaliseQuestion())).toEqual(built);
});

it('[FIN6] a broken character in what is said of a decision is refused with a sentence', () => {
  for (const broken of loneSurrogates)
    expect(missing(readyBrief(saying('confirmed', broken)))).toMatchObject([
      { path: 'revisits.d1.note' },
    ]);
});

it('[REVISIT7] before a depth is chosen only the depth is asked for', () => {
  expect(missing(readyBrief({ depth: '' })).map(({ path }) => path)).toEqual(['depth']);
});

it('[SESS2] an answer, or words about one, is something chosen or typed', () => {
  expect(rowStatus(aPart(saying('')))).toBe('untouched');
  expect(rowStatus(aPart(saying('notReached')))).toBe('inProgress');
  expect(rowStatus(aPart(saying('', 'Ask the aunt')))).toBe('inProgress');
});

describe('at the end of a session', () => {
  const recorded = (revisits: readonly object[]) =>
    recordsOfDiscussion(aDiscussion(), readyBrief({ revisits }), '2026-11-20T12:00:00Z', 'me')
      .revisits;

  it('[REVISIT8] an answer is a record of the child under the draft’s own id; no answer is none', () => {
    expect(recorded([line('withdrawn', 'Aunt moved')])).toEqual([
      {
        ...{ id: 'l1', entryId: 'd1', childRef: 'C1', sessionId: 's1' },
        ...{ outcome: 'withdrawn', note: 'Aunt moved', on: '2026-11-20' },
        ...{ at: '2026-11-20T12:00:00Z', by: 'me' },
      },
    ]);
    expect(recorded([line('')])).toEqual([]);
  });

  it('[REVISIT8] of two lines of one decision the one with an answer counts', () => {
    const [empty, first, second] = [
      line('', '', 'l0'),
      line('confirmed', '', 'l1'),
      line('changed', 'x', 'l2'),
    ];
    expect(recorded([empty, first]).map(({ id }) => id)).toEqual(['l1']);
    expect(recorded([first, second]).map(({ id }) => id)).toEqual(['l1']);
    const part = readyBrief({ revisits: [empty, first] });
    expect(revisitLineOf(part, 'd1')).toMatchObject({ id: 'l1' });
    expect(notYetRevisited(part, toRevisit)).toEqual([]);
    expect(notYetRevisited(readyBrief({ revisits: [empty] }), toRevisit)).toEqual(toRevisit);
    expect(notYetRevisited(readyBrief(), toRevisit)).toEqual(toRevisit);
  });
});
