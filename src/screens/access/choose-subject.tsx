import { useState } from 'react';
import { childLabel } from '#domain/caseload/child-label.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { findAll } from '#storage/writes.ts';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';

/** More are not shown: a few letters more find them. */
const SHOWN = 20;

/** Whose records are asked for: a child of the list, closed too, or a member of staff. */
export function ChooseSubject() {
  const workspace = useWorkspace();
  useAll('children');
  useAll('staff');
  const [typed, setTyped] = useState('');
  const words = typed.trim().toLowerCase();
  const people = [
    ...findAll(workspace, 'staff').map(({ id, body }) => ({
      ...{ id, label: body.name || 'No name held', what: 'member of staff' },
      ...{ href: `/access/staff/${id}`, found: body.name },
    })),
    ...findAll(workspace, 'children').map(({ id, body }) => ({
      ...{ id, label: childLabel(body), what: 'child', href: `/access/child/${id}` },
      // A restricted name is no word that anybody is found by (LIST7).
      found: [body.restricted ? '' : body.name, body.reference, ...body.aliases].join(' '),
    })),
  ].filter(({ found }) => found.toLowerCase().includes(words));
  return (
    <Page title="Access request pack" back={<BackLink href="/">Home</BackLink>} width="text">
      <p className="govuk-body">
        Everything on this device about one child or one member of staff, to answer a request for
        it.
      </p>
      <TextField
        label="Who is it about?"
        hint="A name or a reference"
        name="who"
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p className="govuk-body" role="status">
        {people.length > SHOWN
          ? `${people.length} people. The first ${SHOWN} are shown: type more of the name.`
          : people.length === 0 && 'Nobody with that name or reference is held on this device.'}
      </p>
      <ul className="govuk-list">
        {people.slice(0, SHOWN).map(({ id, label, what, href }) => (
          <li key={id}>
            <Link href={href}>{label}</Link>, {what}
          </li>
        ))}
      </ul>
    </Page>
  );
}
