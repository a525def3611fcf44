import { useEffect, useState } from 'react';
import { labelOfPath, versionWords } from '#exchange/kept/version-words.ts';
import { SettledVersions } from '#exchange/parts/settled-versions.tsx';
import type { OpenRecord } from '#storage/open-record.ts';
import { settledClashes, settledRecords } from '#storage/sync/settled-clashes.ts';
import { useSync } from '#storage/sync/use-sync.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { KeptLink } from './kept-link.tsx';
import { whichRecord } from './which-record.ts';

/** SENT3: what was chosen between stays to be read, also where the record’s own page has no room for it. */
export function Settled() {
  const workspace = useWorkspace();
  const now = useSync()?.now;
  const [settled, setSettled] = useState<SettledNow>({ here: [], elsewhere: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again with each change of what is said of sending
  useEffect(() => {
    let isShown = true;
    void settledIn(workspace).then((records) => {
      if (isShown) setSettled(records);
    });
    return () => {
      isShown = false;
    };
  }, [workspace, now]);
  const { here, elsewhere } = settled;
  return (
    <>
      {here.length > 0 && (
        <section aria-labelledby="settled">
          <h2 className="govuk-heading-m" id="settled">
            You chose between two versions of these
          </h2>
          {here.map(({ id, collection, body }) => (
            <div key={id}>
              <h3 className="govuk-heading-s">{whichRecord(workspace, collection, id)}</h3>
              <SettledVersions
                id={id}
                labelOf={(path) => labelOfPath(collection, path)}
                wordsOf={(path, value) =>
                  versionWords(workspace, collection, { body, path, value })
                }
              />
              <KeptLink id={id} about={whichRecord(workspace, collection, id)} />
            </div>
          ))}
        </section>
      )}
      {elsewhere.length > 0 && (
        <section aria-labelledby="settled-elsewhere">
          <h2 className="govuk-heading-m" id="settled-elsewhere">
            On another device you chose between two versions of these
          </h2>
          <p className="govuk-body">
            The version that was not kept can be read here too: as far as this device has it, and
            from the endpoint while there is a connection.
          </p>
          {elsewhere.map(({ id, collection }) => (
            <div key={id}>
              <h3 className="govuk-heading-s">{whichRecord(workspace, collection, id)}</h3>
              <KeptLink id={id} about={whichRecord(workspace, collection, id)} />
            </div>
          ))}
        </section>
      )}
    </>
  );
}

interface SettledNow {
  readonly here: readonly OpenRecord[];
  /** SENT9: a record says that a choice was made; both texts are where it was made. */
  readonly elsewhere: readonly OpenRecord[];
}

async function settledIn(workspace: Workspace): Promise<SettledNow> {
  const records = settledRecords(workspace);
  const made = await Promise.all(records.map(({ id }) => settledClashes(workspace, id)));
  const isHere = (_: OpenRecord, at: number) => (made[at]?.length ?? 0) > 0;
  return {
    here: records.filter(isHere),
    elsewhere: records.filter((record, at) => !isHere(record, at)),
  };
}
