import { createContext, type KeyboardEvent, useContext, useEffect, useRef } from 'react';
import { type ShortcutId, shortcutOf, shortcuts } from '#domain/keys/shortcuts.ts';

/** Off: nothing but the browser's own keys works. Set by the app from Settings > Keyboard. */
export const ShortcutsContext = createContext(true);

type Actions = { readonly [K in ShortcutId]?: () => void };

/** Keys of the whole page, for as long as what gives them is shown. Not while a dialog is open. */
export function useShortcuts(actions: Actions): void {
  const isOn = useContext(ShortcutsContext);
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const id = shortcutOf(event);
      const action = id && latest.current[id];
      if (!action || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [isOn]);
}

/** Ctrl+Enter in every field of a form, for what holds it: on a link it is the browser's own. */
export function useDoneKey(done: () => void): (event: KeyboardEvent) => void {
  const isOn = useContext(ShortcutsContext);
  return (event) => {
    if (!isOn || shortcutOf(event.nativeEvent) !== 'done') return;
    event.preventDefault();
    done();
  };
}

/** What a button says of the key that does the same; nothing where the keys are off. */
export function useKeyOf(id: ShortcutId): { readonly 'aria-keyshortcuts'?: string } {
  return useContext(ShortcutsContext) ? { 'aria-keyshortcuts': shortcuts[id].aria } : {};
}
