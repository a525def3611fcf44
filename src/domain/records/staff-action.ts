import * as z from 'zod/mini';
import { RecordId, StaffRef } from '#domain/ids.ts';
import { actionOutcomes, changedByEvent } from './action.ts';
import { typed } from './typed.ts';

/** An action about the member of staff, on the supervision file. Its state is the fold of its events. */
export const StaffAction = z.looseObject({
  id: RecordId,
  superviseeRef: StaffRef,
  sessionId: RecordId,
  what: typed,
  owner: typed,
  byWhen: typed,
  dueOn: typed,
  agreedOn: typed,
  createdAt: z.string(),
  createdBy: z.string(),
});
export type StaffAction = z.infer<typeof StaffAction>;

export const StaffActionEvent = z.looseObject({
  id: RecordId,
  actionId: RecordId,
  superviseeRef: StaffRef,
  sessionId: RecordId,
  outcome: z.enum(actionOutcomes),
  on: typed,
  reason: typed,
  ...changedByEvent,
  at: z.string(),
  by: z.string(),
});
export type StaffActionEvent = z.infer<typeof StaffActionEvent>;
