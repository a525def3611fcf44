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

/** The field of the notes that was written in last. */
function useFieldLeft() {
  const left = useRef<HTMLElement>(null);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || !target.matches('textarea, input, select')) return;
      if (target.closest('#notes')) left.current = target;
    };
    addEventListener('focusin', onFocus);
    return () => removeEventListener('focusin', onFocus);
  }, []);
  return left;
}
