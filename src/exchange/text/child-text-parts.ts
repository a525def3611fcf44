import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import { agreedActionWords } from './action-words.ts';

/** What the record of a discussion and its decision record say in the same words. */
export const onDate = (iso: string): string => {
  const date = parseCalendarDate(iso);
  return date ? formatDate(date) : iso;
};

export function decisions({ decisions: made, noDecisions }: ChildRecord): string {
  if (made.length === 0) return noDecisions ? 'Decisions\nNone.' : '';
  const lines = made.map(({ text, rationale, significance, changesDirection }) => {
    const grave = significance === 'routine' ? '' : ` (${significance})`;
    const turn = changesDirection ? ' (changes the direction of the work)' : '';
    return `- ${text}${grave}${turn}\n  Reasons: ${rationale}`;
  });
  return ['Decisions', ...lines].join('\n');
}

export function actions({ actions: agreed, noActions }: ChildRecord): string {
  if (agreed.length === 0) return noActions ? 'Actions agreed\nNone.' : '';
  const lines = agreed.map(
    (action) =>
      `- ${agreedActionWords(action)}${action.immediateSafeguarding ? ' (immediate safeguarding action)' : ''}`,
  );
  return ['Actions agreed', ...lines].join('\n');
}
