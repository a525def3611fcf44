import { pasteColumns } from './pasted-rows.ts';

const pasted = (key: (typeof pasteColumns)[number]['key']): readonly string[] =>
  pasteColumns.find((column) => column.key === key)?.names ?? [];

/**
 * What a column of a caseload file can hold, in the order of the mapping step. `names` are headings in
 * small letters without punctuation; those of the pasted list are among them.
 */
export const csvFields = [
  {
    key: 'reference',
    label: 'Reference',
    kind: 'reference',
    names: [
      ...pasted('reference'),
      ...['child reference', 'child ref', 'reference number', 'system id', 'case id', 'client id'],
      ...['person reference', 'lcs id', 'lcs number', 'mosaic id', 'mosaic number', 'unique id'],
    ],
  },
  {
    key: 'name',
    label: 'Name, or first name',
    kind: 'text',
    names: [...pasted('name'), 'forename', 'first name', 'given name', 'forenames', 'initials'],
  },
  {
    key: 'surname',
    label: 'Surname',
    kind: 'text',
    names: ['surname', 'last name', 'family name'],
  },
  {
    key: 'dateOfBirth',
    label: 'Date of birth, or expected date',
    kind: 'date',
    names: [...pasted('dateOfBirth'), 'dob or edd', 'dobedd', 'date of birth or expected date'],
  },
  {
    key: 'expectedOn',
    label: 'Expected date of birth',
    kind: 'date',
    names: ['edd', 'expected date of birth', 'expected date', 'due date of birth', 'expected dob'],
  },
  {
    key: 'status',
    label: 'Status',
    kind: 'status',
    names: [...pasted('status'), 'case status', 'plan type', 'case type'],
  },
  {
    key: 'worker',
    label: 'Worker',
    kind: 'text',
    names: [
      ...pasted('worker'),
      'case worker',
      'allocated case worker',
      'key worker',
      'worker name',
    ],
  },
  { key: 'team', label: 'Team', kind: 'text', names: ['team', 'team name', 'allocated team'] },
  {
    key: 'allocatedOn',
    label: 'Allocated on',
    kind: 'date',
    names: [...pasted('allocatedAt'), 'worker start date', 'allocation start date'],
  },
  {
    key: 'legalStatus',
    label: 'Legal status',
    kind: 'text',
    names: ['legal status', 'legal', 'order'],
  },
  {
    key: 'family',
    label: 'Family or sibling group',
    kind: 'text',
    names: [
      ...pasted('family'),
      'family reference',
      'family group',
      'household',
      'sibling group id',
    ],
  },
  {
    key: 'lastSeenOn',
    label: 'Last seen',
    kind: 'date',
    names: ['last seen', 'last seen on', 'date last seen', 'last visit', 'last visit date'],
  },
  {
    key: 'lastSeenAloneOn',
    label: 'Last seen alone',
    kind: 'date',
    names: ['seen alone', 'last seen alone', 'last seen alone on', 'date last seen alone'],
  },
  {
    key: 'lastReviewOn',
    label: 'Last review',
    kind: 'date',
    names: [
      'last review',
      'last review date',
      'date of last review',
      'latest review',
      'review held',
    ],
  },
  {
    key: 'nextReviewOn',
    label: 'Next review',
    kind: 'date',
    names: ['next review', 'next review date', 'review due', 'next review due', 'review due date'],
  },
  {
    key: 'planOn',
    label: 'Plan date',
    kind: 'date',
    names: ['plan date', 'date of plan', 'plan start', 'plan start date', 'latest plan'],
  },
  {
    key: 'assessmentOn',
    label: 'Assessment date',
    kind: 'date',
    names: [
      'assessment',
      'assessment date',
      'last assessment',
      'latest assessment',
      'cf assessment',
    ],
  },
  {
    key: 'permanenceDecisionOn',
    label: 'Permanence decision',
    kind: 'date',
    names: ['permanence', 'permanence decision', 'permanence decision date', 'permanence date'],
  },
  {
    key: 'riskRaisedOn',
    label: 'Risk raised',
    kind: 'date',
    names: ['risk raised', 'risk raised on', 'risk change', 'risk increased', 'risk raised date'],
  },
  {
    key: 'lastSupervisedOn',
    label: 'Last supervised on',
    kind: 'date',
    names: [
      'last supervised',
      'last supervised on',
      'last supervision',
      'last supervision date',
      'date of last supervision',
      'last discussed',
      'supervision date',
    ],
  },
  {
    key: 'lastInDepthOn',
    label: 'Last discussed in depth',
    kind: 'date',
    names: ['last in depth', 'last discussed in depth', 'in depth', 'last full discussion'],
  },
  {
    key: 'restricted',
    label: 'Restricted',
    kind: 'flag',
    names: ['restricted', 'restricted record', 'sensitive', 'confidential', 'locked'],
  },
] as const;

export type CsvField = (typeof csvFields)[number]['key'];
