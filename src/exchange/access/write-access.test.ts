import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { FileSink } from '#exchange/out/save-to-disk.ts';
import { findStaff } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findAll } from '#storage/writes.ts';
import { aSupervisionStory, offSick } from '../../../test/supervision-story.ts';
import { planAccess } from './plan-access.ts';
import { findSubject } from './subjects.ts';
import { accessFile } from './write-access.ts';

async function packOf(workspace: Workspace, kind: 'child' | 'staff', rowId: string) {
  const subject = findSubject(workspace, kind, rowId);
  if (!subject) throw new Error('nobody');
  const plan = await planAccess(workspace, subject);
  const file = accessFile(workspace, plan);
  const chunks: Uint8Array[] = [];
  const sink: FileSink = {
    write: async (chunk) => {
      chunks.push(chunk);
    },
    close: async () => {},
    abort: async () => {},
  };
  const progress: number[] = [];
  await file.write(sink, { onProgress: (done) => progress.push(done) });
  const files = unzipSync(new Uint8Array(Buffer.concat(chunks)));
  const read = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const text = Object.keys(files)
    .filter((path) => path.endsWith('.txt'))
    .map(read)
    .join('\n');
  return { plan, file, paths: Object.keys(files), read, text, progress };
}

const story = () => aSupervisionStory({ telling: offSick, gap: true });
const childRow = (workspace: Workspace, reference: string) =>
  findAll(workspace, 'children', (child) => child.reference === reference)[0]?.id ?? '';

it('[ACCESS1] a child’s pack: finished records as printed, drafts, and no word of the supervision file', async () => {
  const { workspace } = await story();
  const { text, file, paths, plan, progress } = await packOf(
    workspace,
    'child',
    childRow(workspace, 'C1'),
  );
  expect(file).toMatchObject({ kind: 'accessPack', type: 'application/zip' });
  expect(file.fileName).toMatch(/^footprint-access-C1-\d{4}-\d\d-\d\d\.zip$/);
  for (const words of ['Ring the school', 'Both are seen this week.', 'A call from the school.'])
    expect(text).toContain(words);
  const { impact, depthWhy, wellbeing, staffText, disagrees, absence } = offSick;
  for (const words of [impact, depthWhy, wellbeing, staffText, disagrees, absence.detail])
    expect(text).not.toContain(words);
  expect(progress.at(-1)).toBe(plan.records);
  for (const { path } of plan.texts)
    expect(paths).toEqual(expect.arrayContaining([`${path}.txt`, `${path}.docx`]));
});

it('[ACCESS2] a member of staff’s pack: what was told, answered and written; no record of a child', async () => {
  const { workspace, priya } = await story();
  const { text } = await packOf(workspace, 'staff', findStaff(workspace, priya)?.id ?? '');
  const { impact, depthWhy, wellbeing, staffText, disagrees, absence } = offSick;
  for (const words of [impact, depthWhy, wellbeing, staffText, disagrees, absence.detail])
    expect(text).toContain(words);
  expect(text).not.toContain('Both are seen this week.');
  expect(text.match(/.*Grace H.*/g)).toBeNull();
});

it('[ACCESS1] a pack is read by a person: no name of a key, no day or moment or number of a machine', async () => {
  const { workspace, priya } = await story();
  for (const [kind, rowId] of [
    ['child', childRow(workspace, 'C1')],
    ['staff', findStaff(workspace, priya)?.id ?? ''],
  ] as const) {
    const { text } = await packOf(workspace, kind, rowId);
    // What somebody typed stays as it is, a day among it too.
    const ours = text.split('\n').filter((line) => !/^(Text|Absences, (From|To)):/.test(line));
    expect(ours.filter((line) => /^[^:]*\b[a-z]+[A-Z]\w*\b[^:]*: /.test(line))).toEqual([]);
    expect(ours.filter((line) => /: [a-z]+[A-Z]\w*$/.test(line))).toEqual([]);
    expect(ours.filter((line) => /\d{4}-\d\d-\d\dT\d\d/.test(line))).toEqual([]);
    expect(ours.filter((line) => /: \d{4}-\d\d-\d\d$/.test(line))).toEqual([]);
    expect(ours.filter((line) => /[0-9a-f]{8}-[0-9a-f]{4}-/.test(line))).toEqual([]);
  }
});

it('[ACCESS3] who else is named is listed, with file, place and words; names are in no file name', async () => {
  const { workspace } = await story();
  const { read, paths, plan } = await packOf(workspace, 'child', childRow(workspace, 'C1'));
  const list = read('other-people-named.csv');
  expect(list).toContain('"Ben H","Brother or sister","C2"');
  expect(list).toContain('"Member of staff"');
  expect(list).not.toContain('"Grace H","');
  const [mention] = plan.mentions.filter(({ person }) => person.name === 'Ben H');
  expect(paths).toContain(`${mention?.path}.txt`);
  expect(read(`${mention?.path}.txt`)).toContain(mention?.text.replaceAll('…', ''));
  expect(paths.join(' ')).not.toMatch(/Grace|Ben|Priya/);
  expect(read('what-is-in-this-pack.txt')).toContain('What is not in it');
  expect(read('manifest.csv').split('\r\n').length).toBe(paths.length - 2 + 2);
});

it('nobody is found by another kind, and an alias of a child is theirs', async () => {
  const { workspace } = await story();
  expect(findSubject(workspace, 'other', 'x')).toBeUndefined();
  expect(findSubject(workspace, 'child', 'x')).toBeUndefined();
  expect(findSubject(workspace, 'staff', childRow(workspace, 'C1'))).toBeUndefined();
});
