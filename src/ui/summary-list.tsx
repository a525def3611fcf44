import type { ReactNode } from 'react';
import { Link } from './link.tsx';

export type SummaryAction = {
  readonly label: string;
  /** Completes the label for those who hear it alone: "Change" *date of next session*. */
  readonly about?: string;
} & ({ readonly href: string } | { readonly onClick: () => void });

export interface SummaryRow {
  readonly key: string;
  readonly value: ReactNode;
  readonly actions?: readonly SummaryAction[];
}

function Action({ action }: { readonly action: SummaryAction }) {
  const text = (
    <>
      {action.label} {action.about && <span className="govuk-visually-hidden">{action.about}</span>}
    </>
  );
  if ('href' in action) return <Link href={action.href}>{text}</Link>;
  return (
    <button type="button" className="fp-link-button" onClick={action.onClick}>
      {text}
    </button>
  );
}

function Actions({ actions }: { readonly actions: readonly SummaryAction[] }) {
  const [first] = actions;
  if (actions.length === 1 && first) return <Action action={first} />;
  return (
    <ul className="govuk-summary-list__actions-list">
      {actions.map((action) => (
        <li key={action.label} className="govuk-summary-list__actions-list-item">
          <Action action={action} />
        </li>
      ))}
    </ul>
  );
}

interface SummaryListProps {
  readonly rows: readonly SummaryRow[];
  readonly borders?: boolean;
}

export function SummaryList({ rows, borders = true }: SummaryListProps) {
  const anyActions = rows.some((row) => row.actions?.length);
  return (
    <dl className={`govuk-summary-list${borders ? '' : ' govuk-summary-list--no-border'}`}>
      {rows.map(({ key, value, actions }) => {
        const gap = anyActions && !actions?.length ? ' govuk-summary-list__row--no-actions' : '';
        return (
          <div key={key} className={`govuk-summary-list__row${gap}`}>
            <dt className="govuk-summary-list__key">{key}</dt>
            <dd className="govuk-summary-list__value">{value}</dd>
            {actions && actions.length > 0 && (
              <dd className="govuk-summary-list__actions">
                <Actions actions={actions} />
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
