import { useCallback, useEffect, useRef, useState } from 'react';
import type { CollectionName } from '#domain/collections.ts';
import { holdRecord, type RecordLock, takeOverRecord } from './record-lock.ts';
import { useWorkspace } from './use-workspace.ts';
import type { Workspace } from './workspace.ts';

export interface Editing {
  readonly status: 'asking' | 'editing' | 'elsewhere';
  readonly takeOver: () => void;
}

/**
 * [Note: The form before] A form that is gone still writes its text before it lets its record go. The
 * next form of the same record in this tab (a brother's or sister's part, or a way back) waits for that:
 * else it would find the lock taken, and say that the record is open in another tab.
 */
const closing = new WeakMap<Workspace, Map<string, Promise<void>>>();

const closed = (workspace: Workspace, id: string) => closing.get(workspace)?.get(id);

function noteClosing(workspace: Workspace, id: string, done: Promise<void>): void {
  const ofWorkspace = closing.get(workspace) ?? new Map<string, Promise<void>>();
  // What failed in closing must not shut out the next form: text that is not on disk is in the queue.
  const settled = done.catch((cause: unknown) => console.warn(`record ${id} not closed`, cause));
  closing.set(workspace, ofWorkspace.set(id, settled));
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
    const before = closed(workspace, id); // see [Note: The form before]
    const asked = Promise.resolve(before).then(() => holdRecord(workspace, id, onLost));
    void asked.then((held) => {
      if (isShown) taken(held);
    });
    return () => {
      isShown = false;
      const held = lock.current;
      lock.current = undefined;
      const done = held
        ? workspace.closeDraft(id).finally(() => held.release())
        : asked.then((late) => late?.release());
      noteClosing(workspace, id, done);
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
