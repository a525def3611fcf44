import type { Unzip } from 'fflate';
import type { NewFault } from './fault-list.ts';
import { type Pace, SLICE, type Source } from './read-table.ts';

export interface ZipEntry {
  /** With its folders, as it stands in the zip. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type Unzipped =
  | {
      readonly outcome: 'read';
      readonly entries: readonly ZipEntry[];
      readonly left: readonly string[];
    }
  | { readonly outcome: 'refused'; readonly why: Pick<NewFault, 'problem' | 'wouldBeRight'> };

/** A workbook has a part for each sheet and more; an extract has 22 tables. */
const MOST_ENTRIES = { zip: 50, workbook: 500 };
/** Bytes of everything inside together, as declared and as they come out. */
export const MOST_BYTES = 50_000_000;
/** Text is seldom a twentieth of its size; a file made to fill a memory is a thousandth. */
const MOST_RATIO = 100;
/** Below this a ratio says nothing: a column of the same word is a hundredth too. */
const SMALL = 1_000_000;

/** Bytes of the record that ends a zip, without and with the longest remark. */
const END = 22;
const LONGEST_END = END + 65_535;

const tooLarge = {
  problem: `What is in the file is larger than ${MOST_BYTES / 1_000_000} MB. Nothing of it was read`,
  wouldBeRight: 'The tables as CSV files, or fewer of them in one file',
};
const tooDense = {
  problem: 'The file unpacks to more than a hundred times its size. Nothing of it was read',
  wouldBeRight: 'The tables as CSV files',
};
const damaged = {
  problem: 'The file cannot be opened. It is damaged, or has a password',
  wouldBeRight: 'The file without a password, saved or downloaded again',
};

class Refused extends Error {
  readonly why: Pick<NewFault, 'problem' | 'wouldBeRight'>;
  constructor(why: Refused['why']) {
    super('refused');
    this.why = why;
  }
}

/**
 * Opens a zip file in slices, holding what `isWanted`. Limits are kept while it is read: nothing larger
 * than they allow is ever in memory. The names of other files are answered; folders are no files.
 */
export async function unzip(
  source: Source,
  pace: Pace,
  isWanted: (name: string) => boolean,
): Promise<Unzipped> {
  const { Unzip, UnzipInflate } = await import('fflate');
  const held = new Held(source, isWanted);
  const reader = new Unzip((file) => held.begin(file));
  reader.register(UnzipInflate);
  try {
    for (let at = 0; at < source.size; at += SLICE) {
      const end = Math.min(at + SLICE, source.size);
      reader.push(new Uint8Array(await source.slice(at, end).arrayBuffer()), end === source.size);
      pace.progress({ file: source.name, done: end, total: source.size });
      await pace.pause();
    }
    return held.whole(await entriesSaid(source));
  } catch (cause) {
    if (cause instanceof Refused) return { outcome: 'refused', why: cause.why };
    if (isOfZip(cause)) return { outcome: 'refused', why: damaged };
    throw cause;
  }
}

/** What cannot be inflated is an error with a code. So is a DOMException, which whoever cancels throws. */
const isOfZip = (cause: unknown): boolean =>
  cause instanceof Error &&
  !(cause instanceof DOMException) &&
  'code' in cause &&
  typeof cause.code === 'number';

type Beginning = Parameters<NonNullable<Unzip['onfile']>>[0];

class Held {
  readonly #source: Source;
  readonly #isWanted: (name: string) => boolean;
  readonly #entries: ZipEntry[] = [];
  readonly #left: string[] = [];
  readonly #mostEntries: number;
  #count = 0;
  #open = 0;
  #declared = 0;
  #actual = 0;

  constructor(source: Source, isWanted: (name: string) => boolean) {
    this.#source = source;
    this.#isWanted = isWanted;
    this.#mostEntries = MOST_ENTRIES[/\.xls[xm]$/i.test(source.name) ? 'workbook' : 'zip'];
  }

  begin(file: Beginning): void {
    this.#count += 1;
    if (this.#count > this.#mostEntries)
      throw new Refused({
        problem: `There are more than ${this.#mostEntries} files in it. Nothing of it was read`,
        wouldBeRight: 'A zip file with the tables of one extract and nothing else',
      });
    this.#declare(file);
    if (file.name.endsWith('/')) return;
    if (!this.#isWanted(file.name)) {
      this.#left.push(file.name);
      return;
    }
    const chunks: Uint8Array[] = [];
    this.#open += 1;
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error;
      this.#add(chunk.length);
      chunks.push(chunk);
      if (!isLast) return;
      this.#open -= 1;
      this.#entries.push({ name: file.name, bytes: joined(chunks) });
    };
    file.start();
  }

  /** What the zip says of itself: refused before a byte of it comes out. */
  #declare({ size = 0, originalSize = 0 }: Beginning): void {
    this.#declared += originalSize;
    if (this.#declared > MOST_BYTES) throw new Refused(tooLarge);
    if (originalSize > SMALL && size > 0 && originalSize / size > MOST_RATIO)
      throw new Refused(tooDense);
  }

  #add(bytes: number): void {
    this.#actual += bytes;
    if (this.#actual > MOST_BYTES) throw new Refused(tooLarge);
    if (this.#actual > SMALL && this.#actual / this.#source.size > MOST_RATIO)
      throw new Refused(tooDense);
  }

  /** A file that was cut off between two entries looks whole but for its end: no table may be missing. */
  whole(said: number | undefined): Unzipped {
    if (this.#count === 0 || this.#open > 0 || said !== this.#count)
      return { outcome: 'refused', why: damaged };
    return { outcome: 'read', entries: this.#entries, left: this.#left };
  }
}

/** How many entries the end of the zip says it has; undefined where it has no end. */
async function entriesSaid(source: Source): Promise<number | undefined> {
  const from = Math.max(0, source.size - LONGEST_END);
  const end = new DataView(await source.slice(from, source.size).arrayBuffer());
  for (let at = end.byteLength - END; at >= 0; at -= 1)
    if (end.getUint32(at) === 0x504b0506) return end.getUint16(at + 10, true);
  return undefined;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
