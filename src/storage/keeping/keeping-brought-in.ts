import type { RecordId } from '#domain/ids.ts';
import { type PastPeriod, pastPeriod } from '#domain/keeping/periods.ts';
import type { BroughtIn, ChildBroughtIn, StaffBroughtIn } from '#domain/records/brought-in.ts';
import type { ChildStub, StaffStub } from '#domain/records/keeping.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, findAll, todayIn } from '#storage/writes.ts';
import { periodsOf } from './keeping.ts';
import { type KeptUnit, nothingMore, stubOf, withWhatIsUnder } from './keeping-unit.ts';

type Collection = 'childBroughtIn' | 'staffBroughtIn';

/** No rule reads what was brought in (BRIN2): it goes by its period alone, a draft never. */
export function broughtInUnits(workspace: Workspace): readonly Promise<KeptUnit | undefined>[] {
  return [
    ...together(findAll(workspace, 'childBroughtIn')).map((records) =>
      unitOf(workspace, 'childBroughtIn', records, {
        children: records.map(({ body }) => body.childRef),
        staff: [],
      }),
    ),
    ...together(findAll(workspace, 'staffBroughtIn')).map((records) =>
      unitOf(workspace, 'staffBroughtIn', records, {
        children: [],
        staff: records.map(({ body }) => body.superviseeRef),
      }),
    ),
  ];
}

type Brought = Pick<OpenRecord, 'id'> & { readonly body: BroughtIn };

/** Each with all that stood in its place: without the later one the one before would stand again (BRIN4). */
function together<R extends Brought>(all: readonly R[]): readonly (readonly R[])[] {
  const groups = new Map<string, R[]>();
  for (const record of all) {
    const first = firstOf(record, all, new Set());
    groups.set(first, [...(groups.get(first) ?? []), record]);
  }
  return [...groups.values()];
}

function firstOf(record: Brought, all: readonly Brought[], seen: Set<string>): string {
  const before = all.find(({ id }) => id === record.body.corrects);
  if (!before || seen.has(record.id)) return record.id;
  return firstOf(before, all, seen.add(record.id));
}

async function unitOf(
  workspace: Workspace,
  kind: Collection,
  records: readonly OpenRecord<Collection>[],
  about: Pick<KeptUnit, 'children' | 'staff'>,
): Promise<KeptUnit | undefined> {
  const [first] = records;
  const on = records
    .map(({ body }) => body.onDate)
    .toSorted()
    .at(-1); // the last of them decides
  if (!first || !on || records.some(({ body }) => body.confirmedAt === '')) return undefined;
  const asked = { kind, on, recordedOn: '' };
  const past = pastPeriod(asked, periodsOf(workspace), todayIn(workspace));
  if (!past) return undefined;
  return {
    ...{ id: first.id, kind, on, past, ...about },
    rows: records.flatMap(({ id }) => withWhatIsUnder(workspace, id)),
    stubs: await Promise.all(records.map((record) => stub(workspace, kind, record, past))),
  };
}

async function stub(
  workspace: Workspace,
  kind: Collection,
  record: OpenRecord<Collection>,
  past: PastPeriod,
) {
  const id = workspace.ports.newId() as RecordId; // a port makes ids
  const { body } = record;
  const common = {
    ...(await stubOf(workspace, record, past)),
    ...{ id, kind, on: body.onDate, finalisedAt: body.confirmedAt },
    ...{ keptElsewhereOn: '', reference: '' },
    sessionId: '' as const,
  };
  if (kind === 'childBroughtIn') {
    const { childRef } = body as ChildBroughtIn; // by its collection
    const ofChild: ChildStub = { ...common, file: 'child', childRef, depth: '', decisions: [] };
    return created('childStubs', id, ofChild);
  }
  const { superviseeRef } = body as StaffBroughtIn; // by its collection
  const ofStaff: StaffStub = {
    ...nothingMore,
    ...{ ...common, file: 'staff', superviseeRef },
  };
  return created('staffStubs', id, ofStaff);
}
