import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { StaffRef } from '#domain/ids.ts';
import { Preparation } from '#domain/records/preparation.ts';
import type { Session } from '#domain/records/session.ts';
import { closeChild } from '#storage/caseload/caseload.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { planSession, startSession } from '#storage/session/sessions.ts';
import { changeSettings } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { StatusRegion } from '#ui/status-region.tsx';
import { anAction, anEvent, ref, today } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  type TestPorts,
  testPorts,
} from '../../../test/workspaces.ts';
import { AgendaScreen } from './agenda-screen.tsx';

const three = [
  { reference: 'C1', name: 'Ada B', status: 'CP' },
  { reference: 'C.2', name: 'Ben C', familyRef: 'F' },
  { reference: 'C3', name: 'Zoe C', familyRef: 'F' },
];

interface Given {
  readonly sharedBy?: (priya: StaffRef) => object;
  readonly asPriya?: boolean;
  readonly before?: (workspace: Workspace, id: string) => Promise<void>;
}

async function shown({ sharedBy, asPriya, before }: Given = {}) {
  const workspace = await aWorkspace(testPorts('2026-11-21T09:32:00.000Z'));
  const priya = await givePriya(workspace, three);
  const id = await planSession(workspace, priya, '2026-11-25');
  if (sharedBy) {
    const common = { id: 'p1', superviseeRef: priya, supervisorRef: 'me', createdBy: priya };
    const at = '2026-11-20T14:41:00.000Z';
    const body = Preparation.parse({ ...common, createdAt: at, sharedAt: at, ...sharedBy(priya) });
    await workspace.change(() => [created('preparations', body.id, body)]);
  }
  if (asPriya) await changeSettings(workspace, { alsoMe: [priya], supervisorRef: 'me' });
  await before?.(workspace, id);
  const goTo = vi.fn();
  const view = render(
    <WorkspaceContext value={workspace}>
      <NavigateContext value={goTo}>
        <StatusRegion resting="" now={() => 0}>
          <AgendaScreen sessionId={id} />
        </StatusRegion>
      </NavigateContext>
    </WorkspaceContext>,
  );
  await screen.findByRole('table', { name: 'Every open case' });
  return { workspace, priya, id, goTo, user: userEvent.setup(), view };
}

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
/** By its header: another row may name the child too, as a brother or sister. */
function rowOf(name: string): HTMLElement {
  const row = screen.getByRole('rowheader', { name }).closest('tr');
  if (!row) throw new Error(`no row of ${name}`);
  return row;
}
const button = (name: string) => screen.getByRole('button', { name });

/** As it is on disk: read again by another who knows only the rows. */
async function stored(workspace: Workspace, id: string): Promise<Session> {
  await act(() => workspace.queue.flush());
  const body = findSession(await openAgain(workspace), id)?.body;
  if (!body) throw new Error('no session');
  return body;
}
const lines = ({ agenda }: Session) =>
  agenda.map(({ childRef, depth, reason }) => [childRef, depth, reason]);

describe('moving', () => {
  it('one up, one down: the others stay, the button keeps the focus, the place is said', async () => {
    const { workspace, id, user } = await shown();
    expect(names()).toEqual(['Ada B', 'Ben C', 'Zoe C']);
    button('Move Ada B down').focus();
    await user.keyboard('{Enter}');
    expect(names()).toEqual(['Ben C', 'Ada B', 'Zoe C']);
    expect(button('Move Ada B down')).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent('Ada B, position 2 of 3');
    await user.keyboard('{Enter}{Enter}');
    expect(names()).toEqual(['Ben C', 'Zoe C', 'Ada B']);
    expect(button('Move Ada B down')).toHaveFocus();
    await user.click(button('Move Zoe C up'));
    expect(names()).toEqual(['Zoe C', 'Ben C', 'Ada B']);
    expect(lines(await stored(workspace, id)).map(([ref]) => ref)).toEqual(['C3', 'C.2', 'C1']);
  });

  it('a position is typed and taken by Enter, not with every key; what is no number moves nobody', async () => {
    const { user } = await shown();
    const position = () => screen.getByRole('textbox', { name: 'Position of Ada B' });
    expect(position()).toHaveValue('1');
    await user.clear(position());
    await user.type(position(), '3');
    expect(names()).toEqual(['Ada B', 'Ben C', 'Zoe C']);
    await user.keyboard('{Enter}');
    expect(names()).toEqual(['Ben C', 'Zoe C', 'Ada B']);
    expect(position()).toHaveFocus();
    expect(position()).toHaveValue('3');
    await user.clear(position());
    await user.type(position(), 'x{Enter}');
    expect(names()).toEqual(['Ben C', 'Zoe C', 'Ada B']);
    expect(screen.getByRole('status')).toHaveTextContent('Type a number from 1 to 3');
    await user.clear(position());
    await user.type(position(), '1');
    await user.tab();
    expect(names()).toEqual(['Ada B', 'Ben C', 'Zoe C']);
    expect(button('Move Ada B up')).toHaveFocus();
  });

  it('depths and typed reasons go with their child', async () => {
    const { workspace, id, user } = await shown();
    const depth = (name: string) =>
      within(screen.getByRole('group', { name: `Depth for ${name}` }));
    await user.click(depth('Ada B').getByRole('radio', { name: 'In depth' }));
    await user.click(depth('Ben C').getByRole('radio', { name: 'Brief check-in' }));
    await user.type(screen.getByRole('textbox', { name: 'Reason for Ada B' }), 'Drift ');
    await user.click(button('Move Ada B down'));
    expect(depth('Ada B').getByRole('radio', { name: 'In depth' })).toBeChecked();
    expect(depth('Ben C').getByRole('radio', { name: 'Brief check-in' })).toBeChecked();
    expect(screen.getByRole('textbox', { name: 'Reason for Ada B' })).toHaveValue('Drift ');
    await user.type(screen.getByRole('textbox', { name: 'Reason for Ada B' }), 'since May');
    await user.type(screen.getByRole('textbox', { name: 'Reason for Ben C' }), 'Settled');
    expect(lines(await stored(workspace, id))).toEqual([
      ['C.2', 'brief', 'Settled'],
      ['C1', 'inDepth', 'Drift since May'],
      ['C3', '', ''],
    ]);
  });
});

describe('what is said', () => {
  it('how many and at what depth', async () => {
    const { user } = await shown();
    const planned = 'Planned for Wednesday 25 November 2026.';
    expect(screen.getByText(`${planned} 3 open cases. No depth is chosen yet.`)).toBeVisible();
    const ada = within(screen.getByRole('group', { name: 'Depth for Ada B' }));
    await user.click(ada.getByRole('radio', { name: 'In depth' }));
    expect(
      screen.getByText(`${planned} 3 open cases: 1 in depth, 2 not chosen yet.`),
    ).toBeVisible();
  });

  it('a reason is asked for in depth and where the two differ, and nothing waits for it', async () => {
    const { user } = await shown({
      sharedBy: () => ({
        children: [{ id: 'C3', childRef: 'C3', depth: 'inDepth', depthWhy: 'Contact stopped' }],
        worries: [{ id: 'C3', childRef: 'C3' }],
      }),
    });
    const reason = (name: string) => screen.getByRole('textbox', { name: `Reason for ${name}` });
    const choose = (name: string, depth: string) =>
      user.click(
        within(screen.getByRole('group', { name: `Depth for ${name}` })).getByRole('radio', {
          name: depth,
        }),
      );
    expect(reason('Zoe C')).not.toHaveAccessibleDescription();
    expect(rowOf('Zoe C')).toHaveTextContent('Greatest worry no. 1');
    expect(rowOf('Zoe C')).toHaveTextContent('Contact stopped');
    expect(rowOf('Ada B')).toHaveTextContent('No depth chosen');
    await choose('Zoe C', 'Brief check-in');
    expect(reason('Zoe C')).toHaveAccessibleDescription(
      'Priya Shah asks for in depth. A brief check-in instead, because …',
    );
    await choose('Ada B', 'In depth');
    expect(reason('Ada B')).toHaveAccessibleDescription('Say why in depth.');
    await choose('Ada B', 'Brief check-in');
    expect(reason('Ada B')).not.toHaveAccessibleDescription();
  });

  it('the preparation: shared when, changed since when, and what the practitioner wants', async () => {
    const { view } = await shown({
      sharedBy: () => ({
        wants: 'Time to think\nabout court',
        savedAt: '2026-11-20T15:00:00.000Z',
      }),
    });
    expect(
      screen.getByText(/Priya Shah shared a preparation on 20 November 2026 at 2:41pm\./),
    ).toHaveTextContent('Changed since, at 3:00pm.');
    expect(screen.getByText(/Time to think/).textContent).toBe('Time to think\nabout court');
    view.unmount();
    await shown();
    expect(screen.getByText(/Preparation of Priya Shah: not shared yet/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open a file from Priya Shah' })).toHaveAttribute(
      'href',
      '/handover',
    );
    expect(screen.queryByRole('columnheader', { name: 'Priya Shah asks' })).toBeNull();
  });

  it('due with its rule, last discussed, and the actions with what is said of them', async () => {
    await shown({
      before: async (workspace) => {
        const action = anAction();
        const said = anEvent({ outcome: 'saidDone' });
        await workspace.change(() => [
          created('childActions', action.id, action),
          created('childActionEvents', said.id, said),
        ]);
      },
    });
    const ada = rowOf('Ada B');
    expect(ada).toHaveTextContent('No date held');
    expect(ada).toHaveTextContent('31 Dec 2026, why');
    expect(within(ada).getByText(/Islington 2016, 001:/)).toBeInTheDocument();
    expect(ada).toHaveTextContent('1; Priya Shah says 1 done');
    expect(ada).toHaveTextContent(/10 years old, /);
    expect(rowOf('Ben C')).not.toHaveTextContent('says');
  });

  it('what comes first and last, and where the words go', async () => {
    await shown();
    const page = document.body.textContent ?? '';
    const order = ['First: actions from last time', 'Every open case', 'Last: development'];
    expect(order.map((words) => page.indexOf(words))).toEqual(
      order.map((words) => page.indexOf(words)).toSorted((a, b) => a - b),
    );
    expect(screen.getAllByText('Working notes: on no child’s record')).toHaveLength(2);
    expect(document.title).toBe('Agenda - Footprint');
  });
});

describe('agreeing and starting', () => {
  it('agreed at its time; changed afterwards it says so and can be agreed again', async () => {
    const { workspace, id, user } = await shown();
    expect(screen.getByText(/^Not agreed yet/)).toBeVisible();
    await user.click(button('Agree the agenda'));
    const words = screen.getByText('Agreed at 9:32am on 21 November 2026.');
    expect(words.closest('p')).toHaveFocus();
    expect(screen.queryByRole('button', { name: /^Agree/ })).toBeNull();
    expect((await stored(workspace, id)).agendaAgreedAt).toBe('2026-11-21T09:32:00.000Z');

    await user.type(screen.getByRole('textbox', { name: 'Reason for Ada B' }), 'Said later');
    expect(screen.queryByText(/Changed after/)).toBeNull();
    await user.click(button('Move Zoe C up'));
    expect(screen.getByText(/Changed after it was agreed\./)).toBeVisible();
    (workspace.ports as TestPorts).advance(60_000);
    await user.click(button('Agree it again'));
    expect(screen.getByText('Agreed at 9:33am on 21 November 2026.')).toBeVisible();
    const { agreedAgenda } = await stored(workspace, id);
    expect(agreedAgenda.map(({ childRef }) => childRef)).toEqual(['C1', 'C3', 'C.2']);
  });

  it('starts without being agreed, with what was typed a moment ago, and goes to the session', async () => {
    const { workspace, id, user, goTo } = await shown();
    await user.type(
      screen.getByRole('textbox', { name: 'What I want to talk about, apart from the children' }),
      'Leave at Christmas',
    );
    await user.click(button('Move Zoe C up'));
    await user.click(button('Start the session'));
    await waitFor(() => expect(goTo).toHaveBeenCalledWith(`/sessions/${id}`));
    expect(await stored(workspace, id)).toMatchObject({
      status: 'open',
      childRefs: ['C1', 'C3', 'C.2'],
      supervisorWants: 'Leave at Christmas',
      agendaAgreedAt: '',
    });
    expect(screen.queryByText('This session has started')).toBeNull();
  });

  it('not started where the disk does not take it: said, and everything stays', async () => {
    const { workspace, user, goTo } = await shown();
    vi.spyOn(workspace, 'change').mockRejectedValueOnce(new Error('full'));
    vi.spyOn(console, 'warn').mockImplementationOnce(() => {});
    await user.click(button('Start the session'));
    expect(await screen.findByText(/The session was not started/)).toBeVisible();
    expect(button('Start the session')).toBeEnabled();
    expect(goTo).not.toHaveBeenCalled();
  });

  it('one that has started has a way on', async () => {
    const workspace = await aWorkspace();
    const id = await startSession(workspace, await givePriya(workspace, three));
    render(
      <WorkspaceContext value={workspace}>
        <AgendaScreen sessionId={id} />
      </WorkspaceContext>,
    );
    const link = screen.getByRole('link', { name: 'Go to the session' });
    expect(link).toHaveAttribute('href', `/sessions/${id}`);
  });
});

it('a child who comes onto the list while it is open is there, and what was typed stays', async () => {
  const { workspace, id, user } = await shown();
  await user.click(button('Move Ada B down'));
  await user.type(screen.getByRole('textbox', { name: 'Reason for Ada B' }), 'Dri');
  await act(() => givePriya(workspace, [{ reference: 'C4', name: 'Cal D' }]));
  await user.keyboard('ft');
  expect(screen.getByRole('textbox', { name: 'Reason for Ada B' })).toHaveValue('Drift');
  expect(names()).toEqual(['Ben C', 'Ada B', 'Zoe C', 'Cal D']);
  await user.type(screen.getByRole('textbox', { name: 'Reason for Cal D' }), 'New');
  expect(lines(await stored(workspace, id))).toEqual([
    ['C.2', '', ''],
    ['C1', '', 'Drift'],
    ['C3', '', ''],
    ['C4', '', 'New'],
  ]);
});

it('what was typed for a child who leaves the list while it is open is kept, and not shown', async () => {
  const { workspace, id, user } = await shown();
  await user.type(screen.getByRole('textbox', { name: 'Reason for Ada B' }), 'Court');
  await act(() => closeChild(workspace, ref('C1'), { on: today, reason: 'Moved away' }));
  expect(names()).toEqual(['Ben C', 'Zoe C']);
  await user.click(button('Move Zoe C up'));
  expect(lines(await stored(workspace, id))).toEqual([
    ['C3', '', ''],
    ['C.2', '', ''],
    ['C1', '', 'Court'],
  ]);
});

it('on the practitioner’s own device it is to read, with what both want and the way to prepare', async () => {
  await shown({
    asPriya: true,
    sharedBy: () => ({
      wants: 'Time for court',
      children: [{ id: 'C1', childRef: 'C1', depth: 'brief' }],
    }),
    before: async (workspace, id) => {
      const session = findSession(workspace, id)?.body as Session;
      const agenda = [{ id: 'C3', childRef: 'C3', depth: 'inDepth', reason: 'Drift' }];
      const body = { ...session, agenda, supervisorWants: 'Your leave' } as Session;
      workspace.draft({ collection: 'sessions', id, body });
      await workspace.queue.flush();
    },
  });
  const main = screen.getByRole('main');
  expect(main).toHaveTextContent('Not agreed yet.');
  expect(main).not.toHaveTextContent('Agree it now');
  expect(within(main).queryByRole('button')).toBeNull();
  expect(within(main).queryByRole('textbox')).toBeNull();
  expect(within(main).queryByRole('radio')).toBeNull();
  expect(screen.getByRole('link', { name: 'Prepare for this session' })).toHaveAttribute(
    'href',
    '/prepare',
  );
  expect(main).toHaveTextContent('Your leave');
  expect(main).toHaveTextContent('Time for court');
  expect(rowOf('Zoe C')).toHaveTextContent('In depth');
  expect(rowOf('Zoe C')).toHaveTextContent('Drift');
  expect(screen.getByRole('columnheader', { name: 'I ask for' })).toBeVisible();
  expect(rowOf('Ada B')).toHaveTextContent('Brief check-in');
});

it('open in another tab it is to read here, can be taken over, and can be started', async () => {
  const held = vi.fn((_name: string, _options: unknown, take: (lock: null) => unknown) =>
    Promise.resolve(take(null)),
  );
  Object.defineProperty(navigator, 'locks', { value: { request: held }, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(navigator, 'locks'));
  const { goTo, id, user } = await shown();
  await screen.findByRole('button', { name: 'Take over here' });
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
  expect(names()).toEqual(['Ada B', 'Ben C', 'Zoe C']);
  await user.click(button('Start the session'));
  await waitFor(() => expect(goTo).toHaveBeenCalledWith(`/sessions/${id}`));
});

it('two versions of a reason are both shown, and the choice is what the form goes on with', async () => {
  const clash = { path: 'agenda.C1.reason', ours: 'Mine', theirs: 'The other text' };
  const { workspace, id, user } = await shown({
    before: async (workspace, id) => {
      const session = findSession(workspace, id)?.body as Session;
      const agenda = [{ id: 'C1', childRef: 'C1', depth: '', reason: 'Mine' }];
      const body = { ...session, agenda, clashes: [clash] } as unknown as Session;
      workspace.draft({ collection: 'sessions', id, body });
      await workspace.queue.flush();
    },
  });
  expect(screen.getByText('Reason for Ada B', { selector: 'h3' })).toBeVisible();
  await user.click(button('Keep the other'));
  const reason = () => screen.getByRole('textbox', { name: 'Reason for Ada B' });
  await waitFor(() => expect(reason()).toHaveValue('The other text'));
  await user.type(reason(), '!');
  const after = await stored(workspace, id);
  expect(lines(after)[0]).toEqual(['C1', '', 'The other text!']);
  expect(after).toMatchObject({ clashes: [] });
});
