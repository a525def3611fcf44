import type * as z from 'zod/mini';
import type { CollectionName } from '#domain/collections.ts';
import { Agreement } from './agreement.ts';
import { AuditEntry } from './audit.ts';
import { ChildBroughtIn, StaffBroughtIn } from './brought-in.ts';
import { CancellationRecord } from './cancellation.ts';
import { CaseloadImport } from './caseload-import.ts';
import { ChildAmendment } from './child-record.ts';
import { Entitlement } from './entitlement.ts';
import { ChildEntry, DecisionRevisit, EntryDraft } from './entry.ts';
import { GroupDiscussion, GroupSession } from './group.ts';
import { Exchanged, Handover } from './handover.ts';
import { HandoverNote } from './handover-note.ts';
import { HolidayList } from './holidays.ts';
import { ChildStub, Keeping, StaffStub } from './keeping.ts';
import { Monitoring } from './monitoring.ts';
import { Observation } from './observation.ts';
import { Preparation } from './preparation.ts';
import { PriorDiscussion } from './prior-discussion.ts';
import { Response } from './response.ts';
import { ChildSignature, StaffSignature } from './signature.ts';
import { StaffAction, StaffActionEvent } from './staff-action.ts';
import { StaffAmendment } from './staff-amendment.ts';
import { StaffMark } from './staff-mark.ts';

/** Of collections that many people hold nothing of: fetched with the first row of one. */
export const seldomSchemas = {
  staffActionEvents: StaffActionEvent,
  staffActions: StaffAction,
  childEntries: ChildEntry,
  entryDrafts: EntryDraft,
  priorDiscussions: PriorDiscussion,
  staffSignatures: StaffSignature,
  childSignatures: ChildSignature,
  decisionRevisits: DecisionRevisit,
  responses: Response,
  preparations: Preparation,
  agreements: Agreement,
  audit: AuditEntry,
  cancellations: CancellationRecord,
  childAmendments: ChildAmendment,
  childBroughtIn: ChildBroughtIn,
  entitlements: Entitlement,
  exchanged: Exchanged,
  groupDiscussions: GroupDiscussion,
  groups: GroupSession,
  handoverNotes: HandoverNote,
  handovers: Handover,
  holidays: HolidayList,
  imports: CaseloadImport,
  keeping: Keeping,
  childStubs: ChildStub,
  staffStubs: StaffStub,
  monitoring: Monitoring,
  observations: Observation,
  staffAmendments: StaffAmendment,
  staffBroughtIn: StaffBroughtIn,
  staffMarks: StaffMark,
} as const satisfies { readonly [C in CollectionName]?: z.ZodMiniType };
