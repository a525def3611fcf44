import { type ReactNode, useEffect } from 'react';
import type { ChildRef } from '#domain/ids.ts';
import { placeOfPath, versionWords } from '#exchange/kept/version-words.ts';
import { TwoVersions } from '#exchange/parts/two-versions.tsx';
import { clashesOf } from '#storage/sync/merge-clashes.ts';
import { useEditing } from '#storage/use-editing.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { OpenElsewhere } from '#ui/open-elsewhere.tsx';
import { FormsProvider, type PrepareRecords, useBothForms } from './prepare-forms.ts';

interface HeldPreparationProps extends PrepareRecords {
  readonly childRefs: readonly ChildRef[];
  readonly children: ReactNode;
}

/**
 * Holds both records for as long as the screen is open, from one child to the next: the first letters
 * typed after moving have a form to land in.
 */
export function HeldPreparation({ children, ...held }: HeldPreparationProps) {
  const { preparation, before, childRefs } = held;
  const workspace = useWorkspace();
  const first = useEditing('preparations', preparation.id);
  const second = useEditing('responses', before.id);
  const records = [first, second];
  // Before the answer comes it is written in already, as in the session.
  const isEditing = records.every(({ status }) => status !== 'elsewhere');
  // Read only it follows what is on disk. Editing, nothing is ever written into the forms while they are
  // mounted; a child who came onto the list is a change from outside, and they are drawn afresh for it.
  const version = isEditing ? 'editing' : `${preparation.body.savedAt} ${before.body.savedAt}`;
  // So is a choice between two versions.
  const clashes = [preparation.body, before.body].map((body) => clashesOf(body).length);
  const shown = `${version} ${clashes.join(' ')} ${childRefs.join(' ')}`;
  const [preparationId, beforeId] = [preparation.id, before.id];
  useEffect(() => {
    // What the new forms show is what their edits are measured against.
    if (!isEditing || !shown) return;
    if (!workspace.queue.unsaved(preparationId)) workspace.openDraft('preparations', preparationId);
    if (!workspace.queue.unsaved(beforeId)) workspace.openDraft('responses', beforeId);
  }, [workspace, preparationId, beforeId, isEditing, shown]);

  function takeOver() {
    for (const each of records) {
      if (each.status === 'elsewhere') each.takeOver();
    }
  }
  return (
    <>
      {!isEditing && <OpenElsewhere onTakeOver={takeOver} />}
      <BothVersions collection="preparations" record={preparation} />
      <BothVersions collection="responses" record={before} />
      <fieldset className="fp-plain" disabled={!isEditing}>
        <Forms key={shown} {...held}>
          {children}
        </Forms>
      </fieldset>
    </>
  );
}

interface BothVersionsProps {
  readonly collection: 'preparations' | 'responses';
  readonly record: PrepareRecords['preparation'] | PrepareRecords['before'];
}

/** The same text changed in two places: chosen between here, whichever child’s page is open. */
function BothVersions({ collection, record: { id, body } }: BothVersionsProps) {
  const workspace = useWorkspace();
  return (
    <TwoVersions
      collection={collection}
      id={id}
      body={body}
      before="before you share it"
      other={{ key: 'The other', keep: 'Keep the other' }}
      labelOf={(path) => placeOfPath(workspace, collection, path)}
      wordsOf={(path, value) => versionWords(workspace, collection, { body, path, value })}
    />
  );
}

function Forms({ preparation, before, childRefs, children }: HeldPreparationProps) {
  const { queue } = useWorkspace();
  const forms = useBothForms({ preparation, before }, childRefs);
  const saveNow = () => {
    void queue.flushOne(preparation.id);
    void queue.flushOne(before.id);
  };
  return (
    <FormsProvider value={forms}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving any field saves at once; nothing is done by it */}
      <div onBlur={saveNow}>{children}</div>
    </FormsProvider>
  );
}
