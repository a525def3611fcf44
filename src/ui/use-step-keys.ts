import { useEffect, useRef } from 'react';
import { focusCaseList, focusLastTime, focusNotes } from './focus-panes.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface StepKeys {
  readonly onNext: () => void;
  readonly onPrevious: () => void;
}

/** The keys of the three panes: the next case and the one before, the list, the notes, last time. */
export function useStepKeys({ onNext, onPrevious }: StepKeys): void {
  const left = useFieldLeft();
  useShortcuts({
    next: onNext,
    previous: onPrevious,
    list: focusCaseList,
    notes: () => focusNotes(left.current),
    lastTime: focusLastTime,
  });
}

/** From a choice the key leads back to the text, and not to the choice again. */
const WRITTEN_IN = 'textarea, select, input:not([type="radio"], [type="checkbox"])';

/** The field of the notes that was written in last, and not one that was only passed through by Tab. */
function useFieldLeft() {
  const left = useRef<HTMLElement>(null);
  useEffect(() => {
    const onInput = ({ target }: Event) => {
      if (!(target instanceof HTMLElement) || !target.matches(WRITTEN_IN)) return;
      if (target.closest('#notes')) left.current = target;
    };
    addEventListener('input', onInput);
    return () => removeEventListener('input', onInput);
  }, []);
  return left;
}
