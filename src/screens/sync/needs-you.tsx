import { labelOfPath, versionWords } from '#exchange/kept/version-words.ts';
import { TwoVersions } from '#exchange/parts/two-versions.tsx';
import { type NeedsPerson, useSync } from '#storage/sync/use-sync.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { KeptLink } from './kept-link.tsx';
import { Refused } from './refused.tsx';
import { whichRecord } from './which-record.ts';

/** Records that go nowhere until a person has looked: two versions of a text, and what was not taken. */
export function NeedsYou() {
  const sync = useSync();
  const list = sync?.now.needsPerson ?? [];
  if (list.length === 0) return null;
  return (
    <section aria-labelledby="needs-you">
      <h2 className="govuk-heading-m" id="needs-you">
        These need you
      </h2>
      {list.map((record) =>
        record.state === 'clash' ? (
          <Clash key={record.id} record={record} />
        ) : (
          <Refused key={record.id} record={record} />
        ),
      )}
    </section>
  );
}

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
