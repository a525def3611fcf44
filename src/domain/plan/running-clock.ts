import { countOf } from '#domain/count-words.ts';

/** PLAN12: from three quarters of the session on, so that briefs are not left until there is no time. */
export function briefsAtRisk(session: {
  readonly minutesGone: number;
  readonly minutes: number;
  readonly briefsLeft: number;
}): string | undefined {
  const { minutesGone, minutes, briefsLeft } = session;
  if (briefsLeft === 0 || minutesGone * 4 < minutes * 3) return undefined;
  const left = countOf(briefsLeft, 'brief check-in');
  return `${left} to go, and ${countOf(Math.max(0, minutes - minutesGone), 'minute')} left.`;
}
