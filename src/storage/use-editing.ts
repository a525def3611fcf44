import { useCallback, useEffect, useRef, useState } from 'react';
import type { CollectionName } from '#domain/collections.ts';
import { holdRecord, type RecordLock, takeOverRecord } from './record-lock.ts';
import { useWorkspace } from './use-workspace.ts';

export interface Editing {
  readonly status: 'asking' | 'editing' | 'elsewhere';
  readonly takeOver: () => void;
}

/**
 * Holds a record while its form is mounted. In a second tab it is read only until it is taken over; the
 * first tab then saves and goes read only in its turn.
 */
export function useEditing(collection: CollectionName, id: string): Editing {
  const workspace = useWorkspace();
  const [status, setStatus] = useState<Editing['status']>('asking');
  const lock = useRef<RecordLock>(undefined);
  const onLost = useCallback(async () => {
    lock.current = undefined;
    await workspace.closeDraft(id);
    setStatus('elsewhere');
  }, [workspace, id]);

  const taken = useCallback(
    (held: RecordLock | undefined) => {
      lock.current = held;
      if (held) workspace.openDraft(collection, id);
      setStatus(held ? 'editing' : 'elsewhere');
    },
    [workspace, collection, id],
  );

  useEffect(() => {
    let isShown = true;
    setStatus('asking');
    void holdRecord(workspace, id, onLost).then((held) => {
      if (isShown) taken(held);
      else held?.release();
    });
    return () => {
      isShown = false;
      const held = lock.current;
      lock.current = undefined;
      if (held) void workspace.closeDraft(id).finally(() => held.release());
    };
  }, [workspace, id, onLost, taken]);

  const takeOver = useCallback(() => {
    void takeOverRecord(workspace, id, onLost).then(async (held) => {
      await workspace.reload([id]);
      taken(held);
    });
  }, [workspace, id, onLost, taken]);

  return { status, takeOver };
}
