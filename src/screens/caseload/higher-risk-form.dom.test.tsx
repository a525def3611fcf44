import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { useAll, WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { aWorkspace, givePriya, testPorts } from '../../../test/workspaces.ts';
import { HigherRiskForm } from './higher-risk-form.tsx';

function Shown({ workspace }: { readonly workspace: Workspace }) {
  useAll('children');
  const child = findChild(workspace, 'C1')?.body;
  return child && <HigherRiskForm child={child} />;
}

async function shown(status: string) {
  const workspace = await aWorkspace(testPorts(), 'swindon-000');
  await givePriya(workspace, [{ reference: 'C1', status }]);
  const { container } = render(
    <WorkspaceContext value={workspace}>
      <Shown workspace={workspace} />
    </WorkspaceContext>,
  );
  return { workspace, container, user: userEvent.setup() };
}

it('is asked of early help, with a reason, and taken back with one', async () => {
  const { workspace, user } = await shown('EH');
  const child = () => findChild(workspace, 'C1')?.body;
  await user.click(screen.getByText('Early help at higher risk'));
  const box = () =>
    screen.getByRole('checkbox', { name: 'This family was allocated as higher risk' });
  const save = () => user.click(screen.getByRole('button', { name: 'Save higher risk' }));
  await user.click(box());
  await save();
  expect(
    await screen.findByRole('link', { name: 'Write the reason for this change' }),
  ).toBeVisible();
  expect(child()?.higherRiskEarlyHelp).toBe('');
  await user.type(screen.getByLabelText('Reason'), 'New partner');
  await save();
  await waitFor(() => expect(child()?.higherRiskEarlyHelp).toBe('yes'));
  expect(child()?.history.at(-1)).toMatchObject({ reason: 'New partner', to: 'yes' });
  await waitFor(() => expect(box()).toBeChecked());
  await user.click(box());
  await user.type(screen.getByLabelText('Reason'), 'Settled');
  await save();
  await waitFor(() => expect(child()?.higherRiskEarlyHelp).toBe(''));
});

it('is asked of nobody else', async () => {
  const { container } = await shown('CIN');
  expect(container).toBeEmptyDOMElement();
});
