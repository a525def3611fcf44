import { findPlace, type Place, savePlace } from '#storage/place.ts';
import type { Workspace } from '#storage/workspace.ts';

type TextBox = HTMLInputElement | HTMLTextAreaElement;

const isTextBox = (element: Element | null): element is TextBox =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && ['text', 'search'].includes(element.type));

/** The field that was left last: pressing Lock takes the focus away from where the person was. */
let fieldLeft: Element | undefined;

/** Where the person is now: screen, field, selection, scroll. Nothing of what is written. */
function capturePlace(): Place {
  const focused = document.activeElement;
  const field = !focused?.id && fieldLeft?.isConnected ? fieldLeft : focused;
  const box = isTextBox(field) ? field : undefined;
  return {
    path: location.pathname,
    fieldId: field?.id ?? '',
    selectionStart: box?.selectionStart ?? 0,
    selectionEnd: box?.selectionEnd ?? 0,
    scrollTop: document.documentElement.scrollTop,
  };
}

/** A place is a convenience: a disk that does not take it, or does not answer, holds nothing up. */
const KEEP_MS = 1_000;

export async function keepThisPlace(workspace: Workspace): Promise<void> {
  const kept = savePlace(workspace, capturePlace()).catch((cause: unknown) =>
    console.warn('the place was not kept', cause),
  );
  await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, KEEP_MS))]);
}

/** Goes back to where the person was. `navigate` shows the screen; its field may take a moment to be there. */
export async function returnToPlace(
  workspace: Workspace,
  navigate: (path: string) => void,
): Promise<void> {
  const place = await findPlace(workspace);
  if (!place) return;
  if (location.pathname === '/' || location.pathname === place.path) navigate(place.path);
  if (location.pathname !== place.path || place.fieldId === '') return;
  const field = await appears(place.fieldId);
  // Someone who has begun elsewhere meanwhile is not pulled away.
  if (!field || !isAtRest()) return;
  field.focus({ preventScroll: true });
  if (isTextBox(field)) field.setSelectionRange(place.selectionStart, place.selectionEnd);
  document.documentElement.scrollTop = place.scrollTop;
}

const isAtRest = () =>
  document.activeElement === document.body || document.activeElement instanceof HTMLHeadingElement;

const GIVE_UP_MS = 3_000;

/** The element with this id once it is in the page: its screen is loaded on demand. */
function appears(id: string): Promise<HTMLElement | null> {
  return new Promise((resolve) => {
    const found = document.getElementById(id);
    if (found) return resolve(found);
    const observer = new MutationObserver(() => {
      const element = document.getElementById(id);
      if (element) done(element);
    });
    const timer = setTimeout(() => done(null), GIVE_UP_MS);
    function done(element: HTMLElement | null) {
      observer.disconnect();
      clearTimeout(timer);
      resolve(element);
    }
    observer.observe(document.body, { childList: true, subtree: true });
  });
}

/** Keeps the place on change of screen, on hide and on leaving. Answers with the way to stop. */
export function keepPlace(workspace: Workspace): () => void {
  const keep = () => void keepThisPlace(workspace);
  const flushAndKeep = () => {
    if (document.visibilityState !== 'hidden') return;
    void workspace.queue.flush();
    keep();
  };
  document.addEventListener('visibilitychange', flushAndKeep);
  addEventListener('pagehide', flushAndKeep);
  addEventListener('focusout', keepSoon);
  let timer: ReturnType<typeof setTimeout> | undefined;
  function keepSoon({ target }: FocusEvent) {
    if (target instanceof Element && target.id) fieldLeft = target;
    clearTimeout(timer);
    timer = setTimeout(keep, 500);
  }
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', flushAndKeep);
    removeEventListener('pagehide', flushAndKeep);
    removeEventListener('focusout', keepSoon);
  };
}
