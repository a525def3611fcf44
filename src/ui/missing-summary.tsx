import { type ReactNode, useContext, useEffect, useLayoutEffect, useRef } from 'react';
import { focusWhenShown } from './focus-when-shown.ts';
import { Link } from './link.tsx';
import { PageErrorContext } from './page.tsx';

interface MissingSummaryProps {
  /** One more each time a button was pressed: the focus goes to the list again. */
  readonly asked: number;
  readonly headingLevel?: 2 | 3;
  /** Nothing at all where nothing is missing. */
  readonly children: ReactNode | undefined;
}

/** The error summary of what is missing on another page: each line is a way to its field there. */
export function MissingSummary({ asked, headingLevel = 2, children }: MissingSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const markPage = useContext(PageErrorContext);
  const hasErrors = children !== undefined;
  useEffect(() => {
    if (hasErrors && asked > 0) summary.current?.focus();
  }, [hasErrors, asked]);
  useLayoutEffect(() => {
    markPage(hasErrors);
    return () => markPage(false);
  }, [markPage, hasErrors]);
  if (!hasErrors) return null;
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="govuk-error-summary" ref={summary} tabIndex={-1}>
      <Heading className="govuk-error-summary__title">There is a problem</Heading>
      <div className="govuk-error-summary__body" role="alert">
        {children}
      </div>
    </div>
  );
}

export interface MissingLine {
  readonly words: string;
  /** Read out after the words, where several lines would sound the same. */
  readonly about?: string;
  readonly href: string;
  /** The field's id on that page. */
  readonly fieldId: string;
}

export function MissingLines({ lines }: { readonly lines: readonly MissingLine[] }) {
  return (
    <ul className="govuk-list govuk-error-summary__list">
      {lines.map(({ words, about, href, fieldId }) => (
        <li key={`${fieldId} ${words}`}>
          <Link href={href} onClick={() => focusWhenShown(fieldId)}>
            {words}
            {about && <span className="govuk-visually-hidden"> ({about})</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
