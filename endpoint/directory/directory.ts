import * as z from 'zod/mini';
import { addDays, type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';

const Day = z.string().check(z.refine((text) => parseCalendarDate(text) !== undefined, 'a day'));
const id = z.string().check(z.minLength(1));
const period = { from: Day, to: z.nullable(Day) };
/** Other references that records may have for the same: what was first known stays in them. */
const aliases = z._default(z.array(id), []);

/** Who works with whom, as the council says (design section 8). Replaced as a whole; nothing is pushed to it. */
export const Directory = z.looseObject({
  staff: z.array(
    z.looseObject({
      id,
      name: z.string(),
      role: z.string(),
      teamId: z.string(),
      aliases,
      /** `sub` or `oid` of the council's sign-in. */
      subjects: z._default(z.array(id), []),
    }),
  ),
  children: z.array(z.looseObject({ ref: id, name: z.string(), dateOfBirth: z.string(), aliases })),
  supervises: z.array(z.looseObject({ supervisorId: id, superviseeId: id, ...period })),
  allocations: z.array(z.looseObject({ childRef: id, staffId: id, ...period })),
  tokens: z.array(
    z.looseObject({
      tokenSha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      staffId: id,
      expiresOn: Day,
    }),
  ),
});
export type Directory = z.infer<typeof Directory>;
export type Person = Directory['staff'][number];

/** A pilot's token: a longer one would outlive the pilot (reference/security.md section 5). */
export const LONGEST_TOKEN_DAYS = 90;

/** What is wrong with it, in a sentence; undefined where it can be used. Names no person and no child. */
export function wrongInDirectory(directory: Directory, today: CalendarDate): string | undefined {
  const ids = directory.staff.flatMap((person) => [person.id, ...person.aliases]);
  if (new Set(ids).size < ids.length) return 'two members of staff have the same reference';
  const refs = directory.children.flatMap((child) => [child.ref, ...child.aliases]);
  if (new Set(refs).size < refs.length) return 'two children have the same reference';
  const subjects = directory.staff.flatMap((person) => person.subjects);
  if (new Set(subjects).size < subjects.length) return 'two members of staff have the same subject';
  const last = addDays(today, LONGEST_TOKEN_DAYS);
  if (directory.tokens.some(({ expiresOn }) => expiresOn > last))
    return `a token is valid for more than ${LONGEST_TOKEN_DAYS} days`;
  if (directory.tokens.some(({ staffId }) => !ids.includes(staffId)))
    return 'a token belongs to nobody in "staff"';
  return undefined;
}
