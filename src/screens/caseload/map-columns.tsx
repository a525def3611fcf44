import { useState } from 'react';
import type { Look } from '#exchange/caseload/answer-request.ts';
import { type CsvField, csvFields } from '#exchange/caseload/csv-fields.ts';
import { type Mapping, mappingKey, mappingProblem } from '#exchange/caseload/csv-mapping.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { findAll } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { DatalistField } from '#ui/datalist-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';

interface MapColumnsProps {
  readonly look: Look;
  readonly onDone: (mapping: Mapping, headings: readonly string[], worker: string) => void;
}

/** Which column holds what: guessed, or as it was said the last time for the same headings. */
export function MapColumns({ look, onDone }: MapColumnsProps) {
  const workspace = useWorkspace();
  const [file] = look.files;
  const [mapping, setMapping] = useState<Mapping>(
    () => remembered(workspace, file) ?? file?.guess ?? { columns: {}, firstRowIsData: false },
  );
  const [worker, setWorker] = useState('');
  const [problem, setProblem] = useState({ words: '', count: 0 });
  if (!file) return null;
  const { headings, sample } = file;
  const choices = [
    { value: '', label: 'Not in this file' },
    ...headings.map((heading, place) => ({
      value: String(place),
      label: `${heading || `Column ${place + 1}`}: ${exampleOf(sample, place)}`,
    })),
  ];
  function choose(key: CsvField, value: string) {
    const { [key]: _was, ...others } = mapping.columns;
    const columns = value === '' ? others : { ...others, [key]: Number(value) };
    setMapping({ ...mapping, columns });
  }
  function submit() {
    const words = mappingProblem(mapping, worker.trim() !== '') ?? '';
    setProblem({ words, count: problem.count + 1 });
    if (words !== '') return;
    // Without headings the first row is somebody's record: only how many columns it has is kept.
    const kept = mapping.firstRowIsData ? headings.map(() => '') : headings;
    onDone(mapping, kept, worker.trim());
  }
  return (
    <>
      <ErrorSummary
        errors={problem.words ? [{ id: 'columns-reference', message: problem.words }] : []}
        submitCount={problem.count}
      />
      <p className="govuk-body">
        {file.file}, read as {file.encoding}. Check what each column holds. It is remembered for the
        next file with these headings.
      </p>
      <Form
        id="columns"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <CheckboxField
          name="firstRowIsData"
          small
          label="The first row is a child, not headings"
          checked={mapping.firstRowIsData}
          onChange={(event) =>
            setMapping({ ...mapping, firstRowIsData: event.currentTarget.checked })
          }
        />
        <div className="fp-columns">
          {csvFields.map(({ key, label }) => (
            <SelectField
              key={key}
              name={key}
              label={label}
              options={choices}
              value={String(mapping.columns[key] ?? '')}
              onChange={(event) => choose(key, event.currentTarget.value)}
            />
          ))}
        </div>
        <DatalistField
          name="defaultWorker"
          label="Worker, where a row names none"
          width="20"
          suggestions={practitioners(workspace).map(({ name }) => name)}
          value={worker}
          onChange={(event) => setWorker(event.currentTarget.value)}
        />
        <Button type="submit">Read the file</Button>
      </Form>
    </>
  );
}

const exampleOf = (sample: Look['files'][number]['sample'], place: number): string =>
  (sample.find((row) => row[place])?.[place] ?? 'empty').slice(0, 30);

function remembered(
  workspace: ReturnType<typeof useWorkspace>,
  file: Look['files'][number] | undefined,
): Mapping | undefined {
  if (!file) return undefined;
  const key = mappingKey(file.headings, file.guess);
  const before = findAll(workspace, 'imports', ({ headings, source, mapping }) => {
    const firstRowIsData = mapping.firstRowIsData === 'yes';
    return source === 'csv' && mappingKey(headings, { columns: {}, firstRowIsData }) === key;
  })
    .toSorted((a, b) => (a.body.at < b.body.at ? 1 : -1))
    .at(0)?.body.mapping;
  if (!before) return undefined;
  const { firstRowIsData, ...places } = before;
  const columns = Object.fromEntries(
    Object.entries(places).map(([field, place]) => [field, Number(place)]),
  );
  return { columns, firstRowIsData: firstRowIsData === 'yes' };
}

/** As it is kept with the import, to be offered for the next file with these headings. */
export function mappingToKeep({ columns, firstRowIsData }: Mapping): Record<string, string> {
  const places = Object.entries(columns).map(([field, place]) => [field, String(place)]);
  return { ...Object.fromEntries(places), firstRowIsData: firstRowIsData ? 'yes' : '' };
}
