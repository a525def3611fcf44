import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import { StaffAction } from '#domain/records/staff-action.ts';
import { closeChild, transferChild } from '#storage/caseload/caseload.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created } from '#storage/writes.ts';
import { StatusRegion } from '#ui/status-region.tsx';
import { anAction, anEvent, ref } from '../../../test/builders.ts';
import { supervised } from '../../../test/supervised.ts';
import { aWorkspace, givePriya, testPorts } from '../../../test/workspaces.ts';
import { ActionsScreen } from './actions-screen.tsx';

function show(workspace: Workspace) {
  render(
    <WorkspaceContext value={workspace}>
      <StatusRegion resting="" now={() => 0}>
        <ActionsScreen />
      </StatusRegion>
    </WorkspaceContext>,
  );
  return { workspace, user: userEvent.setup() };
}

const why = { on: toCalendarDate('2026-11-20'), reason: 'Moved' };

const aStaffAction = (superviseeRef: StaffRef) =>
  StaffAction.parse({
    ...{ id: 'st1', superviseeRef, sessionId: 's0', what: 'Book two weeks of leave' },
    ...{ owner: 'Priya', byWhen: '18/11/2026', dueOn: '2026-11-18', agreedOn: '2026-10-20' },
    ...{ createdAt: '2026-10-20T10:00:00.000Z', createdBy: 'me' },
  });

/** Friday 20 November 2026: one late, one this week, one later, and one with words for a day. */
async function four() {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, [
    { reference: 'C1', name: 'Grace Hill' },
    { reference: 'C2', name: 'Ben Cole' },
  ]);
  const actions = [
    anAction({ dueOn: '2026-11-17', byWhen: '17 nov' }),
    anAction({ id: 'a2', childRef: 'C2', what: 'Visit alone', dueOn: '2026-11-22', owner: 'Dan' }),
    anAction({ id: 'a3', what: 'Write to the GP', dueOn: '2026-12-04' }),
    anAction({ id: 'a4', what: 'Ask the aunt', dueOn: '', byWhen: 'when she is back' }),
  ];
  await workspace.change(() => [
    ...actions.map((action) => created('childActions', action.id, action)),
    created('staffActions', 'st1', aStaffAction(priya)),
    created(
      'childActionEvents',
      'c1',
      anEvent({ id: 'c1', outcome: 'carried', reason: 'No answer', at: '2026-11-01T10:00:00Z' }),
    ),
  ]);
  return { ...show(workspace), priya };
}

const part = (name: string) => within(screen.getByRole('region', { name }));
const item = (what: string) => {
  const found = screen.getByRole('heading', { name: what }).closest('li');
  if (!found) throw new Error(what);
  return within(found);
};

it('stands by day under headings, with child, owner, day, origin and how often it was carried', async () => {
  await four();
  const children = part('Actions of the children');
  expect(
    children.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent),
  ).toEqual(['Overdue (1)', 'Due this week (1)', 'Later (1)', 'No date (1)']);
  expect(
    children.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent),
  ).toEqual(['Ring the school', 'Visit alone', 'Write to the GP', 'Ask the aunt']);
  const late = screen.getByRole('heading', { name: 'Ring the school' }).closest('li');
  expect(late).toHaveTextContent('By 17 November 2026 Overdue by 3 days');
  expect(late).toHaveTextContent('Grace Hill (worker: Priya Shah). Owner: Priya. Carried once');
  expect(late).toHaveTextContent('Agreed in supervision on 20 October 2026');
  expect(item('Ring the school').getByRole('link', { name: 'Grace Hill' })).toBeVisible();
  expect(screen.getByText(/^5 open actions, 2 overdue/)).toBeVisible();
});

it('what is about a person stands apart, on the supervision file', async () => {
  await four();
  const staff = part('Supervision file');
  expect(staff.getByText('Stays on the supervision file')).toBeVisible();
  expect(staff.getAllByRole('heading', { level: 4 }).map((each) => each.textContent)).toEqual([
    'Book two weeks of leave',
  ]);
  expect(part('Actions of the children').queryByText('Book two weeks of leave')).toBeNull();
});

it('filters by owner and by day, and says when there is nothing', async () => {
  const { user } = await four();
  const shown = () => screen.getAllByRole('heading', { level: 4 }).map((each) => each.textContent);
  await user.selectOptions(screen.getByLabelText('Owner'), 'Dan');
  expect(shown()).toEqual(['Visit alone']);
  await user.selectOptions(screen.getByLabelText('Show'), 'Overdue');
  expect(screen.queryAllByRole('heading', { level: 4 })).toEqual([]);
  expect(part('Actions of the children').getByText('No open actions.')).toBeVisible();
  await user.selectOptions(screen.getByLabelText('Owner'), 'Anyone');
  expect(shown()).toEqual(['Ring the school', 'Book two weeks of leave']);
});

it('by keys alone: done with a day, taken back, carried on with a reason and a new day', async () => {
  const { workspace, user } = await four();
  const focusOn = (name: RegExp) => {
    const button = item('Ring the school').getByRole('button', { name });
    button.focus();
  };
  focusOn(/^Done/);
  await user.keyboard('{Enter}');
  expect(screen.getByLabelText('Done on')).toHaveFocus();
  expect(screen.getByText('Goes on Grace Hill’s record')).toBeVisible();
  await user.keyboard('{Control>}a{/Control}yesterday');
  expect(screen.getByText('Thursday 19 November 2026')).toBeVisible();
  await user.keyboard('{Tab}She is back{Tab}{Enter}');
  await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Done$/));
  expect(bodies(workspace, 'childActionEvents').at(-1)).toMatchObject({
    ...{ actionId: 'a1', outcome: 'done', on: '2026-11-19', reason: 'She is back' },
  });

  // It stays where it was until something else is chosen, so that it can be taken back.
  await user.keyboard('{Tab}{Enter}');
  await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Undone$/));

  focusOn(/^Not done/);
  await user.keyboard('{Enter}');
  expect(screen.getByLabelText('Why it is not done yet')).toHaveFocus();
  await user.keyboard('{Tab}{Tab}{Enter}');
  expect(await screen.findByRole('link', { name: 'Write why it is not done yet' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Enter the new day' })).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Write why it is not done yet' }));
  await user.keyboard('School closed{Tab}2 weeks');
  expect(screen.getByText('Friday 4 December 2026')).toBeVisible();
  await user.keyboard('{Tab}{Enter}');
  await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Not done, carried on$/));
  const moved = screen.getByRole('heading', { name: 'Ring the school' }).closest('li');
  expect(moved).toHaveTextContent('By 4 December 2026');
  expect(moved).toHaveTextContent('Carried 2 times');
  expect(part('Actions of the children').queryByText(/^Overdue \(/)).toBeNull();
}, 20_000);

it('Cancel leaves everything as it was, and the focus among its buttons', async () => {
  const { workspace, user } = await four();
  await user.click(item('Visit alone').getByRole('button', { name: /^No longer needed/ }));
  await user.keyboard('gone');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByLabelText('Why it is no longer needed')).toBeNull();
  expect(item('Visit alone').getByRole('button', { name: /^Done/ })).toHaveFocus();
  expect(bodies(workspace, 'childActionEvents')).toHaveLength(1);
});

it('another owner and the next session are a change, and the history has all of it', async () => {
  const { workspace, user } = await four();
  await user.click(item('Visit alone').getByRole('button', { name: /^Change owner/ }));
  expect(screen.getByLabelText('By when')).toHaveValue('22 November 2026');
  await user.clear(screen.getByLabelText('Owner', { selector: 'input' }));
  await user.type(screen.getByLabelText('Owner', { selector: 'input' }), 'Eve');
  await user.clear(screen.getByLabelText('By when'));
  await user.type(screen.getByLabelText('By when'), 'next session');
  expect(screen.getByText('The next session')).toBeVisible();
  await user.click(screen.getByRole('button', { name: /^Save/ }));
  await waitFor(() =>
    expect(item('Visit alone').getByText('Next session: no date planned yet')).toBeVisible(),
  );
  const history = item('Visit alone')
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(history).toEqual([
    '20 November 2026, Sam Lee: Owner or date changed. Owner: Eve. By next session',
    '20 October 2026, not known: Agreed. Owner: Dan. By 22 November 2026',
  ]);
  expect(workspace.set.find('childActions', 'a2')?.body.owner).toBe('Dan');
});

it('an action of a child who moved to another worker, and of a closed case, is there and says so', async () => {
  const { workspace, user } = await four();
  await transferChild(workspace, ref('C2'), { name: 'Dan Osei' }, why);
  await closeChild(workspace, ref('C1'), why);
  await waitFor(() =>
    expect(screen.getByRole('heading', { name: 'Visit alone' }).closest('li')).toHaveTextContent(
      'Ben Cole (worker: Dan Osei)',
    ),
  );
  expect(item('Ring the school').getByText('Child closed')).toBeVisible();
  await user.click(item('Ring the school').getByRole('button', { name: /^No longer needed/ }));
  await user.keyboard('Case closed');
  await user.click(screen.getByRole('button', { name: /^Save/ }));
  await waitFor(() =>
    expect(bodies(workspace, 'childActionEvents').at(-1)?.outcome).toBe('noLongerNeeded'),
  );
  await user.selectOptions(screen.getByLabelText('Practitioner'), 'Dan Osei');
  expect(screen.getAllByRole('heading', { level: 4 }).map((each) => each.textContent)).toEqual([
    'Visit alone',
  ]);
});

it('on a practitioner’s own device: hers alone, to say something of and not to settle', async () => {
  const { workspace, me } = await supervised(['C1']);
  await workspace.change(() => [
    created('childActions', 'a1', anAction()),
    created('childActions', 'a9', anAction({ id: 'a9', childRef: 'C9', what: 'Another child’s' })),
    created('staffActions', 'st1', aStaffAction(me)),
  ]);
  const { user } = show(workspace);
  expect(screen.getByRole('heading', { level: 1, name: 'My actions' })).toBeVisible();
  expect(screen.queryByText('Another child’s')).toBeNull();
  expect(item('Book two weeks of leave').queryAllByRole('button')).toEqual([]);
  const buttons = item('Ring the school').getAllByRole('button');
  expect(buttons.map(({ textContent }) => textContent)).toEqual([
    'Say it is done: Ring the school',
    'Say it is not done: Ring the school',
  ]);
  await user.click(item('Ring the school').getByRole('button', { name: /^Say it is done/ }));
  await user.keyboard('Rang today');
  await user.click(screen.getByRole('button', { name: /^Save/ }));
  expect(await screen.findByText('Sam Lee says it is done: Rang today')).toBeVisible();
  expect(bodies(workspace, 'childActionEvents')).toMatchObject([{ outcome: 'saidDone', by: me }]);
});
