import { assert } from '#domain/assert.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { Staff, SupervisionRelation } from '#domain/records/staff.ts';
import { kindOfMine } from '#domain/supervision/supervision-relations.ts';
import { exchangedWith } from '#storage/handover/exchanged.ts';
import type { Write } from '#storage/save.ts';
import { findStaff, myRefsOf, settingsOf } from '#storage/settings.ts';

import type { Workspace } from '#storage/workspace.ts';
import { todayIn, updated } from '#storage/writes.ts';
import type { DeriveFromPassphrase } from '#vault/slots.ts';
import { colleagueNamed } from './colleagues.ts';
import { aboutOf } from './make-hand-over.ts';
import { handoverOf, type MadeHandover, makeFile } from './make-handover.ts';
import type { RowsOut } from './rows.ts';
import { rowsForCover } from './rows-for-cover.ts';

/** Who stands in for me, for whom, and for which days; both days are included. */
export interface CoverAsked {
  readonly name: string;
  readonly superviseeRefs: readonly StaffRef[];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Supervision notes are in it. */
  readonly seesNotes: boolean;
}

/** The file for a cover (HAND22). They stay my supervisees. Throws StorageError; there is no file then. */
export async function makeCover(
  workspace: Workspace,
  cover: CoverAsked,
  derive: DeriveFromPassphrase,
): Promise<MadeHandover> {
  const otherRef = await colleagueNamed(workspace, cover.name);
  return makeFile(workspace, derive, async (file) => {
    const people = cover.superviseeRefs.map((ref) => {
      const record = findStaff(workspace, ref);
      assert(record, `no entry for ${ref}`);
      return record;
    });
    const before = exchangedWith(workspace, otherRef);
    const { seesNotes } = cover;
    const rows = together(
      people.map(({ body }) => rowsForCover(workspace, { staffRef: body.ref, before, seesNotes })),
    );
    const more = {
      about: people.map(({ body }) => aboutOf(workspace, body)),
      ...{ coverFrom: cover.from as string, coverTo: cover.to as string, seesNotes },
    };
    const contents = { kind: 'cover', otherRef, file, rows } as const;
    const writes = people.map((record): Write => {
      const supervisedBy = [...coveredRelations(workspace, record.body, otherRef, cover)];
      return updated(record, { ...record.body, supervisedBy });
    });
    return { otherRef, writes, handover: handoverOf(workspace, contents, more) };
  });
}

/** A name or a policy that several have in common goes once. */
function together(all: readonly RowsOut[]): RowsOut {
  const once = <T>(rows: readonly T[], keyOf: (row: T) => string) => [
    ...new Map(rows.map((row) => [keyOf(row), row])).values(),
  ];
  return {
    reference: once(
      all.flatMap(({ reference }) => reference),
      ({ collection, ref }) => `${collection} ${ref}`,
    ),
    records: once(
      all.flatMap(({ records }) => records),
      ({ id }) => id,
    ),
    awaiting: [],
  };
}

/** Mine as before, and the cover beside it: who may bring something back is told by it (HAND23). */
function coveredRelations(
  workspace: Workspace,
  staff: Staff,
  otherRef: string,
  { from, to, seesNotes }: CoverAsked,
): readonly SupervisionRelation[] {
  const { me } = settingsOf(workspace);
  const kind = kindOfMine(staff, myRefsOf(workspace), todayIn(workspace));
  const plain = {
    kind,
    from: '',
    to: '',
    fileId: '',
    acceptedAt: '',
    coverFor: '',
    seesNotes: false,
  };
  const held = staff.supervisedBy ?? [{ ...plain, id: 'own', supervisorRef: me as string }];
  const id = `cover ${otherRef}`;
  const cover = {
    ...plain,
    id,
    supervisorRef: otherRef,
    coverFor: me as string,
    from,
    to,
    seesNotes,
  };
  return [...held.filter((each) => each.id !== id), cover];
}
