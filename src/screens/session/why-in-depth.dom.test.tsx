import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Preparation } from '#domain/records/preparation.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { useRecord, WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created } from '#storage/writes.ts';
import { aWorkspace, givePriya, testPorts } from '../../../test/workspaces.ts';
import { WhyInDepth } from './why-in-depth.tsx';

async function begun() {
  const workspace = await aWorkspace(testPorts('2026-11-20T10:00:00.000Z'));
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  const at = '2026-11-19T14:41:00.000Z';
  const body = Preparation.parse({
    ...{ id: 'p1', superviseeRef: priya, supervisorRef: 'me', createdBy: priya },
    ...{ createdAt: at, sharedAt: at, worries: [{ id: 'C1', childRef: 'C1' }] },
  });
  await workspace.change(() => [created('preparations', body.id, body)]);
  return { workspace, id: await startSession(workspace, priya) };
}

interface PaneProps {
  readonly workspace: Workspace;
  readonly id: string;
  readonly childRef: string;
}

function Pane({ workspace, id, childRef }: PaneProps) {
  const session = useRecord('sessions', id)?.body;
  const child = findChild(workspace, childRef)?.body;
  return session && child && <WhyInDepth session={session} child={child} />;
}

function shown(workspace: Workspace, id: string, childRef: string) {
  return render(
    <WorkspaceContext value={workspace}>
      <Pane workspace={workspace} id={id} childRef={childRef} />
    </WorkspaceContext>,
  ).container;
}

it('the reasons of this child beside the notes, with where they come from and where they stay', async () => {
  const { workspace, id } = await begun();
  const container = shown(workspace, id, 'C1');
  expect(screen.getByRole('heading', { name: 'Why in depth?' })).toBeVisible();
  expect(container).toHaveTextContent('Priya Shah’s greatest worry no. 1. Our suggestion, from');
  expect(screen.getByText('Working notes: on no child’s record')).toBeVisible();
});

it('another child has its own, and information is called so', async () => {
  const { workspace, id } = await begun();
  const container = shown(workspace, id, 'C2');
  expect(screen.getByRole('heading', { name: 'For information' })).toBeVisible();
  expect(container).not.toHaveTextContent('worry');
  expect(container).toHaveTextContent('No date held in Footprint.');
});

it('once the session has ended they would speak of another day', async () => {
  const { workspace, id } = await begun();
  const container = shown(workspace, id, 'C1');
  const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
  await act(() => endSession(workspace, id, there));
  expect(container).toBeEmptyDOMElement();
});
