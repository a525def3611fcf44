import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, onTestFinished } from 'vitest';
import { findSession } from '#storage/session/session-reads.ts';
import { endSession, planSession, startSession } from '#storage/session/sessions.ts';
import { useRecord, WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { readyBrief } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { agendaOf } from './agenda.ts';
import { AgendaAgreed } from './agenda-agreed.tsx';

async function begun() {
  const workspace = await aWorkspace(testPorts('2026-11-20T09:30:00.000Z'));
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  const id = await planSession(workspace, priya, '2026-11-20');
  return { workspace, priya, id };
}

/** As the agenda's form does. */
async function typed(workspace: Workspace, id: string, change: object) {
  const body = { ...sessionOf(workspace, id), ...change };
  workspace.draft({ collection: 'sessions', id, body });
  await workspace.queue.flush();
}

function sessionOf(workspace: Workspace, id: string) {
  const session = findSession(workspace, id)?.body;
  if (!session) throw new Error('no session');
  return session;
}

function Bar({ id }: { readonly id: string }) {
  const session = useRecord('sessions', id)?.body;
  return session && <AgendaAgreed session={session} />;
}

function shown(workspace: Workspace, id: string) {
  render(
    <WorkspaceContext value={workspace}>
      <Bar id={id} />
    </WorkspaceContext>,
  );
  return userEvent.setup();
}

const lines = (depth: 'brief' | 'inDepth') =>
  ['C2', 'C1'].map((ref) => ({ id: ref, childRef: ref, depth, reason: 'Why' }));
const agreed = (agendaAgreedAt: string) => ({ agendaAgreedAt, agreedAgenda: lines('brief') });
const discussed = () => {
  const { id, childRef, settled, ...rest } = readyBrief({
    accountedAt: '2026-11-20T09:40:00.000Z',
  });
  return rest;
};

it('not agreed before, it is agreed now, at its own time; the answer has the focus', async () => {
  const { workspace, priya, id } = await begun();
  await startSession(workspace, priya, id);
  (workspace.ports as TestPorts).advance(2 * 60_000);
  const user = shown(workspace, id);
  await user.click(screen.getByRole('button', { name: 'Agree the agenda now' }));
  const words = await screen.findByText('Agenda agreed at 9:32am');
  expect(words).toHaveFocus();
  expect(screen.queryByRole('button')).toBeNull();
});

it('agreed beforehand on another day is said with its day', async () => {
  const { workspace, priya, id } = await begun();
  await typed(workspace, id, { agenda: lines('brief'), ...agreed('2026-11-18T16:05:00.000Z') });
  await startSession(workspace, priya, id);
  shown(workspace, id);
  expect(screen.getByText('Agenda agreed at 4:05pm on 18 November 2026')).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});

it('changed after it was agreed is said, and can be agreed again', async () => {
  const { workspace, priya, id } = await begun();
  await typed(workspace, id, { agenda: lines('inDepth'), ...agreed('2026-11-20T09:00:00.000Z') });
  await startSession(workspace, priya, id);
  const user = shown(workspace, id);
  expect(screen.getByText(/^Agenda agreed at 9:00am, changed after it was agreed/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Agree the agenda now' }));
  expect(await screen.findByText('Agenda agreed at 9:30am')).toBeVisible();
});

it('agreed after the first child says so', async () => {
  const { workspace, priya, id } = await begun();
  await startSession(workspace, priya, id);
  await write(workspace, id, 'C1', discussed());
  (workspace.ports as TestPorts).goTo('2026-11-20T10:40:00.000Z');
  const user = shown(workspace, id);
  await user.click(screen.getByRole('button', { name: 'Agree the agenda now' }));
  expect(await screen.findByText('Agenda agreed after the first child, at 10:40am')).toBeVisible();
});

it('an ended session is not agreed any more', async () => {
  const { workspace, priya, id } = await begun();
  await startSession(workspace, priya, id);
  const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
  await endSession(workspace, id, there);
  shown(workspace, id);
  expect(screen.queryByRole('button')).toBeNull();
});

it('the list of the session is in the agenda’s order, and a depth that was agreed starts nobody', async () => {
  const { workspace, priya, id } = await begun();
  await typed(workspace, id, { agenda: lines('inDepth') });
  await startSession(workspace, priya, id);
  const list = () =>
    agendaOf(workspace, sessionOf(workspace, id)).map(({ child, status }) => [child.ref, status]);
  expect(list()).toEqual([
    ['C2', 'untouched'],
    ['C1', 'untouched'],
  ]);
  await write(workspace, id, 'C1', { depth: 'brief' });
  expect(list()[1]).toEqual(['C1', 'inProgress']);
});

it('a planned session is its agenda: the address is replaced, so that the way back leads past it', async () => {
  // Asked for when the module is read; jsdom has no screen.
  window.matchMedia ??= () => Object.assign(new EventTarget(), { matches: true }) as MediaQueryList;
  const { SessionScreen } = await import('./session-screen.tsx');
  const { workspace, id } = await begun();
  history.pushState(null, '', `/sessions/${id}`);
  onTestFinished(() => history.replaceState(null, '', '/'));
  const before = history.length;
  render(
    <WorkspaceContext value={workspace}>
      <SessionScreen sessionId={id} item={undefined} />
    </WorkspaceContext>,
  );
  expect(location.pathname).toBe(`/sessions/${id}/agenda`);
  expect(history.length).toBe(before);
});
