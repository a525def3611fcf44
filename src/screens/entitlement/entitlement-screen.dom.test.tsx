import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import type { Entitlement } from '#domain/records/entitlement.ts';
import { Staff } from '#domain/records/staff.ts';
import { EntitlementOffer } from '#exchange/parts/entitlement-offer.tsx';
import { changeSettings, staffWrite } from '#storage/settings.ts';
import { newEntitlement } from '#storage/staff-file/entitlements.ts';
import { myEntitlements } from '#storage/staff-file/entitlements-reads.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { jo, supervised } from '../../../test/supervised.ts';
import { aWorkspace, testPorts } from '../../../test/workspaces.ts';
import { EntitlementScreen } from './entitlement-screen.tsx';

function Routed({ workspace }: { readonly workspace: Workspace }) {
  const [path, setPath] = useState('/entitlement/new');
  return (
    <WorkspaceContext value={workspace}>
      <NavigateContext value={setPath}>
        <output aria-label="address">{path}</output>
        <EntitlementScreen id={path.split('/')[2] ?? ''} />
      </NavigateContext>
    </WorkspaceContext>
  );
}

async function shown() {
  const { workspace, ports } = await supervised();
  render(<Routed workspace={workspace} />);
  return { workspace, ports, user: userEvent.setup({ delay: null }) };
}

const box = (name: string | RegExp) => screen.getByRole('textbox', { name });
const send = () => screen.getByRole('button', { name: 'Send it to Jo Field with the next file' });
const mine = (workspace: Workspace) => myEntitlements(workspace)[0] as Entitlement;

it('is mine alone until I send it, and says so; sending asks for the first step', async () => {
  const { workspace, user } = await shown();
  expect(screen.getByText(/Only you see this until you send it/)).toBeVisible();
  await user.type(box('The issue'), 'None.');
  await user.click(send());
  const alert = await screen.findByRole('alert');
  expect(
    within(alert)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Enter the day of the one-to-one',
    'Write what came of it, or that nothing was agreed',
  ]);
  await user.type(box('Day of the one-to-one'), '18 11 2026');
  await user.type(box('What came of it'), 'None.');
  await user.click(send());
  expect(await screen.findByText(/It goes with the next file you make for Jo Field/)).toBeVisible();
  expect(mine(workspace)).toMatchObject({
    issue: 'None.',
    oneToOneDate: '2026-11-18',
    sentAt: workspace.now,
  });
  expect(screen.queryByRole('button', { name: /^Send it/ })).toBeNull();
});

it('what is written after it was sent is kept, and it stays sent', async () => {
  const { workspace, user } = await shown();
  await user.type(box('The issue'), 'None.');
  await user.type(box('Day of the one-to-one'), '18 11 2026');
  await user.type(box('What came of it'), 'Nothing.');
  await user.click(send());
  await screen.findByText(/It goes with the next file/);
  const { sentAt } = mine(workspace);
  await user.type(box('Line manager'), 'Ada Obi');
  await act(() => workspace.queue.flush());
  expect(mine(workspace)).toMatchObject({ lineManager: 'Ada Obi', issue: 'None.', sentAt });
});

it('is saved as typed, keeps its place when it gets an address, and a second visit goes on with it', async () => {
  const { workspace, user } = await shown();
  await user.type(box('The issue'), 'None since');
  const field = box('The issue');
  await act(() => workspace.queue.flush());
  await waitFor(() =>
    expect(screen.getByLabelText('address').textContent).toMatch(/^\/entitlement\/(?!new)/),
  );
  expect(box('The issue')).toBe(field);
  await user.keyboard(' August');
  await act(() => workspace.queue.flush());
  expect(mine(workspace).issue).toBe('None since August');
  await user.click(screen.getByRole('button', { name: /this is settled/ }));
  expect(await screen.findByText(/You said that this is settled/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'It is not settled' }));
  await waitFor(() => expect(mine(workspace).settledAt).toBe(''));
  expect(bodies(workspace, 'entitlements')).toHaveLength(1);
});

it('whoever it was sent to reads it, and writes nothing into it', async () => {
  const { workspace, user } = await shown();
  await user.type(box('The issue'), 'None.');
  await act(() => workspace.queue.flush());
  const { id } = mine(workspace);
  cleanup();
  await changeSettings(workspace, { me: jo, supervisorRef: '' }); // nobody supervises who reads it
  render(
    <WorkspaceContext value={workspace}>
      <EntitlementScreen id={id} />
    </WorkspaceContext>,
  );
  expect(await screen.findByText(/None\./)).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('says who it is for, where nobody supervises', async () => {
  const workspace = await aWorkspace(testPorts(), 'bracknell-003');
  render(
    <WorkspaceContext value={workspace}>
      <EntitlementScreen id="new" />
    </WorkspaceContext>,
  );
  expect(screen.getByText(/^This is for somebody who is supervised/)).toBeVisible();
});

/** Sam Lee, whom Jo Field supervises, on a day of Bracknell Forest's policy or another. */
async function onHome(profileId: string, at: string) {
  const ports = testPorts();
  const workspace = await aWorkspace(ports, profileId);
  const staff = await staffWrite(workspace, Staff.parse({ ref: jo, name: 'Jo Field' }));
  await workspace.change(() => [staff]);
  await changeSettings(workspace, { supervisorRef: jo });
  ports.goTo(at);
  const { container } = render(
    <WorkspaceContext value={workspace}>
      <EntitlementOffer />
    </WorkspaceContext>,
  );
  return { workspace, container };
}

it('Home offers it from the first overdue day where the policy has it, and goes on with one that is begun', async () => {
  const inTime = await onHome('bracknell-003', '2026-12-18T10:00:00Z');
  expect(inTime.container).toBeEmptyDOMElement();
  const { workspace } = await onHome('bracknell-003', '2026-12-19T10:00:00Z');
  expect(screen.getByText(/overdue since 19 December 2026/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Use your entitlement route' })).toHaveAttribute(
    'href',
    '/entitlement/new',
  );
  const body = newEntitlement(workspace);
  workspace.draft({ collection: 'entitlements', id: body.id, body });
  await act(() => workspace.queue.flush());
  expect(screen.getByRole('link', { name: 'Go on with your entitlement route' })).toHaveAttribute(
    'href',
    `/entitlement/${body.id}`,
  );
  // Islington has no such route.
  const other = await onHome('islington-001', '2027-06-01T10:00:00Z');
  expect(other.container).toBeEmptyDOMElement();
});
