import type { CollectionName } from '#domain/collections.ts';

/** What the records of a collection are called in a pack, in the order in which they stand in it. */
const kinds: Partial<Record<CollectionName, string>> = {
  children: 'Entry on the list',
  staff: 'Entry of the person',
  allocations: 'Allocations',
  absences: 'Days away',
  priorDiscussions: 'Last discussions before Footprint',
  childRecords: 'Records of discussions',
  childEntries: 'Records made outside a session',
  childBroughtIn: 'Records brought in from before',
  childStubs: 'What is left of removed records',
  decisions: 'Decisions',
  decisionRevisits: 'What was said of decisions later',
  childActions: 'Actions',
  childActionEvents: 'What happened to other actions',
  childAmendments: 'Corrections',
  childMarks: 'Where it was recorded',
  childSignatures: 'Signatures',
  agreements: 'Supervision agreements',
  sessions: 'Supervision sessions',
  notes: 'Supervision notes',
  responses: 'Answers of the practitioner',
  observations: 'Observations',
  monitoring: 'Monitoring forms',
  cancellations: 'Cancelled sessions and gaps',
  entitlements: 'Entitlement routes',
  handoverNotes: 'Handover notes',
  groups: 'Part in groups',
  staffBroughtIn: 'Records brought in from before',
  staffStubs: 'What is left of removed records',
  staffActions: 'Actions',
  staffActionEvents: 'What happened to other actions',
  staffAmendments: 'Corrections',
  staffMarks: 'Where it was placed on file',
  staffSignatures: 'Signatures',
  discussions: 'Working notes of discussions',
  groupDiscussions: 'Working notes of group discussions',
  preparations: 'Preparations',
  entryDrafts: 'Drafts of records made outside a session',
  unreadRows: 'Rows of a file that could not be read',
  imports: 'What an import replaced',
  keeping: 'Holds',
  handovers: 'Files made and taken in',
  settings: 'Settings of this device',
  audit: 'What was done on this device',
};

const order = Object.keys(kinds);
const placeOf = (name: CollectionName) => (name in kinds ? order.indexOf(name) : order.length);

export const compareKinds = (a: CollectionName, b: CollectionName): number =>
  placeOf(a) - placeOf(b);

/** One of a later version is called by its own name. */
export const kindOf = (collection: CollectionName): string => kinds[collection] ?? collection;

/** These have a file each; of the others all stand in one. */
const apart: readonly CollectionName[] = [
  'childRecords',
  'childEntries',
  'childBroughtIn',
  'staffBroughtIn',
  'agreements',
  'sessions',
  'notes',
  'responses',
  'observations',
  'monitoring',
  'cancellations',
  'entitlements',
  'handoverNotes',
  'groups',
  'discussions',
  'groupDiscussions',
  'preparations',
  'entryDrafts',
];
export const standsApart = (collection: CollectionName): boolean => apart.includes(collection);

/** Those that have a text of their own once they are finished. A group's names everybody who was there. */
const printed: readonly CollectionName[] = [
  'childRecords',
  'childEntries',
  'childBroughtIn',
  'staffBroughtIn',
  'notes',
  'observations',
  'monitoring',
  'cancellations',
  'handoverNotes',
];
export const hasPrintedText = (collection: CollectionName): boolean => printed.includes(collection);
