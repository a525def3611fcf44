import type { Subject } from '#domain/access/subject.ts';
import type { HeldPerson, PlacedText } from '#domain/access/third-parties.ts';
import { familyKeyOf } from '#domain/caseload/caseload.ts';
import type { PrintDocument, PrintSection } from '#exchange/print/document.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';

/** Everybody who is held here by name and is not the subject: what other people are found by. */
export function othersThan(workspace: Workspace, { refs }: Subject): readonly HeldPerson[] {
  const children = bodies(workspace, 'children');
  const families = new Set(children.filter(({ ref }) => refs.has(ref)).map(familyKeyOf));
  const people: readonly HeldPerson[] = [
    ...children
      .filter(({ ref }) => !refs.has(ref))
      .map((child) => ({
        ...{ name: child.name, reference: child.reference },
        who: families.has(familyKeyOf(child))
          ? ('Brother or sister' as const)
          : ('Another child' as const),
      })),
    ...siblingsNamed(workspace, refs),
    ...bodies(workspace, 'staff')
      .filter(({ ref }) => !refs.has(ref))
      .map(({ name }) => ({ name, reference: '', who: 'Member of staff' as const })),
    ...bodies(workspace, 'groups').flatMap(({ members }) =>
      members.map(({ name }) => ({ name, reference: '', who: 'Took part in a group' as const })),
    ),
  ];
  // One who is held twice is listed once, as what is said first.
  const once = new Map(
    people.toReversed().map((person) => [person.name || person.reference, person]),
  );
  return [...once.values()]
    .filter(({ name, reference }) => name !== '' || reference !== '')
    .reverse();
}

/** A finished record keeps the names that were ticked, also of a child who is held no more. */
const siblingsNamed = (workspace: Workspace, refs: Subject['refs']): readonly HeldPerson[] =>
  bodies(workspace, 'childRecords')
    .filter(({ childRef }) => refs.has(childRef))
    .flatMap(({ siblings }) => siblings)
    .map((name) => ({ name, reference: '', who: 'Brother or sister' }));

/** Every text of a document with the label or the heading that it stands under. */
export function placedTexts(document: PrintDocument): readonly PlacedText[] {
  const { title, header, sections, signatures } = document;
  return [
    { place: 'Title', text: title },
    ...header.map(([place, text]) => ({ place, text })),
    ...sections.flatMap((section) => ofSection(section, '')),
    ...signatures.map((text) => ({ place: 'How it was finalised and signed', text })),
  ];
}

function ofSection(section: PrintSection, above: string): readonly PlacedText[] {
  const { heading, paragraphs = [], fields = [], list = [], table, parts = [] } = section;
  const own = heading || above || 'Text';
  return [
    ...(heading === '' ? [] : [{ place: 'Heading', text: heading }]),
    ...[...paragraphs, ...list].map((text) => ({ place: own, text })),
    ...fields.map(([place, text]) => ({ place, text })),
    ...(table?.rows ?? []).flatMap((row) => row.map((text) => ({ place: own, text }))),
    ...parts.flatMap((part) => ofSection(part, own)),
  ];
}
