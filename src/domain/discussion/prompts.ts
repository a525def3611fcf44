import type { DiscussionSection, SubjectWord } from '#domain/records/discussion-field-types.ts';
import { discussionFields, isOfferedAt } from '#domain/records/discussion-fields.ts';

export interface Prompt {
  readonly key: string;
  readonly question: string;
  /** What belongs to the question, where the table says it. */
  readonly also: string;
}

export interface PromptsOfSection {
  readonly section: DiscussionSection;
  readonly prompts: readonly Prompt[];
}

const order: readonly DiscussionSection[] = [
  'first',
  'thinking',
  'difference',
  'family',
  'outcomes',
  'sinceLast',
];

/**
 * The questions of a discussion in depth, to read while writing (A3; 000:63,157-159, 001:29): those of the
 * field table, whose label or hint asks one. None of them wants an answer of its own.
 */
export function promptsInDepth(word: SubjectWord): readonly PromptsOfSection[] {
  const fields = discussionFields
    .filter(isOfferedAt('inDepth'))
    .filter(({ kind }) => kind !== 'check');
  return order
    .map((section) => ({
      section,
      prompts: fields
        .filter((field) => field.section === section)
        .flatMap(({ key, label, hint }): Prompt[] => {
          const [name, more] = [label(word), hint?.(word) ?? ''];
          if (name.includes('?')) return [{ key, question: name, also: more }];
          return more.includes('?') ? [{ key, question: more, also: '' }] : [];
        }),
    }))
    .filter(({ prompts }) => prompts.length > 0);
}
