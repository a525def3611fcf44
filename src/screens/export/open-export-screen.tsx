import { useState } from 'react';
import { countOf } from '#domain/count-words.ts';
import type { ExportFile } from '#domain/out/export-file.ts';
import { openExport } from '#exchange/out/open-export.ts';
import { paceOf } from '#exchange/out/pace.ts';
import { type ImportPlan, planImport } from '#exchange/out/plan-import.ts';
import { takeInExport } from '#exchange/out/take-in-export.ts';
import { settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { FileField } from '#ui/file-field.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { WarningText } from '#ui/warning-text.tsx';

type Step =
  | { readonly at: 'file'; readonly problem?: string }
  | { readonly at: 'busy' }
  | { readonly at: 'preview'; readonly parts: readonly ExportFile[]; readonly plan: ImportPlan }
  | { readonly at: 'done'; readonly plan: ImportPlan };

const failed =
  'The file was not taken in, because this browser could not write its storage. Your records are as they were. Try again.';
const unreadableFile =
  'The file could not be read. It may be open in another program. Nothing on this device has been changed.';

/** An export: looked at, counted, and only then taken in. */
export function OpenExportScreen() {
  const workspace = useWorkspace();
  useAll('settings');
  const [step, setStep] = useState<Step>({ at: 'file' });
  const [isMe, setIsMe] = useState(false);

  async function look(file: File) {
    setStep({ at: 'busy' });
    try {
      const opened = await openExport(file);
      if (opened.outcome === 'unreadable') return setStep({ at: 'file', problem: opened.reason });
      const pace = paceOf({ nowMs: workspace.ports.nowMs });
      const plan = await planImport(workspace, opened.parts, pace);
      if (plan.outcome === 'unreadable') return setStep({ at: 'file', problem: plan.reason });
      setStep({ at: 'preview', parts: opened.parts, plan });
    } catch (cause) {
      console.warn('the export was not read', cause);
      setStep({ at: 'file', problem: unreadableFile });
    }
  }
  async function take(parts: readonly ExportFile[]) {
    setStep({ at: 'busy' });
    try {
      const taken = await takeInExport(workspace, parts, { isMe });
      setStep(
        taken.outcome === 'taken'
          ? { at: 'done', plan: taken.plan }
          : { at: 'file', problem: taken.reason },
      );
    } catch (cause) {
      console.warn('the export was not taken in', cause);
      setStep({ at: 'file', problem: failed });
    }
  }
  return (
    <Page
      title={titles[step.at]}
      documentTitle="Read in an export"
      back={<BackLink href="/export">Save records to files</BackLink>}
      width="text"
      focusKey={step.at}
    >
      {settingsOf(workspace).synthetic ? (
        <p className="govuk-body">This is the example caseload: it takes no files.</p>
      ) : (
        <>
          {step.at === 'file' && (
            <ChooseFile problem={step.problem} onFile={(file) => void look(file)} />
          )}
          {step.at === 'busy' && (
            <p className="govuk-body" role="status">
              Reading the file
            </p>
          )}
          {step.at === 'preview' && (
            <>
              <Counts plan={step.plan} />
              {step.plan.maybeMe && (
                <CheckboxField
                  label="It was made by me, on another device"
                  hint={`By ${step.parts[0]?.madeBy.name ?? ''}. What that device says of its owner will count as yours.`}
                  name="isMe"
                  checked={isMe}
                  onChange={async (event) => setIsMe(event.target.checked)}
                />
              )}
              <ButtonGroup>
                {step.plan.rows.length > 0 && (
                  <Button onClick={() => void take(step.parts)}>
                    {`Take in ${countOf(step.plan.rows.length, 'record')}`}
                  </Button>
                )}
                <Button variant="secondary" onClick={() => setStep({ at: 'file' })}>
                  {step.plan.rows.length > 0 ? 'Do not take it in' : 'Choose another file'}
                </Button>
              </ButtonGroup>
            </>
          )}
          {step.at === 'done' && (
            <p className="govuk-body">
              {countOf(step.plan.rows.length, 'record')} taken in. <Link href="/">Home</Link>
            </p>
          )}
        </>
      )}
    </Page>
  );
}

const titles: Record<Step['at'], string> = {
  file: 'Read in an export',
  busy: 'Read in an export',
  preview: 'What is in this file',
  done: 'Taken in',
};

interface ChooseFileProps {
  readonly problem: string | undefined;
  readonly onFile: (file: File) => void;
}

const ChooseFile = ({ problem, onFile }: ChooseFileProps) => (
  <>
    {problem && (
      <div role="alert">
        <WarningText>{problem}</WarningText>
      </div>
    )}
    <p className="govuk-body">
      What is here already is never written over. You see what would come in before anything is
      changed.
    </p>
    <FileField
      label="Export of Footprint"
      hint="A file that ends in .json, or the ZIP that a large one came in. Up to 50 MB"
      name="export"
      accept=".json,.zip,application/json,application/zip"
      onFile={onFile}
    />
  </>
);

function Counts({ plan }: { readonly plan: ImportPlan }) {
  const { rows, here, changed, refused, signatures } = plan;
  return (
    <>
      <SummaryList
        rows={[
          { key: 'New', value: countOf(rows.length, 'record') },
          { key: 'Here already', value: countOf(here, 'record') },
          {
            key: 'Changed',
            value:
              changed === 0
                ? 'none'
                : `${countOf(changed, 'record')} here with another text. What is here is kept.`,
          },
          ...(signatures > 0
            ? [
                {
                  key: 'Signatures',
                  value: `${signatures}, unverified until the key is known on this device`,
                },
              ]
            : []),
        ]}
      />
      {refused.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Not taken in</h2>
          <ul className="govuk-list govuk-list--bullet">
            {refused.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
