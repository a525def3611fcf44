import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { acceptanceWords } from '#exchange/handover/acceptance.ts';
import { makeHandOver } from '#exchange/handover/make-hand-over.ts';
import { findStaff } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { bodies } from '#storage/writes.ts';
import { held, type ThreePeople, threePeople } from '../../../test/handed-over.ts';
import { opened } from '../../../test/handovers.ts';
import { quickDerive } from '../../../test/workspaces.ts';
import { HandOverScreen } from './hand-over-screen.tsx';
import type { HandoverCommands } from './handover-commands.ts';

vi.mock('#exchange/download.ts', () => ({ download: () => {} }));

const soon = { timeout: 5_000 };

function show({ sam, priyaRef }: ThreePeople) {
  const made: Awaited<ReturnType<typeof makeHandOver>>[] = [];
  const commands = {
    handOver: async (superviseeRef: typeof priyaRef, noteId: string) => {
      const file = await makeHandOver(sam, { superviseeRef, noteId }, quickDerive);
      made.push(file);
      return file;
    },
  } as unknown as HandoverCommands; // the one that this page calls
  render(
    <WorkspaceContext value={sam}>
      <HandOverScreen rowId={findStaff(sam, priyaRef)?.id ?? ''} commands={commands} />
    </WorkspaceContext>,
  );
  return { user: userEvent.setup(), made };
}

it('a supervisee is handed over: the note, the file, three words, and then it can be read only', async () => {
  const people = await threePeople();
  await held(people.sam, people.priyaRef);
  const { user, made } = show(people);
  await user.click(screen.getByRole('button', { name: 'Write the handover note' }));
  await user.click(await screen.findByRole('button', { name: 'Finish the note' }, soon));
  expect(
    await screen.findByRole('link', { name: 'Enter the name of the new supervisor' }),
  ).toBeVisible();
  await user.type(screen.getByLabelText('Who is the new supervisor?'), 'Jo Field');
  await user.type(
    screen.getByLabelText('What should the new supervisor know?'),
    'Ask about court.',
  );
  await user.click(screen.getByRole('button', { name: 'Finish the note' }));
  await user.click(await screen.findByRole('button', { name: 'Make the file' }, soon));
  expect(await screen.findByRole('heading', { name: 'The five words' }, soon)).toBeVisible();
  expect(bodies(people.sam, 'handoverNotes')).toMatchObject([
    { whatToKnow: 'Ask about court.', toName: 'Jo Field' },
  ]);
  // It can be signed and corrected while she is here.
  expect(screen.getByRole('button', { name: 'Sign this note' })).toBeVisible();
  await user.click(screen.getByText('Correct this record'));
  await user.click(screen.getByLabelText('Correction'));
  await user.paste('Ask about school.');
  await user.click(screen.getByLabelText('Reason'));
  await user.paste('Left out');
  await user.click(screen.getByRole('button', { name: 'Add the correction' }));
  expect(await screen.findByRole('button', { name: 'Sign this correction' }, soon)).toBeVisible();
  const [file] = made;
  if (!file) throw new Error('no file');
  const { fileId } = await opened(file);
  const words = screen.getByLabelText('The three words that Jo Field said');
  await user.type(words, 'otter lamp winter');
  await user.click(screen.getByRole('button', { name: 'Jo Field has accepted' }));
  expect((await screen.findAllByText(/These are not the words of a file/))[0]).toBeVisible();
  await user.clear(words);
  await user.type(words, await acceptanceWords(fileId));
  await user.click(screen.getByRole('button', { name: 'Jo Field has accepted' }));
  expect(
    await screen.findByText(/^Priya Shah was handed over to Jo Field/, {}, soon),
  ).toBeVisible();
  expect(
    screen.getByText(/Nothing can be removed yet\. 2 things must be finished first/),
  ).toBeVisible();
  // Read, and no more: the page says why.
  expect(screen.getByText(/Ask about court\./)).toBeVisible();
  expect(
    screen.getByText(/^You do not correct it: Priya Shah was handed over to Jo Field/),
  ).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Sign this note/ })).not.toBeInTheDocument();
  expect(screen.queryByText('Correct this record')).not.toBeInTheDocument();
  // What is finished from now on goes in another file.
  await user.click(screen.getByRole('button', { name: 'Make another file' }));
  expect(await screen.findByRole('heading', { name: 'The five words' }, soon)).toBeVisible();
  expect(made).toHaveLength(2);
}, 20_000);

it('what is not finished is named, and goes on holding the file up until somebody says otherwise', async () => {
  const people = await threePeople();
  await held(people.sam, people.priyaRef, false);
  const { user } = show(people);
  await user.click(screen.getByRole('button', { name: 'Write the handover note' }));
  await user.type(await screen.findByLabelText('Who is the new supervisor?', {}, soon), 'Jo Field');
  expect(screen.getByRole('link', { name: 'Record of C1 of 20 November 2026' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Finish the note' }));
  expect(await screen.findByRole('link', { name: /^Finish 2 records first/ })).toBeVisible();
  await user.click(screen.getByLabelText('Hand over without them'));
  await user.click(screen.getByRole('button', { name: 'Finish the note' }));
  expect(await screen.findByRole('button', { name: 'Make the file' }, soon)).toBeVisible();
  expect(bodies(people.sam, 'handoverNotes')[0]?.unfinished).toHaveLength(2);
});
