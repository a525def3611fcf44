import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { memo, useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { useLocation } from 'wouter';
import { HelpScreen } from '#screens/help/help-screen.tsx';
import { SessionScreen } from '#screens/session/session-screen.tsx';
import { SettingsScreen } from '#screens/settings/settings-screen.tsx';
import { findPart } from '#storage/session/session-reads.ts';
import { startSession } from '#storage/session/sessions.ts';
import { settingsOf } from '#storage/settings.ts';
import { useAll, WorkspaceContext } from '#storage/use-workspace.ts';
import { NavigateContext } from '#ui/link.tsx';
import { StatusRegion } from '#ui/status-region.tsx';
import { ShortcutsContext } from '#ui/use-shortcuts.ts';
import { aWorkspace, givePriya, testPorts, write } from '../../test/workspaces.ts';
import { Commands } from './commands.tsx';

beforeEach(() => {
  const query = { matches: true, addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('matchMedia', () => query); // a wide screen: jsdom has none
  // jsdom has the element without its methods.
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
});

const three = ['Ava B', 'Ben C', 'Grace H'].map((name, at) => ({ reference: `C${at + 1}`, name }));

/** Drawn by its own address alone, as in the app: what the list does draws no screen again. */
const Shown = memo(function Shown() {
  const [path] = useLocation();
  const [, , sessionId, item] = path.split('/');
  if (path === '/settings') return <SettingsScreen />;
  if (path === '/help') return <HelpScreen />;
  return sessionId && <SessionScreen sessionId={sessionId} item={item} />;
});

function App() {
  const [, setLocation] = useLocation();
  const [navigate] = useState(() => (href: string) => setLocation(href));
  const [settings] = useAll('settings');
  const [finding, setFinding] = useState(false);
  return (
    <NavigateContext value={navigate}>
      <ShortcutsContext value={settings?.shortcuts !== false}>
        <button type="button" onClick={() => setFinding(true)}>
          Go to
        </button>
        <Shown />
        <Commands finding={finding} onFind={setFinding} />
      </ShortcutsContext>
    </NavigateContext>
  );
}

async function shown(path: (id: string) => string = (id) => `/sessions/${id}`) {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, three);
  const id = await startSession(workspace, priya);
  history.replaceState(null, '', path(id));
  render(
    <WorkspaceContext value={workspace}>
      <StatusRegion resting="" now={() => 0}>
        <App />
      </StatusRegion>
    </WorkspaceContext>,
  );
  const user = userEvent.setup();
  return { workspace, id, user, press: (keys: string) => user.keyboard(keys) };
}

const named = (name: string) => screen.findByRole('heading', { level: 1, name });
const field = () => screen.findByRole('combobox', { name: 'Go to' });
const options = () => screen.getAllByRole('option').map((each) => each.textContent);
const chosen = () => screen.getByRole('option', { selected: true }).textContent;
const said = () => screen.getAllByRole('status').at(-1)?.textContent;

it('a child is gone to by typing a part of the name, with the caret in the note', async () => {
  const { press } = await shown();
  await press('{Control>}k{/Control}');
  expect(await field()).toHaveFocus();
  expect(await field()).toHaveAttribute('autocomplete', 'off');
  await press('gra');
  expect(options()).toEqual([
    'Grace H Case 3 of 3, not discussed',
    'Grace H The child’s page: timeline, actions, dates',
  ]);
  const active = (await field()).getAttribute('aria-activedescendant') ?? '';
  expect(document.getElementById(active)).toHaveTextContent('Case 3 of 3');
  await press('{Enter}');
  await named('Grace H');
  expect(screen.queryByRole('combobox', { name: 'Go to' })).not.toBeInTheDocument();
  await waitFor(() => expect(screen.getByLabelText('Brief note')).toHaveFocus());
  expect(said()).toBe('Grace H, case 3 of 3');
  expect(document.title).not.toContain('Grace');
  expect(location.pathname).not.toContain('Grace');
  expect(history.state).toBeNull();
});

it('the arrows go through the list and round it, and Enter takes what they are on', async () => {
  const { id, press } = await shown();
  await press('{Control>}k{/Control}');
  await field();
  await press('ben');
  expect(chosen()).toContain('Case 2 of 3');
  await press('{ArrowDown}');
  expect(chosen()).toContain('The child’s page');
  await press('{ArrowDown}');
  expect(chosen()).toContain('Case 2 of 3');
  await press('{ArrowUp}{ArrowUp}{Enter}');
  await named('Ben C');
  expect(location.pathname).toMatch(new RegExp(`^/sessions/${id}/`));
});

it('the next child who is not discussed, by what it is and from every page', async () => {
  const { workspace, id, press } = await shown(() => '/help');
  await write(workspace, id, 'C1', { depth: 'brief', briefNote: 'Reads.', account: 'discussed' });
  await press('{Control>}k{/Control}');
  await field();
  await press('next');
  expect(options()[0]).toBe('Next child who is not discussed: Ben C Case 2 of 3, not discussed');
  await press('{Enter}');
  await named('Ben C');
});

it('pages are found by what people call them', async () => {
  const { press } = await shown();
  await press('{Control>}k{/Control}');
  await field();
  for (const [typed, first] of [
    ['export', 'Export Page'],
    ['mosaic', 'To record Page'],
    ['agenda of', 'Agenda of the session Session with Priya Shah'],
    ['case sys', 'Settings Page'],
    ['priya', 'Priya Shah Practitioner'],
  ] as const) {
    await press(typed);
    expect(options()[0]).toBe(first);
    await press('{Control>}a{/Control}{Backspace}');
  }
  await press('tomm');
  expect(screen.queryByRole('option')).not.toBeInTheDocument();
  expect(screen.getByText('0 results for “tomm”')).toBeVisible();
});

it('Escape and Close give the focus back to where it was', async () => {
  const { user, press } = await shown();
  await named('Ava B');
  await user.click(screen.getByLabelText('Brief note'));
  await press('{Control>}k{/Control}');
  const dialog = (await field()).closest('dialog');
  act(() => void dialog?.dispatchEvent(new Event('cancel', { cancelable: true }))); // what Escape does
  expect(screen.queryByRole('combobox', { name: 'Go to' })).not.toBeInTheDocument();
  expect(screen.getByLabelText('Brief note')).toHaveFocus();
  const button = screen.getByRole('button', { name: 'Go to' });
  await user.click(button);
  await field();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(button).toHaveFocus();
});

it('where it is already, the note has the caret and stays the one that is written in', async () => {
  const { workspace, user, press } = await shown();
  await named('Ava B');
  await user.click(screen.getByRole('link', { name: 'Ava B' }));
  await press('{Control>}k{/Control}');
  await field();
  await press('ava{Enter}');
  expect(screen.getByLabelText('Brief note')).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Add an action' }));
  await press('Ring');
  await act(() => workspace.queue.flush()); // draws the panes again: nobody is pulled away
  expect(screen.getByLabelText('Action 1: what')).toHaveFocus();
});

it('Ctrl+S says when it was saved, and writes what is still on its way first', async () => {
  const { workspace, id, user, press } = await shown();
  await named('Ava B');
  await user.type(screen.getByLabelText('Brief note'), 'Reads.');
  const event = new KeyboardEvent('keydown', { key: 's', ctrlKey: true, cancelable: true });
  act(() => void dispatchEvent(event));
  expect(event.defaultPrevented).toBe(true); // else the browser asks where to save the page
  await waitFor(() => expect(said()).toBe('Saved on this device 10:00am'));
  expect(workspace.queue.state.unsaved).toBe(0);
  expect(findPart(workspace, id, 'C1')?.part.briefNote).toBe('Reads.');
  await press('{Control>}k{/Control}');
  expect(await field()).toHaveFocus();
});

it('Ctrl+/ shows every key over the page, and Help has the same list', async () => {
  const { press, user } = await shown();
  await named('Ava B');
  await press('{Control>}/{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const keys of ['Ctrl + Enter', 'Alt + Page down', 'Alt + Y', 'Ctrl + K', 'Ctrl + Shift + L'])
    expect(within(dialog).getByText(keys)).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await press('{Control>}k{/Control}');
  await field();
  await press('keyboard sh{Enter}');
  await named('Help');
  expect(screen.getByText('Alt + Page down')).toBeVisible();
});

it('switched off in Settings none of them is there any more, and switched on they are again', async () => {
  const { workspace, user, press } = await shown(() => '/settings');
  const box = await screen.findByLabelText('Use keyboard shortcuts');
  expect(box).toBeChecked();
  const save = () => user.click(screen.getByRole('button', { name: 'Save keyboard setting' }));
  await user.click(box);
  await save();
  await waitFor(() => expect(settingsOf(workspace).shortcuts).toBe(false));
  await press('{Control>}k{/Control}{Control>}/{/Control}');
  const event = new KeyboardEvent('keydown', { key: 's', ctrlKey: true, cancelable: true });
  act(() => void dispatchEvent(event));
  expect(event.defaultPrevented).toBe(false);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Go to' })); // the button is no key
  expect(await field()).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await user.click(box);
  await save();
  await waitFor(() => expect(settingsOf(workspace).shortcuts).toBe(true));
  await press('{Control>}k{/Control}');
  expect(await field()).toHaveFocus();
});
