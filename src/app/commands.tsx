import { lazy, Suspense, useEffect, useState } from 'react';
import { useWorkspace } from '#storage/use-workspace.ts';
import { useAnnounce } from '#ui/status-region.tsx';
import { useShortcuts } from '#ui/use-shortcuts.ts';
import { savedText, useSavedText } from './save-status.tsx';

const fetchGoTo = () => import('./go-to.tsx');
const GoTo = lazy(async () => ({ default: (await fetchGoTo()).GoTo }));
// Fetched when it is first asked for.
const KeysShown = lazy(async () => ({ default: (await import('./keys-shown.tsx')).KeysShown }));

interface CommandsProps {
  readonly finding: boolean;
  readonly onFind: (finding: boolean) => void;
}

/** The keys that work on every page. Each has a button in the header that does the same. */
export function Commands({ finding, onFind }: CommandsProps) {
  const [showsKeys, setShowsKeys] = useState(false);
  const saySaved = useSaySaved();
  // Fetched before it is asked for: letters typed right after the key would go where the caret was.
  useEffect(() => void fetchGoTo(), []);
  useShortcuts({
    goTo: () => onFind(true),
    save: () => void saySaved(),
    help: () => setShowsKeys(true),
  });
  return (
    <Suspense fallback={null}>
      {finding && <GoTo onClose={() => onFind(false)} />}
      {showsKeys && <KeysShown onClose={() => setShowsKeys(false)} />}
    </Suspense>
  );
}

/** Ctrl+S: it is saved already. What may still be on its way is written first, so that the answer is true. */
function useSaySaved(): () => Promise<void> {
  const { queue, ports } = useWorkspace();
  const announce = useAnnounce();
  const before = useSavedText();
  return async () => {
    const isSaved = await queue.flush();
    if (!isSaved) return; // the banner with the text says so, as an alert
    const { savedAtMs } = queue.state;
    const words = savedAtMs === undefined ? before : savedText(savedAtMs, ports.nowMs());
    announce(words || 'Nothing is typed yet. It is saved as you type');
  };
}
