import { type SyncTrouble, sentWords, syncTroubles } from '#domain/sync-words.ts';
import { metaText } from '#storage/sync-steps.ts';
import { becomePerson, isOfPerson, takeDirectory } from '#storage/take-directory.ts';
import type { SyncCommands, SyncNow } from '#storage/use-sync.ts';
import type { Workspace } from '#storage/workspace.ts';
import { type CycleEnd, SENT_AT } from '#sync/cycle.ts';
import { fetchNet } from '#sync/fetch-net.ts';
import { type LoopState, type SyncLoop, startLoop } from '#sync/loop.ts';
import { type Memory, readMemory, writeMemory } from '#sync/memory.ts';
import { ask } from '#sync/net.ts';
import { oneAtATime } from '#sync/one-at-a-time.ts';
import { countWaiting, letRest, needsPerson, tryAgain } from '#sync/waiting.ts';
import { whatLeft } from '#sync/what-left.ts';
import { MeAnswer } from '#sync/wire/me.ts';
import { routes } from '#sync/wire/routes.ts';

/**
 * Sends and fetches while the records are open, and tells `onChange` what to show. Answers with the way to
 * stop. Nothing else of the app waits for it.
 */
export function startSync(
  workspace: Workspace,
  origin: string,
  onChange: (commands: SyncCommands) => void,
): () => void {
  const net = fetchNet(origin);
  let memory: Memory | undefined;
  let loop: SyncLoop | undefined;
  let isStopped = false;

  async function begin(): Promise<void> {
    const held = await readMemory(workspace);
    memory =
      held.clientId === ''
        ? await writeMemory(workspace, { clientId: workspace.ports.newId() })
        : held;
    if (memory.token !== '') startWith(memory.clientId);
    await show();
  }

  function startWith(clientId: string): void {
    if (isStopped) return;
    loop = startLoop(workspace, {
      ...{ net, clientId, appVersion: __APP_VERSION__ },
      token: () => memory?.token ?? '',
      random: () => Math.random(),
      exclusively: (work) => oneAtATime(workspace.vault.id, work),
    });
    loop.subscribe(() => void afterCycle(loop?.state()));
  }

  let shown: CycleEnd | undefined;
  async function afterCycle(state: LoopState | undefined): Promise<void> {
    const end = state?.last;
    if (state?.status === 'resting' && end && end !== shown && end.outcome === 'done') {
      shown = end;
      await takeDirectory(workspace, end.me);
      memory = await writeMemory(
        workspace,
        whatLeft(workspace.now, await readMemory(workspace), end.me, end.removed),
      );
    }
    await show();
  }

  async function show(): Promise<void> {
    if (isStopped || !memory) return;
    const now = await syncNow(workspace, origin, memory, loop?.state());
    if (!isStopped) onChange({ ...commands, now, words: now.connected ? sentWords(now) : '' });
  }

  const commands: Omit<SyncCommands, 'now' | 'words'> = {
    async connect(token, expiresOn) {
      loop?.stop();
      const { clientId } = memory ?? (await readMemory(workspace));
      const asked = await ask(
        { net, clientId, token },
        { method: 'GET', path: routes.me, schema: MeAnswer },
      );
      if (asked.outcome === 'answered' && !isOfPerson(workspace, asked.answer.person)) {
        await becomePerson(workspace, asked.answer.person);
      }
      memory = await writeMemory(workspace, { token, tokenExpiresOn: expiresOn });
      startWith(clientId);
      await loop?.syncNow();
      await show();
    },
    async disconnect() {
      loop?.stop();
      loop = undefined;
      memory = await writeMemory(workspace, { token: '', tokenExpiresOn: '' });
      await show();
    },
    async syncNow(mayRemoveMany) {
      await loop?.syncNow(mayRemoveMany);
      await show();
    },
    async tryAgain(id) {
      await tryAgain(workspace, id);
      await loop?.syncNow();
      await show();
    },
    async letRest(record) {
      await letRest(workspace, record);
      await show();
    },
    async dismissNotices() {
      memory = await writeMemory(workspace, { notices: [] });
      await show();
    },
  };

  const stopListening = workspace.queue.subscribe(() => void show());
  void begin();
  return () => {
    isStopped = true;
    loop?.stop();
    stopListening();
  };
}

async function syncNow(
  workspace: Workspace,
  origin: string,
  { token, notices }: Memory,
  state: LoopState | undefined,
): Promise<SyncNow> {
  const connected = token !== '';
  const count = await countWaiting(workspace);
  const end = state?.last;
  const trouble = syncTroubles.find((each): each is SyncTrouble => each === end?.outcome) ?? '';
  return {
    ...{ origin, connected, notices, trouble },
    running: state?.status === 'running',
    waiting: count.waiting + count.sending,
    clashes: count.clash,
    refused: count.refused,
    sentAt: (await metaText(workspace, SENT_AT)) ?? '',
    otherPerson: end?.outcome === 'wrongPerson' ? end.name : '',
    removal: end?.outcome === 'askBeforeRemoving' ? { count: end.count, of: end.of } : undefined,
    needsPerson: connected ? await needsPerson(workspace) : [],
  };
}
