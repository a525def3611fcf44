import { formatDate } from '#domain/dates/calendar-date.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import { dayOf } from '#domain/recording/recording-deadline.ts';
import { hasLoneSurrogate, loneSurrogateMessage } from '#domain/records/child-record.ts';
import type { DiscussionChild, DraftRevisit } from '#domain/records/discussion.ts';
import type { DecisionToRevisit } from './decisions-to-revisit.ts';

type Lines = readonly Pick<DraftRevisit, 'entryId' | 'outcome'>[];

/**
 * Where a part speaks of a decision; -1 where it has no line for it. Two tabs may each have given it
 * one: the one with an answer counts.
 */
export function revisitLineAt(lines: Lines, decisionId: string): number {
  const isOwn = ({ entryId }: Lines[number]) => entryId === decisionId;
  const answered = lines.findIndex((line) => isOwn(line) && line.outcome !== '');
  return answered < 0 ? lines.findIndex(isOwn) : answered;
}

export const revisitLineOf = (
  { revisits }: Pick<DiscussionChild, 'revisits'>,
  decisionId: string,
): DraftRevisit | undefined => revisits[revisitLineAt(revisits, decisionId)];

/** The decisions that nobody has said anything of yet (REVISIT8). */
export const notYetRevisited = (
  part: Pick<DiscussionChild, 'revisits'>,
  toRevisit: readonly DecisionToRevisit[],
): readonly DecisionToRevisit[] =>
  toRevisit.filter(({ decision }) => !revisitLineOf(part, decision.id)?.outcome);

/** "the decision of 5 November 2026, “Grace to stay with her aunt”". */
export function decisionWords({ decision: { decidedAt, text } }: DecisionToRevisit): string {
  const short = text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text;
  return `the decision of ${formatDate(dayOf(decidedAt))}, “${short}”`;
}

/**
 * REVISIT7: each is confirmed, changed, withdrawn or not reached before the record is finalised, with
 * words for what changes or is withdrawn (A3). Nothing here stops a session from ending.
 */
export function missingRevisits(
  part: Pick<DiscussionChild, 'depth' | 'revisits'>,
  toRevisit: readonly DecisionToRevisit[],
): readonly Missing[] {
  if (part.depth === '') return []; // that is asked for first
  return toRevisit.flatMap((each): Missing[] => {
    const path = `revisits.${each.decision.id}`;
    const { outcome = '', note = '' } = revisitLineOf(part, each.decision.id) ?? {};
    if (outcome === '') return [{ path, message: `Say what became of ${decisionWords(each)}` }];
    if (hasLoneSurrogate(note)) return [{ path: `${path}.note`, message: loneSurrogateMessage }];
    if (note.trim() !== '') return [];
    if (outcome === 'changed')
      return [{ path: `${path}.note`, message: `Write what is changed in ${decisionWords(each)}` }];
    if (outcome === 'withdrawn')
      return [{ path: `${path}.note`, message: `Write why ${decisionWords(each)} is withdrawn` }];
    return [];
  });
}
