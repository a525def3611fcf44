import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { findAll } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  passphrase,
  quickDerive,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { DecisionRecordScreen } from './decision-record-screen.tsx';
import { RecordScreen } from './record-screen.tsx';

const { id: _id, childRef: _ref, settled: _settled, ...brief } = readyBrief();
const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };

async function finalised() {
  const workspace = await aWorkspace(testPorts(), 'bracknell-003');
  const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Grace H' }]);
  const session = await startSession(workspace, priya);
  await write(workspace, session, 'C1', brief);
  await endSession(workspace, session, there);
  await finaliseChild(workspace, session, 'C1');
  const [record] = findAll(workspace, 'childRecords');
  if (!record) throw new Error('not finalised');
  return { workspace, record };
}

it('is a way from the record, shows the text and copies it once a sitting is open', async () => {
  const { workspace, record } = await finalised();
  await openSitting(workspace, { type: 'passphrase', passphrase, derive: quickDerive });
  const user = userEvent.setup();
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  render(
    <WorkspaceContext value={workspace}>
      <DecisionRecordScreen recordId={record.id} />
    </WorkspaceContext>,
  );
  const { value } = screen.getByLabelText<HTMLTextAreaElement>('Decision record');
  expect(value).toMatch(/^Supervision Decision Record\nName of Organisation \/Agency: not held\n/);
  expect(value).toContain('Name of child / young person / family: Grace H');
  await user.click(await screen.findByRole('button', { name: 'Copy' }));
  expect(writeText).toHaveBeenCalledWith(value);
  expect(document.title).not.toContain('Grace');
});

it('the record’s page leads to it', async () => {
  const { workspace, record } = await finalised();
  render(
    <WorkspaceContext value={workspace}>
      <RecordScreen recordId={record.id} />
    </WorkspaceContext>,
  );
  expect(screen.getByRole('link', { name: 'Decision record' })).toHaveAttribute(
    'href',
    `/records/${record.id}/decision`,
  );
});

it('says so where the record is not on this device', async () => {
  const workspace = await aWorkspace();
  render(
    <WorkspaceContext value={workspace}>
      <DecisionRecordScreen recordId="none" />
    </WorkspaceContext>,
  );
  expect(screen.getByRole('heading', { name: 'Record not found' })).toBeVisible();
});
