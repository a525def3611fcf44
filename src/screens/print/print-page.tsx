import type { ReactNode } from 'react';
import type { PrintDocument } from '#exchange/print/document.ts';
import { Paper } from '#exchange/print/paper.tsx';
import { PrintSheet } from '#exchange/print/print-sheet.tsx';
import { SittingGate } from '#exchange/sitting/sitting-gate.tsx';
import { useAskEachTime } from '#exchange/sitting/use-ask-each-time.ts';
import { Button } from '#ui/button.tsx';
import { Destination } from '#ui/destination.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { BackLink, Page } from '#ui/page.tsx';

interface PrintPageProps {
  readonly document: PrintDocument;
  /** For the audit: which record left. */
  readonly recordId: string;
  readonly back: { readonly href: string; readonly words: string };
  /** One child's record goes with a sitting; what leaves in bulk or from the staff file asks each time. */
  readonly asks: 'sitting' | 'eachTime' | 'nothing';
  readonly above?: ReactNode;
}

/** A document as it will be on paper, and the way to the printer. Its title holds no name. */
export function PrintPage({ document, recordId, back, asks, above }: PrintPageProps) {
  useAskEachTime(asks === 'eachTime');
  const print = <Button onClick={() => window.print()}>Print</Button>;
  return (
    <Page
      title={`Print: ${document.title}`}
      documentTitle={document.title}
      back={<BackLink href={back.href}>{back.words}</BackLink>}
      width="text"
      focusKey={recordId}
    >
      <Belongs file={document.file} />
      {above}
      {asks === 'nothing' ? (
        print
      ) : (
        <>
          <InsetText>
            Paper is not protected once it leaves Footprint. Your browser can also save it as a PDF,
            which is not kept locked.
          </InsetText>
          <SittingGate what="print this" asks={asks}>
            {print}
          </SittingGate>
        </>
      )}
      <PrintSheet document={document} />
      <Paper document={document} recordId={recordId} />
    </Page>
  );
}

/** Where what is on the paper is kept. */
function Belongs({ file }: Pick<PrintDocument, 'file'>) {
  if (file === 'blank' || file === 'child') return null;
  return (
    <p className="govuk-body">
      <Destination file={file} />
    </p>
  );
}
