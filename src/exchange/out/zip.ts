import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Bytes } from '#vault/bytes.ts';
import type { Pace } from './pace.ts';
import type { FileSink } from './save-to-disk.ts';

/** Pressed in pieces of this size: a few milliseconds each. */
const PIECE = 64 * 1024;

export interface ZipWriter {
  /** One file. A Word file is pressed already and goes in as it is. */
  readonly add: (path: string, bytes: Bytes, how?: 'press' | 'asItIs') => Promise<void>;
  readonly end: () => Promise<void>;
}

/**
 * A ZIP that leaves piece by piece. On this thread, in slices: the library's own workers are made of text,
 * which the page's policy does not let run.
 */
export function zipTo(sink: FileSink, { breathe }: Pace, madeAt: string): ZipWriter {
  const waiting: Bytes[] = [];
  let failed: Error | undefined;
  const zip = new Zip((cause, chunk) => {
    if (cause) failed = cause;
    else waiting.push(chunk as Bytes); // of a buffer that the library made
  });
  const flush = async () => {
    if (failed) throw failed;
    for (const chunk of waiting.splice(0)) await sink.write(chunk);
    await breathe();
  };
  return {
    add: async (path, bytes, how = 'press') => {
      const file = how === 'press' ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
      file.mtime = madeAt;
      zip.add(file);
      for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
        file.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
        await flush();
      }
    },
    end: async () => {
      zip.end();
      await flush();
    },
  };
}
