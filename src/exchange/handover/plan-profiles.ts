import { ProfileVersion } from '#domain/records/profile-version.ts';
import type { Settings } from '#domain/records/settings.ts';
import type { WorkingSet } from '#storage/working-set.ts';
import type { Handover } from './handover-body.ts';
import { fieldsOf } from './parts.ts';
import { type Planned, planned } from './planned.ts';

/**
 * Versions of the policy that are not held here, and those that were taken back since. Somebody whose
 * records began under another policy keeps their own.
 */
export function planProfiles(
  handover: Handover,
  set: WorkingSet,
  { profileId }: Settings,
): readonly Planned[] {
  if (profileId !== handover.profileId) return [];
  const all = [...set.all('profiles').values()];
  return handover.reference
    .filter(({ collection }) => collection === 'profiles')
    .flatMap(({ text }) => {
      const version = ProfileVersion.parse(fieldsOf(text));
      const { id, sha256, effectiveFrom, withdrawnAt } = version;
      const held = all.find(
        ({ body }) =>
          body.id === id || (body.sha256 === sha256 && body.effectiveFrom === effectiveFrom),
      );
      if (!held && set.findAnywhere(id)) return [];
      const body = held
        ? { ...held.body, withdrawnAt: held.body.withdrawnAt || withdrawnAt }
        : version;
      return [planned({ collection: 'profiles', held, place: held?.id ?? id, body })];
    });
}
