import { useState } from 'react';
import { childRecordsWords, countOf } from '#domain/count-words.ts';
import { formatLongDate } from '#domain/dates/calendar-date.ts';
import type { Session } from '#domain/records/session.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { SignRecords } from '#exchange/signing/sign-records.tsx';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { staffName } from '#storage/settings.ts';
import { useSigning } from '#storage/signing/use-signatures.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { Tag } from '#ui/tag.tsx';
import { AgreementSection } from './agreement-section.tsx';
import { Finalised } from './finalised.tsx';
import { finishColumns } from './finish-columns.tsx';
import { type FinishRow, finishRows, isReady } from './finish-row.ts';
import { LeftOut } from './left-out.tsx';
import { NotesToFinish } from './notes-to-finish.tsx';
import { RecordsMissing } from './records-missing.tsx';

/** The hour after: each record finalised when it is ready, what is missing named, and then signed. */
export function FinishScreen({ sessionId }: { readonly sessionId: string }) {
  const session = useRecord('sessions', sessionId)?.body;
  if (session) return <Finish key={session.id} session={session} />;
  return (
    <Page title="Session not found" width="text">
      <p className="govuk-body">
        <Link href="/sessions">All sessions</Link>
      </p>
    </Page>
  );
}

function Finish({ session }: { readonly session: Session }) {
  const workspace = useWorkspace();
  const { id: sessionId } = session;
  useAll('discussions');
  const records = useAll('childRecords').filter((record) => record.sessionId === sessionId);
  const texts = useSigning(sessionId);
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<{ times: number; ids: readonly string[] }>(notAsked);
  const rows = finishRows(workspace, sessionId);
  const ready = rows.filter(isReady);
  const on = sessionDate(session);

  /** What is ready, one after the other; of the rest that was asked for it is said what is missing. */
  async function finalise(chosen: readonly FinishRow[]) {
    setBusy(true);
    let done = 0;
    try {
      for (const { part } of chosen.filter(isReady)) {
        const { outcome } = await finaliseChild(workspace, sessionId, part.childRef);
        if (outcome === 'finalised') done += 1;
      }
    } finally {
      setBusy(false);
    }
    setAsked(({ times }) => ({ times: times + 1, ids: chosen.map(({ id }) => id) }));
    if (done > 0) announce(`${childRecordsWords(done)} finalised`);
  }

  return (
    <Page
      title={`Records of the session with ${staffName(workspace, session.superviseeRef)}`}
      documentTitle="Records to finish"
      back={<BackLink href="/">Home</BackLink>}
      above={
        // Once it was asked for, the list follows what is written meanwhile.
        <RecordsMissing
          rows={rows.filter((row) => asked.ids.includes(row.id) && !isReady(row))}
          asked={asked.times}
        />
      }
    >
      <p className="govuk-body">
        {on && formatLongDate(on)}. {session.incomplete && <Tag tone="yellow">Incomplete</Tag>}{' '}
        <SessionCounts session={session} />
      </p>
      {rows.length > 0 ? (
        <>
          {ready.length > 0 && (
            <Button disabled={busy} onClick={() => void finalise(rows)}>
              {ready.length === rows.length ? 'Finalise all' : 'Finalise all that are ready'} (
              {ready.length})
            </Button>
          )}
          <DataTable
            caption={`${countOf(rows.length, 'record')} to finish`}
            columns={finishColumns({ busy, onFinalise: (row) => void finalise([row]) })}
            rows={rows}
            rowKey={({ id }) => id}
            compact
          />
        </>
      ) : (
        <p className="govuk-body">Every discussed child’s record is finalised.</p>
      )}
      <LeftOut session={session} />
      <NotesToFinish sessionId={sessionId} />
      <Finalised records={records} texts={texts} />
      <SignRecords title="Sign the records of this session" texts={texts} />
      <AgreementSection session={session} />
    </Page>
  );
}

const notAsked = { times: 0, ids: [] };

function SessionCounts({ session }: { readonly session: Session }) {
  const count = (outcome: string) =>
    session.accounts.filter((account) => account.outcome === outcome).length;
  const parts = [
    [count('inDepth'), 'in depth'],
    [count('brief'), 'brief check-in'],
    [count('notDiscussed'), 'not discussed, with a reason'],
    [count('leftOut'), 'left out'],
  ] as const;
  const words = parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`);
  return <>{words.join(', ')}.</>;
}
