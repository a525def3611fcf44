import { namedAt } from '#domain/entries/names-in-others.ts';

/** Somebody held here who is not the subject. */
export interface HeldPerson {
  readonly name: string;
  /** '' of a member of staff: their reference is not written in texts. */
  readonly reference: string;
  readonly who: 'Another child' | 'Brother or sister' | 'Member of staff' | 'Took part in a group';
}

/** One place of a text: where in the record, and its words. */
export interface PlacedText {
  readonly place: string;
  readonly text: string;
}

export interface Mention extends PlacedText {
  readonly person: HeldPerson;
}

/** Letters to each side: enough to find it and to judge it by. */
const AROUND = 60;

/**
 * ACCESS3: where other people are named, each with the words around. A list of its own: the words of a
 * record are never changed, struck out or marked in their place.
 */
export function mentionsIn(
  texts: readonly PlacedText[],
  people: readonly HeldPerson[],
): readonly Mention[] {
  const whole = texts.map(({ text }) => text.toLowerCase());
  return people
    .filter((person) => whole.some((text) => mayName(text, person)))
    .flatMap((person) =>
      texts.flatMap(({ place, text }) =>
        namedAt(text, person).map(([at, length]) => ({
          person,
          place,
          text: around(text, at, length),
        })),
      ),
    );
}

/** Quick, and never wrong about a no: of thousands of people few are named in one record. */
function mayName(text: string, { name, reference }: HeldPerson): boolean {
  const [first = ''] = name.trim().toLowerCase().split(/\s+/);
  const own = reference.trim().toLowerCase();
  return (first !== '' && text.includes(first)) || (own !== '' && text.includes(own));
}

function around(text: string, at: number, length: number): string {
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + length + AROUND);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}
