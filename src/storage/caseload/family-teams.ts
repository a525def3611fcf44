import { familyKeyOf, isOpenOn } from '#domain/caseload/caseload.ts';
import { correctedChild } from '#domain/caseload/list-changes.ts';
import { type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildEvent } from '#domain/due/clock-events.ts';
import type { ChildRef } from '#domain/ids.ts';
import type { Child } from '#domain/records/child.ts';
import { eventsOfChild } from '#storage/agenda/due.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll, todayIn, updated } from '#storage/writes.ts';
import type { ListReason } from './caseload.ts';
import { findChild } from './caseload-reads.ts';

const familyOf = (workspace: Workspace, child: Child) => {
  const key = familyKeyOf(child);
  const today = todayIn(workspace);
  return findAll(
    workspace,
    'children',
    (other) => familyKeyOf(other) === key && isOpenOn(other, today),
  );
};

/** Since when several teams support this child's family, as somebody entered it for any of its children. */
export const secondTeamJoined = (workspace: Workspace, child: Child): CalendarDate | undefined =>
  familyOf(workspace, child)
    .flatMap(({ body }) => parseCalendarDate(body.secondTeamOn) ?? [])
    .toSorted()
    .at(0);

/** What happened about any child of the family: the teams meet about all of them (000:128). */
export const eventsOfFamily = (workspace: Workspace, child: Child): readonly ChildEvent[] =>
  familyOf(workspace, child).flatMap(({ body }) => eventsOfChild(workspace, body.ref));

/**
 * Which teams support a family and from which day there were several, on each of its open children: the
 * smallest that R-18 can be reckoned by. No teams is "one team again".
 */
export async function noteTeams(
  workspace: Workspace,
  childRef: ChildRef,
  teams: string,
  { on, reason }: ListReason,
): Promise<void> {
  await workspace.change(() => {
    const child = findChild(workspace, childRef)?.body;
    if (!child) return [];
    const change = { by: settingsOf(workspace).me, at: workspace.now, on, reason };
    const correction = {
      teamsInvolved: teams,
      secondTeamOn: teams.trim() === '' ? '' : on,
    };
    return familyOf(workspace, child).map((record) =>
      updated(record, correctedChild(record.body, correction, change), 'replaced'),
    );
  });
}
