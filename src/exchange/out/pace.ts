import { giveWay } from '#storage/give-way.ts';

/** Milliseconds of work between yields: half a frame, so that typing and painting are never held up. */
const SLICE_MS = 8;

/** Thrown through the work when a person ends it, and caught where it was begun. */
export class Cancelled extends Error {}

export interface Pace {
  /** Awaited after each small piece of work: gives way once a slice is used up. Throws `Cancelled`. */
  readonly breathe: () => Promise<void>;
}

interface Paced {
  readonly nowMs: () => number;
  readonly signal?: AbortSignal | undefined;
  /** Lets the page draw and take keys; in a test, something that counts. */
  readonly giveWay?: () => Promise<void>;
}

/**
 * Work that takes long is done in slices. An answer that comes at once is no pause for the page, so the
 * yield is a task of its own.
 */
export function paceOf({ nowMs, signal, giveWay: pause = giveWay }: Paced): Pace {
  let since = nowMs();
  return {
    breathe: async () => {
      if (signal?.aborted) throw new Cancelled();
      if (nowMs() - since < SLICE_MS) return;
      await pause();
      since = nowMs();
      if (signal?.aborted) throw new Cancelled();
    },
  };
}
