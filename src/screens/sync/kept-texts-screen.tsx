import { useEffect, useState } from 'react';
import { collections } from '#domain/collections.ts';
import { gatherKept, isEmpty, type Kept } from '#exchange/kept/gather-kept.ts';
import { KEPT_TITLE, keptSections } from '#exchange/kept/kept-document.ts';
import { asksFor, keptFile } from '#exchange/kept/kept-file.ts';
import { type KeptOwner, keptOwners } from '#exchange/kept/kept-owners.ts';
import { KeptSections } from '#exchange/kept/kept-sections.tsx';
import { SaveOut } from '#exchange/out/save-out.tsx';
import { type KeptThere, useSync } from '#storage/sync/use-sync.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { whichRecord } from './which-record.ts';

/**
 * The one way to whatever is kept of a record beside the text that counts: to read by field, and to save to
 * a file of one child or one member of staff (OUT10). SENT9: also where the choice was made elsewhere.
 */
export function KeptTextsScreen({ recordId }: { readonly recordId: string }) {
  const there = useKeptThere(recordId);
  const kept = useKept(recordId, there);
  if (kept === 'gathering') return <Frame>Opening</Frame>;
  if (!kept) return <Frame>There is no record with this address on this device.</Frame>;
  return <Shown kept={kept} there={there} />;
}

const Frame = ({ children }: { readonly children: string }) => (
  <Page title={KEPT_TITLE} back={<BackLink href="/sync">Sync</BackLink>} width="text">
    <p className="govuk-body">{children}</p>
  </Page>
);

type There = KeptThere | undefined;

function Shown({ kept, there }: { readonly kept: Kept; readonly there: There }) {
  const workspace = useWorkspace();
  useAll('children');
  useAll('staff');
  const owners = keptOwners(workspace, kept);
  const [chosen, setChosen] = useState(0);
  const owner = owners[chosen] ?? owners[0];
  return (
    <Page
      title={KEPT_TITLE}
      back={<BackLink href="/sync">Sync</BackLink>}
      width="text"
      focusKey={kept.id}
    >
      <p className="govuk-body">{whichRecord(workspace, kept.collection, kept.id)}</p>
      <AskedThere there={there} />
      {isEmpty(kept) ? (
        <p className="govuk-body">
          {there === undefined
            ? 'Asking the endpoint for the version that was not kept.'
            : 'Nothing of this record is kept here beside what stands in it.'}
        </p>
      ) : (
        <>
          <KeptSections sections={keptSections(workspace, kept)} />
          {owner && <Save kept={kept} owner={owner} owners={owners} onChoose={setChosen} />}
        </>
      )}
    </Page>
  );
}

interface SaveProps {
  readonly kept: Kept;
  readonly owner: KeptOwner;
  readonly owners: readonly KeptOwner[];
  readonly onChoose: (at: number) => void;
}

function Save({ kept, owner, owners, onChoose }: SaveProps) {
  const workspace = useWorkspace();
  const out = keptFile(workspace, kept, owner);
  const { file } = collections[kept.collection];
  return (
    <>
      <h2 className="govuk-heading-m">Save these texts to a file</h2>
      {file !== 'child' && (
        <p className="govuk-body">
          <Destination file={file === 'staff' ? 'staff' : 'working'} />
        </p>
      )}
      {owners.length > 1 && (
        <RadiosField
          legend="Whose part"
          hint="A file has the part of one, and of nobody else."
          legendSize="s"
          small
          name="owner"
          value={String(owners.indexOf(owner))}
          onChange={(event) => onChoose(Number(event.currentTarget.value))}
          options={owners.map((each, at) => ({ value: String(at), label: ownerWords(each) }))}
        />
      )}
      <p className="govuk-body">
        It will be called <span className="fp-text">{out.fileName}</span>.
      </p>
      <SaveOut
        key={out.fileName}
        id="save"
        what="save these texts to a file"
        button="Save to a file"
        asks={asksFor(kept)}
        file={out}
      />
    </>
  );
}

const ownerWords = ({ file, name, reference }: KeptOwner): string =>
  `${name || reference || 'No name held'}${file === 'staff' ? ', supervision' : ''}`;

const notAsked: Record<Exclude<KeptThere['outcome'], 'read'>, string> = {
  offline:
    'There is no connection to the endpoint, which may keep another version of this text. What this device holds is below. Open this page again when there is a connection.',
  signedOut:
    'You are not signed in to the endpoint, which may keep another version of this text. What this device holds is below. Sign in on the page Sync, and open this page again.',
  later:
    'The endpoint did not answer. It may keep another version of this text. What this device holds is below. Open this page again later.',
  notThere:
    'The endpoint has no earlier text of this record for you. What this device holds is below.',
};

function AskedThere({ there }: { readonly there: There }) {
  if (there === undefined || there.outcome === 'read') return null;
  return <InsetText>{notAsked[there.outcome]}</InsetText>;
}

/** Asked once, when the page is opened; undefined until there is an answer. Kept nowhere. */
function useKeptThere(recordId: string): There {
  const ask = useSync()?.keptThere;
  const isConnected = useSync()?.now.connected ?? false;
  const [there, setThere] = useState<There>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said of sending changes often, and is not asked for again
  useEffect(() => {
    let isShown = true;
    const asked = ask && isConnected ? ask(recordId) : Promise.resolve(NOTHING);
    void asked.then((answer) => {
      if (isShown) setThere(answer);
    });
    return () => {
      isShown = false;
    };
  }, [recordId, isConnected]);
  return there;
}

/** Without an endpoint there is nobody to ask, and nothing is missing. */
const NOTHING: KeptThere = { outcome: 'read', texts: [] };

function useKept(id: string, there: There): Kept | 'gathering' | undefined {
  const workspace = useWorkspace();
  const refused = useSync()?.now.needsPerson.find((each) => each.id === id);
  const v = workspace.set.findAnywhere(id)?.v;
  const [kept, setKept] = useState<Kept | 'gathering' | undefined>('gathering');
  // biome-ignore lint/correctness/useExhaustiveDependencies: gathered again when the record is another by now
  useEffect(() => {
    let isShown = true;
    const texts = there?.outcome === 'read' ? there.texts : [];
    void gatherKept(workspace, { id, refused, there: texts }).then((gathered) => {
      if (isShown) setKept(gathered);
    });
    return () => {
      isShown = false;
    };
  }, [workspace, id, v, there, refused?.state, refused?.text, refused?.refusedFor]);
  return kept;
}
