import { plainDecisionRecord } from '#domain/finalise/decision-record.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { emptyFields, toWrite } from './blank-lines.ts';
import type { PrintSection } from './document.ts';

interface Line {
  readonly key: string;
  readonly label: string;
}

/** A person, a day, a choice: what takes a line and not a paragraph. */
const short = new Set([
  'organisation',
  'supervisee',
  'supervisor',
  'date',
  'coverage',
  'familyName',
  'childrenNames',
  'ages',
  'nextMeeting',
  'superviseeSignature',
  'supervisorSignature',
  'kind',
  'name',
  'dateOfBirth',
  'supervisionDate',
  'signature',
]);

const written = ({ key, label }: Line): PrintSection =>
  toWrite(label, '', short.has(key) ? 1 : undefined);

/** The policy's own record of a supervision in its own words and order (A4); undefined where it has none. */
export function blankSupervisionRecord(
  profile: PolicyProfile,
): readonly PrintSection[] | undefined {
  const form = profile.forms?.supervisionRecord;
  if (!form) return undefined;
  const { front, agendaTitle, agenda, partA, partB } = form;
  return [
    { heading: 'Front page', fields: emptyFields(front.map(({ label }) => label)) },
    { heading: agendaTitle },
    ...agenda.map(({ label }, at) => toWrite(`${at + 1}. ${label}`)),
    { heading: partA.title },
    ...partA.lines.map(written),
    { heading: partB.title },
    ...partB.lines.map(written),
  ];
}

/** The record of what was decided of one child (A5), in the policy's words where it has them. */
export const blankDecisionRecord = ({ forms }: PolicyProfile): readonly PrintSection[] =>
  (forms?.decisionRecord ?? plainDecisionRecord).lines.map((line) => ({
    ...written(line),
    level: 2, // nothing stands above these lines but the title
  }));
