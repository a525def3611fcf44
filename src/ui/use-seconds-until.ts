import { useEffect, useState } from 'react';

/** Whole seconds until a moment, counted down. */
export function useSecondsUntil(untilMs: number, clock: () => number): number {
  const [nowMs, setNowMs] = useState(clock);
  useEffect(() => {
    // The page may have stood here for long: counted from then, a wait of nothing would never end.
    setNowMs(clock());
    if (untilMs <= clock()) return;
    const timer = setInterval(() => setNowMs(clock()), 500);
    return () => clearInterval(timer);
  }, [untilMs, clock]);
  return Math.max(0, Math.ceil((untilMs - nowMs) / 1000));
}
