import { useState } from 'react';
import { type ActionFilter, matchesFilter } from '#domain/actions/actions-list.ts';
import { countOf } from '#domain/count-words.ts';
import { actionLists, supervises } from '#storage/actions/action-list-for.ts';
import { originsIn } from '#storage/actions/action-origin.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { ActionFilters } from './action-filters.tsx';
import { ActionGroups } from './action-groups.tsx';
import { type AnyRow, isShown, originOfRow, type SaidHere, type Shown } from './action-rows.ts';

const everything: ActionFilter = { worker: '', owner: '', when: '' };

/** Every open action: the children's by their day, and those about people on their own. */
export function ActionsScreen() {
  const workspace = useWorkspace();
  // Named so that the page is drawn again when any of what it is made from changes.
  useAll('childActions');
  useAll('childActionEvents');
  useAll('staffActions');
  useAll('staffActionEvents');
  useAll('children');
  useAll('allocations');
  useAll('sessions');
  useAll('staff');
  useAll('childRecords');
  useAll('childEntries');
  useAll('observations');
  useAll('monitoring');
  const [filter, setFilter] = useState(everything);
  const [shown, setShown] = useState<Shown>('open');
  // What was said here stays on the page until something else is chosen: it can be taken back there.
  const [said, setSaid] = useState<readonly SaidHere[]>([]);
  const { mine, ofChildren, ofStaff } = actionLists(workspace);
  const all = [...mine, ...ofChildren, ...ofStaff];
  const matches = matchesFilter(filter);
  const saidHere = new Set(said.map(({ actionId }) => actionId));
  const chosen = <Row extends AnyRow>(rows: readonly Row[]): readonly Row[] =>
    rows.filter(
      (row) => saidHere.has(row.state.action.id) || (isShown(row, shown) && matches(row)),
    );
  const parts = { mine: chosen(mine), ofChildren: chosen(ofChildren), ofStaff: chosen(ofStaff) };
  const open = all.filter(({ state }) => state.status === 'open');
  const overdue = open.filter(({ due }) => due.when === 'overdue').length;
  const isMineAlone = !supervises(workspace);
  const originOf = originsIn(workspace);
  const groups = {
    shown,
    originOf: (row: AnyRow) => originOf(originOfRow(row)),
    lastSaid: said.at(-1),
    onSaid: (one: SaidHere) => setSaid((held) => [...held, one]),
  };
  return (
    <Page title={isMineAlone ? 'My actions' : 'Actions'} compact>
      <p className="govuk-body">
        {countOf(open.length, 'open action')}
        {overdue > 0 && `, ${overdue} overdue`}. They follow the child, whoever the worker is.
      </p>
      <ActionFilters
        rows={all}
        filter={filter}
        shown={shown}
        onChange={(next, nextShown) => {
          setSaid([]);
          setFilter(next);
          setShown(nextShown);
        }}
        found={parts.mine.length + parts.ofChildren.length + parts.ofStaff.length}
      />
      {mine.length > 0 && (
        <section aria-labelledby="my-actions">
          <h2 className="govuk-heading-m" id="my-actions">
            {isMineAlone ? 'Actions of my children' : 'My actions'}
          </h2>
          <ActionGroups {...groups} rows={parts.mine} />
        </section>
      )}
      {!isMineAlone && (
        <section aria-labelledby="children-actions">
          <h2 className="govuk-heading-m" id="children-actions">
            Actions of the children
          </h2>
          <ActionGroups {...groups} rows={parts.ofChildren} />
          <p className="govuk-body">
            A new action is agreed in a session, or with a decision:{' '}
            <Link href="/entries/new/managementDecision">Record a management decision</Link>
          </p>
        </section>
      )}
      {isMineAlone && mine.length === 0 && <p className="govuk-body">No open actions.</p>}
      {ofStaff.length > 0 && (
        <section aria-labelledby="staff-actions">
          <h2 className="govuk-heading-m" id="staff-actions">
            Supervision file
          </h2>
          <p className="govuk-body">
            <Destination file="staff" /> What people agreed about their own work. It goes on no
            child’s record.
          </p>
          <ActionGroups {...groups} rows={parts.ofStaff} />
        </section>
      )}
    </Page>
  );
}
