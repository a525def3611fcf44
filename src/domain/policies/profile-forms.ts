import * as z from 'zod/mini';
import { cited, opt, text } from './profile-words.ts';

/** One line of a form: which one it is, and the policy's own words for it. The order is the form's. */
const lines = <const K extends readonly [string, ...string[]]>(keys: K) =>
  z.array(z.looseObject({ key: z.enum(keys), label: text }));

export const frontKeys = [
  'organisation',
  'supervisee',
  'supervisor',
  'date',
  'absences',
  'coverage',
] as const;

/** What stands under an item of the fixed agenda. */
export const agendaKeys = ['lastActions', 'childRecords', 'team', 'personal', 'close'] as const;

export const partAKeys = [
  'familyName',
  'childrenNames',
  'ages',
  'status',
  'changes',
  'events',
  'did',
  'risks',
  'protective',
  'strengths',
  'role',
] as const;

export const partBKeys = [
  'actionsAgreed',
  'deliveryPlans',
  'outstanding',
  'otherBusiness',
  'nextMeeting',
  'superviseeSignature',
  'supervisorSignature',
] as const;

export const decisionRecordKeys = [
  'organisation',
  'kind',
  'name',
  'dateOfBirth',
  'supervisionDate',
  'supervisee',
  'supervisor',
  'history',
  'concerns',
  'actions',
  'signature',
] as const;

/** The record of one supervision in the policy's own words and order (domain-spec A4). */
export const SupervisionRecordForm = z.looseObject({
  ...cited,
  title: text,
  front: lines(frontKeys),
  agendaTitle: text,
  agenda: lines(agendaKeys),
  partA: z.looseObject({ title: text, lines: lines(partAKeys) }),
  partB: z.looseObject({ title: text, lines: lines(partBKeys) }),
});
export type SupervisionRecordForm = z.infer<typeof SupervisionRecordForm>;

/** The record of what was decided about one child (domain-spec A5). */
export const DecisionRecordForm = z.looseObject({
  ...cited,
  title: text,
  lines: lines(decisionRecordKeys),
});
export type DecisionRecordForm = z.infer<typeof DecisionRecordForm>;

/** FORM1: forms that a policy prints as they are to be filled in. Left out: the records' own headings. */
export const Forms = z.looseObject({
  supervisionRecord: opt(SupervisionRecordForm),
  decisionRecord: opt(DecisionRecordForm),
});
