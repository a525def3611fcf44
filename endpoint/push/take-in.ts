import type { Transaction } from 'kysely';
import type { PushRequest, Result } from '#sync/wire/push.ts';
import type { Asker } from '../asker.ts';
import type { Tables } from '../database/tables.ts';
import { claimMutations } from './claim-mutations.ts';
import { finishPush } from './finish-push.ts';
import { lockRecords } from './lock-records.ts';
import { planPush } from './plan-push.ts';
import { writePush } from './write-push.ts';

/** One request, in one transaction: claim, lock, plan, write, and the counter last. */
export async function takeIn(
  trx: Transaction<Tables>,
  asker: Asker,
  { clientId, mutations }: PushRequest,
): Promise<readonly Result[]> {
  const earlier = await claimMutations(trx, asker, mutations);
  const stored = await lockRecords(trx, mutations);
  const unstorable = new Set<string>();
  for (;;) {
    const plan = planPush({ asker, mutations, earlier, stored, unstorable });
    const done = await writePush(trx, plan, { asker, clientId, stored });
    if (done.outcome === 'unstorable') {
      unstorable.add(done.mutationId);
      continue;
    }
    await finishPush(trx, asker, { mutations, log: plan.log, written: [...plan.rows.keys()] });
    return plan.results;
  }
}
