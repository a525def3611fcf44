import { type CalendarDate, formatDateTime, parseInstant } from '#domain/dates/calendar-date.ts';
import { answeredFields } from '#domain/discussion/answered-fields.ts';
import type { ChildAmendment, ChildRecord } from '#domain/records/child-record.ts';
import { formsOf } from '#domain/records/child-record-forms.ts';
import type { ChildSignature } from '#domain/records/signature.ts';
import type { Checked } from '#domain/signing/signature-state.ts';
import { ownerAfter } from './action-words.ts';
import { actions, decisions, onDate } from './child-text-parts.ts';
import { amended, finalisedLines } from './child-text-signed.ts';
import { groupBlocks } from './group-record-text.ts';

/**
 * One child's record as plain text for the case system, under the council's heading. It takes a record
 * of the child's file and nothing else: there is no way to hand it a staff record.
 */
export function childRecordText(
  record: ChildRecord,
  amendments: readonly ChildAmendment[],
  signatures: readonly Checked<ChildSignature>[] = [],
): string {
  return childRecordBlocks(record, amendments, signatures).join('\n\n');
}

/** The same text in its parts, each under its first line: who it is about first, how it was finalised last. */
export function childRecordBlocks(
  record: ChildRecord,
  amendments: readonly ChildAmendment[],
  signatures: readonly Checked<ChildSignature>[] = [],
): readonly string[] {
  const blocks = [
    header(record),
    ...groupBlocks(record),
    record.gap,
    ...(record.actionsReviewed.length > 0 ? [reviewed(record)] : []),
    revisited(record),
    ...partABlocks(record),
    ...written(record),
    ...reflected(record),
    decisions(record),
    actions(record),
    ...amendments.map((amendment) => amended(amendment, signatures)),
    finalisedLines(record, signatures),
  ];
  return blocks.filter((block) => block !== '');
}

function header(record: ChildRecord): string {
  const { child } = record;
  const born = child.dateOfBirth
    ? `Date of birth: ${onDate(child.dateOfBirth)}`
    : child.expectedOn
      ? `Expected date of birth: ${onDate(child.expectedOn)}`
      : 'Date of birth: not held';
  return [
    ...(record.synthetic ? ['SYNTHETIC: example data, not a real child'] : []),
    record.heading,
    ...(record.lateEntry ? ['Late entry'] : []),
    `Name: ${child.name}`,
    `Reference: ${child.reference || 'not known yet'}`,
    born,
    ...(child.status ? [`Status: ${child.status}`] : []),
    ...(record.siblings.length > 0 ? [`Brothers and sisters: ${record.siblings.join(', ')}`] : []),
    `Date of supervision: ${onDate(record.discussedOn)}`,
    ...(record.writtenOn ? [`Written: ${onDate(record.writtenOn)}`] : []),
    `Supervisor: ${record.supervisor}`,
    `Practitioner: ${record.practitioner}`,
    `Discussion: ${record.depth === 'brief' ? 'brief check-in' : 'in depth'}`,
    ...(record.onTrack ? [`Plan on track: ${record.onTrack}`] : []),
  ].join('\n');
}

const outcomeWords = {
  done: 'Done',
  carried: 'Not done, carried forward',
  noLongerNeeded: 'No longer needed',
} as const;

function reviewed({ actionsReviewed }: ChildRecord): string {
  const lines = actionsReviewed.map(({ what, owner, outcome, reason }) => {
    const why = reason.trim() === '' ? '' : `. ${reason}`;
    return `- ${what}${ownerAfter(owner)}: ${outcomeWords[outcome]}${why}`;
  });
  return ['Actions from last time', ...lines].join('\n');
}

const revisitWords = {
  confirmed: 'Confirmed',
  changed: 'Changed',
  withdrawn: 'Withdrawn',
  notReached: 'Not reached, to be revisited at the next session',
} as const;

function revisited({ decisionsRevisited = [] }: ChildRecord): string {
  if (decisionsRevisited.length === 0) return '';
  const lines = decisionsRevisited.map(({ text, madeOn, outcome, note }) => {
    const why = note.trim() === '' ? '' : `. ${note}`;
    return `- ${text} (${onDate(madeOn)}): ${revisitWords[outcome]}${why}`;
  });
  return ['Decisions revisited', ...lines].join('\n');
}

function written(record: ChildRecord): readonly string[] {
  const { familySummary } = record;
  const own = answeredFields(record).map(({ label, text }) => `${label}\n${text}`);
  return familySummary.trim() === '' ? own : [`The family\n${familySummary}`, ...own];
}

/** FORM3: Part A as the practitioner wrote it, under the policy's own headings. */
function partABlocks(record: ChildRecord): readonly string[] {
  const { partA } = formsOf(record);
  if (!partA) return [];
  const shared = parseInstant(partA.at);
  const when = shared ? `, shared at ${formatDateTime(shared)}` : '';
  return [
    `${partA.title}\nWritten by ${partA.by}${when}.`,
    ...partA.lines.map(
      ({ label, text }) => `${label}\n${text.trim() === '' ? 'Not written.' : text}`,
    ),
    partA.partBTitle,
  ];
}

/** REFLECT2: only what was answered, under the model's name. */
function reflected(record: ChildRecord): readonly string[] {
  const { reflection } = formsOf(record);
  if (!reflection) return [];
  return [
    `Reflection model\n${reflection.label}`,
    ...reflection.steps.map(({ label, text }) => `${label}\n${text}`),
  ];
}

/** A file name with a reference and never a name. */
export function recordFileName(record: ChildRecord, on: CalendarDate): string {
  const reference = (record.child.reference || record.id.slice(0, 8)).replace(/[^\w-]/g, '_');
  return `supervision-${reference}-${on}.txt`;
}
