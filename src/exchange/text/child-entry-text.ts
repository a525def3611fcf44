import {
  formatDate,
  formatTime,
  parseCalendarDate,
  parseInstant,
} from '#domain/dates/calendar-date.ts';
import { entryTables } from '#domain/entries/entry-fields.ts';
import type { ChildAmendment } from '#domain/records/child-record.ts';
import type { ChildEntry } from '#domain/records/entry.ts';
import type { ChildSignature } from '#domain/records/signature.ts';
import type { Checked } from '#domain/signing/signature-state.ts';
import { agreedActionWords } from './action-words.ts';
import { amended, finalisedLines } from './child-text-signed.ts';

/**
 * One child's entry as plain text for the case system, under the council's heading, by the table that its
 * form was made from. It takes an entry of the child's file and nothing else.
 */
export function childEntryText(
  entry: ChildEntry,
  amendments: readonly ChildAmendment[],
  signatures: readonly Checked<ChildSignature>[] = [],
): string {
  return childEntryBlocks(entry, amendments, signatures).join('\n\n');
}

/** The same text in its parts, as those of a discussion's record. */
export function childEntryBlocks(
  entry: ChildEntry,
  amendments: readonly ChildAmendment[],
  signatures: readonly Checked<ChildSignature>[] = [],
): readonly string[] {
  const blocks = [
    header(entry),
    ...written(entry),
    decisionWords(entry),
    actions(entry),
    ...amendments.map((amendment) => amended(amendment, signatures)),
    finalisedLines(entry, signatures),
  ];
  return blocks.filter((block) => block !== '');
}

const onDate = (iso: string): string => {
  const date = parseCalendarDate(iso);
  return date ? formatDate(date) : iso;
};

function born({ child }: ChildEntry): string {
  if (child.dateOfBirth) return `Date of birth: ${onDate(child.dateOfBirth)}`;
  if (child.expectedOn) return `Expected date of birth: ${onDate(child.expectedOn)}`;
  return 'Date of birth: not held';
}

function header(entry: ChildEntry): string {
  const { child, kind, decidedAt } = entry;
  const { on, who, name, note } = entryTables[kind];
  const at = parseInstant(decidedAt);
  const time = at ? ` at ${formatTime(at)}` : '';
  return [
    ...(entry.synthetic ? ['SYNTHETIC: example data, not a real child'] : []),
    entry.heading,
    ...(note ? [`${note}.`] : []),
    ...(entry.lateEntry ? ['Late entry'] : []),
    ...(kind !== 'managementDecision' ? [`Entry: ${name}`] : []),
    `Name: ${child.name}`,
    `Reference: ${child.reference || 'not known yet'}`,
    born(entry),
    ...(child.status ? [`Status: ${child.status}`] : []),
    `${on.label}: ${onDate(entry.on)}${time}`,
    `${who.label}: ${entry.who}`,
    ...(entry.channel.trim() === '' ? [] : [`Where: ${entry.channel}`]),
  ].join('\n');
}

/** A typed day is written as the date that was read from it; where none was, as it was typed. */
function written({ kind, fields, subjectWord }: ChildEntry): readonly string[] {
  const own = entryTables[kind].fields.flatMap(({ key, label }) => {
    const text = fields[key] ?? '';
    const read = onDate(fields[`${key}Date`] ?? '');
    return text.trim() === '' ? [] : [`${label(subjectWord)}\n${read || text}`];
  });
  const full = fields.fullSupervisionBy ?? '';
  return full === '' ? own : [...own, `Full supervision by\n${full}`];
}

const weights = { routine: 'Routine', significant: 'Significant', urgent: 'Urgent' } as const;

function decisionWords(entry: ChildEntry): string {
  if (!entryTables[entry.kind].isDecision) return '';
  return [
    `Significance: ${weights[entry.significance]}`,
    `Changes the direction of the work: ${entry.changesDirection ? 'yes' : 'no'}`,
    ...(entry.notToAct ? ['It is a decision not to act.'] : []),
    ...(entry.toRevisit ? ['To be revisited at the next formal supervision.'] : []),
  ].join('\n');
}

function actions({ kind, actions: agreed }: ChildEntry): string {
  if (!entryTables[kind].actions) return '';
  if (agreed.length === 0) return 'Actions agreed\nNone.';
  const lines = agreed.map((action) => `- ${agreedActionWords(action)}`);
  return ['Actions agreed', ...lines].join('\n');
}
