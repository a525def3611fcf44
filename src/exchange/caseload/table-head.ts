/** Where a row stands: the file it is in, and the headings over it. */
export interface TableHead {
  readonly file: string;
  readonly headings: readonly string[];
}
