import type { Context } from 'hono';
import { PROTOCOL } from '#sync/wire/limits.ts';
import type { EndpointOptions, Env } from '../options.ts';
import { kindOf } from './log.ts';
import { Refused } from './refusal.ts';

const RETRY_AFTER_SECONDS = 5;

/**
 * SRV22: each failure as the contract has it. 503 where the database does not answer; 500 for what nobody
 * foresaw, so that a device can find the one change that brings it about. Logged by its kind.
 */
export function makeFailureAnswer({ log }: EndpointOptions) {
  // An answer says the epoch also when the database, which has it, does not answer.
  let lastEpoch = 'unknown';
  const remember = (epoch: string) => {
    lastEpoch = epoch;
  };
  const answerFailure = (cause: unknown, c: Context<Env>): Response => {
    if (!(cause instanceof Refused)) log?.({ level: 'error', what: 'failed', kind: kindOf(cause) });
    const refused =
      cause instanceof Refused ? cause : new Refused('unavailable', RETRY_AFTER_SECONDS);
    if (refused.retryAfterSeconds !== undefined)
      c.header('Retry-After', String(refused.retryAfterSeconds));
    const error = { code: refused.code, message: refused.message };
    const status = cause instanceof Refused || isOfDatabase(cause) ? refused.status : 500;
    return c.json({ protocol: PROTOCOL, epoch: lastEpoch, error }, status);
  };
  return { answerFailure, remember };
}

/** The drivers give a code, of the database or of the network; a few failures have only words. */
function isOfDatabase(cause: unknown): boolean {
  const { code, message } = (cause ?? {}) as {
    readonly code?: unknown;
    readonly message?: unknown;
  };
  if (typeof code === 'string') return true;
  return (
    typeof message === 'string' && /connect|terminated|time-?out|closed|destroyed/i.test(message)
  );
}
