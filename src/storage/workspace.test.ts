import { describe, expect, it, vi } from 'vitest';
import type { Discussion } from '#domain/records/discussion.ts';
import { StaffNote } from '#domain/records/staff-note.ts';
import type { Clash } from '#domain/versions/merge.ts';
import { aDiscussion, anAction } from '../../test/builders.ts';
import { aWorkspace, openAgain, testPorts } from '../../test/workspaces.ts';
import { FootprintDb, readRows } from './db.ts';
import type { OpenRecord } from './open-record.ts';
import { openWorkspace } from './open-workspace.ts';
import { WorkingSet } from './working-set.ts';
import type { Workspace } from './workspace.ts';
import { created, updated } from './writes.ts';

const id = '9b2d7c1a-1f2e-4a3b-8c4d-5e6f7a8b9c0d';
const blank = aDiscussion({ id });

type Typed = { readonly [Key in 'familySummary' | 'worries' | 'childVoice']?: string };

/** A discussion as a form holds it: what it was given, with what was typed over it. */
function typed(body: Discussion, { familySummary, ...own }: Typed): Discussion {
  const children = body.children.map((part) => ({ ...part, ...own }));
  return { ...body, children, ...(familySummary === undefined ? {} : { familySummary }) };
}
const held = ({ set }: Workspace) => set.find('discussions', id)?.body as Discussion; // written first
const clashes = (workspace: Workspace) =>
  (held(workspace) as { clashes?: readonly Clash[] }).clashes ?? [];
const edit = async (workspace: Workspace, body: Discussion) => {
  workspace.draft({ collection: 'discussions', id, body });
  return workspace.queue.flush();
};
const soon = (test: () => void) => vi.waitFor(test, { timeout: 2_000, interval: 5 });

/** Two tabs with the same discussion on screen. */
async function twoTabs() {
  const a = await aWorkspace();
  await a.change(() => [created('discussions', id, blank)]);
  const b = await openAgain(a);
  for (const tab of [a, b]) tab.openDraft('discussions', id);
  return { a, b };
}

describe('a record that was finalised', () => {
  it('[FIN14] is never written over by text that comes late from another tab', async () => {
    const a = await aWorkspace();
    const note = StaffNote.parse({
      id,
      sessionId: 's',
      superviseeRef: 'S1',
      createdAt: a.now,
      createdBy: 'me',
    });
    await a.change(() => [created('notes', id, note)]);
    const b = await openAgain(a);
    for (const tab of [a, b]) tab.openDraft('notes', id);
    const final = { ...note, text: 'As it was signed', finalisedAt: b.now };
    await b.change(() => [updated(b.set.find('notes', id) as OpenRecord<'notes'>, final)]);
    a.draft({ collection: 'notes', id, body: { ...note, text: 'Late' } });
    expect(await a.queue.flush(), 'the text is kept to be copied').toBe(false);
    expect(a.queue.unsaved(id)?.body).toMatchObject({ text: 'Late' });
    const again = await openAgain(b);
    expect(again.set.find('notes', id)?.body).toEqual(final);
    // Also where this tab has heard of it by now.
    a.openDraft('notes', id);
    a.draft({ collection: 'notes', id, body: { ...final, text: 'Later' } });
    await a.queue.flush();
    expect((await openAgain(b)).set.find('notes', id)?.body).toEqual(final);
  });
});

describe('two tabs', () => {
  it('what one commits the other has in memory', async () => {
    const { a, b } = await twoTabs();
    await edit(a, typed(blank, { worries: 'from A' }));
    await soon(() => expect(held(b).children[0]?.worries).toBe('from A'));
  });

  it('different fields are both kept, without a question', async () => {
    const { a, b } = await twoTabs();
    await edit(a, typed(blank, { worries: 'from A' }));
    await edit(b, typed(blank, { childVoice: 'from B' }));
    expect(held(b).children[0]).toMatchObject({ worries: 'from A', childVoice: 'from B' });
    expect(clashes(b)).toEqual([]);
    const again = await openAgain(b);
    expect(held(again).children[0]).toMatchObject({ worries: 'from A', childVoice: 'from B' });
  });

  it('the same field: ours in the record, both in its clashes, and their row kept as a version', async () => {
    const { a, b } = await twoTabs();
    await edit(a, typed(blank, { worries: 'from A' }));
    await edit(b, typed(blank, { worries: 'from B' }));
    expect(held(b).children[0]?.worries).toBe('from B');
    expect(clashes(b)).toEqual([{ path: 'children.C1.worries', ours: 'from B', theirs: 'from A' }]);
    const kept = await b.db.versions.where('id').equals(id).toArray();
    expect(kept.map(({ v, why }) => [v, why])).toEqual([[2, 'replaced']]);
    const old = JSON.parse(await b.vault.open({ kind: 'row', c: 40, id, v: 2 }, kept[0] as never));
    expect(old.children[0].worries).toBe('from A');
  });

  it('after a merge the form’s next edit does not drop the other tab’s text', async () => {
    const { a, b } = await twoTabs();
    await edit(a, typed(blank, { worries: 'from A' }));
    await edit(b, typed(blank, { childVoice: 'from B' }));
    // The form in B is never written into: it still shows no worries.
    await edit(b, typed(blank, { childVoice: 'from B, longer' }));
    await edit(b, typed(blank, { childVoice: 'from B, longer still', familySummary: 'x' }));
    expect(held(b).children[0]).toMatchObject({
      worries: 'from A',
      childVoice: 'from B, longer still',
    });
    expect(clashes(b)).toEqual([]);
  });

  it('typing on in a field that clashed asks once, with the text as it was then', async () => {
    const { a, b } = await twoTabs();
    await edit(a, typed(blank, { worries: 'from A' }));
    await edit(b, typed(blank, { worries: 'from B' }));
    await edit(b, typed(blank, { worries: 'from B, longer' }));
    expect(held(b).children[0]?.worries).toBe('from B, longer');
    expect(clashes(b).map(({ theirs }) => theirs)).toEqual(['from A']);
  });

  it('to and fro for a while, no text of either is anywhere but in record or clashes', async () => {
    const { a, b } = await twoTabs();
    for (let round = 0; round < 4; round++) {
      await edit(a, typed(blank, { worries: `A${round}`, familySummary: `family A${round}` }));
      await edit(b, typed(blank, { worries: `B${round}`, childVoice: `voice B${round}` }));
    }
    const text = JSON.stringify(held(b));
    for (const last of ['A3', 'B3', 'family A3', 'voice B3']) expect(text).toContain(`"${last}"`);
  });

  it('what each tab found to ask is asked, when both found something at once', async () => {
    const { a, b } = await twoTabs();
    const c = await openAgain(a);
    c.openDraft('discussions', id);
    await edit(a, typed(blank, { worries: 'from A', childVoice: 'from A' }));
    await edit(b, typed(blank, { worries: 'from B' })); // asks about worries
    await edit(c, typed(blank, { childVoice: 'from C' })); // asks about the voice
    await edit(b, typed(blank, { worries: 'from B, longer' }));
    expect(clashes(b).map(({ path, theirs }) => [path, theirs])).toEqual([
      ['children.C1.worries', 'from A'],
      ['children.C1.childVoice', 'from A'],
    ]);
  });

  it('two clashes found on two sides at once are both kept', async () => {
    const { a, b } = await twoTabs();
    const c = await openAgain(a);
    c.openDraft('discussions', id);
    await edit(a, typed(blank, { worries: 'from A', childVoice: 'from A' }));
    await edit(b, typed(blank, { familySummary: 'from B' })); // its form still shows neither
    await edit(c, typed(blank, { worries: 'from C' })); // finds one: worries
    await edit(b, typed(blank, { familySummary: 'from B', childVoice: 'from B' })); // and its own
    expect(clashes(b)).toEqual(
      expect.arrayContaining([
        { path: 'children.C1.childVoice', ours: 'from B', theirs: 'from A' },
        { path: 'children.C1.worries', ours: 'from C', theirs: 'from A' },
      ]),
    );
    expect(clashes(b)).toHaveLength(2);
  });

  it('a clash that one tab settled stays settled when the other types on', async () => {
    const { a, b } = await twoTabs();
    await edit(a, typed(blank, { worries: 'from A' }));
    await edit(b, typed(blank, { worries: 'from B' }));
    await b.change((set) => {
      const record = set.find('discussions', id);
      return record ? [updated(record, { ...record.body, clashes: [] } as Discussion)] : [];
    });
    await edit(b, typed(blank, { worries: 'from B', childVoice: 'more' }));
    expect(clashes(b)).toEqual([]);
  });

  it('beaten twice in one save, each time it is measured against what it saw last', async () => {
    const { a, b } = await twoTabs();
    const added = [{ id: 'from A' as never, what: 'from A', owner: '', byWhen: '' }];
    const children = blank.children.map((part) => ({ ...part, actions: added }));
    await edit(a, { ...blank, children });
    const keep = b.keepVersion.bind(b);
    vi.spyOn(b, 'keepVersion').mockImplementationOnce(async (...given) => {
      await keep(...given);
      await edit(a, typed(blank, { childVoice: 'from A' })); // and takes its action out again
    });
    await edit(b, typed(blank, { worries: 'from B' }));
    expect(held(b).children[0]).toMatchObject({
      worries: 'from B',
      childVoice: 'from A',
      actions: [],
    });
    expect(clashes(b)).toEqual([]);
  });

  it('two added actions are two', async () => {
    const { a, b } = await twoTabs();
    const withAction = (action: string): Discussion => ({
      ...blank,
      children: blank.children.map((part) => ({
        ...part,
        actions: [{ id: action as never, what: action, owner: '', byWhen: '' }],
      })),
    });
    await edit(a, withAction('from A'));
    await edit(b, withAction('from B'));
    expect(held(b).children[0]?.actions.map(({ what }) => what)).toEqual(['from B', 'from A']);
  });
});

describe('a write that was given up and arrived late', () => {
  /** The next save is on its way for ever, as far as this tab knows; the row arrives at `arrive()`. */
  function hangOnce(db: FootprintDb) {
    let arrive = () => {};
    const onItsWay = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    let done: Promise<unknown> = Promise.resolve();
    const real = db.transaction.bind(db) as (...all: unknown[]) => Promise<unknown>;
    vi.spyOn(db, 'transaction').mockImplementationOnce(((...given: unknown[]) => {
      done = onItsWay.then(() => real(...given));
      return Promise.reject(new Error('no answer'));
    }) as never);
    return async () => {
      arrive();
      await done;
    };
  }

  it('is no clash: it is our own text, and the newer one is saved over it', async () => {
    const { a } = await twoTabs();
    const arrive = hangOnce(a.db);
    expect(await edit(a, typed(blank, { worries: 'first' }))).toBe(false);
    await arrive();
    expect(await edit(a, typed(blank, { worries: 'first and second' }))).toBe(true);
    expect(held(a).children[0]?.worries).toBe('first and second');
    expect(clashes(a)).toEqual([]);
  });

  it('what it had merged from another tab is not lost', async () => {
    const { a, b } = await twoTabs();
    await edit(b, typed(blank, { childVoice: 'from B' }));
    // A's first try finds B's row and merges; it is the second one, merged, that goes missing.
    const real = a.db.transaction.bind(a.db) as (...all: unknown[]) => Promise<unknown>;
    let arrive = async () => {};
    vi.spyOn(a.db, 'transaction')
      .mockImplementationOnce(((...given: unknown[]) => real(...given)) as never) // stale
      .mockImplementationOnce(((...given: unknown[]) => real(...given)) as never) // the version
      .mockImplementationOnce(((...given: unknown[]) => {
        arrive = async () => void (await real(...given));
        return Promise.reject(new Error('no answer'));
      }) as never);
    expect(await edit(a, typed(blank, { worries: 'first' }))).toBe(false);
    await arrive();
    expect(await edit(a, typed(blank, { worries: 'first and second' }))).toBe(true);
    expect(held(a).children[0]).toMatchObject({
      worries: 'first and second',
      childVoice: 'from B',
    });
    expect(clashes(a)).toEqual([]);
  });
});

describe('a text without an open form', () => {
  it('is measured against what stood there when it was typed, and not when it was written', async () => {
    const a = await aWorkspace();
    await a.change(() => [created('discussions', id, blank)]);
    const b = await openAgain(a);
    a.tabs.close(); // it has not heard
    b.draft({ collection: 'discussions', id, body: typed(blank, { worries: 'from B' }) });
    await b.queue.flush();
    a.draft({ collection: 'discussions', id, body: typed(held(a), { childVoice: 'from A' }) });
    await a.reload([id]); // before its save is due
    await a.queue.flush();
    expect(held(a).children[0]).toMatchObject({ worries: 'from B', childVoice: 'from A' });
    expect(clashes(a)).toEqual([]);
  });
});

describe('catching up', () => {
  it('reads what was committed while nobody told this tab', async () => {
    const { a, b } = await twoTabs();
    b.tabs.close(); // a frozen tab hears nothing
    await edit(a, typed(blank, { worries: 'missed' }));
    await a.change(() => [created('childActions', 'new', anAction({ id: 'new' }))]);
    expect(held(b).children[0]?.worries).toBe('');
    await b.catchUp();
    expect(held(b).children[0]?.worries).toBe('missed');
    expect(b.set.find('childActions', 'new')).toBeDefined();
  });

  it('what another tab committed after the rows were read is there once they are open', async () => {
    const { a } = await twoTabs();
    const stored = await readRows(a.db); // while the passphrase is stretched
    await edit(a, typed(blank, { worries: 'meanwhile' }));
    await a.change(() => [created('childActions', 'new', anAction({ id: 'new' }))]);
    const opened = await openWorkspace(new FootprintDb(a.vault.id), a.vault, stored, a.ports);
    opened.tabs.close();
    expect(held(opened).children[0]?.worries).toBe('meanwhile');
    expect(opened.set.find('childActions', 'new')).toBeDefined();
  });

  it('does nothing where nothing was committed', async () => {
    const { b } = await twoTabs();
    const reading = vi.spyOn(b.db.rows, 'each');
    await b.catchUp();
    expect(reading).not.toHaveBeenCalled();
  });
});

describe('a change of several records', () => {
  it('is worked out again when another tab was first', async () => {
    const { a, b } = await twoTabs();
    vi.spyOn(b, 'reload').mockResolvedValueOnce(); // it did not hear of it in time
    await edit(a, typed(blank, { worries: 'from A' }));
    const build = vi.fn((set: WorkingSet) => {
      const record = set.find('discussions', id);
      return record ? [updated(record, typed(record.body, { childVoice: 'batch' }))] : [];
    });
    await b.change(build);
    expect(build).toHaveBeenCalledTimes(2);
    expect(held(b).children[0]).toMatchObject({ worries: 'from A', childVoice: 'batch' });
  });

  it('writes text that waits in the queue before it', async () => {
    const { a } = await twoTabs();
    a.draft({ collection: 'discussions', id, body: typed(blank, { worries: 'waiting' }) });
    await a.change((set) => {
      expect(set.find('discussions', id)?.body.children[0]?.worries).toBe('waiting');
      return [];
    });
  });

  it('comes after the one before: a second press finds what the first one wrote', async () => {
    const { a } = await twoTabs();
    const once = (own: string) =>
      a.change(() =>
        a.set.all('childActions').size > 0
          ? []
          : [created('childActions', own, anAction({ id: own }))],
      );
    await Promise.all([once('one'), once('two')]);
    expect([...a.set.all('childActions').keys()]).toEqual(['one']);
  });

  it('goes on after one that failed', async () => {
    const { a } = await twoTabs();
    const failed = a.change(() => {
      throw new Error('not this one');
    });
    const next = a.change(() => [created('childActions', 'new', anAction({ id: 'new' }))]);
    await expect(failed).rejects.toThrow('not this one');
    expect(await next).toHaveLength(1);
  });

  it('gives up with an error after a while, and nothing was written', async () => {
    const { a } = await twoTabs();
    const before = await a.db.rows.toArray();
    const impossible = a.change(() => [{ ...created('discussions', id, blank), basedOn: 99 }]);
    await expect(impossible).rejects.toMatchObject({ name: 'StorageError' });
    expect(await a.db.rows.toArray()).toEqual(before);
  });
});

describe('leaving a record', () => {
  const versions = async ({ db }: Workspace) =>
    (await db.versions.where('id').equals(id).toArray()).map(({ v, why }) => [v, why]);

  it('writes what is unsaved and keeps the row as a version, once', async () => {
    const { a } = await twoTabs();
    a.draft({ collection: 'discussions', id, body: typed(blank, { worries: 'x' }) });
    await a.closeDraft(id);
    expect((await openAgain(a)).set.find('discussions', id)?.body.children[0]?.worries).toBe('x');
    expect(await versions(a)).toEqual([[2, 'left']]);
    a.openDraft('discussions', id);
    await a.closeDraft(id);
    expect(await versions(a)).toEqual([[2, 'left']]);
  });
});

it('a damaged row is named once, the others open, and it stays on disk as it is', async () => {
  const { a } = await twoTabs();
  const row = await a.db.rows.get(id);
  const ct = row?.ct.slice() ?? new Uint8Array(0);
  ct[0] = (ct[0] ?? 0) ^ 1;
  await a.db.rows.update(id, { ct } as never);
  const again = await openAgain(a);
  await again.catchUp();
  expect(again.damaged).toEqual([id]);
  expect(again.set.all('staff').size).toBe(1);
  expect(again.set.all('settings').size).toBe(1);
  expect((await again.db.rows.get(id))?.ct).toEqual(ct);
});

it('a row whose body does not fit its schema is damaged too, and one of a newer kind is left alone', async () => {
  const a = await aWorkspace();
  const bad = { ...created('discussions', id, { ...blank, createdAt: 5 } as never) };
  await a.change(() => [bad]);
  const [first] = await a.db.rows.toArray();
  if (first) await a.db.rows.add({ ...first, id: crypto.randomUUID(), c: 999 });
  const again = await openAgain(a);
  expect(again.damaged).toEqual([id]);
});

describe('the working set', () => {
  const record = (v: number, rev: number | null = null, text = `${v}`) =>
    ({ id, collection: 'discussions', v, rev, body: blank, text }) as const;

  it('never goes back to an older row, acknowledged or not', () => {
    const set = new WorkingSet();
    set.apply([record(3)]);
    set.apply([record(2)]);
    set.apply([record(2, 7)]);
    expect(set.find('discussions', id)).toMatchObject({ v: 3, rev: null });
    set.apply([record(3, 8)]);
    expect(set.find('discussions', id)).toMatchObject({ v: 3, rev: 8 });
    set.apply([record(4, 8)]);
    expect(set.find('discussions', id)).toMatchObject({ v: 4 });
  });

  it('tells the listeners of a collection, once a batch, and only when something changed', () => {
    const set = new WorkingSet();
    const listener = vi.fn();
    const leave = set.subscribe('discussions', listener);
    set.apply([record(1), { ...record(1), id: 'other' }]);
    set.apply([record(1)]);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(set.changesOf('discussions')).toBe(1);
    leave();
    set.apply([record(2)]);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(set.changesOf('notes')).toBe(0);
  });
});

it('autosave reaches the disk by itself, and is said to be saved only then', async () => {
  const a = await aWorkspace(testPorts());
  await a.change(() => [created('discussions', id, blank)]);
  const savedBefore = a.queue.state.savedAtMs;
  (a.ports as ReturnType<typeof testPorts>).advance(60_000);
  a.draft({ collection: 'discussions', id, body: typed(blank, { worries: 'typed' }) });
  expect(a.queue.state).toMatchObject({ unsaved: 1, savedAtMs: savedBefore });
  await vi.waitFor(() => expect(a.queue.state.unsaved).toBe(0), { timeout: 2_000 });
  expect(a.queue.state.savedAtMs).toBe((savedBefore ?? 0) + 60_000);
  expect(held(await openAgain(a)).children[0]?.worries).toBe('typed');
});
