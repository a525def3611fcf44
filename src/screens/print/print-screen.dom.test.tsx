import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, onTestFinished, vi } from 'vitest';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { findSession, noteOf } from '#storage/session/session-reads.ts';
import { endSession, planSession, startSession } from '#storage/session/sessions.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { sittingUntilMs } from '#storage/signing/sitting-clock.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, updated } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  passphrase,
  quickDerive,
  recoverySecret,
  write,
} from '../../../test/workspaces.ts';
import { BlankFormScreen, BlankFormsScreen } from './blank-forms-screen.tsx';
import { PrintScreen } from './print-screen.tsx';

// Argon2id runs in a worker, which jsdom has not.
vi.mock('#vault/argon2-in-worker.ts', () => ({
  deriveInWorker: (...given: Parameters<typeof quickDerive>) => quickDerive(...given),
}));

const key = { type: 'recovery', secret: recoverySecret } as const;

function show(workspace: Workspace, page: React.ReactNode) {
  render(<WorkspaceContext value={workspace}>{page}</WorkspaceContext>);
  return userEvent.setup();
}

const paper = () => document.querySelector('.fp-paper')?.textContent ?? '';
const printNow = () => act(() => window.dispatchEvent(new Event('beforeprint')));
const printed = () => act(() => window.dispatchEvent(new Event('afterprint')));
const head = () => document.documentElement.style.getPropertyValue('--fp-head');
const printButton = () => screen.queryByRole('button', { name: 'Print' });

async function aRecord() {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Grace H' }]);
  const session = await startSession(workspace, priya);
  const { id, childRef, settled, ...brief } = readyBrief();
  await write(workspace, session, 'C1', brief);
  await endSession(workspace, session, {
    practitionerPresent: true,
    supervisorPresent: true,
    othersPresent: '',
  });
  const made = await finaliseChild(workspace, session, 'C1');
  if (made.outcome !== 'finalised') throw new Error(made.outcome);
  return { workspace, session, recordId: made.recordId };
}

it('a record prints in a sitting, with policy, deadline and hash, and the audit says so', async () => {
  const { workspace, recordId } = await aRecord();
  show(workspace, <PrintScreen kind="records" id={recordId} />);
  printNow();
  expect(paper()).toBe('Not printed. Enter your passphrase on this page first.');
  printed();
  expect(bodies(workspace, 'audit')).toEqual([]);
  await act(() => openSitting(workspace, key));
  await waitFor(() => expect(screen.getByText(/^SHA-256 of the text/)).toBeVisible());
  printNow();
  for (const words of ['Settled at school', 'Policy: ', 'Not signed.', 'Confidential'])
    expect(paper()).toContain(words);
  expect(paper()).toMatch(/SHA-256 of the text: [0-9a-f]{64}/);
  await waitFor(() =>
    expect(bodies(workspace, 'audit')).toMatchObject([{ what: 'printed', recordId }]),
  );
  printed();
  expect(paper()).toBe('');
});

it('no name stands in the title or at the head of the pages', async () => {
  const { workspace, recordId } = await aRecord();
  show(workspace, <PrintScreen kind="records" id={recordId} />);
  expect(document.title).not.toContain('Grace');
  expect(head()).toMatch(/ · C1"$/);
  expect(head()).not.toContain('Grace');
});

it('the button prints', async () => {
  const { workspace, recordId } = await aRecord();
  await openSitting(workspace, key);
  const print = vi.fn();
  vi.stubGlobal('print', print);
  onTestFinished(() => void vi.unstubAllGlobals());
  const user = show(workspace, <PrintScreen kind="records" id={recordId} />);
  await user.click(screen.getByRole('button', { name: 'Print' }));
  expect(print).toHaveBeenCalledOnce();
});

it('what leaves from the staff file, or in bulk, asks each time', async () => {
  const { workspace, session } = await aRecord();
  const note = noteOf(workspace, session);
  if (!note) throw new Error('no note');
  await workspace.change(() => [
    updated(note, { ...note.body, text: 'Tired since May.', finalisedAt: workspace.now }),
  ]);
  await openSitting(workspace, key); // for something else
  const user = show(workspace, <PrintScreen kind="notes" id={note.id} />);
  expect(printButton()).toBeNull();
  expect(sittingUntilMs(workspace)).toBeUndefined();
  await user.type(screen.getByLabelText('Passphrase or recovery key'), `${passphrase}{Enter}`);
  expect(await screen.findByRole('button', { name: 'Print' })).toBeVisible();
  printNow();
  expect(paper()).toContain('Tired since May.');
  printed();
  expect(printButton()).toBeNull();
  printNow();
  expect(paper()).toContain('Not printed.');
});

it('a draft of notes is not printed', async () => {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Grace H' }]);
  const session = await startSession(workspace, priya);
  show(workspace, <PrintScreen kind="notes" id={noteOf(workspace, session)?.id ?? ''} />);
  expect(screen.getByRole('heading', { name: 'Nothing to print' })).toBeVisible();
});

it('an agenda has every open child with room to write, and no reason, wish or worry', async () => {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [
    { reference: 'C1', name: 'Grace H' },
    { reference: 'C2', name: 'Ben H' },
  ]);
  const session = await planSession(workspace, priya, '2026-11-27');
  await workspace.change(() => {
    const record = findSession(workspace, session);
    if (!record) return [];
    const agenda = [
      { id: 'C2', childRef: 'C2' as never, depth: 'inDepth' as const, reason: 'WHY-IN-DEPTH' },
    ];
    return [updated(record, { ...record.body, agenda, supervisorWants: 'WHAT-I-WANT' })];
  });
  show(workspace, <PrintScreen kind="agenda" id={session} />);
  const sheet = within(screen.getByRole('article'));
  expect(sheet.getByText('Working notes, on no file')).toBeVisible();
  for (const name of ['1. Ben H', '2. Grace H'])
    expect(sheet.getByRole('heading', { name })).toBeVisible();
  expect(document.querySelectorAll('.fp-sheet__lines').length).toBeGreaterThanOrEqual(5);
  for (const word of ['WHY-IN-DEPTH', 'WHAT-I-WANT'])
    expect(document.body).not.toHaveTextContent(word);
  await act(() => openSitting(workspace, key));
  printNow();
  expect(paper()).toContain('Ben H');
  for (const word of ['WHY-IN-DEPTH', 'WHAT-I-WANT']) expect(paper()).not.toContain(word);
});

it('a chronology is a table of what is held', async () => {
  const { workspace, recordId } = await aRecord();
  const row = workspace.set.all('children').values().next().value;
  show(workspace, <PrintScreen kind="chronology" id={row?.id ?? ''} />);
  const table = within(screen.getByRole('table', { name: 'What was recorded' }));
  expect(table.getByText('Discussed in supervision')).toBeVisible();
  expect(recordId).not.toBe('');
  expect(printButton()).toBeNull();
});

it('blank forms are listed, and print without a passphrase and without a mark in the audit', async () => {
  const workspace = await aWorkspace();
  show(workspace, <BlankFormsScreen />);
  expect(screen.getAllByRole('listitem').length).toBeGreaterThanOrEqual(8);
});

it('a blank form is ready at once', async () => {
  const workspace = await aWorkspace();
  show(workspace, <BlankFormScreen form="agreement" />);
  expect(printButton()).toBeVisible();
  printNow();
  expect(paper()).toContain('What the supervisor takes on');
  printed();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(bodies(workspace, 'audit')).toEqual([]);
});
