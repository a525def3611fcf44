import * as z from 'zod/mini';

/** A random UUIDv4, made by the app and fixed for ever. */
export const RecordId = z.string().check(z.minLength(1)).brand<'RecordId'>();
export type RecordId = z.infer<typeof RecordId>;

/** A child's reference as first known here: the council's own, or `local:` and a random id. */
export const ChildRef = z.string().check(z.minLength(1)).brand<'ChildRef'>();
export type ChildRef = z.infer<typeof ChildRef>;

/** A member of staff's reference as first known here. */
export const StaffRef = z.string().check(z.minLength(1)).brand<'StaffRef'>();
export type StaffRef = z.infer<typeof StaffRef>;

/** References that Footprint made itself start with this, so that an import can tell them apart. */
const LOCAL = 'local:';
export const isLocalRef = (ref: string): boolean => ref.startsWith(LOCAL);
export const localRef = (randomId: string): string => `${LOCAL}${randomId}`;
