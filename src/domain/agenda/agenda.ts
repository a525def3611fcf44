import type { ActionState } from '#domain/actions/child-actions.ts';
import { countOf } from '#domain/count-words.ts';
import { compareInstants, type Instant, parseInstant } from '#domain/dates/calendar-date.ts';
import { type RowStatus, rowStatus } from '#domain/discussion/discussion-progress.ts';
import type { ChildRef } from '#domain/ids.ts';
import { rankOf } from '#domain/preparation/worries.ts';
import type { Child } from '#domain/records/child.ts';
import type { Discussion, DiscussionChild } from '#domain/records/discussion.ts';
import type { Preparation } from '#domain/records/preparation.ts';
import type { AgendaItem, AgreedItem } from '#domain/records/session.ts';

type Placed = { readonly childRef: ChildRef };

/** The depth of one child: brief, in depth, or not chosen yet. */
export type AgendaDepth = AgendaItem['depth'];

/**
 * AGENDA1, AGENDA2: every open child exactly once, whatever is stored: in the stored order, and a child
 * who is new since after the one before in `openChildren`. Who has left the list is not on it.
 */
export function agendaFor(
  openChildren: readonly Pick<Child, 'ref'>[],
  stored: readonly AgendaItem[],
): readonly AgendaItem[] {
  const open = new Set<string>(openChildren.map(({ ref }) => ref));
  const agenda = firstOfEach(stored.filter(({ childRef }) => open.has(childRef)));
  openChildren.forEach(({ ref }, i) => {
    if (placeOf(agenda, ref) >= 0) return;
    const before = openChildren[i - 1]?.ref ?? ''; // the first one: at the top
    agenda.splice(placeOf(agenda, before) + 1, 0, emptyAgendaItem(ref));
  });
  return agenda;
}

const emptyAgendaItem = (childRef: ChildRef): AgendaItem => ({
  id: childRef,
  childRef,
  depth: '',
  reason: '',
});

const placeOf = (list: readonly Placed[], ref: string): number =>
  list.findIndex(({ childRef }) => childRef === ref);

const firstOfEach = <T extends Placed>(list: readonly T[]): T[] =>
  list.filter(({ childRef }, i) => placeOf(list, childRef) === i);

/** What to store: the agenda, and behind it what was typed for a child who has left the list since. */
export function withThoseWhoLeft(
  agenda: readonly AgendaItem[],
  stored: readonly AgendaItem[],
): AgendaItem[] {
  const left = firstOfEach(stored).filter(
    ({ childRef, depth, reason }) =>
      placeOf(agenda, childRef) < 0 && (depth !== '' || reason !== ''),
  );
  return [...agenda, ...left];
}

/** AGENDA3: to a position counted from 1; past an end is that end. Brothers and sisters stay where they are. */
export function moveTo<T extends Placed>(
  agenda: readonly T[],
  childRef: string,
  position: number,
): readonly T[] {
  const moved = agenda[placeOf(agenda, childRef)];
  if (!moved || !Number.isInteger(position)) return agenda;
  return agenda.filter((item) => item !== moved).toSpliced(Math.max(0, position - 1), 0, moved);
}

export const moveUp = <T extends Placed>(agenda: readonly T[], childRef: string): readonly T[] =>
  moveTo(agenda, childRef, placeOf(agenda, childRef)); // counted from 1 that is one place up

export const moveDown = <T extends Placed>(agenda: readonly T[], childRef: string): readonly T[] =>
  moveTo(agenda, childRef, placeOf(agenda, childRef) + 2);

/** AGENDA9: in that order. Who is not in it, because they came since, stays behind the others as they were. */
export function inOrderOf<T extends Placed>(
  agenda: readonly T[],
  refs: readonly string[],
): readonly T[] {
  const named = refs.flatMap((ref) => agenda.find(({ childRef }) => childRef === ref) ?? []);
  return [...named, ...agenda.filter((item) => !named.includes(item))];
}

/** AGENDA9: a depth for each child that has none yet. What a person chose stays. */
export const withDepths = (
  agenda: readonly AgendaItem[],
  depthOf: (childRef: string) => AgendaDepth,
): readonly AgendaItem[] =>
  agenda.map((item) => (item.depth === '' ? { ...item, depth: depthOf(item.childRef) } : item));

/** "22 open cases: 5 in depth, 15 brief, 2 not chosen yet"; while none is chosen only how many there are. */
export function agendaWords(depths: readonly AgendaDepth[]): string {
  const counted = (depth: AgendaDepth, words: string) => {
    const count = depths.filter((each) => each === depth).length;
    return count > 0 ? [`${count} ${words}`] : [];
  };
  const chosen = [...counted('inDepth', 'in depth'), ...counted('brief', 'brief')];
  const cases = countOf(depths.length, 'open case');
  if (chosen.length === 0) return cases;
  return `${cases}: ${[...chosen, ...counted('', 'not chosen yet')].join(', ')}`;
}

/** What the practitioner asks for one child. */
export interface Ask {
  readonly depth: AgendaDepth;
  readonly why: string;
  /** 1 for the child worried about most; undefined where it is not one of them. */
  readonly worry: number | undefined;
  readonly nothingToAdd: boolean;
}

const noAsk: Ask = { depth: '', why: '', worry: undefined, nothingToAdd: false };

export function askOf(preparation: Preparation | undefined, childRef: string): Ask {
  if (!preparation) return noAsk;
  const part = preparation.children.find((each) => each.childRef === childRef);
  const worry = rankOf(preparation.worries, childRef);
  const { depth, depthWhy: why, nothingToAdd } = part ?? { ...noAsk, depthWhy: '' };
  return { depth, why, worry, nothingToAdd };
}

/** Open actions that the practitioner says are done, said since a session last spoke of them (ACT4). */
export const countSaidDone = (actions: readonly ActionState[]): number =>
  actions.filter(
    ({ said, lastEvent }) =>
      said?.outcome === 'saidDone' && (lastEvent === undefined || lastEvent.at < said.at),
  ).length;

/** AGENDA4: why a reason is asked for. Nothing waits for one. `standing`: a flag says "in depth". */
export function reasonAskedFor(
  depth: AgendaDepth,
  asked: AgendaDepth,
  isStanding = false,
): 'inDepth' | 'differs' | 'standing' | undefined {
  if (depth === 'inDepth') return 'inDepth';
  if (depth === '') return undefined;
  if (asked !== '' && depth !== asked) return 'differs';
  return isStanding ? 'standing' : undefined;
}

/** When it was agreed, and what: '' and nobody where it was not. */
export interface AgreedAgenda {
  readonly agendaAgreedAt: string;
  readonly agreedAgenda: AgreedItem[];
}

/** AGENDA5: what agreeing keeps. */
export const agreedNow = (agenda: readonly AgendaItem[], now: string): AgreedAgenda => ({
  agendaAgreedAt: now,
  agreedAgenda: agenda.map(({ id, childRef, depth }): AgreedItem => ({ id, childRef, depth })),
});

export type AgendaState =
  | { readonly status: 'notAgreed' }
  | { readonly status: 'agreed' | 'changed'; readonly at: Instant };

/** AGENDA5: changed by another order or depth, or by a child who came since; not by one who left. */
export function agendaState(
  { agendaAgreedAt, agreedAgenda }: AgreedAgenda,
  agenda: readonly AgendaItem[],
): AgendaState {
  const at = parseInstant(agendaAgreedAt);
  if (!at) return { status: 'notAgreed' };
  const agreed = agreedAgenda.filter(({ childRef }) => placeOf(agenda, childRef) >= 0);
  const isSame = agenda.every(
    ({ childRef, depth }, i) => agreed[i]?.childRef === childRef && agreed[i]?.depth === depth,
  );
  return { status: isSame ? 'agreed' : 'changed', at };
}

/** AGENDA6: a child had been marked as discussed by then. */
export function isAgreedLate(agreedAt: Instant, discussions: readonly Discussion[]): boolean {
  return discussions
    .flatMap(({ children }) => children)
    .map(({ account, accountedAt }) =>
      account === 'discussed' ? parseInstant(accountedAt) : undefined,
    )
    .some((at) => at !== undefined && compareInstants(at, agreedAt) < 0);
}

export const agendaDepth = (agenda: readonly AgendaItem[], childRef: string): AgendaDepth =>
  agenda.find((item) => item.childRef === childRef)?.depth ?? '';

/** AGENDA7: the depth that stands from the agenda is nothing typed or chosen in the session yet. */
export function statusOnAgenda(part: DiscussionChild, agenda: readonly AgendaItem[]): RowStatus {
  const isFromAgenda = part.depth === agendaDepth(agenda, part.childRef);
  return rowStatus(isFromAgenda ? { ...part, depth: '' } : part);
}
