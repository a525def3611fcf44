import * as z from 'zod/mini';
import { RecordId } from '#domain/ids.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { typed } from './typed.ts';

/** A policy in force from a day on (PROF9). Never changed once stored, but for being taken back. */
export const ProfileVersion = z.looseObject({
  id: RecordId,
  profileId: z.string(),
  version: z.string(),
  effectiveFrom: typed,
  serial: z.number(),
  origin: z.enum(['shipped', 'edited', 'loaded']),
  /** Of the profile's canonical JSON: the same file has the same one on every device. */
  sha256: typed,
  // Checked whole by its own schema when it was stored. That schema is not needed to unlock, so it
  // stays out of the first load and the stored profile is taken for what it was.
  profile: z.custom<PolicyProfile>((value) => typeof value === 'object' && value !== null),
  storedAt: z.string(),
  by: typed,
  withdrawnAt: typed,
});
export type ProfileVersion = z.infer<typeof ProfileVersion>;
