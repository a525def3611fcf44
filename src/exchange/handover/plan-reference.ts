import { isInForce } from '#domain/caseload/caseload.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { Allocation } from '#domain/records/child.ts';
import { PriorDiscussion } from '#domain/records/prior-discussion.ts';
import { Staff } from '#domain/records/staff.ts';
import { type ExchangedBefore, referenceKey } from '#storage/handover/exchanged.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { WorkingSet } from '#storage/working-set.ts';
import { withDaysAs } from './group-days.ts';
import type { Handover, ReferenceCollection, ReferenceRow } from './handover-body.ts';
import { baseFor } from './merge-base.ts';
import { mergeHanded } from './merge-handed.ts';
import { type Fields, fieldsOf, pick, without } from './parts.ts';
import type { People } from './people.ts';
import { type Planned, planned, type ReferencePlace } from './planned.ts';
import { relatedTo } from './relations.ts';
import { inOurReferences, type References } from './translate.ts';

export interface ReferenceQuestion {
  readonly handover: Handover;
  readonly set: WorkingSet;
  readonly people: People;
  readonly references: References;
  readonly children: ReadonlySet<string>;
  readonly before: ExchangedBefore;
  readonly today: CalendarDate;
}

/** Who the two of us are, my allocations, and when each child was last discussed before Footprint. */
export function planReference(question: ReferenceQuestion): readonly Planned[] {
  const of = (collection: ReferenceCollection) =>
    question.handover.reference.filter((row) => row.collection === collection);
  return [
    ...planStaff(of('staff'), question),
    ...of('allocations').flatMap((row) => planAllocation(row, question)),
    ...of('priorDiscussions').flatMap((row) => planPrior(row, question)),
  ];
}

function planStaff(rows: readonly ReferenceRow[], question: ReferenceQuestion): readonly Planned[] {
  const { set, people, handover } = question;
  const held = [...set.all('staff').values()];
  const entry = (ref: string, name: string, known: readonly string[]) => {
    const row = rows.find((each) => known.includes(each.ref));
    const ours = held.find(({ body }) => body.ref === ref);
    const place = { kind: 'staff', ref } as const;
    if (row) return joined(row, { held: ours, place, as: ref, identity: ['ref'] }, question);
    return ours
      ? []
      : [planned({ collection: 'staff', held: ours, place, body: Staff.parse({ ref, name }) })];
  };
  const { from, to } = handover;
  return [
    ...entry(people.me, to.name, [to.ref]),
    ...entry(people.from, from.name, [from.ref, ...from.refs]),
    ...handover.about.flatMap(({ ref, name }) => entry(people.staff.get(ref) ?? ref, name, [ref])),
    ...namedIn(rows, question),
  ].map((row) => withRelations(row, question));
}

/** Those who are spoken of and are on nobody's list here: earlier supervisors, by name alone. */
function namedIn(rows: readonly ReferenceRow[], question: ReferenceQuestion): readonly Planned[] {
  const { set, people, handover } = question;
  const held = new Set<string>([...set.all('staff').values()].map(({ body }) => body.ref));
  const known = new Set([handover.to.ref, handover.from.ref, ...handover.from.refs]);
  return rows
    .filter(({ ref }) => !known.has(ref) && !held.has(ref) && !people.staff.has(ref))
    .map(({ ref, text }) => {
      const body = Staff.parse({
        ...pick(fieldsOf(text), ['ref', 'name', 'role']),
        colleague: true,
      });
      return planned({ collection: 'staff', held: undefined, place: { kind: 'staff', ref }, body });
    });
}

/** HAND18, HAND22: who supervises whom from now on; whoever hands over or is covered stays a colleague. */
function withRelations(row: Planned, question: ReferenceQuestion): Planned {
  const { people, handover, today } = question;
  if (handover.about.length === 0) return row;
  const staff = row.body as Staff; // a row of staff: made above
  if (staff.ref === people.from && !row.held)
    return { ...row, body: { ...staff, colleague: true } };
  const about = handover.about.find(({ ref }) => (people.staff.get(ref) ?? ref) === staff.ref);
  if (!about) return row;
  const { met: _, ...rest } = row;
  const { collection, held, place } = rest;
  const body = relatedTo(staff, about, { handover, people, today, isNew: held === undefined });
  return { ...row, ...planned({ collection, held, place, body, clashes: row.clashes }) };
}

function planAllocation(row: ReferenceRow, question: ReferenceQuestion): readonly Planned[] {
  const { set, people, references, children, before, today } = question;
  const theirs = Allocation.parse(inOurReferences(fieldsOf(row.text), references));
  const { childRef, staffRef, from } = theirs;
  const all = [...set.all('allocations').values()];
  const known = before.get(referenceKey('allocations', row.ref));
  const isHers = people.about.size > 0 ? people.about.has(staffRef) : staffRef === people.me;
  // One of a child that is not in the file any more has ended since it was handed over.
  if (!isHers || (!children.has(childRef) && !known)) return [];
  const isSame = ({ body }: OpenRecord<'allocations'>) =>
    body.childRef === childRef &&
    body.staffRef === staffRef &&
    (body.from === from || (isInForce(body, today) && isInForce(theirs, today)));
  const held = all.find(({ id }) => id === known?.body.as) ?? all.find(isSame);
  const place = { kind: 'allocation', ref: `${row.ref} ${question.handover.fileId}` } as const;
  // Only its end can change.
  const identity = Object.keys(theirs).filter((field) => field !== 'to');
  return joined(row, { held, place, as: held?.id ?? '', identity }, question);
}

/** One answer of a person, and not fields of two: the later one counts. */
function planPrior(row: ReferenceRow, question: ReferenceQuestion): readonly Planned[] {
  const { set, references, children } = question;
  const theirs = PriorDiscussion.parse(inOurReferences(fieldsOf(row.text), references));
  const { childRef, at } = theirs;
  if (!children.has(childRef)) return [];
  const held = [...set.all('priorDiscussions').values()].find(
    ({ body }) => body.childRef === childRef,
  );
  const place = held?.id ?? ({ kind: 'prior', ref: childRef } as const);
  const body = held && held.body.at >= at ? held.body : theirs;
  return [planned({ collection: 'priorDiscussions', held, place, body })];
}

interface Joining {
  readonly held: OpenRecord<ReferenceCollection> | undefined;
  readonly place: ReferencePlace;
  readonly as: string;
  /** What it is known by, and is not merged. */
  readonly identity: readonly string[];
}

const schemas = { staff: Staff, allocations: Allocation };

/** Only the fields that came are merged: what they do not say stays as it is here. */
function joined(
  row: ReferenceRow,
  { held, place, as, identity }: Joining,
  { handover, references, before }: ReferenceQuestion,
): readonly Planned[] {
  const { collection, text, basedOn } = row;
  if (collection !== 'staff' && collection !== 'allocations') return [];
  const raw = inOurReferences(fieldsOf(text), references);
  const body = schemas[collection].parse(raw);
  const keys = Object.keys(without(raw, identity));
  const theirs = pick(body, keys);
  const key = referenceKey(collection, row.ref);
  const unknown = pick(nothingKnown(collection, raw), keys);
  const base = baseFor(before.get(key)?.body, { basedOn, device: handover.device }, unknown);
  const met = { key, text, basedOn, theirs, base, as };
  if (!held) {
    const fresh = collection === 'staff' ? { ...body, ref: place.ref } : body;
    return [planned({ collection, held: undefined, place, body: fresh, met })];
  }
  const since = earliestKnown(held.body, theirs);
  const ours = withDaysAs(pick(since.ours, [...keys, 'clashes']), theirs.groupDays);
  const { record, clashes } = mergeHanded(base, ours, since.theirs);
  const merged = { ...held.body, ...record };
  return [planned({ collection, held, place: held.id, body: merged, clashes, met })];
}

/** Of what both had before the first file an empty field says nothing. */
function nothingKnown(
  collection: keyof typeof schemas,
  { childRef, staffRef, ref }: Fields,
): object {
  return collection === 'staff' ? Staff.parse({ ref }) : Allocation.parse({ childRef, staffRef });
}

/** Supervision is known of from the day that either device knew of it: no question to ask anybody. */
function earliestKnown(ours: Fields, theirs: Fields) {
  const days = [ours.knownFrom, theirs.knownFrom].filter(
    (day) => typeof day === 'string' && day !== '',
  );
  if (days.length < 2) return { ours, theirs };
  const [knownFrom] = days.toSorted();
  return { ours: { ...ours, knownFrom }, theirs: { ...theirs, knownFrom } };
}
