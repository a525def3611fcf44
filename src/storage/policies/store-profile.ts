import { type CalendarDate, formatDate } from '#domain/dates/calendar-date.ts';
import type { RecordId } from '#domain/ids.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { ProfileVersion } from '#domain/records/profile-version.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, todayIn, updated } from '#storage/writes.ts';
import { profileHash } from './first-profile.ts';
import { heldVersions } from './profiles.ts';

export interface NewVersion {
  /** Checked whole (`checkProfile`): what is stored is taken for a profile from now on. */
  readonly profile: PolicyProfile;
  readonly version: string;
  readonly effectiveFrom: CalendarDate;
  readonly origin: ProfileVersion['origin'];
}

export type StoreOutcome =
  | { readonly outcome: 'stored' }
  /** Another text has this number: two policies under one name would be one to every record. */
  | { readonly outcome: 'numberTaken' }
  /** The same text is in force from the same day already. */
  | { readonly outcome: 'alreadyThere' };

/** PROF9: a policy in force from a day on. An earlier one stays for the days before it. */
export async function storeVersion(
  workspace: Workspace,
  { profile, version, effectiveFrom, origin }: NewVersion,
): Promise<StoreOutcome> {
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const stamped = { ...profile, version };
  const sha256 = await profileHash(stamped);
  let outcome: StoreOutcome = { outcome: 'stored' };
  await workspace.change(() => {
    const held = heldVersions(workspace);
    const namesakes = held.filter(
      (each) => each.profileId === profile.id && each.version === version,
    );
    outcome = outcomeOf(namesakes, sha256, effectiveFrom);
    if (outcome.outcome !== 'stored') return [];
    const body: ProfileVersion = {
      id,
      profileId: profile.id,
      version,
      effectiveFrom,
      serial: Math.max(0, ...held.map(({ serial }) => serial)) + 1,
      origin,
      sha256,
      profile: stamped,
      storedAt: workspace.now,
      by: settingsOf(workspace).me,
      withdrawnAt: '',
    };
    return [created('profiles', id, body)];
  });
  return outcome;
}

function outcomeOf(
  namesakes: readonly ProfileVersion[],
  sha256: string,
  effectiveFrom: string,
): StoreOutcome {
  if (namesakes.some((each) => each.sha256 !== sha256)) return { outcome: 'numberTaken' };
  const isThere = namesakes.some(
    (each) => each.effectiveFrom === effectiveFrom && each.withdrawnAt === '',
  );
  return { outcome: isThere ? 'alreadyThere' : 'stored' };
}

/** Takes a version back before its day has come. Once it was in force, records may have been judged by it. */
export async function withdrawVersion(workspace: Workspace, id: string): Promise<void> {
  await workspace.change((set) => {
    const record = set.find('profiles', id);
    if (record?.body.withdrawnAt !== '') return [];
    if (record.body.effectiveFrom <= todayIn(workspace)) return [];
    return [updated(record, { ...record.body, withdrawnAt: workspace.now }, 'replaced')];
  });
}

/** What an earlier day means, said before it is stored; undefined where the day is today or later. */
export function earlierWarning(
  workspace: Workspace,
  effectiveFrom: CalendarDate,
): string | undefined {
  if (effectiveFrom >= todayIn(workspace)) return undefined;
  return `${formatDate(effectiveFrom)} is before today. The months since then will be judged again, by this version. Finalised records stay as they are.`;
}
