import { CSV_START, csvLines } from '#domain/out/csv.ts';

/** One file of a ZIP, as the list in it has it. References and days; no name and no text. */
export interface ManifestLine {
  readonly path: string;
  readonly kind: string;
  readonly reference: string;
  readonly day: string;
  /** '' of a file that holds several. */
  readonly recordId: string;
  /** Of the stored text: what a signature is over. '' of a file that holds several. */
  readonly recordSha256: string;
  readonly bytes: number;
  readonly sha256: string;
}

const columns = [
  ['File', 'path'],
  ['Kind', 'kind'],
  ['Reference', 'reference'],
  ['Date', 'day'],
  ['Record', 'recordId'],
  ['SHA-256 of the record', 'recordSha256'],
  ['Bytes', 'bytes'],
  ['SHA-256 of the file', 'sha256'],
] as const satisfies readonly (readonly [string, keyof ManifestLine])[];

export const manifestCsv = (lines: readonly ManifestLine[]): string =>
  CSV_START +
  csvLines([
    columns.map(([heading]) => heading),
    ...lines.map((line) => columns.map(([, key]) => line[key])),
  ]);

export const manifestJson = (lines: readonly ManifestLine[], madeAt: string): string =>
  `${JSON.stringify({ format: 'footprint-manifest', version: 1, madeAt, files: lines }, undefined, 1)}\n`;
