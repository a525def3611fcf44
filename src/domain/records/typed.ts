import * as z from 'zod/mini';

/** Text exactly as a person typed it: never trimmed, normalised or cut. Missing in an older row: ''. */
export const typed = z._default(z.string(), '');

export const flag = z._default(z.boolean(), false);

/** A list inside a stored record; missing in an older row: empty. */
export const listOf = <T extends z.ZodMiniType>(item: T) => z._default(z.array(item), []);
