import { useEffect, useReducer, useRef } from 'react';
import { SittingGate } from '#exchange/sitting/sitting-gate.tsx';
import { ClipboardLimits } from '#exchange/text/child-text-out.tsx';
import { recordingProgress } from '#storage/child-file/recording-queue.ts';
import { mayRecordEntries } from '#storage/entries/entries-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { Queue, type QueueFocus } from './queue.tsx';
import { RecordedTable } from './recorded-table.tsx';
import { useVisit } from './use-visit.ts';

const MINUTE_MS = 60_000;

/** Everything that is finished and not yet in the case system, one after the other, the most pressing first. */
export function ToRecordScreen() {
  const workspace = useWorkspace();
  useAll('childRecords');
  useAll('childMarks');
  useAll('childEntries');
  useAll('entryDrafts');
  useAll('children');
  useAll('settings');
  useEachMinute();
  const { caseSystem } = settingsOf(workspace);
  const visit = useVisit();
  const queue = useRef<QueueFocus>(null);
  const { all, words } = recordingProgress(workspace);
  return (
    <Page title={`To record in ${caseSystem}`} documentTitle="To record">
      {mayRecordEntries(workspace) && (
        <ButtonLink href="/entries/new" variant="secondary">
          Record a management decision
        </ButtonLink>
      )}
      {all === 0 ? (
        <p className="govuk-body">Nothing to record in {caseSystem}.</p>
      ) : (
        <>
          <p className="govuk-body" ref={visit.progress} tabIndex={-1}>
            <strong>{words}</strong>
          </p>
          <SittingGate
            what={`copy records for ${caseSystem}`}
            onOpen={() => queue.current?.focusFirst()}
          />
          <ClipboardLimits />
          <Queue ref={queue} visit={visit} />
        </>
      )}
      <p className="govuk-body">
        Records of the supervision file are in{' '}
        <Link href="/supervision-file">To the supervision file</Link>.
      </p>
      <RecordedTable without={visit.recorded} />
    </Page>
  );
}

/** "3 hours left" is true for a while only. */
function useEachMinute(): void {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(draw, MINUTE_MS);
    addEventListener('focus', draw);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', draw);
    };
  }, []);
}
