import { describe, expect, it } from 'vitest';
import { englandAndWalesHolidays } from '#domain/dates/bank-holidays.ts';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { RecordResponse } from '#domain/records/response.ts';
import { aSession } from '../../../test/builders.ts';
import { agreeingState, type FinishedText, mayAnswer, mayEndWait, unanswered } from './agreeing.ts';
import { agreeingWords, missingInAnswer, suggestionWords } from './agreeing-words.ts';

const text = (
  id: string,
  finishedAt = '2026-11-20T12:00:00.000Z',
  hash?: string,
): FinishedText => ({
  id,
  hash: hash ?? `hash of ${id}`,
  finishedAt,
});

const anAnswer = (
  ids: readonly string[],
  answeredAt: string,
  over: Record<string, unknown> = {},
): RecordResponse =>
  RecordResponse.parse({
    id: `answer ${answeredAt}`,
    kind: 'record',
    sessionId: 's1',
    superviseeRef: 'S1',
    supervisorRef: 'me',
    createdAt: '2026-11-21T09:00:00.000Z',
    createdBy: 'S1',
    stance: 'agreed',
    read: ids.map((id) => ({ id, hash: `hash of ${id}` })),
    answeredAt,
    ...over,
  });

const none = { notAgreedAt: '', notAgreedBecause: '' };
const stateOf = (
  texts: readonly FinishedText[],
  responses: readonly RecordResponse[] = [],
  session = none,
) => agreeingState({ texts, responses, session, holidays: englandAndWalesHolidays });

const refused = { stance: 'notAgreed', because: 'It was Tuesday.' };
const saturday = '2026-11-21T10:00:00.000Z';
const monday = '2026-11-23T10:00:00.000Z';
const tuesday = '2026-11-24T10:00:00.000Z';

describe('the state of an agreement', () => {
  it('[ANSWER1] is none while nothing is finalised, also after a wait was ended', () => {
    expect(stateOf([])).toEqual({ status: 'nothing' });
    expect(stateOf([], [], { notAgreedAt: monday, notAgreedBecause: 'left' }).status).toBe(
      'nothing',
    );
  });

  it('[ANSWER3] waits since the first of what is open was finalised, with five working days suggested', () => {
    // Christmas Day and the substitute for Boxing Day fall into them.
    const texts = [text('b', '2026-12-23T09:00:00.000Z'), text('a', '2026-12-22T23:59:00.000Z')];
    expect(stateOf(texts)).toEqual({
      status: 'waiting',
      since: '2026-12-22T23:59:00.000Z',
      suggestedBy: '2026-12-31',
    });
    const answered = stateOf(texts, [anAnswer(['a'], '2026-12-23T08:00:00.000Z')]);
    expect(answered).toMatchObject({ since: '2026-12-23T09:00:00.000Z' });
  });

  it('[ANSWER3] compares moments as moments, however they are written', () => {
    const texts = [text('a', '2026-11-20T12:30:00+01:00'), text('b', '2026-11-20T12:00:00Z')];
    expect(stateOf(texts)).toMatchObject({ since: '2026-11-20T12:30:00+01:00' });
  });

  it('[ANSWER2] is agreed once every text is covered, at the last answer', () => {
    const texts = [text('a'), text('b')];
    const answers = [anAnswer(['b'], tuesday), anAnswer(['a'], monday)];
    expect(stateOf(texts, answers)).toEqual({ status: 'agreed', at: tuesday });
    expect(unanswered(texts, answers)).toEqual([]);
  });

  it('[ANSWER2] a draft covers nothing, whatever it says', () => {
    expect(stateOf([text('a')], [anAnswer(['a'], '')]).status).toBe('waiting');
    expect(stateOf([text('a')], [anAnswer(['a'], monday, { stance: '' })]).status).toBe('waiting');
  });

  it('[ANSWER2] what was finalised later waits again, and for that alone', () => {
    const later = text('b', monday);
    const texts = [text('a'), later];
    const answers = [anAnswer(['a'], saturday)];
    expect(unanswered(texts, answers)).toEqual([later]);
    expect(stateOf(texts, answers)).toEqual({
      status: 'waitingAgain',
      since: monday,
      suggestedBy: '2026-11-30',
      answered: { stance: 'agreed', at: saturday },
    });
  });

  it('[ANSWER2] a text that reads otherwise than what was read waits; one not hashed yet is told by its id', () => {
    const answers = [anAnswer(['a'], saturday)];
    expect(unanswered([text('a', monday, 'another hash')], answers)).toHaveLength(1);
    expect(unanswered([{ ...text('a'), hash: undefined }], answers)).toEqual([]);
  });

  it('[ANSWER4] is not agreed, with the reason, while one text stands as not agreed', () => {
    const texts = [text('a'), text('b', monday)];
    const no = anAnswer(['a'], saturday, refused);
    const yes = anAnswer(['b'], tuesday);
    expect(stateOf(texts, [no, yes])).toEqual({
      status: 'notAgreed',
      at: saturday,
      because: 'It was Tuesday.',
    });
    expect(stateOf(texts, [no])).toMatchObject({ answered: { stance: 'notAgreed' } });
  });

  it('[ANSWER4] the newest answer to a text counts, in whatever order they came in', () => {
    const no = anAnswer(['a'], saturday, refused);
    const yes = anAnswer(['a'], monday);
    expect(stateOf([text('a')], [yes, no])).toEqual({ status: 'agreed', at: monday });
    const noAgain = anAnswer(['a'], tuesday, { stance: 'notAgreed', because: 'On reflection.' });
    expect(stateOf([text('a')], [noAgain, no, yes])).toMatchObject({ because: 'On reflection.' });
  });

  it('[ANSWER5] "not obtained" ends the wait for what was finalised by then', () => {
    const ended = { notAgreedAt: monday, notAgreedBecause: 'She has left the council.' };
    expect(stateOf([text('a'), text('b', monday)], [], ended)).toEqual({
      status: 'notObtained',
      at: monday,
      because: 'She has left the council.',
    });
  });

  it('[ANSWER5] what is finalised after it waits, and an answer given after it counts', () => {
    const ended = { notAgreedAt: monday, notAgreedBecause: 'Away.' };
    expect(stateOf([text('a'), text('b', tuesday)], [], ended)).toMatchObject({
      status: 'waiting',
      since: tuesday,
    });
    expect(stateOf([text('a')], [anAnswer(['a'], tuesday)], ended)).toEqual({
      status: 'agreed',
      at: tuesday,
    });
    expect(stateOf([text('a'), text('b')], [anAnswer(['a'], tuesday)], ended).status).toBe(
      'notObtained',
    );
  });
});

describe('an answer', () => {
  it('[ANSWER6] says agreed, or not agreed and why', () => {
    expect(missingInAnswer({ stance: '', because: 'x' })).toHaveProperty('stance');
    expect(missingInAnswer({ stance: 'notAgreed', because: ' \n' })).toHaveProperty('because');
    expect(missingInAnswer({ stance: 'notAgreed', because: 'No.' })).toEqual({});
    expect(missingInAnswer({ stance: 'agreed', because: '' })).toEqual({});
  });

  it('[FIN7] with two versions of a text a person chooses first', () => {
    const clashes = [{ path: 'comments', ours: 'a', theirs: 'b' }];
    const answer = { stance: 'agreed', because: '', clashes } as const;
    expect(missingInAnswer(answer)).toHaveProperty('twoVersions');
    expect(missingInAnswer({ ...answer, clashes: [] })).toEqual({});
  });

  it('[ANSWER7] is the practitioner’s to give, and the wait the supervisor’s to end', () => {
    const session = aSession({ superviseeRef: 'S1', supervisorRef: 'me' });
    expect([mayAnswer(session, ['S1']), mayAnswer(session, ['me'])]).toEqual([true, false]);
    expect([mayEndWait(session, ['S1']), mayEndWait(session, ['me'])]).toEqual([false, true]);
    expect(mayAnswer(session, ['S2']) || mayEndWait(session, ['S2'])).toBe(false);
    expect(mayAnswer(session, ['local:9', 'S1'])).toBe(true);
  });
});

describe('in words', () => {
  it('says each state in one sentence, with days in London', () => {
    const words = (...question: Parameters<typeof stateOf>) =>
      agreeingWords(stateOf(...question), 'Priya Shah');
    const a = text('a', '2026-06-20T23:30:00.000Z');
    expect(words([])).toBe('Nothing to agree yet: no record is finalised.');
    expect(words([a])).toBe('Waiting for Priya Shah since 21 June 2026.');
    expect(words([a], [anAnswer(['a'], monday)])).toBe('Agreed by Priya Shah on 23 November 2026.');
    expect(words([a], [anAnswer(['a'], monday, refused)])).toBe(
      'Read and not agreed by Priya Shah on 23 November 2026, because: It was Tuesday.',
    );
    expect(words([text('b', tuesday)], [anAnswer(['a'], monday)])).toBe(
      'Agreed by Priya Shah on 23 November 2026, then changed: waiting again since 24 November 2026.',
    );
    expect(words([a], [], { notAgreedAt: monday, notAgreedBecause: 'She left.' })).toBe(
      'Agreement not obtained, said on 23 November 2026, because: She left.',
    );
    expect(suggestionWords(toCalendarDate('2026-11-27'))).toBe(
      'An answer by Friday 27 November 2026 is suggested, 5 working days after it was finalised. Nothing waits for it.',
    );
  });
});
