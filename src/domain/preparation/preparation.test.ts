import { describe, expect, it } from 'vitest';
import { type ActionUpdate, emptyPreparedChild, partAFields } from '#domain/records/preparation.ts';
import { emptyImpact } from '#domain/records/response.ts';
import { anEvent, hostileTexts, recordId, ref } from '../../../test/builders.ts';
import {
  caughtUp,
  changedSinceShared,
  changedWords,
  type PreparedCase,
  partAText,
  preparedStatus,
  preparedWords,
  sayingsToAppend,
} from './preparation.ts';

const child = ref('C1');
const part = emptyPreparedChild(child);
const untouched: PreparedCase = { part, updates: [], impact: emptyImpact(child) };
const ofPart = (over: Partial<typeof part>): PreparedCase => ({
  ...untouched,
  part: { ...part, ...over } as typeof part, // a part over a part
});
const anUpdate = (over: Partial<ActionUpdate> = {}): ActionUpdate =>
  ({ id: recordId('u1'), actionId: recordId('a1'), said: '', text: '', ...over }) as ActionUpdate; // an update over one

describe('[PREP1] the status of a child’s part', () => {
  const started: readonly (readonly [string, PreparedCase])[] = [
    ...partAFields.map(({ key }) => [key, ofPart({ [key]: 'x' })] as const),
    ['seen on', ofPart({ seenOn: 'friday' })],
    ['seen alone on', ofPart({ seenAloneOn: 'friday' })],
    ['in touch on', ofPart({ inTouchOn: 'friday' })],
    ['depth', ofPart({ depth: 'brief' })],
    ['why that depth', ofPart({ depthWhy: 'stuck' })],
    ['an action said done', { ...untouched, updates: [anUpdate({ said: 'done' })] }],
    ['words about an action', { ...untouched, updates: [anUpdate({ text: 'rang' })] }],
    ['strong impact', { ...untouched, impact: { ...untouched.impact, strong: true } }],
    ['words about impact', { ...untouched, impact: { ...untouched.impact, text: 'sad' } }],
  ];

  it('[PREP1] nothing typed is not started, and spaces are nothing', () => {
    expect(preparedStatus(untouched)).toBe('notStarted');
    expect(preparedStatus(ofPart({ risks: ' \n ' }))).toBe('notStarted');
    expect(preparedStatus({ ...untouched, updates: [anUpdate()] })).toBe('notStarted');
  });

  it.each(started)('[PREP1] in progress once there is %s', (_what, prepared) => {
    expect(preparedStatus(prepared)).toBe('inProgress');
  });

  it('[PREP1] what the practitioner says of it counts first', () => {
    expect(preparedStatus(ofPart({ ready: true }))).toBe('ready');
    expect(preparedStatus(ofPart({ risks: 'x', ready: true }))).toBe('ready');
    expect(preparedStatus(ofPart({ nothingToAdd: true, ready: true }))).toBe('nothingToAdd');
  });
});

it('[PREP2] ready and nothing to add are counted, of every open child', () => {
  expect(preparedWords(['ready', 'inProgress', 'nothingToAdd', 'notStarted'])).toBe('2 of 4 ready');
  expect(preparedWords([])).toBe('0 of 0 ready');
});

it('[PREP3] who came later has an empty part, and who left keeps theirs', () => {
  const written = { ...part, risks: 'a visit missed' };
  const later = caughtUp({ children: [written] }, [ref('C2')]);
  expect(later.children).toEqual([written, emptyPreparedChild(ref('C2'))]);
  expect(caughtUp(later, [ref('C2'), child])).toBe(later);
});

describe('[PREP5] changed after it was shared', () => {
  const sharedAt = '2026-11-21T14:41:00.000Z';
  const at = (savedAt: string) => ({ sharedAt, savedAt });

  it('[PREP5] not while it is not shared, and not by what was saved before', () => {
    expect(changedSinceShared({ sharedAt: '', savedAt: '2026-11-21T14:50:00Z' })).toBeUndefined();
    expect(changedSinceShared(at(sharedAt), at(''))).toBeUndefined();
    expect(changedSinceShared(at('2026-11-21T14:40:59.999Z'))).toBeUndefined();
  });

  it('[PREP5] by either of the two records, and the last one is told', () => {
    const [early, late] = ['2026-11-21T14:45:00.000Z', '2026-11-21T14:50:00.000Z'];
    expect(changedSinceShared(at(''), at(early))).toBe('2026-11-21T14:45:00Z');
    expect(changedSinceShared(at(late), at(early))).toBe('2026-11-21T14:50:00Z');
    expect(changedSinceShared(at(early), at(late))).toBe('2026-11-21T14:50:00Z');
  });

  it('[PREP5] moments are compared, however they are written', () => {
    expect(changedSinceShared(at('2026-11-21T15:00:00+01:00'))).toBeUndefined();
  });

  it('[PREP5] the day is said once it is another day', () => {
    const changed = (savedAt: string) => {
      const on = changedSinceShared(at(savedAt));
      return on && changedWords(on, sharedAt);
    };
    expect(changed('2026-11-21T14:50:00Z')).toBe('2:50pm');
    expect(changed('2026-11-22T09:05:00Z')).toBe('22 November 2026 at 9:05am');
  });
});

describe('[PREP6] what is said of actions', () => {
  const id = recordId('p1');
  const said = anEvent({ id: 'u1', sessionId: 'p1', outcome: 'saidDone', reason: 'rang' });
  const sayings = (update: ActionUpdate, events: Parameters<typeof sayingsToAppend>[1]) =>
    sayingsToAppend({ id, actionUpdates: [update] }, events);

  it('[PREP6] nothing where nothing was said, also with words beside it', () => {
    expect(sayings(anUpdate({ text: 'rang' }), [])).toEqual([]);
  });

  it('[PREP6] the first time, whatever was said in another preparation', () => {
    const update = anUpdate({ said: 'done', text: 'rang' });
    const first = [{ update, outcome: 'saidDone', isFirst: true }];
    expect(sayings(update, [])).toEqual(first);
    expect(sayings(update, [{ ...said, sessionId: recordId('p0') }])).toEqual(first);
    expect(sayings(update, [{ ...said, actionId: recordId('a2') }])).toEqual(first);
  });

  it('[PREP6] not again while it is the same, and again where words or answer changed', () => {
    expect(sayings(anUpdate({ said: 'done', text: 'rang' }), [said])).toEqual([]);
    const words = anUpdate({ said: 'done', text: 'rang twice' });
    expect(sayings(words, [said])).toEqual([
      { update: words, outcome: 'saidDone', isFirst: false },
    ]);
    const answer = anUpdate({ said: 'notDone', text: 'rang' });
    expect(sayings(answer, [said])).toEqual([
      { update: answer, outcome: 'saidNotDone', isFirst: false },
    ]);
  });

  it('[PREP6] the last answer is the one that counts', () => {
    const later = { ...said, id: recordId('e2'), at: '2026-12-01T10:00:00.000Z', reason: 'no' };
    const update = anUpdate({ said: 'done', text: 'rang' });
    expect(sayings(update, [later, said])).toHaveLength(1);
  });
});

describe('[PREP7] Part A for a record', () => {
  const written = {
    ...part,
    ...Object.fromEntries(partAFields.map(({ key }) => [key, `<${key}>`])),
  } as typeof part; // typed texts over typed texts

  it('[PREP7] each text stands where the case discussion form asks for it, and says whose “I” it was', () => {
    expect(partAText(written)).toEqual({
      summary:
        '<events>\n\nChanges: <changes>\n\nWhat the practitioner did: <did>\n\nThe practitioner’s role with this family: <role>',
      worries: '<risks>',
      protective: '<protective>\n\nStrengths: <strengths>',
      childVoice: '<says>',
    });
  });

  it('[PREP7] what was left empty leaves nothing, not even its label', () => {
    const none = { summary: '', worries: '', protective: '', childVoice: '' };
    expect(partAText({ ...part, risks: ' \n' })).toEqual(none);
    expect(partAText({ ...part, did: 'x' })).toEqual({
      ...none,
      summary: 'What the practitioner did: x',
    });
  });

  it.each(Object.entries(hostileTexts))('[PREP7] kept to the letter: %s', (_name, text) => {
    expect(partAText({ ...part, risks: text }).worries).toBe(text);
  });

  it('[PREP7] the same to the letter, whatever else was prepared', () => {
    const secret = 'NOT FOR THE FILE';
    const also = {
      ...written,
      depth: 'inDepth',
      depthWhy: secret,
      nothingToAdd: true,
      ready: true,
      seenOn: secret,
      impact: secret,
      wellbeing: secret,
      rank: secret,
    } as typeof part;
    expect(partAText(also)).toEqual(partAText(written));
    expect(JSON.stringify(partAText(also))).not.toContain(secret);
  });
});
