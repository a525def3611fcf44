import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { ExtraRequest } from '#domain/records/response.ts';
import { settingsOf } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created } from '#storage/writes.ts';
import { supervised } from '../../../test/supervised.ts';
import { aWorkspace, givePriya } from '../../../test/workspaces.ts';
import { HomeScreen } from './home-screen.tsx';

const show = (workspace: Workspace) =>
  render(
    <WorkspaceContext value={workspace}>
      <HomeScreen />
    </WorkspaceContext>,
  );

it('a practitioner asks for extra supervision on Home, with a reason or without one', async () => {
  const { workspace } = await supervised();
  const user = userEvent.setup();
  show(workspace);
  await user.click(await screen.findByRole('button', { name: 'Ask for extra supervision' }));
  await user.click(
    await screen.findByRole('button', { name: 'Ask Jo Field for extra supervision' }),
  );
  expect(await screen.findByText(/^You asked for extra supervision on 20 Nov/)).toBeVisible();
  expect(bodies(workspace, 'responses')).toMatchObject([{ kind: 'extraSupervision', why: '' }]);
});

it('whoever supervises her reads it there, and says nothing where nobody asked', async () => {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  const { unmount } = show(workspace);
  expect(await screen.findByText('Who is due')).toBeVisible();
  expect(screen.queryByText(/asks for extra supervision/)).not.toBeInTheDocument();
  unmount();
  const at = '2026-11-19T10:00:00.000Z';
  const request = ExtraRequest.parse({
    ...{ id: 'x1', kind: 'extraSupervision', superviseeRef: priya, why: 'Court', sharedAt: at },
    ...{ supervisorRef: settingsOf(workspace).me, createdAt: at, createdBy: priya },
  });
  await workspace.change(() => [created('responses', 'x1', request)]);
  show(workspace);
  expect(await screen.findByText('Priya Shah asks for extra supervision')).toBeVisible();
});
