import { useEffect, useState } from 'react';
import { countOf } from '#domain/count-words.ts';
import { kindOf } from '#exchange/access/kinds.ts';
import { clashesOf } from '#storage/sync/merge-clashes.ts';
import { useSync } from '#storage/sync/use-sync.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { Details } from '#ui/details.tsx';
import { SummaryList } from '#ui/summary-list.tsx';

/** Of what kind the records are that wait, from the stored rows. Whom they are about is on their own pages. */
export function WhatWaits() {
  const workspace = useWorkspace();
  const now = useSync()?.now;
  const [kinds, setKinds] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    let isShown = true;
    if (!now) return;
    void waitingKinds(workspace).then((counted) => {
      if (isShown) setKinds(counted);
    });
    return () => {
      isShown = false;
    };
  }, [workspace, now]);
  if (!now || now.waiting === 0 || kinds.size === 0) return null;
  return (
    <Details summary="What waits to be sent">
      <SummaryList
        rows={[...kinds].map(([key, count]) => ({ key, value: countOf(count, 'record') }))}
      />
    </Details>
  );
}

async function waitingKinds({ db, set }: Workspace): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { id, state } of await db.outbox.toArray()) {
    const held = set.findAnywhere(id);
    // SENT4: two versions are in the record itself.
    if (state === 'refused' || clashesOf(held?.body ?? {}).length > 0) continue;
    const kind = held ? kindOf(held.collection) : 'Removed on this device';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
