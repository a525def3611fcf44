import { createHash } from 'node:crypto';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Relations } from '../directory/relations.ts';

/** ACL20: the person of a token in the directory, until and on the day it expires. Only its hash is kept there. */
export function personOfPilotToken(
  token: string,
  { directory, staffRef }: Relations,
  today: CalendarDate,
): string | undefined {
  const sha256 = createHash('sha256').update(token).digest('hex');
  const known = directory.tokens.find((one) => one.tokenSha256 === sha256);
  return known === undefined || known.expiresOn < today ? undefined : staffRef(known.staffId);
}
