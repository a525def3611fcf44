/** Whose names stand on the two sides. */
export interface Names {
  readonly supervisor: string;
  readonly practitioner: string;
}

/** Messages by the id of their field. */
export type Problems = Readonly<Record<string, string>>;
