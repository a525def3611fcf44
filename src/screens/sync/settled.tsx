import { useEffect, useState } from 'react';
import { SettledVersions } from '#exchange/settled-versions.tsx';
import type { OpenRecord } from '#storage/open-record.ts';
import { settledClashes, settledRecords } from '#storage/settled-clashes.ts';
import { useSync } from '#storage/use-sync.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { labelOfPath, whichRecord } from './which-record.ts';

/** SENT3: what was chosen between here stays to be read, also where the record’s own page has no room for it. */
export function Settled() {
  const workspace = useWorkspace();
  const now = useSync()?.now;
  const [settled, setSettled] = useState<readonly OpenRecord[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again with each change of what is said of sending
  useEffect(() => {
    let isShown = true;
    void chosenHere(workspace).then((records) => {
      if (isShown) setSettled(records);
    });
    return () => {
      isShown = false;
    };
  }, [workspace, now]);
  if (settled.length === 0) return null;
  return (
    <section aria-labelledby="settled">
      <h2 className="govuk-heading-m" id="settled">
        You chose between two versions of these
      </h2>
      {settled.map(({ id, collection }) => (
        <div key={id}>
          <h3 className="govuk-heading-s">{whichRecord(workspace, collection, id)}</h3>
          <SettledVersions id={id} labelOf={(path) => labelOfPath(collection, path)} />
        </div>
      ))}
    </section>
  );
}

/** A record says that a choice was made, and only the device where it was made has both texts. */
async function chosenHere(workspace: Workspace): Promise<readonly OpenRecord[]> {
  const asked = settledRecords(workspace).map(async (record) => {
    const clashes = await settledClashes(workspace, record.id);
    return clashes.length > 0 ? [record] : [];
  });
  return (await Promise.all(asked)).flat();
}
