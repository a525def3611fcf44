import type { Discussion } from '#domain/records/discussion.ts';

/** A stored record keeps unknown fields; a form's paths are made from the known ones. */
export type Known<T> = T extends string
  ? T
  : T extends readonly (infer Item)[]
    ? Known<Item>[]
    : T extends object
      ? { [Key in keyof T as string extends Key ? never : Key]: Known<T[Key]> }
      : T;

export type DiscussionValues = Known<Discussion>;
