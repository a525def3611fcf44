import { unfinishedWords } from '#domain/access/draft.ts';
import { partAbout, type Subject } from '#domain/access/subject.ts';
import { type HeldPerson, type Mention, mentionsIn } from '#domain/access/third-parties.ts';
import { type CollectionName, collectionNames, collections } from '#domain/collections.ts';
import { shortId } from '#domain/out/file-name.ts';
import { documentOf } from '#exchange/out/documents.ts';
import type { BatchControls } from '#exchange/out/make-batch.ts';
import { paceOf } from '#exchange/out/pace.ts';
import { documentText, type PrintDocument, type PrintField } from '#exchange/print/document.ts';
import { syntheticMarks } from '#exchange/print/initials.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll } from '#storage/writes.ts';
import { compareKinds, hasPrintedText, kindOf, standsApart } from './kinds.ts';
import { othersThan, placedTexts } from './people.ts';
import { storedFields } from './stored-fields.ts';

/** One text of the pack. */
export interface AccessText {
  readonly kind: string;
  /** Its name in the ZIP, without its ending; made of no name. */
  readonly path: string;
  readonly document: PrintDocument;
  /** '' of a finished one. */
  readonly unfinished: string;
  /** Of how many stored records it is made. */
  readonly records: number;
  readonly recordId: string;
}

export interface MentionIn extends Mention {
  readonly path: string;
  readonly title: string;
}

export interface AccessPlan {
  readonly subject: Subject;
  readonly texts: readonly AccessText[];
  /** Other people who are named in it, each place with the words around. */
  readonly mentions: readonly MentionIn[];
  readonly records: number;
}

type Fields = Readonly<Record<string, unknown>>;

/** What of one stored record is about the subject. */
interface Part {
  readonly id: string;
  readonly collection: CollectionName;
  readonly body: Fields;
}

/** Everything on this device about one child or one member of staff, in readable texts (ACCESS1 to ACCESS4). */
export async function planAccess(
  workspace: Workspace,
  subject: Subject,
  controls: BatchControls = {},
): Promise<AccessPlan> {
  await workspace.queue.flush();
  const { breathe } = paceOf({ nowMs: workspace.ports.nowMs, ...controls });
  const texts: AccessText[] = [];
  for (const collection of collectionNames.toSorted(compareKinds)) {
    const parts = partsOf(workspace, collection, subject);
    if (parts.length === 0) continue;
    if (standsApart(collection))
      for (const part of parts) {
        texts.push(await apart(workspace, part, texts.length));
        await breathe();
      }
    else {
      const text = together(workspace, subject, parts, texts.length);
      if (text) texts.push(text);
    }
    await breathe();
  }
  const people = othersThan(workspace, subject);
  const mentions: MentionIn[] = [];
  for (const { document, path } of texts) {
    const found = mentionsIn(placedTexts(document), people);
    const title = document.title;
    for (const { person, ...mention } of found)
      mentions.push({ ...mention, path, title, person: toldAs(person, subject) });
    await breathe();
  }
  const records = texts.reduce((sum, text) => sum + text.records, 0);
  return { subject, texts, mentions, records };
}

/** ACCESS2: in a member of staff's pack a child is told by the reference, also in the list of other people. */
function toldAs(person: HeldPerson, { kind }: Subject): HeldPerson {
  const isChild = person.who === 'Another child' || person.who === 'Brother or sister';
  return kind === 'staff' && isChild
    ? { ...person, name: '', reference: person.reference || 'No reference held' }
    : person;
}

/** Oldest first, as far as they say when they were made. */
const partsOf = (
  workspace: Workspace,
  collection: CollectionName,
  subject: Subject,
): readonly Part[] =>
  findAll(workspace, collection)
    .flatMap(({ id, body }): readonly Part[] => {
      const part = partAbout(collection, body, subject);
      return part ? [{ id, collection, body: part }] : [];
    })
    .toSorted((a, b) => (madeAt(a) < madeAt(b) ? -1 : 1));

function madeAt({ body }: Part): string {
  const { createdAt, finalisedAt, at, from } = body;
  return String(createdAt ?? finalisedAt ?? at ?? from ?? '');
}

const pathOf = (at: number, kind: string, more = ''): string =>
  `${String(at + 1).padStart(3, '0')}-${kind.toLowerCase().replaceAll(' ', '-')}${more}`;

async function apart(workspace: Workspace, part: Part, at: number): Promise<AccessText> {
  const { id, collection, body } = part;
  const kind = kindOf(collection);
  const unfinished = unfinishedWords(collection, body);
  const finished = hasPrintedText(collection) ? await documentOf(workspace, id) : undefined;
  const document = finished
    ? withTheRest(finished, storedFields(workspace, collection, body))
    : {
        ...emptyDocument(workspace, part, unfinished),
        sections: [{ heading: '', fields: storedFields(workspace, collection, body) }],
      };
  const path = pathOf(at, kind, `-${shortId(id)}`);
  return { kind, path, document, unfinished, records: 1, recordId: id };
}

/** What is stored and stands in no line of the printed text. */
function withTheRest(document: PrintDocument, fields: readonly PrintField[]): PrintDocument {
  const text = documentText(document);
  const rest = fields.filter(([, value]) => !text.includes(value));
  if (rest.length === 0) return document;
  const section = { heading: 'Also stored with this record', fields: rest };
  return { ...document, sections: [...document.sections, section] };
}

/** All of one collection in one text. What happened to an action stands with the action. */
function together(
  workspace: Workspace,
  subject: Subject,
  parts: readonly Part[],
  at: number,
): AccessText | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const { collection } = first;
  const own = parts.filter(({ body }) => !isWithItsAction(workspace, collection, body, subject));
  const events = eventsFor(workspace, collection, subject);
  const sections = own.map(({ id, body }, index) => {
    const with_ = events.filter(({ body: event }) => event.actionId === id);
    return {
      heading: String(index + 1),
      fields: storedFields(workspace, collection, body),
      parts: with_.map((event) => ({
        heading: 'What happened to it',
        level: 3 as const,
        fields: storedFields(workspace, event.collection, event.body),
      })),
    };
  });
  if (own.length === 0) return undefined;
  const kind = kindOf(collection);
  const records = sections.reduce((sum, section) => sum + 1 + section.parts.length, 0);
  return {
    ...{ kind, records, unfinished: '', recordId: '' },
    path: pathOf(at, kind),
    document: { ...emptyDocument(workspace, first, ''), sections },
  };
}

const eventsOf: Partial<Record<CollectionName, 'childActionEvents' | 'staffActionEvents'>> = {
  childActions: 'childActionEvents',
  staffActions: 'staffActionEvents',
};
const actionsOf: Partial<Record<CollectionName, 'childActions' | 'staffActions'>> = {
  childActionEvents: 'childActions',
  staffActionEvents: 'staffActions',
};

function eventsFor(
  workspace: Workspace,
  collection: CollectionName,
  subject: Subject,
): readonly Part[] {
  const events = eventsOf[collection];
  return events ? partsOf(workspace, events, subject) : [];
}

function isWithItsAction(
  workspace: Workspace,
  collection: CollectionName,
  body: Fields,
  subject: Subject,
): boolean {
  const actions = actionsOf[collection];
  const action = actions && workspace.set.find(actions, String(body.actionId));
  return (
    actions !== undefined &&
    action !== undefined &&
    partAbout(actions, action.body, subject) !== undefined
  );
}

function emptyDocument(
  workspace: Workspace,
  { collection }: Part,
  unfinished: string,
): PrintDocument {
  const { file } = collections[collection];
  return {
    title: kindOf(collection),
    file: file === 'reference' ? 'working' : file,
    reference: '',
    marks: [
      ...syntheticMarks(settingsOf(workspace).synthetic),
      ...(unfinished === '' ? [] : [unfinished]),
    ],
    header: [],
    sections: [],
    signatures: [],
  };
}
