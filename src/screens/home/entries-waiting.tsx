import { childLabel } from '#domain/caseload/child-label.ts';
import { countOf } from '#domain/count-words.ts';
import { entryTables } from '#domain/entries/entry-fields.ts';
import type { EntryDraft } from '#domain/records/entry.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { draftsToRecord, entriesToRecord, stateOfEntry } from '#storage/entries/entries-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';
import { WarningText } from '#ui/warning-text.tsx';

/** Records made outside a session: begun and not recorded, or recorded and not in the case system. */
export function EntriesWaiting() {
  const workspace = useWorkspace();
  useAll('childEntries');
  const { caseSystem } = settingsOf(workspace);
  const drafts = draftsToRecord(workspace);
  const waiting = entriesToRecord(workspace);
  const pressing = waiting.filter((entry) =>
    ['overdue', 'due_today'].includes(stateOfEntry(workspace, entry).status),
  );
  if (drafts.length === 0 && waiting.length === 0) return null;
  return (
    <section aria-labelledby="entries-waiting">
      <h2 className="govuk-heading-m" id="entries-waiting">
        Recorded outside sessions
      </h2>
      {pressing.length > 0 && (
        <WarningText>
          {countOf(pressing.length, 'record')} made outside a session{' '}
          {pressing.length === 1 ? 'is' : 'are'} due in {caseSystem} today or overdue.
        </WarningText>
      )}
      {waiting.length > 0 && (
        <p className="govuk-body">
          {countOf(waiting.length, 'record')} to put into {caseSystem}.{' '}
          <Link href="/records">
            Record them<span className="govuk-visually-hidden">, made outside a session</span>
          </Link>
        </p>
      )}
      {drafts.length > 0 && (
        <ul className="govuk-list">
          {drafts.map((draft) => (
            <li key={draft.id}>
              <Link href={`/entries/${draft.id}`}>Finish: {entryTables[draft.kind].name}</Link>{' '}
              <About draft={draft} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function About({ draft: { childRefs, childTyped } }: { readonly draft: EntryDraft }) {
  const workspace = useWorkspace();
  const names = childRefs.flatMap((ref) => findChild(workspace, ref)?.body ?? []).map(childLabel);
  return names.length > 0 ? names.join(', ') : childTyped || 'no child chosen yet';
}
