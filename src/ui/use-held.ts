import { useCallback, useRef, useState } from 'react';

/** A value as it was when the key last became another: for what must not be drawn again in between. */
export function useHeld<T>(value: T, key: string): T {
  const [held, setHeld] = useState({ value, key });
  if (held.key === key) return held.value;
  setHeld({ value, key });
  return value;
}

/** One function for as long as it is mounted, which does what the newest of them would. */
export function useHeldCallback<A extends unknown[]>(newest: (...args: A) => void) {
  const latest = useRef(newest);
  latest.current = newest;
  return useCallback((...args: A) => latest.current(...args), []);
}
