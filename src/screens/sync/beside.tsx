import { useEffect, useState } from 'react';
import { type BesideState, besideNow } from '#storage/sync/beside.ts';
import { type NeedsPerson, useSync } from '#storage/sync/use-sync.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { KeptLink } from './kept-link.tsx';
import { whichRecord } from './which-record.ts';

/** SENT11: finished here before a text of another device arrived. */
export function Beside({ record }: { readonly record: NeedsPerson }) {
  const workspace = useWorkspace();
  const sync = useSync();
  const { collection, id } = record;
  const announce = useAnnounce();
  const which = collection ? whichRecord(workspace, collection, id) : 'A record';
  async function rest() {
    await sync?.letRest(record);
    announce('It is listed under “Kept beside finished records”');
  }
  return (
    <>
      <h3 className="govuk-heading-s">{which}</h3>
      <p className="govuk-body">
        This record was finished on this device before a text from another device reached it. The
        finished record stays as it is, and that text is kept. Read it, and copy what belongs in the
        record into a correction.
      </p>
      <KeptLink id={id} about={which} />
      <Button variant="secondary" onClick={() => void rest()}>
        I have read this
        <span className="govuk-visually-hidden">, {which}</span>
      </Button>
    </>
  );
}

/** What was read, or kept on this device only: its way stays. */
export function KeptBeside() {
  const workspace = useWorkspace();
  const now = useSync()?.now;
  const [ids, setIds] = useState<readonly string[]>([]);
  // While this device does not sync, nothing stands under “These need you”.
  const isListed = (state: BesideState) => state === 'seen' || !now?.connected;
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again with each change of what is said of sending
  useEffect(() => {
    let isShown = true;
    void besideNow(workspace).then((kept) => {
      if (isShown) setIds([...kept].flatMap(([id, state]) => (isListed(state) ? [id] : [])));
    });
    return () => {
      isShown = false;
    };
  }, [workspace, now]);
  const records = ids.flatMap((id) => workspace.set.findAnywhere(id) ?? []);
  if (records.length === 0) return null;
  return (
    <section aria-labelledby="kept-beside">
      <h2 className="govuk-heading-m" id="kept-beside">
        Kept beside finished records
      </h2>
      {records.map(({ id, collection }) => {
        const which = whichRecord(workspace, collection, id);
        return (
          <div key={id}>
            <h3 className="govuk-heading-s">{which}</h3>
            <KeptLink id={id} about={which} />
          </div>
        );
      })}
    </section>
  );
}
