import { entryTables } from '#domain/entries/entry-fields.ts';
import type { EntryDraft } from '#domain/records/entry.ts';
import { DraftFrame } from '#exchange/draft/draft-frame.tsx';
import { PutAside } from '#exchange/draft/put-aside.tsx';
import { useStoredAddress } from '#exchange/draft/use-stored-address.ts';
import { setAside } from '#storage/entries/entries.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { InsetText } from '#ui/inset-text.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { EntryForm } from './entry-form.tsx';

interface EntryPageProps {
  readonly draft: EntryDraft;
  readonly isStored: boolean;
  readonly isNew: boolean;
}

/** An entry while it is written: saved as typed, by one tab at a time. */
export function EntryPage({ draft, isStored, isNew }: EntryPageProps) {
  const workspace = useWorkspace();
  const { id, kind } = draft;
  const { title, note } = entryTables[kind];
  useStoredAddress(isNew && isStored, `/entries/${id}`);
  return (
    <Page title={title} width="text" back={<BackLink href="/children">My list</BackLink>}>
      {note && <InsetText>{note}.</InsetText>}
      <PutAside droppedAt={draft.droppedAt} onTakeUp={() => setAside(workspace, id, false)} />
      <DraftFrame
        collection="entryDrafts"
        id={id}
        body={draft}
        formId="entry"
        before="before this is recorded"
      >
        <EntryForm draft={draft} />
      </DraftFrame>
    </Page>
  );
}
