import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { compile } from 'sass';
import { expect, it, onTestFinished, vi } from 'vitest';
import { buildChildExport } from '#exchange/text/child-exports.ts';
import { forgetClipboard } from '#exchange/text/copied-text.ts';
import { amendmentsOf } from '#storage/child-file/child-record-reads.ts';
import { amendRecord, finaliseChild, markRecorded } from '#storage/child-file/child-records.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { closeSitting, openSitting } from '#storage/signing/sitting.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { bodies } from '#storage/writes.ts';
import { SaveFailedBanner } from '#ui/save-failed-banner.tsx';
import { readyBrief } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  recoverySecret,
  type TestPorts,
  write,
} from '../../../test/workspaces.ts';
import { RecordScreen } from './record-screen.tsx';

async function aFinalisedRecord() {
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
  const outcome = await finaliseChild(workspace, session, 'C1');
  if (outcome.outcome !== 'finalised') throw new Error('not finalised');
  const record = workspace.set.find('childRecords', outcome.recordId)?.body;
  if (!record) throw new Error('no record');
  const input = () => ({
    record,
    amendments: amendmentsOf(workspace, record.id),
    marks: bodies(workspace, 'childMarks'),
  });
  return { workspace, record, input };
}

async function shown(sitting: 'open' | 'closed' = 'open') {
  const made = await aFinalisedRecord();
  if (sitting === 'open') {
    await openSitting(made.workspace, { type: 'recovery', secret: recoverySecret });
  }
  render(
    <WorkspaceContext value={made.workspace}>
      <header className="fp-header">Footprint</header>
      <SaveFailedBanner text="notes of the supervision file" reason="full" onCopy={() => {}} />
      <RecordScreen recordId={made.record.id} />
    </WorkspaceContext>,
  );
  return made;
}

const { css } = compile('src/ui/styles.scss', { loadPaths: ['node_modules'] });

/** The rules that hold on paper, as if they held here: jsdom has no printer. */
function printStyles(): string {
  const start = css.indexOf('@media print {\n  @page');
  if (start < 0) throw new Error('no print styles');
  let depth = 0;
  const from = css.indexOf('{', start);
  for (let at = from; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    if (css[at] === '}') depth -= 1;
    if (depth === 0)
      return css.slice(from + 1, at).replace(/@page \{(?:[^{}]*\{[^}]*\})*[^}]*\}/, '');
  }
  throw new Error('the print styles do not end');
}

/** What a person would read on the paper: text of elements that the print styles leave in. */
function onPaper(): string {
  const style = document.createElement('style');
  style.textContent = `.fp-paper { display: none } ${printStyles()}`;
  document.head.append(style);
  onTestFinished(() => style.remove());
  const texts: string[] = [];
  const walk = (element: Element) => {
    if (getComputedStyle(element).display === 'none') return;
    for (const node of element.childNodes) {
      if (node instanceof Element) walk(node);
      else if (node.textContent?.trim()) texts.push(node.textContent);
    }
    if (element instanceof HTMLTextAreaElement) texts.push(element.value);
  };
  walk(document.body);
  return texts.join('\n');
}

const printNow = () => act(() => window.dispatchEvent(new Event('beforeprint')));

it('copies the registry’s text, and notes that it left', async () => {
  const { workspace, record, input } = await shown();
  const user = userEvent.setup();
  const text = buildChildExport('caseSystemText', input());
  expect(screen.getByLabelText('Text for Mosaic')).toHaveValue(text);
  await user.click(screen.getByRole('button', { name: 'Copy for Mosaic' }));
  expect(await navigator.clipboard.readText()).toBe(text);
  expect(await screen.findByText('Copied')).toBeVisible();
  expect(bodies(workspace, 'audit')).toMatchObject([{ what: 'copied', recordId: record.id }]);
});

it('prints the record’s text with who printed it and when, and nothing else of the page', async () => {
  const { workspace, record, input } = await shown();
  await act(() =>
    amendRecord(workspace, record, { text: 'It was her aunt.', reason: 'Wrong person' }),
  );
  await act(() =>
    markRecorded(workspace, record, { state: 'recorded', on: '2026-11-20', reference: 'M-1' }),
  );
  printNow();
  const text = buildChildExport('printedRecord', input());
  expect(text).toContain('It was her aunt.');
  const words = (from: string) =>
    from
      .replace(/^- |: (?=\S)/gm, '\n')
      .split(/\s+/)
      .join(' ');
  expect(text).toContain('Recorded in Mosaic on 20 November 2026 by Sam Lee, reference M-1.');
  const [printed = '', ...rest] = onPaper().split('\n');
  expect(printed).toBe('Printed 20 November 2026 at 10:00am by Sam Lee. Confidential');
  const hash = /SHA-256 of the text: [0-9a-f]{64}/;
  expect(rest.join('\n')).toMatch(hash);
  expect(words(rest.join('\n').replace(hash, ''))).toBe(words(text));
  await waitFor(() =>
    expect(bodies(workspace, 'audit')).toMatchObject([{ what: 'printed', recordId: record.id }]),
  );
});

it('the button prints, and the paper is empty before and afterwards', async () => {
  await shown();
  const paper = () => document.querySelector('.fp-paper')?.textContent;
  const seen: unknown[] = [];
  const print = vi.fn(() => {
    window.dispatchEvent(new Event('beforeprint'));
    seen.push(paper()); // the browser takes its picture here
    window.dispatchEvent(new Event('afterprint'));
  });
  vi.stubGlobal('print', print);
  onTestFinished(() => void vi.unstubAllGlobals());
  expect(paper()).toBe('');
  await userEvent.click(screen.getByRole('button', { name: 'Print' }));
  expect(print).toHaveBeenCalledOnce();
  expect(seen).toEqual([expect.stringContaining('Settled at school')]);
  expect(paper()).toBe('');
});

it('a page that fails to fill its paper prints nothing of the record', async () => {
  await shown();
  expect(onPaper()).toBe('');
});

it('the copied text is one field and the paper is not read out', async () => {
  await shown();
  const main = within(screen.getByRole('main'));
  expect(main.queryByText(/Confidential/)).toBeNull();
});

it('until a sitting is open it can be read and nothing else', async () => {
  const { workspace, input } = await shown('closed');
  const user = userEvent.setup();
  const text = screen.getByLabelText<HTMLTextAreaElement>('Text for Mosaic');
  expect(text).toHaveValue(buildChildExport('caseSystemText', input()));
  expect(screen.queryByRole('button', { name: 'Copy for Mosaic' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Print' })).toBeNull();
  // By hand, and by the browser’s own menu.
  await user.click(text);
  text.select();
  expect(fireEvent.copy(text)).toBe(false);
  printNow();
  expect(onPaper()).toBe('Not printed. Enter your passphrase on this page first.');
  expect(bodies(workspace, 'audit')).toEqual([]);
});

it('when its time is up at the very moment, nothing is copied', async () => {
  const { workspace } = await shown();
  userEvent.setup();
  await navigator.clipboard.writeText('before');
  const button = screen.getByRole('button', { name: 'Copy for Mosaic' });
  (workspace.ports as TestPorts).advance(30 * 60_000);
  button.click(); // at once: nothing was drawn in between
  expect(await screen.findByLabelText('Passphrase or recovery key')).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 100)); // as long as copying takes, and more
  expect(await navigator.clipboard.readText()).toBe('before');
  expect(bodies(workspace, 'audit')).toEqual([]);
});

it('text copied by hand is noted like the button’s, and written over like it', async () => {
  const { workspace } = await shown();
  userEvent.setup();
  await navigator.clipboard.writeText('what the hand copied');
  expect(fireEvent.copy(screen.getByLabelText('Text for Mosaic'))).toBe(true);
  await waitFor(() => expect(bodies(workspace, 'audit')).toMatchObject([{ what: 'copied' }]));
  await forgetClipboard();
  expect(await navigator.clipboard.readText()).toBe('Footprint: copied text removed');
});

it('what was copied is written over once it is recorded, and what others copied never', async () => {
  const { workspace } = await shown();
  const user = userEvent.setup();
  const now = () => navigator.clipboard.readText();
  await user.click(screen.getByRole('button', { name: 'Copy for Mosaic' }));
  await screen.findByText('Copied');
  expect(await now()).toContain('Settled at school');
  await user.click(screen.getByRole('button', { name: 'Recorded in Mosaic' }));
  await waitFor(async () => expect(await now()).toBe('Footprint: copied text removed'));
  await navigator.clipboard.writeText('from elsewhere');
  closeSitting(workspace);
  await forgetClipboard();
  expect(await now()).toBe('from elsewhere');
});
