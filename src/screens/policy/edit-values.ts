import { type CalendarDate, formatDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import { applyEdit } from '#domain/policies/apply-edit.ts';
import { checkProfile } from '#domain/policies/check-profile.ts';
import { type EditFault, editFaults, ownProfileId } from '#domain/policies/edit-faults.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { editOf, type ProfileEdit } from '#domain/policies/profile-edit.ts';
import { faultWords } from '#domain/policies/profile-faults.ts';
import type { Effective } from '#domain/policies/profile-versions.ts';
import { shippedVersionOf } from '#domain/policies/shipped-profiles.ts';
import { nextVersion } from '#domain/policies/versions-in-time.ts';
import { sameValue } from '#domain/versions/merge.ts';
import type { NewVersion } from '#storage/policies/store-profile.ts';

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;

/** What the form holds: the edit, and what the new version is called and from when it counts. */
export type EditValues = Mutable<ProfileEdit> & { version: string; effectiveFrom: string };

export interface EditBase {
  readonly base: PolicyProfile;
  readonly isInForce: boolean;
  /** Ids of the profiles that the app ships: a changed one is no longer one of them. */
  readonly shipped: readonly string[];
  readonly today: CalendarDate;
}

export function valuesOf(
  { base, shipped, today }: EditBase,
  held: readonly Effective[],
): EditValues {
  const isOwn = !shipped.includes(base.id);
  return {
    ...(editOf(base) as Mutable<ProfileEdit>), // made just now, and nobody else's to change
    label: isOwn ? base.label : `${base.label}, changed`,
    version: isOwn ? nextVersion(held, base.id) : '1',
    effectiveFrom: formatDate(today),
  };
}

export type ReadEdit =
  | { readonly outcome: 'read'; readonly version: NewVersion }
  | { readonly outcome: 'faults'; readonly faults: readonly EditFault[] };

/** A new version from what was typed, or everything that is in its way. */
export function readEdit(editing: EditBase, values: EditValues): ReadEdit {
  const { base, shipped, today } = editing;
  const from = readTypedDate(values.effectiveFrom, today);
  const version = values.version.trim();
  const faults: readonly EditFault[] = [
    ...editFaults(values),
    ...(version === '' ? [{ path: 'version', message: 'Enter a number for this version' }] : []),
    ...(from.outcome === 'read' ? [] : [{ path: 'effectiveFrom', message: dayNeeded(from) }]),
  ];
  if (from.outcome !== 'read' || faults.length > 0) return { outcome: 'faults', faults };
  const effectiveFrom = from.date;
  if (isUnchanged(base, values)) return asItIs(editing, effectiveFrom);

  const id = ownProfileId(base.id, values.label, shipped);
  const check = checkProfile(applyEdit(base, values, { id, version, effectiveFrom }));
  if (check.outcome === 'valid') {
    const { profile } = check;
    return { outcome: 'read', version: { profile, version, effectiveFrom, origin: 'edited' } };
  }
  return {
    outcome: 'faults',
    faults: check.faults.map((fault) => ({
      path: fault.path.startsWith('child.') ? 'mode' : 'label',
      message: faultWords(fault),
    })),
  };
}

/** Another profile of those the app ships, chosen and not changed, stays that one. */
function asItIs({ base, isInForce }: EditBase, effectiveFrom: CalendarDate): ReadEdit {
  const message = 'Nothing is changed yet. Change a rule or a word, or go back';
  if (isInForce) return { outcome: 'faults', faults: [{ path: 'label', message }] };
  const version = shippedVersionOf(base);
  return {
    outcome: 'read',
    version: { profile: base, version, effectiveFrom, origin: 'shipped' },
  };
}

const dayNeeded = (from: { readonly outcome: string; readonly reason?: string }): string =>
  from.reason ?? 'Enter the day from which this version is in force';

/** A name alone makes no new policy. */
function isUnchanged(base: PolicyProfile, values: EditValues): boolean {
  const { id, label, version = '', effectiveFrom } = base;
  const same = applyEdit(base, { ...values, label }, { id, version, effectiveFrom });
  return sameValue(same, { ...base, version });
}
