import type { CollectionName } from '#domain/collections.ts';
import type { Stored } from '#domain/records/schemas.ts';
import type { OpenRecord } from './open-record.ts';
import { WorkingSet } from './working-set.ts';
import type { Workspace } from './workspace.ts';

/** Whose records are looked at: some children, their practitioner and whoever else they were with. */
interface About {
  readonly childRefs: ReadonlySet<string>;
  readonly staffRefs: ReadonlySet<string>;
}

type IsAbout<C extends CollectionName> = (body: Stored<C>, about: About) => boolean;
type Tests = { readonly [C in CollectionName]?: IsAbout<C> };

const ofChild = ({ childRef }: { childRef: string }, { childRefs }: About) =>
  childRefs.has(childRef);
const ofWorker = ({ superviseeRef }: { superviseeRef: string }, { staffRefs }: About) =>
  staffRefs.has(superviseeRef);

/** How the long collections are narrowed. What is not named here is read whole. */
const tests: Tests = {
  children: ({ ref }, { childRefs }) => childRefs.has(ref),
  allocations: ofChild,
  priorDiscussions: ofChild,
  childRecords: ofChild,
  decisions: ofChild,
  childActions: ofChild,
  childActionEvents: ofChild,
  // Discussed before with another practitioner, it was discussed all the same.
  sessions: (session, about) =>
    ofWorker(session, about) || session.accounts.some((account) => ofChild(account, about)),
  notes: ofWorker,
  preparations: ofWorker,
  responses: ofWorker,
  absences: ({ staffRef }, { staffRefs }) => staffRefs.has(staffRef),
};

interface Kept {
  readonly changes: number;
  readonly records: ReadonlyMap<string, OpenRecord>;
}

/**
 * A working set as far as it is about one practitioner and some children: each collection is gone through
 * once after it changed, so that the rules asked of each child do not go through everybody's history.
 */
class NarrowedSet extends WorkingSet {
  readonly #kept = new Map<CollectionName, Kept>();

  constructor(
    readonly whole: WorkingSet,
    readonly about: About,
  ) {
    super();
  }

  override all<C extends CollectionName>(collection: C): ReadonlyMap<string, OpenRecord<C>> {
    const whole = this.whole.all(collection);
    const test = tests[collection] as IsAbout<C> | undefined; // the test of this very collection
    if (!test) return whole;
    const changes = this.whole.changesOf(collection);
    const kept = this.#kept.get(collection);
    if (kept?.changes === changes) return kept.records as ReadonlyMap<string, OpenRecord<C>>; // put in below
    const records = new Map<string, OpenRecord<C>>();
    for (const [id, record] of whole) if (test(record.body, this.about)) records.set(id, record);
    this.#kept.set(collection, { changes, records });
    return records;
  }

  override findAnywhere(id: string): OpenRecord | undefined {
    return this.whole.findAnywhere(id);
  }

  override changesOf(collection: CollectionName): number {
    return this.whole.changesOf(collection);
  }

  override subscribe(collection: CollectionName, listener: () => void): () => void {
    return this.whole.subscribe(collection, listener);
  }
}

const narrowed = new WeakMap<WorkingSet, Map<string, NarrowedSet>>();

function narrowedSet(whole: WorkingSet, staffRef: string, about: About): NarrowedSet {
  const held = narrowed.get(whole) ?? new Map<string, NarrowedSet>();
  narrowed.set(whole, held);
  const before = held.get(staffRef);
  if (before && isSame(before.about, about)) return before;
  const fresh = new NarrowedSet(whole, about);
  held.set(staffRef, fresh);
  return fresh;
}

const isSame = (a: About, b: About): boolean =>
  sameRefs(a.childRefs, b.childRefs) && sameRefs(a.staffRefs, b.staffRefs);

const sameRefs = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((ref) => b.has(ref));

/** To read from, never to write to: the same workspace, with only what is about these. */
export function viewOf(
  workspace: Workspace,
  staffRef: string,
  children: readonly string[],
): Workspace {
  const childRefs = new Set(children);
  const staffRefs = new Set([staffRef]);
  for (const { body } of workspace.set.all('allocations').values())
    if (childRefs.has(body.childRef)) staffRefs.add(body.staffRef);
  const set = narrowedSet(workspace.set, staffRef, { childRefs, staffRefs });
  // Reads go through `set` and `now`; what writes would miss its private fields and throw.
  return Object.create(workspace, { set: { value: set } }) as Workspace;
}
