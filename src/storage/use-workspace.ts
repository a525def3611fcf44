import {
  createContext,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { assert } from '#domain/assert.ts';
import type { CollectionName } from '#domain/collections.ts';
import type { Stored } from '#domain/records/schemas.ts';
import type { OpenRecord } from './open-record.ts';
import type { SaveState } from './save-queue.ts';
import type { WorkingSet } from './working-set.ts';
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

/**
 * Draws again with whatever changes in these collections but what this tab's own form saves while it is
 * typed into. The number moves with it.
 */
export function useNews(collections: readonly CollectionName[]): number {
  const { set } = useWorkspace();
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = collections.map((name) =>
        set.subscribe(name, (kind) => kind === 'news' && listener()),
      );
      return () => {
        for (const stop of stops) stop();
      };
    },
    [set, collections],
  );
  return useSyncExternalStore(subscribe, () =>
    collections.reduce((sum, name) => sum + set.newsOf(name), 0),
  );
}

/**
 * Draws again with news at once, and with what is typed when there is time: React lays that drawing aside
 * for the next key, where the panes of a session take longer to draw than a key may wait. A form below it
 * must read its record from the set: what it is handed may be one save old. The number moves with what
 * was typed.
 */
export function useDrawnInTime(collections: readonly CollectionName[]): number {
  const { set } = useWorkspace();
  useNews(collections);
  const [drawn, setDrawn] = useState(() => changesOf(set, collections));
  useEffect(() => {
    const draw = () => startTransition(() => setDrawn(changesOf(set, collections)));
    draw(); // a save may have come between drawing and now
    const stops = collections.map((name) =>
      set.subscribe(name, (kind) => kind === 'typed' && draw()),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [set, collections]);
  return drawn;
}

export function useSaveState(): SaveState {
  const { queue } = useWorkspace();
  const subscribe = useCallback((listener: () => void) => queue.subscribe(listener), [queue]);
  return useSyncExternalStore(subscribe, () => queue.state);
}

const changesOf = (set: WorkingSet, collections: readonly CollectionName[]): number =>
  collections.reduce((sum, name) => sum + set.changesOf(name), 0);

function useChanges(collection: CollectionName): number {
  const { set } = useWorkspace();
  const subscribe = useCallback(
    (listener: () => void) => set.subscribe(collection, listener),
    [set, collection],
  );
  return useSyncExternalStore(subscribe, () => set.changesOf(collection));
}
