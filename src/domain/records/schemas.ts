import type * as z from 'zod/mini';
import type { CollectionName } from '#domain/collections.ts';
import { ChildAction, ChildActionEvent, ChildDecision } from './action.ts';
import { AuditEntry } from './audit.ts';
import { CaseloadImport } from './caseload-import.ts';
import { Allocation, Child, UnreadRow } from './child.ts';
import { ChildAmendment, ChildMark, ChildRecord } from './child-record.ts';
import { Discussion } from './discussion.ts';
import { PriorDiscussion } from './prior-discussion.ts';
import { Session, StaffNote } from './session.ts';
import { Settings } from './settings.ts';
import { Staff } from './staff.ts';

/** The schema that guards a stored row of each collection: drafts as typed, finals as finalised. */
export const recordSchemas = {
  settings: Settings,
  staff: Staff,
  children: Child,
  allocations: Allocation,
  unreadRows: UnreadRow,
  priorDiscussions: PriorDiscussion,
  imports: CaseloadImport,
  sessions: Session,
  notes: StaffNote,
  audit: AuditEntry,
  discussions: Discussion,
  childRecords: ChildRecord,
  decisions: ChildDecision,
  childActions: ChildAction,
  childActionEvents: ChildActionEvent,
  childMarks: ChildMark,
  childAmendments: ChildAmendment,
} as const satisfies Record<CollectionName, z.ZodMiniType>;

export type Stored<C extends CollectionName> = z.infer<(typeof recordSchemas)[C]>;
