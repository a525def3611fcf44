import { type ReactNode, type Ref, useState } from 'react';
import { worthLines } from '#exchange/print/evidence.ts';
import { Paper } from '#exchange/print/paper.tsx';
import { SittingGate } from '#exchange/sitting/sitting-gate.tsx';
import { noteAudit } from '#storage/audit.ts';
import { settingsOf } from '#storage/settings.ts';
import { childSignaturesOf } from '#storage/signing/signatures.ts';
import { sittingUntilMs } from '#storage/signing/sitting-clock.ts';
import { useChildSignatures, useSignedRecord } from '#storage/signing/use-signatures.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Details } from '#ui/details.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import {
  buildChildExport,
  type ChildExportInput,
  childDocument,
  decisionDocument,
} from './child-exports.ts';
import { forgetClipboard, noteCopied } from './copied-text.ts';

/**
 * [Note: Ways out of a child's text] The clipboard is reached from this file and from nowhere else with a
 * child's text in hand; the printer from here and from the pages of src/exchange/print. Every part takes records of the
 * child's file and builds the text itself from the registry, so that no screen can add a word; and each asks
 * whether a sitting is open at the moment the text leaves. `ways-out.test.ts` of src/exchange holds it.
 */
type Input = Omit<ChildExportInput, 'signatures'>;

/** What a paste gives once the text was written over. Not nothing: some systems leave the old text then. */
const REMOVED = 'Footprint: copied text removed';
const COPIED = 'Copied';
const NOT_COPIED = 'Could not copy. Select the text on the record’s own page and press Ctrl and C.';
const ASK_AGAIN = 'Enter your passphrase on this page first.';

async function toClipboard(copied: string): Promise<void> {
  await navigator.clipboard.writeText(copied);
}

/** Which of the registry's texts: the record itself, or its decision record (A5). */
type Copied = 'caseSystemText' | 'decisionRecord';

/** Answers with what is to be said. */
async function copyOut(workspace: Workspace, given: Input, as: Copied): Promise<string> {
  if (sittingUntilMs(workspace) === undefined) return ASK_AGAIN;
  const signatures = await childSignaturesOf(workspace, given.record.id);
  const input = { ...given, signatures };
  await forgetClipboard(); // of the record before: two writes at once could end in either order
  try {
    await toClipboard(buildChildExport(as, input));
  } catch (cause) {
    console.warn('the browser did not copy', cause);
    return NOT_COPIED;
  }
  await noteCopy(workspace, input.record.id);
  return COPIED;
}

/** Never throws: it has left all the same, and what could not be noted is no reason to say that it has not. */
async function noteCopy(workspace: Workspace, recordId: string) {
  noteCopied(() => toClipboard(REMOVED));
  await noteAudit(workspace, 'copied', recordId).catch((cause: unknown) =>
    console.warn('that a text was copied was not noted', cause),
  );
}

interface CopyButtonProps {
  readonly input: Input;
  readonly label: string;
  /** Read out after the label, where a page has several. */
  readonly about?: string;
  readonly as?: Copied;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onCopied?: () => void;
}

/** Shown while a sitting is open. */
export function CopyChildTextButton(props: CopyButtonProps) {
  const { input, label, about, as = 'caseSystemText', ref, onCopied } = props;
  const workspace = useWorkspace();
  const announce = useAnnounce();
  // Of this text: one that was corrected since is not the one that was copied.
  const of = `${input.record.id} ${input.amendments.length}`;
  const [result, setResult] = useState({ of: '', said: '' });
  async function copy() {
    const said = await copyOut(workspace, input, as);
    setResult({ of, said });
    announce(said);
    if (said === COPIED) onCopied?.();
  }
  return (
    <>
      <Button variant="secondary" ref={ref} onClick={() => void copy()}>
        {label}
        {about && <span className="govuk-visually-hidden"> {about}</span>}
      </Button>
      {result.of === of && <p className="fp-copied">{result.said}</p>}
    </>
  );
}

/** Said wherever text can be copied: what we cannot take back. */
export function ClipboardLimits() {
  return (
    <Details summary="Copied text is not protected once it leaves Footprint">
      <p>
        It is written over when you mark a record as recorded and when Footprint locks, where the
        browser allows it. When Footprint locks by itself behind another window, browsers do not.
      </p>
      <p>
        Clipboard history (the Windows key and V), a clipboard shared between devices and any other
        program may have kept it.
      </p>
    </Details>
  );
}

/** One record: its text to read, and the ways out of it behind the gate. */
export function ChildTextOut({ input: given }: { readonly input: Input }) {
  const workspace = useWorkspace();
  const signatures = useChildSignatures(given.record.id);
  const { caseSystem } = settingsOf(workspace);
  const input = { ...given, signatures };
  const worth = worthLines(useSignedRecord(given.record.id));
  return (
    <>
      <TextByHand recordId={input.record.id}>
        <ReadOnlyText
          label={`Text for ${caseSystem}`}
          text={buildChildExport('caseSystemText', input)}
        />
      </TextByHand>
      <SittingGate what={`copy or print this record for ${caseSystem}`}>
        <ButtonGroup>
          <CopyChildTextButton input={given} label={`Copy for ${caseSystem}`} />
          <Button variant="secondary" onClick={() => window.print()}>
            Print
          </Button>
        </ButtonGroup>
      </SittingGate>
      <ClipboardLimits />
      <Paper document={childDocument(input, worth)} recordId={input.record.id} />
    </>
  );
}

/** The same behind the same gate, as a decision record (A5). */
export function DecisionRecordOut({ input: given }: { readonly input: Input }) {
  const signatures = useChildSignatures(given.record.id);
  const input = { ...given, signatures };
  const worth = worthLines(useSignedRecord(given.record.id));
  return (
    <>
      <TextByHand recordId={input.record.id}>
        <ReadOnlyText label="Decision record" text={buildChildExport('decisionRecord', input)} />
      </TextByHand>
      <SittingGate what="copy or print this decision record">
        <ButtonGroup>
          <CopyChildTextButton input={given} label="Copy" as="decisionRecord" />
          <Button variant="secondary" onClick={() => window.print()}>
            Print
          </Button>
        </ButtonGroup>
      </SittingGate>
      <ClipboardLimits />
      <Paper document={decisionDocument(input, worth)} recordId={input.record.id} />
    </>
  );
}

function ReadOnlyText({ label, text }: { readonly label: string; readonly text: string }) {
  return <TextAreaField name="copy" label={label} rows={10} grow readOnly value={text} />;
}

interface TextByHandProps {
  readonly recordId: string;
  readonly children: ReactNode;
}

/** Selected and copied by hand it leaves as by the button: asked for, and noted. */
function TextByHand({ recordId, children }: TextByHandProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  return (
    <div
      onCopy={(event) => {
        if (sittingUntilMs(workspace) !== undefined) {
          void noteCopy(workspace, recordId);
          return;
        }
        event.preventDefault();
        announce(ASK_AGAIN);
      }}
    >
      {children}
    </div>
  );
}
