/** A write or read that the browser's storage did not do, or that may not be done. Never holds content. */
export class StorageError extends Error {
  constructor(
    readonly reason: 'full' | 'closed' | 'hung' | 'failed' | 'fixed',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StorageError';
  }
}

const closedNames = ['DatabaseClosedError', 'InvalidStateError', 'AbortError', 'MissingAPIError'];

/** What went wrong, from whatever Dexie or the browser threw. */
export function toStorageError(cause: unknown): StorageError {
  if (cause instanceof StorageError) return cause;
  const { name = 'Error', inner } = cause as { name?: string; inner?: { name?: string } };
  const names = [name, inner?.name ?? ''];
  if (names.includes('QuotaExceededError')) return new StorageError('full', 'disk full', { cause });
  const reason = names.some((each) => closedNames.includes(each)) ? 'closed' : 'failed';
  return new StorageError(reason, `storage: ${names.join(' ')}`, { cause });
}
