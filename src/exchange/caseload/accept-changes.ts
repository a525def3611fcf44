import {
  closedChild,
  correctedChild,
  type ListChange,
  reopenedChild,
} from '#domain/caseload/list-changes.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { type ChildRef, localRef, type StaffRef } from '#domain/ids.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Allocation, Child } from '#domain/records/child.ts';
import { Staff } from '#domain/records/staff.ts';
import type { Change, FileWorker } from './changes.ts';
import type { ImportedAllocation, ImportedCaseload, ImportedStaff } from './imported-caseload.ts';
import { childFinder } from './listed-child.ts';
import { toAllocations, toListedChild } from './to-list.ts';

export interface AcceptQuestion {
  readonly children: readonly Child[];
  readonly allocations: readonly Allocation[];
  readonly imported: ImportedCaseload;
  /** Only those a person accepted. */
  readonly changes: readonly Change[];
  /** A new child of the file who is somebody already on the list: the file's reference to ours. */
  readonly sameAs: ReadonlyMap<string, ChildRef>;
  readonly profile: PolicyProfile;
  readonly change: ListChange;
  readonly newId: () => string;
}

/** What the list becomes: whole bodies, new and changed. Nothing is deleted and nobody is closed unasked. */
export interface Accepted {
  readonly children: readonly Child[];
  readonly newStaff: readonly Staff[];
  readonly started: readonly Allocation[];
  /** Allocations that end, with their last day. */
  readonly ended: readonly { readonly was: Allocation; readonly to: CalendarDate }[];
}

/** Works out the list after the accepted changes. Pure: the caller writes it in one transaction. */
export function acceptChanges(question: AcceptQuestion): Accepted {
  const list = new ListInHand(question);
  for (const change of question.changes) list.take(change);
  list.stampEveryoneInTheFile();
  return list.accepted();
}

class ListInHand {
  readonly #changed = new Map<ChildRef, Child>();
  readonly #newStaff = new Map<string, Staff>();
  readonly #started: Allocation[] = [];
  readonly #ended: { was: Allocation; to: CalendarDate }[] = [];
  readonly #listed: ReadonlyMap<string, Child>;
  readonly #fileStaff: ReadonlyMap<string, ImportedStaff>;

  constructor(private readonly question: AcceptQuestion) {
    const { children, imported } = question;
    // Of two with one reference the first, as everywhere else.
    this.#listed = new Map(children.toReversed().map((child) => [child.ref, child]));
    this.#fileStaff = new Map(imported.staff.toReversed().map((each) => [each.ref, each]));
  }

  accepted(): Accepted {
    return {
      children: [...this.#changed.values()],
      newStaff: [...this.#newStaff.values()],
      started: this.#started,
      ended: this.#ended,
    };
  }

  /** Everyone whom the file has is as at its day, changed or not. */
  stampEveryoneInTheFile(): void {
    const find = childFinder(this.question.children);
    const { imported } = this.question;
    for (const { ref } of imported.children) {
      const child = find(ref);
      if (child) this.#edit(child.ref, (held) => ({ ...held, asAt: imported.asAt }));
    }
  }

  take(change: Change): void {
    switch (change.kind) {
      case 'new':
        this.#bringIn(change);
        break;
      case 'field':
        this.#edit(change.childRef, (child) => this.#withField(child, change.field, change.to));
        break;
      case 'status':
        this.#edit(change.childRef, (child) => ({
          ...correctedChild(child, { status: change.to.code }, this.question.change),
          statusWords: change.to.words,
        }));
        break;
      case 'facts':
        this.#edit(change.childRef, (child) => {
          const facts = { ...child.facts };
          for (const { fact, to } of change.changes) {
            if (fact === 'permanencePlanRecorded') facts.permanencePlanRecorded = to !== '';
            else facts[fact] = to;
          }
          return { ...child, facts };
        });
        break;
      case 'worker':
      case 'twoWorkers':
        this.#moveTo(change.childRef, change.to);
        break;
      case 'closed':
        this.#edit(
          change.childRef,
          (child) => closedChild(child, { ...this.question.change, on: change.on as CalendarDate }), // read from the file as a date
        );
        break;
      case 'reappeared':
        this.#edit(change.childRef, (child) => this.#back(child));
        break;
      case 'missing': {
        const { asAt } = this.question.imported;
        this.#edit(change.childRef, (child) => ({ ...child, notInFileOf: asAt }));
        break;
      }
      case 'twoReferences':
        this.#edit(change.childRef, (child) => ({
          ...child,
          aliases: [...new Set([...child.aliases, ...change.refs])],
        }));
        break;
    }
  }

  #bringIn({ child, workers }: Extract<Change, { kind: 'new' }>): void {
    const { sameAs, profile, change, newId, imported } = this.question;
    const same = sameAs.get(child.ref);
    const isTaken = this.#listed.has(child.ref);
    const ref = same ?? ((isTaken ? localRef(newId()) : child.ref) as ChildRef); // the council's reference or one of ours
    const fresh = toListedChild(child, ref, profile, change);
    const entry = { ...fresh, asAt: imported.asAt } as Child; // every field of a Child is set by `addedChild`
    const held = same && this.#listed.get(same);
    if (!held) {
      this.#changed.set(ref, entry);
      const staffRefOf = (fileRef: string) =>
        this.#staffRef(
          workers.find(({ allocation }) => allocation.staffRef === fileRef),
          fileRef,
        );
      this.#started.push(...toAllocations(child, ref, staffRefOf, change.on));
      return;
    }
    const corrected = correctedChild(held, { reference: child.ref }, change);
    const { status, statusWords, legalStatus, facts, familyRef, asAt } = entry;
    const known = { statusWords, legalStatus, facts, asAt };
    this.#changed.set(ref, {
      ...corrected,
      ...known,
      status: status || held.status,
      familyRef: familyRef || held.familyRef,
    });
    this.#moveTo(ref, workers);
  }

  #withField(child: Child, field: Extract<Change, { kind: 'field' }>['field'], to: string): Child {
    if (field === 'restricted') return { ...child, restricted: to !== '' };
    if (field === 'legalStatus') return { ...child, legalStatus: to };
    if (field === 'diedOn') return { ...child, diedOn: to };
    return correctedChild(child, { [field]: to }, this.question.change);
  }

  #back(child: Child): Child {
    const open = child.closedOn === '' ? child : reopenedChild(child, this.question.change);
    return { ...open, removed: false, notInFileOf: '' };
  }

  #moveTo(childRef: ChildRef, workers: readonly FileWorker[]): void {
    const { allocations, change } = this.question;
    const now = allocations.filter((each) => each.childRef === childRef && each.to === '');
    const to = workers.map((worker) => ({
      staffRef: this.#staffRef(worker, worker.allocation.staffRef),
      allocation: worker.allocation,
    }));
    for (const was of now) {
      if (!to.some(({ staffRef }) => staffRef === was.staffRef)) {
        this.#ended.push({ was, to: change.on });
      }
    }
    for (const { staffRef, allocation } of to) {
      if (now.some((each) => each.staffRef === staffRef)) continue;
      this.#started.push(this.#start(childRef, staffRef, allocation));
    }
  }

  #start(childRef: ChildRef, staffRef: StaffRef, { from, allocatedAt }: ImportedAllocation) {
    return { childRef, staffRef, from: from || this.question.change.on, to: '', allocatedAt };
  }

  #staffRef(worker: FileWorker | undefined, fileRef: string): StaffRef {
    if (worker?.staffRef) return worker.staffRef;
    const before = this.#newStaff.get(fileRef);
    if (before) return before.ref;
    const known = this.#fileStaff.get(fileRef);
    const made = Staff.parse({
      ref: fileRef,
      name: known?.name ?? fileRef,
      role: known?.role ?? '',
      teamRef: known?.teamRef ?? '',
      knownFrom: this.question.change.on,
    });
    this.#newStaff.set(fileRef, made);
    return made.ref;
  }

  #edit(ref: ChildRef, edit: (child: Child) => Child): void {
    const held = this.#changed.get(ref) ?? this.#listed.get(ref);
    if (!held) return;
    const next = edit(held);
    if (next !== held) this.#changed.set(ref, next);
  }
}
