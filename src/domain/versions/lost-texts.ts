import { valueAt } from './record-paths.ts';

/** A text of an earlier body, and where it stood: `children.<id>.worries`. */
export interface LostText {
  readonly path: string;
  readonly text: string;
}

/** Which record it is, whose, and when it was saved: no text of anybody's. */
const isOurs = (key: string) => /^(id|createdBy)$|(At|Ref|Refs|Id)$/.test(key);

/** SENT9: each text of an earlier body that does not stand, whole, in the same place now. */
export function lostTexts(now: object, earlier: object): readonly LostText[] {
  return textsOf(earlier, '').filter(({ path, text }) => {
    const here = valueAt(now, path);
    return !(typeof here === 'string' && here.includes(text));
  });
}

function textsOf(value: unknown, path: string): readonly LostText[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ path, text: value }];
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => {
      const { id } = (item ?? {}) as { readonly id?: unknown }; // looked at as far as it is one
      return typeof id === 'string' ? textsOf(item, `${path}.${id}`) : [];
    });
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    isOurs(key) ? [] : textsOf(each, path === '' ? key : `${path}.${key}`),
  );
}
