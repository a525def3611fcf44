import type { Ports } from '#storage/ports.ts';

/** The only reader of the clock and maker of ids. */
export const ports: Ports = {
  nowMs: () => Date.now(),
  newId: () => crypto.randomUUID(),
};
