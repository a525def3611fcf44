import { assert } from '#domain/assert.ts';
import type { Result } from '#sync/wire/push.ts';

/** What is kept of an answer for ever. Never a text: who may read it is asked each time. */
export type LoggedResult =
  | { readonly status: 'applied'; readonly rev: number; readonly held: boolean }
  | { readonly status: 'conflict'; readonly reason: (Result & { status: 'conflict' })['reason'] };

/** A refusal is not kept: the same change is judged again when the directory was put right. */
export function loggedResultOf(result: Result): LoggedResult | undefined {
  if (result.status === 'applied') return { status: 'applied', rev: result.rev, held: result.held };
  if (result.status === 'conflict') return { status: 'conflict', reason: result.reason };
  return undefined;
}

export function readLogged(text: string | null): LoggedResult {
  assert(text !== null, 'A mutation was logged without its result');
  return JSON.parse(text) as LoggedResult; // written by `finishPush`
}
