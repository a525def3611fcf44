import { render, screen, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { savePriorDiscussions } from '#storage/caseload/prior-discussions.ts';
import { startSession } from '#storage/session/sessions.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { created } from '#storage/writes.ts';
import { StatusRegion } from '#ui/status-region.tsx';
import { ref } from '../../../test/builders.ts';
import { anEntry } from '../../../test/revisit-builders.ts';
import { aWorkspace, givePriya, testPorts } from '../../../test/workspaces.ts';
import { SessionScreen } from './session-screen.tsx';

beforeEach(() => {
  const query = { matches: true, addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('matchMedia', () => query); // a wide screen: jsdom has none
});

it('the newest five of the timeline stand beside the notes, and take neither focus nor voice', async () => {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Ava B' }]);
  const days = ['2026-08-03', '2026-09-04', '2026-09-14', '2026-10-05', '2026-11-05'];
  await workspace.change(() =>
    days.map((on, at) => created('childEntries', `e${at}`, anEntry({ id: `e${at}`, on }))),
  );
  const prior = { childRef: ref('C1'), answer: 'date' as const, on: toCalendarDate('2026-10-12') };
  await savePriorDiscussions(workspace, [prior]);
  const id = await startSession(workspace, priya);
  render(
    <WorkspaceContext value={workspace}>
      <StatusRegion resting="" now={() => 0}>
        <SessionScreen sessionId={id} item={undefined} />
      </StatusRegion>
    </WorkspaceContext>,
  );
  await screen.findByRole('heading', { level: 1 });
  const focused = document.activeElement;
  const beside = screen.getByRole('region', { name: 'To read beside the notes' });
  const heading = await within(beside).findByRole('heading', { name: 'Timeline' });
  const timeline = within(heading.parentElement ?? beside);
  const items = timeline.getAllByRole('listitem');
  expect(items.map((item) => within(item).getByRole('time').textContent)).toEqual([
    '5 November 2026 at 4:00pm',
    '12 October 2026',
    '5 October 2026 at 4:00pm',
    '14 September 2026 at 4:00pm',
    '4 September 2026 at 4:00pm',
  ]);
  expect(items[1]).toHaveTextContent('Discussed before Footprint');
  expect(
    timeline
      .getAllByRole('link', { name: 'Management decision' })
      .map((link) => link.getAttribute('href')),
  ).toEqual(['/records/e4', '/records/e3', '/records/e2', '/records/e1']);
  expect(timeline.getByRole('link', { name: 'See all on the child’s page' })).toHaveAttribute(
    'href',
    `/children/${findChild(workspace, 'C1')?.id}`,
  );
  expect(document.activeElement).toBe(focused);
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  expect(beside.querySelector('[aria-live], [role=alert]')).toBeNull();
});
