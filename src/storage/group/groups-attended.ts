import { groupsAttended } from '#domain/group/groups-attended.ts';
import type { Session } from '#domain/records/session.ts';
import { type AttendedGroup, finalOf } from '#domain/records/staff-record.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';

type Reads = Pick<Workspace, 'set' | 'now'>;

/** NOTE14: the groups held on this device that the practitioner was in, from the last session to this one. */
export function groupsBeforeSession(workspace: Reads, session: Session): readonly AttendedGroup[] {
  const { id, superviseeRef } = session;
  const until = sessionDate(session) ?? todayIn(workspace);
  const [since] = bodies(workspace, 'sessions')
    .filter((each) => each.superviseeRef === superviseeRef && each.id !== id)
    .filter(({ status }) => status === 'ended')
    .flatMap((each) => sessionDate(each) ?? [])
    .filter((on) => on <= until)
    .toSorted()
    .reverse();
  const told = bodies(workspace, 'notes')
    .filter((note) => note.superviseeRef === superviseeRef && note.sessionId !== id)
    .flatMap((note) => finalOf(note)?.groupsAttended ?? []);
  return groupsAttended({
    groups: bodies(workspace, 'groups'),
    staffRef: superviseeRef,
    since,
    until,
    told: new Set(told.map((group) => group.id)),
    nameOf: (ref) => staffName(workspace, ref),
  });
}
