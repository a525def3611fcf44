import { assert } from '#domain/assert.ts';
import type { RecordHeader } from '#domain/record-header.ts';
import type { Mutation, Result } from '#sync/wire/push.ts';
import { mayRead } from '../access/may-read.ts';
import type { Asker } from '../asker.ts';
import { columnsOf, guardedOf, type RecordRow, wireRecordOf } from '../database/stored-record.ts';
import { refuse } from './check-payload.ts';
import { type EarlierMutation, isSameMutation } from './claim-mutations.ts';
import { type Decision, decide } from './decide.ts';
import { type LoggedResult, loggedResultOf, readLogged } from './logged-result.ts';

/** A text to keep beside all earlier ones; `rev` is null of one that lost. */
export interface KeptText {
  readonly mutation: Mutation;
  readonly header: RecordHeader;
  readonly held: boolean;
  readonly rev: number | null;
  readonly authorRef: string;
}

export interface PushQuestion {
  readonly asker: Asker;
  readonly mutations: readonly Mutation[];
  /** What was taken before, by mutation. */
  readonly earlier: ReadonlyMap<string, EarlierMutation>;
  /** What is stored, by record. */
  readonly stored: ReadonlyMap<string, RecordRow>;
  /** Mutations whose text the database could not hold. */
  readonly unstorable: ReadonlySet<string>;
}

/** What a request does and how it is answered. Nothing of it is written yet. */
export interface PushPlan {
  readonly results: readonly Result[];
  readonly texts: readonly KeptText[];
  /** Each record that is written, as it is afterwards. */
  readonly rows: ReadonlyMap<string, RecordRow>;
  readonly log: ReadonlyMap<string, LoggedResult>;
}

interface Progress extends PushQuestion {
  readonly now: Map<string, RecordRow>;
  readonly taken: Map<string, EarlierMutation>;
  /** The first change of each record that was not applied: later ones of it wait (SRV8). */
  readonly blockedBy: Map<string, string>;
  readonly texts: KeptText[];
  readonly rows: Map<string, RecordRow>;
  readonly log: Map<string, LoggedResult>;
}

/** SRV1 to SRV9: what becomes of each change, in the order of the request. */
export function planPush(question: PushQuestion): PushPlan {
  const progress: Progress = {
    ...question,
    now: new Map(question.stored),
    taken: new Map(question.earlier),
    blockedBy: new Map(),
    texts: [],
    rows: new Map(),
    log: new Map(),
  };
  const results = question.mutations.map((mutation) => planOne(progress, mutation));
  const { texts, rows, log } = progress;
  return { results, texts, rows, log };
}

function planOne(progress: Progress, mutation: Mutation): Result {
  const of = { mutationId: mutation.mutationId, recordId: mutation.recordId };
  const { taken, blockedBy, now, asker, log } = progress;
  // SRV1, before anything else: what is sent again has an old base, and may be of a person who left since.
  const before = taken.get(mutation.mutationId);
  if (before !== undefined) return answerAgain(progress, mutation, before);
  const blocker = blockedBy.get(mutation.recordId);
  if (blocker !== undefined) return { ...of, status: 'deferred', blockedBy: blocker };

  const decision: Decision = progress.unstorable.has(mutation.mutationId)
    ? refuse('not_a_record', 'It cannot be stored.')
    : decide(mutation, now.get(mutation.recordId), asker);
  const result = carryOut(progress, mutation, decision);
  if (result.status !== 'applied') blockedBy.set(mutation.recordId, mutation.mutationId);
  const logged = loggedResultOf(result);
  if (logged !== undefined) {
    log.set(mutation.mutationId, logged);
    const { recordId: record_id, op, payloadHash: payload_hash } = mutation;
    const row = { record_id, op, payload_hash, result: JSON.stringify(logged) };
    taken.set(mutation.mutationId, row);
  }
  return result;
}

/** As the first time. A conflict tells what is there now, which is what has to be settled. */
function answerAgain(progress: Progress, mutation: Mutation, before: EarlierMutation): Result {
  const of = { mutationId: mutation.mutationId, recordId: mutation.recordId };
  if (!isSameMutation(before, mutation)) {
    const { code, message } = refuse('mutation_id_reuse', 'Another change was sent under this id.');
    return { ...of, status: 'rejected', code, message };
  }
  const logged = readLogged(before.result);
  if (logged.status === 'applied') return { ...of, ...logged, status: 'duplicate' };
  progress.blockedBy.set(mutation.recordId, mutation.mutationId);
  return { ...of, ...logged, server: serverRecord(progress, mutation) };
}

function carryOut(progress: Progress, mutation: Mutation, decision: Decision): Result {
  const of = { mutationId: mutation.mutationId, recordId: mutation.recordId };
  const { now, rows, texts, asker } = progress;
  const stored = now.get(mutation.recordId);
  switch (decision.outcome) {
    case 'refuse':
      return { ...of, status: 'rejected', code: decision.code, message: decision.message };
    case 'same':
      return { ...of, status: 'applied', rev: decision.rev, held: decision.held };
    case 'write': {
      const { header, held } = decision;
      const row = rowAfter(mutation, decision, { stored, asker });
      texts.push({ mutation, header, held, rev: row.rev, authorRef: row.author_ref });
      now.set(row.id, row);
      rows.set(row.id, row);
      return { ...of, status: 'applied', rev: row.rev, held };
    }
    case 'lose': {
      assert(stored !== undefined, `Nothing to lose against: ${mutation.recordId}`);
      const { held, author_ref: authorRef } = stored;
      // SRV6: before the conflict is answered, so that a device lost after it loses nothing.
      texts.push({ mutation, header: decision.header, held, rev: null, authorRef });
      const server = serverRecord(progress, mutation);
      return { ...of, status: 'conflict', reason: decision.reason, server };
    }
  }
}

function rowAfter(
  mutation: Mutation,
  { header, held, bytes }: Decision & { readonly outcome: 'write' },
  { stored, asker }: { readonly stored: RecordRow | undefined; readonly asker: Asker },
): RecordRow {
  return {
    id: mutation.recordId,
    ...columnsOf(header),
    author_ref: stored?.author_ref ?? asker.person,
    held,
    rev: (stored?.rev ?? 0) + 1,
    seq: stored?.seq ?? null,
    deleted: mutation.op === 'delete',
    payload: mutation.payload,
    payload_hash: mutation.payloadHash,
    payload_schema: mutation.payloadSchema,
    payload_bytes: bytes,
    mutation_id: mutation.mutationId,
    changed_at: asker.now,
  };
}

/** ACL18: what is there goes to who may read it, in a conflict too. */
function serverRecord({ now, asker }: Progress, { recordId }: Mutation) {
  const stored = now.get(recordId);
  if (stored === undefined) return null;
  const isReadable = mayRead(asker.person, guardedOf(stored), asker.relations, asker.today);
  return isReadable ? wireRecordOf(stored) : null;
}
