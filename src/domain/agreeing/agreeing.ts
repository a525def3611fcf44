import type { Holidays } from '#domain/dates/bank-holidays.ts';
import {
  type CalendarDate,
  compareInstants,
  dateInLondon,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import { addWorkingDays } from '#domain/dates/working-days.ts';
import type { RecordResponse } from '#domain/records/response.ts';
import type { Session } from '#domain/records/session.ts';

/** ANSWER1: a finalised record, a correction of one, or the finalised notes of a session. */
export interface FinishedText {
  readonly id: string;
  /** SHA-256 of the stored text, hex. Undefined while it is being worked out: until then the id decides. */
  readonly hash: string | undefined;
  readonly finishedAt: string;
}

export type Stance = 'agreed' | 'notAgreed';

/** An answer that was given: fixed from then on. */
export type Answer = RecordResponse & { readonly stance: Stance };

/** Where the agreement of one session's records stands (R-39, 003:146). Moments are ISO texts. */
export type Agreeing =
  | { readonly status: 'nothing' }
  | { readonly status: 'waiting'; readonly since: string; readonly suggestedBy: CalendarDate }
  | {
      readonly status: 'waitingAgain';
      readonly since: string;
      readonly suggestedBy: CalendarDate;
      readonly answered: { readonly stance: Stance; readonly at: string };
    }
  | { readonly status: 'agreed'; readonly at: string }
  | { readonly status: 'notAgreed'; readonly at: string; readonly because: string }
  | { readonly status: 'notObtained'; readonly at: string; readonly because: string };

const isLater = (a: string, b: string) => compareInstants(toInstant(a), toInstant(b)) > 0;

const earliest = (moments: readonly string[]) =>
  moments.reduce((first, each) => (isLater(first, each) ? each : first));

/** Answers that were given, oldest first; a draft is none. */
export const givenAnswers = (responses: readonly RecordResponse[]): readonly Answer[] =>
  responses
    .filter((each): each is Answer => each.answeredAt !== '' && each.stance !== '')
    .toSorted((a, b) => compareInstants(toInstant(a.answeredAt), toInstant(b.answeredAt)));

/** ANSWER2, ANSWER4: the newest answer that read this very text. */
export function answerTo(text: FinishedText, answers: readonly Answer[]): Answer | undefined {
  return answers.findLast(({ read }) =>
    read.some(({ id, hash }) => id === text.id && (text.hash ?? hash) === hash),
  );
}

/** ANSWER2: what no answer covers yet. */
export const unanswered = (
  texts: readonly FinishedText[],
  responses: readonly RecordResponse[],
): readonly FinishedText[] => {
  const answers = givenAnswers(responses);
  return texts.filter((text) => !answerTo(text, answers));
};

interface AgreeingQuestion {
  readonly texts: readonly FinishedText[];
  readonly responses: readonly RecordResponse[];
  readonly session: Pick<Session, 'notAgreedAt' | 'notAgreedBecause'>;
  readonly holidays: Holidays;
}

/** ANSWER1–ANSWER5 in ../RULES.md. Nothing waits for it but the agreement itself. */
export function agreeingState(question: AgreeingQuestion): Agreeing {
  const { texts, responses, session, holidays } = question;
  if (texts.length === 0) return { status: 'nothing' };
  const answers = givenAnswers(responses);
  const open = unanswered(texts, responses);
  const { notAgreedAt: endedAt, notAgreedBecause: because } = session;
  // ANSWER5: the wait was ended for what was finished by then, and for nothing later.
  const waiting = open.filter(({ finishedAt }) => endedAt === '' || isLater(finishedAt, endedAt));
  const [last] = answers.slice(-1);
  if (waiting.length > 0) {
    const since = earliest(waiting.map(({ finishedAt }) => finishedAt));
    const from = { since, suggestedBy: suggestedBy(since, holidays) };
    if (!last) return { status: 'waiting', ...from };
    const answered = { stance: stanceOf(texts, answers, last), at: last.answeredAt };
    return { status: 'waitingAgain', ...from, answered };
  }
  if (open.length > 0 || !last) return { status: 'notObtained', at: endedAt, because };
  const refused = refusals(texts, answers).at(-1);
  return refused
    ? { status: 'notAgreed', at: refused.answeredAt, because: refused.because }
    : { status: 'agreed', at: last.answeredAt };
}

/** ANSWER4: answers under which some text still stands as not agreed, oldest first. */
function refusals(texts: readonly FinishedText[], answers: readonly Answer[]): readonly Answer[] {
  const standing = new Set(texts.map((text) => answerTo(text, answers)));
  return answers.filter((each) => each.stance === 'notAgreed' && standing.has(each));
}

const stanceOf = (texts: readonly FinishedText[], answers: readonly Answer[], last: Answer) =>
  refusals(texts, answers).length > 0 ? 'notAgreed' : last.stance;

/** ANSWER3: Solihull's five working days for a comment (domain-spec A2.21), suggested and never enforced. */
const SUGGESTED_WORKING_DAYS = 5;

const suggestedBy = (since: string, holidays: Holidays): CalendarDate =>
  addWorkingDays(dateInLondon(toInstant(since)), SUGGESTED_WORKING_DAYS, holidays);

type Parties = Pick<Session, 'superviseeRef' | 'supervisorRef'>;

/** ANSWER7. `mine` are the references that I am known by, on this device and on others. */
export const mayAnswer = ({ superviseeRef }: Parties, mine: readonly string[]): boolean =>
  mine.includes(superviseeRef);

export const mayEndWait = ({ supervisorRef }: Parties, mine: readonly string[]): boolean =>
  mine.includes(supervisorRef);
