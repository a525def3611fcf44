import { refusedWords } from '#domain/sync-words.ts';
import { kindOf } from '#exchange/access/kinds.ts';
import { storedLabel } from '#exchange/access/stored-words.ts';
import { TwoVersions } from '#exchange/two-versions.tsx';
import { type NeedsPerson, useSync } from '#storage/use-sync.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Details } from '#ui/details.tsx';
import { SummaryList } from '#ui/summary-list.tsx';

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
  const { set } = useWorkspace();
  const { collection } = record;
  const held = collection && set.find(collection, record.id);
  if (!collection || !held) return null;
  return (
    <>
      <h3 className="govuk-heading-s">{kindOf(collection)}</h3>
      <TwoVersions
        collection={collection}
        id={record.id}
        body={held.body}
        before="and it is sent"
        other={{ key: 'On your other device', keep: 'Keep the other' }}
        labelOf={(path) => storedLabel(collection, path.split('.').at(-1) ?? path)}
      />
    </>
  );
}

function Refused({ record }: { readonly record: NeedsPerson }) {
  const sync = useSync();
  const { collection, refusedFor, text, id } = record;
  return (
    <>
      <h3 className="govuk-heading-s">{collection ? kindOf(collection) : 'A record'}</h3>
      <p className="govuk-body">{refusedWords(refusedFor)}</p>
      {text !== '' && collection && (
        <Details summary="The text that was not taken">
          <SummaryList rows={rowsOf(collection, text)} />
        </Details>
      )}
      <ButtonGroup>
        {refusedFor !== 'locked' && (
          <Button variant="secondary" onClick={() => void sync?.tryAgain(id)}>
            {refusedFor === 'deleted' ? 'Keep it' : 'Try again'}
          </Button>
        )}
        <Button variant="secondary" onClick={() => void sync?.letRest(record)}>
          {refusedFor === 'deleted' ? 'Let it go' : 'Keep it on this device only'}
        </Button>
      </ButtonGroup>
    </>
  );
}

/** Every text of it, under the name of its field. */
function rowsOf(collection: NonNullable<NeedsPerson['collection']>, text: string) {
  const body = JSON.parse(text) as Readonly<Record<string, unknown>>; // a stored body, as it was frozen
  return Object.entries(body).flatMap(([key, value]) =>
    typeof value === 'string' && value.includes(' ')
      ? [{ key: storedLabel(collection, key), value }]
      : [],
  );
}
