import { labelOfPath, versionWords } from '#exchange/kept/version-words.ts';
import { TwoVersions } from '#exchange/parts/two-versions.tsx';
import { type NeedsPerson, useSync } from '#storage/sync/use-sync.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Beside } from './beside.tsx';
import { KeptLink } from './kept-link.tsx';
import { Refused } from './refused.tsx';
import { whichRecord } from './which-record.ts';

/** Two versions of a text, what was not taken, and what a finished record did not take in. */
export function NeedsYou() {
  const sync = useSync();
  const list = sync?.now.needsPerson ?? [];
  if (list.length === 0) return null;
  return (
    <section aria-labelledby="needs-you">
      <h2 className="govuk-heading-m" id="needs-you">
        These need you
      </h2>
      {list.map((record) => {
        const Part = parts[record.state];
        return <Part key={`${record.state} ${record.id}`} record={record} />;
      })}
    </section>
  );
}

const parts = { clash: Clash, refused: Refused, beside: Beside };

function Clash({ record }: { readonly record: NeedsPerson }) {
  const workspace = useWorkspace();
  const { collection } = record;
  const held = collection && workspace.set.find(collection, record.id);
  if (!collection || !held) return null;
  const which = whichRecord(workspace, collection, record.id);
  return (
    <>
      <h3 className="govuk-heading-s">{which}</h3>
      <TwoVersions
        collection={collection}
        id={record.id}
        body={held.body}
        before="before it is sent"
        other={{ key: 'The other', keep: 'Keep the other' }}
        labelOf={(path) => labelOfPath(collection, path)}
        wordsOf={(path, value) =>
          versionWords(workspace, collection, { body: held.body, path, value })
        }
      />
      <KeptLink id={record.id} about={which} />
    </>
  );
}
