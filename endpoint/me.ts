import type { MeAnswer } from '#sync/wire/me.ts';
import { endedOf } from './access/ended.ts';
import { reachOf } from './access/scope.ts';
import { isToday } from './access/standing.ts';
import type { Asker } from './asker.ts';
import type { Person } from './directory/directory.ts';

type Me = Pick<MeAnswer, 'person' | 'staff' | 'supervises' | 'children' | 'allocations' | 'ended'>;

/** Whom this person works with today, and nothing about anybody else. */
export function meOf({ person, relations, today }: Asker): Me | undefined {
  const { directory, staffRef, childRef } = relations;
  const me = directory.staff.find(({ id }) => id === person);
  if (me === undefined) return undefined;
  const reach = reachOf(person, relations, today);
  const supervises = directory.supervises
    .filter((one) => [one.supervisorId, one.superviseeId].map(staffRef).includes(person))
    .filter((one) => staffRef(one.supervisorId) !== staffRef(one.superviseeId)) // ACL10
    .filter((one) => isToday([one], today));
  const allocations = directory.allocations
    .filter((one) => [person, ...reach.supervisees].includes(staffRef(one.staffId)))
    .filter((one) => isToday([one], today));
  const known = new Set(
    [
      person,
      ...supervises.flatMap(({ supervisorId, superviseeId }) => [supervisorId, superviseeId]),
      ...allocations.map(({ staffId }) => staffId),
    ].map(staffRef),
  );
  return {
    person: told(me),
    staff: directory.staff.filter(({ id }) => known.has(id)).map(told),
    supervises: supervises.map(({ supervisorId, superviseeId, from, to }) => ({
      supervisorId: staffRef(supervisorId),
      superviseeId: staffRef(superviseeId),
      from,
      to,
    })),
    children: directory.children
      .filter(({ ref }) => reach.children.includes(ref))
      .map(({ ref, name, dateOfBirth, aliases }) => ({ ref, name, dateOfBirth, aliases })),
    allocations: allocations.map((one) => ({
      childRef: childRef(one.childRef),
      staffId: staffRef(one.staffId),
      from: one.from,
      to: one.to,
    })),
    ended: endedOf(person, relations, today, reach),
  };
}

const told = ({ id, name, role, teamId, aliases }: Person) => ({ id, name, role, teamId, aliases });
