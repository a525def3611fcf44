import { observationTables } from '#domain/observations/observation-fields.ts';
import type { ObservationKind } from '#domain/records/observation.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { findStaff } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';

/** Whose work it was: asked where the page was not opened from a person's own. */
export function ChooseObserved({ kind }: { readonly kind: ObservationKind }) {
  const workspace = useWorkspace();
  const people = practitioners(workspace).flatMap(({ ref, name }) => {
    const row = findStaff(workspace, ref);
    return row ? [{ id: row.id, name }] : [];
  });
  return (
    <Page
      title={observationTables[kind].title}
      width="text"
      back={<BackLink href="/">Home</BackLink>}
    >
      <h2 className="govuk-heading-m">Who was observed?</h2>
      {people.length === 0 && (
        <p className="govuk-body">
          Nobody is on your list yet. <Link href="/children">My list</Link>
        </p>
      )}
      <ul className="govuk-list">
        {people.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/observations/new/${kind}.${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
