import type { PrintField, PrintSection } from './document.ts';

/** How many empty lines a text has: as much as people write by hand. */
const LONG = 4;

export const toWrite = (heading: string, hint = '', lines = LONG): PrintSection => ({
  heading,
  level: 3,
  ...(hint === '' ? {} : { hint }),
  lines,
});

export const toTick = (heading: string, choices: readonly string[], hint = ''): PrintSection => ({
  heading,
  level: 3,
  ...(hint === '' ? {} : { hint }),
  choices,
});

/** As high as a line of handwriting. */
const CELL = '\n\n';

export const emptyFields = (labels: readonly string[]): readonly PrintField[] =>
  labels.map((label) => [label, CELL]);

export const emptyRows = (columns: readonly string[], count: number) => ({
  columns,
  rows: Array.from({ length: count }, () => columns.map(() => CELL)),
});

/** The columns of actions are the same on every form. */
export const actionRows = (count: number): PrintSection => ({
  heading: 'Actions agreed',
  table: emptyRows(['What', 'Who', 'By when'], count),
});

export const labelsOf = (options: readonly { readonly label: string }[]): readonly string[] =>
  options.map(({ label }) => label);
