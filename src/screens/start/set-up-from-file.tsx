import { useState } from 'react';
import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import { HandoverFileForm, type ReadHandoverFile } from '#exchange/handover/handover-file-form.tsx';
import type { Handover } from '#exchange/handover/read-handover.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import { ChoosePassphrase } from './choose-passphrase.tsx';
import { KeepRecoveryKey } from './keep-recovery-key.tsx';
import type { PassphraseCommands } from './start-commands.ts';

export interface SetUpCommands extends PassphraseCommands {
  readonly recoveryKey: string;
  readonly read: ReadHandoverFile;
  /** What is in the file, in words; or why it sets nobody up. */
  readonly contents: (
    handover: Handover,
  ) => Promise<
    | { readonly outcome: 'ready'; readonly contents: readonly string[] }
    | { readonly outcome: 'refused'; readonly reason: string }
  >;
  readonly setUp: (handover: Handover, passphrase: string) => Promise<void>;
}

interface SetUpFromFileProps {
  readonly commands: SetUpCommands;
  readonly onBack: () => void;
}

type Step =
  | { readonly at: 'file'; readonly refused?: string }
  | { readonly at: 'preview'; readonly handover: Handover; readonly contents: readonly string[] }
  | { readonly at: 'passphrase'; readonly handover: Handover }
  | { readonly at: 'recovery'; readonly handover: Handover; readonly passphrase: string }
  | { readonly at: 'starting' }
  | { readonly at: 'failed' };

const titles = {
  file: 'Open a file from your supervisor',
  preview: 'What is in this file',
  passphrase: 'Your passphrase',
  recovery: 'Your recovery key',
  starting: 'Starting',
  failed: 'Not started',
} as const;

/** A practitioner's whole set-up: the supervisor's file says who she is and brings her children. */
export function SetUpFromFile({ commands, onBack }: SetUpFromFileProps) {
  const [step, setStep] = useState<Step>({ at: 'file' });

  async function preview(handover: Handover) {
    const answer = await commands.contents(handover);
    if (answer.outcome === 'refused') setStep({ at: 'file', refused: answer.reason });
    else setStep({ at: 'preview', handover, contents: answer.contents });
  }
  function start(handover: Handover, passphrase: string) {
    setStep({ at: 'starting' });
    commands.setUp(handover, passphrase).catch(() => setStep({ at: 'failed' }));
  }
  const canGoBack = step.at === 'file' || step.at === 'preview';
  return (
    <Page
      title={titles[step.at]}
      width="text"
      focusKey={step.at}
      {...(canGoBack ? { back: <BackLink onClick={onBack}>Back</BackLink> } : {})}
    >
      {step.at === 'file' && (
        <>
          {step.refused && <WarningText>{step.refused}</WarningText>}
          <p className="govuk-body">
            Your supervisor gave you a file, and told you five words another way. The file brings
            your open children, your last actions and the date of your next supervision.
          </p>
          <HandoverFileForm read={commands.read} onRead={(handover) => void preview(handover)} />
        </>
      )}
      {step.at === 'preview' && (
        <Preview
          handover={step.handover}
          contents={step.contents}
          onGoOn={() => setStep({ at: 'passphrase', handover: step.handover })}
          onBack={() => setStep({ at: 'file' })}
        />
      )}
      {step.at === 'passphrase' && (
        <ChoosePassphrase
          commands={commands}
          onDone={(passphrase) => setStep({ at: 'recovery', handover: step.handover, passphrase })}
        />
      )}
      {step.at === 'recovery' && (
        <KeepRecoveryKey
          recoveryKey={commands.recoveryKey}
          onDone={() => start(step.handover, step.passphrase)}
        />
      )}
      {step.at === 'starting' && (
        <p className="govuk-body">Making the keys for your records and taking the file in.</p>
      )}
      {step.at === 'failed' && (
        <WarningText>
          Your records could not be started, because this browser did not store them. Nothing was
          kept and the file is as it was. Free some disk space, or use a window that is not private,
          and start again.
        </WarningText>
      )}
    </Page>
  );
}

interface PreviewProps {
  readonly handover: Handover;
  readonly contents: readonly string[];
  readonly onGoOn: () => void;
  readonly onBack: () => void;
}

function Preview({ handover, contents, onGoOn, onBack }: PreviewProps) {
  const { from, to, madeAt } = handover;
  return (
    <>
      <SummaryList
        rows={[
          { key: 'You are', value: to.name },
          { key: 'From', value: from.name },
          { key: 'Made', value: formatDateTime(toInstant(madeAt)) },
          {
            key: 'In the file',
            value: (
              <ul className="govuk-list">
                {contents.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <p className="govuk-body">
        Nothing is on this device yet. Next you choose a passphrase and keep a recovery key.
      </p>
      <ButtonGroup>
        <Button onClick={onGoOn}>I am {to.name}: go on</Button>
        <Button variant="secondary" onClick={onBack}>
          This is not me
        </Button>
      </ButtonGroup>
    </>
  );
}
