import type * as z from 'zod/mini';
import type { CollectionName } from '#domain/collections.ts';
import { Absence } from './absence.ts';
import { ChildAction, ChildActionEvent, ChildDecision } from './action.ts';
import { Allocation, Child, UnreadRow } from './child.ts';
import { ChildMark, ChildRecord } from './child-record.ts';
import { Discussion } from './discussion.ts';
import { ProfileVersion } from './profile-version.ts';
import type { seldomSchemas } from './seldom-schemas.ts';
import { Session } from './session.ts';
import { Settings } from './settings.ts';
import { Staff } from './staff.ts';
import { StaffNote } from './staff-note.ts';

/** What guards a stored row of each collection (drafts as typed, finals as finalised): those of every day. */
export const everydaySchemas = {
  settings: Settings,
  staff: Staff,
  children: Child,
  allocations: Allocation,
  unreadRows: UnreadRow,
  absences: Absence,
  profiles: ProfileVersion,
  sessions: Session,
  notes: StaffNote,
  discussions: Discussion,
  childRecords: ChildRecord,
  decisions: ChildDecision,
  childActions: ChildAction,
  childActionEvents: ChildActionEvent,
  childMarks: ChildMark,
} as const satisfies { readonly [C in CollectionName]?: z.ZodMiniType };

type Known = typeof everydaySchemas & typeof seldomSchemas;
/** One for each collection: a collection without one does not compile. */
export type RecordSchemas = { readonly [C in CollectionName]: Known[C] };

export type Stored<C extends CollectionName> = z.infer<RecordSchemas[C]>;

/** The schema of a collection, fetched where it is one of those that many people hold nothing of. */
export async function schemaOf(collection: CollectionName): Promise<z.ZodMiniType> {
  if (isEveryday(collection)) return everydaySchemas[collection];
  const { seldomSchemas } = await import('./seldom-schemas.ts');
  return seldomSchemas[collection];
}

const isEveryday = (collection: CollectionName): collection is keyof typeof everydaySchemas =>
  collection in everydaySchemas;
