import { entryTables } from '#domain/entries/entry-fields.ts';
import type { EntryDraft } from '#domain/records/entry.ts';
import { stateOfEntry } from '#storage/entries/entries-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';

/** What was made of it: one for each child, with what is left to do and by when. */
export function EntryRecorded({ draft }: { readonly draft: EntryDraft }) {
  const workspace = useWorkspace();
  useAll('childMarks');
  const ids = new Set<string>(draft.finished.map(({ entryId }) => entryId));
  const entries = useAll('childEntries').filter(({ id }) => ids.has(id));
  const { caseSystem } = settingsOf(workspace);
  const { name } = entryTables[draft.kind];
  const isAgain = entries.some(({ toRevisit }) => toRevisit);
  return (
    <Page
      title={`${name} recorded`}
      width="text"
      back={<BackLink href="/children">My list</BackLink>}
      focusKey="recorded"
    >
      <DataTable
        caption={draft.kind === 'midwayCheck' ? 'Logged' : `To put into ${caseSystem}`}
        columns={[
          {
            key: 'child',
            header: 'Child',
            rowHeader: true,
            render: ({ id, child }) => (
              <Link href={`/records/${id}`}>{child.name || child.reference}</Link>
            ),
          },
          {
            key: 'state',
            header: caseSystem,
            render: (entry) => stateOfEntry(workspace, entry).words,
          },
          {
            key: 'copy',
            header: 'Text',
            render: ({ id, child }) => (
              <Link href={`/records/${id}`}>
                Copy for {caseSystem}
                <span className="govuk-visually-hidden"> {child.name || child.reference}</span>
              </Link>
            ),
          },
        ]}
        rows={entries}
        rowKey={({ id }) => id}
        emptyText="None."
        compact
      />
      {isAgain && <p className="govuk-body">It is on the agenda of the next formal supervision.</p>}
      <p className="govuk-body">
        <Link href="/entries/new">Record another management decision</Link>
      </p>
    </Page>
  );
}
