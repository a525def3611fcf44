import * as z from 'zod/mini';
import { ChildRef, RecordId, StaffRef } from '#domain/ids.ts';
import type { SubjectWord } from './discussion-fields.ts';
import { flag, listOf, typed } from './typed.ts';

interface PartAField {
  readonly key: string;
  readonly label: (word: SubjectWord) => string;
  readonly hint: string;
}

/** The short Part A (domain-spec A4), asked for each open child. The screen is made from this table. */
export const partAFields = [
  {
    key: 'changes',
    label: () => 'Changes',
    hint: 'Of status, placement, school or family, with the date.',
  },
  {
    key: 'events',
    label: () => 'What has happened since last time',
    hint: 'Visits, meetings, incidents.',
  },
  { key: 'did', label: () => 'What I did', hint: '' },
  { key: 'risks', label: () => 'Risks', hint: 'What are you worried about?' },
  { key: 'protective', label: () => 'Safety and protective factors', hint: '' },
  { key: 'strengths', label: () => 'Strengths', hint: 'What is going well?' },
  {
    key: 'says',
    label: (word) => (word === 'unborn baby' ? 'What the parents say' : `What the ${word} says`),
    hint: '',
  },
  { key: 'role', label: () => 'My role with this family', hint: '' },
] as const satisfies readonly PartAField[];

export type PartAKey = (typeof partAFields)[number]['key'];

const partAShape = Object.fromEntries(partAFields.map(({ key }) => [key, typed])) as Record<
  PartAKey,
  typeof typed
>; // every key of the field table is a typed text: that is what makes the cast true

const PreparedChild = z.looseObject({
  /** The child's reference, again, so that the merge can tell list items apart. */
  id: z.string(),
  childRef: ChildRef,
  ...partAShape,
  /** Asked where the policy has Part A as a form (FORM2). */
  familyName: typed,
  /**
   * As typed, and beside each the date that was read from it on the day it was typed: "friday" is
   * another day next week.
   */
  changesOn: typed,
  changesOnDate: typed,
  seenOn: typed,
  seenOnDate: typed,
  seenAloneOn: typed,
  seenAloneOnDate: typed,
  inTouchOn: typed,
  inTouchOnDate: typed,
  depth: z._default(z.enum(['', 'brief', 'inDepth']), ''),
  /** Why that depth: working data, on no file and in no export. */
  depthWhy: typed,
  nothingToAdd: flag,
  ready: flag,
});
export type PreparedChild = z.infer<typeof PreparedChild>;

/** A child of whom the practitioner is most worried. The order of the list is the rank; at most three. */
const Worry = z.looseObject({ id: z.string(), childRef: ChildRef });
export type Worry = z.infer<typeof Worry>;

/** What the practitioner says has become of an action; sharing appends it to the action's history. */
const ActionUpdate = z.looseObject({
  /** The id of the event it becomes, so that writing it twice changes nothing. */
  id: RecordId,
  actionId: RecordId,
  said: z._default(z.enum(['', 'done', 'notDone']), ''),
  text: typed,
});
export type ActionUpdate = z.infer<typeof ActionUpdate>;

export const MAX_WORRIES = 3;

/** What a practitioner prepares: hers alone until she shares it, once. Then the supervisor sees all of it. */
export const Preparation = z.looseObject({
  id: RecordId,
  superviseeRef: StaffRef,
  supervisorRef: StaffRef,
  children: listOf(PreparedChild),
  worries: listOf(Worry),
  /** Things I want from supervision. */
  wants: typed,
  actionUpdates: listOf(ActionUpdate),
  sharedAt: typed,
  createdAt: z.string(),
  createdBy: z.string(),
  savedAt: typed,
});
export type Preparation = z.infer<typeof Preparation>;

export function emptyPreparedChild(childRef: ChildRef): PreparedChild {
  return PreparedChild.parse({ id: childRef, childRef });
}
