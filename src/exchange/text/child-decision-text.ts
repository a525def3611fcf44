import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import { plainDecisionRecord } from '#domain/finalise/decision-record.ts';
import type { DecisionRecordForm } from '#domain/policies/profile-forms.ts';
import type { ChildAmendment, ChildRecord } from '#domain/records/child-record.ts';
import { formsOf } from '#domain/records/child-record-forms.ts';
import type { ChildSignature } from '#domain/records/signature.ts';
import { type Checked, signedWords, standing } from '#domain/signing/signature-state.ts';
import { actions, decisions, onDate } from './child-text-parts.ts';
import { amended } from './child-text-signed.ts';

interface DecisionRecordOf {
  readonly record: ChildRecord;
  readonly amendments: readonly ChildAmendment[];
  readonly signatures: readonly Checked<ChildSignature>[];
}

type Key = DecisionRecordForm['lines'][number]['key'];

/** Short facts stand in the head; what was written, each under its own heading. */
const written: readonly Key[] = ['history', 'concerns', 'actions'];

/** The words of the decision record: the policy's of that day, or those of domain-spec A5. */
export const decisionFormOf = (record: ChildRecord): DecisionRecordForm =>
  formsOf(record).decisionForm ?? plainDecisionRecord;

/**
 * FORM5: the decision record of one child (A5), in its parts. It is made from the child's own finished
 * record and from nothing else, and it is no record of its own: another view of the same text.
 */
export function decisionRecordBlocks(of: DecisionRecordOf): readonly string[] {
  const { record, amendments, signatures } = of;
  const form = decisionFormOf(record);
  const head = form.lines.filter(({ key }) => !written.includes(key) && key !== 'signature');
  return [
    [
      ...(record.synthetic ? ['SYNTHETIC: example data, not a real child'] : []),
      form.title,
      ...(record.lateEntry ? ['Late entry'] : []),
      ...head.map(({ key, label }) => `${label.replace(/:$/, '')}: ${factOf(record, key)}`),
    ].join('\n'),
    ...form.lines
      .filter(({ key }) => written.includes(key))
      .map(({ key, label }) => `${label}\n${textOf(record, key)}`),
    ...amendments.map((amendment) => amended(amendment, signatures)),
    signatureLines(of, form),
  ];
}

const kinds = {
  child: 'Individual child',
  'young person': 'Young person',
  'unborn baby': 'Individual child, unborn',
} as const;

function factOf(record: ChildRecord, key: Key): string {
  const { child } = record;
  switch (key) {
    case 'organisation':
      return formsOf(record).organisation || 'not held';
    case 'kind':
      return kinds[record.subjectWord];
    case 'name':
      return child.name || child.reference;
    case 'dateOfBirth':
      if (child.dateOfBirth) return onDate(child.dateOfBirth);
      return child.expectedOn ? `expected ${onDate(child.expectedOn)}` : 'not held';
    case 'supervisionDate':
      return onDate(record.discussedOn);
    case 'supervisee':
      return record.practitioner;
    case 'supervisor':
      return record.supervisor;
    default:
      return '';
  }
}

function textOf(record: ChildRecord, key: Key): string {
  const { safeguardingHistory = '', worries = '', briefNote = '' } = record.fields;
  if (key === 'history') return safeguardingHistory || 'Not written.';
  // A brief check-in may have said them in its one sentence.
  if (key === 'concerns') return worries || briefNote || 'Not written.';
  return [decisions(record), actions(record)].filter((block) => block !== '').join('\n') || 'None.';
}

/** Only the supervisor signs this record (003:330). What is under a correction stands there. */
function signatureLines({ record, signatures }: DecisionRecordOf, form: DecisionRecordForm) {
  const own = signatures.filter(
    ({ recordId, role }) => recordId === record.id && role === 'supervisor',
  );
  const label = form.lines.find(({ key }) => key === 'signature')?.label ?? 'Signature';
  return [
    `${label}: ${standing(own).map(signedWords).join('. ') || 'not signed'}`,
    `Finalised at ${formatDateTime(toInstant(record.finalisedAt))} by ${record.finalisedBy}.`,
  ].join('\n');
}
