import { revisitLineAt } from '#domain/decisions/revisits.ts';
import type { Discussion, DiscussionChild } from '#domain/records/discussion.ts';
import type { Session } from '#domain/records/session.ts';
import { newRevisits } from '#storage/entries/pending-entries.ts';
import { reviewFor } from '#storage/session/review-reads.ts';
import type { Workspace } from '#storage/workspace.ts';

interface PartOf {
  readonly session: Session;
  readonly discussion: Discussion;
  readonly part: DiscussionChild;
}

/**
 * The field of the session screen that a path of `missingFor` is about, by the id it has there. A list's
 * line is found by its place: a line that the form adds when it opens comes after those that are stored.
 */
export function fieldIdOf(workspace: Workspace, of: PartOf, path: string): string {
  const { discussion, part } = of;
  const [first = '', id = '', ...rest] = path.split('.');
  if (first === 'familySummary') return 'case-familySummary';
  if (first === 'twoVersions') return 'case-twoVersions';
  const line = (list: string, at: number, ...field: readonly string[]) =>
    ['case', 'children', discussion.children.indexOf(part), list, at, ...field].join('-');
  switch (first) {
    case 'settled':
      return line(first, settledAt(workspace, of, id), ...field(rest));
    case 'revisits':
      return line(first, revisitAt(workspace, of, id), ...field(rest));
    case 'decisions':
    case 'actions':
    case 'hypotheses':
      return line(
        first,
        part[first].findIndex((each) => each.id === id),
        ...rest,
      );
    // Where an empty line stands there is no tick to say that there are none.
    case 'noDecisions':
      if (part.decisions.length > 0) return line('decisions', 0, 'text');
      break;
    case 'noActions':
      if (part.actions.length > 0) return line('actions', 0, 'what');
      break;
  }
  return ['case', 'children', discussion.children.indexOf(part), first].join('-');
}

/** Nothing was chosen yet: the first choice is the way in. */
const field = (rest: readonly string[]) => (rest.length > 0 ? rest : ['outcome']);

function settledAt(workspace: Workspace, { session, part }: PartOf, actionId: string): number {
  const held = part.settled.map((each) => each.actionId as string);
  const asked = reviewFor(workspace, session.id, part.childRef).map(({ action }) => action.id);
  return [...held, ...asked.filter((id) => !held.includes(id))].indexOf(
    actionId as (typeof asked)[number], // compared as text
  );
}

function revisitAt(workspace: Workspace, { session, part }: PartOf, decisionId: string): number {
  const lines = [...part.revisits, ...newRevisits(workspace, session, part)];
  return revisitLineAt(lines, decisionId);
}
