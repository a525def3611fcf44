import { useContext, useEffect, useLayoutEffect, useRef } from 'react';
import type { Missing } from '#domain/discussion-progress.ts';
import { focusWhenShown } from '#ui/focus-when-shown.ts';
import { Link } from '#ui/link.tsx';
import { PageErrorContext } from '#ui/page.tsx';

interface NotesMissingProps {
  readonly sessionId: string;
  readonly missing: readonly Missing[];
  /** One more each time the button was pressed: the focus goes to the list again. */
  readonly asked: number;
}

/** What the notes still need, each a way to its field: the fields are on another screen. */
export function NotesMissing({ sessionId, missing, asked }: NotesMissingProps) {
  const summary = useRef<HTMLDivElement>(null);
  const markPage = useContext(PageErrorContext);
  const hasErrors = missing.length > 0;
  useEffect(() => {
    if (hasErrors && asked > 0) summary.current?.focus();
  }, [hasErrors, asked]);
  useLayoutEffect(() => {
    markPage(hasErrors);
    return () => markPage(false);
  }, [markPage, hasErrors]);
  if (!hasErrors) return null;
  return (
    <div className="govuk-error-summary" ref={summary} tabIndex={-1}>
      <h3 className="govuk-error-summary__title">There is a problem</h3>
      <div className="govuk-error-summary__body" role="alert">
        <ul className="govuk-list govuk-error-summary__list">
          {missing.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <Link
                href={`/sessions/${sessionId}/notes`}
                onClick={() => focusWhenShown(`personal-${path.replaceAll('.', '-')}`)}
              >
                {message}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
