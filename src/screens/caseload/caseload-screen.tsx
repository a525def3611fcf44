import { useState } from 'react';
import { currentAllocation, isOpenOn, unallocatedChildren } from '#domain/caseload/caseload.ts';
import { childLabel } from '#domain/caseload/child-label.ts';
import { ageText } from '#domain/caseload/subject.ts';
import { countOf } from '#domain/count-words.ts';
import { formatDate, formatShortDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Due, NotDue } from '#domain/due/due-result.ts';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import type { Child } from '#domain/records/child.ts';
import { CaseloadNotice } from '#exchange/caseload/caseload-notice.tsx';
import { childDueOf } from '#storage/agenda/due.ts';
import { mayRecordEntries } from '#storage/entries/entries-reads.ts';
import { profileOf, staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { findAll, todayIn } from '#storage/writes.ts';
import { ButtonGroup, ButtonLink } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { type Column, DataTable, type Sort } from '#ui/data-table.tsx';
import { DueTag } from '#ui/due-tag.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';
import { WarningText } from '#ui/warning-text.tsx';

interface Row {
  readonly rowId: string;
  readonly child: Child;
  readonly worker: string;
  readonly isOpen: boolean;
  readonly due: Due | NotDue;
}

export function CaseloadScreen() {
  const workspace = useWorkspace();
  const children = useAll('children');
  const allocations = useAll('allocations');
  useAll('staff');
  const [search, setSearch] = useState('');
  const [withClosed, setWithClosed] = useState(false);
  const [onlyDue, setOnlyDue] = useState(false);
  const [sort, setSort] = useState<Sort>({ key: 'worker', direction: 'ascending' });
  const today = todayIn(workspace);
  const nobody = unallocatedChildren(children, allocations, today);

  const rows = findAll(workspace, 'children', (child) => !child.removed)
    .map(({ id: rowId, body: child }): Row => {
      const allocation = currentAllocation(child.ref, allocations, today);
      const worker = allocation ? staffName(workspace, allocation.staffRef) : 'Unallocated';
      const due = childDueOf(workspace, child);
      return { rowId, child, worker, isOpen: isOpenOn(child, today), due };
    })
    .filter(({ isOpen }) => isOpen || withClosed)
    .filter((row) => matches(row, search) && (!onlyDue || isPressing(row)))
    .toSorted((a, b) => compareRows(a, b, sort));
  const open = children.filter((child) => isOpenOn(child, today)).length;

  return (
    <Page title="My list" documentTitle="My list">
      <p className="govuk-body">
        {countOf(open, 'open case')}. Kept on this device; changes come from you.
      </p>
      {nobody.length > 0 && (
        <WarningText>
          {nobody.map(childLabel).join(', ')} {nobody.length === 1 ? 'has' : 'have'} no worker, and
          so {nobody.length === 1 ? 'is' : 'are'} on nobody’s agenda.
        </WarningText>
      )}
      <CaseloadNotice />
      <ButtonGroup>
        <ButtonLink href="/children/add">Add a child</ButtonLink>
        <ButtonLink href="/children/paste" variant="secondary">
          Paste rows from a spreadsheet
        </ButtonLink>
        <ButtonLink href="/children/import" variant="secondary">
          Bring in a caseload file
        </ButtonLink>
        <ButtonLink href="/children/last-discussed" variant="secondary">
          When was each child last discussed?
        </ButtonLink>
        {mayRecordEntries(workspace) && (
          <ButtonLink href="/entries/new" variant="secondary">
            Record a management decision
          </ButtonLink>
        )}
      </ButtonGroup>
      <TextField
        name="search"
        label="Search"
        hint="Name, reference, earlier reference or worker."
        width="20"
        type="search"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <CheckboxField
        name="closed"
        small
        label="Show closed cases"
        checked={withClosed}
        onChange={(event) => setWithClosed(event.currentTarget.checked)}
      />
      <CheckboxField
        name="due"
        small
        label="Only those due within 7 days or overdue"
        checked={onlyDue}
        onChange={(event) => setOnlyDue(event.currentTarget.checked)}
      />
      <DataTable
        caption={withClosed ? 'All cases' : 'Open cases'}
        columns={useColumns()}
        rows={rows}
        rowKey={({ rowId }) => rowId}
        sort={sort}
        onSort={setSort}
        emptyText={search === '' ? 'No children on your list yet.' : `0 results for “${search}”`}
        compact
      />
    </Page>
  );
}

function useColumns(): readonly Column<Row>[] {
  const workspace = useWorkspace();
  const today = todayIn(workspace);
  const statuses = cohortOptions(profileOf(workspace));
  return [
    {
      key: 'name',
      header: 'Child',
      rowHeader: true,
      sortable: true,
      render: ({ rowId, child }) => <Link href={`/children/${rowId}`}>{childLabel(child)}</Link>,
    },
    {
      key: 'reference',
      header: 'Reference',
      render: ({ child }) => child.reference || 'Not known yet',
    },
    { key: 'age', header: 'Age', render: ({ child }) => ageText(child, today, formatShortDate) },
    {
      key: 'status',
      header: 'Status',
      render: ({ child }) =>
        statuses.find(({ code }) => code === child.status)?.label ?? child.status,
    },
    { key: 'worker', header: 'Worker', sortable: true, render: ({ worker }) => worker },
    {
      key: 'due',
      header: 'Discussion due',
      sortable: true,
      render: ({ due, isOpen }) =>
        due.outcome === 'due' && isOpen ? (
          <>
            {formatDate(due.dueOn)} <DueTag what="Discussion" status={due.status} />
          </>
        ) : (
          'None set'
        ),
    },
    { key: 'state', header: 'State', render: ({ child, isOpen }) => stateOf(child, isOpen) },
  ];
}

function stateOf(child: Child, isOpen: boolean): string {
  const missing = parseCalendarDate(child.notInFileOf);
  if (isOpen && missing) return `Open. Not in the file of ${formatDate(missing)}`;
  const closed = parseCalendarDate(child.closedOn);
  if (!isOpen && closed) return `Closed ${formatDate(closed)}`;
  return child.checks.length > 0 ? 'Open, to check' : 'Open';
}

function matches({ child, worker }: Row, search: string): boolean {
  const name = child.restricted ? '' : child.name;
  const text = [name, child.reference, ...child.aliases, worker].join('\n').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const pressing = ['breach', 'overdue', 'overdue_explained', 'due_today', 'due_soon'];

const isPressing = ({ due }: Row) => due.outcome === 'due' && pressing.includes(due.status);

/** By the chosen column; the same there: by worker and name, so that the order never jumps. */
function compareRows(a: Row, b: Row, { key, direction }: Sort): number {
  const [first, second] = direction === 'ascending' ? [a, b] : [b, a];
  return sortKey(first, key) < sortKey(second, key) ? -1 : 1;
}

function sortKey({ child, worker, due }: Row, key: string): string {
  const name = childLabel(child).toLowerCase();
  const dueOn = due.outcome === 'due' ? due.dueOn : '9';
  const lead = { name: '', due: dueOn }[key] ?? worker.toLowerCase();
  return `${lead}\n${name}\n${child.ref}`;
}
