import { commitSteps, seenOf } from '#storage/sync/sync-steps.ts';
import { refused, stepAfter } from './after-push.ts';
import { freeze, planBatch, queueOf, type Sending } from './freeze.ts';
import type { Frozen } from './frozen.ts';
import { type Asked, ask } from './net.ts';
import { type Interrupted, interruptedBy, type Syncing } from './syncing.ts';
import { isLonger, MAX_BODY_BYTES, MAX_MUTATIONS, PROTOCOL, SCHEMA } from './wire/limits.ts';
import { PushAnswer, type Result } from './wire/push.ts';
import { routes } from './wire/routes.ts';

export type Pushed =
  | { readonly outcome: 'done'; readonly sent: number; readonly epoch: string | undefined }
  | Interrupted;

/** How often a step is worked out again because a person typed meanwhile. */
const MAX_ROUNDS = 5;
/** How often a record that was merged with another text is sent within one cycle. */
const MAX_TURNS = 5;

/**
 * Sends all that waits, a request's worth at a time (LOOP1). A text that the endpoint cannot take holds up
 * nothing but itself. Throws StorageError.
 */
export async function pushAll(syncing: Syncing): Promise<Pushed> {
  let sent = 0;
  let epoch: string | undefined;
  // Each mutation once a cycle, and what merging makes of it a few times: no endpoint keeps us here for ever.
  const tried = new Set<string>();
  const turns = new Map<string, number>();
  const isDue = ({ frozen: { mutation } }: Sending) => {
    const turn = turns.get(mutation.recordId) ?? 0;
    if (tried.has(mutation.mutationId) || turn >= MAX_TURNS) return false;
    tried.add(mutation.mutationId);
    turns.set(mutation.recordId, turn + 1);
    return true;
  };
  for (;;) {
    const before = tried.size;
    const pushed = await pushQueue(syncing, isDue);
    if (pushed.outcome !== 'done') return pushed;
    sent += pushed.sent;
    epoch = pushed.epoch ?? epoch;
    if (tried.size === before) return { outcome: 'done', sent, epoch };
  }
}

/** All that is in the queue now, once: each record is in one batch. */
async function pushQueue(syncing: Syncing, isDue: (each: Sending) => boolean): Promise<Pushed> {
  const { workspace, atATime = MAX_MUTATIONS } = syncing;
  const ours = new Set<number>();
  let sent = 0;
  let epoch: string | undefined;
  for (const waiting of await queueOf(workspace, atATime)) {
    const planned = await planBatch(workspace, waiting);
    const batch = (await freeze(workspace, planned, ours)).filter(isDue);
    if (batch.length === 0) continue;
    const pushed = await pushBatch(syncing, batch, ours);
    if (pushed.outcome !== 'done') return pushed;
    sent += pushed.sent;
    epoch = pushed.epoch ?? epoch;
  }
  return { outcome: 'done', sent, epoch };
}

/** Halves what a request was refused for, until what cannot be taken stands alone (LOOP3). */
async function pushBatch(
  syncing: Syncing,
  batch: readonly Sending[],
  ours: Set<number>,
): Promise<Pushed> {
  if (syncing.signal.aborted) return { outcome: 'stopped' };
  const request = {
    ...{ protocol: PROTOCOL, clientId: syncing.clientId, schema: SCHEMA },
    mutations: batch.map(({ frozen }) => frozen.mutation),
  };
  const body = JSON.stringify(request);
  const asked: Asked<PushAnswer> = isLonger(body, MAX_BODY_BYTES)
    ? { outcome: 'refused', status: 413, code: 'too_large', retryAfterMs: undefined }
    : await ask(syncing, { method: 'POST', path: routes.push, text: body, schema: PushAnswer });
  if (asked.outcome === 'answered') {
    const { results, epoch } = asked.answer;
    await takeResults(syncing, batch, results, ours);
    return { outcome: 'done', sent: results.filter(isTaken).length, epoch };
  }
  if (asked.outcome === 'offline' || !isOfThisBatch(asked.status)) return interruptedBy(asked);
  const [only] = batch;
  if (batch.length === 1 && only) return alone(syncing, only.frozen, asked.status);
  const half = Math.ceil(batch.length / 2);
  const first = await pushBatch(syncing, batch.slice(0, half), ours);
  if (first.outcome !== 'done') return first;
  const second = await pushBatch(syncing, batch.slice(half), ours);
  if (second.outcome !== 'done') return second;
  return { ...second, sent: first.sent + second.sent, epoch: second.epoch ?? first.epoch };
}

/** Not a matter of who asks, when, or how often: of what was sent. 500 may be. */
const isOfThisBatch = (status: number) => [400, 413, 422, 500].includes(status);

const isTaken = ({ status }: Result) => status === 'applied' || status === 'duplicate';

async function alone(syncing: Syncing, frozen: Frozen, status: number): Promise<Pushed> {
  // 500: perhaps it was taken. It stays as it is and is sent again in the next cycle.
  if (status === 500) return { outcome: 'done', sent: 0, epoch: undefined };
  const { workspace } = syncing;
  const code = status === 413 ? 'too_large' : 'not_a_record';
  const id = frozen.mutation.recordId;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const [seen] = await seenOf(workspace, [id]);
    if (!seen) break;
    const done = await commitSteps(workspace, [await refused(workspace, frozen, seen, code)]);
    if (done.outcome === 'done') break;
  }
  return { outcome: 'done', sent: 0, epoch: undefined };
}

const idOf = ({ frozen }: Sending) => frozen.mutation.recordId;

/** Each answer by its mutation: one that is missing is not an answer, and its text stays in flight. */
async function takeResults(
  { workspace }: Syncing,
  batch: readonly Sending[],
  results: readonly Result[],
  ours: Set<number>,
): Promise<void> {
  const answers = new Map(results.map((result) => [result.mutationId, result]));
  let left = batch.flatMap((each) => {
    const result = answers.get(each.frozen.mutation.mutationId);
    return result && result.status !== 'deferred' ? [{ ...each, result }] : [];
  });
  for (let round = 0; round < MAX_ROUNDS && left.length > 0; round++) {
    // Mostly it stands as it was frozen: where it does not the commit says so, and it is looked at.
    const look = left.filter(({ seen }) => round > 0 || !seen).map(idOf);
    const looked = new Map((await seenOf(workspace, look)).map((now, i) => [look[i], now]));
    const planned = await Promise.all(
      left.map((each) => {
        const now = looked.get(idOf(each)) ?? each.seen;
        return now ? stepAfter(workspace, each.frozen, each.result, now) : undefined;
      }),
    );
    const steps = planned.filter((step) => step !== undefined);
    const done = await commitSteps(workspace, steps, [], ours);
    if (done.outcome === 'done') {
      ours.add(done.at);
      return;
    }
    // A key was struck meanwhile: what nobody touched is taken now, the rest in the next round.
    const stale = new Set(done.ids);
    const calm = steps.filter(({ id }) => !stale.has(id));
    if ((await commitSteps(workspace, calm)).outcome === 'done') {
      left = left.filter((each) => stale.has(idOf(each)));
    }
  }
}
