import { useState } from 'react';
import { formatLongDate } from '#domain/calendar-date.ts';
import { childLabel } from '#domain/child-label.ts';
import { childRecordsWords, countOf } from '#domain/count-words.ts';
import type { Missing } from '#domain/discussion-progress.ts';
import type { Session } from '#domain/records/session.ts';
import { sessionDate } from '#domain/session-days.ts';
import { findChild } from '#storage/caseload-reads.ts';
import { markOf } from '#storage/child-record-reads.ts';
import { finaliseChild, missingFor } from '#storage/child-records.ts';
import { settingsOf, staffName } from '#storage/settings.ts';
import { recordsToFinish, type ToFinish } from '#storage/unfinished.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { Tag } from '#ui/tag.tsx';
import { AgreementSection } from './agreement-section.tsx';
import { NotesToFinish } from './notes-to-finish.tsx';

interface FinishRow extends ToFinish {
  readonly name: string;
  readonly childRowId: string;
  readonly missing: readonly Missing[];
}

/** The hour after: each record finalised when it is ready, with what is missing named. */
export function FinishScreen({ sessionId }: { readonly sessionId: string }) {
  const workspace = useWorkspace();
  useAll('discussions');
  const records = useAll('childRecords').filter((record) => record.sessionId === sessionId);
  useAll('childMarks');
  const session = useRecord('sessions', sessionId)?.body;
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  if (!session) {
    return (
      <Page title="Session not found" width="text">
        <p className="govuk-body">
          <Link href="/sessions">All sessions</Link>
        </p>
      </Page>
    );
  }
  const rows = recordsToFinish(workspace, sessionId).map((each): FinishRow => {
    const child = findChild(workspace, each.part.childRef);
    return {
      ...each,
      name: child ? childLabel(child.body) : 'No name held',
      childRowId: child?.id ?? '',
      missing: missingFor(workspace, sessionId, each.part.childRef),
    };
  });
  const ready = rows.filter(({ missing }) => missing.length === 0);
  const on = sessionDate(session);

  async function finalise(chosen: readonly FinishRow[]) {
    setBusy(true);
    for (const { part } of chosen) await finaliseChild(workspace, sessionId, part.childRef);
    setBusy(false);
    announce(`${childRecordsWords(chosen.length)} finalised`);
  }

  const columns: readonly Column<FinishRow>[] = [
    { key: 'name', header: 'Child', rowHeader: true, render: ({ name }) => name },
    { key: 'due', header: 'Due', render: ({ state }) => state.words },
    {
      key: 'missing',
      header: 'Still to do',
      render: ({ missing }) => <StillToDo missing={missing} />,
    },
    {
      key: 'go',
      header: 'Go to',
      render: (row) =>
        row.missing.length === 0 ? (
          <Button variant="link" disabled={busy} onClick={() => void finalise([row])}>
            Finalise<span className="govuk-visually-hidden"> the record of {row.name}</span>
          </Button>
        ) : (
          <Link href={`/sessions/${sessionId}/${row.childRowId}`}>
            Complete<span className="govuk-visually-hidden"> the record of {row.name}</span>
          </Link>
        ),
    },
  ];
  return (
    <Page
      title={`Records of the session with ${staffName(workspace, session.superviseeRef)}`}
      documentTitle="Records to finish"
      back={<BackLink href="/">Home</BackLink>}
    >
      <p className="govuk-body">
        {on && formatLongDate(on)}. {session.incomplete && <Tag tone="yellow">Incomplete</Tag>}{' '}
        <SessionCounts session={session} />
      </p>
      {rows.length > 0 ? (
        <>
          {ready.length > 0 && (
            <Button disabled={busy} onClick={() => void finalise(ready)}>
              {ready.length === rows.length ? 'Finalise all' : 'Finalise all that are ready'} (
              {ready.length})
            </Button>
          )}
          <DataTable
            caption={`${countOf(rows.length, 'record')} to finish`}
            columns={columns}
            rows={rows}
            rowKey={({ part }) => part.childRef}
            compact
          />
        </>
      ) : (
        <p className="govuk-body">Every discussed child’s record is finalised.</p>
      )}
      <LeftOut session={session} />
      <NotesToFinish sessionId={sessionId} />
      <Finalised ids={records.map(({ id, child }) => ({ id, name: child.name }))} />
      <AgreementSection session={session} />
    </Page>
  );
}

function StillToDo({ missing }: { readonly missing: readonly Missing[] }) {
  if (missing.length === 0) return <Tag tone="green">Ready</Tag>;
  return (
    <ul className="govuk-list">
      {missing.map(({ path, message }) => (
        <li key={`${path} ${message}`}>{message}</li>
      ))}
    </ul>
  );
}

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

/** Nobody said that these were discussed. What was written about them is still there. */
function LeftOut({ session }: { readonly session: Session }) {
  const workspace = useWorkspace();
  const leftOut = session.accounts.filter(({ outcome }) => outcome === 'leftOut');
  if (leftOut.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Not accounted for</h2>
      <p className="govuk-body">
        Left out when the session ended. Anything written is kept. If a child was discussed, open it
        and mark it as discussed; otherwise choose a reason there.
      </p>
      <ul className="govuk-list">
        {leftOut.map(({ childRef }) => {
          const child = findChild(workspace, childRef);
          return (
            <li key={childRef}>
              <Link href={`/sessions/${session.id}/${child?.id ?? ''}`}>
                {child ? childLabel(child.body) : 'No name held'}
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Finalised({ ids }: { readonly ids: readonly { id: string; name: string }[] }) {
  const workspace = useWorkspace();
  const { caseSystem } = settingsOf(workspace);
  if (ids.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Finalised</h2>
      <ul className="govuk-list">
        {ids.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/records/${id}`}>{name}</Link>
            {markOf(workspace, id) ? `, recorded in ${caseSystem}` : `, to record in ${caseSystem}`}
          </li>
        ))}
      </ul>
    </>
  );
}
