import { useState } from 'react';
import { childLabel } from '#domain/caseload/child-label.ts';
import { entryTables } from '#domain/entries/entry-fields.ts';
import { type EntryDraft, type EntryKind, entryKinds } from '#domain/records/entry.ts';
import { newEntryDraft } from '#storage/entries/entries.ts';
import { mayRecordEntries } from '#storage/entries/entries-reads.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { EntryPage } from './entry-page.tsx';
import { EntryRecorded } from './entry-recorded.tsx';

interface EntryScreenProps {
  /** "new", or the id of a draft. */
  readonly id: string;
  /** Of a new one: its kind, and the row of the child that it was asked for: "kit.3f…". */
  readonly about?: string | undefined;
}

/**
 * What is put on a child's record outside a session. A new one has its address once its first letter is
 * saved; the form stays where it is, with the focus in it.
 */
export function EntryScreen({ id, about = '' }: EntryScreenProps) {
  const workspace = useWorkspace();
  useAll('children');
  useAll('staff');
  const address = `${id}/${about}`;
  const [shown, setShown] = useState(address);
  const [fresh, setFresh] = useState(() => freshDraft(workspace, about));
  if (shown !== address) {
    setShown(address);
    if (id === 'new') setFresh(freshDraft(workspace, about));
  }
  const draftId = id === 'new' ? fresh.id : id;
  const stored = useRecord('entryDrafts', draftId)?.body;
  const draft = stored ?? (draftId === fresh.id ? fresh : undefined);
  if (!mayRecordEntries(workspace)) return <ForSupervisors />;
  if (!draft) return <NotHere />;
  return draft.finished.length > 0 ? (
    <EntryRecorded draft={draft} />
  ) : (
    <EntryPage key={draftId} draft={draft} isStored={stored !== undefined} isNew={id === 'new'} />
  );
}

const kindOf = (text: string | undefined): EntryKind =>
  entryKinds.find((kind) => kind === text) ?? 'managementDecision';

function freshDraft(workspace: Workspace, asked: string): EntryDraft {
  const [kind, childRowId] = asked.split('.');
  const child = childRowId ? workspace.set.find('children', childRowId)?.body : undefined;
  const about = child && { childRef: child.ref, childTyped: childLabel(child) };
  return newEntryDraft(workspace, kindOf(kind), about);
}

function ForSupervisors() {
  return (
    <Page title={entryTables.managementDecision.title} width="text">
      <p className="govuk-body">
        Whoever supervises records management decisions. What your supervisor recorded of your
        children comes with the next file and is on each child’s page.{' '}
        <Link href="/children">My list</Link>
      </p>
    </Page>
  );
}

function NotHere() {
  return (
    <Page title="Not found" width="text" back={<BackLink href="/records">Records</BackLink>}>
      <p className="govuk-body">
        This is not on this device. <Link href="/entries/new">Record a management decision</Link>
      </p>
    </Page>
  );
}
