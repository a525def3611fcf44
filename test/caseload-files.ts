import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answerRequest, type CaseloadRequest } from '../src/exchange/caseload/answer-request.ts';
import type { Fault, ImportedCaseload } from '../src/exchange/caseload/imported-caseload.ts';
import { today } from './builders.ts';

/** The SYNTHETIC sample extract. */
const folder = fileURLToPath(new URL('./fixtures/ssd/', import.meta.url));
export const sampleNames = readdirSync(folder).filter((name) => name.endsWith('.csv'));
export const sampleText = (name: string) => readFileSync(`${folder}${name}`, 'utf8');

export const fileOf = (name: string, content: string | Uint8Array<ArrayBuffer>) =>
  new File([content], name, { lastModified: 0 });

export const sampleFiles = () => sampleNames.map((name) => fileOf(name, sampleText(name)));

/** Nothing to wait for, nobody to tell. */
export const noPace = { progress: () => {}, pause: async () => {} };

type SsdOptions = Extract<CaseloadRequest, { kind: 'ssd' }>['options'];
type CsvOptions = Extract<CaseloadRequest, { kind: 'csv' }>['options'];

export const readDataset = async (files: readonly File[], options: Partial<SsdOptions> = {}) =>
  (await answerRequest(
    { kind: 'ssd', files, options: { today, ...options } },
    noPace,
  )) as ImportedCaseload; // a read is answered with a caseload

export const readCsvFile = async (file: File, options: Omit<CsvOptions, 'today'>) =>
  (await answerRequest(
    { kind: 'csv', file, options: { today, ...options } },
    noPace,
  )) as ImportedCaseload; // as above

/** A CSV, every cell quoted. */
export const csvOf = (rows: readonly (readonly string[])[], newline = '\r\n') =>
  rows
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join(newline);

/** Faults without what every one of them has. */
export const inShort = ({ file, line, field, value, problem, wouldBeRight, kept }: Fault) => ({
  ...{ file, line, field, value, problem, wouldBeRight, kept },
});

/** Fields at commas and nothing else: the sample has no quotation marks. */
export function plainRows(name: string): readonly Record<string, string>[] {
  const [head = '', ...lines] = sampleText(name).trim().split('\r\n');
  const headings = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(headings.map((heading, i) => [heading, cells[i] ?? '']));
  });
}
