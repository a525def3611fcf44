import { assert } from '#domain/assert.ts';
import { CSV_START, csvLines } from '#domain/out/csv.ts';
import { exportPieces } from '#domain/out/export-file.ts';
import { shortId } from '#domain/out/file-name.ts';
import type { FinishedLine } from '#domain/out/kinds.ts';
import { documentText, type PrintDocument } from '#exchange/print/document.ts';
import type { Workspace } from '#storage/workspace.ts';
import { type Bytes, utf8 } from '#vault/bytes.ts';
import { csvColumns, csvRows } from './csv-record.ts';
import { documentOf } from './documents.ts';
import { docxMaker } from './docx-maker.ts';
import { headerOf, recordsFinder, rowsOf } from './export-rows.ts';
import type { OutgoingFile } from './let-out.ts';
import { folderName, type OutFormat } from './make-batch.ts';
import { paceOf } from './pace.ts';

const types: Record<OutFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
};

/** One finished record as a file. Its name is of the reference and the day (OUT2). */
export function recordFile(
  workspace: Workspace,
  line: FinishedLine,
  format: OutFormat,
): OutgoingFile {
  const { id, file, ownerRef, day, kind } = line;
  const parts = ['footprint', folderName(workspace, file, ownerRef), day, kind, shortId(id)];
  return {
    fileName: `${parts.filter((part) => part !== '').join('-')}.${format}`,
    type: types[format],
    kind: file,
    records: 1,
    write: async (sink) => sink.write(await bytesOf(workspace, line, format)),
  };
}

async function bytesOf(
  workspace: Workspace,
  line: FinishedLine,
  format: OutFormat,
): Promise<Bytes> {
  const { id, day, file } = line;
  if (format === 'json') {
    const records = recordsFinder(workspace, file)([line]);
    const rows = await rowsOf(records, paceOf({ nowMs: workspace.ports.nowMs }));
    return utf8([...exportPieces(headerOf(workspace, file), rows)].join(''));
  }
  const document = await documentOf(workspace, id);
  assert(document, `record ${id} is not finished`);
  switch (format) {
    case 'txt':
      return utf8(documentText(document));
    case 'csv':
      return utf8(CSV_START + csvLines([csvColumns, ...csvRows({ id, day, document })]));
    case 'docx':
      return wordOf(document);
  }
}

async function wordOf(document: PrintDocument): Promise<Bytes> {
  const word = docxMaker();
  try {
    return await word.make(document);
  } finally {
    word.end();
  }
}
