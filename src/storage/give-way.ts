/**
 * Lets the page draw and take keys between two slices of work. Where the browser has no other way it is a timer,
 * which from the fifth on waits for four milliseconds each time: half as long again as the slice.
 */
export const giveWay = (): Promise<void> =>
  globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
