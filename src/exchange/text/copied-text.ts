/**
 * Whether text of ours may still be where other programs can paste it from. Locking asks, and is loaded
 * before anything that copies: so this file knows nothing but how it was left.
 */
let overwrite: (() => Promise<void>) | undefined;
let done: Promise<unknown> = Promise.resolve();

/** Locking waits no longer than this: a shut door is worth more. */
const GIVE_UP_MS = 300;

/** For whoever copied: how that text is written over. */
export function noteCopied(how: () => Promise<void>): void {
  overwrite = how;
}

/** Writes over what we copied, once. Never throws; a browser that refuses is asked again the next time. */
export function forgetClipboard(): Promise<unknown> {
  const how = overwrite;
  overwrite = undefined;
  if (how) {
    const again = () => {
      overwrite ??= how;
    };
    done = Promise.race([how().catch(again), new Promise((r) => setTimeout(r, GIVE_UP_MS))]);
  }
  return done;
}
