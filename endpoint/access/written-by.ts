import type { CollectionName } from '#domain/collections.ts';

/**
 * Who writes each kind of record (domain-spec section A; ACL11 to ACL16 of src/sync/RULES.md).
 * `supervisor`: of the person whose file it is on; `either`: that person too; `near`: whoever has the
 * child; `anybody`: as their own, for nobody else to read.
 */
export type Writer = 'supervisor' | 'supervisee' | 'either' | 'near' | 'anybody' | 'nobody';

export const writtenBy: { readonly [C in CollectionName]: Writer } = {
  settings: 'nobody',
  staff: 'nobody',
  children: 'nobody',
  allocations: 'nobody',
  unreadRows: 'nobody',
  priorDiscussions: 'nobody',
  imports: 'nobody',
  absences: 'nobody',
  handovers: 'nobody',
  exchanged: 'nobody',
  profiles: 'nobody',
  holidays: 'nobody',
  keeping: 'nobody',

  sessions: 'supervisor',
  notes: 'supervisor',
  agreements: 'supervisor',
  staffActions: 'supervisor',
  observations: 'supervisor',
  monitoring: 'supervisor',
  cancellations: 'supervisor',
  handoverNotes: 'supervisor',
  staffAmendments: 'supervisor',
  staffMarks: 'supervisor',
  staffBroughtIn: 'supervisor',

  preparations: 'supervisee',
  responses: 'supervisee',
  entitlements: 'supervisee',

  staffActionEvents: 'either',
  staffSignatures: 'either',
  /** Each of the two removes from their own device, and leaves a line that says so. */
  staffStubs: 'either',

  childRecords: 'near',
  decisions: 'near',
  childActions: 'near',
  childActionEvents: 'near',
  childMarks: 'near',
  childAmendments: 'near',
  childEntries: 'near',
  decisionRevisits: 'near',
  childSignatures: 'near',
  childStubs: 'near',
  childBroughtIn: 'near',

  discussions: 'anybody',
  groupDiscussions: 'anybody',
  entryDrafts: 'anybody',
  groups: 'anybody',
  audit: 'anybody',
};
