import { setTimeout as pause } from 'node:timers/promises';
import { type CDPSession, expect, type Locator, type Page } from '@playwright/test';
import * as app from './app.ts';
import { type BrowserProcess, startBrowser } from './browser-process.ts';
import type { Site } from './site.ts';

/** What the page saw, told at once: what was not told before the kill, the page had not seen. */
type Told =
  | { kind: 'beat'; at: number; typed: readonly Typed[] }
  | { kind: 'transaction'; durability: string }
  | { kind: 'committed'; bodies: string[] };

/** A key that arrived: when, and the length of the field with it. */
type Typed = readonly [atMs: number, length: number];

/** A committed row, as far as these tests read one. */
interface Body {
  readonly file?: string;
  readonly status?: string;
  readonly child?: { readonly name: string };
  readonly children?: readonly Readonly<Record<string, unknown>>[];
}

declare global {
  var tellTest: (told: string) => void;
}

/**
 * Runs in the page before the app. A body is taken where it is sealed, followed by its ciphertext into
 * a transaction, and told when that transaction is complete: an acknowledged save is exactly what the
 * browser said it has. Every 25 ms a heartbeat brings the keys that arrived since the one before.
 */
function watchPage(): void {
  const tell = (told: Told) => globalThis.tellTest(JSON.stringify(told));
  const sealed = new WeakMap<ArrayBufferLike, string>();
  const written = new WeakMap<IDBTransaction, string[]>();

  const { encrypt } = SubtleCrypto.prototype;
  SubtleCrypto.prototype.encrypt = async function (algorithm, key, data) {
    const padded = data as Uint8Array<ArrayBuffer>; // the app seals nothing else; see src/vault/padding.ts
    const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
    const body = new TextDecoder().decode(padded.subarray(4, 4 + length));
    const ct = await encrypt.call(this, algorithm, key, data);
    sealed.set(ct, body);
    return ct;
  };

  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, ...key) {
    const body = this.name === 'rows' ? sealed.get(value.ct.buffer) : undefined;
    if (body !== undefined) written.get(this.transaction)?.push(body);
    return put.call(this, value, ...key);
  };

  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const started = transaction.call(this, stores, mode, options);
    if (mode === 'readwrite' && this.name.startsWith('footprint-')) {
      const bodies: string[] = [];
      written.set(started, bodies);
      tell({ kind: 'transaction', durability: options?.durability ?? 'not asked for' });
      started.addEventListener('complete', () => tell({ kind: 'committed', bodies }));
    }
    return started;
  };

  let typed: Typed[] = [];
  const noteKey = ({ target }: Event) => {
    if (target instanceof HTMLTextAreaElement) typed.push([performance.now(), target.value.length]);
  };
  addEventListener('input', noteKey, { capture: true });
  setInterval(() => {
    tell({ kind: 'beat', at: performance.now(), typed });
    typed = [];
  }, 25);
}

/** Draws that a printed seed gives again (mulberry32). */
export interface Chance {
  readonly between: (low: number, high: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
}

export function chanceFrom(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return { between, pick: (from) => from[between(0, from.length - 1)] as (typeof from)[number] }; // none is drawn from an empty list
}

/** One person's profile, killed again and again; from the first kill on the server is stopped. */
export class KillRig {
  readonly durabilities = new Map<string, number>();
  typed: Typed[] = [];
  committed: Body[] = [];
  lastBeatMs = 0;
  session: Session | undefined;
  nextWord = 1;
  #running: { readonly chromium: BrowserProcess; readonly cdp: CDPSession } | undefined;
  #passphrase = '';

  constructor(
    private readonly site: Site,
    private readonly profile: string,
  ) {}

  get page(): Page {
    return this.#now.chromium.page;
  }

  get cdp(): CDPSession {
    return this.#now.cdp;
  }

  get #now() {
    if (!this.#running) throw new Error('no browser is running');
    return this.#running;
  }

  /** A person with children on the list, two of them sisters; the app is held, and the server gone. */
  async setUp(): Promise<void> {
    const page = await this.#start('/');
    await app.button(page, 'Start for real').click();
    await app.fillWhoIAm(page);
    this.#passphrase = await app.typeSuggestedPassphrase(page);
    await app.typeRecoveryKeyBack(page);
    await app.link(page, 'Paste your list').click();
    const rows = CHILDREN.map(
      (name, i) => `${100 + i}\t${name}\t14/06/2015\tCIN\tAmina Khan\t\t${i < 2 ? 'Lund' : ''}`,
    );
    await page.getByLabel('Rows').fill(rows.join('\n'));
    await app.button(page, 'Look at the rows').click();
    await app.button(page, `Bring in ${CHILDREN.length} rows`).click();
    await expect(app.link(page, 'Ana Lund')).toBeVisible();
    await app.expectReadyOffline(page);
    await this.#now.chromium.close();
    await this.site.stop();
    await this.restart('/');
  }

  /** Chromium again on the same profile, unlocked, on this page. */
  async restart(path: string): Promise<void> {
    await app.unlock(await this.#start(path), this.#passphrase);
  }

  async kill(): Promise<void> {
    await this.#running?.chromium.kill();
  }

  /** What is told from now on is of this round. */
  forget(): void {
    this.typed = [];
    this.committed = [];
  }

  async #start(path: string): Promise<Page> {
    const chromium = await startBrowser(this.profile);
    const { page, context } = chromium;
    const cdp = await context.newCDPSession(page);
    this.#running = { chromium, cdp };
    this.forget();
    cdp.on('Runtime.bindingCalled', ({ payload }) => this.#hear(JSON.parse(payload) as Told));
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: 'tellTest' });
    await page.addInitScript(watchPage);
    await page.goto(this.site.url + path);
    return page;
  }

  #hear(told: Told): void {
    if (told.kind === 'beat') {
      this.lastBeatMs = told.at;
      this.typed.push(...told.typed);
    } else if (told.kind === 'transaction') {
      const { durability } = told;
      this.durabilities.set(durability, (this.durabilities.get(durability) ?? 0) + 1);
    } else this.committed.push(...told.bodies.map((body) => JSON.parse(body) as Body));
  }
}

export interface Round {
  readonly words: string;
  /** Everything that should not be: empty in a good round. */
  readonly problems: readonly string[];
  readonly savesLost: number;
  /** While typing: how old the oldest text that is gone was at the page's last heartbeat; 0 for none. */
  readonly lostMs?: number;
}

const CHILDREN = ['Ana Lund', 'Bea Lund', 'Cai Moss', 'Dee Nash', 'Eli Ott', 'Fay Pike'] as const;
/** The promise (design section 1): by the page's own heartbeat. */
const MOST_LOST_MS = 1_000;
/** Of these, the first three are made ready to be finalised; the others are typed into. */
const READY = 3;

interface Written {
  readonly name: string;
  readonly note: string;
  readonly decision: string;
  readonly action: string;
}

interface Session {
  readonly id: string;
  hasEnded: boolean;
  ready: readonly Written[];
  /** What was read back after a kill, by child and field: no later kill may take it either. */
  readonly kept: Map<string, string>;
}

const FIELDS = [
  { depth: 'In depth', label: 'Analysis', key: 'analysis' },
  { depth: 'Brief check-in', label: 'Brief note', key: 'briefNote' },
] as const;

/** Keys every 15 to 40 ms, so that no pause is ever long enough to save in. */
export async function killWhileTyping(rig: KillRig, chance: Chance): Promise<Round> {
  const session = await openSession(rig);
  const name = chance.pick(CHILDREN.slice(READY));
  const { depth, label, key } = chance.pick(FIELDS);
  const field = async () => {
    await app.openChild(rig.page, name);
    await app.choose(rig.page, depth);
    return rig.page.getByLabel(label, { exact: true });
  };
  const problems: string[] = [];
  const before = await (await field()).inputValue();
  if (before !== (session.kept.get(`${name} ${key}`) ?? '')) {
    problems.push(`${name}: text that outlived an earlier kill has changed`);
  }
  await (await field()).press('Control+End');

  rig.forget();
  const afterMs = chance.between(500, 3_500);
  const typing = typeWithoutPause(rig, chance);
  await pause(afterMs);
  await rig.kill();
  const all = before + typing.stop();
  const { typed, lastBeatMs, committed } = rig;

  await rig.restart(`/sessions/${session.id}`);
  const kept = await (await field()).inputValue();
  session.kept.set(`${name} ${key}`, kept);
  if (!all.startsWith(kept)) problems.push('what is on disk is not the start of what was typed');
  const saves = committed
    .flatMap(({ children = [] }) => children.map((part) => String(part[key])))
    .filter((text) => text.length > before.length && all.startsWith(text));
  const savesLost = saves.filter((text) => text.length > kept.length).length;
  if (savesLost > 0) problems.push(`${savesLost} acknowledged saves are lost`);
  const lost = typed.filter(([, length]) => length > kept.length);
  const lostMs = Math.round(lost[0] ? lastBeatMs - lost[0][0] : 0);
  if (lostMs > MOST_LOST_MS) problems.push(`text that was ${lostMs} ms old is lost`);
  // A watch that sees nothing would find nothing lost.
  if (typed.length === 0) problems.push('no heartbeat told of a key');
  if (afterMs > 2 * MOST_LOST_MS && saves.length === 0) problems.push('no save was acknowledged');
  return {
    words: `${label}, killed after ${afterMs} ms and ${typed.length} keys: ${saves.length} saves acknowledged, ${savesLost} lost; ${lost.length} keys lost, the oldest ${lostMs} ms old`,
    problems,
    savesLost,
    lostMs,
  };
}

export async function killWhileEnding(rig: KillRig, chance: Chance): Promise<Round> {
  const session = await openSession(rig);
  await makeReady(rig, session);
  await goToSession(rig, session);
  await app.link(rig.page, 'End the session').click();
  const afterMs = await killAfterClick(rig, endButton(rig), chance);
  const wasTold = rig.committed.some(({ status }) => status === 'ended');

  await rig.restart('/sessions');
  const hasEnded = await homeSaysEnded(rig, session);
  const problems: string[] = [];
  if (wasTold && !hasEnded) problems.push('the end of the session was acknowledged and is gone');
  if (!hasEnded) {
    for (const written of session.ready)
      problems.push(...(await notAsTyped(rig, session, written)));
  }
  for (const { name, action } of session.ready) {
    const shown = await actionsShown(rig, name, action);
    if (shown !== (hasEnded ? 1 : 0)) problems.push(`${name}: the action is there ${shown} times`);
  }
  if (!hasEnded) await endSession(rig, session);
  problems.push(...(await wrongAccounts(rig, session)));
  session.hasEnded = true;
  return {
    words: `killed ${afterMs} ms after the click: ${hasEnded ? 'whole ended' : 'still open, everything typed is there'}`,
    problems,
    savesLost: wasTold && !hasEnded ? 1 : 0,
  };
}

export async function killWhileFinalising(rig: KillRig, chance: Chance): Promise<Round> {
  const session = await openSession(rig, 'or ended');
  if (!session.hasEnded) {
    await makeReady(rig, session);
    await endSession(rig, session);
  }
  await goToFinish(rig, session);
  const afterMs = await killAfterClick(rig, finaliseButton(rig), chance);
  const told = rig.committed.flatMap(({ file, child }) => (file === 'child' && child) || []);

  await rig.restart('/sessions');
  const problems: string[] = [];
  const states: string[] = [];
  let savesLost = 0;
  for (const written of session.ready) {
    const state = await stateOf(rig, session, written);
    states.push(state);
    if (state === 'draft') problems.push(...(await notAsTyped(rig, session, written)));
    else if (state === 'final') problems.push(...(await notAsFinalised(rig, session, written)));
    else problems.push(`${written.name}: ${state}`);
    const wasTold = told.some(({ name }) => name === written.name);
    if (wasTold && state !== 'final') savesLost += 1;
  }
  const finals = states.filter((state) => state === 'final').length;
  const drafts = states.filter((state) => state === 'draft').length;
  if (savesLost > 0) problems.push('a finalised record was acknowledged and is gone');
  if (drafts > 0) {
    await goToFinish(rig, session);
    await finaliseButton(rig).click();
    await expect(rig.page.getByText('Every discussed child’s record is finalised.')).toBeVisible();
  }
  rig.session = undefined;
  return {
    words: `killed ${afterMs} ms after the click: ${finals} of ${READY} finalised and read only, ${drafts} still drafts with all their text`,
    problems,
    savesLost,
  };
}

const endButton = ({ page }: KillRig) => app.button(page, /^End the session( as incomplete)?$/);
const finaliseButton = ({ page }: KillRig) => page.getByRole('button', { name: /^Finalise all/ });

async function openSession(rig: KillRig, also?: 'or ended'): Promise<Session> {
  if (rig.session && (also || !rig.session.hasEnded)) return rig.session;
  await app.startSession(rig.page);
  const id = new URL(rig.page.url()).pathname.split('/')[2] ?? '';
  rig.session = { id, hasEnded: false, ready: [], kept: new Map() };
  return rig.session;
}

async function goToSession({ page }: KillRig, { id, hasEnded }: Session): Promise<void> {
  await app.goTo(page, 'Sessions');
  await page.locator(`main a[href="/sessions/${id}${hasEnded ? '/finish' : ''}"]`).click();
  // From the records of an ended session, the notes are the way back to its panes.
  if (hasEnded) await page.locator(`main a[href="/sessions/${id}/notes"]`).click();
  await expect(app.caseList(page)).toBeVisible();
}

async function goToFinish({ page }: KillRig, { id }: Session): Promise<void> {
  await app.goTo(page, 'Sessions');
  await page.locator(`main a[href="/sessions/${id}/finish"]`).click();
  await expect(app.heading(page, /^Records of the session/)).toBeVisible();
}

/** Three children discussed, with text enough for their records, and all of it on disk. */
async function makeReady(rig: KillRig, session: Session): Promise<void> {
  if (session.ready.length > 0) return;
  const { page } = rig;
  await goToSession(rig, session);
  const ready = CHILDREN.slice(0, READY).map((name) => {
    const [note, decision, action] = [words(rig, 40), words(rig, 6), words(rig, 4)];
    return { name, note, decision, action };
  });
  for (const { name, note, decision, action } of ready) {
    await app.openChild(page, name);
    for (const done of await page.getByRole('radio', { name: 'Done', exact: true }).all())
      await done.check();
    await app.choose(page, 'Brief check-in');
    await page.getByLabel('Brief note').fill(note);
    await page.getByRole('radio', { name: 'Yes' }).check();
    await app.button(page, 'Add a decision').click();
    await page.getByLabel('Decision 1', { exact: true }).fill(decision);
    await page.getByLabel('Reasons').fill(REASONS);
    await app.button(page, 'Add an action').click();
    await page.getByLabel('Action 1: what').fill(action);
    await page.getByLabel('Who', { exact: true }).fill('Amina Khan');
    await page.getByLabel('By when').fill('2 weeks');
    await app.markDiscussed(page);
    await expect(app.heading(page, name)).toBeHidden(); // it goes on to the next once this is stored
  }
  session.ready = ready;
}

const REASONS = 'Because of what was said';

async function endSession(rig: KillRig, session: Session): Promise<void> {
  await goToSession(rig, session);
  await app.link(rig.page, 'End the session').click();
  await endButton(rig).click();
  await expect(app.heading(rig.page, /^Records of the session/)).toBeVisible();
  session.hasEnded = true;
}

/** Home has one way into a session: on with it, or to its records. */
async function homeSaysEnded({ page }: KillRig, { id }: Session): Promise<boolean> {
  await app.goTo(page, 'Home');
  await expect(app.heading(page, 'Your supervision')).toBeVisible();
  const way = page.locator(`main a[href^="/sessions/${id}"]`);
  await expect(way).toHaveCount(1);
  await expect(way).toContainText(/^(Continue|Finish) supervision of Amina Khan$/);
  return (await way.getAttribute('href')) === `/sessions/${id}/finish`;
}

async function wrongAccounts(rig: KillRig, session: Session): Promise<readonly string[]> {
  await goToFinish(rig, { ...session, hasEnded: true });
  const counts = `${READY} brief check-in, ${CHILDREN.length - READY} left out.`;
  const there = await rig.page.getByText(counts).count();
  return there === 1 ? [] : [`the accounts of the session are not “${counts}”`];
}

/** How often an action stands among the open ones on its child’s page. */
async function actionsShown({ page }: KillRig, name: string, action: string): Promise<number> {
  await app.goTo(page, 'My list');
  await app.link(page, name).click();
  await expect(page.getByRole('heading', { name: 'Open actions' })).toBeVisible();
  return page.getByRole('listitem').filter({ hasText: action }).count();
}

async function notAsTyped(rig: KillRig, session: Session, written: Written) {
  const { page } = rig;
  await goToSession(rig, session);
  await app.openChild(page, written.name);
  const expected = [
    ['Brief note', written.note],
    ['Decision 1', written.decision],
    ['Reasons', REASONS],
    ['Action 1: what', written.action],
    ['Who', 'Amina Khan'],
    ['By when', '2 weeks'],
  ] as const;
  const problems: string[] = [];
  for (const [label, text] of expected) {
    const value = await page.getByLabel(label, { exact: true }).inputValue();
    if (value !== text) problems.push(`${written.name}: ${label} is not as it was typed`);
  }
  return problems;
}

/** Its text is on the record, and the form it was typed into is gone. */
async function notAsFinalised(rig: KillRig, session: Session, written: Written) {
  const { page } = rig;
  const { name, note, decision, action } = written;
  const problems: string[] = [];
  await goToFinish(rig, session);
  await app.link(page, name).click();
  const text = await page.getByLabel('Text for LCS').inputValue();
  for (const part of [note, decision, REASONS, action]) {
    if (!text.includes(part)) problems.push(`${name}: the record lacks ${part.slice(0, 20)}`);
  }
  await goToSession(rig, session);
  await app.openChild(page, name);
  await expect(page.getByText('Finalised. See the record')).toBeVisible();
  const fields = await page.locator('#notes').getByRole('textbox').count();
  return fields === 0 ? problems : [...problems, `${name}: finalised, and can still be typed into`];
}

async function stateOf(rig: KillRig, session: Session, { name }: Written) {
  await goToFinish(rig, session);
  const drafts = await rig.page.getByRole('rowheader', { name, exact: true }).count();
  const finals = await app.link(rig.page, name).count();
  if (drafts + finals !== 1)
    return `${drafts} times a draft and ${finals} times finalised` as const;
  return drafts === 1 ? 'draft' : 'final';
}

/** Numbered words, never the same twice in a run: what is missing can be told to the letter. */
function words(rig: KillRig, count: number): string {
  return Array.from({ length: count }, () => `w${String(rig.nextWord++).padStart(6, '0')}`).join(
    ' ',
  );
}

function typeWithoutPause(rig: KillRig, chance: Chance): { stop(): string } {
  const { cdp } = rig;
  let sent = '';
  let stopped = false;
  const key = (type: 'keyDown' | 'keyUp', text: string) =>
    void cdp.send('Input.dispatchKeyEvent', { type, key: text, text }).catch(() => {}); // killed
  const type = async () => {
    while (!stopped) {
      for (const letter of `${words(rig, 1)} `) {
        if (stopped) return;
        sent += letter;
        key('keyDown', letter);
        key('keyUp', letter);
        await pause(chance.between(15, 40));
      }
    }
  };
  void type();
  return {
    stop() {
      stopped = true;
      return sent;
    },
  };
}

/** By the mouse itself, not waiting for any answer. The milliseconds from click to kill. */
async function killAfterClick(rig: KillRig, target: Locator, chance: Chance): Promise<number> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('there is nothing to click');
  const at = {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    button: 'left',
    clickCount: 1,
  } as const;
  const afterMs = chance.between(0, 150);
  rig.forget();
  for (const type of ['mousePressed', 'mouseReleased'] as const) {
    void rig.cdp.send('Input.dispatchMouseEvent', { type, ...at }).catch(() => {}); // killed
  }
  await pause(afterMs);
  await rig.kill();
  return afterMs;
}
