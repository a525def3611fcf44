import { useEffect, useRef } from 'react';
import type { GroupSession } from '#domain/records/group.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { CaseList, type CaseListItem } from '#ui/case-list.tsx';
import { useGoTo } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { useStepKeys } from '#ui/use-step-keys.ts';
import { useWideScreen } from '#ui/use-wide-screen.ts';
import { BringFamilyIn } from './bring-family-in.tsx';
import { FamilyBeside } from './family-beside.tsx';
import { FamilyPane } from './family-pane.tsx';
import { GroupBar } from './group-bar.tsx';
import { type GroupItem, itemsOf, nextFamily, notReached } from './group-items.ts';
import { groupTitle } from './group-words.ts';

interface GroupPanesProps {
  readonly group: GroupSession;
  readonly item: string | undefined;
}

/** The families of the group; the notes of one; last time. Nothing is modal and nothing blocks typing. */
export function GroupPanes({ group, item }: GroupPanesProps) {
  const workspace = useWorkspace();
  useAll('groupDiscussions');
  useAll('children');
  const goTo = useGoTo();
  const announce = useAnnounce();
  const isWide = useWideScreen();
  const items = itemsOf(workspace, group);
  const current = items.find(({ id }) => id === item) ?? items[0];
  const byCommand = useRef(false);
  const base = `/groups/${group.id}/session`;

  function show(next: GroupItem | undefined) {
    if (!next) {
      announce('Every family of this group is discussed');
      return;
    }
    byCommand.current = true;
    goTo(`${base}/${next.id}`);
    announce(`${next.label}, family ${items.indexOf(next) + 1} of ${items.length}`);
  }
  const step = (by: 1 | -1) => {
    const next = current && items[items.indexOf(current) + by];
    if (next) show(next);
  };
  useStepKeys({ onNext: () => step(1), onPrevious: () => step(-1) });
  // Read by the pane as it arrives, and true for that one arrival.
  const arrivedByCommand = byCommand.current;
  useEffect(() => {
    byCommand.current = false;
  });

  const list = (
    <CaseList
      label="Families of this group"
      items={items.map((each) => rowFor(each, each === current, base))}
    />
  );
  const place = current ? `Family ${items.indexOf(current) + 1} of ${items.length}` : 'No families';
  return (
    <Page
      title={groupTitle(group)}
      documentTitle="Group session"
      heading={current ? 'none' : 'shown'}
      width="wide"
      compact
    >
      <GroupBar
        group={group}
        words={`${items.length - notReached(items).length} of ${items.length} families discussed`}
      />
      <div className="fp-panes">
        <div className="fp-pane-side fp-screen-only" id="cases" tabIndex={-1}>
          {isWide ? (
            <>
              <h2 className="govuk-heading-s">Families of this group</h2>
              {list}
            </>
          ) : (
            // Open, the list would push the notes two screens down.
            <details className="govuk-details" key={place}>
              <summary className="govuk-details__summary">
                <span className="govuk-details__summary-text">{place}</span>
              </summary>
              {list}
            </details>
          )}
          {group.status === 'open' && <BringFamilyIn group={group} items={items} />}
        </div>
        <div id="notes" tabIndex={-1}>
          {current ? (
            <FamilyPane
              key={current.id}
              group={group}
              item={current}
              byCommand={arrivedByCommand}
              onDone={() => show(nextFamily(items, current.id))}
            />
          ) : (
            <p className="govuk-body">No family is on the table. Bring one in from the list.</p>
          )}
        </div>
        {current && <FamilyBeside key={`beside ${current.id}`} group={group} item={current} />}
      </div>
    </Page>
  );
}

const rowWords = {
  finalised: { status: 'Finalised' },
  discussed: { status: 'Discussed' },
  inProgress: { status: 'In progress', tone: 'blue' },
  untouched: { status: 'Not discussed', tone: 'grey' },
} as const;

const rowFor = (
  { id, label, status }: GroupItem,
  current: boolean,
  base: string,
): CaseListItem => ({
  id,
  label,
  href: `${base}/${id}`,
  current,
  ...rowWords[status],
});
