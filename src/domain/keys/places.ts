/** One line of "Go to": a child, a practitioner, a page. */
export interface Place {
  readonly id: string;
  readonly label: string;
  /** What it is: "Case 7 of 22, not discussed". */
  readonly what: string;
  /** Other words it is found by. */
  readonly also: string;
  readonly href: string;
  /** Said on arrival, where the work is taken up at once with the caret in the note. */
  readonly said?: string;
}

const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en-GB');

const wordsIn = (text: string): readonly string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * KEY3: the places that what was typed may mean, nearest first: those whose name begins with it, then
 * those with words that begin so. All of them, in their own order, where nothing is typed.
 */
export function placesFor(places: readonly Place[], typed: string): readonly Place[] {
  const asked = wordsIn(typed);
  const start = asked.join(' ');
  const nearness = ({ label, also }: Place): number => {
    const name = wordsIn(label);
    if (name.join(' ').startsWith(start)) return 0;
    if (asked.every((word) => name.some((own) => own.startsWith(word)))) return 1;
    const all = [...name, ...wordsIn(also)];
    return asked.every((word) => all.some((own) => own.startsWith(word))) ? 2 : 3;
  };
  const near = places.map((place) => ({ place, at: nearness(place) }));
  return near
    .filter(({ at }) => at < 3)
    .toSorted((a, b) => a.at - b.at)
    .map(({ place }) => place);
}
