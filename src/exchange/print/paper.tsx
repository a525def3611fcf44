import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { toInstant } from '#domain/dates/calendar-date.ts';
import { noteAudit } from '#storage/audit.ts';
import { myName, settingsOf } from '#storage/settings.ts';
import { sittingUntilMs } from '#storage/signing/sitting-clock.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import type { PrintDocument } from './document.ts';
import { PrintSheet } from './print-sheet.tsx';
import { printedLine } from './printed-line.ts';

const NOT_PRINTED = 'Not printed. Enter your passphrase on this page first.';

interface PaperProps {
  readonly document: PrintDocument;
  /** For the audit: which record left. */
  readonly recordId: string;
}

/**
 * What the paper shows: the document and who printed it when. It is filled when the browser is about to
 * print, by the button or by its own menu, and is empty again afterwards. The style sheet leaves everything
 * else of the page out, so that a failure prints nothing. A blank form holds nothing to ask for.
 */
export function Paper({ document: printed, recordId }: PaperProps) {
  const workspace = useWorkspace();
  const [printing, setPrinting] = useState<{ readonly at: string; readonly isAsked: boolean }>();
  const isBlank = printed.file === 'blank';
  useEffect(() => {
    // At once: the browser takes its picture when the event is over.
    const fill = () => {
      const isAsked = isBlank || sittingUntilMs(workspace) !== undefined;
      flushSync(() => setPrinting({ at: workspace.now, isAsked }));
      if (isAsked && !isBlank) void noteLeft(workspace, recordId);
    };
    const clear = () => setPrinting(undefined);
    window.addEventListener('beforeprint', fill);
    window.addEventListener('afterprint', clear);
    return () => {
      window.removeEventListener('beforeprint', fill);
      window.removeEventListener('afterprint', clear);
    };
  }, [workspace, recordId, isBlank]);
  useRunningHead(workspace, printed);
  return (
    <div className="fp-paper">
      {printing && !printing.isAsked && <p className="govuk-body">{NOT_PRINTED}</p>}
      {printing?.isAsked && (
        <>
          {!isBlank && (
            <p className="govuk-body">{printedLine(toInstant(printing.at), myName(workspace))}</p>
          )}
          <PrintSheet document={printed} />
        </>
      )}
    </div>
  );
}

/** Never throws: it has left all the same, and what could not be noted is no reason to say that it has not. */
async function noteLeft(workspace: Workspace, recordId: string): Promise<void> {
  await noteAudit(workspace, 'printed', recordId).catch((cause: unknown) =>
    console.warn('that a page was printed was not noted', cause),
  );
}

/** The head of each page: the style sheet's margin boxes read it from the root of the page. */
function useRunningHead(workspace: Workspace, { title, reference }: PrintDocument): void {
  const { synthetic } = settingsOf(workspace);
  useEffect(() => {
    const { style } = window.document.documentElement;
    const head = [title, reference].filter((words) => words !== '').join(' · ');
    style.setProperty('--fp-head', quoted(head));
    if (synthetic) style.setProperty('--fp-mark', quoted('SYNTHETIC: example data'));
    return () => {
      style.removeProperty('--fp-head');
      style.removeProperty('--fp-mark');
    };
  }, [title, reference, synthetic]);
}

/** A text as a string of CSS: a reference is typed, and may hold a quotation mark or a line break. */
const quoted = (text: string): string =>
  `"${text.replace(/[\n\r\f]+/g, ' ').replace(/["\\]/g, (sign) => `\\${sign}`)}"`;
