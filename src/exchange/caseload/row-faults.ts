import type { CsvRow } from './csv-rows.ts';
import type { FaultList } from './fault-list.ts';
import type { TableHead } from './table-head.ts';

/** A row that `addRowFaults` has something to say about: one in thousands. */
export const isMisshapen = (
  { headings }: Pick<TableHead, 'headings'>,
  { cells, strayQuote }: CsvRow,
): boolean => strayQuote || cells.length !== headings.length;

/** What is wrong with a row before anybody looks at what it says. The row is read all the same. */
export function addRowFaults(
  { file, headings }: TableHead,
  { line, cells, strayQuote }: CsvRow,
  childRef: string,
  faults: FaultList,
): void {
  const at = { file, line, childRef };
  if (strayQuote)
    faults.add({
      ...at,
      value: cells.join(', '),
      problem: 'A quotation mark on this line is not closed. The line was read as it stands',
      wouldBeRight: 'A quotation mark at each end of the text, or none',
    });
  if (cells.length !== headings.length)
    faults.add({
      ...at,
      value: cells.join(', '),
      problem: `The row has ${cells.length} values under ${headings.length} headings. Values may stand under the wrong heading`,
      wouldBeRight: `${headings.length} values, and quotation marks around text with a comma in it`,
    });
}
