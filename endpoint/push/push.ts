import type { Kysely } from 'kysely';
import type { PushRequest, Result } from '#sync/wire/push.ts';
import type { Asker } from '../asker.ts';
import type { Tables } from '../database/tables.ts';
import { Refused } from '../http/refusal.ts';
import { canBeTriedAgain } from './refused-by-database.ts';
import { takeIn } from './take-in.ts';

const TRIES = 4;
const RETRY_AFTER_SECONDS = 1;

/** All of a request or nothing. Answered only after the commit. */
export async function push(
  db: Kysely<Tables>,
  asker: Asker,
  request: PushRequest,
): Promise<readonly Result[]> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await db.transaction().execute((trx) => takeIn(trx, asker, request));
    } catch (cause) {
      if (!canBeTriedAgain(cause)) throw cause;
      if (tried === TRIES) throw new Refused('unavailable', RETRY_AFTER_SECONDS);
    }
  }
}
