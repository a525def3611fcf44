import { assert } from '#domain/assert.ts';
import { dateInLondon, formatDate, toInstant } from '#domain/dates/calendar-date.ts';
import { timeAsTyped } from '#domain/dates/typed-time.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import { entryTables } from '#domain/entries/entry-fields.ts';
import { missingForEntry, readEntryDay } from '#domain/entries/entry-missing.ts';
import { type BuiltEntry, buildEntries } from '#domain/entries/finalise-entry.ts';
import type { ChildRef, RecordId } from '#domain/ids.ts';
import type { Child } from '#domain/records/child.ts';
import { EntryDraft, type EntryKind } from '#domain/records/entry.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { profileVersionOn } from '#storage/policies/profiles.ts';
import type { Write } from '#storage/save.ts';
import { myName, settingsOf } from '#storage/settings.ts';
import { StorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, todayIn, updated } from '#storage/writes.ts';

const newRecordId = (workspace: Workspace) => workspace.ports.newId() as RecordId; // a port makes ids

/**
 * An entry to write, with what is mostly so: today, now, and me. It is stored with the first letter that
 * is typed into its form, and not before: a look at the page leaves nothing behind.
 */
export function newEntryDraft(
  workspace: Workspace,
  kind: EntryKind,
  about?: { readonly childRef: ChildRef; readonly childTyped: string },
): EntryDraft {
  const { time, who } = entryTables[kind];
  return EntryDraft.parse({
    id: newRecordId(workspace),
    kind,
    childRefs: about ? [about.childRef] : [],
    childTyped: about?.childTyped ?? '',
    on: formatDate(todayIn(workspace)),
    time: time ? timeAsTyped(workspace.now) : '',
    who: who.isMe ? myName(workspace) : '',
    createdAt: workspace.now,
    createdBy: settingsOf(workspace).me,
  });
}

const childrenOf = (workspace: Workspace, { childRefs }: EntryDraft): readonly Child[] =>
  [...new Set(childRefs)].flatMap((ref) => findChild(workspace, ref)?.body ?? []);

const asked = (workspace: Workspace, draft: EntryDraft) => ({
  draft,
  children: childrenOf(workspace, draft),
  at: workspace.now,
  by: myName(workspace),
});

/** What it still needs, of what is in the form now. */
export const missingForDraft = (workspace: Workspace, draft: EntryDraft): readonly Missing[] =>
  missingForEntry(asked(workspace, draft));

export type EntryOutcome =
  | { readonly outcome: 'recorded'; readonly entryIds: readonly string[] }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

/**
 * Finishes an entry: each child's canonical text becomes a stored body that is never written again, its
 * actions are actions of the child, and the draft goes read only, all in one transaction. Asked twice it
 * answers with what it made. Throws StorageError, also where text could not be saved first.
 */
export async function finaliseEntry(workspace: Workspace, draftId: string): Promise<EntryOutcome> {
  let outcome: EntryOutcome = { outcome: 'missing', missing: [] };
  await workspace.change(() => {
    const record = workspace.set.find('entryDrafts', draftId);
    assert(record, `no draft of an entry ${draftId}`);
    const draft = record.body;
    if (workspace.queue.unsaved(draftId)) {
      throw new StorageError('failed', `entry ${draftId} has text that is not saved yet`);
    }
    if (draft.finished.length > 0) {
      outcome = { outcome: 'recorded', entryIds: draft.finished.map(({ entryId }) => entryId) };
      return [];
    }
    const day = readEntryDay(draft, dateInLondon(toInstant(workspace.now)));
    const policy = profileVersionOn(
      workspace,
      day.outcome === 'read' ? day.date : todayIn(workspace),
    );
    const built = buildEntries({
      ...asked(workspace, draft),
      newId: () => newRecordId(workspace),
      profile: policy.profile,
      policySha256: policy.sha256,
      holidays: holidaysOf(workspace),
      synthetic: settingsOf(workspace).synthetic,
    });
    if (built.outcome === 'missing') {
      outcome = built;
      return [];
    }
    const finished = built.built.map(({ entry: { childRef, id: entryId } }) => ({
      id: childRef,
      childRef,
      entryId,
    }));
    outcome = { outcome: 'recorded', entryIds: finished.map(({ entryId }) => entryId) };
    return [
      updated(record, { ...draft, finished }, 'final'),
      ...built.built.flatMap((each) => entryWrites(workspace, draft, each)),
    ];
  });
  return outcome;
}

/**
 * [Note: Actions of an entry] An action says which session and which discussion it comes from. One of an
 * entry comes from neither: both are the draft's id, which no session has, so that the next session finds
 * it open from the moment it was written (ACT3) and no other record can take it out.
 */
function entryWrites(
  workspace: Workspace,
  { id: draftId }: EntryDraft,
  { entry, text }: BuiltEntry,
): readonly Write[] {
  const { childRef, on: agreedOn } = entry;
  const origin = { childRef, sessionId: draftId, discussionId: draftId, agreedOn };
  const written = { createdAt: workspace.now, createdBy: settingsOf(workspace).me };
  return [
    created('childEntries', entry.id, entry, text),
    ...entry.actions.map(({ id, what, owner, byWhen, dueOn }) =>
      created('childActions', id, { id, what, owner, byWhen, dueOn, ...origin, ...written }),
    ),
  ];
}

/** "Not needed after all", or needed again. Nothing that was typed goes. */
export async function setAside(
  workspace: Workspace,
  draftId: string,
  isAside: boolean,
): Promise<void> {
  await workspace.change(() => {
    const record = workspace.set.find('entryDrafts', draftId);
    if (!record || record.body.finished.length > 0) return [];
    return [updated(record, { ...record.body, droppedAt: isAside ? workspace.now : '' })];
  });
}
