import type { PrintSection } from '#exchange/print/document.ts';
import { SummaryList } from '#ui/summary-list.tsx';

/** Texts by field, each under what it is, as they stand in the file too. */
export const KeptSections = ({ sections }: { readonly sections: readonly PrintSection[] }) =>
  sections.map(({ heading, paragraphs = [], fields = [] }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two may be called the same, and their order stays
    <section key={`${heading} ${at}`}>
      <h2 className="govuk-heading-s fp-text">{heading}</h2>
      {paragraphs.map((text) => (
        <p className="govuk-body" key={text}>
          {text}
        </p>
      ))}
      <SummaryList rows={fieldRows(fields)} />
    </section>
  ));

/** Fields as rows; a list tells its rows apart by what they are called. */
export function fieldRows(fields: NonNullable<PrintSection['fields']>) {
  const seen = new Map<string, number>();
  return fields.map(([label, text]) => {
    const times = (seen.get(label) ?? 0) + 1;
    seen.set(label, times);
    return {
      key: times === 1 ? label : `${label} (${times})`,
      value: <span className="fp-text">{text}</span>,
    };
  });
}
