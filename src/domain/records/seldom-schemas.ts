import type * as z from 'zod/mini';
import type { CollectionName } from '#domain/collections.ts';
import { Agreement } from './agreement.ts';
import { AuditEntry } from './audit.ts';
import { CaseloadImport } from './caseload-import.ts';
import { ChildAmendment } from './child-record.ts';
import { GroupDiscussion, GroupSession } from './group.ts';
import { Exchanged, Handover } from './handover.ts';
import { HolidayList } from './holidays.ts';

/** Of collections that many people hold nothing of: fetched with the first row of one. */
export const seldomSchemas = {
  agreements: Agreement,
  audit: AuditEntry,
  childAmendments: ChildAmendment,
  exchanged: Exchanged,
  groupDiscussions: GroupDiscussion,
  groups: GroupSession,
  handovers: Handover,
  holidays: HolidayList,
  imports: CaseloadImport,
} as const satisfies { readonly [C in CollectionName]?: z.ZodMiniType };
