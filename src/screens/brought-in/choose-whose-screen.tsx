import { childLabel } from '#domain/caseload/child-label.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { findStaff } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { findAll } from '#storage/writes.ts';
import { Destination } from '#ui/destination.tsx';
import { Details } from '#ui/details.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';

/** Whose the old record is, which says on which of the two files it goes. */
export function ChooseWhoseScreen() {
  const workspace = useWorkspace();
  useAll('children');
  useAll('staff');
  const children = findAll(workspace, 'children', ({ removed }) => !removed)
    .map(({ id, body }) => ({ id, label: childLabel(body) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'));
  const people = practitioners(workspace).flatMap(({ ref, name }) => {
    const id = findStaff(workspace, ref)?.id;
    return id ? [{ id, name }] : [];
  });
  return (
    <Page
      title="Bring in old records"
      width="text"
      back={<BackLink href="/children">My list</BackLink>}
    >
      <p className="govuk-body">
        For notes that were made in Word or in another system before Footprint. Paste the text of
        one at a time, each on the file it is about. A form that is about both is brought in twice:
        the part about the child, and the part about the member of staff.
      </p>
      <h2 className="govuk-heading-m">About a member of staff</h2>
      <p className="govuk-body">
        <Destination file="staff" />
      </p>
      {people.length === 0 && <p className="govuk-body">Nobody is on your list.</p>}
      <ul className="govuk-list">
        {people.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/brought-in/staff/new/${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">About a child</h2>
      <p className="govuk-body">It goes on that child’s record.</p>
      {children.length === 0 ? (
        <p className="govuk-body">No child is on your list.</p>
      ) : (
        <Details summary="Choose the child">
          <ul className="govuk-list">
            {children.map(({ id, label }) => (
              <li key={id}>
                <Link href={`/brought-in/child/new/${id}`}>{label}</Link>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Page>
  );
}
