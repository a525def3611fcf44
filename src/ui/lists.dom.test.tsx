import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { CaseList } from './case-list.tsx';
import { DataTable } from './data-table.tsx';
import { Dialog } from './dialog.tsx';
import { IdentityBar } from './identity-bar.tsx';
import { SummaryList } from './summary-list.tsx';
import { Tag } from './tag.tsx';
import { Timeline, TimelineItem } from './timeline.tsx';

it('the current case, and only it, is marked so, and each row says its status', async () => {
  const user = userEvent.setup();
  const onSelect = vi.fn();
  render(
    <CaseList
      label="Every open case"
      items={[
        { id: 'a', label: 'Finn G', status: 'Discussed', onSelect },
        { id: 'b', label: 'Grace H', status: 'In progress', tone: 'blue', current: true },
        { id: 'c', label: 'Kayla L', status: 'Discussion overdue', tone: 'red', href: '/c' },
      ]}
    />,
  );
  const list = screen.getByRole('navigation', { name: 'Every open case' });
  const rows = within(list).getAllByRole('listitem');
  expect(rows).toHaveLength(3);
  expect(list.querySelectorAll('[aria-current]')).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'Grace H' })).toHaveAttribute('aria-current', 'true');
  expect(screen.getByRole('link', { name: 'Kayla L' })).toHaveAccessibleDescription(
    'Discussion overdue',
  );
  await user.click(screen.getByRole('button', { name: 'Finn G' }));
  expect(onSelect).toHaveBeenCalledOnce();
});

const COLUMNS = [
  { key: 'child', header: 'Child', rowHeader: true, sortable: true, render: (r: Row) => r.child },
  { key: 'days', header: 'Days late', numeric: true, render: (r: Row) => r.days },
];
interface Row {
  readonly child: string;
  readonly days: number;
}

it('a table is in a region that has a name and can be scrolled by keyboard', () => {
  render(
    <DataTable
      caption="Actions"
      columns={COLUMNS}
      rows={[{ child: 'Grace H', days: 3 }]}
      rowKey={(row) => row.child}
    />,
  );
  const region = screen.getByRole('region', { name: 'Actions' });
  expect(region).toHaveAttribute('tabindex', '0');
  expect(within(region).getByRole('table', { name: 'Actions' })).toBeVisible();
  expect(screen.getByRole('rowheader', { name: 'Grace H' })).toBeVisible();
  expect(screen.getByRole('cell', { name: '3' })).toHaveClass('govuk-table__cell--numeric');
});

it('a column that can be sorted says how it is, and the other way round is one press off', async () => {
  const user = userEvent.setup();
  const onSort = vi.fn();
  render(
    <DataTable
      caption="Actions"
      columns={COLUMNS}
      rows={[]}
      rowKey={(row) => row.child}
      sort={{ key: 'child', direction: 'ascending' }}
      onSort={onSort}
      emptyText="No actions agreed yet"
    />,
  );
  expect(screen.getByRole('columnheader', { name: 'Child' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await user.click(screen.getByRole('button', { name: 'Child' }));
  expect(onSort).toHaveBeenCalledWith({ key: 'child', direction: 'descending' });
  expect(screen.getByRole('cell', { name: 'No actions agreed yet' })).toBeVisible();
});

it('a timeline is a list whose entries have a heading, a date and who wrote them', () => {
  render(
    <Timeline>
      <TimelineItem
        title="Management decision"
        dateText="21 November 2026"
        dateTime="2026-11-21"
        byline="by Jo Field"
        headingLevel={3}
      >
        <p>Step down.</p>
      </TimelineItem>
    </Timeline>,
  );
  expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent('Management decision');
  expect(screen.getByText('21 November 2026')).toHaveAttribute('datetime', '2026-11-21');
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
});

it('a change button says what it changes', async () => {
  const user = userEvent.setup();
  const onClick = vi.fn();
  render(
    <SummaryList
      rows={[
        { key: 'Next', value: 'None', actions: [{ label: 'Change', about: 'date', onClick }] },
      ]}
    />,
  );
  await user.click(screen.getByRole('button', { name: 'Change date' }));
  expect(onClick).toHaveBeenCalledOnce();
});

it('whose record it is stands in words', () => {
  render(
    <IdentityBar
      name="Grace H"
      ageText="9 years old"
      status={<Tag tone="purple">Child protection</Tag>}
      facts={[{ label: 'Next due', value: '14 December 2026' }]}
    />,
  );
  const bar = screen.getByRole('region', { name: 'Whose record this is' });
  expect(bar).toHaveTextContent('Grace H9 years oldChild protectionNext due14 December 2026');
});

it('a dialog opens as a modal with its title as its name, and Escape asks to close it', () => {
  const showModal = vi.fn(function show(this: HTMLDialogElement) {
    this.open = true;
  });
  const close = vi.fn(function shut(this: HTMLDialogElement) {
    this.open = false;
  });
  // jsdom has the element without its methods.
  Object.assign(HTMLDialogElement.prototype, { showModal, close });
  const onClose = vi.fn();
  const { rerender } = render(
    <Dialog open title="Locking in 2 minutes" onClose={onClose}>
      <p>Stay?</p>
    </Dialog>,
  );
  expect(showModal).toHaveBeenCalledOnce();
  const cancel = new Event('cancel', { cancelable: true });
  screen.getByRole('dialog', { name: 'Locking in 2 minutes' }).dispatchEvent(cancel);
  expect(cancel.defaultPrevented).toBe(true);
  expect(onClose).toHaveBeenCalledOnce();
  rerender(
    <Dialog open={false} title="Locking in 2 minutes" onClose={onClose}>
      <p>Stay?</p>
    </Dialog>,
  );
  expect(close).toHaveBeenCalledOnce();
  expect(screen.queryByText('Stay?')).toBeNull();
});
