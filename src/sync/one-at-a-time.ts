/** For the length of one cycle, over all tabs of this person. Undefined where another tab is at it. */
export async function oneAtATime<T>(
  vaultId: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  return navigator.locks.request(
    `footprint-sync-${vaultId}`,
    { ifAvailable: true },
    async (lock) => (lock ? work() : undefined),
  );
}
