/**
 * The app's one `role="status"`. It stands in the page from the start, because a region that
 * arrives together with its words is not read out.
 */
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';

/** 60 seconds: a save lands several times a minute, and a voice over a conversation is in the way. */
const QUIET_MS = 60_000;

const AnnounceContext = createContext<(text: string) => void>(() => {});

/** For the answer to something the person just did ("Copied", "Case 7 of 22"): said at once. */
export const useAnnounce = () => useContext(AnnounceContext);

/** Zero when it may be said now. Pure, so that the region only sequences. */
export const waitMs = (lastSaidMs: number | undefined, nowMs: number) =>
  lastSaidMs === undefined ? 0 : Math.max(0, lastSaidMs + QUIET_MS - nowMs);

interface StatusRegionProps {
  /** A resting state ("Saved on this device at 2:41pm"), or empty while something is going on. */
  readonly resting: string;
  readonly now: () => number;
  readonly children: ReactNode;
}

export function StatusRegion({ resting, now, children }: StatusRegionProps) {
  const [said, setSaid] = useState('');
  const lastSaidMs = useRef<number>(undefined);

  useEffect(() => {
    if (resting === '') return;
    const say = () => {
      lastSaidMs.current = now();
      setSaid(resting);
    };
    const delayMs = waitMs(lastSaidMs.current, now());
    if (delayMs === 0) {
      say();
      return;
    }
    // Replaced by the next resting state, so what is said at the end of the wait is the newest.
    const timer = setTimeout(say, delayMs);
    return () => clearTimeout(timer);
  }, [resting, now]);

  // The same words twice would change nothing in the page, and so not be heard the second time.
  const [announce] = useState(
    () => (text: string) => setSaid((before) => (before === text ? `${text}\u00a0` : text)),
  );

  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" className="govuk-visually-hidden">
        {said}
      </div>
    </AnnounceContext>
  );
}
