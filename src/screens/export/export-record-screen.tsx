import { useState } from 'react';
import { kindLabel } from '#domain/out/kinds.ts';
import { finishedLines } from '#exchange/out/finished-lines.ts';
import { type OutFormat, outFormats } from '#exchange/out/make-batch.ts';
import { recordFile } from '#exchange/out/record-file.ts';
import { SaveOut } from '#exchange/out/save-out.tsx';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { RadiosField } from '#ui/radios-field.tsx';

const labels: Record<OutFormat, string> = {
  docx: 'Word file (DOCX)',
  txt: 'Plain text',
  csv: 'Spreadsheet (CSV)',
  json: 'Data (JSON) for another system',
};
const formats = Object.keys(outFormats) as OutFormat[]; // the keys of that table

/** One finished record as a file. A child's goes with a sitting, the supervision file asks each time. */
export function ExportRecordScreen({ recordId }: { readonly recordId: string }) {
  const workspace = useWorkspace();
  useAll('childAmendments');
  useAll('staffAmendments');
  useAll('childMarks');
  const [format, setFormat] = useState<OutFormat>('docx');
  const line = finishedLines(workspace).find(({ id }) => id === recordId);
  if (!line)
    return (
      <Page title="Record not found" width="text">
        <p className="govuk-body">
          There is no finished record with this address on this device. <Link href="/">Home</Link>
        </p>
      </Page>
    );
  const file = recordFile(workspace, line, format);
  return (
    <Page
      title="Save a record to a file"
      back={line.file === 'child' && <BackLink href={`/records/${recordId}`}>The record</BackLink>}
      width="text"
      focusKey={recordId}
    >
      {line.file === 'staff' && (
        <p className="govuk-body">
          <Destination file="staff" />
        </p>
      )}
      <p className="govuk-body">
        {kindLabel(line.kind)}. The file has the text as it is printed, with its corrections and
        signatures.
      </p>
      <RadiosField
        legend="Kind of file"
        legendSize="m"
        small
        name="format"
        value={format}
        onChange={(event) => setFormat(event.currentTarget.value as OutFormat)}
        options={formats.map((value) => ({ value, label: labels[value] }))}
      />
      <p className="govuk-body">
        It will be called <span className="fp-text">{file.fileName}</span>.
      </p>
      <SaveOut
        key={format}
        id="save"
        what="save this record to a file"
        button="Save to a file"
        asks={line.file === 'child' ? 'sitting' : 'eachTime'}
        file={file}
      />
    </Page>
  );
}
