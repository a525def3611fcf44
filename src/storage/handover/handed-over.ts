import type { CollectionName } from '#domain/collections.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Write } from '#storage/save.ts';
import { staffName } from '#storage/settings.ts';
import { findSignable } from '#storage/signing/signable-records.ts';
import { StorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll } from '#storage/writes.ts';
import { unfinishedOf } from './supervisee-unfinished.ts';
import { childrenWith, type HandedOver, handedOver } from './supervision.ts';

/** What says that a file was made or taken in, a council's list was read, or the case system has a record. */
const alwaysWritten: readonly CollectionName[] = [
  'settings',
  'audit',
  'handovers',
  'exchanged',
  'imports',
  'unreadRows',
  'childMarks',
  'staffMarks',
];

type Reads = Pick<Workspace, 'set' | 'now'>;
type Body = Readonly<Record<string, unknown>>;

/**
 * HAND20: what was handed over and accepted can be read and not changed, whichever screen or command asks.
 * What was begun before may be finished, and what was finished since may be signed and corrected. A file that
 * brings somebody back may write, and so may an import. Throws StorageError.
 */
export function ensureMayChange(workspace: Workspace, writes: readonly Write[]): void {
  const gone = handedOver(workspace);
  if (gone.length === 0 || writes.some(bringsIn)) return;
  for (const person of gone) {
    const isOf = aboutThem(workspace, person);
    const refused = writes.find(
      (write) => !alwaysWritten.includes(write.collection) && isOf(write),
    );
    if (refused) throw new StorageError('fixed', handedOverWords(workspace, person));
  }
}

const bringsIn = ({ collection, basedOn }: Write): boolean =>
  (collection === 'handovers' || collection === 'imports') && basedOn === 0;

/** "Priya Shah was handed over to Jo Field on 22 November 2026. …" */
export function handedOverWords(workspace: Reads, { staff, relation }: HandedOver): string {
  const to = parseCalendarDate(relation.to);
  const next = (staff.supervisedBy ?? []).find(({ id }) => id === relation.fileId);
  const who = next ? ` to ${staffName(workspace, next.supervisorRef)}` : '';
  const when = to ? ` on ${formatDate(to)}` : '';
  return `${staff.name} was handed over${who}${when}. What is here can be read and not changed.`;
}

/**
 * HAND20: finished here, and not in the file that was accepted. The new supervisor has none of it: whoever held
 * the session goes on answering for it.
 */
export function isFinishedSince(
  { set }: Pick<Workspace, 'set'>,
  recordId: string,
  { relation }: HandedOver,
): boolean {
  const file = set.find('handovers', relation.fileId)?.body;
  return file !== undefined && !file.ids.some((id) => id === recordId);
}

/** HAND20: something of this record or this session was finished since, and is signed and corrected here. */
export function isSignedHere(workspace: Reads, id: string): boolean {
  const isOf = ({ sessionId }: { readonly sessionId: string }) => sessionId === id;
  const texts = [
    ...findAll(workspace, 'notes', isOf),
    ...findAll(workspace, 'childRecords', isOf),
  ].map((record) => record.id);
  return [id, ...texts].some(
    (each) => findSignable(workspace, each) && handedOverRecord(workspace, each) === undefined,
  );
}

/**
 * HAND20: the sentence for a finished record of somebody who was handed over. Signing it, or correcting it, is
 * for whoever supervises now. Undefined where it may be done here.
 */
export function handedOverRecord(workspace: Reads, recordId: string): string | undefined {
  const found = findSignable(workspace, recordId);
  const gone =
    found &&
    handedOver(workspace).find(
      (person) =>
        (found.superviseeRef === person.staff.ref ||
          (found.childRef !== '' &&
            childrenWith(workspace, person.staff.ref).has(found.childRef))) &&
        !isFinishedSince(workspace, recordId, person),
    );
  return gone && handedOverWords(workspace, gone);
}

function aboutThem(workspace: Workspace, person: HandedOver) {
  const { staff } = person;
  const children = childrenWith(workspace, staff.ref);
  const unfinished = unfinishedOf(workspace, staff.ref);
  const open = new Set(unfinished.map(({ sessionId }) => sessionId).filter((id) => id !== ''));
  const drafts = new Set(unfinished.map(({ draftId }) => draftId).filter((id) => id !== ''));
  return ({ collection, id, body }: Write): boolean => {
    const fields = body as Body; // a stored body is an object of fields
    const under = textsUnder(collection, fields);
    if (under.length > 0 && under.every((text) => isFinishedSince(workspace, text, person)))
      return false;
    const isHers =
      fields.superviseeRef === staff.ref ||
      fields.staffRef === staff.ref ||
      (collection === 'staff' && fields.ref === staff.ref) ||
      childrenIn(collection, fields).some((ref) => children.has(ref));
    if (!isHers) return false;
    const isBegun =
      open.has(String(fields.sessionId ?? id)) ||
      drafts.has(id) ||
      drafts.has(String(fields.draftId ?? '')) ||
      [fields.discussionId, fields.sessionId].some((of) => drafts.has(String(of ?? '')));
    return !isBegun;
  };
}

/** The finished texts that a signature or a correction is of. */
function textsUnder(collection: CollectionName, { recordId, list }: Body): readonly string[] {
  switch (collection) {
    case 'childSignatures':
    case 'childAmendments':
    case 'staffAmendments':
      return [String(recordId)];
    case 'staffSignatures':
      return (list as readonly Body[]).map((text) => String(text.recordId)); // of an act: a list of texts
    default:
      return [];
  }
}

function childrenIn(collection: CollectionName, fields: Body): readonly string[] {
  if (collection === 'children') return [String(fields.ref)];
  const { childRef, childRefs, children } = fields;
  const parts = Array.isArray(children) ? (children as readonly Body[]) : [];
  return [
    ...(typeof childRef === 'string' ? [childRef] : []),
    ...(Array.isArray(childRefs) && collection !== 'sessions' ? childRefs.map(String) : []),
    ...parts.map((part) => String(part.childRef ?? '')),
  ];
}
