import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Relations } from '../directory/relations.ts';
import type { makeJwtSignIn } from './jwt.ts';
import { personOfPilotToken } from './pilot-token.ts';
import { Refused } from './refusal.ts';

interface Presented {
  readonly authorization: string | undefined;
  readonly relations: Relations;
  readonly today: CalendarDate;
  readonly now: string;
}

/** ACL20, ACL21: who asks, from the header alone. No cookies: another site cannot ask in somebody's name. */
export async function signedIn(
  { authorization, relations, today, now }: Presented,
  jwtSignIn: ReturnType<typeof makeJwtSignIn> | undefined,
): Promise<string> {
  const token = /^Bearer ([^\s]+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw new Refused('signed_out');
  const person =
    jwtSignIn !== undefined && token.split('.').length === 3
      ? await jwtSignIn(token, relations, new Date(now))
      : personOfPilotToken(token, relations, today);
  const isStaff = relations.directory.staff.some(({ id }) => id === person);
  if (person === undefined || !isStaff) throw new Refused('signed_out');
  return person;
}
