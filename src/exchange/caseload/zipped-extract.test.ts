import { describe, expect, it } from 'vitest';
import { today } from '../../../test/builders.ts';
import {
  noPace,
  readDataset,
  sampleFiles,
  sampleNames,
  sampleText,
} from '../../../test/caseload-files.ts';
import { aZip } from '../../../test/workbooks.ts';
import { answerRequest, type Look } from './answer-request.ts';

const texts = Object.fromEntries(
  sampleNames.map((name) => [`out/extract/${name}`, sampleText(name)]),
);
const zipped = aZip(texts, 'extract.zip');
const look = async (file: File) =>
  (await answerRequest({ kind: 'look', files: [file], statuses: [], today }, noPace)) as Look;

describe('the dataset in a zip file', { timeout: 60_000 }, () => {
  it('is the same caseload as its folder', async () => {
    expect((await look(zipped)).source).toBe('ssd');
    expect(await readDataset([zipped])).toEqual(await readDataset(sampleFiles()));
  });

  it('may have other files in it: they are named, and not read', async () => {
    const more = { ...texts, 'out/read me.pdf': '%PDF', '__MACOSX/out/._ssd_person.csv': 'x' };
    const { children, faults } = await readDataset([aZip(more, 'extract.zip')]);
    const { children: plain, faults: before } = await readDataset(sampleFiles());
    expect(children).toEqual(plain);
    expect(faults.length).toBe(before.length + 1);
    expect(faults[0]).toMatchObject({
      file: 'extract.zip',
      problem: 'These files in it were not read: read me.pdf',
      kept: true,
    });
  });

  it('can be cancelled between any two slices', async () => {
    const pace = { ...noPace, pause: () => Promise.reject(new DOMException('', 'AbortError')) };
    const reading = answerRequest({ kind: 'ssd', files: [zipped], options: { today } }, pace);
    await expect(reading).rejects.toHaveProperty('name', 'AbortError');
  });
});

describe('a zip file that is not as it should be is refused with a sentence', {
  timeout: 60_000,
}, () => {
  const said = async (file: File) => (await look(file)).faults.map(({ problem }) => problem);
  const zeros = (megabytes: number) => new Uint8Array(megabytes * 1_000_000);
  const noise = (size: number) => {
    let seed = 7;
    return Uint8Array.from({ length: size }, () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return seed >>> 24;
    });
  };
  const dense = 'The file unpacks to more than a hundred times its size. Nothing of it was read';
  const large = 'What is in the file is larger than 50 MB. Nothing of it was read';

  it('too many files', async () => {
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`${i}.csv`, 'a,b']));
    expect(await said(aZip(many, 'x.zip'))).toEqual([
      'There are more than 50 files in it. Nothing of it was read',
    ]);
  });

  it('far larger than it says, or than its size', async () => {
    expect(await said(aZip({ 'a.csv': zeros(5) }, 'x.zip'))).toEqual([dense]);
    const six = Object.fromEntries(
      Array.from({ length: 6 }, (_, i) => [`${i}.csv`, withNoise(zeros(9), noise(120_000))]),
    );
    expect(await said(aZip(six, 'x.zip'))).toEqual([large]);
  });

  it('lying about it: what comes out is counted', async () => {
    for (const [parts, why] of [
      [{ 'a.csv': zeros(5) }, dense],
      [{ 'a.csv': withNoise(zeros(60), noise(700_000)) }, large],
    ] as const) {
      const bytes = new Uint8Array(await aZip(parts, 'x.zip').arrayBuffer());
      new DataView(bytes.buffer).setUint32(22, 10, true); // its size in the head of its one file
      expect(await said(new File([bytes], 'x.zip'))).toEqual([why]);
    }
  });

  it('cut off, or only its beginning', async () => {
    const bytes = new Uint8Array(await zipped.arrayBuffer());
    const why = ['The file cannot be opened. It is damaged, or has a password'];
    expect(await said(new File([bytes.slice(0, 5000)], 'x.zip'))).toEqual(why);
    expect(await said(new File([bytes.slice(0, 4)], 'x.zip'))).toEqual(why);
  });
});

function withNoise(zeros: Uint8Array, noise: Uint8Array): Uint8Array {
  zeros.set(noise);
  return zeros;
}
