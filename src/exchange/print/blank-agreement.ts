import { employmentOptions, stageOptions } from '#domain/agreement/agreement-choices.ts';
import {
  type AgreementField,
  agreementFields,
  responseFields,
} from '#domain/agreement/agreement-fields.ts';
import { sharedSections } from '#domain/agreement/agreement-sections.ts';
import {
  superviseeStatements,
  supervisorStatements,
} from '#domain/agreement/agreement-statements.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { emptyFields, labelsOf, toTick, toWrite } from './blank-lines.ts';
import { BOX, type PrintSection } from './document.ts';

/** Appendix 1 from its field table: what both agree, then each one’s own part. */
export function blankAgreement({ terms }: PolicyProfile): readonly PrintSection[] {
  return [
    { heading: 'Between', fields: emptyFields([terms.supervisee, terms.supervisor]) },
    ...sharedSections.flatMap(({ section, heading }) => under(heading, inSection(section))),
    ...under('The supervisor’s part', inSection('supervisor')),
    ...under('The practitioner’s part', responseFields),
    { heading: 'Review', fields: emptyFields(['To be reviewed by', 'Review held on', 'Outcome']) },
  ];
}

const inSection = (section: AgreementField['section']) =>
  agreementFields.filter((field) => field.section === section);

const under = (heading: string, fields: readonly AgreementField[]): readonly PrintSection[] => [
  { heading },
  ...fields.map(blankField),
];

function blankField({ label, hint = '', input, who }: AgreementField): PrintSection {
  const statements = who === 'supervisor' ? supervisorStatements : superviseeStatements;
  switch (input) {
    case 'tick':
      return toTick(label, ['Yes', 'No'], hint);
    case 'stage':
      return toTick(label, wordsOf(stageOptions), hint);
    case 'employment':
      return toTick(label, wordsOf(employmentOptions), hint);
    case 'statements':
      return { heading: label, level: 3, list: statements.map(({ text }) => `${BOX} ${text}`) };
    case 'area':
      return toWrite(label, hint);
    default:
      return toWrite(label, hint, 1);
  }
}

/** Not the one that stands for no answer. */
const wordsOf = (options: readonly { readonly label: string }[]) =>
  labelsOf(options).filter((label) => !label.startsWith('Not said'));
