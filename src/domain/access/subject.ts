import type { CollectionName } from '#domain/collections.ts';
import { collections } from '#domain/collections.ts';
import { isNamed } from '#domain/entries/names-in-others.ts';
import type { Child } from '#domain/records/child.ts';
import { valueAt } from '#domain/versions/record-paths.ts';

/** Whose records are asked for: by every reference they are or were known by here. */
export interface Subject {
  readonly kind: 'child' | 'staff';
  readonly refs: ReadonlySet<string>;
  readonly name: string;
  readonly reference: string;
}

type Fields = Readonly<Record<string, unknown>>;
type Part = (body: Fields, subject: Subject) => Fields | undefined;

const isOf = (value: unknown, { refs }: Subject): boolean => refs.has(String(value));
const items = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? (value as readonly Fields[]) : []; // lists in a record hold objects
const whole =
  (...keys: readonly string[]): Part =>
  (body, subject) =>
    keys.some((key) => isOf(body[key], subject)) ? body : undefined;
const never: Part = () => undefined;

/** ACCESS4: what was written of the family, and of its children the part of this one. */
const ofFamily: Part = (body, subject) => {
  const children = items(body.children).filter(({ childRef }) => isOf(childRef, subject));
  return children.length > 0 ? { ...body, children } : undefined;
};

/** What the practitioner prepared about this child. Why a depth is asked for is about whoever asks. */
const preparedOf: Part = ({ children, worries, wants, actionUpdates, ...own }, subject) => {
  const parts = items(children).filter(({ childRef }) => isOf(childRef, subject));
  if (parts.length === 0) return undefined;
  return {
    ...own,
    children: parts.map(({ depthWhy, ...part }) => part),
    worries: items(worries).filter(({ childRef }) => isOf(childRef, subject)),
  };
};

/** A draft for several children; one whose child was typed and not found yet is told by the name. */
const draftOf: Part = (body, subject) => {
  const refs = (body.childRefs ?? []) as readonly string[]; // by its schema
  const own = refs.filter((ref) => subject.refs.has(ref));
  const isTyped = refs.length === 0 && isNamed(String(body.childTyped), personOf(subject));
  if (own.length === 0 && !isTyped) return undefined;
  const finished = items(body.finished).filter(({ childRef }) => isOf(childRef, subject));
  return { ...body, childRefs: own, finished };
};

/** A row of a file that was never read: its words are all that says whose it is. */
const unreadOf: Part = (body, subject) =>
  isNamed(String(body.text), personOf(subject)) ? body : undefined;

/** What an import replaced of them. */
const replacedOf: Part = ({ before, workers, ...own }, subject) => {
  const theirs = items(before).filter(({ body }) => {
    const { ref, childRef, staffRef } = (body ?? {}) as Fields; // a stored body, or null
    return [subject.kind === 'child' ? childRef : staffRef, ref].some((each) =>
      isOf(each, subject),
    );
  });
  return theirs.length > 0 ? { ...own, before: theirs } : undefined;
};

const personOf = ({ name, reference }: Subject): Pick<Child, 'name' | 'reference'> => ({
  name,
  reference,
});

/** ACCESS1: nothing of the supervision file is in a child's pack, whatever a record names. */
const ofChild: Partial<Record<CollectionName, Part>> = {
  children: whole('ref'),
  discussions: ofFamily,
  groupDiscussions: ofFamily,
  preparations: preparedOf,
  entryDrafts: draftOf,
  unreadRows: unreadOf,
  imports: replacedOf,
};

/** Their own part of a group: who else was there, and other families, is about others. */
const groupOf: Part = ({ notReached, ...body }, subject) => {
  const members = items(body.members).filter(({ staffRef }) => isOf(staffRef, subject));
  if (members.length === 0 && !isOf(body.facilitatorRef, subject)) return undefined;
  const own = new Set(members.map(({ id }) => id));
  const agenda = items(body.agenda).flatMap((item) => {
    const summaries = items(item.summaries).filter(({ memberId }) => own.has(memberId));
    return own.has(item.presenterId) || summaries.length > 0 ? [{ ...item, summaries }] : [];
  });
  return { ...body, members, agenda };
};

/** What they asked of supervision, and why. What they wrote of a child is about that child. */
const askedOf: Part = ({ children, ...own }, subject) => {
  if (!isOf(own.superviseeRef, subject)) return undefined;
  const asked = items(children).map(({ childRef, depth, depthWhy }) => ({
    childRef,
    depth,
    depthWhy,
  }));
  return { ...own, children: asked };
};

/** ACCESS2: what is about the person themselves; children stand in it by the reference that is stored. */
const ofStaff: Partial<Record<CollectionName, Part>> = {
  staff: whole('ref'),
  settings: whole('me'),
  audit: whole('by'),
  staffSignatures: whole('superviseeRef', 'signerRef'),
  handovers: (body, subject) =>
    isOf(body.otherRef, subject) ||
    ((body.about ?? []) as readonly string[]).some((ref) => isOf(ref, subject))
      ? body
      : undefined,
  // Copies of what went to and fro: what they are copies of is in the pack itself.
  exchanged: never,
  groups: groupOf,
  preparations: askedOf,
  imports: replacedOf,
};

/** ACCESS1, ACCESS2: a collection of tomorrow is found by the fields that say whose it is. */
function usual(collection: CollectionName, { kind }: Subject): Part {
  const { file } = collections[collection];
  if (kind === 'child') return file === 'staff' ? never : whole('childRef');
  return file === 'staff' || file === 'reference' ? whole('superviseeRef', 'staffRef') : never;
}

/** What of a stored record is about the subject; undefined where nothing is. Its words stay as they are. */
export function partAbout(
  collection: CollectionName,
  body: object,
  subject: Subject,
): Fields | undefined {
  const special = (subject.kind === 'child' ? ofChild : ofStaff)[collection];
  const fields = body as Fields; // a stored body is an object of fields
  const part = (special ?? usual(collection, subject))(fields, subject);
  return part && part !== fields && part.clashes !== undefined
    ? { ...part, clashes: items(part.clashes).filter(({ path }) => isInPart(part, String(path))) }
    : part;
}

/** ACCESS4: of two versions of a text too, those of the subject’s own part alone. */
export const isInPart = (part: object, path: string): boolean => valueAt(part, path) !== undefined;
