import type { GroupFamily } from '#domain/group/group-agenda.ts';
import type { GroupAgendaItem, GroupSession } from '#domain/records/group.ts';
import type { FormValues } from '#ui/form-values.ts';

/** What the agenda's form changes of the group; the rest of the body goes through it as it is. */
export interface GroupAgendaValues {
  minutes: string;
  /** Row ids in the agenda's order. Moving replaces the list; what was typed stays with its family. */
  order: string[];
  lines: Record<string, FormValues<GroupAgendaItem>>;
}

/** Every family has a line: as somebody put them, those that came since as suggested, those that left last. */
export function valuesOf(
  { minutes, agenda }: GroupSession,
  families: readonly GroupFamily[],
): GroupAgendaValues {
  const held = new Map(families.map(({ familyKey, item }) => [familyKey, item]));
  const put = new Set(agenda.map(({ familyKey }) => familyKey));
  return withLines({ minutes, order: [], lines: {} }, [
    ...agenda.flatMap(({ familyKey }) => held.get(familyKey) ?? []),
    ...families.filter(({ familyKey }) => !put.has(familyKey)).map(({ item }) => item),
    ...agenda.filter(({ familyKey }) => !held.has(familyKey)),
  ]);
}

/** A row's id holds nothing of the family: it stands in the page. */
export function withLines(
  { minutes, order, lines }: GroupAgendaValues,
  items: readonly GroupAgendaItem[],
): GroupAgendaValues {
  const added = items.map((item, i) => [`f${order.length + i}`, structuredClone(item)] as const);
  return {
    minutes,
    order: [...order, ...added.map(([rowId]) => rowId)],
    lines: { ...lines, ...Object.fromEntries(added) },
  };
}

export function bodyOf(group: GroupSession, values: GroupAgendaValues): GroupSession {
  const { minutes, order, lines } = values;
  const agenda = order.flatMap((rowId) => lines[rowId] ?? []) as GroupAgendaItem[]; // made from them by `valuesOf`
  return { ...group, minutes, agenda: structuredClone(agenda) };
}

/** One row of those that are shown goes to another place among them. What is not shown stays where it is. */
export function moved(
  order: readonly string[],
  shown: readonly string[],
  rowId: string,
  position: number,
): string[] {
  const others = shown.filter((each) => each !== rowId);
  const to = Math.min(Math.max(position, 1), shown.length) - 1;
  const next = others[to];
  const rest = order.filter((each) => each !== rowId);
  const at = next === undefined ? rest.length : rest.indexOf(next);
  return [...rest.slice(0, at), rowId, ...rest.slice(at)];
}

/** What the table and the plan are drawn by. A question that is typed draws nothing again. */
export const structureOf = ({ minutes, order, lines }: GroupAgendaValues): string =>
  JSON.stringify([
    minutes,
    order.map((rowId) => [rowId, lines[rowId]?.chosen, lines[rowId]?.minutes]),
  ]);
