import { sameValue } from '#domain/versions/merge.ts';
import type { ExchangedBefore } from '#storage/handover/exchanged.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { readBody } from '#storage/read-body.ts';
import { wasRemoved } from '#storage/stub-reads.ts';
import type { WorkingSet } from '#storage/working-set.ts';
import { isSameRecord, mayBring } from './belongs.ts';
import { recordLabel } from './describe.ts';
import {
  type HandedCollection,
  type Handover,
  joinedHow,
  type RecordRow,
} from './handover-body.ts';
import { baseFor } from './merge-base.ts';
import { mergeHanded, turned } from './merge-handed.ts';
import { type Fields, fieldsOf, pick, without } from './parts.ts';
import type { People } from './people.ts';
import { type NotTaken, type Planned, planned } from './planned.ts';
import { inOurReferences, type References } from './translate.ts';

export interface RecordsQuestion {
  readonly handover: Handover;
  readonly set: WorkingSet;
  readonly people: People;
  readonly references: References;
  /** Our references of the children of the file. */
  readonly children: ReadonlySet<string>;
  readonly before: ExchangedBefore;
}

/** Each record of the file once, joined to the one that is here. */
export function planRecords(question: RecordsQuestion): readonly (Planned | NotTaken)[] {
  const rows = new Map(question.handover.records.map((row) => [row.id, row]));
  return [...rows.values()].map((row) => planRecord(row, question));
}

function planRecord(row: RecordRow, question: RecordsQuestion): Planned | NotTaken {
  const { handover, set, people, references, children } = question;
  const { collection, id, text } = row;
  const asOurs = asMine(collection, inOurReferences(fieldsOf(text), references), question);
  const held = set.findAnywhere(id);
  const isAnother = held !== undefined && held.collection !== collection;
  if (isAnother || !mayBring(handover.kind, collection, asOurs, { ...people, children })) {
    return notTaken(collection, asOurs, 'is not something this person’s file may bring');
  }
  switch (joinedHow[collection]) {
    case 'fixed':
      return joinFixed(row, held, question);
    case 'author':
      return joinByAuthor(row, held, asOurs, question);
    case 'merged':
      return joinMerged(row, held, asOurs, question);
  }
}

/** A session that is planned is held by whoever supervises by then: it comes over with the rest. */
function asMine(collection: HandedCollection, body: Fields, question: RecordsQuestion): Fields {
  const { handover, people } = question;
  const isPlanned = collection === 'sessions' && body.status === 'planned';
  const comesOver = handover.kind === 'handOver' || handover.kind === 'cover';
  return isPlanned && comesOver ? { ...body, supervisorRef: people.me } : body;
}

const notTaken = (collection: HandedCollection, body: object, why: string): NotTaken => ({
  reason: `${recordLabel(collection, body)}: it ${why}. It was not taken in.`,
});

/** HAND5: finished text is stored as it came, by its id; what is here is never written over. */
function joinFixed(
  { collection, id, text }: RecordRow,
  held: OpenRecord | undefined,
  question: RecordsQuestion,
): Planned | NotTaken {
  const body = readBody(collection, text, id);
  if (isOfAnother(body, question)) {
    return notTaken(collection, body, 'carries a reference that is another child’s on this device');
  }
  if (!held && wasRemoved(question, id)) {
    return notTaken(collection, body, 'was removed from this device after its period');
  }
  if (!held) return planned({ collection, held, place: id, body, text });
  if (held.text === text) return planned({ collection, held, place: id, body: held.body });
  return {
    reason: `${recordLabel(collection, held.body)} is here already with another text. The one that is here was kept.`,
  };
}

/** Its reference cannot be put into ours, for its text is fixed: it would stand on the wrong record. */
function isOfAnother(body: object, { references, set }: RecordsQuestion): boolean {
  const theirs = String(fields(body).childRef ?? '');
  const ours = references.children.get(theirs);
  if (ours === undefined || ours === theirs) return false;
  return [...set.all('children').values()].some((child) => child.body.ref === theirs);
}

/** Actions, decisions and what became of them: whoever wrote one may change it, and nobody else. */
function joinByAuthor(
  { collection, id }: RecordRow,
  held: OpenRecord | undefined,
  asOurs: Fields,
  { handover, people }: RecordsQuestion,
): Planned | NotTaken {
  const body = readBody(collection, JSON.stringify(asOurs), id);
  if (!held) return planned({ collection, held, place: id, body });
  const author = authorOf(held.body);
  if (author === people.me) return planned({ collection, held, place: id, body: held.body });
  const isTheirs =
    handover.kind === 'forPractitioner' ||
    handover.kind === 'handOver' ||
    handover.kind === 'cover' ||
    author === people.from;
  if (!isTheirs || !isSameRecord(fields(held.body), fields(body))) {
    return notTaken(collection, body, 'is here already, from somebody else');
  }
  return planned({ collection, held, place: id, body });
}

const authorOf = (body: object): unknown => fields(body).createdBy ?? fields(body).by;
const fields = (body: object): Fields => body as Fields; // a stored body is an object of fields

function joinMerged(
  { collection, id, text, basedOn }: RecordRow,
  held: OpenRecord | undefined,
  asOurs: Fields,
  { handover, people, before }: RecordsQuestion,
): Planned | NotTaken {
  const brought = turned(readBody(collection, JSON.stringify(asOurs), id));
  const isHers = handover.kind === 'forSupervisor' && collection === 'agreements';
  const theirs = isHers ? withOurPart(brought, held) : brought;
  const met = before.get(id)?.body;
  const base = baseFor(met, { basedOn, device: handover.device });
  const note = { key: id, text, basedOn, theirs, base, as: '' };
  if (!held) return planned({ collection, held, place: id, body: theirs, met: note });
  if (hasNewSupervisor(held, theirs)) {
    const isBack = handover.kind === 'coverBack';
    return isBack
      ? merged(held, withoutWords(held.body), withAgendaOf(held.body, theirs), note)
      : merged(held, held.body, theirs, note);
  }
  if (!isSameRecord(fields(held.body), fields(theirs))) {
    return notTaken(collection, theirs, 'is here already, about somebody else');
  }
  // Planned when it was handed over, and begun here since: what is here goes on from it.
  if (collection === 'sessions' && handover.kind === 'handOver' && isBegun(held, theirs))
    return planned({ collection, held, place: id, body: held.body, met: note });
  const isMineAlone =
    collection === 'preparations' || collection === 'responses' || collection === 'entitlements';
  if (isMineAlone && fields(held.body).superviseeRef === people.me) {
    // What only I write came back. An earlier body of mine says nothing new; anything else is asked about.
    const isOld = met?.sent.some((body) => sameValue(readBody(collection, body.text, id), theirs));
    if (isOld) return planned({ collection, held, place: id, body: held.body, met: note });
    return merged(held, {}, theirs, note);
  }
  return merged(held, base, theirs, note);
}

/** HAND19: a planned session goes with the supervision. The entry that is here was the one before's. */
function hasNewSupervisor(held: OpenRecord, theirs: object): boolean {
  const ours = fields(held.body);
  const isPlanned = held.collection === 'sessions' && ours.status === 'planned';
  return (
    isPlanned &&
    ours.supervisorRef !== fields(theirs).supervisorRef &&
    isSameRecord({ ...ours, supervisorRef: fields(theirs).supervisorRef }, fields(theirs))
  );
}

/** HAND22: what a cover was not told comes back empty, and takes nothing of ours away. */
const withoutWords = (body: object): object => ({
  ...body,
  supervisorWants: '',
  notAgreedBecause: '',
});

const withAgendaOf = (ours: object, theirs: object): object => ({
  ...theirs,
  ...pick(ours, ['agenda', 'agreedAgenda']),
});

const isBegun = (held: OpenRecord, theirs: object): boolean =>
  fields(held.body).status !== 'planned' && fields(theirs).status === 'planned';

/** The supervisor's own part of an agreement and signature: a practitioner's file changes none of it. */
const supervisorsOwn = [
  'statements',
  'wantFromSupervisee',
  'supervisorContributes',
  'supervisorSignedBy',
  'supervisorSignedAt',
  'supervisorSignedHash',
  'supervisorSignedText',
  'reviews',
  'replacedById',
];

function withOurPart(theirs: object, held: OpenRecord | undefined): object {
  const own = held ? pick(held.body, supervisorsOwn) : {};
  return readBody('agreements', JSON.stringify({ ...without(theirs, supervisorsOwn), ...own }), '');
}

function merged(held: OpenRecord, base: object, theirs: object, note: Planned['met']): Planned {
  const { collection, id: place } = held;
  const { record: body, clashes } = mergeHanded(base, held.body, theirs);
  return planned({ collection, held, place, body, clashes, ...(note ? { met: note } : {}) });
}
