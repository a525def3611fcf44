import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aDiscussion } from '../../test/builders.ts';
import { type DraftOf, SaveQueue } from './save-queue.ts';
import { AFTER_LAST_KEY_MS, retryDelayMs } from './save-timing.ts';
import { StorageError } from './storage-error.ts';

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

const draft = (text: string, id = 'd1'): DraftOf => ({
  collection: 'discussions',
  id,
  body: aDiscussion({ id, familySummary: text }),
});

/** A queue over a disk that takes `diskMs` a save, and does what `answer` says. */
function aQueue({
  diskMs = 0,
  answer = () => {},
}: {
  diskMs?: number;
  answer?: (text: string) => void;
} = {}) {
  const saved: { text: string; atMs: number; why: string | undefined }[] = [];
  let inFlight = 0;
  let most = 0;
  const queue = new SaveQueue(
    async ({ body }, why) => {
      const text = (body as { familySummary: string }).familySummary;
      most = Math.max(most, ++inFlight);
      try {
        if (diskMs > 0) await new Promise((resolve) => setTimeout(resolve, diskMs));
        answer(text);
        saved.push({ text, atMs: Date.now(), why });
      } finally {
        inFlight -= 1;
      }
    },
    () => Date.now(),
  );
  return { queue, saved, texts: () => saved.map(({ text }) => text), most: () => most };
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const full = () => {
  throw new StorageError('full', 'disk full');
};

describe('when', () => {
  it('as soon as ever after the clock was put back, between two keys or during a save', async () => {
    const { queue, texts } = aQueue({ diskMs: 50 });
    vi.setSystemTime(10 * 86_400_000);
    queue.edit(draft('before'));
    await wait(100);
    vi.setSystemTime(0);
    for (let ms = 0; ms < 900; ms += 100) {
      queue.edit(draft(`${ms}`));
      await wait(100);
    }
    expect(texts().length, 'typed on without a pause').toBeGreaterThan(0);
    await wait(400);
    vi.setSystemTime(10 * 86_400_000);
    queue.edit(draft('again'));
    await wait(310); // the save is under way
    queue.edit(draft('during'));
    vi.setSystemTime(0);
    await wait(40 + AFTER_LAST_KEY_MS + 60);
    expect(texts().at(-1)).toBe('during');
  });

  it('300 ms after the last key, once', async () => {
    const { queue, saved } = aQueue();
    for (let ms = 0; ms < 400; ms += 100) {
      queue.edit(draft(`${ms}`));
      await wait(100);
    }
    expect(saved).toEqual([]);
    await wait(199);
    expect(saved).toEqual([]);
    await wait(1);
    expect(saved).toEqual([{ text: '300', atMs: 600, why: undefined }]);
    await wait(10_000);
    expect(saved).toHaveLength(1);
  });

  it('800 ms after the first unsaved key while typing goes on without a pause', async () => {
    const { queue, saved } = aQueue();
    for (let ms = 0; ms <= 5_000; ms += 50) {
      queue.edit(draft(`${ms}`));
      await wait(50);
    }
    // Nothing that was typed is ever older than 800 ms when it is saved.
    expect(saved.length).toBeGreaterThanOrEqual(5);
    for (const [i, { text, atMs }] of saved.entries()) {
      const firstUnsaved = i === 0 ? 0 : Number(saved[i - 1]?.text) + 50;
      expect(atMs - firstUnsaved).toBeLessThanOrEqual(800);
      expect(atMs - Number(text)).toBeLessThanOrEqual(50);
    }
  });

  it('records do not wait for each other', async () => {
    const { queue, texts } = aQueue();
    queue.edit(draft('a', 'd1'));
    await wait(200);
    queue.edit(draft('b', 'd2'));
    await wait(100);
    expect(texts()).toEqual(['a']);
    await wait(200);
    expect(texts()).toEqual(['a', 'b']);
  });
});

describe('one save at a time', () => {
  it('the newest text waits for the save in flight, and older ones are not written', async () => {
    const { queue, texts, most } = aQueue({ diskMs: 2_000 });
    queue.edit(draft('1'));
    await wait(300);
    for (const text of ['2', '3', '4']) {
      queue.edit(draft(text));
      await wait(400);
    }
    expect(texts()).toEqual([]);
    await wait(5_000);
    expect(texts()).toEqual(['1', '4']);
    expect(most()).toBe(1);
  });

  it('a flush writes what waits behind the save in flight too', async () => {
    const { queue, texts, most } = aQueue({ diskMs: 100 });
    queue.edit(draft('1'));
    await wait(300);
    queue.edit(draft('2'));
    const flushed = queue.flush();
    await wait(200);
    expect(await flushed).toBe(true);
    expect(texts()).toEqual(['1', '2']);
    expect(most()).toBe(1);
  });

  it('two flushes at once write once, and neither answers before it is on disk', async () => {
    const { queue, texts, most } = aQueue({ diskMs: 100 });
    queue.edit(draft('1'));
    const answers: unknown[] = [];
    const note = (isSaved: boolean) => answers.push([isSaved, ...texts()]);
    void queue.flush().then(note);
    void queue.flushOne('d1').then(note);
    void queue.flush().then(note);
    await wait(99);
    expect(answers).toEqual([]);
    await wait(1);
    expect(answers).toEqual(Array(3).fill([true, '1']));
    expect([texts(), most()]).toEqual([['1'], 1]);
  });
});

describe('what is told', () => {
  it('unsaved from the first key until the commit, saved at the time of the commit', async () => {
    const { queue } = aQueue({ diskMs: 50 });
    expect(queue.state).toEqual({ unsaved: 0, savedAtMs: undefined, failed: [] });
    queue.edit(draft('1'));
    expect(queue.state.unsaved).toBe(1);
    expect(queue.unsaved('d1')?.body).toMatchObject({ familySummary: '1' });
    await wait(320);
    expect(queue.state).toMatchObject({ unsaved: 1, savedAtMs: undefined });
    await wait(30);
    expect(queue.state).toEqual({ unsaved: 0, savedAtMs: 350, failed: [] });
    expect(queue.unsaved('d1')).toBeUndefined();
  });

  it('listeners hear of it, and no more once they have left', async () => {
    const { queue } = aQueue();
    const seen: number[] = [];
    const leave = queue.subscribe(() => seen.push(queue.state.unsaved));
    queue.edit(draft('1'));
    await wait(300);
    expect(seen).toEqual([1, 0]);
    leave();
    queue.edit(draft('2'));
    expect(seen).toEqual([1, 0]);
  });

  it('one more key in a text that waits already is no news, and is saved all the same', async () => {
    const { queue, texts } = aQueue();
    queue.edit(draft('1'));
    const heard = vi.fn();
    queue.subscribe(heard);
    const { state } = queue;
    for (const text of ['12', '123', '1234']) queue.edit(draft(text));
    expect(heard).not.toHaveBeenCalled();
    expect(queue.state).toBe(state);
    await wait(300);
    expect(texts()).toEqual(['1234']);
    expect(heard).toHaveBeenCalledOnce();
    expect(queue.state.unsaved).toBe(0);
  });
});

describe('a save that fails', () => {
  it('is not said to be done while another try of it is under way', async () => {
    const { queue } = aQueue({ answer: full, diskMs: 10 });
    queue.edit(draft('1'));
    let tries = 0;
    queue.subscribe(() => {
      tries += queue.state.failed.length;
      if (tries === 1) void queue.flush(); // as a change of something else does
    });
    const answers = [queue.flushOne('d1'), queue.flush()];
    await wait(100);
    expect(await Promise.all(answers)).toEqual([false, false]);
    expect(queue.unsaved('d1')?.body).toMatchObject({ familySummary: '1' });
  });

  it('keeps the text, says so, and is tried again for ever, at most 15 seconds apart', async () => {
    let tries = 0;
    const { queue, saved } = aQueue({
      answer: () => {
        tries += 1;
        full();
      },
    });
    queue.edit(draft('1'));
    await wait(300);
    expect(queue.state).toMatchObject({
      unsaved: 1,
      savedAtMs: undefined,
      failed: [{ id: 'd1', reason: 'full', draft: { body: { familySummary: '1' } } }],
    });
    await wait(60 * 60_000);
    expect(tries).toBeGreaterThanOrEqual(240);
    expect(saved).toEqual([]);
    expect(queue.state.unsaved).toBe(1);
  });

  it('waits longer each time', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 99].map(retryDelayMs)).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000,
    ]);
  });

  it('recovers with the newest text and forgets the failure', async () => {
    let isFull = true;
    const { queue, texts } = aQueue({ answer: () => isFull && full() });
    queue.edit(draft('1'));
    await wait(400);
    queue.edit(draft('2'));
    await wait(10);
    isFull = false;
    await wait(30_000);
    expect(texts()).toEqual(['2']);
    expect(queue.state).toMatchObject({ unsaved: 0, failed: [] });
  });

  it('text typed while the failing save was in flight is not lost either', async () => {
    let isFull = true;
    const { queue, texts } = aQueue({ diskMs: 100, answer: () => isFull && full() });
    queue.edit(draft('1'));
    await wait(350);
    queue.edit(draft('2'));
    await wait(50);
    isFull = false;
    await wait(30_000);
    expect(texts()).toEqual(['2']);
  });

  it('a flush tries at once and answers false; closing is then up to the person', async () => {
    const { queue } = aQueue({ answer: full });
    queue.edit(draft('1'));
    expect(await queue.flush()).toBe(false);
    expect(await queue.flushOne('d1')).toBe(false);
    expect(await queue.flushOne('other')).toBe(true);
  });

  it('one record’s failure holds up no other', async () => {
    const { queue, texts } = aQueue({ answer: (text) => text === 'bad' && full() });
    queue.edit(draft('bad', 'd1'));
    queue.edit(draft('good', 'd2'));
    await wait(300);
    expect(texts()).toEqual(['good']);
    expect(queue.state.failed.map(({ id }) => id)).toEqual(['d1']);
  });

  it('anything else that is thrown is a failure too, and nothing is dropped', async () => {
    const { queue } = aQueue({
      answer: () => {
        throw new TypeError('x');
      },
    });
    queue.edit(draft('1'));
    await wait(300);
    expect(queue.state.failed).toMatchObject([{ reason: 'failed' }]);
  });
});

it('keeps a version every five minutes of typing', async () => {
  const { queue, saved } = aQueue();
  for (let ms = 0; ms < 11 * 60_000; ms += 250) {
    queue.edit(draft(`${ms}`));
    await wait(250);
  }
  const timed = saved.filter(({ why }) => why === 'timer').map(({ atMs }) => atMs);
  expect(timed).toHaveLength(2);
  expect((timed[1] ?? 0) - (timed[0] ?? 0)).toBeGreaterThanOrEqual(5 * 60_000);
  expect((timed[1] ?? 0) - (timed[0] ?? 0)).toBeLessThan(5 * 60_000 + 1_000);
});
