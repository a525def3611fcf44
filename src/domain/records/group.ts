import * as z from 'zod/mini';
import { ChildRef, RecordId, StaffRef } from '#domain/ids.ts';
import { DraftAction, DraftDecision } from './discussion.ts';
import { flag, listOf, typed } from './typed.ts';

const yesOrNo = z._default(z.enum(['', 'yes', 'no']), '');

/** Somebody who takes part: a member of staff held here, or a person of another agency by name. */
export const GroupMember = z.looseObject({
  id: z.string(),
  staffRef: typed,
  name: typed,
  role: typed,
  agency: typed,
  present: z._default(z.boolean(), true),
  /** Families, by key, that this member is personally linked to: not shown to them, and not in their file. */
  linkedTo: listOf(z.string()),
});
export type GroupMember = z.infer<typeof GroupMember>;

/** What one profession writes of a family for the group: a workbook summary (000:259). */
export const ProfessionSummary = z.looseObject({
  id: z.string(),
  /** The member who prepares it; '' where nobody is named yet. */
  memberId: typed,
  role: typed,
  period: typed,
  summary: typed,
  progress: typed,
});
export type ProfessionSummary = z.infer<typeof ProfessionSummary>;

export const GroupAgendaItem = z.looseObject({
  /** The family's key (`familyKeyOf`), again, so that the merge can tell list items apart. */
  id: z.string(),
  familyKey: z.string(),
  /** On the table this time, or not, whatever the suggestion says. */
  chosen: z._default(z.enum(['', 'yes', 'no']), ''),
  reason: typed,
  minutes: typed,
  presenterId: typed,
  question: typed,
  summaries: listOf(ProfessionSummary),
});
export type GroupAgendaItem = z.infer<typeof GroupAgendaItem>;

/** A group supervision of a team, on the supervision file: who was there, and the agenda (A3, group variant). */
export const GroupSession = z.looseObject({
  id: RecordId,
  status: z.enum(['planned', 'open', 'paused', 'ended']),
  name: typed,
  /** All supervision of practice of this team is in groups (004:17). */
  familySafeguarding: flag,
  facilitatorRef: StaffRef,
  /** The member who types. They cannot finalise, unless they are the facilitator. */
  noteTakerId: typed,
  members: listOf(GroupMember),
  plannedFor: typed,
  minutes: typed,
  sittings: listOf(z.looseObject({ startedAt: z.string(), endedAt: typed })),
  agenda: listOf(GroupAgendaItem),
  agendaAgreedAt: typed,
  confidentialityAgreed: flag,
  /** What the boundaries are, as agreed. */
  confidentiality: typed,
  /** When it ended: what was on the table and was not reached. Evidence of that day, read by no rule. */
  notReached: listOf(z.looseObject({ familyKey: z.string(), reason: typed })),
  createdAt: z.string(),
  createdBy: z.string(),
  savedAt: typed,
});
export type GroupSession = z.infer<typeof GroupSession>;

export const trioStates = ['', 'present', 'past', 'no', 'unknown'] as const;
const trio = z._default(z.enum(trioStates), '');

/** One child's own part of a group's discussion of the family. */
export const GroupDiscussionChild = z.looseObject({
  id: z.string(),
  childRef: ChildRef,
  experience: typed,
  voice: typed,
  decisions: listOf(DraftDecision),
  noDecisions: flag,
  actions: listOf(DraftAction),
  noActions: flag,
  siblingsRelevant: flag,
  childRecordId: typed,
});
export type GroupDiscussionChild = z.infer<typeof GroupDiscussionChild>;

/** The working draft of a group's discussion of one family: on finalising, one record for each child. */
export const GroupDiscussion = z.looseObject({
  id: RecordId,
  groupId: RecordId,
  familyKey: z.string(),
  discussed: flag,
  discussedAt: typed,
  presenter: typed,
  question: typed,
  summary: typed,
  worries: typed,
  protective: typed,
  analysis: typed,
  views: listOf(z.looseObject({ id: z.string(), whose: typed, text: typed, dissents: flag })),
  groupThink: typed,
  immediateConcern: yesOrNo,
  concern: typed,
  /** Who takes an immediate safeguarding concern forward (003:121). */
  namedIndividual: typed,
  /** Without the accountable manager there are ideas, and no decisions. */
  managerPresent: yesOrNo,
  domesticAbuse: trio,
  substanceMisuse: trio,
  mentalHealth: trio,
  nextGroupOn: typed,
  children: listOf(GroupDiscussionChild),
  createdAt: z.string(),
  createdBy: z.string(),
  savedAt: typed,
});
export type GroupDiscussion = z.infer<typeof GroupDiscussion>;
