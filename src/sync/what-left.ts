import { dateInLondon, formatDate, toInstant } from '#domain/calendar-date.ts';
import { countOf } from '#domain/count-words.ts';
import type { Memory } from './memory.ts';
import type { MeAnswer } from './wire/me.ts';

/** DIR4: in words, who is no longer among those I work with, and how much left this device for it. */
export function whatLeft(
  now: string,
  memory: Pick<Memory, 'supervisees' | 'children' | 'notices'>,
  me: MeAnswer,
  removed: number,
): Partial<Memory> {
  const mine = me.supervises.filter(({ supervisorId }) => supervisorId === me.person.id);
  const supervisees = me.staff.filter(({ id }) =>
    mine.some(({ superviseeId }) => superviseeId === id),
  );
  const children = me.children.map(({ ref, name }) => ({ ref, name }));
  const on = formatDate(dateInLondon(toInstant(now)));
  const gone = memory.supervisees.filter(({ id }) => !supervisees.some((each) => each.id === id));
  const lost = memory.children.filter(({ ref }) => !children.some((each) => each.ref === ref));
  const words = [
    ...gone.map(
      ({ name }) =>
        `${name} is no longer your supervisee (since ${on}, by the council’s directory).`,
    ),
    ...(lost.length > 0 && gone.length === 0
      ? [
          `${lost.length === 1 ? '1 child is' : `${lost.length} children are`} no longer with you or your team (since ${on}, by the council’s directory).`,
        ]
      : []),
    ...(removed > 0
      ? [`${countOf(removed, 'record')} removed from this device. The endpoint keeps them.`]
      : []),
  ];
  const known = { supervisees: supervisees.map(({ id, name }) => ({ id, name })), children };
  if (words.length === 0) return known;
  return { ...known, notices: [{ at: now, text: words.join(' ') }, ...memory.notices] };
}
