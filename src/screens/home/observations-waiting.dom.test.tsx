import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { newObservation, setObservationAside } from '#storage/staff-file/observations.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { aWorkspace, givePriya } from '../../../test/workspaces.ts';
import { ObservationsWaiting } from './observations-waiting.tsx';

const shown = (workspace: Workspace) =>
  render(
    <WorkspaceContext value={workspace}>
      <ObservationsWaiting />
    </WorkspaceContext>,
  );

it('an observation that was begun waits, with who and when, until it is finished or put aside', async () => {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  const body = newObservation(workspace, 'liveSupervision', priya);
  workspace.draft({ collection: 'observations', id: body.id, body });
  await workspace.queue.flush();
  const { unmount } = shown(workspace);
  const link = screen.getByRole('link', { name: 'Finish: Live supervision' });
  expect(link).toHaveAttribute('href', `/observations/${body.id}`);
  expect(link.closest('li')).toHaveTextContent('Priya Shah, 20 November 2026');
  unmount();
  await setObservationAside(workspace, body.id, true);
  const { container } = shown(workspace);
  expect(container).toBeEmptyDOMElement();
});
