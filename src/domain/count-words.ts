/** "1 record", "4 records". */
export const countOf = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;

export const childRecordsWords = (count: number): string =>
  count === 1 ? '1 child’s record' : `${count} children’s records`;
