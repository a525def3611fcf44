import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Handover } from '#domain/records/handover.ts';
import { LONG_BYTES } from '#domain/versions/record-size.ts';
import { closeChild } from '#storage/caseload/caseload.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { beforeSessionOf, currentPreparation } from '#storage/preparation/preparation-reads.ts';
import { changeSettings, findStaff, newStaff, staffWrite } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, todayIn, updated } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { anAction, ref } from '../../../test/builders.ts';
import { giveMe, supervised } from '../../../test/supervised.ts';
import { PrepareScreen } from './prepare-screen.tsx';

let isWide = true;
beforeEach(() => {
  isWide = true;
  vi.stubGlobal('matchMedia', () => ({
    matches: isWide,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
});

/** The screen with the part of the app that routes: the item is what stands after /prepare. */
function Routed({ workspace, start }: { workspace: Workspace; start: string }) {
  const [path, setPath] = useState(start);
  const item = path.replace(/^\/prepare\/?/, '') || undefined;
  return (
    <WorkspaceContext value={workspace}>
      <NavigateContext value={setPath}>
        <p data-testid="path">{path}</p>
        <PrepareScreen item={item} />
      </NavigateContext>
    </WorkspaceContext>
  );
}

async function open(workspace: Workspace, item = '') {
  const user = userEvent.setup();
  render(<Routed workspace={workspace} start={`/prepare/${item}`} />);
  await screen.findByRole('heading', { level: 1, name: /./ });
  await waitFor(() => expect(screen.queryByText('Opening')).not.toBeInTheDocument());
  return user;
}

const rowId = (workspace: Workspace, reference: string) =>
  findChild(workspace, reference)?.id ?? '';
const openOn = (workspace: Workspace, reference: string) =>
  open(workspace, rowId(workspace, reference));

const list = () => screen.getByRole('navigation', { name: 'My open children' });
const statusOf = (name: string) =>
  within(list()).getByRole('link', { name }).closest('li')?.textContent?.replace(name, '');
const box = (name: string | RegExp) => screen.getByRole('textbox', { name });
const press = (user: Awaited<ReturnType<typeof open>>, name: string | RegExp) =>
  user.click(screen.getByRole('button', { name }));
const flush = (workspace: Workspace) => act(async () => void (await workspace.queue.flush()));
const heading = () => screen.getByRole('heading', { level: 1 });

function stored(workspace: Workspace) {
  const preparation = currentPreparation(workspace);
  const before = preparation && beforeSessionOf(workspace, preparation.id);
  if (!preparation || !before) throw new Error('no preparation');
  const part = (childRef: string) =>
    preparation.body.children.find((each) => each.childRef === childRef);
  return { preparation: preparation.body, before: before.body, part };
}

it('without a supervisor it says how to be set up', async () => {
  const { workspace } = await supervised();
  await changeSettings(workspace, { supervisorRef: '' });
  await open(workspace);
  expect(screen.getByText(/open the file that your supervisor gives you/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Open a file' })).toHaveAttribute('href', '/handover');
  expect(bodies(workspace, 'preparations')).toEqual([]);
});

it('open in another tab it can be read and walked through, and is taken over whole', async () => {
  const { workspace } = await supervised(['C1', 'C2']);
  const request = vi.fn(
    (_name: string, { ifAvailable }: LockOptions, held: (lock: object | null) => unknown) =>
      Promise.resolve(held(ifAvailable ? null : {})),
  );
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(navigator, 'locks'));
  const user = await openOn(workspace, 'C1');
  expect(await screen.findByText(/open in another tab/)).toBeVisible();
  expect(box('Risks')).toBeDisabled();
  expect(screen.getByRole('button', { name: /Mark as ready/ })).toBeDisabled();
  // user-event holds a link in a disabled fieldset to be disabled; no browser does.
  fireEvent.click(screen.getByRole('link', { name: 'Next' }));
  expect(heading()).toHaveTextContent('Child C2');
  await press(user, 'Take over here');
  await waitFor(() => expect(box('Risks')).toBeEnabled());
  const taken = request.mock.calls.filter(([, { ifAvailable }]) => !ifAvailable);
  expect(new Set(taken.map(([name]) => name)).size).toBe(2);
  await user.type(box('Risks'), 'mine');
  await flush(workspace);
  expect(stored(workspace).part('C2')?.risks).toBe('mine');
});

it('a disk that does not take it is told, and asked again', async () => {
  const { workspace } = await supervised();
  const failing = vi.spyOn(workspace, 'change').mockRejectedValueOnce(new Error('full'));
  const quiet = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const user = await open(workspace);
  await press(user, 'Try again');
  expect(await screen.findByRole('heading', { name: 'My greatest worries' })).toBeVisible();
  failing.mockRestore();
  quiet.mockRestore();
});

describe('one child', () => {
  it('opening and leaving writes nothing', async () => {
    const { workspace } = await supervised(['C1', 'C2']);
    await workspace.change(() => [created('childActions', 'a1', anAction())]);
    const user = await openOn(workspace, 'C1');
    await user.click(screen.getByRole('link', { name: 'Next' }));
    await user.click(within(list()).getByRole('link', { name: 'Absences and wellbeing' }));
    await user.click(within(list()).getByRole('link', { name: 'Overview and sharing' }));
    await flush(workspace);
    expect(stored(workspace).preparation.savedAt).toBe('');
    expect(stored(workspace).before.savedAt).toBe('');
  });

  it('what is typed is on disk as it was typed, and the list says that it is in progress', async () => {
    const { workspace } = await supervised(['C1', 'C2']);
    const user = await openOn(workspace, 'C1');
    expect(statusOf('Child C1')).toBe('Not started');
    await user.type(box('Risks'), '  Missed a  visit ');
    await flush(workspace);
    expect(stored(workspace).part('C1')?.risks).toBe('  Missed a  visit ');
    expect(stored(workspace).part('C2')?.risks).toBe('');
    expect(statusOf('Child C1')).toBe('In progress');
    expect(statusOf('Child C2')).toBe('Not started');
  });

  it('[SENT5] a preparation that grows very long is told so while it is typed', async () => {
    const { workspace } = await supervised(['C1', 'C2']);
    await openOn(workspace, 'C1');
    fireEvent.change(box('Risks'), { target: { value: 'a'.repeat(LONG_BYTES) } });
    await flush(workspace);
    expect(stored(workspace).part('C1')?.risks).toHaveLength(LONG_BYTES);
    expect(await screen.findByText(/This record is very long/)).toBeVisible();
    expect(box('Risks')).toBeEnabled();
  });

  it('the name is in the page, and never in its title', async () => {
    const { workspace } = await supervised();
    await openOn(workspace, 'C1');
    expect(heading()).toHaveTextContent('Child C1');
    expect(document.title).toBe('Prepare - Footprint');
  });

  it('each section says where its text goes', async () => {
    const { workspace } = await supervised();
    await workspace.change(() => [created('childActions', 'a1', anAction())]);
    await openOn(workspace, 'C1');
    const section = (name: string) => screen.getByRole('group', { name });
    expect(section('Actions from last time')).toHaveTextContent('Goes on Child C1’s record');
    expect(section('Part A')).toHaveTextContent(
      'The supervisor decides what goes on Child C1’s record',
    );
    expect(section('For the agenda')).toHaveTextContent('on no child’s record');
    expect(section('What this work does to me')).toHaveTextContent('Stays on the supervision file');
  });

  it('marking as ready goes to the next child who is not, and at the end to the overview', async () => {
    const { workspace } = await supervised(['C1', 'C2', 'C3']);
    const user = await openOn(workspace, 'C2');
    await press(user, 'Mark as ready and go to next');
    expect(heading()).toHaveTextContent('Child C3');
    await user.click(screen.getByRole('checkbox', { name: 'Nothing to add' }));
    await press(user, 'Mark as ready and go to next');
    expect(heading()).toHaveTextContent('Child C1');
    await user.type(box('Strengths'), 'Goes to school{Control>}{Enter}{/Control}');
    expect(heading()).toHaveTextContent('Prepare for supervision');
    await flush(workspace);
    expect(stored(workspace).part('C1')).toMatchObject({
      ready: true,
      strengths: 'Goes to school',
    });
    expect([statusOf('Child C1'), statusOf('Child C2'), statusOf('Child C3')]).toEqual([
      'Ready',
      'Ready',
      'Nothing to add',
    ]);
    expect(statusOf('Overview and sharing')).toBe('3 of 3 ready');
  });

  it('ready can be taken back', async () => {
    const { workspace } = await supervised(['C1', 'C2']);
    const user = await openOn(workspace, 'C1');
    await press(user, 'Mark as ready and go to next');
    await user.click(screen.getByRole('link', { name: 'Previous' }));
    await press(user, 'Not ready after all');
    await flush(workspace);
    expect(statusOf('Child C1')).toBe('Not started');
  });

  it('strong impact goes to the record of the supervision file and not to the preparation', async () => {
    const { workspace } = await supervised(['C1', 'C2']);
    const user = await openOn(workspace, 'C2');
    await user.click(screen.getByRole('checkbox', { name: /strong impact/ }));
    await user.type(box('How does this family leave you feeling?'), 'Worn out');
    await flush(workspace);
    const { before, preparation } = stored(workspace);
    expect(before.impact.find(({ childRef }) => childRef === 'C2')).toMatchObject({
      strong: true,
      text: 'Worn out',
    });
    expect(JSON.stringify(preparation)).not.toContain('Worn out');
    expect(statusOf('Child C2')).toBe('In progress');
    expect(statusOf('Child C1')).toBe('Not started');
  });

  it('a day is read on the day it is typed, and stays that day', async () => {
    const { workspace, ports } = await supervised();
    const user = await openOn(workspace, 'C1');
    await user.type(box('Seen on'), 'yesterday');
    expect(screen.getByText('Thursday 19 November 2026')).toBeVisible();
    await user.type(box('Seen alone on'), 'in the park');
    expect(screen.getByText(/Kept as written/)).toBeVisible();
    await flush(workspace);
    expect(stored(workspace).part('C1')).toMatchObject({
      seenOn: 'yesterday',
      seenOnDate: '2026-11-19',
      seenAloneOn: 'in the park',
      seenAloneOnDate: '',
    });
    ports.goTo('2026-11-25T10:00:00.000Z');
    await user.click(within(list()).getByRole('link', { name: 'Overview and sharing' }));
    await user.click(within(list()).getByRole('link', { name: 'Child C1' }));
    expect(screen.getByText('Thursday 19 November 2026')).toBeVisible();
  });

  it('an action of last time is said to be done, with what happened', async () => {
    const { workspace } = await supervised(['C1', 'C2']);
    await workspace.change(() => [created('childActions', 'a1', anAction())]);
    const user = await openOn(workspace, 'C1');
    const action = screen.getByRole('group', { name: 'Ring the school' });
    expect(action).toHaveAccessibleDescription('Priya, by 27 November 2026');
    await user.click(within(action).getByRole('radio', { name: 'Not done' }));
    await user.type(box('What happened'), 'No answer');
    await flush(workspace);
    expect(stored(workspace).preparation.actionUpdates).toMatchObject([
      { actionId: 'a1', said: 'notDone', text: 'No answer' },
    ]);
    expect(bodies(workspace, 'childActionEvents')).toEqual([]);
    await user.click(screen.getByRole('link', { name: 'Next' }));
    expect(screen.queryByRole('group', { name: 'Ring the school' })).not.toBeInTheDocument();
  });

  it('a fourth worry cannot be chosen until one is removed', async () => {
    const { workspace } = await supervised(['C1', 'C2', 'C3', 'C4']);
    const user = await openOn(workspace, 'C1');
    for (const rank of ['1 of 1', '2 of 2', '3 of 3']) {
      await user.click(screen.getByRole('checkbox', { name: /greatest worries/ }));
      expect(
        screen.getByRole('checkbox', { name: `One of my greatest worries: ${rank}` }),
      ).toBeChecked();
      await user.click(screen.getByRole('link', { name: 'Next' }));
    }
    expect(heading()).toHaveTextContent('Child C4');
    expect(screen.getByRole('checkbox', { name: /greatest worries/ })).toBeDisabled();
    await user.click(screen.getByRole('link', { name: 'Previous' }));
    await user.click(screen.getByRole('checkbox', { name: /greatest worries/ }));
    await user.click(screen.getByRole('link', { name: 'Next' }));
    expect(screen.getByRole('checkbox', { name: /greatest worries/ })).toBeEnabled();
    await flush(workspace);
    expect(stored(workspace).preparation.worries.map(({ childRef }) => childRef)).toEqual([
      'C1',
      'C2',
    ]);
  });

  it('a child who comes onto the list while this is open has a page, and nothing typed is lost', async () => {
    const { workspace } = await supervised(['C1']);
    const user = await openOn(workspace, 'C1');
    await user.type(box('Risks'), 'Half a sent');
    await act(() => giveMe(workspace, ['C2']));
    expect(box('Risks')).toHaveValue('Half a sent');
    await user.click(within(list()).getByRole('link', { name: 'Child C2' }));
    await user.type(box('Risks'), 'New here');
    await act(() => closeChild(workspace, ref('C1'), { on: todayIn(workspace), reason: 'closed' }));
    await flush(workspace);
    expect(stored(workspace).part('C1')?.risks).toBe('Half a sent');
    expect(stored(workspace).part('C2')?.risks).toBe('New here');
    expect(within(list()).queryByRole('link', { name: 'Child C1' })).not.toBeInTheDocument();
    expect(stored(workspace).preparation).not.toHaveProperty('clashes');
  });

  it('two versions are said on this page and chosen between here; the form then shows what was kept', async () => {
    const { workspace } = await supervised(['C1']);
    const user = await openOn(workspace, 'C1');
    await user.type(box('Risks'), 'Mine');
    await flush(workspace);
    const { id } = stored(workspace).preparation;
    const clash = { path: 'children.C1.risks', ours: 'Mine', theirs: 'From the desk' };
    await act(() =>
      workspace.change((set) => {
        const held = set.find('preparations', id);
        return held ? [updated(held, { ...held.body, clashes: [clash] } as typeof held.body)] : [];
      }),
    );
    const versions = screen.getByRole('region', { name: 'Two versions' });
    expect(within(versions).getByRole('heading', { name: 'Risks, C1' })).toBeVisible();
    expect(within(versions).getByText('From the desk')).toBeVisible();
    expect(box('Risks')).toHaveValue('Mine');
    await press(user, 'Keep both');
    const both = 'Mine\n\n[The other version]\nFrom the desk';
    await waitFor(() => expect(box('Risks')).toHaveValue(both));
    expect(screen.queryByRole('region', { name: 'Two versions' })).toBeNull();
    await user.type(box('Risks'), '.');
    await flush(workspace);
    expect(stored(workspace).part('C1')?.risks).toBe(`${both}.`);
    expect(screen.getByText('Both versions from before you chose')).toBeVisible();
  });

  it('below 1024 px the list is closed', async () => {
    isWide = false;
    const { workspace } = await supervised(['C1', 'C2']);
    await openOn(workspace, 'C2');
    expect(screen.getByText('Child 2 of 2').closest('details')).not.toHaveAttribute('open');
  });
});

describe('the overview', () => {
  const order = (workspace: Workspace) =>
    stored(workspace).preparation.worries.map(({ childRef }) => childRef);

  async function withWorries() {
    const { workspace } = await supervised(['C1', 'C2', 'C3']);
    const user = await openOn(workspace, 'C1');
    for (let n = 0; n < 3; n += 1) {
      await user.click(screen.getByRole('checkbox', { name: /greatest worries/ }));
      await user.click(screen.getByRole('link', { name: 'Next' }));
    }
    await user.click(within(list()).getByRole('link', { name: 'Overview and sharing' }));
    return { workspace, user };
  }

  it('worries are moved by button, by position, and removed; the focus stays with the child', async () => {
    const { workspace, user } = await withWorries();
    await press(user, 'Move up Child C2');
    await flush(workspace);
    expect(order(workspace)).toEqual(['C2', 'C1', 'C3']);
    expect(screen.getByRole('button', { name: 'Move up Child C2' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Move down Child C2' })).toHaveFocus();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Position of Child C2' }), '3');
    await flush(workspace);
    expect(order(workspace)).toEqual(['C1', 'C3', 'C2']);
    expect(screen.getByRole('combobox', { name: 'Position of Child C2' })).toHaveFocus();
    await press(user, 'Remove Child C3 from my greatest worries');
    await flush(workspace);
    expect(order(workspace)).toEqual(['C1', 'C2']);
    expect(screen.getByRole('heading', { name: 'My greatest worries' })).toHaveFocus();
  });

  it('the table has every open child with status, depth asked and rank', async () => {
    const { workspace, user } = await withWorries();
    await user.click(within(list()).getByRole('link', { name: 'Child C3' }));
    await user.click(screen.getByRole('radio', { name: 'In depth' }));
    await user.click(within(list()).getByRole('link', { name: 'Overview and sharing' }));
    await flush(workspace);
    const rows = within(screen.getByRole('table', { name: 'Every open child' })).getAllByRole(
      'row',
    );
    expect(rows.map((row) => Array.from(row.children, (cell) => cell.textContent))).toEqual([
      ['Child', 'Status', 'Depth asked', 'Worry'],
      ['Child C1', 'Not started', 'Not said', '1 of 3'],
      ['Child C2', 'Not started', 'Not said', '2 of 3'],
      ['Child C3', 'In progress', 'In depth', '3 of 3'],
    ]);
  });

  it('absences and wellbeing are kept in the record of the supervision file', async () => {
    const { workspace } = await supervised();
    const user = await open(workspace, 'away');
    expect(screen.getByText('Stays on the supervision file')).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'None since last time' }));
    await press(user, 'Add an absence');
    expect(
      screen.queryByRole('checkbox', { name: 'None since last time' }),
    ).not.toBeInTheDocument();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Absence 1' }), 'Sickness');
    await user.type(box('First day away'), '3 nov');
    expect(screen.getByText('Tuesday 3 November 2026')).toBeVisible();
    await user.type(box('Last day away'), '2 nov 2026');
    expect(screen.getByText('The last day away is before the first')).toBeVisible();
    await user.type(box('Detail'), 'Flu');
    await user.type(box('What the work is doing to me'), 'Tired');
    await flush(workspace);
    const { before, preparation } = stored(workspace);
    expect(before).toMatchObject({
      absences: [
        {
          kind: 'sickness',
          from: '3 nov',
          fromDate: '2026-11-03',
          to: '2 nov 2026',
          toDate: '',
          detail: 'Flu',
        },
      ],
      wellbeing: 'Tired',
    });
    expect(JSON.stringify(preparation)).not.toMatch(/Flu|Tired/);
    await press(user, 'Remove absence 1');
    await flush(workspace);
    expect(stored(workspace).before.absences).toEqual([]);
  });

  it('[GAP6] days away are read on the day they are typed, and stay those days', async () => {
    const { workspace, ports } = await supervised();
    const user = await open(workspace, 'away');
    await press(user, 'Add an absence');
    await user.type(box('First day away'), 'monday');
    await user.type(box('Last day away'), 'wednesday');
    await flush(workspace);
    const days = { fromDate: '2026-11-16', toDate: '2026-11-18' };
    expect(stored(workspace).before.absences).toMatchObject([days]);
    ports.goTo('2026-11-25T10:00:00.000Z');
    await user.type(box('Detail'), 'Flu');
    await flush(workspace);
    expect(stored(workspace).before.absences).toMatchObject([{ ...days, detail: 'Flu' }]);
    expect(screen.getByText('Wednesday 18 November 2026')).toBeVisible();
    await user.clear(box('Last day away'));
    await flush(workspace);
    const oneDay = { fromDate: '2026-11-16', to: '', toDate: '' };
    expect(stored(workspace).before.absences).toMatchObject([oneDay]);
  });

  it('what I want is kept in the preparation', async () => {
    const { workspace } = await supervised();
    const user = await open(workspace, 'wants');
    await user.type(box('Things I want from supervision'), 'Time to think');
    await flush(workspace);
    expect(stored(workspace).preparation.wants).toBe('Time to think');
  });

  it('is shared once; a later change says so, and whether a file has it', async () => {
    const { workspace, ports } = await supervised();
    ports.goTo('2026-11-21T14:41:00.000Z');
    const user = await open(workspace);
    await user.type(box('Things I want from supervision'), 'Time');
    expect(
      screen.getByText(/Jo Field can see all of this once you give them a file/),
    ).toBeVisible();
    await press(user, 'Share with Jo Field');
    expect(await screen.findByText('Shared on 21 November 2026 at 2:41pm.')).toBeVisible();
    expect(stored(workspace).preparation).toMatchObject({ wants: 'Time', sharedAt: workspace.now });
    expect(stored(workspace).before.sharedAt).toBe(workspace.now);
    expect(screen.queryByText(/Changed since/)).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Make a file for Jo Field' })).toHaveAttribute(
      'href',
      `/handover/make/${findStaff(workspace, 'jo')?.id}`,
    );

    ports.goTo('2026-11-21T14:50:00.000Z');
    await user.type(box('What the work is doing to me'), 'x');
    await flush(workspace);
    expect(
      screen.getByText('Changed since: 2:50pm. It goes with the next file you make.'),
    ).toBeVisible();
    expect(stored(workspace).preparation.sharedAt).toBe('2026-11-21T14:41:00.000Z');

    const file = Handover.parse({
      id: 'f1',
      direction: 'made',
      otherRef: 'jo',
      device: 'd',
      serial: 1,
      madeAt: '2026-11-21T15:00:00.000Z',
    });
    await act(async () => void (await workspace.change(() => [created('handovers', 'f1', file)])));
    expect(screen.getByText('Changed since: 2:50pm.')).toBeVisible();
    expect(
      screen.getByText('The file you made on 21 November 2026 at 3:00pm has all of it.'),
    ).toBeVisible();
  });
});

it('[SUPV5] of two supervisors each has a preparation of their own', async () => {
  const { workspace } = await supervised(['C1']);
  const kim = newStaff(workspace, 'Kim Ray', '');
  const write = await staffWrite(workspace, kim);
  await workspace.change(() => [write]);
  await changeSettings(workspace, { alsoSupervisedBy: [kim.ref] });
  const user = await open(workspace);
  expect(await screen.findByText('Supervision with Jo Field')).toBeVisible();
  await user.click(await screen.findByRole('button', { name: 'Go to supervision with Kim Ray' }));
  expect(await screen.findByText('Supervision with Kim Ray')).toBeVisible();
  await vi.waitFor(() => expect(bodies(workspace, 'preparations')).toHaveLength(2));
  expect(await screen.findByRole('button', { name: 'Share with Kim Ray' })).toBeVisible();
});

describe('Part A as a policy’s own form', () => {
  async function underTheForm() {
    const { workspace } = await supervised([], 'bracknell-003');
    await giveMe(workspace, ['C1', 'C2'], 'F1');
    return workspace;
  }
  const prepared = async (workspace: Workspace, reference: string) => {
    await workspace.queue.flush();
    const part = currentPreparation(workspace)?.body.children;
    return part?.find(({ childRef }) => childRef === reference);
  };

  it('has the policy’s words, the family’s name and when the status changed', async () => {
    const workspace = await underTheForm();
    const user = await openOn(workspace, 'C1');
    expect(screen.getByText('Goes on Child C1’s record')).toBeVisible();
    await user.type(box('Family name'), 'Harlow');
    await user.type(box('Your Actions taken'), 'Rang');
    await user.type(box('When it changed'), '12 nov');
    expect(screen.getByText('Thursday 12 November 2026')).toBeVisible();
    expect(await prepared(workspace, 'C1')).toMatchObject({
      ...{ familyName: 'Harlow', did: 'Rang', changesOn: '12 nov', changesOnDate: '2026-11-12' },
    });
  });

  it('what the form has no line for says where it really goes, and stands below it', async () => {
    const workspace = await underTheForm();
    await openOn(workspace, 'C1');
    const form = within(screen.getByRole('group', { name: 'Part A' }));
    const beside = within(screen.getByRole('group', { name: 'Beside Part A' }));
    expect(form.getByText('Goes on Child C1’s record')).toBeVisible();
    expect(form.queryByRole('textbox', { name: /says$/ })).toBeNull();
    expect(beside.getByRole('textbox', { name: 'What the child says' })).toBeVisible();
    expect(beside.getByText('Preparation')).toBeVisible();
    expect(beside.queryByText(/^Goes on/)).toBeNull();
  });

  it('a brother’s or sister’s words fill what is empty when asked to', async () => {
    const workspace = await underTheForm();
    const user = await openOn(workspace, 'C1');
    await user.type(box('Identified Risks / Issues'), 'Debt');
    await press(user, /Mark as ready/);
    await user.click(within(list()).getByRole('link', { name: 'Child C2' }));
    await user.type(await screen.findByRole('textbox', { name: 'Family name' }), 'Mine');
    await press(user, 'Use what I wrote for Child C1');
    expect(box('Identified Risks / Issues')).toHaveValue('Debt');
    expect(await prepared(workspace, 'C2')).toMatchObject({ familyName: 'Mine', risks: 'Debt' });
  });

  it('elsewhere there is none of it', async () => {
    const { workspace } = await supervised(['C1']);
    await openOn(workspace, 'C1');
    expect(screen.queryByRole('textbox', { name: /Family name|When it changed/ })).toBeNull();
  });
});
