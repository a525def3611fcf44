import { childLabel } from '#domain/caseload/child-label.ts';
import type { Session } from '#domain/records/session.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';

/** Nobody said that these were discussed. What was written about them is still there. */
export function LeftOut({ session }: { readonly session: Session }) {
  const workspace = useWorkspace();
  const leftOut = session.accounts.filter(({ outcome }) => outcome === 'leftOut');
  if (leftOut.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Not accounted for</h2>
      <p className="govuk-body">
        Left out when the session ended. Anything written is kept. If a child was discussed, open it
        and mark it as discussed; otherwise choose a reason there.
      </p>
      <ul className="govuk-list">
        {leftOut.map(({ childRef }) => {
          const child = findChild(workspace, childRef);
          return (
            <li key={childRef}>
              <Link href={`/sessions/${session.id}/${child?.id ?? ''}`}>
                {child ? childLabel(child.body) : 'No name held'}
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
