import { staffAmendmentsOf } from '#storage/staff-amendments.ts';
import { useSignedRecord } from '#storage/use-signatures.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { worthLines } from './print/evidence.ts';
import { Paper } from './print/paper.tsx';
import { staffDocument } from './print/staff-document.ts';
import { SittingGate } from './sitting/sitting-gate.tsx';

interface StaffTextProps {
  /** The parts of the text: the head first, how it was finalised last. */
  readonly blocks: readonly string[];
  readonly title: string;
  /** Whose supervision it is: told by initials at the head of each page. */
  readonly about: string;
  readonly recordId: string;
  /** "print this cancellation". */
  readonly what: string;
}

/** A text of the supervision file: to read, and to print once it was asked who is there. */
export function StaffTextOut({ blocks, title, about, recordId, what }: StaffTextProps) {
  const workspace = useWorkspace();
  useAll('staffAmendments');
  const amendments = staffAmendmentsOf(workspace, recordId);
  const worth = worthLines(useSignedRecord(recordId));
  const printed = staffDocument({ blocks, title, about, amendments, worth });
  return (
    <>
      <div className="govuk-body fp-text">{blocks.join('\n\n')}</div>
      <SittingGate what={what}>
        <ButtonGroup>
          <Button variant="secondary" onClick={() => window.print()}>
            Print
          </Button>
        </ButtonGroup>
      </SittingGate>
      <Paper document={printed} recordId={recordId} />
    </>
  );
}
