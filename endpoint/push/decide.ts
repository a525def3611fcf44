import type { RecordHeader, RecordState } from '#domain/record-header.ts';
import type { conflictReasons, Mutation } from '#sync/wire/push.ts';
import { mayWrite } from '../access/may-write.ts';
import type { Asker } from '../asker.ts';
import { guardedOf, type RecordRow } from '../database/stored-record.ts';
import { checkPayload, isCollection, type Refusal, refuse } from './check-payload.ts';
import { statedAuthorOf } from './stated-author.ts';

export type Decision =
  | {
      readonly outcome: 'write';
      readonly header: RecordHeader;
      readonly held: boolean;
      readonly bytes: number;
    }
  /** The same bytes are there already: two devices that settled it alike do not start again. */
  | { readonly outcome: 'same'; readonly rev: number; readonly held: boolean }
  | {
      readonly outcome: 'lose';
      readonly header: RecordHeader;
      readonly reason: (typeof conflictReasons)[number];
    }
  | Refusal;

const notYours = refuse('not_yours', 'It is not there, or it is not yours to write.');

/** What becomes of one change (SRV3 to SRV9), from what is stored now. It was not taken before: that is asked first. */
export function decide(mutation: Mutation, stored: RecordRow | undefined, asker: Asker): Decision {
  return mutation.op === 'delete'
    ? decideDelete(mutation, stored, asker)
    : decidePut(mutation, stored, asker);
}

function decidePut(mutation: Mutation, stored: RecordRow | undefined, asker: Asker): Decision {
  const { person, relations, today } = asker;
  const checked = checkPayload(mutation);
  if (checked.outcome === 'refuse') return checked;
  const { header, body, bytes } = checked;

  if (stored === undefined && mutation.baseRev !== null) return notYours;
  const author = statedAuthorOf(header.type, body);
  if (author !== undefined && relations.staffRef(author) !== person) return notYours;
  const authorRef = stored?.author_ref;
  const may = mayWrite(person, { header, authorRef }, relations, today);
  if (may === 'no') return notYours;
  const held = may === 'held';
  if (stored === undefined) return { outcome: 'write', header, held, bytes };

  const before = guardedOf(stored);
  if (!isSameFixed(before, header))
    return refuse('fixed_reference', 'What a record is about cannot change once it is created.');
  if (!stored.deleted && stored.payload_hash === mutation.payloadHash)
    return { outcome: 'same', rev: stored.rev, held: stored.held };
  if (!stored.deleted && stored.state === 'final')
    return { outcome: 'lose', header, reason: 'locked' };
  if (mutation.baseRev !== stored.rev)
    return { outcome: 'lose', header, reason: reasonOf(mutation, stored) };
  if (widths.indexOf(header.state) < widths.indexOf(before.state))
    return refuse('fixed_reference', 'What was shared or sent cannot be taken back.');
  return { outcome: 'write', header, held, bytes };
}

function decideDelete(mutation: Mutation, stored: RecordRow | undefined, asker: Asker): Decision {
  if (mutation.payload !== null || mutation.payloadHash !== null)
    return refuse('not_a_record', 'A removal has no text.');
  if (stored === undefined || !isCollection(mutation.type)) return notYours;
  const header = guardedOf(stored);
  const written = { header, authorRef: stored.author_ref };
  const may = mayWrite(asker.person, written, asker.relations, asker.today);
  // What is kept for who is responsible now is not for somebody else to remove.
  if (may === 'no' || (may === 'held' && stored.held)) return notYours;
  if (mutation.type !== stored.type)
    return refuse('fixed_reference', 'The record is of another kind.');
  if (stored.deleted) return { outcome: 'same', rev: stored.rev, held: stored.held };
  if (mutation.baseRev !== stored.rev)
    return { outcome: 'lose', header, reason: reasonOf(mutation, stored) };
  return { outcome: 'write', header, held: stored.held, bytes: 0 };
}

const widths: readonly RecordState[] = ['own', 'shared', 'final'];

function reasonOf({ baseRev }: Mutation, { deleted }: RecordRow) {
  if (deleted) return 'deleted';
  return baseRev === null ? 'exists' : 'stale_base';
}

/** ACL4. The children of a draft change as they are added to it; the child of a child's record never does. */
function isSameFixed(before: RecordHeader, after: RecordHeader): boolean {
  return (
    before.type === after.type &&
    before.file === after.file &&
    before.superviseeRef === after.superviseeRef &&
    (before.file !== 'child' || before.childRefs.join() === after.childRefs.join())
  );
}
