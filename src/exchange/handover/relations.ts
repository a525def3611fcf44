import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Staff, SupervisionRelation } from '#domain/records/staff.ts';
import { isRelationOn } from '#domain/supervision/supervision-relations.ts';
import type { About, Handover } from './handover-body.ts';
import type { People } from './people.ts';

interface Taking {
  readonly handover: Handover;
  readonly people: People;
  readonly today: CalendarDate;
  /** Not on this device until now. */
  readonly isNew: boolean;
}

/** A supervisee's entry once the file is taken in. Taken in again it stays as it is. */
export function relatedTo(staff: Staff, about: About, taking: Taking): Staff {
  const { handover, people, isNew } = taking;
  const { colleague, supervisedBy, ...rest } = staff;
  // Mine already, in everything: neither a file nor a cover takes anything of that away.
  if (!isNew && !colleague && supervisedBy === undefined) return staff;
  const held = supervisedBy ?? [];
  const ofOthers = about.others
    .map((each) => ({
      ...each,
      supervisorRef: people.staff.get(each.supervisorRef) ?? each.supervisorRef,
    }))
    .filter(
      ({ id, supervisorRef }) =>
        supervisorRef !== people.me && !held.some((each) => each.id === id),
    );
  const own =
    handover.kind === 'cover' ? coveredBy(held, about, taking) : takenOver(held, about, taking);
  return { ...rest, supervisedBy: [...own, ...ofOthers] };
}

const relation = (fields: Partial<SupervisionRelation> & { readonly id: string }) => ({
  ...{ supervisorRef: '', kind: 'both' as const, from: '', to: '', coverFor: '', seesNotes: false },
  ...{ fileId: '', acceptedAt: '' },
  ...fields,
});

function takenOver(
  held: readonly SupervisionRelation[],
  { kind }: About,
  { handover: { fileId }, people: { me, from }, today }: Taking,
): readonly SupervisionRelation[] {
  const isMine = (each: SupervisionRelation) =>
    each.supervisorRef === me && each.coverFor === '' && isRelationOn(each, today);
  if (held.some(isMine)) return held;
  const before = relation({
    id: `${fileId} before`,
    supervisorRef: from,
    kind,
    to: addDays(today, -1),
  });
  return [
    ...held.filter((each) => each.supervisorRef !== from),
    before,
    relation({ id: fileId, supervisorRef: me, kind, from: today }),
  ];
}

/** A later file of the same cover says how long it is now. */
function coveredBy(
  held: readonly SupervisionRelation[],
  { kind }: About,
  { handover, people: { me, from } }: Taking,
): readonly SupervisionRelation[] {
  const { fileId, coverFrom, coverTo, seesNotes } = handover;
  const cover = relation({
    ...{ id: `cover ${from}`, supervisorRef: me, kind, from: coverFrom, to: coverTo },
    ...{ coverFor: from as string, seesNotes, fileId },
  });
  const isReplaced = (each: SupervisionRelation) =>
    each.id === cover.id || each.id === `of ${from}`;
  const own = relation({ id: `of ${from}`, supervisorRef: from, kind });
  return [...held.filter((each) => !isReplaced(each)), own, cover];
}
