import {
  type CalendarDate,
  parseCalendarDate,
  toCalendarDate,
} from '#domain/dates/calendar-date.ts';
import { readTypedDate, type TypedDate } from '#domain/dates/typed-date.ts';
import type { Clashed, Missing } from '#domain/discussion/discussion-progress.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { CancellationRecord } from '#domain/records/cancellation.ts';
import { hasLoneSurrogate, loneSurrogateMessage } from '#domain/records/child-record.ts';
import { type Cancellation, type CoverFacts, missingForCancellation } from './cancellation.ts';

const blank = (text: string) => text.trim() === '';

/** The new day as it was typed: "friday" and "2 weeks" are ahead. */
export const readRearranged = (
  { rearrangedFor }: Pick<CancellationRecord, 'rearrangedFor'>,
  today: CalendarDate,
): TypedDate => readTypedDate(rearrangedFor, today, { prefer: 'future' });

export const readCancelledOn = (
  { cancelledOn }: Pick<CancellationRecord, 'cancelledOn'>,
  today: CalendarDate,
): TypedDate => readTypedDate(cancelledOn, today, { prefer: 'past' });

/** What the rules of a cancellation read of it (CANCEL1 to CANCEL5): a date that is one, an answer that is one. */
export function cancellationOf(record: CancellationRecord, today: CalendarDate): Cancellation {
  const rearranged = readRearranged(record, today);
  const { reason, otherReason, exceptional, whyNotRearranged, coverConsidered } = record;
  return {
    plannedFor: parseCalendarDate(record.plannedFor) ?? today,
    ...{ reason, otherReason, whyNotRearranged, coverConsidered },
    exceptional: exceptional === '' ? undefined : exceptional === 'yes',
    rearrangedFor: rearranged.outcome === 'read' ? rearranged.date : undefined,
  };
}

export interface CancellationProgress {
  readonly record: CancellationRecord;
  readonly profile: PolicyProfile;
  readonly today: CalendarDate;
  readonly cover: CoverFacts;
  readonly by: string;
}

/** "Something else" was chosen: its field stands open under the list. */
const whichReason: Missing = { path: 'otherReason', message: 'Write which reason it was' };

/** CANCEL6: everything still to do before it can be recorded. It is cancelled all the same. */
export function missingToCancel(question: CancellationProgress): readonly Missing[] {
  const { record, profile, today, cover } = question;
  const rearranged = readRearranged(record, today);
  const asked = missingForCancellation(profile, cancellationOf(record, today), cover).map((each) =>
    each.path === 'reason' && record.reason === 'other' ? whichReason : each,
  );
  return [
    ...(blank(record.cancelledBy)
      ? [{ path: 'cancelledBy', message: 'Write who cancelled the session' }]
      : []),
    ...missingDay(record, today),
    ...(rearranged.outcome === 'unreadable'
      ? [
          ...asked.filter(({ path }) => path !== 'rearrangedFor'),
          { path: 'rearrangedFor', message: rearranged.reason },
        ]
      : asked),
    ...sameDay(record, rearranged),
    ...brokenText(question),
    ...unsettled(record),
  ];
}

function missingDay(record: CancellationRecord, today: CalendarDate): readonly Missing[] {
  const day = readCancelledOn(record, today);
  if (day.outcome === 'empty')
    return [{ path: 'cancelledOn', message: 'Enter the day it was cancelled' }];
  if (day.outcome === 'unreadable') return [{ path: 'cancelledOn', message: day.reason }];
  return day.date > today
    ? [{ path: 'cancelledOn', message: 'The day must be today or in the past' }]
    : [];
}

const sameDay = ({ plannedFor }: CancellationRecord, rearranged: TypedDate): readonly Missing[] =>
  rearranged.outcome === 'read' && rearranged.date === toDay(plannedFor)
    ? [{ path: 'rearrangedFor', message: 'Enter another day than the one that was cancelled' }]
    : [];

const toDay = (text: string) => (parseCalendarDate(text) ? toCalendarDate(text) : undefined);

const texts = [
  'cancelledBy',
  'cancelledOn',
  'otherReason',
  'rearrangedFor',
  'whyNotRearranged',
  'coverConsidered',
  'cover',
] as const satisfies readonly (keyof CancellationRecord)[];

/** FIN6: text that canonical JSON cannot carry. */
export function brokenText({
  record,
  by,
}: Pick<CancellationProgress, 'record' | 'by'>): readonly Missing[] {
  return [...texts.map((path) => [path, record[path]] as const), ['cancelledBy', by] as const]
    .filter(([, text]) => hasLoneSurrogate(text))
    .map(([path]) => ({ path, message: loneSurrogateMessage }));
}

export const unsettled = (record: CancellationRecord): readonly Missing[] =>
  ((record as Clashed).clashes ?? []).length > 0
    ? [{ path: 'twoVersions', message: 'Choose between the two versions of this text' }]
    : [];
