import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { Staff, SupervisionKind, SupervisionRelation } from '#domain/records/staff.ts';
import { isRelationOn } from '#domain/supervision/supervision-relations.ts';
import { findStaff, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { updated } from '#storage/writes.ts';
import { colleagueNamed } from './colleagues.ts';

export interface WhoSupervises {
  readonly kind: SupervisionKind;
  /** Who has the other part; '' where I have both. */
  readonly other: string;
  readonly from: CalendarDate;
}

const otherKind = { case: 'personal', personal: 'case', both: 'both' } as const;

/** SUPV1, SUPV2: who answers for what from that day on; what was before ends the day before. */
export async function changeWhoSupervises(
  workspace: Workspace,
  staffRef: StaffRef,
  { kind, other, from }: WhoSupervises,
): Promise<void> {
  const otherRef = kind === 'both' ? undefined : await colleagueNamed(workspace, other);
  const ids = [workspace.ports.newId(), workspace.ports.newId()] as const;
  await workspace.change(() => {
    const record = findStaff(workspace, staffRef);
    if (!record) return [];
    const { me } = settingsOf(workspace);
    const plain = { from, to: '', coverFor: '', seesNotes: false, fileId: '', acceptedAt: '' };
    const supervisedBy = [
      ...ended(record.body, from),
      { ...plain, id: ids[0], supervisorRef: me as string, kind },
      ...(otherRef
        ? [{ ...plain, id: ids[1], supervisorRef: otherRef as string, kind: otherKind[kind] }]
        : []),
    ];
    return [updated(record, { ...record.body, supervisedBy }, 'replaced')];
  });
}

function ended({ supervisedBy = [] }: Staff, from: CalendarDate): readonly SupervisionRelation[] {
  return supervisedBy
    .filter((each) => each.coverFor !== '' || each.from < from)
    .map((each) =>
      each.coverFor === '' && isRelationOn(each, from) ? { ...each, to: addDays(from, -1) } : each,
    );
}
