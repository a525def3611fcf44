import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { changeSettings, findStaff, newStaff, settingsOf, staffWrite } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { supervised } from '../../../test/supervised.ts';
import { MySupervision } from './my-supervision.tsx';

it('[SUPV5] of two supervisors each is a press away, and a file for either is offered', async () => {
  const { workspace } = await supervised();
  const kim = newStaff(workspace, 'Kim Ray', '');
  const write = await staffWrite(workspace, kim);
  await workspace.change(() => [write]);
  await changeSettings(workspace, { alsoSupervisedBy: [kim.ref] });
  render(
    <WorkspaceContext value={workspace}>
      <MySupervision />
    </WorkspaceContext>,
  );
  expect(screen.getByRole('heading', { name: 'My supervision with Jo Field' })).toBeVisible();
  const file = await screen.findByRole('link', { name: 'Make a file for Kim Ray' });
  expect(file).toHaveAttribute('href', `/handover/make/${findStaff(workspace, kim.ref)?.id}`);
  await userEvent.click(screen.getByRole('button', { name: 'Go to supervision with Kim Ray' }));
  expect(await screen.findByRole('heading', { name: 'My supervision with Kim Ray' })).toBeVisible();
  expect(
    await screen.findByRole('button', { name: 'Go to supervision with Jo Field' }),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Jo Field no longer supervises me' }));
  await expect.poll(() => settingsOf(workspace).alsoSupervisedBy).toEqual([]);
});
