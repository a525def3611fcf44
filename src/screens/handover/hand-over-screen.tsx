import { useEffect, useState } from 'react';
import type { HandoverNote } from '#domain/records/handover-note.ts';
import type { Staff } from '#domain/records/staff.ts';
import { acceptanceWords } from '#exchange/handover/acceptance.ts';
import { beginHandoverNote, handoverNoteOf } from '#storage/handover/handover-notes.ts';
import { handedOver } from '#storage/handover/supervision.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { settingsOf } from '#storage/settings.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { IdentityBar } from '#ui/identity-bar.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { HandedOverPart } from './handed-over-part.tsx';
import type { HandoverCommands } from './handover-commands.ts';
import { HandoverNoteForm } from './handover-note-form.tsx';
import { HandoverNoteHeld } from './handover-note-read.tsx';
import { NotInTheExample } from './handover-screen.tsx';
import { MakeFile } from './make-handover-screen.tsx';
import { SayThreeWords } from './say-three-words.tsx';
import { WaitForAcceptance } from './wait-for-acceptance.tsx';

interface HandOverScreenProps {
  /** The row of the supervisee. */
  readonly rowId: string;
  readonly commands: HandoverCommands;
}

/** A supervisee goes to another supervisor: the note, the file, the acceptance, and then letting go. */
export function HandOverScreen({ rowId, commands }: HandOverScreenProps) {
  const workspace = useWorkspace();
  useAll('settings');
  useAll('handoverNotes');
  useAll('handovers');
  const staff = useRecord('staff', rowId)?.body;
  if (settingsOf(workspace).synthetic) return <NotInTheExample />;
  if (!staff) {
    return (
      <Page title="Not found" width="text">
        <p className="govuk-body">
          This person is not on this device. <Link href="/handover">Files</Link>
        </p>
      </Page>
    );
  }
  const note = handoverNoteOf(workspace, staff.ref);
  const gone = handedOver(workspace).find((each) => each.staff.ref === staff.ref);
  const stage = gone ? 'gone' : !note ? 'begin' : note.body.finalisedAt === '' ? 'note' : 'made';
  return (
    <Page
      title="Hand over to another supervisor"
      documentTitle="Hand over a supervisee"
      width="text"
      back={<BackLink href="/handover">Files</BackLink>}
      focusKey={`${rowId} ${stage}`}
    >
      <IdentityBar name={staff.name} />
      {gone && <HandedOverPart gone={gone} />}
      {gone && note && note.body.finalisedAt !== '' && (
        <>
          <AnotherFile note={note} staff={staff} commands={commands} />
          <HandoverNoteHeld note={note.body} isGone />
        </>
      )}
      {stage === 'begin' && <Begin staff={staff} />}
      {stage === 'note' && note && <HandoverNoteForm key={note.id} record={note} />}
      {stage === 'made' && note && <Finalised note={note} staff={staff} commands={commands} />}
    </Page>
  );
}

function Begin({ staff }: { readonly staff: Staff }) {
  const workspace = useWorkspace();
  return (
    <>
      <p className="govuk-body">
        The new supervisor gets {staff.name}’s open children with their records and actions, the
        agreement, the finished notes, the next date and a handover note, in one locked file.
        Nothing about anybody else is in it.
      </p>
      <p className="govuk-body">
        Everything stays here as it is until the new supervisor says that it has arrived.
      </p>
      <Button onClick={() => void beginHandoverNote(workspace, staff.ref)}>
        Write the handover note
      </Button>
    </>
  );
}

interface FinalisedProps {
  readonly note: OpenRecord<'handoverNotes'>;
  readonly staff: Staff;
  readonly commands: HandoverCommands;
}

/** I handed over, or it was handed over to me. */
function Finalised({ note, staff, commands }: FinalisedProps) {
  const workspace = useWorkspace();
  const body: HandoverNote = note.body;
  const isMine = body.supervisorRef === settingsOf(workspace).me;
  return (
    <>
      {isMine && (
        <WaitForAcceptance
          note={body}
          make={() => commands.handOver(staff.ref, note.id)}
          superviseeRef={staff.ref}
        />
      )}
      {!isMine && <Words staff={staff} from={body.supervisor} />}
      {!isMine && (
        <p className="govuk-body">
          To hand {staff.name} over in your turn, write a note of your own.{' '}
          <Button variant="link" onClick={() => void beginHandoverNote(workspace, staff.ref)}>
            Write the handover note
          </Button>
        </p>
      )}
      <HandoverNoteHeld note={body} />
      <p className="govuk-body">
        <Link href={`/print/handover-note/${note.id}`}>Print the handover note</Link>
      </p>
    </>
  );
}

/** HAND17: what was finished since the file that was accepted goes in another. */
function AnotherFile({ note, staff, commands }: FinalisedProps) {
  const { toName, supervisorRef } = note.body;
  if (supervisorRef !== settingsOf(useWorkspace()).me) return null;
  return (
    <>
      <h2 className="govuk-heading-m">What was finished since</h2>
      <p className="govuk-body">
        What you finished after the file for {toName} was made is not in it. Another file has it.
        Nothing that {toName} has changed is written over.
      </p>
      <MakeFile
        name={toName}
        make={() => commands.handOver(staff.ref, note.id)}
        label="Make another file"
      />
    </>
  );
}

/** Again, for whoever did not write them down. */
function Words({ staff, from }: { readonly staff: Staff; readonly from: string }) {
  const taken = useAll('handovers')
    .filter(
      ({ direction, kind, about }) =>
        direction === 'takenIn' && kind === 'handOver' && about.includes(staff.ref),
    )
    .toSorted((a, b) => (a.takenInAt < b.takenInAt ? -1 : 1))
    .at(-1);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (taken) void acceptanceWords(taken.id).then(setWords);
  }, [taken]);
  return words === '' ? null : <SayThreeWords from={from} words={words} />;
}
