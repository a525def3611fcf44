import type * as z from 'zod/mini';
import type { CollectionName } from '#domain/collections.ts';
import { Absence } from './absence.ts';
import { ChildAction, ChildActionEvent, ChildDecision } from './action.ts';
import { Agreement } from './agreement.ts';
import { AuditEntry } from './audit.ts';
import { CaseloadImport } from './caseload-import.ts';
import { Allocation, Child, UnreadRow } from './child.ts';
import { ChildAmendment, ChildMark, ChildRecord } from './child-record.ts';
import { Discussion } from './discussion.ts';
import { ChildEntry, DecisionRevisit, EntryDraft } from './entry.ts';
import { GroupDiscussion, GroupSession } from './group.ts';
import { Exchanged, Handover } from './handover.ts';
import { HolidayList } from './holidays.ts';
import { Preparation } from './preparation.ts';
import { PriorDiscussion } from './prior-discussion.ts';
import { ProfileVersion } from './profile-version.ts';
import { Response } from './response.ts';
import { Session } from './session.ts';
import { Settings } from './settings.ts';
import { ChildSignature, StaffSignature } from './signature.ts';
import { Staff } from './staff.ts';
import { StaffAction, StaffActionEvent } from './staff-action.ts';
import { StaffNote } from './staff-note.ts';

/** The schema that guards a stored row of each collection: drafts as typed, finals as finalised. */
export const recordSchemas = {
  settings: Settings,
  staff: Staff,
  children: Child,
  allocations: Allocation,
  unreadRows: UnreadRow,
  priorDiscussions: PriorDiscussion,
  imports: CaseloadImport,
  absences: Absence,
  handovers: Handover,
  exchanged: Exchanged,
  profiles: ProfileVersion,
  holidays: HolidayList,
  sessions: Session,
  notes: StaffNote,
  agreements: Agreement,
  audit: AuditEntry,
  responses: Response,
  staffActions: StaffAction,
  staffActionEvents: StaffActionEvent,
  groups: GroupSession,
  staffSignatures: StaffSignature,
  discussions: Discussion,
  preparations: Preparation,
  groupDiscussions: GroupDiscussion,
  entryDrafts: EntryDraft,
  childRecords: ChildRecord,
  decisions: ChildDecision,
  childActions: ChildAction,
  childActionEvents: ChildActionEvent,
  childMarks: ChildMark,
  childAmendments: ChildAmendment,
  childEntries: ChildEntry,
  decisionRevisits: DecisionRevisit,
  childSignatures: ChildSignature,
} as const satisfies Record<CollectionName, z.ZodMiniType>;

export type Stored<C extends CollectionName> = z.infer<(typeof recordSchemas)[C]>;
