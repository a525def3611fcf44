/** "JF": how a member of staff is told at the head of a page, where no name may stand. */
export const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

/** Said on each page of the example, first. */
export const syntheticMarks = (synthetic: boolean): readonly string[] =>
  synthetic ? ['SYNTHETIC: example data, not a real person'] : [];
