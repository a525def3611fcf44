import type { CollectionName } from '#domain/collections.ts';
import type { CaseFacts } from '#domain/flags/case-facts.ts';
import { type WhatMayGo, whatMayGo } from '#domain/keeping/what-may-go.ts';
import { commonFactsOfGroup } from '#storage/agenda/case-facts-common.ts';
import { factsOfChild } from '#storage/agenda/case-facts-of-child.ts';
import { childDueOf, workerDueOf } from '#storage/agenda/due.ts';
import { allocationDueOf, oversightDueOf } from '#storage/agenda/oversight-due.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Write } from '#storage/save.ts';
import { gapMonthsNow } from '#storage/session/gaps.ts';
import { missedBefore } from '#storage/session/missed.ts';
import { monitoringDue } from '#storage/staff-file/monitoring-reads.ts';
import { observationDueOf } from '#storage/staff-file/observations-reads.ts';
import { WorkingSet } from '#storage/working-set.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll, todayIn } from '#storage/writes.ts';
import type { KeptUnit } from './keeping-unit.ts';

/** The working set as it would be: without some rows, and with what stays of them. */
class SetWithout extends WorkingSet {
  readonly #kept = new Map<CollectionName, ReadonlyMap<string, OpenRecord>>();

  constructor(
    readonly whole: WorkingSet,
    readonly gone: ReadonlySet<string>,
    readonly stubs: readonly Write[],
  ) {
    super();
  }

  override all<C extends CollectionName>(collection: C): ReadonlyMap<string, OpenRecord<C>> {
    const kept = this.#kept.get(collection) ?? this.#without(collection);
    this.#kept.set(collection, kept);
    return kept as ReadonlyMap<string, OpenRecord<C>>; // put in under its own collection
  }

  override findAnywhere(id: string): OpenRecord | undefined {
    return this.gone.has(id) ? undefined : this.whole.findAnywhere(id);
  }

  #without(collection: CollectionName): ReadonlyMap<string, OpenRecord> {
    const held = [...this.whole.all(collection)].filter(([id]) => !this.gone.has(id));
    const added = this.stubs
      .filter((stub) => stub.collection === collection)
      .map(({ id, body }): [string, OpenRecord] => [
        id,
        { id, collection, v: 1, rev: null, body, text: '' },
      ]);
    return new Map([...held, ...added]);
  }
}

/** The same workspace as it would be after these went: to read from, never to write to. */
function viewWithout(workspace: Workspace, units: readonly KeptUnit[]): Workspace {
  const gone = new Set(units.flatMap(({ rows }) => rows));
  const stubs = units.flatMap((unit) => unit.stubs);
  const set = new SetWithout(workspace.set, gone, stubs);
  return Object.create(workspace, { set: { value: set } }) as Workspace; // reads go through `set` and `now`
}

/** Everything that a rule says today of each child and each person, as text to compare. */
function readOf(
  workspace: Workspace,
  about: { readonly children: ReadonlySet<string>; readonly staff: ReadonlySet<string> },
): ReadonlyMap<string, string> {
  const today = todayIn(workspace);
  const common = commonFactsOfGroup(workspace, today);
  const children = findAll(workspace, 'children', ({ ref, aliases }) =>
    [ref, ...aliases].some((alias) => about.children.has(alias)),
  );
  const staff = findAll(workspace, 'staff', ({ ref }) => about.staff.has(ref));
  return new Map([
    ...children.flatMap(({ body }): [string, string][] => {
      const read = JSON.stringify([
        childDueOf(workspace, body),
        oversightDueOf(workspace, body),
        allocationDueOf(workspace, body),
        withoutSettledWords(factsOfChild(workspace, body, common)),
        staff.map(({ body: worker }) => gapMonthsNow(workspace, worker.ref, body.ref)),
      ]);
      return [body.ref, ...body.aliases].map((ref) => [ref, read]);
    }),
    ...staff.map(({ body }): [string, string] => [
      body.ref,
      JSON.stringify([
        workerDueOf(workspace, body),
        missedBefore(workspace, body, { until: today, sinceLast: false }),
        observationDueOf(workspace, body, 'liveSupervision'),
        observationDueOf(workspace, body, 'observationOfSupervision'),
        monitoringDue(workspace, body.ref),
      ]),
    ]),
  ]);
}

/** KEEP7: of a decision that waits no more no rule reads the words, nor in which order it stands. */
const withoutSettledWords = ({ decisions, ...facts }: CaseFacts) => ({
  ...facts,
  decisions: decisions
    .map((each) => JSON.stringify(each.revisit === 'pending' ? each : { ...each, text: '' }))
    .toSorted(),
});

/** KEEP4, asked of what is stored. */
export function settle(workspace: Workspace, units: readonly KeptUnit[]): WhatMayGo<KeptUnit> {
  const about = {
    children: new Set(units.flatMap(({ children }) => children)),
    staff: new Set(units.flatMap(({ staff }) => staff)),
  };
  return whatMayGo(units, (gone) => readOf(viewWithout(workspace, gone), about));
}
