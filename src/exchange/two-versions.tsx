import type { CollectionName } from '#domain/collections.ts';
import type { Clash } from '#domain/merge.ts';
import { type Choice, type Clashing, settleClash } from '#storage/settle-clash.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { SummaryList } from '#ui/summary-list.tsx';

interface TwoVersionsProps extends Clashing<CollectionName> {
  /** The stored record: its clashes are kept inside it. */
  readonly body: object;
  /** Where the error summary lands. */
  readonly sectionId?: string;
  /** What waits for the choice: "before this record is finalised". */
  readonly before: string;
  /** What the version of the other place is called. */
  readonly other: { readonly key: string; readonly keep: string };
  /** What the field of a path is called; without it none is named. */
  readonly labelOf?: (path: string) => string;
  /** A value in words, where it is a choice and no text. */
  readonly wordsOf?: (path: string, value: unknown) => string | undefined;
}

/** The same text changed in two places: both are shown, and a person chooses. Nothing is lost meanwhile. */
export function TwoVersions(props: TwoVersionsProps) {
  const { collection, id, body, sectionId, before, other, labelOf, wordsOf } = props;
  const workspace = useWorkspace();
  const { clashes = [] } = body as { clashes?: readonly Clash[] };
  if (clashes.length === 0) return null;
  const settle = (clash: Clash, choice: Choice) =>
    void settleClash(workspace, { collection, id }, clash, choice);
  const words = ({ path }: Clash, value: unknown) => wordsOf?.(path, value) ?? shown(value);
  return (
    <section className="fp-save-failed" aria-label="Two versions" id={sectionId} tabIndex={-1}>
      <h2 className="govuk-heading-s">Two versions of this text</h2>
      <p className="govuk-body">It was changed in two places. Both are kept. Choose {before}.</p>
      {clashes.map((clash) => (
        <div key={clash.path}>
          {labelOf && <h3 className="govuk-heading-s">{labelOf(clash.path)}</h3>}
          <SummaryList
            rows={[
              { key: 'Yours', value: words(clash, clash.ours) },
              { key: other.key, value: words(clash, clash.theirs) },
            ]}
          />
          <ButtonGroup>
            <Button variant="secondary" onClick={() => settle(clash, 'ours')}>
              Keep mine
            </Button>
            <Button variant="secondary" onClick={() => settle(clash, 'theirs')}>
              {other.keep}
            </Button>
            {typeof clash.ours === 'string' && typeof clash.theirs === 'string' && (
              <Button variant="secondary" onClick={() => settle(clash, 'both')}>
                Keep both
              </Button>
            )}
          </ButtonGroup>
        </div>
      ))}
    </section>
  );
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value || '(empty)';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return JSON.stringify(value ?? '(removed)');
}
