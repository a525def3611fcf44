import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { EntryDraft, EntryKind } from '#domain/records/entry.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { finaliseEntry, newEntryDraft } from '#storage/entries/entries.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { ref } from '../../../test/builders.ts';
import { aWorkspace, givePriya, testPorts } from '../../../test/workspaces.ts';
import { ChildScreen } from './child-screen.tsx';

it('what was recorded outside sessions stands among the records, and a midway check says what it is not', async () => {
  const workspace = await aWorkspace(testPorts());
  await givePriya(workspace, [{ reference: 'C1', name: 'Grace Hill' }]);
  const record = async (kind: EntryKind, over: Partial<EntryDraft>) => {
    const about = { childRef: ref('C1'), childTyped: 'Grace Hill' };
    const body: EntryDraft = {
      ...newEntryDraft(workspace, kind, about),
      ...{ text: 'Done.', rationale: 'Because.', significance: 'urgent', changesDirection: 'yes' },
      ...over,
    };
    workspace.draft({ collection: 'entryDrafts', id: body.id, body });
    await workspace.queue.flush();
    await finaliseEntry(workspace, body.id);
  };
  await record('midwayCheck', { who: 'J Reed, IRO', on: '18 November 2026' });
  await record('managementDecision', {});
  render(
    <WorkspaceContext value={workspace}>
      <ChildScreen rowId={findChild(workspace, 'C1')?.id ?? ''} />
    </WorkspaceContext>,
  );
  const links = screen.getAllByRole('link', { name: /Management decision$|Midway check/ });
  expect(links.map(({ textContent }) => textContent)).toEqual([
    'Management decision',
    'Midway check: does not count as supervision',
  ]);
  const [decision] = screen
    .getAllByRole('listitem')
    .filter((item) => within(item).queryByRole('link', { name: 'Management decision' }));
  expect(decision).toHaveTextContent('20 November 2026 at 10:00am');
  expect(decision).toHaveTextContent('Urgent, changes the direction of the work, to be revisited');
  expect(decision).toHaveTextContent('due by 10:00am on Saturday 21 November 2026');
  // No time that nobody wrote down.
  expect(screen.getByText('18 November 2026')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Record a management decision' })).toHaveAttribute(
    'href',
    `/entries/new/managementDecision.${findChild(workspace, 'C1')?.id}`,
  );
  expect(screen.getByRole('link', { name: 'Log a midway check' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Record a KIT meeting' })).toBeNull();
});
