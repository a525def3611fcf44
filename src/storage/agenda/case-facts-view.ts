import type { CollectionName } from '#domain/collections.ts';
import type { Child } from '#domain/records/child.ts';
import type { Stored } from '#domain/records/schemas.ts';
import type { Session } from '#domain/records/session.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { WorkingSet } from '#storage/working-set.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll, todayIn } from '#storage/writes.ts';

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
  childEntries: ofChild,
  childStubs: ofChild,
  decisionRevisits: ofChild,
  decisions: ofChild,
  childActions: ofChild,
  childActionEvents: ofChild,
  // Discussed before with another practitioner, it was discussed all the same.
  sessions: (session, about) =>
    ofWorker(session, about) || session.accounts.some((account) => ofChild(account, about)),
  notes: ofWorker,
  staffStubs: ofWorker,
  discussions: ({ children }, about) => children.some((part) => ofChild(part, about)),
  groupDiscussions: ({ children }, about) => children.some((part) => ofChild(part, about)),
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

  override newsOf(collection: CollectionName): number {
    return this.whole.newsOf(collection);
  }

  override subscribe(...told: Parameters<WorkingSet['subscribe']>): () => void {
    return this.whole.subscribe(...told);
  }
}

interface Narrowed {
  readonly key: string;
  readonly children: readonly Child[];
  readonly set: NarrowedSet;
}

const narrowed = new WeakMap<WorkingSet, Map<string, Narrowed>>();

/** Who they are changes with the list, and not with what is typed about them. */
function keyOf(workspace: Workspace, { status, childRefs }: Session): string {
  const { set } = workspace;
  const list = [set.changesOf('children'), set.changesOf('allocations'), todayIn(workspace)];
  return [...list, ...(status === 'planned' ? ['planned'] : childRefs)].join(' ');
}

/** Each once: a plan that named a child twice would be no plan. */
function childrenOf(workspace: Workspace, session: Session): readonly Child[] {
  const refs = new Set<string>(session.childRefs);
  const found =
    session.status === 'planned'
      ? openChildren(workspace, session.superviseeRef)
      : findAll(workspace, 'children', ({ ref }) => refs.has(ref)).map(({ body }) => body);
  return [...new Map(found.map((child) => [child.ref, child])).values()];
}

function narrow(workspace: Workspace, session: Session): Narrowed {
  const known = narrowed.get(workspace.set) ?? new Map<string, Narrowed>();
  narrowed.set(workspace.set, known);
  const key = keyOf(workspace, session);
  const before = known.get(session.superviseeRef);
  if (before?.key === key) return before;
  const children = childrenOf(workspace, session);
  const childRefs = new Set<string>(children.map(({ ref }) => ref));
  const staffRefs = new Set<string>([session.superviseeRef]);
  for (const { body } of workspace.set.all('allocations').values())
    if (childRefs.has(body.childRef)) staffRefs.add(body.staffRef);
  const fresh = { key, children, set: new NarrowedSet(workspace.set, { childRefs, staffRefs }) };
  known.set(session.superviseeRef, fresh);
  return fresh;
}

/** The same workspace with only what is about some children and workers: to read from, never to write to. */
export function viewAbout(
  workspace: Workspace,
  {
    childRefs,
    staffRefs,
  }: { readonly childRefs: readonly string[]; readonly staffRefs: readonly string[] },
): Workspace {
  const about = { childRefs: new Set(childRefs), staffRefs: new Set(staffRefs) };
  const set = new NarrowedSet(workspace.set, about);
  return Object.create(workspace, { set: { value: set } }) as Workspace; // as in `viewOfSession`
}

export interface SessionView {
  /** The open children of the practitioner before a session starts, then those who are in it. */
  readonly children: readonly Child[];
  /** To read from and never to write to: the same workspace, with only what is about them. */
  readonly view: Workspace;
}

/** The children of a session, and all that is held about them and nobody else. */
export function viewOfSession(workspace: Workspace, session: Session): SessionView {
  const { children, set } = narrow(workspace, session);
  // Reads go through `set` and `now`; what writes would miss its private fields and throw.
  const view = Object.create(workspace, { set: { value: set } }) as Workspace;
  return { children, view };
}
