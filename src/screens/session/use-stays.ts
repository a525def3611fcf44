import { useState } from 'react';

/** Once it is there it stays: it must not go from under somebody who takes the text out again. */
export function useStays(isAsked: boolean): boolean {
  const [isShown, setShown] = useState(isAsked);
  if (isAsked && !isShown) setShown(true);
  return isShown || isAsked;
}
