import { monthsWords } from '#domain/cancellations/gap-line.ts';
import { type CalendarDate, type CalendarMonth, monthOf } from '#domain/dates/calendar-date.ts';
import { readTypedDate, type TypedDate } from '#domain/dates/typed-date.ts';
import {
  type Clashed,
  isEmptyAction,
  type Missing,
} from '#domain/discussion/discussion-progress.ts';
import { monthsFrom } from '#domain/figures/figures-of-period.ts';
import { hasLoneSurrogate, loneSurrogateMessage } from '#domain/records/child-record.ts';
import type { Monitoring } from '#domain/records/monitoring.ts';
import { qualityQuestions } from './monitoring-questions.ts';
import { textsOfMonitoring } from './monitoring-texts.ts';

/** A year of months is as many as one form may span: our number. */
const LONGEST = 12;

const isMonth = (text: string): text is CalendarMonth => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** MONITOR1: the months of the form, first to last, none of them still to come; none where that says nothing. */
export function monthsOfForm(
  { from, to }: Pick<Monitoring, 'from' | 'to'>,
  today: CalendarDate,
): readonly CalendarMonth[] {
  if (!isMonth(from) || !isMonth(to) || from > to || to > monthOf(today)) return [];
  const months = monthsFrom(from, to);
  return months.length > LONGEST ? [] : months;
}

/** "November 2026", "September to November 2026", "December 2026 to January 2027". */
export function periodWords(months: readonly CalendarMonth[]): string {
  const [first] = months;
  const last = months.at(-1);
  if (!first || !last || first === last) return monthsWords(months);
  const isSameYear = first.slice(0, 4) === last.slice(0, 4);
  const start = monthsWords([first]);
  return `${isSameYear ? start.slice(0, -5) : start} to ${monthsWords([last])}`;
}

/** A day that was typed and is over or today. */
export const readPastDay = (typed: string, today: CalendarDate): TypedDate =>
  readTypedDate(typed, today, { prefer: 'past' });

const blank = (text: string) => text.trim() === '';

/** MONITOR3: everything still to do before it can be finalised. Nothing here ever stops a draft. */
export function missingFromMonitoring(draft: Monitoring, today: CalendarDate): readonly Missing[] {
  return [
    ...missingPeriod(draft, today),
    ...asked('completedBy', draft.completedBy, 'Enter who completed the form'),
    ...missingDay('on', draft.on, today, 'Enter the day the form was completed'),
    ...qualityQuestions
      .filter(({ key, optional }) => !optional && draft.answers[key].answer === '')
      .map(({ key, about }) => ({
        path: `answers.${key}.answer`,
        message: `Answer the question about ${about}`,
      })),
    ...missingActions(draft),
    ...missingDay('feedbackOn', draft.feedbackOn, today, undefined),
    ...asked('auditor', draft.auditor, 'Enter the auditor’s name'),
    ...textsOfMonitoring(draft)
      .filter(([, text]) => hasLoneSurrogate(text))
      .map(([path]) => ({ path, message: loneSurrogateMessage })),
    ...(((draft as Clashed).clashes ?? []).length > 0
      ? [{ path: 'twoVersions', message: 'Choose between the two versions of this text' }]
      : []),
  ];
}

const asked = (path: string, text: string, message: string): readonly Missing[] =>
  blank(text) ? [{ path, message }] : [];

function missingPeriod(draft: Monitoring, today: CalendarDate): readonly Missing[] {
  const { from, to } = draft;
  if (!isMonth(from)) return [{ path: 'from', message: 'Choose the first month' }];
  if (!isMonth(to)) return [{ path: 'to', message: 'Choose the last month' }];
  if (to > monthOf(today))
    return [{ path: 'to', message: 'The last month must be this month or earlier' }];
  if (from > to)
    return [{ path: 'to', message: 'The last month must be the first month or later' }];
  return monthsOfForm(draft, today).length === 0
    ? [{ path: 'to', message: `Choose ${LONGEST} months or fewer` }]
    : [];
}

/** Where nothing is asked for, what was typed must still be a day. */
function missingDay(
  path: string,
  typed: string,
  today: CalendarDate,
  message: string | undefined,
): readonly Missing[] {
  const read = readPastDay(typed, today);
  if (read.outcome === 'empty') return message === undefined ? [] : [{ path, message }];
  if (read.outcome === 'unreadable') return [{ path, message: read.reason }];
  return read.date > today ? [{ path, message: 'The day must be today or in the past' }] : [];
}

/** As of every record (NOTE5): an action that was begun says what, who and by when. */
function missingActions({ actions }: Monitoring): readonly Missing[] {
  return actions.flatMap((action, i): readonly Missing[] => {
    if (isEmptyAction(action)) return [];
    const at = `actions.${i}`;
    return [
      ...asked(`${at}.what`, action.what, 'Write what will be done'),
      ...asked(`${at}.owner`, action.owner, 'Write who will do it'),
      ...asked(`${at}.byWhen`, action.byWhen, 'Write by when'),
    ];
  });
}
