import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { assert } from '#domain/assert.ts';
import type { CollectionName } from '#domain/collections.ts';
import type { Stored } from '#domain/records/schemas.ts';
import type { OpenRecord } from './open-record.ts';
import type { SaveState } from './save-queue.ts';
import type { Workspace } from './workspace.ts';

export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  assert(workspace, 'useWorkspace outside an unlocked app');
  return workspace;
}

/** Every record of a collection; the screen is drawn again when one of them was committed. */
export function useAll<C extends CollectionName>(collection: C): readonly Stored<C>[] {
  const { set } = useWorkspace();
  useChanges(collection);
  return Array.from(set.all(collection).values(), ({ body }) => body);
}

export function useRecord<C extends CollectionName>(
  collection: C,
  id: string,
): OpenRecord<C> | undefined {
  const { set } = useWorkspace();
  useChanges(collection);
  return set.find(collection, id);
}

export function useSaveState(): SaveState {
  const { queue } = useWorkspace();
  const subscribe = useCallback((listener: () => void) => queue.subscribe(listener), [queue]);
  return useSyncExternalStore(subscribe, () => queue.state);
}

function useChanges(collection: CollectionName): number {
  const { set } = useWorkspace();
  const subscribe = useCallback(
    (listener: () => void) => set.subscribe(collection, listener),
    [set, collection],
  );
  return useSyncExternalStore(subscribe, () => set.changesOf(collection));
}
