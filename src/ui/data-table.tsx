import { type ReactNode, useId } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly header: ReactNode;
  readonly numeric?: boolean;
  /** Names the row when a cell of it is read alone; usually the first column. */
  readonly rowHeader?: boolean;
  readonly sortable?: boolean;
  readonly render: (row: Row) => ReactNode;
}

export interface Sort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly compact?: boolean;
  readonly sort?: Sort;
  readonly onSort?: (next: Sort) => void;
  readonly emptyText?: string;
}

const nextSort = (key: string, sort: Sort | undefined): Sort => ({
  key,
  direction: sort?.key === key && sort.direction === 'ascending' ? 'descending' : 'ascending',
});

const cellClass = (part: 'header' | 'cell', numeric: boolean | undefined) =>
  `govuk-table__${part}${numeric ? ` govuk-table__${part}--numeric` : ''}`;

interface HeaderCellProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((next: Sort) => void) | undefined;
}

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const { key, header, numeric, sortable } = column;
  const className = cellClass('header', numeric);
  if (!sortable || !onSort) {
    return (
      <th scope="col" className={className}>
        {header}
      </th>
    );
  }
  return (
    <th
      scope="col"
      className={className}
      aria-sort={sort?.key === key ? sort.direction : ('none' as const)}
    >
      <button type="button" className="fp-sort" onClick={() => onSort(nextSort(key, sort))}>
        {header}
      </button>
    </th>
  );
}

/** Scrolls sideways in a region of its own, with a name and a tab stop, so keys can scroll it. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, compact, sort, onSort, emptyText } = props;
  const captionId = useId();
  return (
    <section
      className={compact ? 'fp-scroll fp-compact' : 'fp-scroll'}
      aria-labelledby={captionId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="govuk-table">
        <caption
          id={captionId}
          className={`govuk-table__caption ${captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption--s'}`}
        >
          {caption}
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map((row) => (
            <tr key={rowKey(row)} className="govuk-table__row">
              {columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.key} scope="row" className={cellClass('header', column.numeric)}>
                    {column.render(row)}
                  </th>
                ) : (
                  <td key={column.key} className={cellClass('cell', column.numeric)}>
                    {column.render(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 && emptyText && (
            <tr className="govuk-table__row">
              <td className="govuk-table__cell" colSpan={columns.length}>
                {emptyText}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
