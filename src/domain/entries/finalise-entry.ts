import canonicalize from 'canonicalize';
import { assert } from '#domain/assert.ts';
import { subjectWord } from '#domain/caseload/subject.ts';
import type { Holidays } from '#domain/dates/bank-holidays.ts';
import {
  type CalendarDate,
  dateInLondon,
  formatDate,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import { isToRevisit } from '#domain/decisions/pending-decisions.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import { firstFullDue } from '#domain/due/child-by-cohort.ts';
import {
  actionsPart,
  childPart,
  deadlinePart,
  policyPart,
} from '#domain/finalise/finished-parts.ts';
import type { RecordId } from '#domain/ids.ts';
import { cite, type PolicyProfile } from '#domain/policies/policy-profile.ts';
import { recordingState } from '#domain/recording/recording-state.ts';
import type { Child } from '#domain/records/child.ts';
import { ChildEntry, type EntryDraft } from '#domain/records/entry.ts';
import { deadlineOfEntry } from './entry-deadline.ts';
import { channelWords, entryHeading, entryTables } from './entry-fields.ts';
import { missingForEntry, momentOfEntry, readEntryDay } from './entry-missing.ts';

/** Everything that finished entries are made from. Pure: `at` and `newId` are handed in. */
export interface EntryQuestion {
  readonly draft: EntryDraft;
  /** Whom it is about: each gets an entry of their own. */
  readonly children: readonly Child[];
  readonly at: string;
  readonly by: string;
  readonly newId: () => RecordId;
  /** Of the day it was decided (PROF9). */
  readonly profile: PolicyProfile;
  readonly policySha256?: string | undefined;
  readonly holidays: Holidays;
  readonly synthetic: boolean;
}

export interface BuiltEntry {
  readonly entry: ChildEntry;
  /** Its canonical text (RFC 8785): what is stored, and never written again. */
  readonly text: string;
}

export type BuiltEntries =
  | { readonly outcome: 'built'; readonly built: readonly BuiltEntry[] }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

/** ENTRY4: one entry for each child, and nothing of another child in it; or what is still missing. */
export function buildEntries(question: EntryQuestion): BuiltEntries {
  const { draft, children, at } = question;
  const missing = missingForEntry(question);
  const day = readEntryDay(draft, dateInLondon(toInstant(at)));
  if (missing.length > 0 || day.outcome !== 'read') return { outcome: 'missing', missing };
  const built = children.map((child): BuiltEntry => {
    const entry = ChildEntry.parse(bodyOf(question, child, day.date));
    const text = canonicalize(entry);
    assert(text, `entry ${entry.id} has no canonical form`);
    return { entry, text };
  });
  return { outcome: 'built', built };
}

function bodyOf(question: EntryQuestion, child: Child, on: CalendarDate) {
  const { draft, profile, holidays, at, by, newId } = question;
  const { kind } = draft;
  const { isDecision } = entryTables[kind];
  const decidedAt: string = momentOfEntry(draft, on) ?? '';
  const significance = (isDecision && draft.significance) || 'routine';
  const changesDirection = isDecision && draft.changesDirection === 'yes';
  const deadline = deadlineOfEntry({ kind, on, decidedAt, significance }, profile, holidays);
  const _due = deadline.status === 'due' ? deadline : undefined;
  const { status: state } = recordingState({ deadline, now: toInstant(at), holidays });
  return {
    id: newId(),
    file: 'child',
    schema: 1,
    kind,
    childRef: child.ref,
    child: childPart(child, profile),
    subjectWord: subjectWord(child, on),
    heading: entryHeading(profile, kind),
    draftId: draft.id,
    on,
    decidedAt,
    who: draft.who,
    channel: isDecision ? channelOf(draft) : '',
    significance,
    changesDirection,
    notToAct: isDecision && draft.notToAct,
    fields: fieldsOf(question, child, on),
    actions: entryTables[kind].actions ? newActions(question, on) : [],
    // ENTRY6: only what the policy wants to hear of again.
    toRevisit:
      isDecision &&
      profile.informal?.revisitAtNextFormal !== undefined &&
      isToRevisit({ id: '', decidedAt: on, significance, changesDirection }),
    policy: policyPart(profile, question.policySha256),
    deadline: deadlinePart(deadline),
    lateEntry: state === 'overdue',
    synthetic: question.synthetic,
    finalisedAt: at,
    finalisedBy: by,
  };
}

function channelOf({ channel, channelOther }: EntryDraft): string {
  if (channel === '') return '';
  return channel === 'other' ? channelOther : channelWords[channel];
}

/** As typed; beside a typed day the date that was read from it. */
function fieldsOf({ draft, profile }: EntryQuestion, child: Child, on: CalendarDate) {
  const typed = entryTables[draft.kind].fields.flatMap(({ key, input }): [string, string][] => {
    const text = draft[key];
    if (text.trim() === '') return [];
    const read = input === 'date' ? readTypedDate(text, on) : undefined;
    const date: [string, string][] = read?.outcome === 'read' ? [[`${key}Date`, read.date]] : [];
    return [[key, text], ...date];
  });
  const full = draft.kind === 'allocation' ? fullSupervision(profile, child, on) : '';
  return Object.fromEntries([...typed, ...(full ? [['fullSupervisionBy', full]] : [])]);
}

/** ENTRY7: the first full supervision after an allocation, as the policy has it for this child (R-15). */
export function fullSupervision(profile: PolicyProfile, child: Child, on: CalendarDate): string {
  const due = firstFullDue(profile, { cohorts: child.status === '' ? [] : [child.status] }, on);
  if (!due) return '';
  const { clause } = due.rule;
  return `${formatDate(due.dueOn)}${clause === null ? '' : ` (${cite(profile, clause)})`}`;
}

/** Each child's entry has actions of its own. */
const newActions = ({ draft, newId }: EntryQuestion, on: CalendarDate) =>
  actionsPart(draft.actions, on).map((action) => ({ ...action, id: newId() }));
