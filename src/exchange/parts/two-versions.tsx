import type { CollectionName } from '#domain/collections.ts';
import { clashWords } from '#domain/versions/clash-words.ts';
import type { Clash } from '#domain/versions/merge.ts';
import { valueAt } from '#domain/versions/record-paths.ts';
import { type Choice, type Clashing, settleClash } from '#storage/sync/settle-clash.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { LongRecord } from './long-record.tsx';
import { SettledVersions } from './settled-versions.tsx';
import { otherWriterOf, shownValue, VersionText } from './version-text.tsx';

interface TwoVersionsProps extends Clashing<CollectionName> {
  /** The stored record: its clashes are kept inside it. */
  readonly body: object;
  /** Where the error summary lands. */
  readonly sectionId?: string;
  /** What waits for the choice: "before this record is finalised". */
  readonly before: string;
  /** What the version of the other place is called, where the clash does not tell (SENT2). */
  readonly other: { readonly key: string; readonly keep: string };
  /** What the field of a path is called; without it none is named. */
  readonly labelOf?: (path: string) => string;
  /** A value in words, where it is a choice and no text. */
  readonly wordsOf?: (path: string, value: unknown) => string | undefined;
}

/**
 * What stands at the head of a record while it is written. The same text changed in two places: both are
 * shown, and a person chooses; nothing is lost meanwhile, nor afterwards. And where it grows too long.
 */
export function TwoVersions(props: TwoVersionsProps) {
  const { collection, id, body, labelOf, wordsOf } = props;
  const { clashes } = body as { clashes?: readonly Clash[] };
  const toRead = { ...(labelOf ? { labelOf } : {}), ...(wordsOf ? { wordsOf } : {}) };
  return (
    <>
      <LongRecord collection={collection} id={id} />
      {clashes?.length === 0 && <SettledVersions id={id} {...toRead} />}
      {clashes !== undefined && clashes.length > 0 && <Choices {...props} clashes={clashes} />}
    </>
  );
}

interface ChoicesProps extends TwoVersionsProps {
  readonly clashes: readonly Clash[];
}

function Choices(props: ChoicesProps) {
  const { collection, id, body, clashes, sectionId, before, other, labelOf, wordsOf } = props;
  const workspace = useWorkspace();
  useAll('staff');
  const announce = useAnnounce();
  const settle = async (clash: Clash, choice: Choice) => {
    await settleClash(workspace, { collection, id }, clash, choice);
    announce('Kept as you chose. Both versions can still be read');
  };
  const words = ({ path }: Clash, value: unknown) => wordsOf?.(path, value) ?? shownValue(value);
  return (
    <section className="fp-save-failed" aria-label="Two versions" id={sectionId} tabIndex={-1}>
      <h2 className="govuk-heading-s">Two versions of this text</h2>
      <p className="govuk-body">It was changed in two places. Both are kept. Choose {before}.</p>
      {clashes.map((clash) => {
        const writer = otherWriterOf(workspace, clash);
        const said = clashWords(clash, writer);
        const isKnown = writer.who !== 'notKnown';
        // It may have been written on since the two were found.
        const mine = words(clash, valueAt(body, clash.path) ?? clash.ours);
        const theirs = words(clash, clash.theirs);
        return (
          <div key={`${clash.path} ${theirs}`}>
            {labelOf && <h3 className="govuk-heading-s">{labelOf(clash.path)}</h3>}
            <SummaryList
              rows={[
                { key: said.mine, value: <VersionText text={mine} written={said.mineWritten} /> },
                {
                  key: isKnown ? said.other : other.key,
                  value: <VersionText text={theirs} written={said.otherWritten} />,
                },
              ]}
            />
            <ButtonGroup>
              <Button variant="secondary" onClick={() => void settle(clash, 'ours')}>
                {said.keepMine}
              </Button>
              <Button variant="secondary" onClick={() => void settle(clash, 'theirs')}>
                {isKnown ? said.keepOther : other.keep}
              </Button>
              {typeof clash.ours === 'string' && typeof clash.theirs === 'string' && (
                <Button variant="secondary" onClick={() => void settle(clash, 'both')}>
                  Keep both
                </Button>
              )}
            </ButtonGroup>
          </div>
        );
      })}
    </section>
  );
}
