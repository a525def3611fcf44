import { CopyBlock } from './copy-block.tsx';

interface SaveFailedBannerProps {
  readonly text: string;
  readonly reason: string;
  readonly onCopy: (text: string) => void | Promise<void>;
}

/** Only the warning is an alert: with the text inside it, the whole note would be read aloud. */
export function SaveFailedBanner({ text, reason, onCopy }: SaveFailedBannerProps) {
  return (
    <section className="fp-save-failed" aria-label="Not saved">
      <div role="alert">
        <h2 className="govuk-heading-m">Not saved. Copy your text before closing this page.</h2>
        <p className="govuk-body">{reason}</p>
      </div>
      <CopyBlock
        name="unsaved-text"
        label="Text that is not saved"
        text={text}
        rows={4}
        copyLabel="Copy text"
        onCopy={onCopy}
      />
    </section>
  );
}
