import { type CalendarDate, type Instant, isoInLondon } from '#domain/dates/calendar-date.ts';
import { lastWorkingDayOnOrBefore } from '#domain/dates/working-days.ts';
import { agreementReviewDue } from '#domain/due/agreement-due.ts';
import { childDiscussionDue } from '#domain/due/child-due.ts';
import type { DueAnswer, DueStatus } from '#domain/due/due-result.ts';
import { directObservationDue, observationOfSupervisionDue } from '#domain/due/observation-due.ts';
import { multiTeamDue } from '#domain/due/second-clocks.ts';
import { workerSupervisionDue } from '#domain/due/worker-due.ts';
import {
  childRecordDeadline,
  type DayOrMoment,
  type RecordingDeadline,
  staffNotesDeadline,
} from '#domain/recording/recording-deadline.ts';
import { recordingState } from '#domain/recording/recording-state.ts';
import { type Asking, childHistoryOf, workerHistoryOf } from './subjects.ts';

/** What a vector is about, as far as `dueBy`, `planBy`, `overdueFrom` and `statusOn` go. */
export interface Primary {
  readonly dueOn: CalendarDate;
  readonly dueAt?: Instant | undefined;
  readonly planBy: CalendarDate;
  readonly overdueFrom: CalendarDate;
  readonly status: DueStatus;
}

/** A moment where hours count, written with London's offset, else a day. */
export const whenOf = ({ dueOn, dueAt }: Pick<Primary, 'dueOn' | 'dueAt'>): string =>
  dueAt === undefined ? dueOn : isoInLondon(dueAt);

/** The record of a session or decision. A profile without a number for the one may have the other. */
export function recordingOf({ profile, holidays, given }: Asking): RecordingDeadline {
  const sessionDate = given.day('sessionDate');
  const decidedAt = given.when('decidedAt');
  const grave = given.flag('significant') || given.flag('urgent');
  const significance = grave ? 'significant' : 'routine';
  const notes = sessionDate && staffNotesDeadline({ profile, sessionDate, holidays });
  const asked = { profile, significance, holidays } as const;
  if (decidedAt !== undefined)
    return childRecordDeadline({ ...asked, ...(sessionDate ? { sessionDate } : {}), decidedAt });
  if (!sessionDate || !notes) return { status: 'none', why: 'No session and no decision.' };
  const record = childRecordDeadline({ ...asked, sessionDate });
  return record.status === 'due' ? record : notes;
}

function ofRecording(asking: Asking, now: DayOrMoment): Primary | undefined {
  const deadline = recordingOf(asking);
  if (deadline.status === 'none') return undefined;
  const { holidays } = asking;
  const { status } = recordingState({ deadline, now, holidays });
  const { dueOn, dueAt, overdueFrom } = deadline;
  const known = status === 'overdue' || status === 'due_today' || status === 'due_soon';
  const planBy = lastWorkingDayOnOrBefore(dueOn, holidays);
  return { dueOn, dueAt, overdueFrom, planBy, status: known ? status : 'ok' };
}

/** Which of the families of rules a vector's `given` asks about. */
function answer(asking: Asking, now: DayOrMoment): DueAnswer {
  const { profile, holidays, given } = asking;
  const asked = { profile, holidays, now };
  if (given.has('signedSupervisee', 'signedSupervisor')) return agreementOf(asking, now);
  if (
    given.has('cohort', 'cohorts', 'cohortAfter', 'cohortBefore', 'lastSupervised', 'allocatedAt')
  )
    return childDiscussionDue({
      ...asked,
      ...childHistoryOf(asking),
      workerSessions: given.sessions(),
    });
  if (given.has('secondTeamJoined', 'lastKitOrGroup')) return multiTeamOf(asking, now);
  if (given.has('lastDirectObservation', 'lastObservationOfSupervision'))
    return earlier(observationsOf(asking, now));
  return workerSupervisionDue({ ...asked, ...workerHistoryOf(asking) });
}

const earlier = (answers: readonly DueAnswer[]): DueAnswer =>
  answers.reduce((best, each) => {
    if (each.outcome === 'none') return best;
    return best.outcome === 'none' || each.dueOn < best.dueOn ? each : best;
  });

export function agreementOf({ profile, holidays, given }: Asking, now: DayOrMoment) {
  const signed = {
    supervisee: given.day('signedSupervisee'),
    supervisor: given.day('signedSupervisor'),
  };
  const reviewedOn = given.day('reviewHeldOn');
  return agreementReviewDue({ profile, holidays, now, signed, reviewedOn });
}

export function multiTeamOf(asking: Asking, now: DayOrMoment): DueAnswer {
  const { profile, holidays, given } = asking;
  const secondTeamJoined = given.day('secondTeamJoined');
  const { events } = childHistoryOf(asking);
  return multiTeamDue({ profile, holidays, now, secondTeamJoined, events });
}

export function observationsOf({ profile, holidays, given }: Asking, now: DayOrMoment) {
  const asked = { profile, holidays, now, startedOn: given.day('startDate') };
  return [
    directObservationDue({ ...asked, lastOn: given.day('lastDirectObservation') }),
    observationOfSupervisionDue({ ...asked, lastOn: given.day('lastObservationOfSupervision') }),
  ] as const;
}

export function primaryOf(asking: Asking, now: DayOrMoment): Primary | undefined {
  if (asking.given.has('sessionDate', 'decidedAt')) return ofRecording(asking, now);
  const due = answer(asking, now);
  return due.outcome === 'none' ? undefined : due;
}
