import { useEffect, useRef } from 'react';

interface StepKeys {
  readonly onNext: () => void;
  readonly onPrevious: () => void;
}

/** Alt+PageDown and Alt+PageUp: always with a modifier, so that speech users are never thrown about. */
export function useStepKeys(keys: StepKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.isComposing) return;
      if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
      event.preventDefault();
      if (event.key === 'PageDown') latest.current.onNext();
      else latest.current.onPrevious();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
