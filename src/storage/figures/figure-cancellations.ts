import {
  type CancellationReason,
  cancellationReasons,
} from '#domain/cancellations/cancellation.ts';
import { parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { SessionCancelled } from '#domain/figures/figure-facts.ts';
import type { CancellationRecord } from '#domain/records/cancellation.ts';
import { staffStubs } from '#storage/stub-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';

/** As with an explained month (FIG5): that somebody was away, and not what kept them. */
const away: Readonly<Partial<Record<CancellationReason, string>>> = {
  practitionerSick: 'the practitioner was away',
  supervisorSick: 'the supervisor was away',
  annualLeave: 'leave',
};

function reasonWords({
  reason,
  otherReason,
}: Pick<CancellationRecord, 'reason' | 'otherReason'>): string {
  if (reason === '') return '';
  if (reason === 'other') return otherReason || 'another reason';
  return away[reason] ?? cancellationReasons.find(({ value }) => value === reason)?.label ?? reason;
}

/** The planned days of this worker that were cancelled and recorded; one that was put back is none (FIG20). */
export function cancelledOf(workspace: Workspace, staffRef: string): readonly SessionCancelled[] {
  return [...held(workspace, staffRef), ...removed(workspace, staffRef)];
}

/** KEEP5: of one that was removed, what stayed of it. */
function removed(workspace: Workspace, staffRef: string): readonly SessionCancelled[] {
  return staffStubs(workspace, 'cancellation').flatMap((stub): readonly SessionCancelled[] => {
    const plannedFor = parseCalendarDate(stub.cancelled?.plannedFor ?? '');
    if (stub.superviseeRef !== staffRef || !stub.cancelled || !plannedFor) return [];
    const { exceptional, rearrangedOn } = stub.cancelled;
    return [
      {
        ref: stub.sessionId || stub.recordId,
        plannedFor,
        because: reasonWords({ reason: stub.cancelled.reason, otherReason: '' }),
        exceptional,
        rearrangedFor: parseCalendarDate(rearrangedOn),
      },
    ];
  });
}

function held(workspace: Workspace, staffRef: string): readonly SessionCancelled[] {
  return bodies(workspace, 'cancellations').flatMap((record): readonly SessionCancelled[] => {
    const plannedFor = parseCalendarDate(record.plannedFor);
    const isRecorded = record.finalisedAt !== '' && record.putBackAt === '';
    if (record.superviseeRef !== staffRef || record.kind !== 'session') return [];
    if (!isRecorded || !plannedFor) return [];
    return [
      {
        ref: record.sessionId || record.id,
        plannedFor,
        because: reasonWords(record),
        exceptional: record.exceptional === 'yes',
        rearrangedFor: parseCalendarDate(record.rearrangedOn),
      },
    ];
  });
}
