import * as z from 'zod/mini';
import type { Interval } from '#domain/dates/calendar-date.ts';

/** The small parts that every section of a profile is made of. */
export const text = z.string();
export const flag = z.boolean();
export const count = z.int().check(z.nonnegative());
export const opt = z.optional;
export const texts = opt(z.array(text));

export const Strength = z.enum(['must', 'should', 'aim', 'may', 'inferred']);
export type Strength = z.infer<typeof Strength>;

export const intervalMessage = 'An interval is written like P7D, P14D, P1M or P12M';

export const interval = z.custom<Interval>(
  (value) => typeof value === 'string' && /^P[1-9]\d*[DWMY]$/.test(value),
  intervalMessage,
);
export const hoursOrInterval = z.union([interval, z.templateLiteral(['PT', z.int(), 'H'])]);

export const basis = z.enum(['rolling', 'calendarMonth']);
export const cited = { src: opt(text), strength: opt(Strength), note: opt(text) };
