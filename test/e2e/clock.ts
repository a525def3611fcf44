import type { BrowserContext, Page } from '@playwright/test';

declare global {
  var moveClock: (ms: number) => void;
}

/** A wall clock that starts at a chosen moment and runs on. */
export interface Clock {
  /** Every page of the context, from its next load on. */
  readonly set: (context: BrowserContext) => Promise<unknown>;
}

/** Timers run as they do in life: only the time of day differs, as after a laptop's sleep. */
export function clockFrom(iso: string): Clock {
  const offsetMs = Date.parse(iso) - Date.now();
  return {
    set: (context) =>
      context.addInitScript((startMs) => {
        const realNow = Date.now.bind(Date);
        let movedMs = startMs;
        Date.now = () => realNow() + movedMs;
        globalThis.moveClock = (ms) => {
          movedMs += ms;
        };
      }, offsetMs),
  };
}

/** For a context that has a clock: so much later, from its next load on. */
export const daysLater = (days: number): Clock =>
  clockFrom(new Date(Date.now() + days * 24 * 60 * 60_000).toISOString());

/** So much later, from one moment to the next. */
export const letPass = (page: Page, minutes: number) =>
  page.evaluate((ms) => globalThis.moveClock(ms), minutes * 60_000);

/** Days later. The mouse moves in the same moment, else everything locks for having been left. */
export const letDaysPass = (page: Page, days: number) =>
  page.evaluate((ms) => {
    globalThis.moveClock(ms);
    dispatchEvent(new Event('pointermove'));
  }, days * 86_400_000);
