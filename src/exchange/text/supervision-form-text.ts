import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import type { SupervisionRecordForm } from '#domain/policies/profile-forms.ts';
import type { StaffSignature } from '#domain/records/signature.ts';
import type { NoteTextKey } from '#domain/records/staff-note.ts';
import type { StaffRecord } from '#domain/records/staff-record.ts';
import { type Checked, signedWords, standing } from '#domain/signing/signature-state.ts';
import {
  absenceLines,
  absenceLinesWritten,
  agendaAgreed,
  agreedLines,
  aspectBlocks,
  brought,
  forStage,
  gap,
  groupsAttended,
  meeting,
  more,
  nextWords,
  onDate,
  outstandingLines,
  reviewedLines,
  synthetic,
  titled,
  written,
} from './staff-record-parts.ts';

type Form = SupervisionRecordForm;
type FrontKey = Form['front'][number]['key'];
type AgendaKey = Form['agenda'][number]['key'];
type PartBKey = Form['partB']['lines'][number]['key'];

/**
 * FORM4: supervision notes in the words and the order of the policy's own form: its front page, its fixed
 * agenda, then Part B. Part A is on each child's record and nothing of it is here. Everything written in
 * the notes stands under one of its headings.
 */
export function supervisionFormBlocks(
  record: StaffRecord,
  form: Form,
  signatures: readonly Checked<StaffSignature>[],
): readonly string[] {
  const short = form.front.filter(({ key }) => !isLong(key));
  return written([
    [
      ...synthetic(record),
      record.heading,
      ...(record.lateEntry ? ['Late entry'] : []),
      ...short.map(({ key, label }) => `${label}: ${frontText(record, key)}`),
      `Written: ${onDate(record.writtenOn)}`,
      ...meeting(record),
    ].join('\n'),
    ...form.front
      .filter(({ key }) => isLong(key))
      .map(({ key, label }) => `${label}\n${frontText(record, key)}`),
    groupsAttended(record),
    ...gap(record, record.gap),
    agendaAgreed(record),
    ...brought(record),
    form.agendaTitle,
    ...form.agenda.flatMap(({ key, label }, i) => agendaItem(record, key, `${i + 1}. ${label}`)),
    `${form.partA.title}\nOn the record of each child, and not here.`,
    form.partB.title,
    ...form.partB.lines
      .filter(({ key }) => !isSignature(key))
      .map(({ key, label }) => `${label}\n${partBText(record, key) || 'None.'}`),
    signatureLines(record, form, signatures),
  ]);
}

const isLong = (key: FrontKey) => key === 'absences' || key === 'coverage';
const isSignature = (key: PartBKey) => key.endsWith('Signature');

function frontText(record: StaffRecord, key: FrontKey): string {
  switch (key) {
    case 'organisation':
      return record.organisation || 'not held';
    case 'supervisee':
    case 'supervisor':
      return record[key];
    case 'date':
      return onDate(record.meetingOn);
    case 'coverage':
      return record.coverage.words;
    case 'absences':
      return absenceText(record);
  }
}

/** Her own words and what was told in the session; where neither has any, that there was none. */
function absenceText(record: StaffRecord): string {
  const said = written([absenceLinesWritten(record), absenceLines(record)]);
  return [...new Set(said)].join('\n') || 'None said.';
}

/** What was said under one item of the fixed agenda; its heading stands even where nothing was. */
function agendaItem(record: StaffRecord, key: AgendaKey, heading: string): readonly string[] {
  if (key === 'close') return [`${heading}\nIn Part B.`];
  const blocks = written(agendaBlocks(record, key));
  return blocks.length === 0 ? [`${heading}\nNothing written.`] : [heading, ...blocks];
}

const ofTheTeam = [
  'familyFeedback',
  'goodPractice',
  'diversityIssues',
  'teamGeneralIssues',
  'disagreement',
] as const satisfies readonly NoteTextKey[];

function agendaBlocks(record: StaffRecord, key: Exclude<AgendaKey, 'close'>): readonly string[] {
  const aspect = (of: Parameters<typeof aspectBlocks>[1]) =>
    aspectBlocks(record, of, record.threePs);
  switch (key) {
    case 'lastActions':
      return [titled('Actions from last time', reviewedLines(record))];
    case 'childRecords':
      return [
        'Each child discussed has a record of their own, on that child’s file.',
        ...aspect('workAndCases'),
        ...forStage(record),
      ];
    case 'team':
      return [...aspect('managerial'), ...aspect('relationships'), ...more(record, ofTheTeam)];
    case 'personal':
      return [
        ...aspect('development'),
        ...more(record, ['appraisalGoalsProgress']),
        ...aspect('support'),
      ];
  }
}

function partBText(record: StaffRecord, key: PartBKey): string {
  switch (key) {
    case 'actionsAgreed':
      return agreedLines(record);
    case 'deliveryPlans':
      return record.deliveryPlans;
    case 'outstanding':
      return outstandingLines(record);
    case 'otherBusiness':
      return record.text;
    case 'nextMeeting':
      return nextWords(record);
    default:
      return '';
  }
}

/** Each signature under the form's own words for it, with its day; then how it was finalised. */
function signatureLines(
  { finalisedAt, finalisedBy }: StaffRecord,
  { partB }: Form,
  signatures: readonly Checked<StaffSignature>[],
): string {
  const signed = standing(signatures);
  const by = (isSupervisor: boolean) =>
    signed
      .filter(({ role }) => (role === 'supervisor') === isSupervisor)
      .map(signedWords)
      .join('. ') || 'not signed';
  return [
    ...partB.lines
      .filter(({ key }) => isSignature(key))
      .map(({ key, label }) => `${label}: ${by(key === 'supervisorSignature')}`),
    `Finalised at ${formatDateTime(toInstant(finalisedAt))} by ${finalisedBy}.`,
  ].join('\n');
}
