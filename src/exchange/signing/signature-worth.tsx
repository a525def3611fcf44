import { signatureLevel } from '#domain/signing/signature-levels.ts';
import { Details } from '#ui/details.tsx';

interface SignatureWorthProps {
  /** The levels that can be given here. */
  readonly levels: readonly number[];
}

/** What each signature can show and what it cannot, before anybody gives one (security.md 3). */
export function SignatureWorth({ levels }: SignatureWorthProps) {
  return (
    <Details summary="What this signature is worth">
      {levels.map((level) => (
        <p className="govuk-body" key={level}>
          Level {level}: {signatureLevel(level).name}. {more[level]} {signatureLevel(level).worth}
        </p>
      ))}
      <p className="govuk-body">
        The clock is this device’s. Whoever can use this device unlocked, and knows how you unlock
        it, can sign on it. It is not a qualified or advanced electronic signature.
      </p>
    </Details>
  );
}

const more: Readonly<Record<number, string>> = {
  0: 'This browser can keep no key.',
  1: 'You are asked for your passphrase, and a key signs that is kept locked on this device alone.',
  2: 'Windows Hello or your security key is asked, and checks you, each time.',
};
