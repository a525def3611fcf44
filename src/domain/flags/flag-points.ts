import * as z from 'zod/mini';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { ScoredCode } from './flag.ts';
import { defaultPoints } from './scored-flags.ts';

/** The cap of a case's score, so no flag can be worth more than it (domain-spec section C). */
export const mostPoints = 200;

const Points = z.int().check(z.nonnegative(), z.lte(mostPoints));
const PointsMap = z.record(z.string(), z.unknown());

/**
 * FLAG3: what a flag is worth in this profile: the council's own number where its profile has a whole
 * one from 0 to 200 under `flagPoints`, the default otherwise. One that cannot be read spoils no other.
 */
export function pointsOf(profile: PolicyProfile, code: ScoredCode): number {
  const map = PointsMap.safeParse((profile as { readonly flagPoints?: unknown }).flagPoints); // a key that the schema does not name
  const own = Points.safeParse(map.success ? map.data[code] : undefined);
  return own.success ? own.data : defaultPoints[code];
}
