import type { Depth, DiscussionField, TextField } from './discussion-field-types.ts';
import { familyFields, outcomeFields } from './discussion-fields-family.ts';
import { formFields } from './discussion-fields-forms.ts';
import { differenceFields, sinceLastFields, thinkingFields } from './discussion-fields-more.ts';
import { briefNote, saidFields } from './discussion-fields-said.ts';

export type { Depth, SubjectWord } from './discussion-field-types.ts';

/**
 * The one field table of the case discussion (domain-spec A3), in the order of the record. The rule that
 * says what is missing, the screen, the copied text and the finalised record are all made from it, and
 * the draft schema from its keys.
 */
export const discussionFields: readonly DiscussionField[] = [
  briefNote,
  ...formFields,
  ...sinceLastFields,
  ...saidFields,
  ...thinkingFields,
  ...differenceFields,
  ...familyFields,
  ...outcomeFields,
];

export const isText = (field: DiscussionField): field is TextField =>
  field.kind === 'text' || field.kind === 'line' || field.kind === 'date';

export const isOfferedAt =
  (depth: Depth) =>
  ({ depths }: DiscussionField): boolean =>
    depths.includes(depth);

/** What is written in words at this depth. */
export const fieldsAt = (depth: Depth): readonly TextField[] =>
  discussionFields.filter(isText).filter(isOfferedAt(depth));

export const onTrackChoices = [
  { value: 'yes', label: 'Yes' },
  { value: 'partly', label: 'Partly' },
  { value: 'no', label: 'No' },
] as const;
