import { useMemo, useRef, useState } from 'react';
import { countOf } from '#domain/count-words.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import type { Look } from '#exchange/caseload/answer-request.ts';
import { undoLastImport } from '#exchange/caseload/bring-in.ts';
import type { Mapping } from '#exchange/caseload/csv-mapping.ts';
import type { ImportedCaseload } from '#exchange/caseload/imported-caseload.ts';
import { lastImport } from '#exchange/caseload/last-import.ts';
import { listedRefs } from '#exchange/caseload/listed-child.ts';
import { lookInWorker, type Outcome, readInWorker } from '#exchange/caseload/read-in-worker.ts';
import type { Progress } from '#exchange/caseload/read-table.ts';
import { profileOf, settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { FileField } from '#ui/file-field.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { useGoTo } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import { ChooseSheet } from './choose-sheet.tsx';
import { ChooseWorkers } from './choose-workers.tsx';
import { MapColumns } from './map-columns.tsx';
import { NotInTheExample } from './not-in-the-example.tsx';
import { PreviewImport } from './preview-import.tsx';

type Step =
  | { readonly at: 'files' }
  | { readonly at: 'reading' }
  | { readonly at: 'sheet'; readonly file: File; readonly sheets: readonly string[] }
  | { readonly at: 'columns'; readonly file: File; readonly look: Look }
  | {
      readonly at: 'workers';
      readonly read: ImportedCaseload;
      readonly mapping?: Mapping;
      readonly headings?: readonly string[];
    }
  | {
      readonly at: 'preview';
      readonly read: ImportedCaseload;
      readonly workers: readonly string[];
      readonly withoutWorker: boolean;
      readonly mapping?: Mapping;
      readonly headings?: readonly string[];
    }
  | { readonly at: 'problem'; readonly words: string };

/** A file from the case system: read, whose children, what changes, and only then written. */
export function ImportScreen() {
  const workspace = useWorkspace();
  useAll('children');
  const [step, setStep] = useState<Step>({ at: 'files' });
  const [progress, setProgress] = useState<Progress>();
  const reading = useRef<AbortController>(undefined);
  const goTo = useGoTo();
  const today = todayIn(workspace);
  const statuses = useMemo(() => cohortOptions(profileOf(workspace)), [workspace]);
  if (settingsOf(workspace).synthetic)
    return <NotInTheExample title="The example takes no files" />;

  const options = {
    today,
    listed: listedRefs(bodies(workspace, 'children')),
  };

  async function read<T>(
    work: (signal: AbortSignal) => Promise<Outcome<T>>,
  ): Promise<T | undefined> {
    reading.current = new AbortController();
    setStep({ at: 'reading' });
    setProgress(undefined);
    const outcome = await work(reading.current.signal);
    if (outcome.outcome === 'read') return outcome.result;
    if (outcome.outcome === 'cancelled') setStep({ at: 'files' });
    else {
      const words =
        'The file could not be read. It may be open in another program, or too large for this computer. Nothing has been changed. Close it there and choose it again';
      setStep({ at: 'problem', words });
    }
    return undefined;
  }

  async function look(files: readonly File[], sheet?: string) {
    const found = await read((signal) =>
      lookInWorker(
        { files, statuses, today, ...(sheet === undefined ? {} : { sheet }) },
        { signal, onProgress: setProgress },
      ),
    );
    if (!found) return;
    if (found.source === 'none') {
      const why = found.faults[0];
      const words = why ? `${why.file}: ${why.problem}` : 'No table was found in these files';
      setStep({ at: 'problem', words: `${words}. Nothing has been changed` });
      return;
    }
    const [file] = files;
    if (found.source === 'csv' && file) {
      const { sheets = [], headings = [] } = found.files[0] ?? {};
      if (sheets.length > 1 && sheet === undefined) setStep({ at: 'sheet', file, sheets });
      else if (headings.length === 0) setStep({ at: 'problem', words: emptySheet });
      else setStep({ at: 'columns', file, look: found });
      return;
    }
    const result = await read((signal) =>
      readInWorker({ kind: 'ssd', files, options }, { signal, onProgress: setProgress }),
    );
    if (result) setStep({ at: 'workers', read: result });
  }

  async function readCsv(
    file: File,
    mapping: Mapping,
    headings: readonly string[],
    worker: string,
    sheet = '',
  ) {
    const result = await read((signal) =>
      readInWorker(
        { kind: 'csv', file, sheet, options: { today, statuses, mapping, defaultWorker: worker } },
        { signal, onProgress: setProgress },
      ),
    );
    if (result) setStep({ at: 'workers', read: result, mapping, headings });
  }

  return (
    <Page
      title={titles[step.at]}
      documentTitle="Caseload file"
      back={<BackLink href="/children">My list</BackLink>}
      focusKey={step.at}
    >
      {step.at === 'files' && <ChooseFiles onFiles={(files) => void look(files)} />}
      {step.at === 'problem' && (
        <>
          <WarningText>{step.words}.</WarningText>
          <Button onClick={() => setStep({ at: 'files' })}>Choose files again</Button>
        </>
      )}
      {step.at === 'reading' && (
        <>
          <p className="govuk-body" role="status">
            {progressWords(progress)}
          </p>
          <Button variant="secondary" onClick={() => reading.current?.abort()}>
            Cancel
          </Button>
        </>
      )}
      {step.at === 'sheet' && (
        <ChooseSheet sheets={step.sheets} onDone={(sheet) => void look([step.file], sheet)} />
      )}
      {step.at === 'columns' && (
        <MapColumns
          look={step.look}
          onDone={(mapping, headings, worker) =>
            void readCsv(step.file, mapping, headings, worker, step.look.files[0]?.sheet)
          }
        />
      )}
      {step.at === 'workers' && (
        <ChooseWorkers
          caseload={step.read}
          onDone={(workers, withoutWorker) =>
            setStep({ ...step, at: 'preview', workers, withoutWorker })
          }
        />
      )}
      {step.at === 'preview' && <PreviewImport {...step} onDone={() => goTo('/children')} />}
    </Page>
  );
}

const emptySheet = 'The sheet has no rows. Nothing has been changed';

const titles: Record<Step['at'], string> = {
  files: 'Bring in a caseload file',
  reading: 'Reading the file',
  sheet: 'Which sheet has the children?',
  columns: 'What is in each column?',
  workers: 'Whose children?',
  preview: 'What changes',
  problem: 'The file was not read',
};

function progressWords(progress: Progress | undefined): string {
  if (!progress) return 'Reading.';
  const { file, done, total } = progress;
  if (file === '') return `Putting children together: ${done} of ${total}.`;
  return `Reading ${file}: ${total > 0 ? Math.round((done / total) * 100) : 0}%.`;
}

function ChooseFiles({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const workspace = useWorkspace();
  useAll('imports');
  const [undone, setUndone] = useState('');
  const last = lastImport(workspace)?.body;
  const asAt = parseCalendarDate(last?.asAt ?? '');
  return (
    <>
      <p className="govuk-body">
        A CSV or an Excel workbook from the case system, or all the CSV tables of a Standard
        Safeguarding Dataset extract together or in one zip file. Nothing is written until you have
        seen what changes. Only the children of the workers you choose are kept.
      </p>
      <FileField name="files" label="Files" accept=".csv,.txt,.xlsx,.xlsm,.zip" onFiles={onFiles} />
      <FileField
        name="folder"
        label="Or the folder of an extract"
        accept=".csv"
        folder
        onFiles={(files) => onFiles(files.filter(({ name }) => /\.csv$/i.test(name)))}
      />
      {undone && <InsetText>{undone}</InsetText>}
      {last && !undone && (
        <p className="govuk-body">
          Last brought in: {countOf(last.childCount, 'child').replace('childs', 'children')}
          {asAt && `, as at ${formatDate(asAt)}`}.{' '}
          <Button
            variant="link"
            onClick={() =>
              void undoLastImport(workspace).then(({ rows, left }) =>
                setUndone(
                  `Undone: ${countOf(rows, 'row')} as before.${left > 0 ? ` ${countOf(left, 'row')} changed since, or with a finished record, stayed.` : ''}`,
                ),
              )
            }
          >
            Undo the last import
          </Button>
        </p>
      )}
    </>
  );
}
