import { useState } from 'react';
import { countOf } from '#domain/count-words.ts';
import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import { acceptanceWords } from '#exchange/handover/acceptance.ts';
import { type CheckedHandover, checkHandover } from '#exchange/handover/check-handover.ts';
import { noteIn } from '#exchange/handover/contents.ts';
import { HandoverFileForm } from '#exchange/handover/handover-file-form.tsx';
import type { News } from '#exchange/handover/news.ts';
import type { Handover } from '#exchange/handover/read-handover.ts';
import { type TakenIn, takeIn } from '#exchange/handover/take-in.ts';
import { settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import type { HandoverCommands } from './handover-commands.ts';
import { HandoverNoteRead } from './handover-note-read.tsx';
import { NotInTheExample } from './handover-screen.tsx';
import { SayThreeWords } from './say-three-words.tsx';

type State =
  | { readonly at: 'file' }
  | { readonly at: 'preview'; readonly handover: Handover; readonly checked: CheckedHandover }
  | { readonly at: 'taking' }
  | {
      readonly at: 'done';
      readonly taken: TakenIn;
      readonly handover: Handover;
      /** What is said to whoever handed somebody over; '' of any other file. */
      readonly words: string;
    }
  | { readonly at: 'failed' };

/** A file is opened, looked at, and only then taken in. */
export function OpenHandoverScreen({ commands }: { readonly commands: HandoverCommands }) {
  const workspace = useWorkspace();
  useAll('settings');
  const [state, setState] = useState<State>({ at: 'file' });
  if (settingsOf(workspace).synthetic) return <NotInTheExample />;

  async function preview(handover: Handover) {
    const checked = await checkHandover(workspace, handover);
    setState({ at: 'preview', handover, checked });
  }
  async function take(handover: Handover, beside: boolean) {
    setState({ at: 'taking' });
    try {
      const taken = await takeIn(workspace, handover, { beside });
      const isHandedOver = handover.kind === 'handOver' && taken.refused.length === 0;
      const words = isHandedOver ? await acceptanceWords(handover.fileId) : '';
      setState({ at: 'done', taken, handover, words });
    } catch {
      setState({ at: 'failed' });
    }
  }
  return (
    <Page
      title={titles[state.at]}
      documentTitle="Open a hand-over file"
      width="text"
      back={<BackLink href="/handover">Files</BackLink>}
      focusKey={state.at}
    >
      {state.at === 'file' && (
        <HandoverFileForm read={commands.read} onRead={(handover) => void preview(handover)} />
      )}
      {state.at === 'preview' && (
        <Preview
          handover={state.handover}
          checked={state.checked}
          onTake={(beside) => void take(state.handover, beside)}
          onBack={() => setState({ at: 'file' })}
        />
      )}
      {state.at === 'taking' && <p className="govuk-body">Taking the file in.</p>}
      {state.at === 'done' && <Done {...state} />}
      {state.at === 'failed' && (
        <>
          <WarningText>
            The file was not taken in, because this browser could not write its storage. Nothing on
            this device has been changed, and the file is as it was. Free some disk space and open
            it again.
          </WarningText>
          <Button onClick={() => setState({ at: 'file' })}>Open a file</Button>
        </>
      )}
    </Page>
  );
}

const titles = {
  file: 'Open a file you were given',
  preview: 'What is in this file',
  taking: 'Taking the file in',
  done: 'Taken in',
  failed: 'Not taken in',
} as const;

interface PreviewProps {
  readonly handover: Handover;
  readonly checked: CheckedHandover;
  readonly onTake: (beside: boolean) => void;
  readonly onBack: () => void;
}

function Preview({ handover, checked, onTake, onBack }: PreviewProps) {
  if (checked.outcome === 'refused') {
    return (
      <>
        <WarningText>{checked.reason}</WarningText>
        <Button onClick={onBack}>Choose another file</Button>
      </>
    );
  }
  const { from, to, madeAt } = handover;
  const note = noteIn(handover);
  return (
    <>
      <SummaryList
        rows={[
          { key: 'From', value: from.name },
          { key: 'For', value: to.name },
          { key: 'Made', value: formatDateTime(toInstant(madeAt)) },
          {
            key: 'In the file',
            value: (
              <ul className="govuk-list">
                {checked.contents.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          },
          { key: 'New here', value: newsWords(checked.news) },
        ]}
      />
      {checked.clashes.length > 0 && (
        <>
          <p className="govuk-body">
            Changed on both devices. Both texts are kept, and you choose afterwards:
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {checked.clashes.map(({ what, field }) => (
              <li key={`${what} ${field}`}>
                {what}: {field}
              </li>
            ))}
          </ul>
        </>
      )}
      {checked.outcome === 'isThisYou' && (
        <WarningText>
          This file is for {to.name}, whom this device knows by another reference. Go on only if
          that is you.
        </WarningText>
      )}
      {note && <HandoverNoteRead note={note} />}
      <p className="govuk-body">Nothing on this device has been changed yet.</p>
      {checked.supervisedBy !== '' && (
        <p className="govuk-body">
          {checked.supervisedBy} supervises you on this device. Do both supervise you now, or{' '}
          {from.name} in place of {checked.supervisedBy}? What you wrote with {checked.supervisedBy}{' '}
          stays either way.
        </p>
      )}
      <ButtonGroup>
        {checked.supervisedBy === '' ? (
          <Button onClick={() => onTake(false)}>
            {checked.outcome === 'isThisYou' ? 'That is me: take it in' : 'Take it in'}
          </Button>
        ) : (
          <>
            <Button onClick={() => onTake(true)}>Take it in: both supervise me</Button>
            <Button variant="secondary" onClick={() => onTake(false)}>
              Take it in: in place of {checked.supervisedBy}
            </Button>
          </>
        )}
        <Button variant="secondary" onClick={onBack}>
          Leave it
        </Button>
      </ButtonGroup>
    </>
  );
}

function newsWords({ newChildren, added, changed, same }: News) {
  const words = [
    newChildren > 0 ? `${newChildren} ${newChildren === 1 ? 'child' : 'children'} new` : '',
    added > 0 ? `${countOf(added, 'record')} new` : '',
    changed > 0 ? `${countOf(changed, 'record')} changed` : '',
    same > 0 ? `${countOf(same, 'record')} already here` : '',
  ].filter((each) => each !== '');
  return words.length > 0 ? words.join(', ') : 'Nothing that is not here already';
}

interface DoneProps {
  readonly taken: TakenIn;
  readonly handover: Handover;
  readonly words: string;
}

function Done({ taken, handover, words }: DoneProps) {
  const { from } = handover;
  return (
    <>
      <p className="govuk-body">
        {countOf(taken.taken, 'record')} from {from.name} {taken.taken === 1 ? 'is' : 'are'} on this
        device now.
      </p>
      {taken.clashes > 0 && (
        <WarningText>
          {countOf(taken.clashes, 'text')} {taken.clashes === 1 ? 'was' : 'were'} changed on both
          devices. Both are kept: the page of each record asks you to choose.
        </WarningText>
      )}
      {taken.refused.map((line) => (
        <WarningText key={line}>{line}</WarningText>
      ))}
      {words !== '' && <SayThreeWords from={from.name} words={words} />}
      {handover.kind === 'handOver' && words === '' && (
        <p className="govuk-body">
          Not all of it was taken in. Tell {from.name}, who keeps everything until you have it.
        </p>
      )}
      <ButtonGroup>
        <ButtonLink href="/">Home</ButtonLink>
      </ButtonGroup>
      <p className="govuk-body">
        You can delete the file now. <Link href="/handover">All files</Link>
      </p>
    </>
  );
}
