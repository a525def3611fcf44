import type { Workspace } from './workspace.ts';

/** Where the person was: kept sealed, so that unlocking returns to the same field and caret. */
export interface Place {
  readonly path: string;
  readonly fieldId: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
  readonly scrollTop: number;
}

const KEY = 'place';

export async function savePlace({ db, vault, ports }: Workspace, place: Place): Promise<void> {
  const v = ports.nowMs();
  const binding = { kind: 'meta', c: 0, id: KEY, v } as const;
  const sealed = await vault.seal(binding, JSON.stringify(place));
  await db.meta.put({ k: KEY, sealed: { v, ...sealed } });
}

/** Undefined where none was kept, or it does not open: a person then starts at home. */
export async function findPlace({ db, vault }: Workspace): Promise<Place | undefined> {
  const row = await db.meta.get(KEY);
  if (!row?.sealed) return undefined;
  try {
    const { sealed } = row;
    return JSON.parse(
      await vault.open({ kind: 'meta', c: 0, id: KEY, v: sealed.v }, sealed),
    ) as Place; // sealed by savePlace
  } catch {
    return undefined; // a place is a convenience: without it, home
  }
}
