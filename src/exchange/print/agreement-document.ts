import {
  type AgreementField,
  agreementFields,
  responseFields,
} from '#domain/agreement/agreement-fields.ts';
import { reviewOutcomes } from '#domain/agreement/agreement-review-outcomes.ts';
import { sharedSections } from '#domain/agreement/agreement-sections.ts';
import { signatureWords } from '#domain/agreement/agreement-signature-words.ts';
import { signaturesOf } from '#domain/agreement/agreement-signatures.ts';
import {
  statementText,
  superviseeStatements,
  supervisorStatements,
} from '#domain/agreement/agreement-statements.ts';
import { valueWords } from '#domain/agreement/agreement-value-words.ts';
import {
  dateInLondon,
  formatDate,
  parseCalendarDate,
  parseInstant,
} from '#domain/dates/calendar-date.ts';
import type { Agreement, Review } from '#domain/records/agreement.ts';
import type { Staff } from '#domain/records/staff.ts';
import { agreementsWith, partsOf } from '#storage/agreement/agreement-in-force.ts';
import { agreementState, agreementWith } from '#storage/agreement/agreement-reads.ts';
import { profileOf, settingsOf, staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import type { PrintDocument, PrintField, PrintSection } from './document.ts';
import { initialsOf, syntheticMarks } from './initials.ts';

/** The agreement with one person: the version that counts, then each one before it; undefined where none is. */
export function agreementDocument(workspace: Workspace, staff: Staff): PrintDocument | undefined {
  const current = agreementWith(workspace, staff.ref);
  if (!current) return undefined;
  const { body } = current;
  const earlier = agreementsWith(workspace, staff.ref).filter(({ id }) => id !== current.id);
  return {
    title: profileOf(workspace).terms.agreement,
    file: 'staff',
    reference: initialsOf(staff.name),
    marks: syntheticMarks(settingsOf(workspace).synthetic),
    header: [
      ['Practitioner', staff.name],
      ['Supervisor', staffName(workspace, body.supervisorRef)],
      ['Version', `Begun on ${begunOn(body)}. ${stateWords(workspace, staff.ref)}`],
    ],
    sections: [
      ...versionSections(workspace, body),
      ...earlier.flatMap((each) => [
        {
          heading: `Earlier version, begun on ${begunOn(each.body)}`,
          paragraphs: signedLines(workspace, each.body),
        },
        ...versionSections(workspace, each.body).map((section) => ({
          ...section,
          level: 3 as const,
        })),
      ]),
    ],
    signatures: signedLines(workspace, body),
  };
}

function versionSections(workspace: Workspace, agreement: Agreement): readonly PrintSection[] {
  const { response } = partsOf(workspace, agreement);
  const shared = sharedSections.map(({ section, heading }) => ({
    heading,
    fields: fieldsOf(inSection(section), agreement),
  }));
  return [
    ...shared,
    ...part('The supervisor’s part', inSection('supervisor'), agreement),
    ...(response ? part('The practitioner’s part', responseFields, response) : []),
    ...reviewSections(workspace, agreement),
  ];
}

const inSection = (section: AgreementField['section']) =>
  agreementFields.filter((field) => field.section === section);

const isStatements = ({ input }: AgreementField): boolean => input === 'statements';

/** What somebody takes on is a list; the rest of their part is label and text. */
function part(
  heading: string,
  fields: readonly AgreementField[],
  body: object,
): readonly PrintSection[] {
  const values = body as Readonly<Record<string, unknown>>; // a stored record: its keys are text
  const rest = fields.filter((field) => !isStatements(field));
  return [
    { heading, fields: fieldsOf(rest, body) },
    ...fields.filter(isStatements).map(({ key, label, who }) => {
      const all = who === 'supervisor' ? supervisorStatements : superviseeStatements;
      const ticked = (values[key] ?? []) as readonly unknown[]; // a list of keys, by its field
      return {
        heading: label,
        level: 3 as const,
        ...(ticked.length === 0
          ? { paragraphs: ['Nothing ticked.'] }
          : { list: ticked.map((each) => statementText(all, String(each))) }),
      };
    }),
  ];
}

function fieldsOf(fields: readonly AgreementField[], body: object): readonly PrintField[] {
  const values = body as Readonly<Record<string, unknown>>; // as above
  return fields.map((field) => [field.label, shown(field, values[field.key])]);
}

function shown({ key, input }: AgreementField, value: unknown): string {
  if (input === 'tick') return value === true ? 'Yes' : 'No';
  const words = valueWords(key, value) ?? value;
  if (input === 'interval' && words === '') return 'By the policy';
  return typeof words === 'string' && words !== '' ? words : 'Not filled in';
}

function reviewSections(workspace: Workspace, { reviews }: Agreement): readonly PrintSection[] {
  return reviews
    .filter(({ by }) => by !== '')
    .map((review) => ({
      heading: 'Review',
      fields: [
        ['Review held on', dayWords(review)],
        ['Outcome', reviewOutcomes.find(({ value }) => value === review.outcome)?.label ?? ''],
        ['Notes', review.notes],
        ['Recorded by', staffName(workspace, review.by)],
      ],
    }));
}

function dayWords({ heldOn }: Review): string {
  const on = parseCalendarDate(heldOn);
  return on ? formatDate(on) : heldOn;
}

function signedLines(workspace: Workspace, agreement: Agreement): readonly string[] {
  const parts = partsOf(workspace, agreement);
  const { supervisor, practitioner } = signaturesOf(parts);
  return [
    `Supervisor: ${signatureWords(supervisor)}.`,
    ...hashLines(agreement.supervisorSignedHash),
    `Practitioner: ${signatureWords(practitioner)}.`,
    ...hashLines(parts.response?.signedHash ?? ''),
  ];
}

/** Under each signature its own: where the two differ they signed two texts. */
const hashLines = (hash: string): readonly string[] =>
  hash === '' ? [] : [`SHA-256 of the text that was signed: ${hash}`];

function stateWords(workspace: Workspace, superviseeRef: string): string {
  const state = agreementState(workspace, superviseeRef);
  if (state.status !== 'inForce' && state.status !== 'reviewDue') return 'Not in force.';
  const { review, since } = state;
  const due = review.outcome === 'due' ? `${review.words}.` : review.why;
  return `In force since ${formatDate(since)}. ${due}`;
}

function begunOn({ createdAt }: Agreement): string {
  const at = parseInstant(createdAt);
  return at ? formatDate(dateInLondon(at)) : createdAt;
}
