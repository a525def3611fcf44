import { countOf } from '#domain/count-words.ts';
import type { MentionIn } from '#exchange/access/plan-access.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Details } from '#ui/details.tsx';

const columns: readonly Column<MentionIn>[] = [
  {
    key: 'person',
    header: 'Person',
    rowHeader: true,
    render: ({ person }) => person.name || person.reference,
  },
  { key: 'who', header: 'Who', render: ({ person }) => person.who },
  { key: 'file', header: 'File', render: ({ path }) => path.slice(0, 3) },
  { key: 'record', header: 'Record', render: ({ title }) => title },
  { key: 'place', header: 'Place', render: ({ place }) => place },
  {
    key: 'words',
    header: 'Words around',
    render: ({ text }) => <span className="fp-text">{text}</span>,
  },
];

/** Who else is named, and where: for a person to decide what may be given. */
export function OthersNamed({ mentions }: { readonly mentions: readonly MentionIn[] }) {
  const people = new Set(mentions.map(({ person }) => person.name || person.reference)).size;
  return (
    <>
      <h2 className="govuk-heading-m">Other people who are named in it</h2>
      {mentions.length === 0 ? (
        <p className="govuk-body">
          Nobody else who is held on this device is named in it. Other names are not looked for:
          read every text.
        </p>
      ) : (
        <>
          <p className="govuk-body">
            {people === 1 ? '1 other person' : `${people} other people`}, in{' '}
            {countOf(mentions.length, 'place')}. Nothing is taken out or changed: decide what may be
            given before you give it. Names of people who are not held here are not found.
          </p>
          <Details summary="Who, and where">
            <DataTable
              caption="Other people who are named"
              captionHidden
              columns={columns}
              rows={mentions.map((mention, at) => ({ ...mention, at }))}
              rowKey={(mention) => String((mention as { readonly at?: number }).at)}
              compact
            />
          </Details>
        </>
      )}
    </>
  );
}
