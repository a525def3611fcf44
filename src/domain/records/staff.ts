import * as z from 'zod/mini';
import { StaffRef } from '#domain/ids.ts';
import { typed } from './typed.ts';

export const Staff = z.looseObject({
  ref: StaffRef,
  name: typed,
  role: typed,
});
export type Staff = z.infer<typeof Staff>;
