import { useCallback, useSyncExternalStore } from 'react';
import { onSitting } from '#storage/signing/sitting.ts';
import { sittingUntilMs } from '#storage/signing/sitting-clock.ts';
import { useWorkspace } from '#storage/use-workspace.ts';

const LOOK_MS = 1_000;

/** Until when a sitting is open, in milliseconds of the wall clock; undefined while none is. */
export function useSitting(): number | undefined {
  const workspace = useWorkspace();
  const subscribe = useCallback(
    (listener: () => void) => {
      const stop = onSitting(workspace, listener);
      // By looking, and not by one long timer: timers stop while a laptop sleeps.
      const timer = setInterval(listener, LOOK_MS);
      addEventListener('focus', listener);
      return () => {
        stop();
        clearInterval(timer);
        removeEventListener('focus', listener);
      };
    },
    [workspace],
  );
  return useSyncExternalStore(subscribe, () => sittingUntilMs(workspace));
}
