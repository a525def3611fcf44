import { blankFormDocument, blankFormsOf } from '#exchange/print/blank-forms.ts';
import { profileOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { NothingToPrint } from './nothing-to-print.tsx';
import { PrintPage } from './print-page.tsx';

const words = {
  child: 'for the child’s record',
  staff: 'for the supervision file',
} as const;

/** Which form to print with nothing in it. */
export function BlankFormsScreen() {
  const workspace = useWorkspace();
  useAll('profiles');
  const profile = profileOf(workspace);
  return (
    <Page title="Blank forms" back={<BackLink href="/help">Help</BackLink>} width="text">
      <p className="govuk-body">
        To write on by hand, under the headings of {profile.source.label}. For a session that is
        planned, print its agenda instead: every open child stands on it.
      </p>
      <ul className="govuk-list govuk-list--spaced">
        {blankFormsOf(profile).map(({ id, title, goesTo }) => (
          <li key={id}>
            <Link href={`/print/blank/${id}`}>{title}</Link>, {words[goesTo]}
          </li>
        ))}
      </ul>
    </Page>
  );
}

export function BlankFormScreen({ form }: { readonly form: string }) {
  const workspace = useWorkspace();
  useAll('profiles');
  const document = blankFormDocument(profileOf(workspace), form);
  if (!document) return <NothingToPrint />;
  return (
    <PrintPage
      document={document}
      recordId={form}
      back={{ href: '/print/blank', words: 'Blank forms' }}
      asks="nothing"
    />
  );
}
