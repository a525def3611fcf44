import type { ChoiceKey, DiscussionTextKey, dynamicCodes } from './discussion-keys.ts';

export type Depth = 'brief' | 'inDepth';

export type SubjectWord = 'child' | 'young person' | 'unborn baby';

/** The two forms of a policy that have words of their own (domain-spec A4, A5). */
export type FormName = 'supervisionRecord' | 'decisionRecord';

/** Where a field stands on the screen. In the record the order is that of the table. */
export type DiscussionSection =
  | 'first'
  | 'sinceLast'
  | 'difference'
  | 'thinking'
  | 'family'
  | 'outcomes';

interface Shown {
  /** Depths at which the field is offered. */
  readonly depths: readonly Depth[];
  readonly section: DiscussionSection;
  readonly label: (word: SubjectWord) => string;
  readonly hint?: (word: SubjectWord) => string;
  /** A3 has it in each discussion in depth: counted while writing and in monitoring, never a gate. */
  readonly isExpected?: true;
  /** Offered only where the policy has that form (FORM1). */
  readonly form?: FormName;
}

export interface TextField extends Shown {
  readonly kind: 'text' | 'line' | 'date';
  readonly key: DiscussionTextKey;
  readonly requiredAt: readonly Depth[];
  /** What to do, said when the field is missing at finalise. */
  readonly missing: (word: SubjectWord) => string;
}

export interface ChoiceField extends Shown {
  readonly kind: 'choice' | 'check';
  readonly key: ChoiceKey;
  /** The words of each code. */
  readonly words: Readonly<Record<string, string>>;
}

export interface SeveralField extends Shown {
  readonly kind: 'several';
  readonly key: 'dynamics';
  readonly words: Readonly<Record<(typeof dynamicCodes)[number], string>>;
}

export interface TickField extends Shown {
  readonly kind: 'tick';
  readonly key: 'complex';
}

export interface ListField extends Shown {
  readonly kind: 'list';
  readonly key: 'hypotheses';
}

export type DiscussionField = TextField | ChoiceField | SeveralField | TickField | ListField;
