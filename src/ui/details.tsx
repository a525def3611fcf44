import type { ReactNode } from 'react';

interface DetailsProps {
  readonly summary: ReactNode;
  readonly id?: string;
  /** How it starts; after that the person opens and closes it. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

export function Details({ summary, id, open, children }: DetailsProps) {
  return (
    <details className="govuk-details" id={id} open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
