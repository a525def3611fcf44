import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { cancellationOfSession } from '#storage/session/cancellations-reads.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { planSession } from '#storage/session/sessions.ts';
import { changeSettings, settingsOf } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { bodies, updated } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { aWorkspace, givePriya, testPorts } from '../../../test/workspaces.ts';
import { CancelScreen } from './cancel-screen.tsx';

async function shown(profileId = 'mosaic-004') {
  const workspace = await aWorkspace(testPorts(), profileId);
  const priya = await givePriya(workspace, [
    { reference: 'C1', name: 'Grace Hill' },
    { reference: 'C2', name: 'Ben Hill' },
  ]);
  const id = await planSession(workspace, priya, '2026-11-25');
  render(
    <WorkspaceContext value={workspace}>
      <NavigateContext value={vi.fn()}>
        <CancelScreen sessionId={id} />
      </NavigateContext>
    </WorkspaceContext>,
  );
  return { workspace, priya, id, user: userEvent.setup({ delay: null }) };
}

const box = (name: string | RegExp) => screen.getByRole('textbox', { name });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

it('one button cancels it; it says what stays, and who is at risk by which date', async () => {
  const { workspace, id, user } = await shown('islington-001');
  expect(screen.getByText('Planned for Wednesday 25 November 2026.')).toBeVisible();
  const rows = within(screen.getByRole('table', { name: 'Discussion due' })).getAllByRole('row');
  expect(rows.slice(1).map(({ textContent }) => textContent)).toEqual([
    'Ben Hill31 December 2026',
    'Grace Hill31 December 2026',
  ]);
  expect(document.title).not.toMatch(/Priya/);
  await user.click(button('Cancel this session'));
  expect(
    await screen.findByRole('heading', { name: 'Cancelled: session with Priya Shah' }),
  ).toBeVisible();
  expect(findSession(workspace, id)?.body.status).toBe('cancelled');
});

it('what is written is saved as typed; recorded, it plans the new day and shows its text', async () => {
  const { workspace, id, user } = await shown();
  await user.click(button('Cancel this session'));
  await user.click(await screen.findByRole('radio', { name: 'Court' }));
  await user.click(screen.getByRole('radio', { name: 'Yes' }));
  await user.type(box('New day'), '27 11 2026');
  expect(screen.getByText('Friday 27 November 2026')).toBeVisible();
  await act(() => workspace.queue.flush());
  expect(cancellationOfSession(workspace, id)?.body).toMatchObject({
    reason: 'court',
    rearrangedFor: '27 11 2026',
    finalisedAt: '',
  });
  await user.click(button('Record the cancellation'));
  expect(await screen.findByText(/New date\s+27 November 2026/)).toBeVisible();
  expect(
    bodies(workspace, 'sessions').map(({ status, plannedFor }) => [status, plannedFor]),
  ).toEqual([
    ['cancelled', '2026-11-25'],
    ['planned', '2026-11-27'],
  ]);
  // By reference and not by name.
  expect(screen.queryByText(/Grace/)).toBeNull();
});

it('recording says at once what is missing, with a way to each field, and keeps the session cancelled', async () => {
  const { workspace, id, user } = await shown();
  await user.click(button('Cancel this session'));
  await user.clear(await screen.findByRole('textbox', { name: 'Cancelled by' }));
  await user.click(button('Record the cancellation'));
  const alert = await screen.findByRole('alert');
  expect(
    within(alert)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Write who cancelled the session',
    'Say why the session was cancelled',
    'Say whether the reason was exceptional',
    'Enter the new day, or why there is none yet',
  ]);
  for (const link of within(alert).getAllByRole('link')) {
    const target = document.querySelector(link.getAttribute('href') ?? '');
    expect(target, link.textContent ?? '').not.toBeNull();
  }
  expect(findSession(workspace, id)?.body.status).toBe('cancelled');
});

it('put back it is planned again', async () => {
  const { workspace, id, user } = await shown();
  await user.click(button('Cancel this session'));
  await user.click(await screen.findByRole('button', { name: 'It takes place after all' }));
  expect(await screen.findByRole('button', { name: 'Cancel this session' })).toBeVisible();
  expect(findSession(workspace, id)?.body.status).toBe('planned');
});

it('the person supervised reads that it was cancelled, and nothing of why', async () => {
  const { workspace, priya, id } = await shown();
  const { me } = settingsOf(workspace);
  await changeSettings(workspace, { me: priya, supervisorRef: me });
  const session = findSession(workspace, id);
  if (!session) throw new Error('no session');
  expect(await screen.findByText(/Whoever supervises cancels a session/)).toBeVisible();
  await act(() =>
    workspace.change(() => [updated(session, { ...session.body, status: 'cancelled' })]),
  );
  expect(
    await screen.findByText(/planned for Wednesday 25 November 2026 was cancelled/),
  ).toBeVisible();
  expect(screen.queryByRole('radio')).toBeNull();
});
