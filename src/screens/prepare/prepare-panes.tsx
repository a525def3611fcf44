import { childLabel } from '#domain/caseload/child-label.ts';
import { preparedWords } from '#domain/preparation/preparation.ts';
import { CaseloadNotice } from '#exchange/caseload/caseload-notice.tsx';
import { settingsOf, staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { CaseList } from '#ui/case-list.tsx';
import { Details } from '#ui/details.tsx';
import { useGoTo } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { useWideScreen } from '#ui/use-wide-screen.ts';
import { AboutMe } from './about-me.tsx';
import { BesideChild } from './beside-child.tsx';
import { ChildPage } from './child-page.tsx';
import { HeldPreparation } from './held-preparation.tsx';
import type { PrepareRecords } from './prepare-forms.ts';
import { caseRows, nextToPrepare, pageOf, pagesOf, prepareItems } from './prepare-list.ts';
import { PrepareOverview } from './prepare-overview.tsx';

interface PreparePanesProps extends PrepareRecords {
  readonly item: string | undefined;
}

/** Every open child; one short page for each; last time. Laid out as the session is. */
export function PreparePanes({ item, ...records }: PreparePanesProps) {
  const workspace = useWorkspace();
  useAll('children');
  useAll('allocations');
  useAll('staff');
  useAll('childActions');
  useAll('childActionEvents');
  const goTo = useGoTo();
  const announce = useAnnounce();
  const isWide = useWideScreen();
  const items = prepareItems(workspace, records);
  const current = items.find(({ rowId }) => rowId === item);
  const aboutMe = item === 'wants' || item === 'away' ? item : undefined;
  const page = current?.rowId ?? aboutMe ?? '';
  const pages = pagesOf(items);
  const at = pages.indexOf(page);
  const [previous, next] = [pages[at - 1], pages[at + 1]];
  const words = preparedWords(items.map(({ status }) => status));

  /** The children as they are after this press: its text is on its way to disk. */
  function goToNextUnprepared() {
    const now = prepareItems(workspace, records);
    const after = current && nextToPrepare(now, current);
    goTo(pageOf(after?.rowId ?? ''));
    announce(
      after
        ? `${childLabel(after.child)}, ${preparedWords(now.map(({ status }) => status))}`
        : 'Every child is ready. Overview and sharing',
    );
  }

  const list = <CaseList label="My open children" items={caseRows(items, page, words)} />;
  const supervisor = staffName(workspace, settingsOf(workspace).supervisorRef);
  return (
    <Page
      title="Prepare for supervision"
      documentTitle="Prepare"
      heading="none"
      width="wide"
      compact
    >
      <div className="fp-session-bar">
        <p className="govuk-body">
          <strong>Supervision with {supervisor}</strong> {words}
        </p>
      </div>
      <div className="fp-panes">
        <div className="fp-pane-side fp-screen-only" id="cases" tabIndex={-1}>
          {isWide ? (
            <>
              <h2 className="govuk-heading-s">My open children</h2>
              {list}
              <CaseloadNotice />
            </>
          ) : (
            <Details key={page} summary={whereAmI(page, pages, items.length)}>
              {list}
            </Details>
          )}
        </div>
        <div id="notes" tabIndex={-1}>
          <HeldPreparation {...records} childRefs={items.map(({ child }) => child.ref)}>
            {current ? (
              <ChildPage
                key={current.rowId}
                item={current}
                previous={previous}
                next={next}
                onReady={goToNextUnprepared}
              />
            ) : aboutMe ? (
              <AboutMe key={aboutMe} page={aboutMe} previous={previous} next={next} />
            ) : (
              <PrepareOverview {...records} items={items} next={next} />
            )}
          </HeldPreparation>
        </div>
        {current && (
          <section
            className="fp-pane-side"
            aria-label="To read beside the form"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
          >
            <BesideChild key={current.rowId} child={current.child} />
          </section>
        )}
      </div>
    </Page>
  );
}

function whereAmI(page: string, pages: readonly string[], count: number): string {
  if (page === '') return `Overview of ${count} children`;
  const at = pages.indexOf(page);
  return at <= count ? `Child ${at} of ${count}` : `After ${count} children`;
}
