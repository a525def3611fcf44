/** The change that is pushed, the same on every side. No record is changed by its place in a list. */
export const ME = 'S1';

interface Changeable {
  readonly children: readonly { readonly summary: string }[];
}

/** Every so many. */
export const isChanged = (i: number, every: number): boolean => i % every === 0;

/** One more sentence, as after a minute’s typing. */
export const changed = <D extends Changeable>(document: D): D => ({
  ...document,
  children: document.children.map((child) => ({
    ...child,
    summary: `${child.summary} SYNTHETIC: seen at school on Tuesday, and all is well.`,
  })),
  savedAt: '2026-11-21T09:00:00.000Z',
});
