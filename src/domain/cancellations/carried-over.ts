import type { Session } from '#domain/records/session.ts';

/**
 * CANCEL9: what the session on the new day takes over from the one that was cancelled. That both agreed
 * the agenda is not among it: it was agreed for another day. The cancelled one keeps all of it as it was.
 */
export const carriedOver = ({
  minutes,
  coversPersonal,
  agenda,
  supervisorWants,
}: Session): Pick<Session, 'minutes' | 'coversPersonal' | 'agenda' | 'supervisorWants'> => ({
  minutes,
  coversPersonal,
  agenda: structuredClone(agenda),
  supervisorWants,
});

/** Nothing was typed or chosen in it yet: it can take over what another one had. */
export const isUntouched = ({ minutes, agenda, supervisorWants }: Session): boolean =>
  minutes === '' && agenda.length === 0 && supervisorWants === '';
