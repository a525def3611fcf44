import type { Child } from '#domain/records/child.ts';
import type { ImportedFacts } from './imported-caseload.ts';

/** A child of the list with what imports have said about it. All of it may be missing: added by hand. */
export type ListedChild = Child & {
  readonly legalStatus?: string;
  readonly diedOn?: string;
  readonly restricted?: boolean;
  readonly facts?: Partial<ImportedFacts>;
  /** The day of the last file that did not have this child; '' or missing where the last one did. */
  readonly notInFileOf?: string;
};

/** Every reference by which a file may mean somebody on the list. */
export function listedRefs(children: readonly Child[]): readonly string[] {
  const refs = children.flatMap(({ ref, reference, aliases }) => [ref, reference, ...aliases]);
  return [...new Set(refs.filter((ref) => ref !== ''))];
}

/** Who on the list each child of a file is. A reference as it is now goes before an earlier one. */
export function childFinder(
  children: readonly ListedChild[],
): (ref: string) => ListedChild | undefined {
  const found = new Map<string, ListedChild>();
  const add = (ref: string, child: ListedChild) => {
    if (ref !== '' && !found.has(ref)) found.set(ref, child);
  };
  const present = [
    ...children.filter(({ removed }) => !removed),
    ...children.filter(({ removed }) => removed),
  ];
  for (const child of present) add(child.reference, child);
  for (const child of present) add(child.ref, child);
  for (const child of present) for (const alias of child.aliases) add(alias, child);
  return (ref) => found.get(ref);
}
