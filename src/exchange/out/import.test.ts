import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionNames } from '#domain/collections.ts';
import {
  type ExportFile,
  exportedCollections,
  exportedReference,
  exportPieces,
  leftOutCollections,
} from '#domain/out/export-file.ts';
import { readExport } from '#domain/out/read-export.ts';
import { Session } from '#domain/records/session.ts';
import { removeRows } from '#storage/remove-rows.ts';
import { settingsOf } from '#storage/settings.ts';
import { signaturesOf } from '#storage/signing/signatures.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';
import { hostileTexts, thatMorning } from '../../../test/builders.ts';
import { anEntry } from '../../../test/revisit-builders.ts';
import { aSupervisionStory, offSick } from '../../../test/supervision-story.ts';
import { aWorkspace, givePriya, openAgain } from '../../../test/workspaces.ts';
import { everythingIn, headerOf, rowsOf } from './export-rows.ts';
import { paceOf } from './pace.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { takeInExport } from './take-in-export.ts';

const pace = paceOf({ nowMs: () => 0 });

/** Out to text and back, as a file goes. */
async function exportOf(workspace: Workspace): Promise<readonly ExportFile[]> {
  const rows = await rowsOf(everythingIn(workspace), pace);
  const read = readExport([...exportPieces(headerOf(workspace, 'everything'), rows)].join(''));
  if (read.outcome !== 'read') throw new Error(read.reason);
  return [read.file];
}

async function planned(workspace: Workspace, parts: readonly ExportFile[]): Promise<ImportPlan> {
  const plan = await planImport(workspace, parts, pace);
  if (plan.outcome !== 'planned') throw new Error(plan.reason);
  return plan;
}
const reasonOf = async (workspace: Workspace, parts: readonly ExportFile[]) => {
  const plan = await planImport(workspace, parts, pace);
  return plan.outcome === 'unreadable' ? plan.reason : plan.refused.join(' ');
};

const list: readonly string[] = exportedReference;
/** Every record by its id, and of the list, whose ids are of a device, by its text: with the hash of it. */
async function hashesIn(workspace: Workspace): Promise<readonly string[]> {
  const all = everythingIn(workspace).filter(
    ({ body }) => !('name' in body && body.name === 'Sam Lee'),
  );
  const lines = all.map(async ({ collection, id, text }) => {
    const isOfList = list.includes(collection) && collection !== 'absences';
    return `${collection} ${isOfList ? '' : id} ${await sha256(text)}`;
  });
  return (await Promise.all(lines)).toSorted();
}

/** All that was exported goes: rows, earlier versions, what waits to be sent. */
const removeAll = (workspace: Workspace) =>
  removeRows(
    workspace,
    everythingIn(workspace)
      .filter(({ body }) => !('ref' in body && body.ref === settingsOf(workspace).me))
      .map(({ id }) => id),
    [],
  );

/** One record changed inside the file, its hash with it. */
const withRow = async (
  [file]: readonly ExportFile[],
  at: (row: ExportFile['records'][number]) => boolean,
  change: (body: Record<string, unknown>) => object,
): Promise<readonly ExportFile[]> => {
  if (!file) throw new Error('no file');
  const records = await Promise.all(
    file.records.map(async (row) => {
      if (!at(row)) return row;
      const text = JSON.stringify(change(JSON.parse(row.text)));
      return { ...row, text, sha256: await sha256(text) };
    }),
  );
  return [{ ...file, records }];
};

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(...Object.values(hostileTexts)),
);

describe('everything out, removed, and in again', () => {
  it('[OUT6] every collection goes out, or somebody decided that it does not', () => {
    const decided: readonly string[] = [...exportedCollections, ...leftOutCollections];
    expect(decided.toSorted()).toEqual(collectionNames.toSorted());
  });

  it('[OUT6] a whole story: the same records by id and hash, in these records and in another’s', async () => {
    const { workspace } = await aSupervisionStory({ telling: offSick, gap: false });
    const [before, parts] = [await hashesIn(workspace), await exportOf(workspace)];
    expect(before.length).toBeGreaterThan(50);
    const other = await aWorkspace();
    await takeInExport(other, parts, { isMe: true });
    expect(await hashesIn(other)).toEqual(before);
    expect(await hashesIn(await openAgain(other))).toEqual(before);

    await removeAll(workspace);
    expect(await hashesIn(workspace)).toEqual([]);
    await takeInExport(workspace, parts, { isMe: false });
    expect(await hashesIn(workspace)).toEqual(before);
  });

  it('[OUT6] whatever was typed: the same ids and hashes', async () => {
    const texts = fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(texts, async (typedTexts) => {
        const workspace = await aWorkspace();
        const superviseeRef = await givePriya(workspace, [
          { reference: 'C1', name: typedTexts[0]?.[0] ?? '' },
        ]);
        const { me } = settingsOf(workspace);
        await workspace.change(() =>
          typedTexts.flatMap(([one, other], at) => [
            created(
              'childEntries',
              `e${at}`,
              anEntry({ id: `e${at}`, fields: { text: one, [other]: one } }),
            ),
            created(
              'sessions',
              `s${at}`,
              Session.parse({
                ...{
                  id: `s${at}`,
                  superviseeRef,
                  supervisorRef: me,
                  status: 'planned',
                  plannedFor: '2026-12-01',
                },
                ...{
                  supervisorWants: one,
                  unknownField: { text: other },
                  createdAt: thatMorning,
                  createdBy: me,
                },
              }),
            ),
          ]),
        );
        const [before, parts] = [await hashesIn(workspace), await exportOf(workspace)];
        const empty = await aWorkspace();
        await takeInExport(empty, parts, { isMe: false });
        expect(await hashesIn(empty)).toEqual(before);
        const again = await planned(empty, parts);
        expect([again.rows.length, again.changed, again.refused]).toEqual([0, 0, []]);
      }),
      { numRuns: 12 },
    );
  });

  it('[OUT6] nothing is written by looking, and what is here is never written over', async () => {
    const { workspace } = await aSupervisionStory({ telling: offSick, gap: true });
    const parts = await exportOf(workspace);
    const before = await hashesIn(workspace);
    const all = parts[0]?.records.length ?? 0;
    expect(await planned(workspace, parts)).toMatchObject({ rows: [], here: all, changed: 0 });
    const changed = await withRow(
      parts,
      ({ collection }) => collection === 'childRecords' || collection === 'children',
      (body) => ({ ...body, heading: 'Another', name: 'Another' }),
    );
    const count = findAll(workspace, 'childRecords').length + findAll(workspace, 'children').length;
    expect(await planned(workspace, changed)).toMatchObject({
      rows: [],
      here: all - count,
      changed: count,
    });
    await takeInExport(workspace, changed, { isMe: false });
    expect(await hashesIn(workspace)).toEqual(before);
    const other = await aWorkspace();
    await planned(other, parts);
    expect(await hashesIn(other)).toEqual([]);
  });

  it('[OUT6] it is noted, with how many and nothing of what was in it', async () => {
    const { workspace } = await aSupervisionStory({ telling: offSick, gap: true });
    const other = await aWorkspace();
    const parts = await exportOf(workspace);
    const { rows } = await planned(other, parts);
    await takeInExport(other, parts, { isMe: false });
    const entry = bodies(other, 'audit').find(({ what }) => what === 'exportTakenIn');
    expect(entry?.about).toEqual({ kind: 'everything', purpose: '', records: rows.length });
    expect(JSON.stringify(entry)).not.toMatch(/Grace|Priya|sick/);
  });

  it('[OUT6] whoever made it is me only where I say so', async () => {
    const { workspace } = await aSupervisionStory({ telling: offSick, gap: true });
    const parts = await exportOf(workspace);
    const { me } = settingsOf(workspace);
    for (const isMe of [true, false]) {
      const other = await aWorkspace();
      expect((await planned(other, parts)).maybeMe).toBe(true);
      await takeInExport(other, parts, { isMe });
      expect(settingsOf(other).alsoMe).toEqual(isMe ? [me] : []);
    }
    const named = parts.map((part) => ({ ...part, madeBy: { ref: 'x', name: 'Jo Field' } }));
    expect((await planned(await aWorkspace(), named)).maybeMe).toBe(false);
  });
});

describe('what is not taken in', () => {
  it('[OUT7] a file of which one letter is another', async () => {
    const { workspace } = await aSupervisionStory({ telling: offSick, gap: true });
    const [file] = await exportOf(workspace);
    if (!file) throw new Error('no file');
    const other = await aWorkspace();
    const at = file.records.findIndex(({ collection }) => collection === 'childRecords');
    const records = file.records.map((row, n) =>
      n === at ? { ...row, text: row.text.replace('grandmother', 'grandfather') } : row,
    );
    const spoiled =
      records[at]?.text === file.records[at]?.text
        ? file.records.map((row, n) => (n === at ? { ...row, text: `${row.text} ` } : row))
        : records;
    expect(await reasonOf(other, [{ ...file, records: spoiled }])).toContain('has been changed');
    expect(
      await reasonOf(other, [{ ...file, records: [...file.records, ...file.records.slice(0, 1)] }]),
    ).toContain('twice');
    await takeInExport(other, [{ ...file, records: spoiled }], { isMe: false });
    expect(await hashesIn(other)).toEqual([]);
  });

  it('[OUT7] the example, whether the file says it or a record', async () => {
    const { workspace } = await aSupervisionStory({ telling: offSick, gap: true });
    const parts = await exportOf(workspace);
    const other = await aWorkspace();
    const says = parts.map((part) => ({ ...part, synthetic: true }));
    expect(await reasonOf(other, says)).toContain('example caseload');
    const one = await withRow(
      parts,
      ({ collection }) => collection === 'childRecords',
      (body) => ({ ...body, synthetic: true }),
    );
    expect(await reasonOf(other, one)).toContain('example caseload');
  });

  it('[OUT7] a record that does not fit, or says it is another', async () => {
    const { workspace } = await aSupervisionStory({ telling: offSick, gap: true });
    const parts = await exportOf(workspace);
    const other = await aWorkspace();
    const isNotes = ({ collection }: { readonly collection: string }) => collection === 'notes';
    expect(
      await reasonOf(other, await withRow(parts, isNotes, (body) => ({ ...body, id: 'other' }))),
    ).toContain('does not know');
    expect(
      await reasonOf(other, await withRow(parts, isNotes, (body) => ({ ...body, text: 5 }))),
    ).toContain('does not know');
  });

  it('[OUT7] a record about a child or a person on no list, and what belongs to a record that is not here', async () => {
    const { workspace } = await aSupervisionStory({ telling: offSick, gap: true });
    const [file] = await exportOf(workspace);
    if (!file) throw new Error('no file');
    const without = (names: readonly string[]) => [
      { ...file, records: file.records.filter(({ collection }) => !names.includes(collection)) },
    ];
    const other = await aWorkspace();
    expect(await reasonOf(other, without(['children']))).toContain(
      'the child is not on the list here',
    );
    expect(await reasonOf(other, without(['staff']))).toContain(
      'the person is not on the list here',
    );
    expect(await reasonOf(other, without(['childRecords']))).toContain(
      'the record that it belongs to is not here',
    );
    await takeInExport(other, without(['children']), { isMe: false });
    expect(findAll(other, 'childRecords')).toEqual([]);
    expect(findAll(other, 'notes').length).toBeGreaterThan(0);
  });

  it('[OUT7] a child who is listed here under another reference is not there twice', async () => {
    const { workspace } = await aSupervisionStory({ telling: offSick, gap: true });
    const local = await withRow(
      await exportOf(workspace),
      ({ text }) => text.includes('"C3"'),
      (body) =>
        JSON.parse(
          JSON.stringify(body)
            .replaceAll('"ref":"C3"', '"ref":"local:3"')
            .replaceAll('"childRef":"C3"', '"childRef":"local:3"'),
        ),
    );
    const other = await aWorkspace();
    await givePriya(other, [{ reference: 'C3' }]);
    expect(await reasonOf(other, local)).toContain('under another reference');
    await takeInExport(other, local, { isMe: false });
    expect(
      bodies(other, 'children')
        .map(({ reference }) => reference)
        .toSorted(),
    ).toEqual(['C1', 'C2', 'C3']);
    expect(bodies(other, 'childRecords').map(({ childRef }) => childRef)).not.toContain('local:3');
  });
});

describe('signatures that came in an export', () => {
  const validities = async (workspace: Workspace) => {
    const ids = [...findAll(workspace, 'childRecords'), ...findAll(workspace, 'notes')].map(
      ({ id }) => id,
    );
    const all = await Promise.all(ids.map((id) => signaturesOf(workspace, id)));
    return new Set(all.flat().map(({ validity }) => validity));
  };

  it('[SIGN13] are unverified until an act with the same key is made or comes sealed', async () => {
    const { workspace } = await aSupervisionStory({ telling: offSick, gap: true });
    expect(await validities(workspace)).toEqual(new Set(['valid']));
    const other = await aWorkspace();
    await takeInExport(other, await exportOf(workspace), { isMe: true });
    expect(await validities(other)).toEqual(new Set(['keyNotKnown']));
    expect(await validities(await openAgain(other))).toEqual(new Set(['keyNotKnown']));
    const [act] = bodies(other, 'staffSignatures');
    if (!act) throw new Error('no act');
    const known = { ...act, id: 'known' as typeof act.id, list: [] };
    await other.change(() => [created('staffSignatures', 'known', known)]);
    expect(await validities(other)).toEqual(new Set(['valid']));
  });

  it('[SIGN13] one that was changed is not valid, known or not', async () => {
    const { workspace } = await aSupervisionStory({ telling: offSick, gap: true });
    const forged = await withRow(
      await exportOf(workspace),
      ({ collection }) => collection === 'staffSignatures' || collection === 'childSignatures',
      (body) => ({ ...body, signerName: 'Somebody Else' }),
    );
    const other = await aWorkspace();
    await takeInExport(other, forged, { isMe: false });
    expect(await validities(other)).toEqual(new Set(['notValid']));
  });

  it('[SIGN13] made by this device’s own key, they are valid again', async () => {
    const { workspace } = await aSupervisionStory({ telling: offSick, gap: true });
    const parts = await exportOf(workspace);
    await removeAll(workspace);
    expect(await validities(workspace)).toEqual(new Set());
    await takeInExport(workspace, parts, { isMe: false });
    expect(await validities(workspace)).toEqual(new Set(['valid']));
  });
});
