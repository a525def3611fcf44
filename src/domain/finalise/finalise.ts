import canonicalize from 'canonicalize';
import type { ActionState } from '#domain/actions/child-actions.ts';
import { assert } from '#domain/assert.ts';
import { subjectWord } from '#domain/caseload/subject.ts';
import type { Holidays } from '#domain/dates/bank-holidays.ts';
import {
  type CalendarDate,
  compareInstants,
  dateInLondon,
  parseCalendarDate,
  parseInstant,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import type { DecisionToRevisit } from '#domain/decisions/decisions-to-revisit.ts';
import { missingRevisits, revisitLineOf } from '#domain/decisions/revisits.ts';
import { answersOf, textsOf } from '#domain/discussion/discussion-answers.ts';
import {
  hasTwoVersions,
  type Missing,
  whatIsMissing,
} from '#domain/discussion/discussion-progress.ts';
import { reflectionPart } from '#domain/discussion/reflection.ts';
import type { RecordId } from '#domain/ids.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { type PreparedOnTable, partAPart } from '#domain/preparation/part-a.ts';
import { clockedPart, deadlineOfDiscussion } from '#domain/recording/discussion-deadline.ts';
import { type DueRecord, dayOf } from '#domain/recording/recording-deadline.ts';
import type { Child } from '#domain/records/child.ts';
import {
  ChildRecord,
  hasLoneSurrogate,
  loneSurrogateMessage,
} from '#domain/records/child-record.ts';
import type { Discussion, DiscussionChild } from '#domain/records/discussion.ts';
import { partAFields } from '#domain/records/preparation.ts';
import { discussedOn } from '#domain/session/session-days.ts';
import { decisionFormPart } from './decision-record.ts';
import { actionsPart, childPart, deadlinePart, policyPart } from './finished-parts.ts';

/** Everything a finalised record is made from. Pure: `at` and `recordId` are handed in. */
export interface FinaliseQuestion {
  readonly recordId: RecordId;
  readonly at: string;
  readonly by: string;
  readonly child: Child;
  /** Other open children of the family, for the names that were ticked as relevant. */
  readonly siblings: readonly Child[];
  readonly discussion: Discussion;
  readonly part: DiscussionChild;
  readonly toReview: readonly ActionState[];
  /** Decisions made outside supervision that this session was asked about (REVISIT5). */
  readonly toRevisit?: readonly DecisionToRevisit[] | undefined;
  readonly supervisor: string;
  readonly practitioner: string;
  /** Of the day of the discussion (PROF9). */
  readonly profile: PolicyProfile;
  readonly policySha256?: string | undefined;
  readonly holidays: Holidays;
  readonly synthetic: boolean;
  /** The neutral line of a gap in supervision (GAP1); '' or left out where there is none to tell of. */
  readonly gap?: string | undefined;
  /** Part A of this child as it was shared; used only where the policy has that form (FORM3). */
  readonly prepared?: PreparedOnTable | undefined;
  readonly organisation?: string | undefined;
}

export type Finalised =
  | { readonly outcome: 'finalised'; readonly record: ChildRecord; readonly text: string }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

/** Everything still to do before this child's record can be finalised. Empty: it is ready. */
export function missingForRecord(question: Omit<FinaliseQuestion, 'recordId'>): readonly Missing[] {
  const { part, discussion, profile, toReview } = question;
  const word = wordFor(question);
  return [
    ...whatIsMissing({ child: part, profile, word, toReview }),
    ...missingRevisits(part, question.toRevisit ?? []),
    ...brokenElsewhere(question),
    ...(hasTwoVersions(discussion)
      ? [{ path: 'twoVersions', message: 'Choose between the two versions of this text' }]
      : []),
    ...(discussedOn(part) === '' ? [{ path: 'depth', message: 'Mark as discussed first' }] : []),
  ];
}

/** One child's record and its canonical text (RFC 8785), or what is still missing. */
export function buildChildRecord(question: FinaliseQuestion): Finalised {
  const { part } = question;
  const missing = missingForRecord(question);
  const on = parseCalendarDate(discussedOn(part));
  if (missing.length > 0 || part.depth === '' || !on) return { outcome: 'missing', missing };

  const record = ChildRecord.parse(bodyOf(question, wordFor(question), on));
  const text = canonicalize(record);
  assert(text, `record ${record.id} has no canonical form`);
  return { outcome: 'finalised', record, text };
}

function wordFor({ part, child, at }: Omit<FinaliseQuestion, 'recordId'>) {
  return subjectWord(child, parseCalendarDate(discussedOn(part)) ?? dateInLondon(toInstant(at)));
}

/** FIN6, for what goes on the record from outside the child's own part. */
function brokenElsewhere(question: Omit<FinaliseQuestion, 'recordId'>): readonly Missing[] {
  const { child, part, siblings, discussion, supervisor, practitioner, by } = question;
  const names = part.siblingsRelevant ? siblings.map(({ name }) => name) : [];
  const texts: readonly (readonly [string, string])[] = [
    ['familySummary', discussion.familySummary],
    ['gap', question.gap ?? ''],
    ['organisation', question.organisation ?? ''],
    ...partATexts(question).map((text) => ['partA', text] as const),
    ...[child.name, child.reference, ...names].map((text) => ['child', text] as const),
    ...[supervisor, practitioner, by].map((text) => ['staff', text] as const),
  ];
  return texts
    .filter(([, text]) => hasLoneSurrogate(text))
    .map(([path]) => ({ path, message: loneSurrogateMessage }));
}

/** What may stand on the record of Part A. */
function partATexts({ prepared, profile }: Omit<FinaliseQuestion, 'recordId'>): readonly string[] {
  if (!prepared || !profile.forms?.supervisionRecord) return [];
  const { part, by } = prepared;
  return [by, part.familyName, part.changesOn, ...partAFields.map(({ key }) => part[key])];
}

/** Past its last day, or past its last moment: a moment is never compared as text (DATE2). */
export function isLate({ dueAt, overdueFrom }: DueRecord, at: string): boolean {
  const now = toInstant(at);
  return dueAt ? compareInstants(now, dueAt) > 0 : dateInLondon(now) >= overdueFrom;
}

function bodyOf(question: FinaliseQuestion, subject: ChildRecord['subjectWord'], on: CalendarDate) {
  const { part, discussion, child, profile, at, by, recordId, toReview } = question;
  const deadline = deadlineOfDiscussion(clockedPart(part), profile, question.holidays);
  const due = deadline.status === 'due' ? deadline : undefined;
  const depth = part.depth === 'inDepth' ? 'inDepth' : 'brief';
  return {
    id: recordId,
    file: 'child',
    schema: 1,
    childRef: child.ref,
    child: childPart(child, profile),
    subjectWord: subject,
    heading: profile.headings.caseDiscussion,
    sessionId: discussion.sessionId,
    discussionId: discussion.id,
    discussedOn: on,
    // FIN10: a meeting can be written down on another day than it was held or finalised.
    writtenOn: dateInLondon(parseInstant(discussion.savedAt) ?? toInstant(part.accountedAt)),
    supervisor: question.supervisor,
    practitioner: question.practitioner,
    context: 'oneToOne',
    depth,
    onTrack: part.onTrack,
    gap: question.gap ?? '',
    familySummary: discussion.familySummary,
    siblings: part.siblingsRelevant ? question.siblings.map(({ name }) => name) : [],
    fields: textsOf(part, depth),
    ...answersOf({ part, depth, child, on }),
    ...reflectionPart(part, depth),
    ...partAPart({
      ...question,
      on,
      named: part.siblingsRelevant ? question.siblings : [],
      prepared: question.prepared,
    }),
    ...decisionFormPart(profile),
    ...(question.organisation ? { organisation: question.organisation } : {}),
    actionsReviewed: toReview.map(({ action }) => {
      const settled = part.settled.find(({ actionId }) => actionId === action.id);
      const { id, what, owner, dueOn } = action;
      return { id, what, owner, dueOn, outcome: settled?.outcome, reason: settled?.reason ?? '' };
    }),
    ...revisited(question),
    decisions: part.decisions
      .filter(({ text }) => text.trim() !== '')
      .map(({ id, text, rationale, significance, changesDirection, decidedAt }) => ({
        id,
        text,
        rationale,
        significance,
        ...(changesDirection ? { changesDirection } : {}),
        decidedAt: decidedAt || part.accountedAt,
      })),
    noDecisions: part.noDecisions,
    actions: actionsPart(part.actions, on),
    noActions: part.noActions,
    policy: policyPart(profile, question.policySha256),
    deadline: deadlinePart(deadline),
    lateEntry: due !== undefined && isLate(due, at),
    synthetic: question.synthetic,
    finalisedAt: at,
    finalisedBy: by,
  };
}

/** Left out where none waited: a record from before there were any has the same text. */
function revisited({ part, toRevisit = [] }: FinaliseQuestion): {
  readonly decisionsRevisited?: readonly object[];
} {
  if (toRevisit.length === 0) return {};
  const decisionsRevisited = toRevisit.map(({ decision: { id, text, decidedAt } }) => {
    const line = revisitLineOf(part, id);
    const madeOn = dayOf(decidedAt);
    return { entryId: id, text, madeOn, outcome: line?.outcome, note: line?.note ?? '' };
  });
  return { decisionsRevisited };
}
