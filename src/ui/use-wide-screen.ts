import { useSyncExternalStore } from 'react';

const wide = () => matchMedia('(min-width: 1024px)');

const subscribe = (listener: () => void) => {
  const query = wide();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** Room for three panes. Below it the list of cases is closed, so that the notes come first. */
export const useWideScreen = (): boolean => useSyncExternalStore(subscribe, () => wide().matches);
