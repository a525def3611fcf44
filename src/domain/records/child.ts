import * as z from 'zod/mini';
import { ChildRef, StaffRef } from '#domain/ids.ts';
import { GroupDay } from './group-day.ts';
import { flag, listOf, typed } from './typed.ts';

/** Something that came in unreadable. The child comes in all the same, the field empty and marked. */
const FieldCheck = z.looseObject({ field: z.string(), found: z.string(), problem: typed });

/** One of the statuses that apply, in the words that show why (`src/domain/status`). */
const KnownStatus = z.looseObject({ code: z.string(), words: typed, since: typed });

/** Dates from the council's own data, as at `asAt`. '' is "not held", never "no". */
const Facts = z.looseObject({
  lastSeenOn: typed,
  lastSeenAloneOn: typed,
  inTouchOn: typed,
  lastReviewOn: typed,
  nextReviewOn: typed,
  planOn: typed,
  assessmentOn: typed,
  permanenceDecisionOn: typed,
  permanencePlanRecorded: flag,
  riskRaisedOn: typed,
  lastSupervisedOn: typed,
  lastInDepthOn: typed,
});

/** What happened to the entry on the list: who did it, when, and why. Nothing here is overwritten. */
const ListEvent = z.looseObject({
  at: z.string(),
  by: z.string(),
  what: z.enum(['added', 'closed', 'reopened', 'corrected', 'transferred', 'removed']),
  on: typed,
  reason: typed,
  field: typed,
  from: typed,
  to: typed,
});

export const Child = z.looseObject({
  /** As first known here; records carry it for ever. */
  ref: ChildRef,
  /** The council's reference as it is now; '' is "not known yet". */
  reference: typed,
  /** Every reference this child was ever listed under, so that each can still be searched. */
  aliases: listOf(z.string()),
  name: typed,
  dateOfBirth: typed,
  /** Expected date of birth of an unborn baby. */
  expectedOn: typed,
  status: typed,
  /** The same for brothers and sisters. */
  familyRef: typed,
  closedOn: typed,
  removed: flag,
  checks: listOf(FieldCheck),
  statuses: listOf(KnownStatus),
  /** Panel or senior manager; with the decision's date the interval in care lengthens (C-29). */
  permanenceApprovedBy: typed,
  /** 'yes' where the family was allocated as higher risk in early help (000:118). */
  higherRiskEarlyHelp: typed,
  /** The teams that support the family, adult services too, as typed; and since when there are several. */
  teamsInvolved: typed,
  secondTeamOn: typed,
  /** Set by a manager, shorter than the policy's: ISO, why, and the day to look at it again. */
  overrideInterval: typed,
  overrideReason: typed,
  overrideReviewOn: typed,
  /** Why the status is what it is: "CP/PLO/Court because a child protection plan … is open". */
  statusWords: typed,
  legalStatus: typed,
  diedOn: typed,
  /** The name is not shown in lists, search or print. */
  restricted: flag,
  facts: z._default(Facts, () => Facts.parse({})),
  /** The day the council's file tells of; '' for a child added by hand. */
  asAt: typed,
  /** The day of a later file that did not have this child. Stays until a person closes or transfers. */
  notInFileOf: typed,
  /** Groups that discussed this child and are not held on this device (GROUP19). */
  groupDays: z.optional(z.array(GroupDay)),
  history: listOf(ListEvent),
});
export type Child = z.infer<typeof Child>;
export type ListEvent = z.infer<typeof ListEvent>;

/** What a child has before anything is known of it. */
export const emptyFacts = (): Child['facts'] => Facts.parse({});

/** Who works with a child, from and to. Nothing is deleted: an ended allocation has its `to`. */
export const Allocation = z.looseObject({
  childRef: ChildRef,
  staffRef: StaffRef,
  from: typed,
  to: typed,
  /** Date, or date and time, as it was given. */
  allocatedAt: typed,
});
export type Allocation = z.infer<typeof Allocation>;

/** A pasted row that could not be read. It stays listed until a person settles it. */
export const UnreadRow = z.looseObject({
  key: z.string(),
  text: z.string(),
  problem: z.string(),
  pastedAt: z.string(),
});
export type UnreadRow = z.infer<typeof UnreadRow>;
