import { useEffect, useRef, useState } from 'react';

/** Gathered once, when the page is opened; undefined until it is, and let go of when the page is left. */
export function useGathered<T>(
  gather: (signal: AbortSignal) => Promise<T>,
): T | 'failed' | undefined {
  const [gathered, setGathered] = useState<T | 'failed'>();
  const first = useRef(gather);
  useEffect(() => {
    const left = new AbortController();
    first
      .current(left.signal)
      .then(setGathered)
      .catch((cause: unknown) => {
        if (left.signal.aborted) return;
        console.warn('the records were not gathered', cause);
        setGathered('failed');
      });
    return () => left.abort();
  }, []);
  return gathered;
}
