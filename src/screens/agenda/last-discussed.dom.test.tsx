import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { planSession } from '#storage/session/sessions.ts';
import { changeStaff } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { StatusRegion } from '#ui/status-region.tsx';
import { carry, made, samsDevice, setUp } from '../../../test/handovers.ts';
import { heldGroup } from '../../../test/held-groups.ts';
import { AgendaScreen } from './agenda-screen.tsx';

it('[FACT2] “Last discussed” is the group’s day where the group meets the clock, on both devices', async () => {
  const device = await samsDevice(undefined, 'mosaic-004');
  const { sam, priyaRef, ports } = device;
  await changeStaff(sam, priyaRef, { familySafeguarding: true });
  const id = await planSession(sam, priyaRef, '2026-11-27');
  const priya = await setUp(await made(sam, priyaRef), ports);
  await heldGroup(device, { families: ['C1'], familySafeguarding: true });
  await carry(sam, priyaRef, priya);
  for (const workspace of [sam, priya]) {
    const view = render(
      <WorkspaceContext value={workspace}>
        <StatusRegion resting="" now={() => 0}>
          <AgendaScreen sessionId={id} />
        </StatusRegion>
      </WorkspaceContext>,
    );
    const table = await screen.findByRole('table', { name: 'Every open case' });
    const rowOf = (name: string) =>
      within(table).getByRole('rowheader', { name }).closest('tr') as HTMLElement; // a header of a row
    expect(rowOf('Amina Khan')).toHaveTextContent('20 Nov 2026');
    expect(rowOf('Amina Khan')).not.toHaveTextContent('No date held');
    expect(rowOf('Ben Hale')).toHaveTextContent('No date held');
    view.unmount();
  }
});
