import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import type { DiscussionField } from '#domain/records/discussion-field-types.ts';
import { discussionFields, isText } from '#domain/records/discussion-fields.ts';

export interface AnsweredField {
  readonly key: DiscussionField['key'];
  readonly label: string;
  /** Several lines where it is a list. */
  readonly text: string;
}

type Recorded = Pick<ChildRecord, 'fields' | 'answers' | 'hypotheses' | 'subjectWord'>;

/** All that a record says under the headings of the field table, in its order (FIN12). */
export function answeredFields(record: Recorded): readonly AnsweredField[] {
  return discussionFields.flatMap((field) => {
    const text = textOf(field, record);
    const { key, label } = field;
    return text.trim() === '' ? [] : [{ key, label: label(record.subjectWord), text }];
  });
}

function textOf(field: DiscussionField, record: Recorded): string {
  const answer = record.answers?.[field.key];
  if (isText(field)) return dateOf(field, answer) ?? record.fields[field.key] ?? '';
  if (field.kind === 'list') return (record.hypotheses ?? []).map(numbered).join('\n');
  if (answer === undefined) return '';
  if (field.kind === 'tick') return 'Yes';
  // A code of a newer version than this one is shown as it is: nothing is left out.
  const words = (code: string) => (field.words as Readonly<Record<string, string>>)[code] ?? code;
  if (Array.isArray(answer)) return answer.map((code) => `- ${words(code)}`).join('\n');
  return field.kind === 'check' ? `${words(answer)}${heldWords(field.key, record)}` : words(answer);
}

/** As a date where one was read on the day of the discussion, and otherwise as it was typed. */
function dateOf({ kind }: DiscussionField, answer: string | string[] | undefined) {
  const day = kind === 'date' && typeof answer === 'string' ? parseCalendarDate(answer) : undefined;
  return day && formatDate(day);
}

function heldWords(key: string, { answers }: Recorded): string {
  const held = answers?.[`${key}Held`];
  const day = typeof held === 'string' ? parseCalendarDate(held) : undefined;
  return day ? `. Date held: ${formatDate(day)}` : '. No date held';
}

const stateWords = { open: 'open', accepted: 'accepted', discounted: 'discounted' } as const;

function numbered(hypothesis: NonNullable<ChildRecord['hypotheses']>[number], at: number): string {
  const { statement, evidenceFor, evidenceAgainst, status } = hypothesis;
  return [
    `${at + 1}. ${statement} (${stateWords[status]})`,
    ...(evidenceFor.trim() === '' ? [] : [`   For: ${evidenceFor}`]),
    ...(evidenceAgainst.trim() === '' ? [] : [`   Against: ${evidenceAgainst}`]),
  ].join('\n');
}
