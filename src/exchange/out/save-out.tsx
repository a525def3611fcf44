import { useEffect, useRef, useState } from 'react';
import { countOf } from '#domain/count-words.ts';
import { type Purpose, purposeKeys, purposes } from '#domain/out/purposes.ts';
import { SittingGate } from '#exchange/sitting/sitting-gate.tsx';
import { useAskEachTime } from '#exchange/sitting/use-ask-each-time.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { fieldId } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import type { FormError } from '#ui/use-form-errors.ts';
import { WarningText } from '#ui/warning-text.tsx';
import { type LetOut, letOut, type OutgoingFile } from './let-out.ts';

interface SaveOutProps {
  readonly id: string;
  /** "save these records in one ZIP". */
  readonly what: string;
  readonly button: string;
  readonly asks: 'sitting' | 'eachTime';
  readonly file: OutgoingFile;
  /** What is not right on the page yet, and who is told that somebody tried to save all the same. */
  readonly errors?: readonly FormError[];
  readonly onProblem?: () => void;
}

type State =
  | { readonly at: 'ready'; readonly result?: LetOut['outcome'] }
  | { readonly at: 'making'; readonly done: number };

const results: Partial<Record<LetOut['outcome'], string>> = {
  notAsked: 'Not saved. Enter your passphrase on this page first.',
  closed: 'Not saved: no place was chosen for the file.',
  cancelled: 'Cancelled. No file was saved.',
  failed:
    'The file was not saved: the browser could not make it or write it there. Your records are as they were. Try again, or choose another folder.',
};

/** What it is for, who is there, and then the file, with how far it is. See [Note: The export file]. */
export function SaveOut(props: SaveOutProps) {
  const { id, what, button, asks, file, errors = [], onProblem } = props;
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [purpose, setPurpose] = useState<Purpose | ''>('');
  const [missing, setMissing] = useState(0);
  const [state, setState] = useState<State>({ at: 'ready' });
  const making = useRef<AbortController>(undefined);
  useAskEachTime(asks === 'eachTime');
  useEffect(() => () => making.current?.abort(), []);

  async function save() {
    if (purpose === '' || errors.length > 0) {
      setMissing((count) => count + 1);
      onProblem?.();
      return;
    }
    if (making.current) return;
    const ended = new AbortController();
    making.current = ended;
    const { outcome } = await letOut(workspace, file, {
      ...{ purpose, asks, signal: ended.signal },
      onProgress: (done) => setState({ at: 'making', done }),
    });
    making.current = undefined;
    setState({ at: 'ready', result: outcome });
    announce(
      outcome === 'saved' ? `Saved. ${countOf(file.records, 'record')}` : (results[outcome] ?? ''),
    );
  }
  const error = missing > 0 && purpose === '' ? 'Choose what the file is for' : undefined;
  const shown = [
    ...(missing > 0 ? errors : []),
    ...(error ? [{ id: fieldId(id, 'purpose'), message: error }] : []),
  ];
  if (state.at === 'making')
    return (
      <Making records={file.records} done={state.done} onCancel={() => making.current?.abort()} />
    );
  return (
    <>
      <ErrorSummary errors={shown} submitCount={missing} />
      <WarningText>This file is not protected once it leaves Footprint.</WarningText>
      <p className="govuk-body">
        Save it where your council keeps confidential files. Anybody who has the file can read it.
        {asks === 'eachTime' && ' You are asked who you are for each file.'}
      </p>
      <Form id={id} onSubmit={(event) => event.preventDefault()}>
        <SelectField
          label="What is it for?"
          hint="Kept with the date and the number of records. Nothing of what is in them is noted."
          name="purpose"
          error={error}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value as Purpose)}
          options={[
            { value: '', label: 'Choose' },
            ...purposeKeys.map((value) => ({ value, label: purposes[value] })),
          ]}
        />
      </Form>
      {state.result && (
        <Result key={state.result} outcome={state.result} fileName={file.fileName} />
      )}
      <SittingGate id={`${id}-sitting`} what={what} asks={asks}>
        <Button onClick={() => void save()}>{button}</Button>
      </SittingGate>
    </>
  );
}

interface ResultProps {
  readonly outcome: LetOut['outcome'];
  readonly fileName: string;
}

function Result({ outcome, fileName }: ResultProps) {
  const part = useFocusOnArrival<HTMLParagraphElement>();
  const saved = `Saved. Check that ${fileName}, or what you called it, is where you chose to save it.`;
  return (
    <p className="govuk-body" ref={part} tabIndex={-1}>
      <strong>{results[outcome] ?? saved}</strong>
    </p>
  );
}

/** What had the focus went with the change. */
function useFocusOnArrival<Part extends HTMLElement>() {
  const part = useRef<Part>(null);
  useEffect(() => part.current?.focus(), []);
  return part;
}

interface MakingProps {
  readonly records: number;
  readonly done: number;
  readonly onCancel: () => void;
}

function Making({ records, done, onCancel }: MakingProps) {
  const part = useFocusOnArrival<HTMLDivElement>();
  return (
    <div ref={part} tabIndex={-1}>
      <p className="govuk-body">
        <label>
          {`Making the file: ${done} of ${countOf(records, 'record')} `}
          <progress max={records} value={done} />
        </label>
      </p>
      <Button variant="secondary" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
