import { countOf } from '#domain/count-words.ts';
import { CSV_START, csvLines } from '#domain/out/csv.ts';
import { exportPieces } from '#domain/out/export-file.ts';
import { fileReference, shortId, uniqueNames } from '#domain/out/file-name.ts';
import { byOwner, type FinishedLine, kindLabel, type OutFile } from '#domain/out/kinds.ts';
import { documentText } from '#exchange/print/document.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { findStaff } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { type Bytes, utf8 } from '#vault/bytes.ts';
import { sha256 } from '#vault/hash.ts';
import { sha256OfBytes } from '#vault/hash-bytes.ts';
import { type CsvRecord, csvColumns, csvRows } from './csv-record.ts';
import { documentOf } from './documents.ts';
import { type DocxMaker, docxMaker } from './docx-maker.ts';
import { headerOf, recordsFinder, rowsOf } from './export-rows.ts';
import { type ManifestLine, manifestCsv, manifestJson } from './manifest.ts';
import { type Pace, paceOf } from './pace.ts';
import type { FileSink } from './save-to-disk.ts';
import { type ZipWriter, zipTo } from './zip.ts';

export const outFormats = {
  docx: 'Word files (DOCX), one for each record',
  txt: 'Plain text, one for each record',
  csv: 'Spreadsheet (CSV), one for each folder',
  json: 'Data (JSON) for another system, one for each folder',
} as const;
export type OutFormat = keyof typeof outFormats;

export interface Batch {
  readonly file: OutFile;
  /** Chosen and in order: each owner's together. */
  readonly lines: readonly FinishedLine[];
  readonly formats: readonly OutFormat[];
}

export interface BatchControls {
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal | undefined;
  readonly giveWay?: () => Promise<void>;
}

/**
 * One ZIP with a folder for each child, or for each practitioner, and a list of every file in it with its
 * hash. It is written to `sink` and left open: whoever asked closes it. In slices that yield; throws
 * `Cancelled` where the signal says so.
 */
export async function makeBatch(
  workspace: Workspace,
  { file, lines, formats }: Batch,
  sink: FileSink,
  { onProgress = () => {}, ...controls }: BatchControls = {},
): Promise<{ readonly files: number }> {
  const pace = paceOf({ nowMs: workspace.ports.nowMs, ...controls });
  const zip = zipTo(sink, pace, workspace.now);
  const manifest: ManifestLine[] = [];
  const word = docxMaker();
  const making: Making = { workspace, formats, pace, word, put: putter(zip, manifest) };
  const recordsOf = recordsFinder(workspace, file);
  let done = 0;
  try {
    for (const folder of foldersOf(workspace, file, lines)) {
      const table: CsvRecord[] = [];
      const names = uniqueNames(folder.lines.map(nameOf));
      for (const [at, line] of folder.lines.entries()) {
        const path = `${folder.folder}/${names[at] ?? ''}`;
        table.push(...(await putRecord(making, { ...folder, path }, line)));
        done += 1;
        onProgress(done);
      }
      await putTogether(making, folder, table, recordsOf(folder.lines));
    }
  } finally {
    word.end();
  }
  const files = manifest.length;
  await zip.add('manifest.csv', utf8(manifestCsv(manifest)));
  await zip.add('manifest.json', utf8(manifestJson(manifest, workspace.now)));
  await zip.end();
  return { files };
}

interface Making {
  readonly workspace: Workspace;
  readonly formats: readonly OutFormat[];
  readonly pace: Pace;
  readonly word: DocxMaker;
  readonly put: ReturnType<typeof putter>;
}

const nameOf = ({ id, day, kind }: FinishedLine): string =>
  `${day || 'no-date'}-${kind}-${shortId(id)}`;

/** The files that each record has to itself. Answers with what it is in the folder's table. */
async function putRecord(
  { workspace, formats, pace, word, put }: Making,
  { path, reference }: Folder & { readonly path: string },
  { id, day, kind }: FinishedLine,
): Promise<readonly CsvRecord[]> {
  const document = await documentOf(workspace, id);
  await pace.breathe();
  if (!document) return [];
  const recordSha256 = await sha256(workspace.set.findAnywhere(id)?.text ?? '');
  const about = { reference, day, recordId: id, kind: kindLabel(kind), recordSha256 };
  if (formats.includes('txt')) await put(`${path}.txt`, utf8(documentText(document)), about);
  if (formats.includes('docx'))
    await put(`${path}.docx`, await word.make(document), about, 'asItIs');
  await pace.breathe();
  return [{ id, day, document }];
}

/** The files that hold all of a folder. */
async function putTogether(
  { workspace, formats, pace, put }: Making,
  { folder, reference, lines }: Folder,
  table: readonly CsvRecord[],
  records: readonly OpenRecord[],
): Promise<void> {
  const several = { reference, day: '', recordId: '', recordSha256: '' };
  const about = { ...several, kind: countOf(lines.length, 'record') };
  if (formats.includes('csv'))
    await put(`${folder}/records.csv`, await csvBytes(table, pace), about);
  if (!formats.includes('json')) return;
  const file = lines[0]?.file ?? 'child';
  const rows = await rowsOf(records, pace);
  const pieces = [...exportPieces(headerOf(workspace, file), rows)];
  await put(`${folder}/records.json`, utf8(pieces.join('')), about);
}

type About = Omit<ManifestLine, 'path' | 'bytes' | 'sha256'>;

export const putter =
  (zip: ZipWriter, manifest: ManifestLine[]) =>
  async (path: string, bytes: Bytes, about: About, how: 'press' | 'asItIs' = 'press') => {
    manifest.push({ path, ...about, bytes: bytes.length, sha256: await sha256OfBytes(bytes) });
    await zip.add(path, bytes, how);
  };

async function csvBytes(records: readonly CsvRecord[], { breathe }: Pace): Promise<Bytes> {
  let text = CSV_START + csvLines([csvColumns]);
  for (const record of records) {
    text += csvLines(csvRows(record));
    await breathe();
  }
  return utf8(text);
}

interface Folder {
  readonly folder: string;
  readonly reference: string;
  readonly lines: readonly FinishedLine[];
}

/** By the reference, never by the name (OUT2). */
function foldersOf(
  workspace: Workspace,
  file: OutFile,
  lines: readonly FinishedLine[],
): readonly Folder[] {
  const owners = byOwner(lines);
  const wanted = owners.map(([ref]) => folderName(workspace, file, ref));
  const folders = uniqueNames(wanted);
  return owners.map(([, own], at) => ({
    folder: folders[at] ?? '',
    reference: wanted[at] ?? '',
    lines: own,
  }));
}

export function folderName(workspace: Workspace, file: OutFile, ref: string): string {
  if (file === 'child') {
    const { reference = '', name = '' } = findChild(workspace, ref)?.body ?? {};
    return fileReference({ reference: reference || notLocal(ref), ref, name }, 'child');
  }
  const name = findStaff(workspace, ref)?.body.name ?? '';
  return fileReference({ reference: notLocal(ref), ref, name }, 'practitioner');
}

const notLocal = (ref: string): string => (ref.startsWith('local:') ? '' : ref);
