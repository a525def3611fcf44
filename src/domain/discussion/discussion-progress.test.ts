import { describe, expect, it } from 'vitest';
import { actionState } from '#domain/actions/child-actions.ts';
import { loneSurrogateMessage } from '#domain/records/child-record.ts';
import type { DiscussionChild } from '#domain/records/discussion.ts';
import { fieldsAt } from '#domain/records/discussion-fields.ts';
import {
  aDiscussion,
  anAction,
  aPart,
  islington,
  loneSurrogates,
  readyBrief,
  readyInDepth,
  swindon,
} from '../../../test/builders.ts';
import {
  hasTwoVersions,
  isStarted,
  rowStatus,
  whatIsMissing,
  whyNotDiscussedYet,
} from './discussion-progress.ts';

const missing = (child: DiscussionChild, over = {}) =>
  whatIsMissing({ child, profile: islington, word: 'child', toReview: [], ...over });
const paths = (child: DiscussionChild, over = {}) => missing(child, over).map(({ path }) => path);
const toReview = [actionState(anAction(), [])];
const settled = (outcome: string, reason = '') => [{ id: 'e1', actionId: 'a1', outcome, reason }];

describe('brief check-in', () => {
  const empty = aPart({ depth: 'brief' });

  it('[FIN1] needs exactly three things under Islington', () => {
    expect(paths(empty, { toReview })).toEqual(['briefNote', 'onTrack', 'settled.a1']);
    expect(paths(readyBrief({ settled: settled('done') }), { toReview })).toEqual([]);
  });

  it('[FIN1] Swindon asks one more: what it is like to be this child', () => {
    expect(paths(readyBrief(), { profile: swindon })).toEqual(['childExperience']);
    const part = readyBrief({ childExperience: 'Calm.' });
    expect(paths(part, { profile: swindon })).toEqual([]);
  });

  it('[FIN1] what a policy asks of a brief check-in it does not ask in depth', () => {
    const profile = { ...swindon, briefRequires: ['analysis'] };
    expect(paths(readyBrief(), { profile })).toEqual([]); // not a field of a brief check-in
    expect(paths(readyInDepth(), { profile })).toEqual([]);
  });

  it('[FIN1] each is named where it is missing, and white space is not text', () => {
    expect(paths(readyBrief({ briefNote: ' \n\t' }))).toEqual(['briefNote']);
    expect(paths(readyBrief({ onTrack: '' }))).toEqual(['onTrack']);
    for (const onTrack of ['yes', 'partly', 'no'])
      expect(paths(readyBrief({ onTrack }))).toEqual([]);
  });

  it('[FIN1] without a depth only the depth is asked for', () => {
    expect(paths(aPart(), { toReview })).toEqual(['depth']);
  });
});

describe('in depth', () => {
  const seven = [
    'childExperience',
    'childVoice',
    'worries',
    'protective',
    'analysis',
    'noDecisions',
    'noActions',
  ];

  it('[FIN2] needs exactly seven things under every council', () => {
    const empty = aPart({ depth: 'inDepth' });
    expect(paths(empty)).toEqual(seven);
    expect(paths(empty, { profile: swindon })).toEqual(seven);
    expect(paths(readyInDepth())).toEqual([]);
  });

  it.each(seven.slice(0, 5))('[FIN2] %s alone is named when it alone is missing', (key) => {
    expect(paths(readyInDepth({ [key]: '' }))).toEqual([key]);
  });

  it.each(['noDecisions', 'noActions'])('[FIN2] %s: some, or a tick that there are none', (key) => {
    expect(paths(readyInDepth({ [key]: false }))).toEqual([key]);
    const decisions = [{ id: 'x', text: 'Step down', rationale: 'Plan met' }];
    const actions = [{ id: 'y', what: 'Visit', owner: 'Priya', byWhen: 'Friday' }];
    const written = key === 'noDecisions' ? { decisions } : { actions };
    expect(paths(readyInDepth({ [key]: false, ...written }))).toEqual([]);
  });

  it('[FIN2] the sentences say young person or unborn baby where that is the word', () => {
    const say = (word: string) =>
      missing(aPart({ depth: 'inDepth' }), { word }).map(({ message }) => message);
    expect(say('young person').join()).toContain('to be this young person');
    expect(say('unborn baby').slice(0, 2)).toEqual([
      'Write about the parents and the plan for birth',
      'Write what the parents have said',
    ]);
    expect(say('unborn baby').slice(0, 3).join()).not.toContain('child');
  });
});

describe('actions of last time', () => {
  it('[FIN3] each is settled, and one carried has its reason', () => {
    const at = (list: unknown) => missing(readyBrief({ settled: list }), { toReview });
    expect(at([])).toEqual([
      { path: 'settled.a1', message: 'Say what happened to “Ring the school”' },
    ]);
    expect(at(settled('')).map(({ path }) => path)).toEqual(['settled.a1']);
    expect(at(settled('carried', ' ')).map(({ path }) => path)).toEqual(['settled.a1.reason']);
    expect(at(settled('carried', 'School was shut'))).toEqual([]);
    expect(at(settled('done'))).toEqual([]);
    expect(at(settled('noLongerNeeded'))).toEqual([]);
  });

  it('[FIN3] each action has its own outcome, in whatever order they were typed', () => {
    const two = [anAction(), anAction({ id: 'a2', what: 'Visit' })].map((each) =>
      actionState(each, []),
    );
    const typed = [
      { id: 'e2', actionId: 'a2', outcome: 'done', reason: '' },
      { id: 'e1', actionId: 'a1', outcome: 'carried', reason: '' },
    ];
    expect(missing(readyBrief({ settled: typed }), { toReview: two })).toEqual([
      { path: 'settled.a1.reason', message: 'Write why “Ring the school” is not done yet' },
    ]);
  });

  it('[FIN3] a long action is shortened in the sentence, never in the record', () => {
    const said = (what: string) =>
      missing(readyBrief(), { toReview: [actionState(anAction({ what }), [])] })[0]?.message;
    expect(said('x'.repeat(60))).toBe(`Say what happened to “${'x'.repeat(60)}”`);
    expect(said('x'.repeat(61))).toBe(`Say what happened to “${'x'.repeat(57)}…”`);
    expect(said(`${'x'.repeat(55)}  ${'x'.repeat(20)}`)).toBe(
      `Say what happened to “${'x'.repeat(55)}…”`,
    );
  });
});

describe('decisions and actions', () => {
  it.each([readyBrief, readyInDepth])('[FIN4] a decision has its text and its reasons', (ready) => {
    const at = (text: string, rationale: string) =>
      paths(ready({ decisions: [{ id: 'x', text, rationale }] }));
    expect(at('Step down', '')).toEqual(['decisions.x.rationale']);
    expect(at(' ', 'Plan met')).toEqual(['decisions.x.text']);
    expect(at('Step down', 'Plan met')).toEqual([]);
    expect(at('', '')).toEqual([]); // an empty row, with “none” ticked or in a brief check-in
  });

  it.each([readyBrief, readyInDepth])('[FIN5] an action says what, who and by when', (ready) => {
    const at = (what: string, owner: string, byWhen: string) =>
      paths(ready({ actions: [{ id: 'y', what, owner, byWhen }] }));
    expect(at('', '', '')).toEqual([]);
    expect(at('Visit', '', '')).toEqual(['actions.y.owner', 'actions.y.byWhen']);
    expect(at('', 'Priya', ' ')).toEqual(['actions.y.what', 'actions.y.byWhen']);
    expect(at('Visit', 'Priya', 'when the court has sat')).toEqual([]);
  });
});

describe('text that canonical JSON cannot carry', () => {
  it.each(loneSurrogates)('[FIN6] %j is refused with a sentence, wherever it stands', (text) => {
    const full = {
      settled: settled('carried', text),
      decisions: [{ id: 'x', text, rationale: text }],
      actions: [{ id: 'y', what: text, owner: text, byWhen: text }],
    };
    const part = readyInDepth({ ...full, worries: text });
    expect(missing(part, { toReview })).toEqual(
      [
        'worries',
        'decisions.x.text',
        'decisions.x.rationale',
        'actions.y.what',
        'actions.y.owner',
        'actions.y.byWhen',
        'settled.a1.reason',
      ].map((path) => ({ path, message: loneSurrogateMessage })),
    );
  });

  it('[FIN6] it is not asked about in a field that this depth does not show', () => {
    expect(paths(readyBrief({ analysis: '\ud800' }))).toEqual([]);
    expect(paths(readyInDepth({ briefNote: '\ud800' }))).toEqual([]);
  });

  it('[FIN6] whole pairs are not lone', () => {
    expect(paths(readyBrief({ briefNote: '👩🏽‍👧 \ud83d\ude00' }))).toEqual([]);
  });
});

it('[FIN7] two versions of a text are two versions until someone has chosen', () => {
  expect(hasTwoVersions(aDiscussion())).toBe(false);
  expect(hasTwoVersions(aDiscussion({ clashes: [] } as object))).toBe(false);
  expect(
    hasTwoVersions(aDiscussion({ clashes: [{ path: 'children.C1.worries' }] } as object)),
  ).toBe(true);
});

describe('in the session', () => {
  it('[SESS1] marking as discussed needs a depth', () => {
    expect(whyNotDiscussedYet(aPart())?.path).toBe('depth');
  });

  it('[SESS1] and a note of it, any of the fields at that depth', () => {
    for (const depth of ['brief', 'inDepth'] as const) {
      expect(whyNotDiscussedYet(aPart({ depth }))?.path).toBe(
        depth === 'brief' ? 'briefNote' : 'analysis',
      );
      for (const { key } of fieldsAt(depth)) {
        expect(whyNotDiscussedYet(aPart({ depth, [key]: 'x' }))).toBeUndefined();
      }
    }
  });

  it('[SESS1] what was written at the other depth is no note of this one', () => {
    expect(whyNotDiscussedYet(aPart({ depth: 'brief', analysis: 'x' }))?.path).toBe('briefNote');
  });

  it('[SESS2] where a child stands', () => {
    expect(rowStatus(aPart())).toBe('untouched');
    expect(rowStatus(aPart({ worries: 'x' }))).toBe('inProgress');
    expect(rowStatus(aPart({ worries: 'x', account: 'notDiscussed' }))).toBe('notDiscussed');
    expect(rowStatus(readyBrief())).toBe('discussed');
    expect(rowStatus(readyBrief({ childRecordId: 'r1' }))).toBe('finalised');
  });

  it.each([
    { depth: 'brief' },
    { onTrack: 'no' },
    { childVoice: 'x' },
    { thresholdWhy: 'x' },
    { riskLevel: 'same' },
    { mentalHealth: 'unknown' },
    { dynamics: ['resistance'] },
    { complex: true },
    { hypotheses: [{ id: 'h' }] },
    { extraTime: ['interpreter'] },
    { extraTimeOther: 'x' },
    { settled: settled('done') },
    { settled: settled('', 'because') },
    { decisions: [{ id: 'x' }] },
    { noDecisions: true },
    { actions: [{ id: 'y' }] },
    { noActions: true },
    { siblingsRelevant: true },
  ])('[SESS2] anything typed or chosen is in progress: %j', (over) => {
    expect(isStarted(aPart(over))).toBe(true);
  });

  it('[SESS2] what the app put there itself is not', () => {
    expect(isStarted(aPart({ settled: settled('') }))).toBe(false);
    expect(isStarted(aPart({ worries: ' ' }))).toBe(false);
  });
});
