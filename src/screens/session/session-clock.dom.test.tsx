import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Session } from '#domain/records/session.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { pauseSession, planSession, startSession } from '#storage/session/sessions.ts';
import { useRecord, WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { readyBrief, readyInDepth } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { agendaOf } from './agenda.ts';
import { SessionClock } from './session-clock.tsx';

afterEach(() => void vi.useRealTimers());

async function begun(minutes = '') {
  const workspace = await aWorkspace(testPorts('2026-11-20T10:00:00.000Z'));
  const priya = await givePriya(
    workspace,
    ['C1', 'C2', 'C3'].map((reference) => ({ reference })),
  );
  const id = await planSession(workspace, priya, '2026-11-20');
  const body = { ...(findSession(workspace, id)?.body as Session), minutes };
  workspace.draft({ collection: 'sessions', id, body });
  await startSession(workspace, priya, id);
  return { workspace, id };
}

function Clock({ workspace, id }: { readonly workspace: Workspace; readonly id: string }) {
  const session = useRecord('sessions', id)?.body;
  return session && <SessionClock session={session} agenda={agendaOf(workspace, session)} />;
}

function shown(workspace: Workspace, id: string) {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { container } = render(
    <WorkspaceContext value={workspace}>
      <Clock workspace={workspace} id={id} />
    </WorkspaceContext>,
  );
  return container;
}

/** The person's clock goes on, and the page looks at it. */
function later(workspace: Workspace, minutes: number) {
  (workspace.ports as TestPorts).advance(minutes * 60_000);
  act(() => void vi.advanceTimersByTime(60_000));
}

it('elapsed and planned, by itself, in no live region', async () => {
  const { workspace, id } = await begun();
  const container = shown(workspace, id);
  expect(container).toHaveTextContent('0 minutes of 3 hours');
  later(workspace, 72);
  expect(container).toHaveTextContent(/^1 hour 12 of 3 hours$/);
  expect(screen.queryByRole('status')).toBeNull();
  expect(screen.queryByRole('timer')).toBeNull();
});

it('from three quarters of what was typed one sentence says how many check-ins are left', async () => {
  const { workspace, id } = await begun('60');
  const ready = ({ id: _, childRef, settled, ...part }: ReturnType<typeof readyBrief>) => part;
  await write(workspace, id, 'C1', ready(readyBrief()));
  await write(workspace, id, 'C2', { ...ready(readyInDepth()), account: '', accountedAt: '' });
  const container = shown(workspace, id);
  later(workspace, 44);
  expect(container).toHaveTextContent(/^44 minutes of 1 hour$/);
  later(workspace, 1);
  // Of three one is done and one is in depth.
  expect(container).toHaveTextContent(
    /^45 minutes of 1 hour\. 1 brief check-in to go, and 15 minutes left\.$/,
  );
});

it('paused it says nothing', async () => {
  const { workspace, id } = await begun();
  const container = shown(workspace, id);
  await act(() => pauseSession(workspace, id));
  expect(container).toBeEmptyDOMElement();
});
