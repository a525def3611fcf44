import { certaintyBetween, type Holidays } from '#domain/dates/bank-holidays.ts';
import {
  addDays,
  addHours,
  type CalendarDate,
  dateInLondon,
  type Instant,
  parseCalendarDate,
} from '#domain/dates/calendar-date.ts';
import { addWorkingDays } from '#domain/dates/working-days.ts';
import { cite, type PolicyProfile } from '#domain/policies/policy-profile.ts';

export type Significance = 'routine' | 'significant' | 'urgent';

/** A day stands for a moment whose time nobody wrote down. */
export type DayOrMoment = CalendarDate | Instant;

export interface NoDeadline {
  readonly status: 'none';
  readonly why: string;
}

export interface DueRecord {
  readonly status: 'due';
  /** The last day on which recording is on time. */
  readonly dueOn: CalendarDate;
  /** Where hours count: the last moment. */
  readonly dueAt?: Instant;
  /** The first day that can be late: with `dueAt` the same day, after that time. */
  readonly overdueFrom: CalendarDate;
  /** REC9: the day to remind on, where the policy says "as soon as possible". */
  readonly nudgeOn?: CalendarDate;
  readonly rule: string;
  /** File and line of the policy; null where the number is our reading and not its text. */
  readonly clause: string | null;
  readonly strength: 'must' | 'should' | 'aim' | 'may' | 'inferred';
  readonly words: string;
  /** `computed`: a bank holiday on the way is worked out and not yet published. */
  readonly holidays: 'known' | 'computed';
}

export type RecordingDeadline = NoDeadline | DueRecord;

/** A session's discussion has `sessionDate`; a management decision outside one only `decidedAt`. */
export type ChildRecordEvent =
  | { readonly sessionDate: CalendarDate; readonly decidedAt?: DayOrMoment | undefined }
  | { readonly sessionDate?: undefined; readonly decidedAt: DayOrMoment };

type WorkingDaysRule = Pick<DueRecord, 'rule' | 'clause' | 'strength'> & {
  readonly profile: PolicyProfile;
  readonly holidays: Holidays;
  readonly from: CalendarDate;
  readonly workingDays: number;
  /** What is counted from, as in "within 5 working days of the session". */
  readonly of: string;
  readonly asap?: boolean | undefined;
};

export const dayOf = (when: DayOrMoment): CalendarDate =>
  parseCalendarDate(when) ?? dateInLondon(when as Instant); // one of the two, by its type

const isMoment = (when: DayOrMoment): when is Instant => parseCalendarDate(when) === undefined;

/** PROF3: words and headings change with the strength, dates and statuses never do. */
function wordsFor(
  profile: PolicyProfile,
  rule: Pick<DueRecord, 'clause' | 'strength'>,
  what: string,
) {
  const verb = rule.strength === 'aim' || rule.strength === 'may' ? 'Aim to record' : 'Record';
  const basis =
    rule.clause === null || rule.strength === 'inferred'
      ? `our reading: ${profile.source.name} gives no number`
      : cite(profile, rule.clause);
  return `${verb} ${what} (${basis})`;
}

function inWorkingDays(rule: WorkingDaysRule): DueRecord {
  const { profile, holidays, from, workingDays } = rule;
  const dueOn = addWorkingDays(from, workingDays, holidays);
  const number = `${workingDays} working ${workingDays === 1 ? 'day' : 'days'}`;
  const within = `${rule.asap ? 'as soon as possible, ' : ''}within ${number} of ${rule.of}`;
  return {
    status: 'due',
    dueOn,
    overdueFrom: addDays(dueOn, 1),
    ...(rule.asap ? { nudgeOn: addWorkingDays(from, 1, holidays) } : {}),
    rule: rule.rule,
    clause: rule.clause,
    strength: rule.strength,
    words: wordsFor(profile, rule, within),
    holidays: certaintyBetween(from, dueOn, holidays),
  };
}

/** REC2, REC3: hours run from the moment; with no time written down, to the end of that day (C-9). */
function inHours(
  profile: PolicyProfile,
  when: DayOrMoment,
  hours: number,
  rule: Pick<DueRecord, 'rule' | 'clause' | 'strength'>,
  of = 'the decision',
): DueRecord {
  const timed = isMoment(when);
  const dueAt = timed ? addHours(when, hours) : undefined;
  const dueOn = dueAt === undefined ? dayOf(when) : dateInLondon(dueAt);
  const within = `within ${hours} hours of ${of}`;
  return {
    status: 'due',
    dueOn,
    ...(dueAt === undefined ? {} : { dueAt }),
    overdueFrom: dueAt === undefined ? addDays(dueOn, 1) : dueOn,
    ...rule,
    words: wordsFor(
      profile,
      rule,
      timed ? within : `${within}; no time is held, so by the end of that day`,
    ),
    holidays: 'known', // hours do not skip holidays
  };
}

/**
 * When a discussion or decision must be on the child's record (REC1–REC8 in ../RULES.md). Days end
 * at midnight in London, `dueAt` is a moment. `none` where the policy leaves it open.
 */
export function childRecordDeadline(
  question: ChildRecordEvent & {
    readonly profile: PolicyProfile;
    readonly significance: Significance;
    readonly holidays: Holidays;
    /** What happened on the session's day, where it was no supervision: "the meeting". */
    readonly of?: string | undefined;
  },
): RecordingDeadline {
  const { profile, significance, holidays, sessionDate, decidedAt, of = 'the session' } = question;
  const { name } = profile.source;
  const { childRecord, significantOrUrgent, informalSignificant } = profile.recording ?? {};
  const when = decidedAt ?? sessionDate;
  const grave = significance !== 'routine';

  if (grave && significantOrUrgent && when !== undefined) {
    const { hours, src = null, strength = 'should' } = significantOrUrgent;
    return inHours(profile, when, hours, { rule: 'R-21', clause: src, strength });
  }
  if (sessionDate !== undefined) {
    if (!childRecord || childRecord.workingDays === null)
      return { status: 'none', why: `${name} gives no number of days for the child's record.` };
    const { workingDays, src = null, strength = 'should', asap } = childRecord;
    const stated = asap ? 'R-22' : 'R-21';
    const rule = strength === 'inferred' ? 'C-11' : stated;
    const counted = { from: sessionDate, workingDays, of, asap };
    return inWorkingDays({ profile, holidays, ...counted, rule, clause: src, strength });
  }
  const from = dayOf(question.decidedAt);
  if (grave && informalSignificant) {
    // REC6: "at the time" (003:55) is the day itself.
    const { src = null, strength = 'should' } = informalSignificant;
    const dueOn = from;
    const rule = { rule: 'R-23', clause: src, strength };
    const words = wordsFor(profile, rule, 'at the time, on the day itself');
    return {
      status: 'due',
      dueOn,
      overdueFrom: addDays(dueOn, 1),
      ...rule,
      words,
      holidays: 'known',
    };
  }
  if (profile.informal?.workingDays === undefined)
    return {
      status: 'none',
      why: `${name} gives no number of days for a decision made outside supervision.`,
    };
  const { workingDays, src = null, strength = 'should' } = profile.informal;
  const counted = { from, workingDays, of: 'the decision' };
  return inWorkingDays({ profile, holidays, ...counted, rule: 'R-58', clause: src, strength });
}

/** REC15: oversight and direction at an allocation; undefined where the policy gives no hours for it. */
export function allocationRecordDeadline(
  profile: PolicyProfile,
  allocatedAt: DayOrMoment,
): DueRecord | undefined {
  const stated = profile.recording?.allocationOversight;
  if (!stated) return undefined;
  const { hours, src = null, strength = 'should' } = stated;
  const rule = { rule: 'R-15', clause: src, strength };
  return inHours(profile, allocatedAt, hours, rule, 'the allocation');
}

/** When the supervision notes of a session must be finalised on the staff file (REC10, R-19). */
export function staffNotesDeadline(question: {
  readonly profile: PolicyProfile;
  readonly sessionDate: CalendarDate;
  readonly holidays: Holidays;
}): RecordingDeadline {
  const { profile, sessionDate, holidays } = question;
  const staffNotes = profile.recording?.staffNotes;
  if (!staffNotes || staffNotes.workingDays === null)
    return {
      status: 'none',
      why: `${profile.source.name} gives no number of days for supervision notes.`,
    };
  const { workingDays, src = null, strength = 'should', asap } = staffNotes;
  const counted = { from: sessionDate, workingDays, of: 'the session', asap };
  return inWorkingDays({ profile, holidays, ...counted, rule: 'R-19', clause: src, strength });
}
