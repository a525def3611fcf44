import canonicalize from 'canonicalize';
import { assert } from '#domain/assert.ts';
import { subjectWord } from '#domain/caseload/subject.ts';
import type { Holidays } from '#domain/dates/bank-holidays.ts';
import {
  type CalendarDate,
  dateInLondon,
  parseInstant,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import { type Finalised, isLate } from '#domain/finalise/finalise.ts';
import {
  actionsPart,
  childPart,
  deadlinePart,
  policyPart,
} from '#domain/finalise/finished-parts.ts';
import type { RecordId } from '#domain/ids.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { deadlineOfDiscussion } from '#domain/recording/discussion-deadline.ts';
import { ChildRecord, type OfGroup } from '#domain/records/child-record.ts';
import { familyDiscussedOn } from './group-events.ts';
import { type GroupMissingQuestion, whatGroupMisses } from './group-missing.ts';

/** Everything that one child’s record of a group is made from. Pure: `at` and `recordId` are handed in. */
export interface GroupRecordQuestion extends Omit<GroupMissingQuestion, 'word'> {
  readonly recordId: RecordId;
  readonly at: string;
  /** Of the day of the discussion (PROF9). */
  readonly profile: PolicyProfile;
  readonly policySha256?: string | undefined;
  readonly holidays: Holidays;
  readonly synthetic: boolean;
  /** Who prepared a summary, by name; '' where nobody is named. */
  readonly authorOf: (memberId: string) => string;
}

type Asked = Omit<GroupRecordQuestion, 'recordId'>;

const wordFor = ({ child, discussion, at }: Asked) =>
  subjectWord(child, familyDiscussedOn(discussion) ?? dateInLondon(toInstant(at)));

/** Everything still to do before this child’s record can be finalised. Empty: it is ready. */
export const missingForGroupRecord = (question: Asked): readonly Missing[] =>
  whatGroupMisses({ ...question, word: wordFor(question) });

/** GROUP17: one child’s record of a group, and its canonical text; or what is still missing. */
export function buildGroupRecord(question: GroupRecordQuestion): Finalised {
  const missing = missingForGroupRecord(question);
  const on = familyDiscussedOn(question.discussion);
  if (missing.length > 0 || !on) return { outcome: 'missing', missing };
  const record = ChildRecord.parse(bodyOf(question, on));
  const text = canonicalize(record);
  assert(text, `record ${record.id} has no canonical form`);
  return { outcome: 'finalised', record, text };
}

function bodyOf(question: GroupRecordQuestion, on: CalendarDate) {
  const { group, discussion, part, child, siblings, profile, at, by, recordId } = question;
  const decisions = decisionsOf(question);
  return {
    id: recordId,
    file: 'child',
    schema: 1,
    childRef: child.ref,
    child: childPart(child, profile),
    subjectWord: wordFor(question),
    heading: profile.headings.caseDiscussion, // as a case discussion (000:106)
    sessionId: group.id,
    discussionId: discussion.id,
    discussedOn: on,
    writtenOn: dateInLondon(parseInstant(discussion.savedAt) ?? toInstant(discussion.discussedAt)),
    supervisor: question.facilitator,
    practitioner: question.practitioner,
    context: group.familySafeguarding ? 'familySafeguardingGroup' : 'group',
    depth: 'inDepth',
    onTrack: '',
    gap: '', // told by the next one-to-one’s record (GAP3)
    familySummary: discussion.summary,
    siblings: part.siblingsRelevant ? siblings.map(({ name }) => name) : [],
    fields: written({
      childExperience: part.experience,
      childVoice: part.voice,
      worries: discussion.worries,
      protective: discussion.protective,
      analysis: discussion.analysis,
    }),
    actionsReviewed: [],
    group: groupPart(question, on),
    decisions,
    noDecisions: part.noDecisions && decisions.length === 0,
    actions: actionsPart(part.actions, on),
    noActions: part.noActions,
    policy: policyPart(profile, question.policySha256),
    ...deadlineOf(question, on, decisions),
    synthetic: question.synthetic,
    finalisedAt: at,
    finalisedBy: by,
  };
}

const written = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text.trim() !== ''));

const worded = ({ part }: GroupRecordQuestion) =>
  part.decisions.filter(({ text }) => text.trim() !== '');

/** GROUP16: what was put forward without the accountable manager is no decision. */
function decisionsOf(question: GroupRecordQuestion) {
  const { discussion } = question;
  if (discussion.managerPresent !== 'yes') return [];
  return worded(question).map(
    ({ id, text, rationale, significance, changesDirection, decidedAt }) => ({
      id,
      text,
      rationale,
      significance,
      ...(changesDirection ? { changesDirection: true as const } : {}),
      decidedAt: decidedAt || discussion.discussedAt,
    }),
  );
}

/** GROUP17: what a group adds. What is the group’s own and no child’s is not in it: reasons, links, agenda. */
function groupPart(question: GroupRecordQuestion, on: CalendarDate): OfGroup {
  const { group, discussion, participants, summaries, authorOf } = question;
  const isConcern = discussion.immediateConcern === 'yes';
  return {
    facilitator: question.facilitator,
    presenter: discussion.presenter,
    question: discussion.question,
    participants: participants.map((each) => ({ ...each })),
    confidentiality: group.confidentiality,
    views: discussion.views
      .filter(({ whose, text }) => `${whose}${text}`.trim() !== '')
      .map(({ whose, text, dissents }) => ({ whose, text, dissents })),
    groupThink: discussion.groupThink,
    immediateConcern: isConcern ? 'yes' : 'no',
    concern: isConcern ? discussion.concern : '',
    namedIndividual: isConcern ? discussion.namedIndividual : '',
    managerPresent: discussion.managerPresent,
    ideas:
      discussion.managerPresent === 'no'
        ? worded(question).map(({ text, rationale }) => ({ text, rationale }))
        : [],
    trio: group.familySafeguarding ? trioOf(question) : {},
    summaries: summaries
      .filter(({ summary, progress }) => `${summary}${progress}`.trim() !== '')
      .map(({ role, memberId, period, summary, progress }) => ({
        role,
        author: authorOf(memberId),
        period,
        summary,
        progress,
      })),
    nextGroupOn: dayOrTyped(discussion.nextGroupOn, on),
  };
}

/** As a day where it was read as one; otherwise as it was typed. */
function dayOrTyped(typed: string, on: CalendarDate): string {
  const read = readTypedDate(typed, on, { prefer: 'future' });
  return read.outcome === 'read' ? read.date : typed;
}

const trioOf = ({ discussion }: GroupRecordQuestion) => {
  const { domesticAbuse, substanceMisuse, mentalHealth } = discussion;
  return written({ domesticAbuse, substanceMisuse, mentalHealth });
};

function deadlineOf(
  { profile, holidays, at }: GroupRecordQuestion,
  discussedOn: CalendarDate,
  decisions: ReturnType<typeof decisionsOf>,
) {
  const deadline = deadlineOfDiscussion({ discussedOn, decisions }, profile, holidays);
  const due = deadline.status === 'due' ? deadline : undefined;
  return {
    deadline: deadlinePart(deadline),
    lateEntry: due !== undefined && isLate(due, at),
  };
}
