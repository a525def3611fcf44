import { actionEventTitles } from '#domain/actions/action-words.ts';
import { actionState } from '#domain/actions/child-actions.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { entryTables } from '#domain/entries/entry-fields.ts';
import { removedTitle, removedWords } from '#domain/keeping/removed-words.ts';
import type { ChildAction, ChildActionEvent, ChildDecision } from '#domain/records/action.ts';
import type { ChildAmendment, ChildMark, ChildRecord } from '#domain/records/child-record.ts';
import type { ChildStub } from '#domain/records/keeping.ts';
import { dayRecorded, isEntry, type OnChildFile } from '#domain/records/on-child-file.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { entriesOfChild } from '#storage/entries/entries-of-child.ts';
import { myRefsOf } from '#storage/settings.ts';
import { standingStubs } from '#storage/stub-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { recordsOfChild } from './child-record-reads.ts';
import { type ChronologyLine, dayOfText } from './chronology-line.ts';
import { linesOfList } from './chronology-of-list.ts';

export type { ChronologyLine } from './chronology-line.ts';

/**
 * All that is held of one child, oldest first: each finished record, decision, mark, correction and action
 * with what became of it; groups and dates from before Footprint; and what the list says of the status.
 * Made from the child's file and the list alone. What was taken out before it was finalised is not in it.
 */
export function chronologyOf(workspace: Workspace, childRef: string): readonly ChronologyLine[] {
  const aliases = findChild(workspace, childRef)?.body.aliases ?? [];
  const refs: readonly string[] = [childRef, ...aliases];
  const isOwn = (body: { readonly childRef: string }) => refs.includes(body.childRef);
  const finished: readonly OnChildFile[] = [
    ...recordsOfChild(workspace, childRef),
    ...entriesOfChild(workspace, childRef),
  ];
  const recordWith = recordIndex(finished);
  const mine = myRefsOf(workspace);
  const actions = bodies(workspace, 'childActions').filter(isOwn);
  const events = bodies(workspace, 'childActionEvents').filter(isOwn);
  const standing = actions.filter((each) => actionState(each, events).status !== 'withdrawn');
  const whatOf = new Map<string, string>(standing.map(({ id, what }) => [id, what]));
  const lines = [
    ...finished.map(lineOfRecord),
    ...bodies(workspace, 'decisions')
      .filter((decision) => isOwn(decision) && !decision.withdrawn)
      .map((decision) => lineOfDecision(decision, recordWith(decision.id))),
    ...standing.map((action) => lineOfAction(action, recordWith(action.id))),
    ...events.flatMap((event) => {
      const what = whatOf.get(event.actionId);
      return what === undefined ? [] : [lineOfEvent(event, what, recordWith(event.actionId))];
    }),
    ...standingStubs(workspace)
      .filter(isOwn)
      .map((stub) => lineOfStub(stub, mine)),
    ...bodies(workspace, 'childMarks').filter(isOwn).map(lineOfMark),
    ...bodies(workspace, 'childAmendments').filter(isOwn).map(lineOfAmendment),
    ...linesOfList(workspace, childRef, finished),
  ];
  // What is of one day stays in the order above: the record, then what it decided and asked for.
  return lines.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** By which finished record a decision or an action can be read: both keep their own id in it. */
function recordIndex(finished: readonly OnChildFile[]): (id: string) => string {
  const found = new Map<string, string>();
  for (const record of finished) {
    const decisions = isEntry(record) ? [] : record.decisions;
    for (const { id } of [...decisions, ...record.actions]) found.set(id, record.id);
  }
  return (id) => found.get(id) ?? '';
}

/** What a discussion is called among the records of a child. */
export const discussionTitles: Readonly<Record<ChildRecord['context'], string>> = {
  oneToOne: 'Discussed in supervision',
  group: 'Group supervision',
  familySafeguardingGroup: 'Group supervision',
};

function lineOfRecord(record: OnChildFile): ChronologyLine {
  const common = { on: dayRecorded(record), kind: 'record', recordId: record.id };
  if (isEntry(record)) {
    const { text = '', rationale = '' } = record.fields;
    const words = [text, rationale && `Reasons: ${rationale}`].filter(Boolean).join('\n');
    return { ...common, title: entryTables[record.kind].name, words };
  }
  const depth = record.depth === 'brief' ? 'Brief check-in' : 'In depth';
  const words = `${depth}, ${record.supervisor} and ${record.practitioner}`;
  return { ...common, title: discussionTitles[record.context], words };
}

/** KEEP6: that it was there, and is read elsewhere. */
const lineOfStub = (stub: ChildStub, mine: readonly string[]): ChronologyLine => ({
  ...{ on: stub.on, kind: 'record', recordId: '' },
  title: removedTitle(stub),
  words: removedWords(stub, mine.includes(stub.removedBy)),
});

const lineOfDecision = (
  { text, rationale, decidedAt }: ChildDecision,
  recordId: string,
): ChronologyLine => {
  const words = rationale.trim() === '' ? text : `${text}\nReasons: ${rationale}`;
  return { on: dayOfText(decidedAt), kind: 'decision', title: 'Decision', recordId, words };
};

const dayWords = (byWhen: string, dueOn: string): string => {
  const due = parseCalendarDate(dueOn);
  return due ? formatDate(due) : byWhen;
};

function lineOfAction(action: ChildAction, recordId: string): ChronologyLine {
  const { what, owner, byWhen, dueOn, agreedOn, createdAt } = action;
  const by = dayWords(byWhen, dueOn);
  const words = [what, owner && `Owner: ${owner}`, by && `By: ${by}`].filter(Boolean).join('\n');
  const on = parseCalendarDate(agreedOn) ?? dayOfText(createdAt);
  return { on, kind: 'action', title: 'Action agreed', recordId, words };
}

function lineOfEvent(event: ChildActionEvent, what: string, recordId: string): ChronologyLine {
  const { outcome, reason, owner, byWhen = '', dueOn = '' } = event;
  const by = dayWords(byWhen, dueOn);
  const more = [reason, owner && `Owner: ${owner}`, by && `By: ${by}`].filter(Boolean);
  return {
    on: parseCalendarDate(event.on) ?? dayOfText(event.at),
    kind: 'actionEvent',
    title: `Action: ${actionEventTitles[outcome].toLowerCase()}`,
    recordId,
    words: [what, ...more].join('\n'),
  };
}

function lineOfMark({ state, caseSystem, on, at, recordId, reference }: ChildMark): ChronologyLine {
  const title =
    state === 'recorded' ? `Recorded in ${caseSystem}` : `Not in ${caseSystem} after all`;
  const day = parseCalendarDate(on) ?? dayOfText(at);
  return { on: day, kind: 'mark', title, recordId, words: reference && `Reference: ${reference}` };
}

const lineOfAmendment = ({ at, text, reason, recordId }: ChildAmendment): ChronologyLine => ({
  on: dayOfText(at),
  kind: 'amendment',
  title: 'Correction',
  recordId,
  words: reason.trim() === '' ? text : `${text}\nReason: ${reason}`,
});
