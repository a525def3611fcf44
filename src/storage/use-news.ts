import { startTransition, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { CollectionName } from '#domain/collections.ts';
import { useWorkspace } from './use-workspace.ts';
import type { WorkingSet } from './working-set.ts';

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

const changesOf = (set: WorkingSet, collections: readonly CollectionName[]): number =>
  collections.reduce((sum, name) => sum + set.changesOf(name), 0);
