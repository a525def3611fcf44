/** Small things that making a file and taking one in share. */
export type Fields = Readonly<Record<string, unknown>>;

/** Those fields of an object that it has. */
export const pick = (object: object, keys: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)));

export const without = (object: object, keys: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

export const fieldsOf = (text: string): Fields => JSON.parse(text) as Fields; // written here, or checked when it was read
