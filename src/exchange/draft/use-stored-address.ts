import { useEffect } from 'react';
import { useGoTo } from '#ui/link.tsx';

/** Once a new draft is stored, its own address: locking comes back to it and not to an empty page. */
export function useStoredAddress(isNewAndStored: boolean, address: string): void {
  const goTo = useGoTo();
  useEffect(() => {
    if (isNewAndStored) goTo(address);
  }, [isNewAndStored, address, goTo]);
}
