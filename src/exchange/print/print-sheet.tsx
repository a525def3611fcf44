import { DataTable } from '#ui/data-table.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import {
  BOX,
  type PrintDocument,
  type PrintField,
  type PrintSection,
  type PrintTable,
} from './document.ts';

/** A document as it stands on paper, and on the screen before it is printed. */
export function PrintSheet({ document }: { readonly document: PrintDocument }) {
  const { title, marks, header, sections, signatures } = document;
  return (
    <article className="fp-sheet">
      <h2 className="govuk-heading-l">{title}</h2>
      {marks.map((mark) => (
        <p key={mark} className="govuk-body">
          <strong>{mark}</strong>
        </p>
      ))}
      {header.length > 0 && <Fields fields={header} />}
      {numbered(sections).map(({ key, value }) => (
        <Section key={key} section={value} />
      ))}
      {signatures.length > 0 && (
        <div className="fp-sheet__together">
          {numbered(signatures).map(({ key, value }) => (
            <p key={key} className="govuk-body">
              {value}
            </p>
          ))}
        </div>
      )}
    </article>
  );
}

/** A document is built whole and never reordered: the place of a part is its key. */
const numbered = <Part,>(parts: readonly Part[]) =>
  parts.map((value, at) => ({ key: String(at), value }));

/** Label and value; an empty value leaves room to write. */
const Fields = ({ fields }: { readonly fields: readonly PrintField[] }) => (
  <SummaryList
    rows={fields.map(([key, value]) => ({ key, value: <span className="fp-text">{value}</span> }))}
  />
);

function Section({ section }: { readonly section: PrintSection }) {
  const { heading, level = 2, hint, paragraphs = [], fields, list, table } = section;
  const { choices, lines, parts = [] } = section;
  const Heading = level === 2 ? 'h3' : 'h4'; // the document's own title is an h2
  return (
    <section>
      {heading !== '' && (
        <Heading className={level === 2 ? 'govuk-heading-m' : 'govuk-heading-s'}>{heading}</Heading>
      )}
      {hint && <p className="govuk-hint">{hint}</p>}
      {numbered(paragraphs).map(({ key, value }) => (
        <p key={key} className="govuk-body fp-text">
          {value}
        </p>
      ))}
      {fields && fields.length > 0 && <Fields fields={fields} />}
      {list && <List items={list} />}
      {table && <Table caption={heading} table={table} />}
      {choices && (
        <p className="govuk-body">
          {choices.map((choice) => (
            <span key={choice} className="fp-sheet__choice">
              {BOX} {choice}
            </span>
          ))}
        </p>
      )}
      {lines && <Lines count={lines} />}
      {numbered(parts).map(({ key, value }) => (
        <Section key={key} section={value} />
      ))}
    </section>
  );
}

/** What is ticked by hand has a box, and no bullet beside it. */
const List = ({ items }: { readonly items: readonly string[] }) => (
  <ul className={`govuk-list${items.every(isBox) ? '' : ' govuk-list--bullet'}`}>
    {numbered(items).map(({ key, value }) => (
      <li key={key} className="fp-text">
        {value}
      </li>
    ))}
  </ul>
);

const isBox = (item: string): boolean => item.startsWith(BOX);

interface TableProps {
  readonly caption: string;
  readonly table: PrintTable;
}

function Table({ caption, table: { columns, rows } }: TableProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns.map((header, at) => ({
        key: header,
        header,
        render: ({ value }: { readonly value: readonly string[] }) => (
          <span className="fp-text">{value[at]}</span>
        ),
      }))}
      rows={numbered(rows)}
      rowKey={({ key }) => key}
    />
  );
}

/** Room to write by hand, with nothing to read out. */
const Lines = ({ count }: { readonly count: number }) => (
  <div className="fp-sheet__lines" aria-hidden="true">
    {numbered(Array.from({ length: count }, () => '')).map(({ key }) => (
      <div key={key} />
    ))}
  </div>
);
