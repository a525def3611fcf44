import { useContext, useEffect, useLayoutEffect, useRef } from 'react';
import type { GroupSession } from '#domain/records/group.ts';
import { focusWhenShown } from '#ui/focus-when-shown.ts';
import { Link } from '#ui/link.tsx';
import { PageErrorContext } from '#ui/page.tsx';
import { type FieldPlace, type FinishRow, placeOf } from './finish-rows.ts';

interface FinishMissingProps {
  readonly group: GroupSession;
  /** The one that was asked for. */
  readonly row: FinishRow | undefined;
  /** One more each time a button was pressed: the focus goes to the list again. */
  readonly asked: number;
}

/** What a record still needs, each a way to its field: the fields are on other pages. */
export function FinishMissing({ group, row, asked }: FinishMissingProps) {
  const summary = useRef<HTMLDivElement>(null);
  const markPage = useContext(PageErrorContext);
  const lines = linesOf(group, row);
  const hasErrors = lines.length > 0;
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
        <ul className="govuk-list govuk-error-summary__list">
          {lines.map(({ words, href, fieldId }) => (
            <li key={`${fieldId} ${words}`}>
              <Link href={href} onClick={() => focusWhenShown(fieldId)}>
                {words}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

type Line = FieldPlace & { readonly words: string };

function linesOf(group: GroupSession, row: FinishRow | undefined): readonly Line[] {
  if (!row) return [];
  return row.missing.map(({ path, message }) => {
    const whose = path.startsWith('group.')
      ? ''
      : `${path.startsWith('child.') ? row.name : row.item.label}: `;
    return { ...placeOf(group, row, path), words: `${whose}${message}` };
  });
}
