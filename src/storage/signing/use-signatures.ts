import { useEffect, useState } from 'react';
import { type CollectionName, collectionNames, collections } from '#domain/collections.ts';
import type { ChildSignature, StaffSignature } from '#domain/records/signature.ts';
import type { Checked } from '#domain/signing/signature-state.ts';
import { useNews } from '#storage/use-news.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import {
  childSignaturesOf,
  type SignedRecord,
  signedRecordOf,
  signedRecordsOf,
  signingOf,
  staffSignaturesOf,
} from './signatures.ts';

/** A finished text may be in any collection of either file. */
const read: readonly CollectionName[] = collectionNames.filter((name) =>
  ['child', 'staff'].includes(collections[name].file),
);

/** Checking a signature cannot be waited for in a drawing: none until it is done, and again on a change. */
function useChecked<T>(
  id: string,
  check: (workspace: Workspace, id: string) => Promise<T>,
): T | undefined {
  const workspace = useWorkspace();
  const changes = useNews(read);
  const [done, setDone] = useState<{ id: string; found: T }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: checked again with each change
  useEffect(() => {
    let isShown = true;
    void check(workspace, id).then((found) => {
      if (isShown) setDone({ id, found });
    });
    return () => {
      isShown = false;
    };
  }, [workspace, id, changes, check]);
  return done?.id === id ? done.found : undefined;
}

const none: readonly never[] = [];

/** Signatures under a text of a child's file and under its corrections. */
export const useChildSignatures = (recordId: string): readonly Checked<ChildSignature>[] =>
  useChecked(recordId, childSignaturesOf) ?? none;

/** Acts that signed a text of the supervision file. */
export const useNoteSignatures = (noteId: string): readonly Checked<StaffSignature>[] =>
  useChecked(noteId, staffSignaturesOf) ?? none;

/** Any finished text with its signatures; undefined for a draft, and while it is checked for the first time. */
export const useSignedRecord = (recordId: string): SignedRecord | undefined =>
  useChecked(recordId, signedRecordOf);

/** What of a session is signed and what is not; undefined while it is being checked for the first time. */
export const useSigning = (sessionId: string): readonly SignedRecord[] | undefined =>
  useChecked(sessionId, signingOf);

/** The same of a list of records. */
export const useSignedRecords = (
  recordIds: readonly string[],
): readonly SignedRecord[] | undefined => useChecked(recordIds.join(' '), ofList);

const ofList = (workspace: Workspace, ids: string) =>
  signedRecordsOf(workspace, ids === '' ? [] : ids.split(' '));
