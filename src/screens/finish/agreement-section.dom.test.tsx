import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerRecords, newAnswer, recordsAwaiting } from '#storage/agreeing/agreeing.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { changeSettings } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { readyBrief } from '../../../test/builders.ts';
import { aWorkspace, givePriya, write } from '../../../test/workspaces.ts';
import { FinishScreen } from './finish-screen.tsx';

const { id: _id, childRef: _ref, settled: _settled, ...brief } = readyBrief();

it('the end of the session’s records says where the agreement stands, and holds nothing up', async () => {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Grace H' }]);
  const sessionId = await startSession(workspace, priya);
  await write(workspace, sessionId, 'C1', brief);
  await endSession(workspace, sessionId, {
    practitionerPresent: true,
    supervisorPresent: true,
    othersPresent: '',
  });
  render(
    <WorkspaceContext value={workspace}>
      <FinishScreen sessionId={sessionId} />
    </WorkspaceContext>,
  );
  const section = screen.getByRole('region', { name: 'Agreement' });
  expect(section).toHaveTextContent('Nothing to agree yet');
  expect(screen.queryByRole('link', { name: 'Agreement of the record' })).toBeNull();

  await act(() => finaliseChild(workspace, sessionId, 'C1'));
  expect(section).toHaveTextContent('Waiting for Priya Shah since 20 November 2026.');
  expect(screen.getByRole('link', { name: 'Agreement of the record' })).toHaveAttribute(
    'href',
    `/agree/${sessionId}`,
  );
  // It waits, and the record can go into the case system all the same.
  expect(screen.getByText(/, to record in Mosaic/)).toBeVisible();

  const session = findSession(workspace, sessionId)?.body;
  if (!session) throw new Error('no session');
  await act(async () => {
    await changeSettings(workspace, { me: priya });
    const draft = { ...newAnswer(workspace, session), stance: 'agreed' as const };
    workspace.draft({ collection: 'responses', id: draft.id, body: draft });
    const shown = recordsAwaiting(workspace, sessionId).map(({ id }) => id);
    await answerRecords(workspace, draft.id, shown);
    await changeSettings(workspace, { me: session.supervisorRef });
  });
  expect(section).toHaveTextContent('Agreed by Priya Shah on 20 November 2026.');
});
