import { useState } from 'react';
import { download } from '#exchange/download.ts';
import type { MadeHandover } from '#exchange/handover/make-handover.ts';
import { mySupervisors } from '#storage/handover/my-supervisors.ts';
import { settingsOf } from '#storage/settings.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import type { HandoverCommands } from './handover-commands.ts';
import { NotInTheExample } from './handover-screen.tsx';

interface MakeHandoverScreenProps {
  /** The row of the person it is for. */
  readonly rowId: string;
  readonly commands: HandoverCommands;
}

/** One file for one person, and five words that travel another way. */
export function MakeHandoverScreen({ rowId, commands }: MakeHandoverScreenProps) {
  const workspace = useWorkspace();
  useAll('settings');
  const person = useRecord('staff', rowId)?.body;
  const { synthetic } = settingsOf(workspace);
  if (synthetic) return <NotInTheExample />;
  if (!person) {
    return (
      <Page title="Not found" width="text">
        <p className="govuk-body">
          This person is not on this device. <Link href="/handover">Files</Link>
        </p>
      </Page>
    );
  }
  const { name } = person;
  const forSupervisor = mySupervisors(workspace).includes(person.ref);

  return (
    <Page
      title={`A file for ${name}`}
      documentTitle="Make a hand-over file"
      width="text"
      back={<BackLink href="/handover">Files</BackLink>}
    >
      {forSupervisor ? (
        <p className="govuk-body">
          It holds what you have shared with {name}: your preparation, what you say of actions, your
          answers to records, and your part of the agreement. What you have not shared stays here.
        </p>
      ) : (
        <p className="govuk-body">
          It holds {name}’s own open children with their last actions, your sessions with {name}
          and their agendas with the reasons in them, the finished notes and records that wait for
          an answer, the agreement, days away, and the next date. It holds nothing about anyone
          else’s children or supervision.
        </p>
      )}
      <MakeFile name={name} make={() => commands.make(person.ref)} />
    </Page>
  );
}

type State =
  | { readonly status: 'idle' | 'making' | 'failed' }
  | { readonly status: 'made'; readonly made: MadeHandover };

interface MakeFileProps {
  readonly name: string;
  readonly make: () => Promise<MadeHandover>;
  readonly label?: string;
}

/** The button, and then the five words and what is in the file. */
export function MakeFile({ name, make, label = 'Make the file' }: MakeFileProps) {
  const [state, setState] = useState<State>({ status: 'idle' });
  async function press() {
    setState({ status: 'making' });
    try {
      const made = await make();
      download(made.fileName, made.blob);
      setState({ status: 'made', made });
    } catch {
      setState({ status: 'failed' });
    }
  }
  return (
    <>
      {state.status === 'made' ? (
        <Made name={name} made={state.made} />
      ) : (
        <Button disabled={state.status === 'making'} onClick={() => void press()}>
          {state.status === 'making' ? 'Making the file' : label}
        </Button>
      )}
      {state.status === 'failed' && (
        <WarningText>
          The file was not made, because this browser could not read or write its storage. Your
          records are as they were. Try again.
        </WarningText>
      )}
    </>
  );
}

function Made({ name, made }: { readonly name: string; readonly made: MadeHandover }) {
  return (
    <div role="status">
      <h2 className="govuk-heading-m">The five words</h2>
      <InsetText>
        <p className="govuk-body-l">
          <strong>{made.code}</strong>
        </p>
      </InsetText>
      <p className="govuk-body">
        Say them to {name}, face to face or by phone. Do not send them with the file. They are shown
        this once: if they are lost, make the file again.
      </p>
      <p className="govuk-body">
        {made.fileName} was handed to the browser to save. Check that it is where you chose to save
        it, then give it to {name} the way your council allows.
      </p>
      <h2 className="govuk-heading-m">What is in it</h2>
      <ul className="govuk-list govuk-list--bullet">
        {made.contents.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
