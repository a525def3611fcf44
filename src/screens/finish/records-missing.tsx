import { useContext, useEffect, useLayoutEffect, useRef } from 'react';
import { useWorkspace } from '#storage/use-workspace.ts';
import { focusWhenShown } from '#ui/focus-when-shown.ts';
import { Link } from '#ui/link.tsx';
import { PageErrorContext } from '#ui/page.tsx';
import { fieldIdOf } from './finish-places.ts';
import type { FinishRow } from './finish-row.ts';

interface RecordsMissingProps {
  /** Those that were asked for and are not ready. */
  readonly rows: readonly FinishRow[];
  /** One more each time a button was pressed: the focus goes to the list again. */
  readonly asked: number;
}

/** What the others still need, child by child, each line a way to its field on the session screen. */
export function RecordsMissing({ rows, asked }: RecordsMissingProps) {
  const workspace = useWorkspace();
  const summary = useRef<HTMLDivElement>(null);
  const markPage = useContext(PageErrorContext);
  const hasErrors = rows.length > 0;
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
      <h2 className="govuk-error-summary__title">There is a problem</h2>
      <div className="govuk-error-summary__body" role="alert">
        {rows.map((row) => (
          <section key={row.id} aria-label={row.name}>
            <p>{row.name}</p>
            <ul className="govuk-list govuk-error-summary__list">
              {row.missing.map(({ path, message }) => (
                <li key={`${path} ${message}`}>
                  <Link
                    href={`/sessions/${row.session.id}/${row.childRowId}`}
                    onClick={() => focusWhenShown(fieldIdOf(workspace, row, path))}
                  >
                    {message}
                    <span className="govuk-visually-hidden"> ({row.name})</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
