import { childLabel } from '#domain/caseload/child-label.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { keptKindWords } from '#domain/keeping/periods.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import type { KeptUnit } from '#storage/keeping/keeping-unit.ts';
import { staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';

/** What goes or stays together, of whom and of which day. Inside the app only: it holds names. */
export function labelOf(workspace: Workspace, { kind, on, children, staff }: KeptUnit): string {
  const day = parseCalendarDate(on);
  const names = children.map((ref) => {
    const child = findChild(workspace, ref)?.body;
    return child ? childLabel(child) : 'a child who is not on the list';
  });
  const who = names.length > 0 ? names : staff.map((ref) => staffName(workspace, ref));
  return `${keptKindWords[kind].one}: ${who.join(', ')}${day ? `, ${formatDate(day)}` : ''}`;
}
