import type { Clash } from '#domain/merge.ts';
import type { Discussion } from '#domain/records/discussion.ts';
import { type Choice, settleClash } from '#storage/settle-clash.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { SummaryList } from '#ui/summary-list.tsx';

/** The same text changed in two places: both are shown, and a person chooses. Nothing is lost meanwhile. */
export function TwoVersions({ discussion }: { readonly discussion: Discussion }) {
  const workspace = useWorkspace();
  const { clashes = [] } = discussion as { clashes?: readonly Clash[] };
  if (clashes.length === 0) return null;
  const settle = (clash: Clash, choice: Choice) =>
    void settleClash(workspace, discussion.id, clash, choice);
  return (
    <section className="fp-save-failed" aria-label="Two versions">
      <h2 className="govuk-heading-s">Two versions of this text</h2>
      <p className="govuk-body">
        It was changed in two places. Both are kept. Choose before this record is finalised.
      </p>
      {clashes.map((clash) => (
        <div key={clash.path}>
          <SummaryList
            rows={[
              { key: 'Yours', value: shown(clash.ours) },
              { key: 'The other', value: shown(clash.theirs) },
            ]}
          />
          <ButtonGroup>
            <Button variant="secondary" onClick={() => settle(clash, 'ours')}>
              Keep mine
            </Button>
            <Button variant="secondary" onClick={() => settle(clash, 'theirs')}>
              Keep the other
            </Button>
            <Button variant="secondary" onClick={() => settle(clash, 'both')}>
              Keep both
            </Button>
          </ButtonGroup>
        </div>
      ))}
    </section>
  );
}

const shown = (value: unknown): string =>
  typeof value === 'string' ? value || '(empty)' : JSON.stringify(value ?? '(removed)');
