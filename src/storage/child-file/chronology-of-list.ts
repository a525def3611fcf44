import { broughtInLine, broughtInTitle } from '#domain/brought-in/brought-in-words.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import type { Child, ListEvent } from '#domain/records/child.ts';
import { isEntry, type OnChildFile } from '#domain/records/on-child-file.ts';
import { findGeneralLabel } from '#domain/status/general-status.ts';
import { broughtInOfChild, standing } from '#storage/caseload/brought-in-reads.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { priorOf } from '#storage/caseload/prior-discussions.ts';
import { groupDaysOfChild } from '#storage/group/group-reads.ts';
import { profileOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { type ChronologyLine, dayOfText } from './chronology-line.ts';

/**
 * What is no finished record: groups that discussed the child, the date that a person told from before
 * Footprint, records that were brought in, and changes of status. The reasons typed on the list stay there:
 * they are on no record.
 */
export function linesOfList(
  workspace: Workspace,
  childRef: string,
  finished: readonly OnChildFile[],
): readonly ChronologyLine[] {
  const child = findChild(workspace, childRef)?.body;
  return [
    ...groupLines(workspace, childRef, finished),
    ...priorLines(workspace, childRef),
    ...broughtInLines(workspace, childRef),
    ...(child ? statusLines(workspace, child) : []),
  ];
}

/** A group whose record is finished stands there as that record. */
function groupLines(workspace: Workspace, childRef: string, finished: readonly OnChildFile[]) {
  const written = new Set<string>([
    ...finished.flatMap((record) => (isEntry(record) ? [] : [record.discussionId])),
    ...bodies(workspace, 'childStubs').flatMap(({ groupDay }) => groupDay?.id ?? []), // told as removed
  ]);
  return groupDaysOfChild(workspace, childRef)
    .filter(({ id }) => !written.has(id))
    .map(({ on }) => line(on, 'group', 'Group supervision', 'No finished record is held here'));
}

function priorLines(workspace: Workspace, childRef: string): readonly ChronologyLine[] {
  const prior = priorOf(workspace, childRef)?.body;
  if (prior?.answer !== 'date') return [];
  const told = prior.source === 'file' ? 'From the council’s file' : 'Told by a person';
  const inDepth = parseCalendarDate(prior.inDepthOn);
  const isSame = prior.inDepthOn === prior.on;
  const words = `${told}. No record is held in Footprint`;
  return [
    line(prior.on, 'prior', `Discussed before Footprint${isSame ? ', in depth' : ''}`, words),
    ...(inDepth && !isSame
      ? [line(inDepth, 'prior', 'Discussed before Footprint, in depth', words)]
      : []),
  ];
}

/** BRIN3: each says first that it was not written here. */
const broughtInLines = (workspace: Workspace, childRef: string): readonly ChronologyLine[] =>
  standing(broughtInOfChild(workspace, childRef)).map((record) => ({
    on: record.onDate,
    kind: 'broughtIn',
    title: `${broughtInTitle(record)}, brought in`,
    recordId: record.id,
    words: `${broughtInLine(record)}\nWritten by: ${record.author}\n${record.text}`,
  }));

function statusLines(workspace: Workspace, child: Child): readonly ChronologyLine[] {
  const options = cohortOptions(profileOf(workspace));
  const labelOf = (code: string) =>
    options.find((each) => each.code === code)?.label ?? findGeneralLabel(code) ?? code;
  const known = child.statuses.flatMap(({ code, words, since }) => {
    const on = parseCalendarDate(since);
    return on ? [line(on, 'status', labelOf(code), words)] : [];
  });
  const changed = child.history.flatMap((event): readonly ChronologyLine[] => {
    const on = parseCalendarDate(event.on) ?? dayOfText(event.at);
    const title = changeTitle(event);
    if (title === undefined) return [];
    const was = event.what === 'corrected' ? changeWords(event, labelOf) : '';
    return [line(on, 'status', title, was)];
  });
  return [...known, ...changed];
}

function changeTitle({ what, field, from }: ListEvent): string | undefined {
  if (what === 'closed') return 'Closed';
  if (what === 'reopened') {
    const on = parseCalendarDate(from);
    return `Reopened${on ? `, closed since ${formatDate(on)}` : ''}`;
  }
  return what === 'corrected' && field === 'status' ? 'Status changed' : undefined;
}

const changeWords = ({ from, to }: ListEvent, labelOf: (code: string) => string): string =>
  `${from ? labelOf(from) : 'Nothing'} became ${to ? labelOf(to) : 'nothing'}`;

const line = (on: string, kind: string, title: string, words: string): ChronologyLine => ({
  ...{ on, kind, title, words },
  recordId: '',
});
