import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { changeSettings } from '#storage/settings.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { amendStaffRecord } from '#storage/staff-file/staff-amendments.ts';
import { finaliseNote } from '#storage/staff-file/staff-notes.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { updated } from '#storage/writes.ts';
import { StatusRegion } from '#ui/status-region.tsx';
import { aWorkspace, givePriya, passphrase, quickDerive } from '../../../test/workspaces.ts';
import { AmendStaffRecord } from './amend-staff-record.tsx';

async function finished() {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  const session = await startSession(workspace, priya);
  const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
  await endSession(workspace, session, there);
  const note = noteOf(workspace, session);
  if (!note) throw new Error('no notes');
  await workspace.change(() => [updated(note, { ...note.body, text: 'Well.' } as StaffNote)]);
  await finaliseNote(workspace, session);
  return { workspace, priya, noteId: note.id };
}

function show({ workspace, noteId }: Awaited<ReturnType<typeof finished>>) {
  const user = userEvent.setup();
  render(
    <WorkspaceContext value={workspace}>
      <StatusRegion resting="" now={() => 0}>
        <AmendStaffRecord recordId={noteId} />
      </StatusRegion>
    </WorkspaceContext>,
  );
  return user;
}

it('[SIGN9] is added with its reason, stands dated below the record, and is signed on its own', async () => {
  const made = await finished();
  const { workspace, noteId } = made;
  const user = show(made);
  expect(screen.getByText('None. The record is as it was finalised.')).toBeVisible();
  await user.click(screen.getByText('Correct this record'));
  expect(screen.getByText('Stays on the supervision file')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Add the correction' }));
  const link = (name: string) => screen.findByRole('link', { name });
  expect(await link('Write the correction')).toHaveAttribute('href', `#correct-${noteId}-text`);
  expect(await link('Write the reason for the correction')).toBeVisible();
  await user.type(screen.getByLabelText('Correction'), 'Not well.');
  await user.type(screen.getByLabelText('Reason'), 'Misheard');
  await user.click(screen.getByRole('button', { name: 'Add the correction' }));
  const heading = await screen.findByRole('heading', { name: 'Reason: Misheard' });
  const item = heading.closest('li') as HTMLElement;
  expect(item).toHaveTextContent('Sam Lee');
  expect(item).toHaveTextContent('10:00am on Friday 20 November 2026');
  expect(within(item).getByText('Not well.')).toBeVisible();
  expect(screen.getByLabelText('Correction')).toHaveValue('');
  await openSitting(workspace, { type: 'passphrase', passphrase, derive: quickDerive });
  await user.click(await within(item).findByRole('button', { name: 'Sign this correction' }));
  await user.click(await within(item).findByLabelText(/^I wrote this/));
  await user.click(within(item).getByRole('button', { name: 'Sign this correction' }));
  expect(await within(item).findByText(/^Signed by Sam Lee, author, 20 November/)).toBeVisible();
});

it('[SIGN9] the person it is about reads corrections and writes none', async () => {
  const made = await finished();
  await amendStaffRecord(made.workspace, made.noteId, { text: 'Not well.', reason: 'Misheard' });
  await changeSettings(made.workspace, { me: made.priya });
  show(made);
  expect(await screen.findByText('Not well.')).toBeVisible();
  expect(screen.queryByText('Correct this record')).toBeNull();
});
