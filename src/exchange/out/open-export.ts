import type { ExportFile } from '#domain/out/export-file.ts';
import { exportLimits, readExport, unreadable } from '#domain/out/read-export.ts';

export type OpenedExport =
  | { readonly outcome: 'read'; readonly parts: readonly ExportFile[] }
  | { readonly outcome: 'unreadable'; readonly reason: string };

const notUtf8 = 'This file is damaged: it is not text.';
const tooLarge = 'This ZIP holds more than an export can hold.';

/** Reads an export, one JSON file or a ZIP of several, without writing anything. */
export async function openExport(file: File): Promise<OpenedExport> {
  if (file.size > exportLimits.zipBytes) return unreadable('This file is larger than 50 MB.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const texts = isZip ? await textsInZip(bytes) : [textOf(bytes)];
  if (!texts) return unreadable(tooLarge);
  const parts: ExportFile[] = [];
  for (const text of texts) {
    if (text === undefined) return unreadable(notUtf8);
    const read = readExport(text);
    if (read.outcome === 'unreadable') return read;
    parts.push(read.file);
  }
  return allThere(parts) ?? { outcome: 'read', parts: parts.toSorted(byNumber) };
}

const byNumber = (a: ExportFile, b: ExportFile): number => a.part.number - b.part.number;

/** Parts of one export, each once. One part alone can be read in, before or after the others. */
function allThere(parts: readonly ExportFile[]): OpenedExport | undefined {
  if (parts.length === 1) return undefined;
  const made = new Set(parts.map(({ exportedAt, part }) => `${exportedAt} ${part.of}`));
  const numbers = new Set(parts.map(({ part }) => part.number));
  const isWhole = made.size === 1 && numbers.size === parts.length;
  return isWhole ? undefined : unreadable('This ZIP is not one export of Footprint.');
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined; // the file may be anything
  }
}

/**
 * Undefined where it holds more than it may: by what it says of itself before a byte is unpacked, and by
 * what came out.
 */
async function textsInZip(bytes: Uint8Array): Promise<readonly (string | undefined)[] | undefined> {
  const { unzipSync } = await import('fflate');
  let entries = 0;
  let declared = 0;
  let isTooMuch = false;
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(bytes, {
      filter: ({ size, originalSize }) => {
        entries += 1;
        declared += originalSize;
        isTooMuch ||=
          entries > exportLimits.zipEntries ||
          declared > exportLimits.zipBytes ||
          originalSize > exportLimits.bytes ||
          originalSize > Math.max(size, 1) * exportLimits.zipRatio;
        return !isTooMuch;
      },
    });
  } catch {
    return [undefined]; // cut short, or no ZIP: said as damaged
  }
  const unpacked = Object.values(files);
  const actual = unpacked.reduce((sum, { length }) => sum + length, 0);
  if (isTooMuch || actual > exportLimits.zipBytes) return undefined;
  return unpacked.length === 0 ? [undefined] : unpacked.map(textOf);
}
