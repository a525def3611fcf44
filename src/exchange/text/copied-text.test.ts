import { expect, it, vi } from 'vitest';
import { forgetClipboard, noteCopied } from './copied-text.ts';

it('writes over what we copied, once, and nothing where we copied nothing', async () => {
  const how = vi.fn(async () => {});
  await forgetClipboard();
  noteCopied(how);
  expect(how).not.toHaveBeenCalled();
  await forgetClipboard();
  await forgetClipboard();
  expect(how).toHaveBeenCalledTimes(1);
});

it('a browser that refuses is asked again the next time, and nothing is thrown', async () => {
  const how = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('not focused'));
  how.mockResolvedValue();
  noteCopied(how);
  await forgetClipboard();
  await forgetClipboard();
  await forgetClipboard();
  expect(how).toHaveBeenCalledTimes(2);
});

it('text that was copied since is not taken for the one that could not be written over', async () => {
  let refuse = () => {};
  const first = vi.fn(
    () =>
      new Promise<void>((_, reject) => {
        refuse = () => reject(new Error('not focused'));
      }),
  );
  const second = vi.fn(async () => {});
  noteCopied(first);
  const forgetting = forgetClipboard();
  noteCopied(second);
  refuse();
  await forgetting;
  await forgetClipboard();
  expect(first).toHaveBeenCalledTimes(1);
  expect(second).toHaveBeenCalledTimes(1);
});

it('a browser that never answers holds nothing up', async () => {
  noteCopied(() => new Promise(() => {}));
  const startedMs = performance.now();
  await forgetClipboard();
  expect(performance.now() - startedMs).toBeLessThan(1_000);
});
