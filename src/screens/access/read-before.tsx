import { type ReactNode, useState } from 'react';
import type { AccessText } from '#exchange/access/plan-access.ts';
import { documentText } from '#exchange/print/document.ts';
import { Tag } from '#ui/tag.tsx';

/** Each text as it will be in the pack, made when it is opened: there may be hundreds. */
export function ReadBefore({ texts }: { readonly texts: readonly AccessText[] }) {
  return (
    <>
      <h3 className="govuk-heading-s">Read it before it leaves</h3>
      {texts.map((text) => (
        <Opened
          key={text.path}
          summary={
            <>
              {text.kind}, file {text.path.slice(0, 3)}
              {text.unfinished !== '' && (
                <>
                  {' '}
                  <Tag tone="yellow">{text.unfinished}</Tag>
                </>
              )}
            </>
          }
          text={() => documentText(text.document)}
        />
      ))}
    </>
  );
}

interface OpenedProps {
  readonly summary: ReactNode;
  readonly text: () => string;
}

function Opened({ summary, text }: OpenedProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="govuk-details" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      {isOpen && <div className="govuk-details__text fp-text">{text()}</div>}
    </details>
  );
}
