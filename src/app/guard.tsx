import { useEffect, useState } from 'react';
import { formatTime, toInstant } from '#domain/dates/calendar-date.ts';
import { shortcutOf } from '#domain/keys/shortcuts.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ShortcutsContext } from '#ui/use-shortcuts.ts';
import { Commands } from './commands.tsx';
import type { Locker } from './locker.ts';

const WARN_MS = 2 * 60_000;

interface GuardProps {
  readonly locker: Locker;
  readonly hidden: boolean;
  readonly onHide: (hidden: boolean) => void;
  /** The list of places to go to is open. */
  readonly finding: boolean;
  readonly onFind: (finding: boolean) => void;
}

/**
 * What stands between the page and whoever walks past: Hide, the curtain while the window is not looked
 * at, and the warning two minutes before it locks. The keys of every page are here too. Nothing is unmounted, so that the caret stays.
 */
export function Guard({ locker, hidden, onHide, finding, onFind }: GuardProps) {
  const { queue } = useWorkspace();
  const [settings] = useAll('settings');
  const hasKeys = settings?.shortcuts !== false;
  useCurtain();

  useEffect(() => {
    if (!hasKeys) return;
    // Not by `useShortcuts`: a dialog that is open is covered too.
    const onKeyDown = (event: KeyboardEvent) => {
      if (shortcutOf(event) !== 'hide') return;
      event.preventDefault();
      onHide(true);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [onHide, hasKeys]);
  useEffect(() => {
    if (hidden) void queue.flush();
  }, [hidden, queue]);

  const show = () => onHide(false);
  return (
    <ShortcutsContext value={hasKeys}>
      {settings && <Commands finding={finding} onFind={onFind} />}
      <Dialog open={hidden} title="Footprint is hidden" onClose={show} fullPage>
        <p className="govuk-body">What was typed is kept. It locks by itself as it always does.</p>
        <ButtonGroup>
          <Button onClick={show}>Show again</Button>
          <Button variant="secondary" onClick={() => void locker.lock()}>
            Lock now
          </Button>
        </ButtonGroup>
      </Dialog>
      <LockWarning locker={locker} />
    </ShortcutsContext>
  );
}

/** While the window is minimised or another tab is in front, what it last showed is covered. */
function useCurtain(): void {
  useEffect(() => {
    const draw = () =>
      document.documentElement.toggleAttribute(
        'data-curtain',
        document.visibilityState === 'hidden',
      );
    draw();
    document.addEventListener('visibilitychange', draw);
    return () => document.removeEventListener('visibilitychange', draw);
  }, []);
}

/** Said once, two minutes before. Any key and any movement of the mouse is an answer to it. */
function LockWarning({ locker }: { readonly locker: Locker }) {
  const { ports } = useWorkspace();
  const [atMs, setAtMs] = useState<number>();
  useEffect(() => {
    const look = () => {
      const left = locker.leftMs();
      const isSoon = left > 0 && left <= WARN_MS;
      // The moment stays the same while nothing is done, so that it is not read out again.
      setAtMs((before) => (isSoon ? (before ?? ports.nowMs() + left) : undefined));
    };
    const timer = setInterval(look, 1_000);
    addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', look);
    };
  }, [locker, ports]);
  if (atMs === undefined) return null;
  return (
    <section className="fp-lock-warning" aria-label="Locking soon">
      <p className="govuk-body" role="alert">
        Footprint locks at {formatTime(toInstant(new Date(atMs).toISOString()))} unless you go on.
        What was typed is kept.
      </p>
      <ButtonGroup>
        <Button variant="secondary" onClick={() => setAtMs(undefined)}>
          Stay unlocked
        </Button>
        <Button variant="secondary" onClick={() => void locker.lock()}>
          Lock now
        </Button>
      </ButtonGroup>
    </section>
  );
}
