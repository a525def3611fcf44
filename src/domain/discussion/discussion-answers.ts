import { type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { Child } from '#domain/records/child.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import type { DiscussionChild } from '#domain/records/discussion.ts';
import type {
  ChoiceField,
  Depth,
  DiscussionField,
} from '#domain/records/discussion-field-types.ts';
import { discussionFields, fieldsAt, isOfferedAt } from '#domain/records/discussion-fields.ts';
import type { CheckKey } from '#domain/records/discussion-keys.ts';

/** What was written in words at this depth, by key, as typed (FIN1, FIN2). */
export const textsOf = (part: DiscussionChild, depth: Depth): Record<string, string> =>
  Object.fromEntries(
    fieldsAt(depth).flatMap(({ key }) => (part[key].trim() === '' ? [] : [[key, part[key]]])),
  );

type Answers = NonNullable<ChildRecord['answers']>;
type Entries = readonly (readonly [string, string | string[]])[];

interface Asked {
  readonly part: DiscussionChild;
  readonly depth: Depth;
  readonly child: Pick<Child, 'facts'>;
  /** The day of the discussion. */
  readonly on: CalendarDate;
}

/**
 * FIN12: what was chosen at this depth, by its code, and the hypotheses. Nothing chosen leaves nothing:
 * the record is then the same, letter for letter, as one from before there was a choice.
 */
export function answersOf(asked: Asked): Pick<ChildRecord, 'answers' | 'hypotheses'> {
  const { part, depth } = asked;
  const entries = discussionFields
    .filter(isOfferedAt(depth))
    .flatMap((field) => entriesOf(field, asked));
  const changedOn = readTypedDate(part.statusChangeOn, asked.on, { prefer: 'past' });
  const answers: Answers = Object.fromEntries([
    ...entries,
    ...(changedOn.outcome === 'read' ? [['statusChangeOn', changedOn.date]] : []),
  ]);
  const hypotheses = depth === 'inDepth' ? part.hypotheses.filter((each) => !isEmpty(each)) : [];
  return {
    ...(Object.keys(answers).length > 0 ? { answers } : {}),
    ...(hypotheses.length > 0 ? { hypotheses: hypotheses.map(recorded) } : {}),
  };
}

function entriesOf(field: DiscussionField, { part, child }: Asked): Entries {
  if (field.kind === 'several') {
    const ticked = part[field.key];
    return ticked.length > 0 ? [[field.key, [...ticked]]] : [];
  }
  if (field.kind === 'tick') return part[field.key] ? [[field.key, 'yes']] : [];
  if (field.kind !== 'choice' && field.kind !== 'check') return [];
  const code = part[field.key];
  if (code === '') return [];
  return [[field.key, code], ...(field.kind === 'check' ? shownBeside(field, child) : [])];
}

/** The day that was shown beside a check, as evidence of what it was answered on. */
function shownBeside({ key }: ChoiceField, child: Pick<Child, 'facts'>): Entries {
  const held = heldFor(key as CheckKey, child); // a field of that kind has such a key
  return held ? [[`${key}Held`, held]] : [];
}

const heldKeys = {
  seen: 'lastSeenOn',
  reviewInTime: 'lastReviewOn',
  planInPlace: 'planOn',
  assessmentCurrent: 'assessmentOn',
} as const satisfies Record<CheckKey, keyof Child['facts']>;

/** The council's own day for a check; undefined is "not held" (FLAG10). */
export const heldFor = (key: CheckKey, { facts }: Pick<Child, 'facts'>) =>
  parseCalendarDate(facts[heldKeys[key]]);

type Hypothesis = DiscussionChild['hypotheses'][number];

const isEmpty = ({ statement, evidenceFor, evidenceAgainst }: Hypothesis): boolean =>
  [statement, evidenceFor, evidenceAgainst].every((text) => text.trim() === '');

const recorded = ({ id, statement, evidenceFor, evidenceAgainst, status }: Hypothesis) => ({
  id,
  statement,
  evidenceFor,
  evidenceAgainst,
  status,
});
