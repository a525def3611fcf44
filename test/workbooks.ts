import { strToU8, zipSync } from 'fflate';

/** A cell of a workbook: text, or as Excel keeps what is not text. */
export type CellIn =
  | string
  | { readonly serial: number }
  | { readonly number: string }
  | { readonly boolean: boolean }
  | { readonly formula: string; readonly value: string }
  /** At an address of its own, which may be a wrong one. */
  | { readonly at: string; readonly value: string };

const escaped = (text: string) =>
  text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`).replaceAll('&#38;#', '&#');

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function cellXml(cell: CellIn, at: string, raw: boolean): string {
  const text = (value: string) => (raw ? value : escaped(value));
  if (typeof cell === 'string')
    return cell === '' ? '' : `<c r="${at}" t="inlineStr"><is><t>${text(cell)}</t></is></c>`;
  if ('serial' in cell) return `<c r="${at}" s="1"><v>${cell.serial}</v></c>`;
  if ('number' in cell) return `<c r="${at}"><v>${cell.number}</v></c>`;
  if ('boolean' in cell) return `<c r="${at}" t="b"><v>${cell.boolean ? 1 : 0}</v></c>`;
  const value = text(cell.value);
  if ('formula' in cell)
    return `<c r="${at}" t="str"><f>${escaped(cell.formula)}</f><v>${value}</v></c>`;
  return `<c r="${cell.at}" t="inlineStr"><is><t>${value}</t></is></c>`;
}

const sheetXml = (rows: readonly (readonly CellIn[])[], raw: boolean) =>
  `<worksheet xmlns="${main}"><sheetData>${rows
    .map((cells, y) => {
      const xml = cells.map((cell, x) =>
        cellXml(cell, `${String.fromCharCode(65 + x)}${y + 1}`, raw),
      );
      // Some programs number no rows, and none that is empty.
      return cells.length === 0 ? '' : `<row>${xml.join('')}</row>`;
    })
    .join('')}</sheetData></worksheet>`;

/** The least that is a workbook. A date is style 1, as in "04/03/2016". SYNTHETIC. */
export function aWorkbook(
  sheets: Readonly<Record<string, readonly (readonly CellIn[])[]>>,
  name = 'list.xlsx',
  raw = false,
): File {
  const names = Object.keys(sheets);
  const parts = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets>${names
      .map(
        (each, i) =>
          `<sheet name="${each.replaceAll('&', '&amp;')}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${rel}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join('')}<Relationship Id="rIdS" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/externalLinks/externalLink1.xml': '<externalLink/>',
    ...Object.fromEntries(
      names.map((each, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        sheetXml(sheets[each] ?? [], raw),
      ]),
    ),
  };
  return aZip(parts, name);
}

/** A zip file of texts. */
export function aZip(parts: Readonly<Record<string, string | Uint8Array>>, name: string): File {
  const bytes = Object.fromEntries(
    Object.entries(parts).map(([path, part]) => [
      path,
      typeof part === 'string' ? strToU8(part) : part,
    ]),
  );
  return new File([zipSync(bytes) as Uint8Array<ArrayBuffer>], name, { lastModified: 0 });
}
