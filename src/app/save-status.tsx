import { dateInLondon, formatDate, formatTime, toInstant } from '#domain/calendar-date.ts';
import { readableText } from '#exchange/readable-text.ts';
import type { FailedSave, SaveState } from '#storage/save-queue.ts';
import { useAll, useSaveState, useWorkspace } from '#storage/use-workspace.ts';
import { SaveFailedBanner } from '#ui/save-failed-banner.tsx';

const reasons: Record<FailedSave['reason'], string> = {
  full: 'The disk or the browser’s space is full. Footprint keeps trying. Free some space, then it saves by itself.',
  closed:
    'The browser closed the storage. Footprint keeps trying. If this stays, copy your text and reload the page.',
  hung: 'The storage does not answer. Footprint keeps trying.',
  failed: 'The browser did not store it. Footprint keeps trying.',
  fixed: 'This was finalised or handed over. Copy your text.',
};

/** "Saved on this device 2:41pm": the time of the last commit, from stored rows and nothing else. */
export function useSavedText(): string {
  const { ports } = useWorkspace();
  const state = useSaveState();
  const stored = useNewestSave();
  if (state.failed.length > 0) return 'Not saved';
  const atMs = Math.max(state.savedAtMs ?? 0, stored);
  if (atMs === 0) return '';
  return savedText(atMs, ports.nowMs());
}

export function savedText(atMs: number, nowMs: number): string {
  const at = toInstant(new Date(atMs).toISOString());
  const on = dateInLondon(at);
  const today = dateInLondon(toInstant(new Date(nowMs).toISOString()));
  const day = on === today ? '' : `${formatDate(on)} `;
  return `Saved on this device ${day}${formatTime(at)}`;
}

function useNewestSave(): number {
  const discussions = useAll('discussions');
  const notes = useAll('notes');
  const times = [...discussions, ...notes].map((record) => {
    const { savedAt } = record as { savedAt?: string };
    return savedAt ? Date.parse(savedAt) : 0;
  });
  return Math.max(0, ...times);
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
