import { VaultError } from './vault-error.ts';

/** Argon2id parameters as they stand in a slot. `m` in KiB. */
export interface Argon2Params {
  readonly alg: 'argon2id';
  readonly m: number;
  readonly t: number;
  readonly p: number;
  /** 16 random bytes, base64. */
  readonly salt: string;
}

/** Design section 5: 64 MiB and three passes, never less; the ceiling keeps a forged slot from hanging us. */
export const argon2Floor = { m: 65_536, t: 3, p: 1 } as const;
const ceiling = { m: 524_288, t: 10, p: 4 } as const;

/** Throws VaultError 'weak-parameters' outside the floor and the ceiling: a slot may have been tampered with. */
export function ensureSafeParams({ m, t, p }: Argon2Params): void {
  // Written so that what is no number is refused too.
  const strong = m >= argon2Floor.m && t >= argon2Floor.t && p >= argon2Floor.p;
  const light = m <= ceiling.m && t <= ceiling.t && p <= ceiling.p;
  if (!strong || !light)
    throw new VaultError('weak-parameters', `argon2id m=${m} t=${t} p=${p} refused`);
}
