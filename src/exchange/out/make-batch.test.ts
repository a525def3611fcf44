import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import { type ExportFile, ExportFile as ExportFileSchema } from '#domain/out/export-file.ts';
import { chosenLines, type OutFile, type OutKind, outKinds } from '#domain/out/kinds.ts';
import { StaffBroughtIn } from '#domain/records/brought-in.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll } from '#storage/writes.ts';
import type { Bytes } from '#vault/bytes.ts';
import { sha256 } from '#vault/hash.ts';
import { sha256OfBytes } from '#vault/hash-bytes.ts';
import {
  aSupervisionStory,
  offSick,
  onAnnualLeave,
  type Telling,
} from '../../../test/supervision-story.ts';
import type { TestPorts } from '../../../test/workspaces.ts';
import { finishedLines } from './finished-lines.ts';
import { makeBatch, type OutFormat, outFormats } from './make-batch.ts';
import { Cancelled } from './pace.ts';
import type { FileSink } from './save-to-disk.ts';

// Word files are made in a worker, which a test has not.
vi.mock('./docx-maker.ts', async () => {
  const { docxOf } = await import('./docx.ts');
  return { docxMaker: () => ({ make: docxOf, end: () => {} }) };
});

const everyFormat = Object.keys(outFormats) as OutFormat[];

function sinkIntoMemory() {
  const chunks: Bytes[] = [];
  const sink: FileSink = {
    write: async (chunk) => void chunks.push(chunk),
    close: async () => {},
    abort: async () => {},
  };
  const whole = () => new Uint8Array(chunks.flatMap((chunk) => [...chunk]));
  return { sink, whole };
}

const everythingOf = (workspace: Workspace, file: OutFile) =>
  chosenLines(finishedLines(workspace), {
    file,
    kinds: Object.keys(outKinds[file]) as OutKind[],
    workers: [],
  });

async function batchOf(workspace: Workspace, file: OutFile, formats = everyFormat) {
  const { sink, whole } = sinkIntoMemory();
  const made = await makeBatch(
    workspace,
    { file, formats, lines: everythingOf(workspace, file) },
    sink,
  );
  const files = unzipSync(whole());
  return { made, files };
}

/** Each file of a ZIP as text, a Word file by the parts inside it. */
function textsOf(files: Readonly<Record<string, Uint8Array>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(files).flatMap(([path, bytes]) =>
      path.endsWith('.docx')
        ? Object.entries(unzipSync(bytes)).map(([part, inner]): [string, string] => [
            `${path}!${part}`,
            strFromU8(inner),
          ])
        : [[path, strFromU8(bytes)] as [string, string]],
    ),
  );
}

const told = async (telling: Telling) =>
  (await aSupervisionStory({ telling, gap: true })).workspace;

describe('a ZIP of finished records', () => {
  it('has a folder for each child’s reference, the record in each format, and nobody’s name in a path', async () => {
    const { files, made } = await batchOf(await told(offSick), 'child');
    const paths = Object.keys(files);
    expect(new Set(paths.map((path) => path.split('/')[0]))).toEqual(
      new Set(['C1', 'C2', 'C3', 'manifest.csv', 'manifest.json']),
    );
    expect(paths.filter((path) => path.startsWith('C3/')).toSorted()).toEqual([
      expect.stringMatching(/^C3\/2026-09-15-caseDiscussion-[\w-]+\.docx$/),
      expect.stringMatching(/^C3\/2026-09-15-caseDiscussion-[\w-]+\.txt$/),
      expect.stringMatching(/^C3\/2026-11-20-caseDiscussion-[\w-]+\.docx$/),
      expect.stringMatching(/^C3\/2026-11-20-caseDiscussion-[\w-]+\.txt$/),
      'C3/records.csv',
      'C3/records.json',
    ]);
    expect(made.files).toBe(paths.length - 2);
    expect(paths.join('\n')).not.toMatch(/Grace|Ben|Kayla|Priya|Sam/);
  });

  it('two records of one day and kind, whose ids begin alike, are two files', async () => {
    const workspace = await told(offSick);
    const [record] = bodies(workspace, 'childEntries');
    if (!record) throw new Error('no entry');
    const twins = ['00000000-1', '00000000-2'].map((id) => ({
      ...record,
      id: id as typeof record.id,
    }));
    await workspace.change(() => twins.map((twin) => created('childEntries', twin.id, twin)));
    const { files, made } = await batchOf(workspace, 'child', ['txt']);
    expect(Object.keys(files).filter((path) => path.includes('00000000'))).toHaveLength(2);
    expect(Object.keys(files)).toHaveLength(made.files + 2);
  });

  it('the list in it has the hash of every file and of every record, in CSV and in JSON', async () => {
    const workspace = await told(offSick);
    const { files } = await batchOf(workspace, 'child');
    const { files: listed } = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    const inZip = Object.keys(files).filter((path) => !path.startsWith('manifest.'));
    expect(listed.map(({ path }: { path: string }) => path).toSorted()).toEqual(inZip.toSorted());
    for (const { path, sha256: hash, bytes, recordId, recordSha256 } of listed) {
      const file = files[path] as Bytes;
      expect([path, await sha256OfBytes(file), file.length]).toEqual([path, hash, bytes]);
      const record = workspace.set.findAnywhere(recordId);
      if (recordId !== '') expect(await sha256(record?.text ?? '')).toBe(recordSha256);
    }
    const csv = strFromU8(files['manifest.csv'] ?? new Uint8Array());
    const rows = Papa.parse<string[]>(csv.trimEnd(), { newline: '\r\n' }).data.slice(1);
    expect(rows.map((row) => [row[0], row[7]])).toEqual(
      listed.map(({ path, sha256: hash }: { path: string; sha256: string }) => [path, hash]),
    );
    expect(csv).not.toMatch(/Grace|Ben H|Kayla|Priya|Sam Lee/);
  });

  it('the data are the stored texts to the letter, with what belongs to them and nothing of another child', async () => {
    const workspace = await told(offSick);
    const { files } = await batchOf(workspace, 'child', ['json']);
    for (const ref of ['C1', 'C2', 'C3']) {
      const json: unknown = JSON.parse(strFromU8(files[`${ref}/records.json`] ?? new Uint8Array()));
      const { records, scope, vault }: ExportFile = ExportFileSchema.parse(json);
      expect([scope, vault]).toEqual(['child', '']);
      for (const { collection, id, text, sha256: hash } of records) {
        expect(workspace.set.find(collection, id)?.text).toBe(text);
        expect(await sha256(text)).toBe(hash);
        expect([id, JSON.parse(text).childRef]).toEqual([id, ref]);
      }
      const held = (
        [
          'childRecords',
          'childEntries',
          'childAmendments',
          'childMarks',
          'childSignatures',
          'childBroughtIn',
        ] as const
      )
        .flatMap((name) => findAll<typeof name>(workspace, name))
        .filter(({ body }) => body.childRef === ref);
      expect(records.map(({ id }) => id).toSorted()).toEqual(held.map(({ id }) => id).toSorted());
    }
  });

  it('nothing of the supervision file is in a ZIP of children: off sick or on leave, it is the same to the letter', async () => {
    const [leave, sick] = [await told(onAnnualLeave), await told(offSick)];
    // One moment for both: when an export was made is said in it.
    for (const { ports } of [leave, sick]) (ports as TestPorts).goTo('2026-12-01T09:00:00Z');
    const [one, other] = [await batchOf(leave, 'child'), await batchOf(sick, 'child')];
    const same = (files: typeof one.files) =>
      [...textsOf(files)].filter(([path]) => !/docProps\/core|manifest/.test(path));
    expect(Object.fromEntries(same(other.files))).toEqual(Object.fromEntries(same(one.files)));
    const all = [...textsOf(other.files).values()].join('\n');
    for (const said of [offSick.impact, offSick.wellbeing, offSick.staffText, offSick.disagrees])
      expect(all).not.toContain(said);
    const staff = [...textsOf((await batchOf(sick, 'staff')).files).values()].join('\n');
    expect(staff).toContain(offSick.staffText);
  });

  it('a ZIP of the supervision file has a folder for each practitioner, and no child’s record', async () => {
    const workspace = await told(offSick);
    const { files } = await batchOf(workspace, 'staff');
    const folders = new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''));
    expect([...folders].filter((name) => !name.startsWith('manifest'))).toEqual([
      expect.stringMatching(/^practitioner/),
    ]);
    const texts = [...textsOf(files).values()].join('\n');
    for (const { text } of [
      ...findAll(workspace, 'childRecords'),
      ...findAll(workspace, 'childEntries'),
    ])
      expect(texts).not.toContain(JSON.stringify(text).slice(1, -1));
    expect(texts).not.toMatch(/Grace H|Ben H|Kayla L/);
  });

  it('yields between pieces, says how far it is, and ends where a person cancels', async () => {
    const workspace = await told(offSick);
    const lines = everythingOf(workspace, 'child');
    let now = Date.parse('2026-12-01T09:00:00Z');
    const busy = { ...workspace.ports, nowMs: () => (now += 3) };
    const slow = Object.assign(Object.create(workspace) as Workspace, { ports: busy });
    const giveWay = vi.fn(async () => {});
    const seen: number[] = [];
    const { sink } = sinkIntoMemory();
    await makeBatch(slow, { file: 'child', lines, formats: ['txt'] }, sink, {
      giveWay,
      onProgress: (done) => seen.push(done),
    });
    expect(seen).toEqual(lines.map((_, at) => at + 1));
    expect(giveWay.mock.calls.length).toBeGreaterThan(lines.length / 3);
    const ended = new AbortController();
    const making = makeBatch(slow, { file: 'child', lines, formats: ['txt'] }, sink, {
      signal: ended.signal,
      onProgress: (done) => done === 2 && ended.abort(),
    });
    await expect(making).rejects.toBeInstanceOf(Cancelled);
  });
});

describe('records that were brought in', () => {
  /** The story has one of C1 that stands; here are one of the practitioner's, and one that was withdrawn. */
  async function withOldRecords() {
    const workspace = await told(offSick);
    const [old] = bodies(workspace, 'childBroughtIn');
    const [staff] = bodies(workspace, 'staff').filter(({ name }) => name === 'Priya Shah');
    if (!old || !staff) throw new Error('no old record');
    const { childRef: _, ...common } = old;
    const own = StaffBroughtIn.parse({ ...common, id: 'old-own', superviseeRef: staff.ref });
    const withdrawn = { ...old, id: 'gone-C1' as typeof old.id, withdrawnAt: old.confirmedAt };
    await workspace.change(() => [
      created('staffBroughtIn', own.id, { ...own, text: 'Off for two weeks.' }),
      created('childBroughtIn', withdrawn.id, { ...withdrawn, text: 'Of another child.' }),
    ]);
    return workspace;
  }

  it('[OUT9] each leaves in the folder of its own file and says what it is; a withdrawn one stays', async () => {
    const workspace = await withOldRecords();
    const ofChild = await batchOf(workspace, 'child');
    const ofStaff = await batchOf(workspace, 'staff');
    const [child, staff] = [textsOf(ofChild.files), textsOf(ofStaff.files)];
    const named = (texts: ReadonlyMap<string, string>, words: string) =>
      [...texts].filter(([, text]) => text.includes(words)).map(([path]) => path.split('!')[0]);
    const paths = named(child, 'Seen at home.');
    expect(paths).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^C1\/2025-03-12-childBroughtIn-[\w-]+\.docx$/),
        expect.stringMatching(/^C1\/2025-03-12-childBroughtIn-[\w-]+\.txt$/),
        'C1/records.csv',
        'C1/records.json',
      ]),
    );
    expect(paths.every((path) => path?.startsWith('C1/'))).toBe(true);
    expect(named(child, 'Of another child.')).toEqual([]);
    const texts = [...child].filter(([path]) => /childBroughtIn.*txt$/.test(path));
    expect(texts.map(([, text]) => text).join()).toMatch(/not written in Footprint/);
    expect(named(staff, 'Off for two weeks.').length).toBeGreaterThanOrEqual(4);
    expect(named(staff, 'Seen at home.')).toEqual([]);
    expect(named(child, 'Off for two weeks.')).toEqual([]);
  });

  it('[OUT9] an old one is chosen with whoever has the child last, where nobody then is known', async () => {
    const workspace = await withOldRecords();
    const line = finishedLines(workspace).find(({ kind }) => kind === 'childBroughtIn');
    const [staff] = bodies(workspace, 'staff').filter(({ name }) => name === 'Priya Shah');
    expect(line?.workers).toEqual([staff?.ref]);
  });
});
