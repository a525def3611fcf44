import type { DueStatus } from '#domain/due/due-result.ts';
import { Tag, type TagTone } from './tag.tsx';

const shown: Record<DueStatus, { readonly words: string; readonly tone?: TagTone }> = {
  breach: { words: 'overdue, past the limit', tone: 'red' },
  overdue: { words: 'overdue', tone: 'red' },
  overdue_explained: { words: 'overdue, explained', tone: 'yellow' },
  due_today: { words: 'due today', tone: 'yellow' },
  due_soon: { words: 'due soon', tone: 'blue' },
  no_date_held: { words: 'no date held', tone: 'grey' },
  target_missed: { words: 'past its target', tone: 'yellow' },
  due_today_target: { words: 'target is today', tone: 'blue' },
  not_yet_due: { words: 'not yet due' },
  ok: { words: 'in date' },
};

interface DueTagProps {
  /** "Discussion", "Supervision": what is due. A bare "overdue" says nothing about a child. */
  readonly what: string;
  readonly status: DueStatus;
}

/** The words carry the state. In date is plain text, so that what is due stands out. */
export function DueTag({ what, status }: DueTagProps) {
  const { words, tone } = shown[status];
  const text = status === 'no_date_held' ? 'No date held' : `${what} ${words}`;
  return tone ? <Tag tone={tone}>{text}</Tag> : text;
}
