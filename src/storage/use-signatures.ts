import { useEffect, useState } from 'react';
import type { CollectionName } from '#domain/collections.ts';
import type { ChildSignature, StaffSignature } from '#domain/records/signature.ts';
import type { Checked } from '#domain/signature-state.ts';
import {
  childSignaturesOf,
  noteSignaturesOf,
  signingOf,
  type TextOfSession,
} from './signatures.ts';
import { useAll, useWorkspace } from './use-workspace.ts';
import type { Workspace } from './workspace.ts';

const read: readonly CollectionName[] = [
  'childRecords',
  'notes',
  'sessions',
  'childSignatures',
  'staffSignatures',
];

/** Checking a signature cannot be waited for in a drawing: none until it is done, and again on a change. */
function useChecked<T>(
  id: string,
  check: (workspace: Workspace, id: string) => Promise<T>,
): T | undefined {
  const workspace = useWorkspace();
  useAll('childRecords');
  useAll('notes');
  useAll('sessions');
  useAll('childSignatures');
  useAll('staffSignatures');
  const changes = read.map((name) => workspace.set.changesOf(name)).join(' ');
  const [done, setDone] = useState<{ id: string; changes: string; found: T }>();
  useEffect(() => {
    let isShown = true;
    void check(workspace, id).then((found) => {
      if (isShown) setDone({ id, changes, found });
    });
    return () => {
      isShown = false;
    };
  }, [workspace, id, changes, check]);
  return done?.id === id ? done.found : undefined;
}

const none: readonly never[] = [];

export const useChildSignatures = (recordId: string): readonly Checked<ChildSignature>[] =>
  useChecked(recordId, childSignaturesOf) ?? none;

export const useNoteSignatures = (noteId: string): readonly Checked<StaffSignature>[] =>
  useChecked(noteId, noteSignaturesOf) ?? none;

/** What of a session is signed and what is not; undefined while it is being checked for the first time. */
export const useSigning = (sessionId: string): readonly TextOfSession[] | undefined =>
  useChecked(sessionId, signingOf);
