import { sentWords } from '#domain/versions/sync-words.ts';
import { becomePerson, takeDirectory } from '#storage/sync/take-directory.ts';
import type { SyncCommands } from '#storage/sync/use-sync.ts';
import type { Workspace } from '#storage/workspace.ts';
import type { CycleEnd } from '#sync/cycle.ts';
import { fetchNet } from '#sync/fetch-net.ts';
import { askKept } from '#sync/kept-there.ts';
import { type LoopState, type SyncLoop, startLoop } from '#sync/loop.ts';
import { type Memory, readMemory, writeMemory } from '#sync/memory.ts';
import { ask } from '#sync/net.ts';
import { oneAtATime } from '#sync/one-at-a-time.ts';
import { letRest, tryAgain } from '#sync/waiting.ts';
import { whatLeft } from '#sync/what-left.ts';
import { MeAnswer } from '#sync/wire/me.ts';
import { routes } from '#sync/wire/routes.ts';
import { askToSignIn, forgetSignIn, signedInNow } from './council-sign-in.ts';
import { syncNowOf, tokenOf } from './sync-now.ts';

interface StartSync {
  readonly origin: string;
  readonly onChange: (commands: SyncCommands) => void;
  /** The way to the council's sign-in leaves the page. */
  readonly lock: () => void;
}

/**
 * Sends and fetches while the records are open, and tells `onChange` what to show. Answers with the way to
 * stop. Nothing else of the app waits for it.
 */
export function startSync(workspace: Workspace, { origin, onChange, lock }: StartSync): () => void {
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
    await show();
    await introduce();
    await show();
  }

  const token = () => (memory ? tokenOf(memory) : '');

  /** DIR3, then the loop. With nobody signed in it is not begun. */
  async function introduce(): Promise<void> {
    if (token() === '' || !memory) return;
    const { clientId } = memory;
    const asked = await ask(
      { net, clientId, token: token() },
      { method: 'GET', path: routes.me, schema: MeAnswer },
    );
    if (asked.outcome === 'answered') await becomePerson(workspace, asked.answer.person);
    startWith(clientId);
  }

  function startWith(clientId: string): void {
    if (isStopped) return;
    loop = startLoop(workspace, {
      ...{ net, clientId, appVersion: __APP_VERSION__ },
      token,
      random: () => Math.random(),
      exclusively: (work) => oneAtATime(workspace.vault.id, work),
    });
    loop.subscribe(() => void afterCycle(loop?.state()));
  }

  let shown: CycleEnd | undefined;
  async function afterCycle(state: LoopState | undefined): Promise<void> {
    const end = state?.last;
    if (end?.outcome === 'signedOut') forgetSignIn();
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
    const now = await syncNowOf(workspace, origin, memory, loop?.state());
    if (!isStopped) onChange({ ...commands, now, words: now.connected ? sentWords(now) : '' });
  }

  async function connectWith(by: Pick<Memory, 'token' | 'signsIn'>): Promise<void> {
    loop?.stop();
    shown = undefined;
    memory = await writeMemory(workspace, by);
    await introduce();
    await loop?.syncNow();
    await show();
  }

  const commands: Omit<SyncCommands, 'now' | 'words'> = {
    connect: (token) => connectWith({ token, signsIn: false }),
    async signIn() {
      if (signedInNow()) return connectWith({ token: '', signsIn: true });
      memory = await writeMemory(workspace, { token: '', signsIn: true });
      askToSignIn();
      lock();
    },
    async disconnect() {
      loop?.stop();
      loop = undefined;
      forgetSignIn();
      memory = await writeMemory(workspace, { token: '', signsIn: false });
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
    async keptThere(id) {
      await begun;
      const { clientId = '' } = memory ?? {};
      // LOOP10: not before a cycle found that whoever is signed in is this person.
      const end = shown ? loop?.state().last : await loop?.syncNow();
      const isMe = shown ? end?.outcome !== 'wrongPerson' : end?.outcome === 'done';
      if (!isMe) return { outcome: whyNotAsked(end) };
      return askKept({ net, clientId, token: token() }, id);
    },
    async dismissNotices() {
      memory = await writeMemory(workspace, { notices: [] });
      await show();
    },
  };

  const stopListening = workspace.queue.subscribe(() => void show());
  const begun = begin();
  return () => {
    isStopped = true;
    loop?.stop();
    stopListening();
  };
}

function whyNotAsked(end: CycleEnd | undefined): 'offline' | 'signedOut' | 'later' {
  if (end === undefined || end.outcome === 'wrongPerson') return 'signedOut';
  return end.outcome === 'offline' || end.outcome === 'signedOut' ? end.outcome : 'later';
}
