import {
  type CalendarDate,
  type CalendarMonth,
  monthOf,
  parseCalendarDate,
} from '#domain/dates/calendar-date.ts';
import type { CancellationRecord } from '#domain/records/cancellation.ts';
import { cancellationReasons } from './cancellation.ts';

/** A session that was cancelled, as figures read it. */
export interface CancelledSession {
  /** The session. */
  readonly ref: string;
  readonly superviseeRef: string;
  readonly plannedFor: CalendarDate;
  /** In the words chosen or typed; '' where nobody said. On the supervision file alone. */
  readonly because: string;
  readonly exceptional: boolean | undefined;
  readonly rearrangedFor: CalendarDate | undefined;
  /** False while the cancellation is a draft. */
  readonly isRecorded: boolean;
}

type Reason = Pick<CancellationRecord, 'reason' | 'otherReason'>;

/** "Court"; what was typed where nothing of the list fits; '' where nobody said. */
export function reasonWords({ reason, otherReason }: Reason): string {
  const chosen = cancellationReasons.find(({ value }) => value === reason)?.label ?? '';
  return reason === 'other' && otherReason.trim() !== '' ? otherReason : chosen;
}

/**
 * CANCEL8: the sessions cancelled that were planned for a day of the month, the earliest first. Neither one
 * that was put back nor a gap is among them. Of whom: hand in the records of one person, or of all.
 */
export function cancellationsIn(
  month: CalendarMonth,
  records: readonly CancellationRecord[],
): readonly CancelledSession[] {
  return records
    .flatMap((record) => cancelledSession(record) ?? [])
    .filter(({ plannedFor }) => monthOf(plannedFor) === month)
    .toSorted((a, b) => (a.plannedFor < b.plannedFor ? -1 : 1));
}

function cancelledSession(record: CancellationRecord): CancelledSession | undefined {
  const plannedFor = parseCalendarDate(record.plannedFor);
  if (record.kind !== 'session' || record.putBackAt !== '' || !plannedFor) return undefined;
  return {
    ref: record.sessionId,
    superviseeRef: record.superviseeRef,
    plannedFor,
    because: reasonWords(record),
    exceptional: record.exceptional === '' ? undefined : record.exceptional === 'yes',
    rearrangedFor: parseCalendarDate(record.rearrangedOn),
    isRecorded: record.finalisedAt !== '',
  };
}
