import { useEffect, useState } from 'react';
import { formatTime, toInstant } from '#domain/dates/calendar-date.ts';
import { Button } from '#ui/button.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import {
  comeBack,
  leaveToSignIn,
  signedInNow,
  signInSettings,
  wasAskedToSignIn,
} from './council-sign-in.ts';

type Step = 'resting' | 'leaving' | 'finishing' | 'unreachable' | 'refused' | 'failed';

/** On the lock screen: signing in leaves the page, so it comes before unlocking. Nothing needs it but sync. */
export function CouncilSignIn() {
  const settings = signInSettings();
  return settings ? <SignIn settings={settings} /> : null;
}

function SignIn({
  settings,
}: {
  readonly settings: NonNullable<ReturnType<typeof signInSettings>>;
}) {
  const [step, setStep] = useState<Step>(location.search === '' ? 'resting' : 'finishing');

  async function leave() {
    setStep('leaving');
    if (!(await leaveToSignIn(settings))) setStep('unreachable');
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the lock screen comes
  useEffect(() => {
    void comeBack(settings).then((end) => {
      if (!end && wasAskedToSignIn()) void leave();
      else setStep(end && end.outcome !== 'signedIn' ? end.outcome : 'resting');
    });
  }, []);

  const signedIn = signedInNow();
  if (signedIn) {
    return (
      <InsetText>
        <p className="govuk-body" role="status">
          You are signed in until {formatTime(toInstant(new Date(signedIn.untilMs).toISOString()))}.
          Unlock to send and fetch.
        </p>
      </InsetText>
    );
  }
  return (
    <section aria-labelledby="council-sign-in">
      <h2 className="govuk-heading-s" id="council-sign-in">
        To send and fetch records
      </h2>
      <p className="govuk-body" role="status">
        {WORDS[step]}
      </p>
      <Button
        variant="secondary"
        disabled={step === 'leaving' || step === 'finishing'}
        onClick={() => void leave()}
      >
        Sign in to your council
      </Button>
    </section>
  );
}

const GO_ON = 'Everything is safe on this device: you can unlock and go on recording.';
const WORDS: Record<Step, string> = {
  resting: 'Sign in first, then unlock. You can record without signing in.',
  leaving: 'Opening your council’s sign-in page.',
  finishing: 'Looking whether you are signed in.',
  unreachable: `Your council’s sign-in page does not answer. ${GO_ON}`,
  refused: `You were not signed in. ${GO_ON}`,
  failed: `The sign-in did not come to an end. Sign in again. ${GO_ON}`,
};
