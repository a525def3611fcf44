import { useRef } from 'react';

/**
 * One at a time: what is pressed while the first press is still being written is that press. A ref, because a
 * button that is drawn as disabled is drawn after the second press of a double click.
 */
export function useOnce(): (work: () => Promise<void>) => Promise<void> {
  const isRunning = useRef(false);
  return async (work) => {
    if (isRunning.current) return;
    isRunning.current = true;
    try {
      await work();
    } finally {
      isRunning.current = false;
    }
  };
}
