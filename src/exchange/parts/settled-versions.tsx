import { useEffect, useState } from 'react';
import { clashWords } from '#domain/versions/clash-words.ts';
import type { Clash } from '#domain/versions/merge.ts';
import { settledClashes } from '#storage/sync/settled-clashes.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Details } from '#ui/details.tsx';
import { Link } from '#ui/link.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { otherWriterOf, shownValue, VersionText } from './version-text.tsx';

interface SettledVersionsProps {
  readonly id: string;
  readonly labelOf?: (path: string) => string;
  readonly wordsOf?: (path: string, value: unknown) => string | undefined;
}

/** SENT3: after a choice between two versions both can still be read, and copied from. */
export function SettledVersions({ id, labelOf, wordsOf }: SettledVersionsProps) {
  const workspace = useWorkspace();
  const [settled, setSettled] = useState<readonly Clash[]>();
  useEffect(() => {
    let isShown = true;
    void settledClashes(workspace, id).then((all) => {
      if (isShown) setSettled(all);
    });
    return () => {
      isShown = false;
    };
  }, [workspace, id]);
  if (!settled) return null;
  if (settled.length === 0) return <ChosenElsewhere id={id} />;
  const words = ({ path }: Clash, value: unknown) => wordsOf?.(path, value) ?? shownValue(value);
  return (
    <Details summary="Both versions from before you chose">
      {settled.map((clash) => {
        const writer = otherWriterOf(workspace, clash);
        const said = clashWords(clash, writer);
        const mine = words(clash, clash.ours);
        const other = words(clash, clash.theirs);
        return (
          <div key={`${clash.path} ${mine} ${other}`}>
            {labelOf && <h3 className="govuk-heading-s">{labelOf(clash.path)}</h3>}
            <SummaryList
              rows={[
                { key: said.mine, value: <VersionText text={mine} written={said.mineWritten} /> },
                {
                  key: said.other,
                  value: <VersionText text={other} written={said.otherWritten} />,
                },
              ]}
            />
          </div>
        );
      })}
    </Details>
  );
}

/** SENT9: the record says that a choice was made, and both texts are where it was made. */
const ChosenElsewhere = ({ id }: { readonly id: string }) => (
  <p className="govuk-body">
    On another device a choice was made between two versions.{' '}
    <Link href={`/sync/texts/${id}`}>Read the version that was not kept</Link>
  </p>
);
