import type { Settings } from '#domain/records/settings.ts';
import { type ExchangedBefore, exchangedWith, referenceKey } from '#storage/handover/exchanged.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll, todayIn } from '#storage/writes.ts';
import { bringsList, type Handover } from './handover-body.ts';
import { type MatchedChild, matchChildren } from './match-children.ts';
import { type People, peopleOf } from './people.ts';
import { listChangeBy, planChildren } from './plan-children.ts';
import { planProfiles } from './plan-profiles.ts';
import { planRecords } from './plan-records.ts';
import { planReference } from './plan-reference.ts';
import { isTaken, type Planned } from './planned.ts';
import type { References } from './translate.ts';

export interface Plan {
  readonly people: People;
  readonly rows: readonly Planned[];
  /** Sentences for what did not come in. */
  readonly refused: readonly string[];
}

/** Works out every row of a file against what is here. Pure: the preview and the taking in are one. */
export function planTakeIn(workspace: Workspace, handover: Handover, settings: Settings): Plan {
  const { set } = workspace;
  const people = peopleOf(workspace, handover, settings);
  const before = exchangedWith(workspace, people.from);
  const matched = matchChildren({ handover, children: findAll(workspace, 'children'), before });
  const names = new Map([...namesBefore(before), ...matched.map(nameOf)]);
  const references: References = { children: names, staff: people.staff };
  const children = new Set<string>(matched.map(({ ref }) => ref));
  const today = todayIn(workspace);
  const change = listChangeBy({ ...handover, from: { ref: people.from } }, workspace.now, today);
  const { device } = handover;
  const question = { handover, set, people, references, children, before, today };

  // HAND6: a practitioner's file says who her children are and changes nothing of the list.
  const list = bringsList(handover.kind)
    ? [
        ...planProfiles(handover, set, settings),
        ...planReference(question),
        ...planChildren({ matched, before, device, children: names, change }),
      ]
    : [];
  const rows = [...list, ...planRecords(question)];
  return {
    people,
    rows: once(rows.filter(isTaken)),
    refused: [...new Set(rows.flatMap((row) => (isTaken(row) ? [] : [row.reason])))],
  };
}

/** Two rows for one of ours: the first counts, for one change writes a row once. */
function once(rows: readonly Planned[]): readonly Planned[] {
  const placeOf = ({ place }: Planned) => JSON.stringify(place);
  const byPlace = new Map(rows.toReversed().map((row) => [placeOf(row), row]));
  return rows.filter((row) => byPlace.get(placeOf(row)) === row);
}

const nameOf = ({ row, ref }: MatchedChild): readonly [string, string] => [row.ref, ref];

/** What children of earlier files are called here: one may be spoken of after leaving the list. */
function namesBefore(before: ExchangedBefore): readonly (readonly [string, string])[] {
  const prefix = referenceKey('children', '');
  return [...before.values()].flatMap(({ body: { id, as } }) =>
    as !== '' && id.startsWith(prefix) ? [[id.slice(prefix.length), as] as const] : [],
  );
}
