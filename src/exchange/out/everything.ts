import { type ExportRow, exportPieces } from '#domain/out/export-file.ts';
import { exportLimits } from '#domain/out/read-export.ts';
import type { Workspace } from '#storage/workspace.ts';
import { type Bytes, utf8 } from '#vault/bytes.ts';
import { everythingIn, headerOf, rowsOf } from './export-rows.ts';
import type { BatchControls } from './make-batch.ts';
import { type Pace, paceOf } from './pace.ts';
import type { FileSink } from './save-to-disk.ts';
import { zipTo } from './zip.ts';

/** Below what is read in again: quotes and breaks in a text take room when it is written as JSON. */
const PART_BYTES = 0.8 * exportLimits.bytes;
const WRITE_BYTES = 256 * 1024;

/** How many files an export of everything is, and whether they go into one ZIP. */
export interface EverythingPlan {
  readonly parts: readonly (readonly ExportRow[])[];
  readonly records: number;
}

/** Cut so that each part can be read in by itself: the list of people and children goes first. */
export async function planEverything(
  workspace: Workspace,
  controls: BatchControls = {},
): Promise<EverythingPlan> {
  await workspace.queue.flush();
  const pace = paceOf({ nowMs: workspace.ports.nowMs, ...controls });
  const rows = await rowsOf(everythingIn(workspace), pace);
  const parts: ExportRow[][] = [[]];
  let bytes = 0;
  for (const row of rows) {
    const size = JSON.stringify(row).length;
    const part = parts.at(-1) ?? [];
    const isFull = part.length >= exportLimits.records || bytes + size > PART_BYTES;
    if (isFull && part.length > 0) {
      parts.push([row]);
      bytes = size;
    } else {
      part.push(row);
      bytes += size;
    }
    await pace.breathe();
  }
  return { parts, records: rows.length };
}

export const everythingFileName = (day: string, { parts }: EverythingPlan): string =>
  `footprint-everything-${day}.${parts.length === 1 ? 'json' : 'zip'}`;

/** One JSON file, or a ZIP of several. Written to `sink` and left open. Throws `Cancelled`. */
export async function writeEverything(
  workspace: Workspace,
  { parts }: EverythingPlan,
  sink: FileSink,
  controls: BatchControls = {},
): Promise<void> {
  const pace = paceOf({ nowMs: workspace.ports.nowMs, ...controls });
  const headed = parts.map((rows, at) => ({
    header: headerOf(workspace, 'everything', { number: at + 1, of: parts.length }),
    rows,
  }));
  const [only, ...more] = headed;
  if (only && more.length === 0) {
    for await (const chunk of chunks(exportPieces(only.header, only.rows), pace))
      await sink.write(chunk);
    return;
  }
  const zip = zipTo(sink, pace, workspace.now);
  for (const { header, rows } of headed) {
    const whole: Bytes[] = [];
    for await (const chunk of chunks(exportPieces(header, rows), pace)) whole.push(chunk);
    await zip.add(`part-${header.part.number}.json`, joined(whole));
  }
  await zip.end();
}

async function* chunks(pieces: Iterable<string>, { breathe }: Pace): AsyncGenerator<Bytes> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < WRITE_BYTES) continue;
    yield utf8(text);
    text = '';
    await breathe();
  }
  yield utf8(text);
}

function joined(chunks: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
