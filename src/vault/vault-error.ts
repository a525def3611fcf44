/** Failures of keys and sealed data. The message is for a log: it never holds content or keys. */
export class VaultError extends Error {
  constructor(
    readonly reason: 'wrong-secret' | 'damaged' | 'weak-parameters' | 'newer-version',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'VaultError';
  }
}
