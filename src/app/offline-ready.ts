import { useEffect, useState } from 'react';

/** Said once it is true, and before that what is needed: a room with no network is no place to find out. */
export function useOfflineReady(): string {
  const [text, setText] = useState('');
  useEffect(() => {
    let isShown = true;
    setText('Stay connected until this is ready to use without a network');
    import('./service-worker.ts')
      .then(({ offlineReady }) => offlineReady())
      .catch(() => false) // the network went before all of the app was here
      .then((ready) => {
        if (!isShown) return;
        setText(ready ? 'Ready to use without a network' : 'Not ready to use without a network');
      });
    return () => {
      isShown = false;
    };
  }, []);
  return text;
}
