import {
  type CalendarDate,
  formatDate,
  type Interval,
  parseCalendarDate,
} from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { ChildFacts } from './child-facts.ts';
import { checkChildOverride } from './child-override.ts';

/** From a week up: what is offered is shorter than the policy's own. */
const intervals: readonly Interval[] = ['P7D', 'P14D', 'P21D', 'P28D', 'P1M', 'P42D', 'P2M'];

interface Asking {
  readonly profile: PolicyProfile;
  readonly child: ChildFacts;
}

/** CHILD7: what a manager may choose for this child; none where the policy has no interval to shorten. */
export const overrideChoices = (asking: Asking): readonly Interval[] =>
  intervals.filter(
    (interval) => checkChildOverride({ ...asking, interval, reason: 'any' }).outcome === 'accepted',
  );

export interface TypedOverride {
  readonly interval: string;
  readonly reason: string;
  /** As typed. */
  readonly reviewOn: string;
}

export type CheckedOverride =
  | { readonly outcome: 'accepted'; readonly reviewOn: CalendarDate }
  /** The policy's own interval again. */
  | { readonly outcome: 'ends' }
  | {
      readonly outcome: 'refused';
      readonly errors: readonly { readonly field: keyof TypedOverride; readonly message: string }[];
    };

/** CHILD7, CHILD15: shorter, with a reason, and with a day after today to look at it again. */
export function checkTypedOverride(
  question: Asking & {
    readonly typed: TypedOverride;
    readonly today: CalendarDate;
    /** There is one already: without an interval it ends. */
    readonly isSet: boolean;
  },
): CheckedOverride {
  const { typed, today, isSet, ...asking } = question;
  const { interval, reason } = typed;
  const noReason =
    reason.trim() === '' ? [{ field: 'reason' as const, message: 'Write the reason' }] : [];
  if (isSet && interval === '')
    return noReason.length === 0 ? { outcome: 'ends' } : { outcome: 'refused', errors: noReason };
  const read = readTypedDate(typed.reviewOn, today, { prefer: 'future' });
  const reviewOn = read.outcome === 'read' && read.date > today ? read.date : undefined;
  const shorter = checkChildOverride({ ...asking, interval, reason: 'any' });
  const errors = [
    ...(interval === ''
      ? [{ field: 'interval' as const, message: 'Choose how often' }]
      : shorter.outcome === 'refused'
        ? [{ field: 'interval' as const, message: shorter.error }]
        : []),
    ...noReason,
    ...(reviewOn ? [] : [{ field: 'reviewOn' as const, message: dateMessage(read) }]),
  ];
  return reviewOn && errors.length === 0
    ? { outcome: 'accepted', reviewOn }
    : { outcome: 'refused', errors };
}

function dateMessage(read: ReturnType<typeof readTypedDate>): string {
  if (read.outcome === 'empty') return 'Enter the day to look at this again';
  return read.outcome === 'unreadable' ? read.reason : 'Enter a day after today';
}

/** CHILD15: whether its day has come. It goes on counting until a person changes or ends it. */
export function overrideReviewWords(reviewOn: string, today: CalendarDate): string | undefined {
  const on = parseCalendarDate(reviewOn);
  if (!on) return undefined;
  const when = `to be looked at again on ${formatDate(on)}.`;
  return `The shorter interval ${today > on ? 'was' : 'is'} ${when}`;
}
