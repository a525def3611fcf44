import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { toInstant } from '#domain/calendar-date.ts';
import { noteAudit } from '#storage/audit.ts';
import { myName, settingsOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { CopyBlock } from '#ui/copy-block.tsx';
import { buildChildExport, type ChildExportInput, printedLine } from './child-exports.ts';

/**
 * [Note: Ways out of a child's text] The clipboard and the printer are reached from this file and from
 * nowhere else with a child's text in hand. Both parts take records of the child's file and build the
 * text themselves from the registry, so that no screen can add a word. ./ways-out.test.ts holds it.
 */
interface ChildTextOutProps {
  readonly input: ChildExportInput;
}

export function CopyChildText({ input }: ChildTextOutProps) {
  const workspace = useWorkspace();
  const { caseSystem } = settingsOf(workspace);
  return (
    <CopyBlock
      label={`Text for ${caseSystem}`}
      hint="Copied text is not protected once it leaves Footprint."
      text={buildChildExport('caseSystemText', input)}
      rows={10}
      copyLabel={`Copy for ${caseSystem}`}
      onCopy={async (copied) => {
        await navigator.clipboard.writeText(copied);
        await noteAudit(workspace, 'copied', input.record.id);
      }}
    />
  );
}

/**
 * The button, and what the paper shows: the record's text and who printed it when. The paper is filled
 * when the browser is about to print, by the button or by its own menu, and is empty again afterwards.
 * The style sheet leaves everything else of the page out, so that a failure prints nothing.
 */
export function PrintChildText({ input }: ChildTextOutProps) {
  const workspace = useWorkspace();
  const [printedAt, setPrintedAt] = useState('');
  const recordId = input.record.id;
  useEffect(() => {
    // At once: the browser takes its picture when the event is over.
    const fill = () => {
      flushSync(() => setPrintedAt(workspace.now));
      // The paper is filled all the same: what could not be noted is no reason to hold it back.
      noteAudit(workspace, 'printed', recordId).catch((cause: unknown) =>
        console.warn('the printing was not noted', cause),
      );
    };
    const clear = () => setPrintedAt('');
    window.addEventListener('beforeprint', fill);
    window.addEventListener('afterprint', clear);
    return () => {
      window.removeEventListener('beforeprint', fill);
      window.removeEventListener('afterprint', clear);
    };
  }, [workspace, recordId]);
  return (
    <>
      <Button variant="secondary" onClick={() => window.print()}>
        Print
      </Button>
      <div className="fp-paper">
        {printedAt !== '' && (
          <>
            <p className="govuk-body">{printedLine(toInstant(printedAt), myName(workspace))}</p>
            <p className="govuk-body fp-text">{buildChildExport('printedRecord', input)}</p>
          </>
        )}
      </div>
    </>
  );
}
