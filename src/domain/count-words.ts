/** "1 record", "4 records". */
export const countOf = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;

/** "carried once", "carried 3 times". */
export const carriedWords = (times: number): string =>
  times === 1 ? 'carried once' : `carried ${times} times`;

export const childRecordsWords = (count: number): string =>
  count === 1 ? '1 child’s record' : `${count} children’s records`;
