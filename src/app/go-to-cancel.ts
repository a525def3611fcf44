import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Place } from '#domain/keys/places.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { mayCancel } from '#storage/session/cancellations-reads.ts';
import { findStaff, staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';

/** Sessions that can be cancelled, and gaps that can be written down. */
export const cancelPlaces = (workspace: Workspace): readonly Place[] => [
  ...bodies(workspace, 'sessions')
    .filter((session) => session.status === 'planned' && mayCancel(workspace, session))
    .map(({ id, plannedFor, superviseeRef }) => {
      const on = parseCalendarDate(plannedFor);
      return {
        id: `cancel-${id}`,
        label: `Cancel session: ${staffName(workspace, superviseeRef)}`,
        what: on ? `Planned for ${formatDate(on)}` : 'Session planned',
        also: 'cancellation rearrange postpone move',
        href: `/sessions/${id}/cancel`,
      };
    }),
  ...practitioners(workspace).flatMap(({ ref, name }) => {
    const id = findStaff(workspace, ref)?.id;
    return id
      ? [
          {
            id: `gap-${id}`,
            label: `Gap in supervision: ${name}`,
            what: 'Write it on each open child’s record',
            also: 'absence leave missed cover',
            href: `/gaps/${id}`,
          },
        ]
      : [];
  }),
];
