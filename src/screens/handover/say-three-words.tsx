import { InsetText } from '#ui/inset-text.tsx';

interface SayThreeWordsProps {
  readonly from: string;
  readonly words: string;
}

/** What the one before waits for before anything is let go. */
export function SayThreeWords({ from, words }: SayThreeWordsProps) {
  return (
    <section aria-labelledby="three-words">
      <h2 className="govuk-heading-m" id="three-words">
        Say these three words to {from}
      </h2>
      <InsetText>
        <p className="govuk-body-l">
          <strong>{words}</strong>
        </p>
      </InsetText>
      <p className="govuk-body">
        They say that you have accepted. Until {from} types them in, nothing is let go there.
      </p>
    </section>
  );
}
