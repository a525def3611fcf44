import { useCallback, useSyncExternalStore } from 'react';
import { dateInLondon, formatDate, formatTime, toInstant } from '#domain/dates/calendar-date.ts';
import { readableText } from '#exchange/text/readable-text.ts';
import type { FailedSave, SaveState } from '#storage/save-queue.ts';
import { useSaveState, useWorkspace } from '#storage/use-workspace.ts';
import type { WorkingSet } from '#storage/working-set.ts';
import type { Workspace } from '#storage/workspace.ts';
import { SaveFailedBanner } from '#ui/save-failed-banner.tsx';

const reasons: Record<FailedSave['reason'], string> = {
  full: 'The disk or the browser’s space is full. Footprint keeps trying. Free some space, then it saves by itself.',
  closed:
    'The browser closed the storage. Footprint keeps trying. If this stays, copy your text and reload the page.',
  hung: 'The storage does not answer. Footprint keeps trying.',
  failed: 'The browser did not store it. Footprint keeps trying.',
  fixed: 'This was finalised or handed over. Copy your text.',
};

/** What is typed into by the hour. */
const KINDS = ['discussions', 'notes'] as const;

/** "Saved on this device 2:41pm": the time of the last commit, from stored rows and nothing else. */
export function useSavedText(): string {
  const workspace = useWorkspace();
  const subscribe = useCallback(
    (listener: () => void) => {
      const { queue, set } = workspace;
      const stops = KINDS.map((kind) => set.subscribe(kind, listener));
      stops.push(queue.subscribe(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [workspace],
  );
  return useSyncExternalStore(subscribe, () => textNow(workspace));
}

export function savedText(atMs: number, nowMs: number): string {
  const at = toInstant(new Date(atMs).toISOString());
  const on = dateInLondon(at);
  const today = dateInLondon(toInstant(new Date(nowMs).toISOString()));
  const day = on === today ? '' : `${formatDate(on)} `;
  return `Saved on this device ${day}${formatTime(at)}`;
}

function textNow({ queue, set, ports }: Workspace): string {
  if (queue.state.failed.length > 0) return 'Not saved';
  const newest = newestStored(set);
  const atMs = Math.max(queue.state.savedAtMs ?? 0, newest ? Date.parse(newest) : 0);
  return atMs === 0 ? '' : savedText(atMs, ports.nowMs());
}

const found = new WeakMap<WorkingSet, { readonly news: number; readonly newest: string }>();

/** Of thousands, so looked for again only where there is news: of what is typed here the queue knows. */
function newestStored(set: WorkingSet): string {
  const news = KINDS.reduce((sum, kind) => sum + set.newsOf(kind), 0);
  const held = found.get(set);
  if (held?.news === news) return held.newest;
  let newest = '';
  for (const kind of KINDS)
    for (const { body } of set.all(kind).values()) if (body.savedAt > newest) newest = body.savedAt;
  found.set(set, { news, newest });
  return newest;
}

/** The text itself, ready to copy, for as long as any of it is not on disk. */
export function SaveFailures() {
  const state: SaveState = useSaveState();
  const [first] = state.failed;
  if (!first) return null;
  const text = state.failed.map(({ draft }) => readableText(draft)).join('\n\n');
  return (
    <SaveFailedBanner
      text={text}
      reason={reasons[first.reason]}
      onCopy={(copied) => navigator.clipboard.writeText(copied)}
    />
  );
}
