import { figureSections, toLookAtIn } from '#domain/monitoring/figure-words.ts';
import type { ShownFigure, ShownItem } from '#domain/records/monitoring.ts';
import { Details } from '#ui/details.tsx';
import { SummaryList } from '#ui/summary-list.tsx';

/** Part 1 in sections: each figure with what it counts, its rule and the list behind it (FIG1). */
export function Figures({ figures }: { readonly figures: readonly ShownFigure[] }) {
  return figureSections.map(({ title, ids }) => (
    <section key={title}>
      <h3 className="govuk-heading-s">{title}</h3>
      <SummaryList
        rows={figures
          .filter(({ id }) => ids.some((each) => each === id))
          .map((figure) => ({ key: figure.label, value: <Value figure={figure} /> }))}
      />
    </section>
  ));
}

function Value({ figure }: { readonly figure: ShownFigure }) {
  const { words, isMeasured, whatItCounts, rule, clause, beside, label } = figure;
  return (
    <>
      <p className="govuk-body">{isMeasured ? <strong>{words}</strong> : words}</p>
      {beside.map((line) => (
        <p key={line} className="govuk-body">
          {line}
        </p>
      ))}
      <p className="govuk-hint">
        {whatItCounts} {clause === '' ? rule : `${rule}, ${clause}`}
      </p>
      <Behind figure={figure} label={label} />
    </>
  );
}

interface BehindProps {
  readonly figure: ShownFigure;
  readonly label: string;
}

/** As many lines as were counted: those to look at come first. */
function Behind({ figure, label }: BehindProps) {
  const { list, toCome } = figure;
  const toLookAt = toLookAtIn(figure);
  const others = list.filter((item) => !toLookAt.includes(item));
  if (list.length + toCome.length === 0) return null;
  const about = <span className="govuk-visually-hidden">: {label}</span>;
  return (
    <Details
      summary={
        <>
          {summaryWords(list.length, toLookAt.length, toCome.length)}
          {about}
        </>
      }
    >
      <Items title="To look at" items={toLookAt} />
      <Items title={toLookAt.length === 0 ? '' : 'The others'} items={others} />
      <Items title="Not due yet" items={toCome} />
    </Details>
  );
}

function summaryWords(counted: number, toLookAt: number, toCome: number): string {
  const behind = counted === 0 ? `${toCome} not due yet` : `List of ${counted}`;
  return toLookAt === 0 ? behind : `${behind}, ${toLookAt} to look at`;
}

interface ItemsProps {
  readonly title: string;
  readonly items: readonly ShownItem[];
}

function Items({ title, items }: ItemsProps) {
  if (items.length === 0) return null;
  return (
    <>
      {title !== '' && <h4 className="govuk-heading-s">{title}</h4>}
      <ul className="govuk-list govuk-list--bullet">
        {items.map(({ about, why }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of one child may read the same, and the list never changes its order
          <li key={i}>{about === '' ? why : `${about}. ${why}`}</li>
        ))}
      </ul>
    </>
  );
}
