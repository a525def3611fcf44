import type { PolicyProfile } from '#domain/policies/policy-profile.ts';

/** What the policy calls the form (Appendix 5), or a plain name where it has none. */
export function monitoringHeading({ terms }: PolicyProfile): string {
  const { monitoring } = terms;
  return typeof monitoring === 'string' && monitoring !== ''
    ? monitoring
    : 'Supervision monitoring form';
}
