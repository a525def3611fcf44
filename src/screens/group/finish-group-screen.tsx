import { useState } from 'react';
import { childRecordsWords, countOf } from '#domain/count-words.ts';
import { otherNoteTaker } from '#domain/group/group-access.ts';
import type { GroupSession } from '#domain/records/group.ts';
import { SignRecords } from '#exchange/signing/sign-records.tsx';
import { SittingGate } from '#exchange/sitting/sitting-gate.tsx';
import { useSitting } from '#exchange/sitting/use-sitting.ts';
import { finaliseGroupChild } from '#storage/group/groups.ts';
import { useSignedRecords } from '#storage/signing/use-signatures.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { Link } from '#ui/link.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { FinalisedRecords } from './finalised-records.tsx';
import { finishColumns } from './finish-columns.tsx';
import { FinishMissing } from './finish-missing.tsx';
import { type FinishRow, finishRows } from './finish-rows.ts';
import { GroupPage } from './group-page.tsx';
import { amFacilitator, memberName, onlyFacilitator } from './group-words.ts';
import { NotReached } from './not-reached.tsx';

/** The hour after: each child’s record finalised when it is ready, by the facilitator and nobody else. */
export function FinishGroupScreen({ groupId }: { readonly groupId: string }) {
  return (
    <GroupPage groupId={groupId} at="finish" documentTitle="Records of a group">
      {({ body }) =>
        body.status === 'ended' ? <Finish group={body} /> : <NotEnded group={body} />
      }
    </GroupPage>
  );
}

function NotEnded({ group }: { readonly group: GroupSession }) {
  return (
    <p className="govuk-body">
      The records are finalised once the group has ended.{' '}
      <Link href={`/groups/${group.id}/session`}>Go to the group</Link>
    </p>
  );
}

function Finish({ group }: { readonly group: GroupSession }) {
  const workspace = useWorkspace();
  useAll('groupDiscussions');
  useAll('children');
  const records = useAll('childRecords').filter(({ sessionId }) => sessionId === group.id);
  const texts = useSignedRecords(records.map(({ id }) => id));
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState({ times: 0, key: '' });
  const rows = finishRows(workspace, group);
  const ready = rows.filter(({ missing }) => missing.length === 0);
  const leads = amFacilitator(workspace, group);
  const typist = otherNoteTaker(group);
  const isOpen = useSitting() !== undefined;
  const mayFinalise = leads && (typist === undefined || isOpen);

  /** What is ready; of one that is not, what it still needs is said. */
  async function finalise(chosen: readonly FinishRow[]) {
    setBusy(true);
    let done = 0;
    try {
      for (const { item, childRef } of chosen) {
        const { outcome } = await finaliseGroupChild(workspace, item.id, childRef);
        if (outcome === 'finalised') done += 1;
      }
    } finally {
      setBusy(false);
    }
    const [only] = chosen.length === 1 ? chosen : [];
    setAsked(({ times }) => ({ times: times + 1, key: only ? keyOf(only) : '' }));
    if (done > 0) announce(`${childRecordsWords(done)} finalised`);
  }

  return (
    <>
      {/* Once it was asked for, the list follows what is written meanwhile. */}
      <FinishMissing
        group={group}
        row={rows.find((row) => keyOf(row) === asked.key)}
        asked={asked.times}
      />
      {!leads && <InsetText>{onlyFacilitator(workspace, group)}.</InsetText>}
      {leads && typist && rows.length > 0 && (
        <SittingGate what={`finalise what ${memberName(workspace, typist)} typed`} />
      )}
      {mayFinalise && ready.length > 0 && (
        <Button disabled={busy} onClick={() => void finalise(ready)}>
          {ready.length === rows.length ? 'Finalise all' : 'Finalise all that are ready'} (
          {ready.length})
        </Button>
      )}
      {rows.length > 0 ? (
        <DataTable
          caption={`${countOf(rows.length, 'record')} to finish`}
          columns={finishColumns({
            groupId: group.id,
            onFinalise: mayFinalise ? (row) => void finalise([row]) : undefined,
            busy,
          })}
          rows={rows}
          rowKey={keyOf}
          compact
        />
      ) : (
        <p className="govuk-body">Every discussed child’s record is finalised.</p>
      )}
      <NotReached group={group} />
      <p className="govuk-body">
        <Link href={`/print/group/${group.id}`}>Print who was there and what was on the table</Link>
      </p>
      <FinalisedRecords group={group} />
      <SignRecords title="Sign the records of this group" texts={texts} />
    </>
  );
}

const keyOf = ({ item, childRef }: FinishRow): string => `${item.id} ${childRef}`;
