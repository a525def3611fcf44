import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { DiscussionChild } from '#domain/records/discussion.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { readyBrief, recordId } from '../../../test/builders.ts';
import { aWorkspace, givePriya, type TestPorts, write } from '../../../test/workspaces.ts';
import { DueInHours } from './due-in-hours.tsx';

const { id: _id, childRef: _ref, settled: _settled, ...brief } = readyBrief();

/** A significant decision of 4:10pm on Friday, and a routine discussion. */
async function ended() {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  const session = await startSession(workspace, priya);
  const decision = {
    ...{ id: recordId('d'), text: 'Ask for a conference', rationale: 'Two missed checks' },
    ...{ significance: 'significant', changesDirection: false },
    decidedAt: '2026-11-20T16:10:00.000Z',
  };
  const decisions = [decision as DiscussionChild['decisions'][number]];
  await write(workspace, session, 'C1', { ...brief, decisions, noDecisions: false });
  await write(workspace, session, 'C2', brief);
  const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
  await endSession(workspace, session, there);
  return { workspace, session };
}

function saidAt(workspace: Workspace, at: string) {
  (workspace.ports as TestPorts).goTo(at); // made by testPorts
  const { container, unmount } = render(
    <WorkspaceContext value={workspace}>
      <DueInHours />
    </WorkspaceContext>,
  );
  const said = container.textContent?.trim();
  unmount();
  return said;
}

it('says the hours and the time on the day, before it is finalised and after', async () => {
  const { workspace, session } = await ended();
  expect(saidAt(workspace, '2026-11-20T17:00:00Z')).toBe('');
  expect(saidAt(workspace, '2026-11-21T13:00:00Z')).toBe(
    '24 hours: due today at 4:10pm, 3 hours left.',
  );
  await finaliseChild(workspace, session, 'C1');
  expect(saidAt(workspace, '2026-11-21T13:00:00Z')).toBe(
    '24 hours: due today at 4:10pm, 3 hours left.',
  );
  expect(saidAt(workspace, '2026-11-21T17:00:00Z')).toBe('24 hours: overdue since 4:10pm today.');
});

it('says nothing of what is due in days', async () => {
  const { workspace, session } = await ended();
  await finaliseChild(workspace, session, 'C1');
  expect(saidAt(workspace, '2026-11-27T10:00:00Z')).toBe('24 hours: 6 days overdue.');
});
