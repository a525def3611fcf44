import { sourceWords } from '#domain/due/due-words.ts';
import { everyWords } from '#domain/due/interval.ts';
import { cited } from '#domain/due/interval-rule.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Strength } from '#domain/policies/profile-words.ts';
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx';
import { headingLabels, modeWords, strengthWords } from './policy-words.ts';

/** What a profile asks for, each with who says so: read before a version is taken in, and after. */
export function ProfileSummary({ profile }: { readonly profile: PolicyProfile }) {
  return <SummaryList rows={rowsOf(profile)} />;
}

interface Stated {
  readonly src?: string | undefined;
  readonly strength?: Strength | undefined;
}

/** "Every month (Must; Swindon, no date in its text, 000:95)". A reading of ours is said to be that once. */
function stated(profile: PolicyProfile, words: string, { src, strength }: Stated): string {
  const rule = { rule: '', ...cited(src, strength) };
  const source = sourceWords(profile, rule);
  const from = rule.clause === null ? source : `${strengthWords[rule.strength]}; ${source}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} (${from})`;
}

function rowsOf(profile: PolicyProfile): readonly SummaryRow[] {
  const { worker, child, recording, headings, terms, session } = profile;
  const { interval, basis } = worker.default;
  const days = (rule: (Stated & { workingDays: number | null }) | null | undefined) =>
    rule && rule.workingDays !== null
      ? stated(profile, `within ${rule.workingDays} working days of the session`, rule)
      : 'No number of days';
  const { significantOrUrgent: grave } = recording ?? {};
  return [
    { key: 'Supervision', value: stated(profile, everyWords(interval, basis), worker.default) },
    { key: 'Each child', value: modeWords[child.mode] },
    { key: 'Statuses', value: <Statuses profile={profile} /> },
    ...(child.oversightFloor
      ? [
          {
            key: 'Oversight of each child',
            value: stated(
              profile,
              everyWords(child.oversightFloor.interval, child.oversightFloor.basis),
              child.oversightFloor,
            ),
          },
        ]
      : []),
    { key: 'A child’s record', value: days(recording?.childRecord) },
    {
      key: 'Significant or urgent',
      value: grave ? stated(profile, `within ${grave.hours} hours`, grave) : 'As any other record',
    },
    { key: 'Supervision notes', value: days(recording?.staffNotes) },
    { key: 'Length of a session', value: session?.minutes ? `${session.minutes} minutes` : 'Open' },
    ...(['caseDiscussion', 'managementDecision', 'staffNotes'] as const).map((key) => ({
      key: `Heading: ${headingLabels[key].toLowerCase()}`,
      value: headings[key],
    })),
    { key: 'Words', value: `${terms.supervisor}, ${terms.supervisee}, ${terms.agreement}` },
  ];
}

function Statuses({ profile }: { readonly profile: PolicyProfile }) {
  const { cohorts = [], mode } = profile.child;
  if (cohorts.length === 0) return 'A general list: the policy names none';
  return (
    <ul className="govuk-list">
      {cohorts.map(({ code, label, interval, src, strength, intervalStrength }) => (
        <li key={code}>
          {interval && mode === 'byCohort'
            ? `${label}: ${stated(profile, everyWords(interval, 'rolling'), { src, strength: intervalStrength ?? strength })}`
            : label}
        </li>
      ))}
    </ul>
  );
}
