import { ActionItem, type ItemHandlers } from './action-item.tsx';
import { type AnyRow, groupTitles, type Shown } from './action-rows.ts';

interface ActionGroupsProps extends ItemHandlers {
  readonly rows: readonly AnyRow[];
  readonly shown: Shown;
}

/** By day under a heading each: what is late first, what has no date last. */
export function ActionGroups({ rows, shown, ...rest }: ActionGroupsProps) {
  if (rows.length === 0) {
    return <p className="govuk-body">{shown === 'open' ? 'No open actions.' : 'None.'}</p>;
  }
  if (shown === 'settled') {
    return (
      <>
        <h3 className="govuk-heading-s">Settled in the last 4 weeks ({rows.length})</h3>
        <List rows={rows} {...rest} />
      </>
    );
  }
  return groupTitles.map(([when, title]) => {
    const own = rows.filter(({ due }) => due.when === when);
    return (
      own.length > 0 && (
        <div key={when}>
          <h3 className="govuk-heading-s">
            {title} ({own.length})
          </h3>
          <List rows={own} {...rest} />
        </div>
      )
    );
  });
}

function List({ rows, ...rest }: Omit<ActionGroupsProps, 'shown'>) {
  return (
    <ul className="govuk-list">
      {rows.map((row) => (
        <ActionItem key={row.state.action.id} row={row} {...rest} />
      ))}
    </ul>
  );
}
