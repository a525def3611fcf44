import {
  compareInstants,
  dateInLondon,
  formatDate,
  formatTime,
  type Instant,
  parseInstant,
} from '#domain/dates/calendar-date.ts';
import type { ChildRef } from '#domain/ids.ts';
import type { ChildActionEvent } from '#domain/records/action.ts';
import type { SubjectWord } from '#domain/records/discussion-fields.ts';
import {
  type ActionUpdate,
  emptyPreparedChild,
  type PartAKey,
  type Preparation,
  type PreparedChild,
  partAFields,
} from '#domain/records/preparation.ts';
import { emptyImpact, type Impact } from '#domain/records/response.ts';

/** All that a practitioner prepared about one child. */
export interface PreparedCase {
  readonly part: PreparedChild;
  /** What she says of this child's own actions. */
  readonly updates: readonly ActionUpdate[];
  readonly impact: Impact;
}

export type PreparedStatus = 'notStarted' | 'inProgress' | 'ready' | 'nothingToAdd';

export const preparedStatusWords: Readonly<Record<PreparedStatus, string>> = {
  notStarted: 'Not started',
  inProgress: 'In progress',
  ready: 'Ready',
  nothingToAdd: 'Nothing to add',
};

const blank = (text: string) => text.trim() === '';

/** PREP1: what the practitioner said of it, and otherwise whether anything was typed or chosen. */
export function preparedStatus(prepared: PreparedCase): PreparedStatus {
  const { part } = prepared;
  if (part.nothingToAdd) return 'nothingToAdd';
  if (part.ready) return 'ready';
  return isStarted(prepared) ? 'inProgress' : 'notStarted';
}

function isStarted({ part, updates, impact }: PreparedCase): boolean {
  const texts = [
    ...partAFields.map(({ key }) => part[key]),
    part.familyName,
    part.changesOn,
    part.seenOn,
    part.seenAloneOn,
    part.inTouchOn,
    part.depthWhy,
    impact.text,
    ...updates.map(({ text }) => text),
  ];
  return (
    part.depth !== '' ||
    impact.strong ||
    updates.some(({ said }) => said !== '') ||
    texts.some((text) => !blank(text))
  );
}

export const isPrepared = (status: PreparedStatus): boolean =>
  status === 'ready' || status === 'nothingToAdd';

/** PREP2: "9 of 22 ready". */
export const preparedWords = (statuses: readonly PreparedStatus[]): string =>
  `${statuses.filter(isPrepared).length} of ${statuses.length} ready`;

/** PREP3: a child who came onto the list later has an empty part; nobody's part is ever taken out. */
export function caughtUp<P extends Pick<Preparation, 'children'>>(
  preparation: P,
  childRefs: readonly ChildRef[],
): P {
  const held = new Set<string>(preparation.children.map(({ childRef }) => childRef));
  const missing = childRefs.filter((ref) => !held.has(ref));
  if (missing.length === 0) return preparation;
  return {
    ...preparation,
    children: [...preparation.children, ...missing.map(emptyPreparedChild)],
  };
}

export const preparedPart = (
  { children }: Pick<Preparation, 'children'>,
  childRef: ChildRef,
): PreparedChild =>
  children.find((part) => part.childRef === childRef) ?? emptyPreparedChild(childRef);

export const toldImpact = (told: readonly Impact[], childRef: ChildRef): Impact =>
  told.find((impact) => impact.childRef === childRef) ?? emptyImpact(childRef);

interface Shared {
  readonly sharedAt: string;
  readonly savedAt: string;
}

/** PREP5: the last moment at which something was written after it was shared. */
export function changedSinceShared(preparation: Shared, before?: Shared): Instant | undefined {
  const sharedAt = parseInstant(preparation.sharedAt);
  if (!sharedAt) return undefined;
  return [preparation.savedAt, before?.savedAt ?? '']
    .map(parseInstant)
    .filter((savedAt) => savedAt !== undefined)
    .filter((savedAt) => compareInstants(savedAt, sharedAt) > 0)
    .toSorted(compareInstants)
    .at(-1);
}

/** "21 November 2026 at 2:41pm". */
export const dayAndTime = (at: Instant): string =>
  `${formatDate(dateInLondon(at))} at ${formatTime(at)}`;

/** "2:50pm" on the day it was shared, later "22 November 2026 at 9:05am". */
export function changedWords(changedAt: Instant, sharedAt: string): string {
  const shared = parseInstant(sharedAt);
  const isSameDay = shared && dateInLondon(shared) === dateInLondon(changedAt);
  return isSameDay ? formatTime(changedAt) : dayAndTime(changedAt);
}

const saidOutcomes = { done: 'saidDone', notDone: 'saidNotDone' } as const;

export interface Saying {
  readonly update: ActionUpdate;
  readonly outcome: 'saidDone' | 'saidNotDone';
  /** Nothing was said of it in this preparation before: its event takes the update's own id. */
  readonly isFirst: boolean;
}

/** PREP6: what sharing has to add to the history of actions; nothing where it was said already. */
export function sayingsToAppend(
  { id, actionUpdates }: Pick<Preparation, 'id' | 'actionUpdates'>,
  events: readonly ChildActionEvent[],
): readonly Saying[] {
  return actionUpdates.flatMap((update): Saying[] => {
    if (update.said === '') return [];
    const outcome = saidOutcomes[update.said];
    const before = events
      .filter(({ sessionId, actionId }) => sessionId === id && actionId === update.actionId)
      .toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const last = before.at(-1);
    if (last?.outcome === outcome && last.reason === update.text) return [];
    return [{ update, outcome, isFirst: before.length === 0 }];
  });
}

/**
 * Where each text of Part A belongs on the case discussion form (003:272-282), and what it is called
 * there: the reader of a child's record is told whose "I" it was. '' is the field's own name.
 */
const partAGoesTo = {
  summary: [
    ['events', ''],
    ['changes', 'Changes'],
    ['did', 'What the practitioner did'],
    ['role', 'The practitioner’s role with this family'],
  ],
  worries: [['risks', '']],
  protective: [
    ['protective', ''],
    ['strengths', 'Strengths'],
  ],
  childVoice: [['says', '']],
} as const satisfies Record<string, readonly (readonly [PartAKey, string])[]>;

export type PartAText = Readonly<Record<keyof typeof partAGoesTo, string>>;

export interface PartAEntry {
  readonly key: PartAKey;
  readonly label: string;
  readonly text: string;
}

/** What was written in Part A, in the form's order, and in the policy's words where it has some. */
export const partAEntries = (
  part: PreparedChild,
  word: SubjectWord,
  labelOf: (key: PartAKey) => string | undefined = () => undefined,
): readonly PartAEntry[] =>
  partAFields
    .map(({ key, label }) => ({ key, label: labelOf(key) ?? label(word), text: part[key] }))
    .filter(({ text }) => !blank(text));

/**
 * PREP7: Part A for the supervisor to use in the child's record, to the letter. It is made from Part A
 * and from nothing else: no depth, reason, rank or strong impact.
 */
export function partAText(part: PreparedChild): PartAText {
  const joined = (entries: readonly (readonly [PartAKey, string])[]) =>
    entries
      .filter(([key]) => !blank(part[key]))
      .map(([key, label]) => (label === '' ? part[key] : `${label}: ${part[key]}`))
      .join('\n\n');
  return {
    summary: joined(partAGoesTo.summary),
    worries: joined(partAGoesTo.worries),
    protective: joined(partAGoesTo.protective),
    childVoice: joined(partAGoesTo.childVoice),
  };
}
