import { statusOnAgenda } from '#domain/agenda/agenda.ts';
import type { RowStatus } from '#domain/discussion/discussion-progress.ts';
import type { Child } from '#domain/records/child.ts';
import type { Discussion, DiscussionChild } from '#domain/records/discussion.ts';
import type { Session } from '#domain/records/session.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { partsOf } from '#storage/session/session-reads.ts';
import type { Workspace } from '#storage/workspace.ts';

/** One child of the session, in the agenda's order. */
export interface AgendaItem {
  readonly rowId: string;
  readonly child: Child;
  readonly discussion: Discussion;
  readonly index: number;
  readonly part: DiscussionChild;
  readonly status: RowStatus;
}

export function agendaOf(workspace: Workspace, session: Session): readonly AgendaItem[] {
  // Gone through once: this is asked with each drawing of the session.
  const parts = partsOf(workspace, session.id);
  const all = [...workspace.set.all('children').values()].toReversed(); // of two the first
  const children = new Map<string, OpenRecord<'children'>>(
    all.map((child) => [child.body.ref, child]),
  );
  return session.childRefs.flatMap((childRef) => {
    const child = children.get(childRef);
    const found = parts.get(childRef);
    if (!child || !found) return [];
    const { record } = found;
    // Text on its way to disk counts: the next child is chosen before the last save is done.
    const unsaved = workspace.queue.unsaved(record.id)?.body as Discussion | undefined; // a draft of this id
    const discussion = unsaved ?? record.body;
    const index = discussion.children.findIndex((each) => each.childRef === childRef);
    const part = discussion.children[index] ?? found.part;
    const { id: rowId, body } = child;
    const status = statusOnAgenda(part, session.agenda);
    return [{ rowId, child: body, discussion, index, part, status }];
  });
}

/** Plain text for what is done, so that what is not done stands out. */
export const rowWords = {
  finalised: { status: 'Finalised' },
  discussed: { status: 'Discussed' },
  notDiscussed: { status: 'Not this time' },
  inProgress: { status: 'In progress', tone: 'blue' },
  untouched: { status: 'Not discussed', tone: 'grey' },
} as const satisfies Record<RowStatus, { status: string; tone?: string }>;

const done: readonly RowStatus[] = ['finalised', 'discussed', 'notDiscussed'];

export const isAccounted = ({ status }: AgendaItem): boolean => done.includes(status);

/** The next child without an outcome, after this one and round again; undefined when all have one. */
export function nextUndone(
  agenda: readonly AgendaItem[],
  current: AgendaItem,
): AgendaItem | undefined {
  const at = agenda.findIndex(({ rowId }) => rowId === current.rowId);
  const after = [...agenda.slice(at + 1), ...agenda.slice(0, at)];
  return after.find((item) => !isAccounted(item));
}
