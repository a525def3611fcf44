import { Details } from '#ui/details.tsx';

/** What the signature can show and what it cannot, before anybody gives one (security.md 3). */
export function SignatureWorth({ level }: { readonly level: 0 | 1 | undefined }) {
  return (
    <Details summary="What this signature is worth">
      {level === 0 ? (
        <p className="govuk-body">
          Level 0: a tick and your typed name. This browser can keep no key, so nothing can check it
          but the text itself: where that was changed, the signature no longer fits it.
        </p>
      ) : (
        <p className="govuk-body">
          Level 1: signed on this device, after you were asked for your passphrase again, with a key
          that is kept locked on this device alone. It shows whether a text was changed after it was
          signed.
        </p>
      )}
      <p className="govuk-body">
        It does not prove who was at the keyboard, nor the time: the clock is this device’s. Whoever
        can use this device unlocked can sign on it. It is not a qualified or advanced electronic
        signature.
      </p>
    </Details>
  );
}
