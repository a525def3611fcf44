import { countOf } from '#domain/count-words.ts';
import { addDays, formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Memory } from './memory.ts';
import type { MeAnswer } from './wire/me.ts';

/** DIR4, SENT6: in words, who is no longer among those I work with, and how much left this device for it. */
export function whatLeft(
  now: string,
  memory: Pick<Memory, 'supervisees' | 'children' | 'notices'>,
  me: MeAnswer,
  removed: number,
): Partial<Memory> {
  const known = knownOf(me);
  const gone = memory.supervisees.filter(
    ({ id }) => !known.supervisees.some((one) => one.id === id),
  );
  const lost = memory.children.filter(({ ref }) => !known.children.some((one) => one.ref === ref));
  const { supervises = [], allocations = [] } = me.ended ?? {};
  const words = [
    ...gone.map(({ id, name, from }) => {
      const last = supervises.find((one) => one.superviseeId === id && one.from === from)?.to;
      return `${name} is no longer your supervisee${fromWords([last])}.`;
    }),
    ...(lost.length > 0 && gone.length === 0
      ? [
          `${lost.length === 1 ? '1 child is' : `${lost.length} children are`} no longer with you or your team${fromWords(
            lost.map(
              ({ ref, from }) =>
                allocations.find((one) => one.childRef === ref && one.from === from)?.to,
            ),
          )}.`,
        ]
      : []),
    ...(removed > 0
      ? [
          `${countOf(removed, 'record')} ${removed === 1 ? 'was' : 'were'} removed from this device. The endpoint keeps ${removed === 1 ? 'it' : 'them'}.`,
        ]
      : []),
  ];
  if (words.length === 0) return known;
  return { ...known, notices: [{ at: now, text: words.join(' ') }, ...memory.notices] };
}

/** Whom I work with today, and since when by the directory: a later end is told of that very relation. */
function knownOf({ person, staff, supervises, children, allocations }: MeAnswer) {
  const mine = supervises.filter(({ supervisorId }) => supervisorId === person.id);
  const begun = (ones: readonly { readonly from: string }[]) =>
    ones
      .map(({ from }) => from)
      .toSorted()
      .at(-1) ?? '';
  return {
    supervisees: staff.flatMap(({ id, name }) => {
      const ofOne = mine.filter(({ superviseeId }) => superviseeId === id);
      return ofOne.length === 0 ? [] : [{ id, name, from: begun(ofOne) }];
    }),
    children: children.map(({ ref, name }) => {
      const ofOne = allocations.filter(({ childRef }) => childRef === ref);
      return { ref, name, from: begun(ofOne) };
    }),
  };
}

/** SENT6: the day after the last one, where all of them ended together. Where one is not told, none is said. */
function fromWords(lastDays: readonly (string | undefined)[]): string {
  const [first, ...others] = lastDays;
  const last = first === undefined ? undefined : parseCalendarDate(first);
  return last === undefined || others.some((each) => each !== first)
    ? ''
    : ` (from ${formatDate(addDays(last, 1))})`;
}
