/** How many requests a person may make at once, and how fast the room for more comes back. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** A first pull of 5,000 records is some 25 pages, a day's pushes fewer: this stops loops, not people. */
export const usualRate: Rate = { burst: 300, perSecond: 20 };

/** SRV17: a bucket for each person, in this process. Undefined: go on. Else the seconds to wait. */
export function makeRateLimit({ burst, perSecond }: Rate) {
  const buckets = new Map<string, { readonly room: number; readonly at: number }>();
  return (person: string, nowMs: number): number | undefined => {
    const { room, at } = buckets.get(person) ?? { room: burst, at: nowMs };
    // A clock that was put back gives nothing and takes nothing.
    const refilled = Math.min(burst, room + (Math.max(0, nowMs - at) / 1000) * perSecond);
    const isFull = refilled < 1;
    buckets.set(person, { room: isFull ? refilled : refilled - 1, at: nowMs });
    return isFull ? Math.ceil((1 - refilled) / perSecond) : undefined;
  };
}
