import { isNamed } from '#domain/entries/names-in-others.ts';
import type { Child } from '#domain/records/child.ts';
import type { Observation } from '#domain/records/observation.ts';
import { textsOfObservation } from './observation-texts.ts';

/** OBS6: the children of a list whom a text names, by name or reference. Pointed out, and never refused. */
export function childrenNamed(text: string, children: readonly Child[]): readonly Child[] {
  const plain = text.toLowerCase();
  // Asked at every key of every text: a pattern is made only for a child who may well be named.
  return children.filter((child) => mayBeNamed(plain, child) && isNamed(text, child));
}

const mayBeNamed = (plain: string, { name, reference }: Child): boolean =>
  [name.trim().split(/\s+/)[0] ?? '', reference.trim()].some(
    (part) => part !== '' && plain.includes(part.toLowerCase()),
  );

export interface NamedIn {
  readonly path: string;
  readonly label: string;
  readonly children: readonly Child[];
}

/** OBS6: the fields of an observation in which a child is named, in the form's order. */
export const fieldsNaming = (
  observation: Observation,
  children: readonly Child[],
): readonly NamedIn[] =>
  textsOfObservation(observation)
    .map(({ path, label, text }) => ({ path, label, children: childrenNamed(text, children) }))
    .filter(({ children: named }) => named.length > 0);
