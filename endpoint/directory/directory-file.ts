import { readFile, stat } from 'node:fs/promises';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Directory } from './directory.ts';
import { readDirectory } from './read-directory.ts';

interface DirectoryFile {
  readonly path: string;
  readonly today: () => CalendarDate;
  readonly onWrong: (why: string) => void;
}

/**
 * The directory as the file has it now: looked at with each request, so that somebody who left is out
 * with the next one. A file that cannot be used changes nothing and is said once. Throws where the first
 * one cannot be used.
 */
export async function openDirectoryFile({ path, today, onWrong }: DirectoryFile) {
  const first = readDirectory(await readFile(path, 'utf8'), today());
  if (first.outcome === 'wrong') throw new Error(`${path} cannot be used: ${first.why}.`);
  let directory: Directory = first.directory;
  let seen = await stampOf(path);

  return async (): Promise<Directory> => {
    const stamp = await stampOf(path);
    if (stamp === seen) return directory;
    seen = stamp;
    try {
      const read = readDirectory(await readFile(path, 'utf8'), today());
      if (read.outcome === 'read') directory = read.directory;
      else onWrong(read.why);
    } catch {
      onWrong('it cannot be read');
    }
    return directory;
  };
}

async function stampOf(path: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return 'gone'; // said by the reading that follows
  }
}
