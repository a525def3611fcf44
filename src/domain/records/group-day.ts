import * as z from 'zod/mini';
import { flag, typed } from './typed.ts';

/**
 * The day of a group, told by whoever holds the group to whoever does not: the day alone, by the id of the
 * discussion of the family, or of the group where it is a worker’s. Never written on the holder’s device.
 */
export const GroupDay = z.looseObject({ id: z.string(), on: typed, familySafeguarding: flag });
export type GroupDay = z.infer<typeof GroupDay>;
