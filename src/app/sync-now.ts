import { type SyncTrouble, syncTroubles } from '#domain/versions/sync-words.ts';
import { metaText } from '#storage/sync/sync-steps.ts';
import type { SyncNow } from '#storage/sync/use-sync.ts';
import type { Workspace } from '#storage/workspace.ts';
import { SENT_AT } from '#sync/cycle.ts';
import type { LoopState } from '#sync/loop.ts';
import type { Memory } from '#sync/memory.ts';
import { countWaiting, needsPerson } from '#sync/waiting.ts';
import { signedInNow, signInSettings } from './council-sign-in.ts';

/** What the endpoint is told who asks; '' while nobody is signed in. */
export const tokenOf = ({ token, signsIn }: Memory): string =>
  token || (signsIn ? (signedInNow()?.token ?? '') : '');

/** What the page Sync and the line on every page say now, from stored rows (SENT1). */
export async function syncNowOf(
  workspace: Workspace,
  origin: string,
  memory: Memory,
  state: LoopState | undefined,
): Promise<SyncNow> {
  const { notices } = memory;
  const connected = memory.token !== '' || memory.signsIn;
  const count = await countWaiting(workspace);
  const needs = connected ? await needsPerson(workspace) : [];
  const end = state?.last;
  const isOut = connected && tokenOf(memory) === '';
  const trouble = syncTroubles.find((each): each is SyncTrouble => each === end?.outcome) ?? '';
  return {
    ...{ origin, connected, notices },
    trouble: isOut ? 'signedOut' : trouble,
    signIn: signInSettings() ? (signedInNow() ? 'in' : 'out') : 'none',
    running: state?.status === 'running',
    waiting: count.waiting + count.sending,
    clashes: count.clash,
    refused: count.refused,
    beside: needs.filter(({ state }) => state === 'beside').length,
    sentAt: (await metaText(workspace, SENT_AT)) ?? '',
    otherPerson: end?.outcome === 'wrongPerson' ? end.name : '',
    removal: end?.outcome === 'askBeforeRemoving' ? { count: end.count, of: end.of } : undefined,
    needsPerson: needs,
  };
}
