/** A stored record keeps unknown fields; a form's paths are made from the known ones. */
export type FormValues<T> = T extends string
  ? T
  : T extends readonly (infer Item)[]
    ? FormValues<Item>[]
    : T extends object
      ? { [Key in keyof T as string extends Key ? never : Key]: FormValues<T[Key]> }
      : T;
