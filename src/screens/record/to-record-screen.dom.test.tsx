import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { buildChildExport } from '#exchange/text/child-exports.ts';
import { markOf } from '#storage/child-file/child-record-reads.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { changeSettings } from '#storage/settings.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { StatusRegion } from '#ui/status-region.tsx';
import { formatRecoveryKey } from '#vault/recovery-key.ts';
import { readyBrief, readyInDepth } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  recoverySecret,
  type TestChild,
  type TestPorts,
  write,
} from '../../../test/workspaces.ts';
import { ToRecordScreen } from './to-record-screen.tsx';

const children: readonly TestChild[] = [
  { reference: 'C1', name: 'Ada B' },
  { reference: 'C 2', name: 'Ben C' },
  { reference: '', name: 'Cal D' },
];
const byKey = { type: 'recovery', secret: recoverySecret } as const;

/** Three finished records of one session; Cal D’s holds a significant decision of that morning. */
async function threeRecords(): Promise<Workspace> {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, children);
  const session = await startSession(workspace, priya);
  for (const { ref, name } of bodies(workspace, 'children')) {
    const decision = {
      id: 'x' as never,
      text: 'Section 47 enquiry',
      rationale: 'A bruise',
      significance: 'significant' as const,
      decidedAt: '2026-11-20T09:10:00.000Z',
    };
    const { id, childRef, settled, ...part } =
      name === 'Cal D'
        ? readyInDepth({ decisions: [decision], noDecisions: false })
        : readyBrief({ briefNote: `A note about ${name}` });
    await write(workspace, session, ref, part);
  }
  const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
  await endSession(workspace, session, there);
  for (const { ref } of bodies(workspace, 'children')) {
    const outcome = await finaliseChild(workspace, session, ref);
    if (outcome.outcome === 'missing') throw new Error(JSON.stringify(outcome.missing));
  }
  return workspace;
}

async function shown({ link = false, sitting = true } = {}) {
  const workspace = await threeRecords();
  if (link) {
    const host = document.createElement('meta');
    host.name = 'case-system-hosts';
    host.content = 'mosaic.example.gov.uk';
    document.head.append(host);
    const caseSystemAddress = 'https://mosaic.example.gov.uk/person/{reference}';
    await changeSettings(workspace, { caseSystemAddress });
  }
  if (sitting) await openSitting(workspace, byKey);
  const user = userEvent.setup();
  render(
    <WorkspaceContext value={workspace}>
      <StatusRegion resting="" now={() => 0}>
        <ToRecordScreen />
      </StatusRegion>
    </WorkspaceContext>,
  );
  return { workspace, user };
}

afterEach(() => document.querySelector('meta[name="case-system-hosts"]')?.remove());

const button = (name: RegExp) => screen.getByRole('button', { name });
const list = () => screen.getByRole('list', { name: 'To record, the most pressing first' });
const names = () =>
  within(list())
    .getAllByRole('heading')
    .map(({ textContent }) => textContent);
const pasted = () => navigator.clipboard.readText();

it('shows every record in one order, each with its countdown, and how far it has come', async () => {
  await shown({ sitting: false });
  expect(names()).toEqual(['Cal D', 'Ada B', 'Ben C']);
  const [first, second] = within(list()).getAllByRole('listitem');
  expect(first).toHaveTextContent('24 hours: due tomorrow at 9:10am, 23 hours left');
  expect(second).toHaveTextContent('due Friday 27 November 2026, 5 working days left');
  expect(second).toHaveTextContent('Session of 20 November 2026, Priya Shah, C1');
  expect(screen.getByText('0 of 3 recorded')).toBeVisible();
});

it('asks once for all of them, and then the focus is on the first Copy', async () => {
  const { user } = await shown({ sitting: false });
  expect(screen.queryByRole('button', { name: /^Copy/ })).toBeNull();
  await user.type(
    screen.getByLabelText('Passphrase or recovery key'),
    formatRecoveryKey(recoverySecret),
  );
  await user.keyboard('{Enter}');
  await waitFor(() => expect(button(/^Copy.*Cal D/)).toHaveFocus());
  expect(screen.getAllByRole('button', { name: /^Copy/ })).toHaveLength(3);
});

/** Presses keys one by one, and counts them. */
function counted(user: ReturnType<typeof userEvent.setup>) {
  let count = 0;
  return {
    press: async (key: string) => {
      count += 1;
      await user.keyboard(key);
    },
    get count() {
      return count;
    },
  };
}

it('from one record’s Copy to the next one’s by the keyboard: 4 keys with the link, 3 without', async () => {
  const { workspace, user } = await shown({ link: true });
  button(/^Copy.*Cal D/).focus();

  // Cal D has no council reference, and so no link.
  const without = counted(user);
  await without.press('{Enter}');
  await waitFor(async () => expect(await pasted()).toContain('Section 47 enquiry'));
  await without.press('{Tab}');
  expect(button(/^Recorded.*Cal D/)).toHaveFocus();
  await without.press('{Enter}');
  await waitFor(() => expect(button(/^Copy.*Ada B/)).toHaveFocus());
  expect(without.count).toBe(3);

  const withLink = counted(user);
  await withLink.press('{Enter}');
  await waitFor(() => expect(screen.getByRole('link', { name: /^Open.*Ada B/ })).toHaveFocus());
  const opened: string[] = [];
  const noteOpened = (event: Event) => {
    event.preventDefault(); // jsdom opens nothing
    if (event.target instanceof HTMLAnchorElement) opened.push(event.target.href);
  };
  document.addEventListener('click', noteOpened, { once: true });
  await withLink.press('{Enter}');
  expect(opened).toEqual(['https://mosaic.example.gov.uk/person/C1']);
  await withLink.press('{Tab}');
  await withLink.press('{Enter}');
  await waitFor(() => expect(button(/^Copy.*Ben C/)).toHaveFocus());
  expect(withLink.count).toBe(4);

  expect(screen.getByText('2 of 3 recorded')).toBeVisible();
  expect(bodies(workspace, 'childMarks').map(({ on }) => on)).toEqual(['2026-11-20', '2026-11-20']);
  expect(bodies(workspace, 'audit').filter(({ what }) => what === 'copied')).toHaveLength(2);
});

it('copies what the registry makes and nothing else; recorded, it is written over', async () => {
  const { workspace, user } = await shown();
  await user.click(button(/^Copy.*Ben C/));
  await screen.findByText('Copied', { selector: 'p' });
  const record = bodies(workspace, 'childRecords').find(({ child }) => child.name === 'Ben C');
  if (!record) throw new Error('no record');
  expect(await pasted()).toBe(
    buildChildExport('caseSystemText', { record, amendments: [], marks: [] }),
  );
  await user.click(button(/^Recorded.*Ben C/));
  await waitFor(async () => expect(await pasted()).toBe('Footprint: copied text removed'));
});

it('what is recorded stays in its place with Undo, and undone it waits again', async () => {
  const { workspace, user } = await shown();
  await user.click(button(/^Recorded.*Ada B/));
  const done = await screen.findByText(/recorded in Mosaic on 20 November 2026/);
  expect(screen.getByRole('status')).toHaveTextContent(
    'Ada B: recorded in Mosaic on 20 November 2026',
  );
  expect(within(list()).getAllByRole('listitem')[1]).toContainElement(done);
  await waitFor(() => expect(button(/^Copy.*Ben C/)).toHaveFocus());
  await user.click(button(/^Undo.*Ada B/));
  await waitFor(() => expect(button(/^Copy.*Ada B/)).toHaveFocus());
  expect(screen.getByText('0 of 3 recorded')).toBeVisible();
  expect(names()).toEqual(['Cal D', 'Ada B', 'Ben C']);
  expect(bodies(workspace, 'childMarks').map(({ state }) => state)).toEqual(['recorded', 'undone']);
});

it('another day and a reference are kept; a day that cannot be is said, and nothing is marked', async () => {
  const { workspace, user } = await shown();
  await act(async () => (workspace.ports as TestPorts).goTo('2026-11-23T10:00:00Z'));
  await user.click(button(/^Another day.*Ada B/));
  await user.type(screen.getByLabelText('Recorded in Mosaic on'), '19/11/2026');
  await user.type(screen.getByLabelText('Mosaic reference (optional)'), 'M-7');
  await user.click(button(/^Recorded.*Ada B/));
  expect(await screen.findByRole('link', { name: /before the child was discussed/ })).toBeVisible();
  expect(bodies(workspace, 'childMarks')).toEqual([]);
  const on = screen.getByLabelText('Recorded in Mosaic on');
  await user.clear(on);
  await user.type(on, '21/11/2026{Enter}');
  await screen.findByText(/recorded in Mosaic on 21 November 2026, reference M-7/);
});

it('after the last one the focus is on what says that it is done', async () => {
  const { workspace, user } = await shown();
  for (const name of ['Ben C', 'Cal D', 'Ada B']) {
    await user.click(button(new RegExp(`^Recorded.*${name}`)));
    await screen.findByText(new RegExp(`^${name}`), { selector: 'li a' });
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: new RegExp(`^Recorded.*${name}`) })).toBeNull(),
    );
  }
  await waitFor(() =>
    expect(screen.getByText('3 of 3 recorded').closest('[tabindex]')).toHaveFocus(),
  );
  for (const { id } of bodies(workspace, 'childRecords'))
    expect(markOf(workspace, id)).toBeDefined();
});

it('a key that is held down presses nothing twice', async () => {
  await shown();
  const copy = button(/^Copy.*Ada B/);
  expect(fireEvent.keyDown(copy, { key: 'Enter' })).toBe(true);
  expect(fireEvent.keyDown(copy, { key: 'Enter', repeat: true })).toBe(false);
  expect(fireEvent.keyDown(copy, { key: 'Tab', repeat: true })).toBe(true);
});

it('the link opens a page that learns nothing; without a reference there is none, and it says so', async () => {
  await shown({ link: true });
  const link = screen.getByRole('link', { name: /^Open in Mosaic.*Ben C/ });
  expect(link).toHaveAttribute('href', 'https://mosaic.example.gov.uk/person/C%202');
  expect(link).toHaveAttribute('target', '_blank');
  expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  expect(link).toHaveAttribute('referrerpolicy', 'no-referrer');
  expect(screen.getAllByRole('link', { name: /^Open in Mosaic/ })).toHaveLength(2);
  expect(screen.getByText('No council reference is held, so there is no link.')).toBeVisible();
});

it('an address that the list of this copy does not have gives no link', async () => {
  const { workspace } = await shown({ link: true });
  await act(() =>
    changeSettings(workspace, { caseSystemAddress: 'https://evil.example/{reference}' }),
  );
  expect(screen.queryByRole('link', { name: /^Open in/ })).toBeNull();
  expect(screen.getAllByText(/^evil\.example is not one of the addresses/)).toHaveLength(3);
});

it('when its time is up what was typed stays, and it can still be marked', async () => {
  const { workspace, user } = await shown();
  await user.click(button(/^Another day.*Ada B/));
  await user.type(screen.getByLabelText('Mosaic reference (optional)'), 'M-9');
  (workspace.ports as TestPorts).advance(30 * 60_000);
  act(() => void dispatchEvent(new Event('focus')));
  expect(screen.queryByRole('button', { name: /^Copy/ })).toBeNull();
  expect(screen.getByLabelText('Mosaic reference (optional)')).toHaveValue('M-9');
  await user.click(button(/^Recorded.*Ada B/));
  await screen.findByText(/reference M-9/);
  await waitFor(() => expect(button(/^Recorded.*Ben C/)).toHaveFocus());
});
