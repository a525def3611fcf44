import { isOpenOn } from '#domain/caseload/caseload.ts';
import { type CalendarDate, formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { isLocalRef, type StaffRef } from '#domain/ids.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Allocation } from '#domain/records/child.ts';
import type { Staff } from '#domain/records/staff.ts';
import { statusForProfile } from '#domain/status/status-for-profile.ts';
import { type Change, type ChangeKind, changeKinds, type FileWorker } from './changes.ts';
import { factChanges, fieldChanges } from './child-changes.ts';
import type { ImportedCaseload, ImportedChild } from './imported-caseload.ts';
import { childFinder, type ListedChild } from './listed-child.ts';
import { nameKey, staffFinder } from './match-staff.ts';

export interface DifferenceQuestion {
  readonly children: readonly ListedChild[];
  readonly allocations: readonly Allocation[];
  readonly staff: readonly Staff[];
  /** Already restricted to the chosen workers. */
  readonly imported: ImportedCaseload;
  /** The chosen workers, as the file names them: only their children are missed. */
  readonly chosen: readonly string[];
  readonly profile: PolicyProfile;
  readonly today: CalendarDate;
}

export interface Difference {
  readonly changes: readonly Change[];
  readonly counts: Readonly<Record<ChangeKind, number>>;
}

/** What accepting a file would change, row by row. Nothing is merged and nobody is closed by it. */
export function differenceOf(asked: DifferenceQuestion): Difference {
  const question = prepared(asked);
  const find = childFinder(question.children);
  const groups = new Map<ListedChild, ImportedChild[]>();
  const added: ImportedChild[] = [];
  for (const child of question.imported.children) {
    const listed = find(child.ref);
    if (!listed) added.push(child);
    else groups.set(listed, [...(groups.get(listed) ?? []), child]);
  }
  const changes = [
    ...added.filter(({ closedOn }) => closedOn === '').map((child) => newChange(child, question)),
    ...[...groups].flatMap(([listed, found]) => childChanges(listed, found, question)),
    ...missing(new Set(groups.keys()), question),
  ];
  const counts = Object.fromEntries(
    changeKinds.map((kind) => [kind, changes.filter((change) => change.kind === kind).length]),
  ) as Record<ChangeKind, number>; // every kind is in the list
  return { changes, counts };
}

/** The question with what is looked up for every child of a file, worked out once. */
interface Prepared extends DifferenceQuestion {
  /** Who on the list a worker of the file is. */
  readonly findStaff: (fileRef: string) => StaffRef | undefined;
  readonly fileNames: ReadonlyMap<string, string>;
  readonly allocationsOf: ReadonlyMap<string, readonly Allocation[]>;
}

function prepared(question: DifferenceQuestion): Prepared {
  const { staff, imported, allocations } = question;
  const allocationsOf = new Map<string, Allocation[]>();
  for (const each of allocations) {
    const held = allocationsOf.get(each.childRef);
    if (held) held.push(each);
    else allocationsOf.set(each.childRef, [each]);
  }
  return {
    ...question,
    findStaff: staffFinder(staff, imported.staff),
    fileNames: new Map(imported.staff.map(({ ref, name }) => [ref, name])),
    allocationsOf,
  };
}

function workersOf(child: ImportedChild, { findStaff, fileNames }: Prepared) {
  const workers = child.allocations.map((allocation): FileWorker => {
    const { staffRef } = allocation;
    const name = fileNames.get(staffRef) ?? staffRef;
    return { staffRef: findStaff(staffRef), name, allocation };
  });
  if (workers.length < 2) return workers;
  // Two spellings of one person are one worker.
  return [
    ...new Map(workers.map((each) => [each.staffRef ?? each.allocation.staffRef, each])).values(),
  ];
}

function newChange(child: ImportedChild, question: Prepared): Change {
  const sameBirth = (listed: ListedChild) =>
    (child.dateOfBirth !== '' && listed.dateOfBirth === child.dateOfBirth) ||
    (child.expectedOn !== '' && listed.expectedOn === child.expectedOn);
  // Only somebody added by hand and still without a reference: anyone else is known by theirs.
  const maybe = question.children.filter(
    (listed) =>
      !listed.removed &&
      (listed.reference === '' || isLocalRef(listed.reference)) &&
      nameKey(listed.name) === nameKey(child.name) &&
      sameBirth(listed),
  );
  return {
    id: `new:${child.ref}`,
    kind: 'new',
    name: child.name,
    child,
    status: statusForProfile(child.statuses, question.profile),
    workers: workersOf(child, question),
    maybe: maybe.map(({ ref }) => ref),
  };
}

function childChanges(
  listed: ListedChild,
  found: readonly ImportedChild[],
  question: Prepared,
): readonly Change[] {
  const child = found.find(({ ref }) => ref === listed.reference) ?? found[0];
  if (!child) return [];
  const { ref: childRef, name } = listed;
  const of = <K extends ChangeKind>(kind: K, detail = '') => ({
    id: [kind, childRef, detail].filter((part) => part !== '').join(':'),
    kind,
    childRef,
    name,
  });
  const isOpen = isOpenOn(listed, question.today);
  const changes: Change[] = [];
  if (found.length > 1) changes.push({ ...of('twoReferences'), refs: found.map(({ ref }) => ref) });
  if (child.closedOn !== '')
    return isOpen ? [...changes, { ...of('closed'), on: child.closedOn }] : changes;
  if (!isOpen) changes.push({ ...of('reappeared'), was: listed.removed ? 'removed' : 'closed' });
  else if (listed.notInFileOf) changes.push({ ...of('reappeared'), was: 'missing' });

  for (const { field, from, to } of fieldChanges(listed, child))
    changes.push({ ...of('field', field), field, from, to });
  const status = statusForProfile(child.statuses, question.profile);
  if (status && status.code !== listed.status)
    changes.push({ ...of('status'), from: listed.status, to: status });
  const worker = workerChange(listed, child, question);
  if (worker) changes.push({ ...of(worker.kind), from: worker.from, to: worker.to });
  const facts = factChanges(listed.facts ?? {}, child);
  if (facts.length > 0) changes.push({ ...of('facts'), changes: facts });
  return changes;
}

function workerChange(listed: ListedChild, child: ImportedChild, question: Prepared) {
  const from = currentWorkers(listed, question);
  const to = workersOf(child, question);
  const isSame =
    to.length === from.length && to.every((each) => from.some((ref) => ref === each.staffRef));
  if (isSame) return undefined;
  // A worker that could not be read takes nobody off a list.
  if (to.length === 0 && child.checks.some(({ field }) => field === 'worker')) return undefined;
  return { kind: to.length > 1 ? ('twoWorkers' as const) : ('worker' as const), from, to };
}

function currentWorkers(
  { ref }: ListedChild,
  { allocationsOf, today }: Prepared,
): readonly StaffRef[] {
  // One that begins tomorrow is known already.
  const mine = (allocationsOf.get(ref) ?? []).filter(({ to }) => to === '' || to > today);
  return [...new Set(mine.map(({ staffRef }) => staffRef))];
}

/** Open children of the chosen workers, and of nobody, whom the file does not have. */
function missing(found: ReadonlySet<ListedChild>, question: Prepared): readonly Change[] {
  const { children, imported, chosen, today, findStaff } = question;
  const workers = new Set(chosen.map((ref) => findStaff(ref)));
  const day = parseCalendarDate(imported.asAt);
  const words = `Not in the file of ${day ? formatDate(day) : imported.asAt}`;
  return children
    .filter((child) => {
      if (found.has(child) || !isOpenOn(child, today)) return false;
      // Added by hand, and the council's system does not know them by any reference yet.
      if (child.reference === '' && isLocalRef(child.ref)) return false;
      if (child.notInFileOf === imported.asAt) return false;
      const current = currentWorkers(child, question);
      return current.length === 0 || current.some((ref) => workers.has(ref));
    })
    .map(({ ref, name }) => ({
      id: `missing:${ref}`,
      kind: 'missing' as const,
      childRef: ref,
      name,
      words,
    }));
}
