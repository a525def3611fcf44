import {
  formatDate,
  formatDateTime,
  formatTime,
  parseCalendarDate,
  parseInstant,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import {
  activityWords,
  observationTables,
  practiceElements,
  tagWords,
} from '#domain/observations/observation-fields.ts';
import type { ObservationRecord } from '#domain/records/observation.ts';
import type { StaffSignature } from '#domain/records/signature.ts';
import { type Checked, withSignatures } from '#domain/signing/signature-state.ts';
import { agreedActionWords } from './action-words.ts';

/**
 * A finished observation as plain text, for the supervision file. It takes a record of the staff file and
 * nothing else: no child's record is made from it.
 */
export const observationText = (
  record: ObservationRecord,
  signatures: readonly Checked<StaffSignature>[] = [],
): string => observationBlocks(record, signatures).join('\n\n');

/** The same text in its parts, each under its first line: who it is about first, how it was finalised last. */
export function observationBlocks(
  record: ObservationRecord,
  signatures: readonly Checked<StaffSignature>[] = [],
): readonly string[] {
  const { before, after, withFamily } = observationTables[record.kind];
  const { finalisedAt, finalisedBy } = record;
  const texts = (fields: typeof before) =>
    fields.map(({ key, label }) => {
      const told = key === 'reflection' ? `, ${toldWords(record)}` : '';
      return titled(`${withoutOptional(label)}${told}`, record[key]);
    });
  return [
    header(record),
    ...texts(before),
    withFamily ? consent(record) : '',
    ...areas(record),
    elements(record),
    record.motivationalInterviewing ? 'Motivational Interviewing was used.' : '',
    ...texts(after.filter(({ key }) => key !== 'summary')),
    actions(record),
    ...texts(after.filter(({ key }) => key === 'summary')),
    record.nextDue === '' ? '' : titled('Next', `${record.nextDue}.`),
    withSignatures(
      `Finalised at ${formatDateTime(toInstant(finalisedAt))} by ${finalisedBy}.`,
      signatures,
    ),
  ].filter((block) => block.trim() !== '');
}

const titled = (title: string, text: string) => (text.trim() === '' ? '' : `${title}\n${text}`);

const withoutOptional = (label: string): string => label.replace(/ \(optional\)$/, '');

const onDate = (iso: string): string => {
  const date = parseCalendarDate(iso);
  return date ? formatDate(date) : iso;
};

/** Whose words the reflection is in. */
const toldWords = ({ reflectionBy, observer }: ObservationRecord): string =>
  reflectionBy === 'own' ? 'in their own words' : `as told to ${observer}`;

function header(record: ObservationRecord): string {
  const { activity, activityOther, superviseeTerm } = record;
  const moment = parseInstant(record.observedAt);
  const at = moment ? ` at ${formatTime(moment)}` : '';
  const what = activity === 'other' ? activityOther : activity && activityWords[activity];
  return [
    ...(record.synthetic ? ['SYNTHETIC: example data, not a real person'] : []),
    record.heading,
    `${superviseeTerm || 'Practitioner'}: ${record.supervisee}`,
    `Observed by: ${record.observer}`,
    `Date of observation: ${onDate(record.observedOn)}${at}`,
    ...(what ? [`Activity: ${what}`] : []),
  ].join('\n');
}

const consent = (record: ObservationRecord): string =>
  titled(
    'Consent of the child or family, asked by the practitioner',
    [{ yes: 'Yes', no: 'No', '': '' }[record.consent], record.consentHow]
      .filter(Boolean)
      .join('. '),
  );

const areas = (record: ObservationRecord): readonly string[] =>
  observationTables[record.kind].areas.map(({ key, label }) => {
    const { evidence, tag } = record.areas[key];
    if (tag === '') return titled(label, evidence);
    return `${label}: ${tagWords[tag].toLowerCase()}\n${evidence.trim() === '' ? 'No evidence was written.' : evidence}`;
  });

function elements({ elements: rated, practiceModel }: ObservationRecord): string {
  const lines = practiceElements
    .filter(({ key }) => rated[key] !== '')
    .map(({ key, label }) => `- ${label}: ${rated[key]} of 5`);
  return titled(practiceModel || 'Elements of the practice model', lines.join('\n'));
}

function actions({ actionsAgreed, noActions }: ObservationRecord): string {
  const lines = actionsAgreed.map((action) => `- ${agreedActionWords(action)}`);
  return titled('Actions agreed', noActions && lines.length === 0 ? 'None.' : lines.join('\n'));
}
