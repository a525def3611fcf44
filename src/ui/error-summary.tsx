import { type MouseEvent, useContext, useEffect, useLayoutEffect, useRef } from 'react';
import { PageErrorContext } from './page.tsx';
import type { FormError } from './use-form-errors.ts';

interface ErrorSummaryProps {
  readonly errors: readonly FormError[];
  readonly submitCount: number;
  /** Deeper where it stands inside something that has a heading of its own. */
  readonly heading?: 'h2' | 'h5';
}

function goToField(event: MouseEvent, id: string) {
  // Not by the link itself: a #hash would be a new address, and the router would take it.
  event.preventDefault();
  const field = document.getElementById(id);
  const label =
    field?.closest('fieldset') ?? document.querySelector(`label[for="${CSS.escape(id)}"]`);
  (label ?? field)?.scrollIntoView?.();
  field?.focus({ preventScroll: label !== null });
}

export function ErrorSummary({ errors, submitCount, heading: Heading = 'h2' }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const lastFocused = useRef(0);
  const hasErrors = errors.length > 0;
  const markPage = useContext(PageErrorContext);

  // By the count of submits and not in the submit handler: react-hook-form renders the errors
  // after that handler has run, and the first submit would leave focus on the button.
  useEffect(() => {
    if (!hasErrors || submitCount === lastFocused.current) return;
    lastFocused.current = submitCount;
    summary.current?.focus();
  }, [hasErrors, submitCount]);

  // In the same breath as the errors appear, so that the title is right when focus arrives.
  useLayoutEffect(() => {
    markPage(hasErrors);
    return () => markPage(false);
  }, [markPage, hasErrors]);

  if (!hasErrors) return null;
  return (
    <div className="govuk-error-summary" ref={summary} tabIndex={-1}>
      <div role="alert">
        <Heading className="govuk-error-summary__title">There is a problem</Heading>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ id, message }) => (
              <li key={`${id} ${message}`}>
                <a href={`#${id}`} onClick={(event) => goToField(event, id)}>
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
