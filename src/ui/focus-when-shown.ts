const GIVE_UP_MS = 3_000;

/** Puts the focus in a field of the screen that is being opened: its form is there a moment later. */
export function focusWhenShown(id: string): void {
  const observer = new MutationObserver(() => {
    const field = document.getElementById(id);
    if (!field) return;
    stop();
    field.focus();
  });
  const timer = setTimeout(stop, GIVE_UP_MS);
  function stop() {
    observer.disconnect();
    clearTimeout(timer);
  }
  observer.observe(document.body, { childList: true, subtree: true });
}
