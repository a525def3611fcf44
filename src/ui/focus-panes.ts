/** Where the keys and the links of the panes go: the case in the list, the note, what stands beside it. */

export function focusCaseList(): void {
  const list = document.getElementById('cases');
  const current = list?.querySelector<HTMLElement>('[aria-current]');
  // Below 1024 px the list is closed: its summary opens it.
  const isShown = current && !current.closest('details:not([open])');
  const target = isShown ? current : list?.querySelector<HTMLElement>('summary, a, button');
  (target ?? list)?.focus();
}

/** Back to where the caret was, or else to the child's own note, which the family's text stands before. */
export function focusNotes(left?: HTMLElement | null): void {
  const notes = document.getElementById('notes');
  const own = left?.isConnected && notes?.contains(left) ? left : undefined;
  const note = notes?.querySelector<HTMLElement>('textarea[name^="children."]:enabled');
  (own ?? note ?? notes?.querySelector<HTMLElement>('textarea:enabled') ?? notes)?.focus();
}

export const focusLastTime = (): void =>
  document.querySelector<HTMLElement>('.fp-panes > section.fp-pane-side')?.focus();
