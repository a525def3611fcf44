import type { Ref } from 'react';
import { caseSystemLink } from '#domain/recording/case-system-link.ts';
import { caseSystemHosts } from '#exchange/case-system-hosts.ts';
import { settingsOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';

interface OpenInCaseSystemProps {
  readonly reference: string;
  readonly about: string;
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** The child's page in the case system, in another tab that knows nothing of this one (LINK1 to LINK6). */
export function OpenInCaseSystem({ reference, about, ref }: OpenInCaseSystemProps) {
  const { caseSystem, caseSystemAddress } = settingsOf(useWorkspace());
  const hosts = caseSystemHosts();
  if (caseSystemAddress.trim() === '') return null; // nobody wants one: settings say what it is
  const link = caseSystemLink({ typed: caseSystemAddress, hosts, reference });
  if (link.outcome === 'none') return <span className="govuk-hint">{link.why}</span>;
  return (
    <a
      ref={ref}
      className="govuk-link"
      href={link.href}
      target="_blank"
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
    >
      Open in {caseSystem}
      <span className="govuk-visually-hidden"> {about}, in a new tab</span>
    </a>
  );
}
