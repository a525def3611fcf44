import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { childLabel } from '#domain/caseload/child-label.ts';
import type { Session } from '#domain/records/session.ts';
import { CaseloadNotice } from '#exchange/caseload/caseload-notice.tsx';
import { useSyncMarkWords } from '#exchange/parts/sync-mark.tsx';
import { noteOf } from '#storage/session/session-reads.ts';
import { useDrawnInTime } from '#storage/use-news.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { cameByKey, forgetKey } from '#ui/by-key.ts';
import { CaseList, type CaseListItem } from '#ui/case-list.tsx';
import { useGoTo } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { useStepKeys } from '#ui/use-step-keys.ts';
import { useWideScreen } from '#ui/use-wide-screen.ts';
import { type AgendaItem, agendaOf, isAccounted, nextUndone, rowWords } from './agenda.ts';
import { BringIn } from './bring-in.tsx';
import { CasePane } from './case-pane.tsx';
import { LastTime } from './last-time.tsx';
import { NotesPane } from './notes-pane.tsx';
import { PreparationBeside } from './preparation-beside.tsx';
import { Prompts } from './prompts.tsx';
import { SessionBar } from './session-bar.tsx';
import { sessionLabel } from './session-label.ts';
import { WhyInDepth } from './why-in-depth.tsx';

// Drawn after the notes: nothing that is typed waits for it.
const TimelineBeside = lazy(async () => ({
  default: (await import('#exchange/parts/timeline-beside.tsx')).TimelineBeside,
}));

const SHOWN = ['discussions', 'children', 'allocations', 'notes'] as const;

interface SessionPanesProps {
  readonly session: Session;
  readonly item: string | undefined;
}

/** Every open case; the notes; last time. Nothing here is modal and nothing blocks typing. */
export function SessionPanes({ session, item }: SessionPanesProps) {
  const workspace = useWorkspace();
  useDrawnInTime(SHOWN);
  const goTo = useGoTo();
  const announce = useAnnounce();
  const isWide = useWideScreen();
  const agenda = agendaOf(workspace, session);
  const onNotes = item === 'notes';
  const current = onNotes ? undefined : (agenda.find(({ rowId }) => rowId === item) ?? agenda[0]);
  const byCommand = useRef(false);
  const base = `/sessions/${session.id}`;
  const notes = noteOf(workspace, session.id);
  const markOf = useSyncMarkWords();

  function show(next: AgendaItem | undefined) {
    byCommand.current = true;
    if (!next) {
      goTo(`${base}/notes`);
      announce('Every child is accounted for. Personal notes');
      return;
    }
    goTo(`${base}/${next.rowId}`);
    announce(`${next.child.name}, case ${agenda.indexOf(next) + 1} of ${agenda.length}`);
  }
  function step(by: 1 | -1) {
    const at = current ? agenda.indexOf(current) : agenda.length;
    const next = agenda[at + by];
    if (next) show(next);
  }
  useStepKeys({ onNext: () => step(1), onPrevious: () => step(-1) });
  // Read by the pane as it arrives, and true for that one arrival. "Go to" tells it through the history.
  const arrivedByCommand = byCommand.current || cameByKey();
  useEffect(() => {
    byCommand.current = false;
    forgetKey();
  });

  const list = (
    <CaseList
      label="Every open case"
      items={[
        ...agenda.map((each) => ({
          ...rowFor(each, each === current, base),
          detail: markOf(each.discussion.id),
        })),
        { ...notesRow(onNotes, base), detail: markOf(notes?.id ?? '') },
      ]}
    />
  );
  const discussed = agenda.filter(isAccounted).length;
  return (
    <Page
      title={sessionLabel(workspace, session)}
      documentTitle="Session"
      heading="none"
      width="wide"
      compact
    >
      <div className="fp-panes fp-panes--bar">
        <div>
          <SessionBar
            session={session}
            agenda={agenda}
            words={`${discussed} of ${agenda.length} accounted for`}
            onStep={step}
            isOnChild={current !== undefined}
          />
          <BringIn session={session} />
        </div>
        <div className="fp-pane-side fp-screen-only" id="cases" tabIndex={-1}>
          {isWide ? (
            <>
              <h2 className="govuk-heading-s">Every open case</h2>
              {list}
              <CaseloadNotice />
            </>
          ) : (
            <NarrowList summary={whereAmI(agenda, current)}>{list}</NarrowList>
          )}
        </div>
        <div id="notes" tabIndex={-1}>
          {current ? (
            <CasePane
              // Brothers and sisters are one record. It stays held from one to the next, so that the
              // first letters typed after moving have a form to land in.
              key={current.discussion.id}
              session={session}
              item={current}
              byCommand={arrivedByCommand}
              onDone={() => show(nextUndone(agenda, current))}
            />
          ) : (
            <NotesPane session={session} record={notes} />
          )}
        </div>
        {current && (
          <section
            className="fp-pane-side"
            aria-label="To read beside the notes"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
          >
            <WhyInDepth session={session} child={current.child} />
            <LastTime key={current.rowId} session={session} item={current} />
            {current.part.depth === 'inDepth' && <Prompts child={current.child} />}
            <PreparationBeside session={session} child={current.child} />
            <Suspense fallback={null}>
              <TimelineBeside child={current.child} rowId={current.rowId} />
            </Suspense>
          </section>
        )}
      </div>
    </Page>
  );
}

function whereAmI(agenda: readonly AgendaItem[], current: AgendaItem | undefined): string {
  if (!current) return `Personal notes, after ${agenda.length} cases`;
  return `Case ${agenda.indexOf(current) + 1} of ${agenda.length}`;
}

/** Below 1024 px the list would push the notes two screens down, so it is closed. */
function NarrowList({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="govuk-details" key={summary}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      {children}
    </details>
  );
}

function rowFor(
  { rowId, child, status }: AgendaItem,
  current: boolean,
  base: string,
): CaseListItem {
  const label = childLabel(child);
  return { id: rowId, label, href: `${base}/${rowId}`, current, ...rowWords[status] };
}

const notesRow = (current: boolean, base: string): CaseListItem => ({
  id: 'notes',
  label: 'Personal notes',
  status: 'Supervision file',
  href: `${base}/notes`,
  current,
});
