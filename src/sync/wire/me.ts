import * as z from 'zod/mini';
import { envelope, Instant } from './common.ts';

/** Dates are ISO days; `to` is the last day, or null while it goes on. */
const period = { from: z.string(), to: z.nullable(z.string()) };
const over = { from: z.string(), to: z.string() };

/** Other references that records have for the same, as one that a device made before the council's was known. */
const aliases = z.optional(z.array(z.string()));

const Person = z.looseObject({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  teamId: z.string(),
  aliases,
});

/** Who is signed in, and whom the council's directory says they work with today. */
export const MeAnswer = z.looseObject({
  ...envelope,
  serverTime: Instant,
  person: Person,
  /** The people in the relations below. */
  staff: z.array(Person),
  supervises: z.array(
    z.looseObject({ supervisorId: z.string(), superviseeId: z.string(), ...period }),
  ),
  children: z.array(
    z.looseObject({ ref: z.string(), name: z.string(), dateOfBirth: z.string(), aliases }),
  ),
  allocations: z.array(z.looseObject({ childRef: z.string(), staffId: z.string(), ...period })),
  /**
   * What ended lately, by reference alone: for saying from which day somebody is no longer theirs. An
   * endpoint need not tell it.
   */
  ended: z.optional(
    z.looseObject({
      supervises: z.array(z.looseObject({ superviseeId: z.string(), ...over })),
      allocations: z.array(z.looseObject({ childRef: z.string(), ...over })),
    }),
  ),
});
export type MeAnswer = z.infer<typeof MeAnswer>;

export const HealthAnswer = z.looseObject({ ...envelope, ok: z.literal(true) });
export type HealthAnswer = z.infer<typeof HealthAnswer>;
