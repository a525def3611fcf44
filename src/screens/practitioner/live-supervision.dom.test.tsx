import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Observation } from '#domain/records/observation.ts';
import { changeStaff, findStaff } from '#storage/settings.ts';
import { finaliseObservation, newObservation } from '#storage/staff-file/observations.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { liveSupervisionTyped } from '../../../test/observation-builders.ts';
import { aWorkspace, givePriya, testPorts } from '../../../test/workspaces.ts';
import { PractitionerScreen } from './practitioner-screen.tsx';

async function shown(profileId = 'swindon-000', change: object = {}) {
  const workspace = await aWorkspace(testPorts(), profileId); // 20 November 2026
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  await changeStaff(workspace, priya, change);
  const rowId = findStaff(workspace, priya)?.id ?? '';
  const type = async (over: object = {}) => {
    const fresh = newObservation(workspace, 'liveSupervision', priya);
    const areas = { ...fresh.areas, ...liveSupervisionTyped.areas };
    const body = Observation.parse({ ...fresh, ...liveSupervisionTyped, areas, ...over });
    workspace.draft({ collection: 'observations', id: fresh.id, body });
    await workspace.queue.flush();
    return fresh.id;
  };
  const show = () =>
    render(
      <WorkspaceContext value={workspace}>
        <PractitionerScreen rowId={rowId} />
      </WorkspaceContext>,
    );
  return { workspace, priya, rowId, type, show, user: userEvent.setup() };
}

const section = () =>
  within(
    screen.getByRole('heading', { name: 'Live supervision' }).closest('section') ?? document.body,
  );

it('says when it is due and by which clause, and leads to a new one of this person', async () => {
  const { rowId, show } = await shown();
  show();
  expect(section().getByText(/^No date held\. .*000:105/)).toBeVisible();
  expect(section().getByRole('link', { name: 'Record a live supervision' })).toHaveAttribute(
    'href',
    `/observations/new/liveSupervision.${rowId}`,
  );
  // R-41 is asked of those who supervise others.
  expect(section().queryByText(/000:107/)).not.toBeInTheDocument();
  expect(
    section().queryByRole('link', { name: 'Record an observation of supervision' }),
  ).not.toBeInTheDocument();
});

it('of a manager it asks for both', async () => {
  const { show } = await shown('swindon-000', { stage: 'manager' });
  show();
  expect(section().getByText(/000:107/)).toBeVisible();
  expect(
    section().getByRole('link', { name: 'Record an observation of supervision' }),
  ).toBeVisible();
});

it('where the policy asks for none it says so, and one can be recorded all the same', async () => {
  const { show } = await shown('islington-001');
  show();
  expect(section().getByText(/asks for no direct observation of practice\.$/)).toBeVisible();
  expect(section().getByRole('link', { name: 'Record a live supervision' })).toBeVisible();
});

it('what was begun and what is finalised stand in it, and the due day has moved', async () => {
  const { workspace, type, show } = await shown();
  const begun = await type();
  const done = await type({ on: '6 November 2026' });
  await finaliseObservation(workspace, done);
  show();
  expect(section().getByRole('link', { name: 'Finish: Live supervision' })).toHaveAttribute(
    'href',
    `/observations/${begun}`,
  );
  expect(
    section().getByRole('link', { name: 'Live supervision, 6 November 2026' }),
  ).toHaveAttribute('href', `/observations/${done}`);
  expect(section().getByText(/Due by 6 November 2027: /)).toBeVisible();
});

it('a day from before Footprint is typed here, and never one to come', async () => {
  const { workspace, priya, show, user } = await shown();
  show();
  await user.click(section().getByText('Observed before Footprint'));
  const on = section().getByLabelText('Last live supervision or direct observation on');
  await user.type(on, '1 12 2026');
  await user.click(section().getByRole('button', { name: 'Save this day' }));
  expect(
    await section().findByRole('link', { name: 'The day must be today or in the past' }),
  ).toBeVisible();
  await user.clear(on);
  await user.type(on, '10 march 2026');
  expect(section().getByText('Tuesday 10 March 2026')).toBeVisible();
  await user.click(section().getByRole('button', { name: 'Save this day' }));
  await waitFor(() => expect(findStaff(workspace, priya)?.body.observedOn).toBe('2026-03-10'));
  expect(await section().findByText(/Due by 10 March 2027: /)).toBeVisible();
});
