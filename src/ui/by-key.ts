/**
 * Said in the entry of the browser's history by what goes to a place by a key: the screen then puts the
 * caret where the work is and not the focus on the heading. No name and no text is in it.
 */
export const BY_KEY = 'by key';

export const cameByKey = (): boolean => history.state === BY_KEY;

/** It is true for one arrival: not again after a reload, or on the way back. */
export function forgetKey(): void {
  if (cameByKey()) history.replaceState(null, '');
}
