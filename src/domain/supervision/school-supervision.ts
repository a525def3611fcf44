import { cite, type PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { WorkSetting } from '#domain/records/settings.ts';

export interface SchoolSupervision {
  /** Who supervises in a school, in the policy's words and with its line. */
  readonly rule: string;
  /** What a person may want to put right. It holds nothing up. */
  readonly prompt: string | undefined;
}

interface SchoolQuestion {
  readonly profile: PolicyProfile;
  readonly workSetting: WorkSetting;
  /** The named officer, as typed; '' where nobody is. */
  readonly officer: string;
  readonly supervisor: string;
}

/** STAFF3 (R-59, 003:57): undefined outside schools, and where the policy says nothing of them. */
export function schoolSupervision(question: SchoolQuestion): SchoolSupervision | undefined {
  const { profile, workSetting } = question;
  const { schools } = profile;
  if (workSetting !== 'school' || !schools) return undefined;
  const word = schools.strength === 'must' ? 'must' : 'should';
  const clause = schools.src ? ` (${cite(profile, schools.src)})` : '';
  return {
    rule: `In a school supervision ${word} be carried out by the ${schools.supervisor}${clause}.`,
    prompt: promptOf(schools.supervisor, question),
  };
}

function promptOf(whom: string, { officer, supervisor }: SchoolQuestion): string | undefined {
  const named = officer.trim();
  if (named === '') return `Nobody is named as that officer yet. Enter the ${whom} in Settings.`;
  if (sameName(named, supervisor)) return undefined;
  return `${named} is the named officer, and the supervisor here is ${supervisor}.`;
}

/** One space or several and capitals make no other name. */
const sameName = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();
