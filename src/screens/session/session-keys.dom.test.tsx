import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { findPart } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { NavigateContext } from '#ui/link.tsx';
import { StatusRegion } from '#ui/status-region.tsx';
import { ShortcutsContext } from '#ui/use-shortcuts.ts';
import { readyBrief, ref } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { SessionScreen } from './session-screen.tsx';

beforeEach(() => {
  const query = { matches: true, addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('matchMedia', () => query); // a wide screen: jsdom has none
});

const three = ['Ava B', 'Ben C', 'Chloe D'].map((name, at) => ({ reference: `C${at + 1}`, name }));

async function begun() {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, three);
  return { workspace, priya, id: await startSession(workspace, priya) };
}

function App({ id, keys }: { readonly id: string; readonly keys: boolean }) {
  const [path, setPath] = useState(`/sessions/${id}`);
  const item = path.split('/')[3];
  return (
    <NavigateContext value={setPath}>
      <ShortcutsContext value={keys}>
        <SessionScreen sessionId={id} item={item} />
      </ShortcutsContext>
    </NavigateContext>
  );
}

async function shown({ workspace, id }: { workspace: Workspace; id: string }, keys = true) {
  render(
    <WorkspaceContext value={workspace}>
      <StatusRegion resting="" now={() => 0}>
        <App id={id} keys={keys} />
      </StatusRegion>
    </WorkspaceContext>,
  );
  await screen.findByRole('heading', { level: 1 });
  const user = userEvent.setup();
  return { user, press: (keys: string) => user.keyboard(keys) };
}

const partOf = ({ workspace, id }: { workspace: Workspace; id: string }, childRef: string) =>
  findPart(workspace, id, childRef)?.part;
const named = (name: string) => screen.findByRole('heading', { level: 1, name });
const note = () => screen.getByLabelText('Brief note');
/** What stands under the sentence. The status region says it too. */
const pointedOut = () =>
  [...document.querySelectorAll('#notes p')].filter((each) =>
    each.textContent?.startsWith('The same words'),
  );
const said = () => screen.getByRole('status').textContent;
const caseLink = (name: string) =>
  within(screen.getByRole('navigation', { name: 'Every open case' })).getByRole('link', { name });

it('a brief check-in is a sentence and two keys, and the next child’s note has the caret', async () => {
  const one = await begun();
  const { user, press } = await shown(one);
  await user.click(note());
  await press('Ava reads to her aunt.');
  await press('{Alt>}y{/Alt}');
  expect(note()).toHaveFocus();
  expect(said()).toBe('Plan on track: yes');
  await press('{Control>}{Enter}{/Control}');
  await named('Ben C');
  expect(note()).toHaveFocus();
  expect(said()).toBe('Ben C, case 2 of 3');
  await press('Ben swims.{Alt>}n{/Alt}{Control>}{Enter}{/Control}');
  await named('Chloe D');
  await act(() => one.workspace.queue.flush());
  expect(partOf(one, 'C1')).toMatchObject({
    depth: 'brief',
    briefNote: 'Ava reads to her aunt.',
    onTrack: 'yes',
    account: 'discussed',
  });
  expect(partOf(one, 'C2')).toMatchObject({ briefNote: 'Ben swims.', onTrack: 'no' });
});

it('the next and the previous child, by key and by the buttons that say the same', async () => {
  const { user, press } = await shown(await begun());
  await press('{Alt>}{PageDown}{/Alt}');
  await named('Ben C');
  expect(note()).toHaveFocus();
  await press('{Alt>}{PageUp}{/Alt}');
  await named('Ava B');
  const next = screen.getByRole('button', { name: 'Next child' });
  expect(next).toHaveAttribute('aria-keyshortcuts', 'Alt+PageDown');
  await user.click(next);
  await named('Ben C');
  await user.click(screen.getByRole('button', { name: 'Previous child' }));
  await named('Ava B');
});

it('to the list, to last time, and back to the field that was written in', async () => {
  const one = await begun();
  await write(one.workspace, one.id, 'C1', { depth: 'brief' });
  const { user, press } = await shown(one);
  await press('{Alt>}2{/Alt}');
  expect(note()).toHaveFocus();
  await user.type(screen.getByLabelText('What has happened since last time'), 'Moved');
  await press('{Alt>}1{/Alt}');
  expect(caseLink('Ava B')).toHaveFocus();
  await press('{Alt>}3{/Alt}');
  expect(screen.getByRole('region', { name: 'To read beside the notes' })).toHaveFocus();
  await press('{Alt>}2{/Alt}');
  expect(screen.getByLabelText('What has happened since last time')).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Last time' }));
  expect(screen.getByRole('region', { name: 'To read beside the notes' })).toHaveFocus();
});

it('an action is added from any field, with the caret in what is to be done', async () => {
  const one = await begun();
  const { user, press } = await shown(one);
  await user.click(note());
  await press('{Alt>}a{/Alt}');
  expect(screen.getByLabelText('Action 1: what')).toHaveFocus();
  await press('Ring the school');
  await act(() => one.workspace.queue.flush());
  expect(partOf(one, 'C1')?.actions).toMatchObject([{ what: 'Ring the school' }]);
});

it('switched off, none of the keys does anything and no button speaks of one', async () => {
  const one = await begun();
  const { user, press } = await shown(one, false);
  await user.click(note());
  await press(
    'Ava reads.{Alt>}y{/Alt}{Alt>}a{/Alt}{Alt>}1{/Alt}{Alt>}3{/Alt}{Alt>}{PageDown}{/Alt}',
  );
  await press('{Control>}{Enter}{/Control}');
  await named('Ava B');
  expect(note()).toHaveFocus();
  expect(screen.queryByLabelText('Action 1: what')).not.toBeInTheDocument();
  expect(document.querySelector('[aria-keyshortcuts]')).toBeNull();
  await act(() => one.workspace.queue.flush());
  expect(partOf(one, 'C1')).toMatchObject({ onTrack: '', account: '' });
});

it('none of them reaches through an open dialog', async () => {
  const { press } = await shown(await begun());
  const dialog = document.body.appendChild(document.createElement('dialog'));
  dialog.setAttribute('open', '');
  await press('{Alt>}{PageDown}{/Alt}');
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Ava B');
  dialog.remove();
  await press('{Alt>}{PageDown}{/Alt}');
  await named('Ben C');
});

it('the same words as for another child today are pointed out, and stop nobody', async () => {
  const one = await begun();
  await write(one.workspace, one.id, 'C2', { depth: 'brief', briefNote: 'The plan  holds.' });
  const { user, press } = await shown(one);
  await user.type(note(), 'the plan holds');
  expect(pointedOut()).toHaveLength(0);
  await press('.');
  expect(pointedOut()[0]).toHaveTextContent(/^The same words as for Ben C today\.$/);
  expect(note()).toHaveAccessibleDescription(/The same words as for Ben C today\./);
  await waitFor(() => expect(said()).toBe('The same words as for Ben C today.'));
  await press('{Control>}{Enter}{/Control}');
  await act(() => one.workspace.queue.flush());
  expect(partOf(one, 'C1')).toMatchObject({ account: 'discussed', briefNote: 'the plan holds.' });
});

it('the same words as last time are pointed out', async () => {
  const { workspace, priya, id } = await begun();
  const { id: _, childRef: __, settled, ...ready } = readyBrief({ briefNote: 'The plan holds.' });
  await write(workspace, id, 'C1', ready);
  const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
  await endSession(workspace, id, there);
  expect((await finaliseChild(workspace, id, ref('C1'))).outcome).toBe('finalised');
  (workspace.ports as TestPorts).goTo('2026-12-14T10:00:00.000Z'); // made by testPorts
  const { user } = await shown({ workspace, id: await startSession(workspace, priya) });
  await user.type(note(), 'The plan holds.');
  expect(pointedOut()[0]).toHaveTextContent(/^The same words as last time\.$/);
  await user.type(note(), ' She paints.');
  expect(pointedOut()).toHaveLength(0);
});

it('in depth, the questions can be read beside the text', async () => {
  const one = await begun();
  await write(one.workspace, one.id, 'C1', { depth: 'inDepth' });
  await shown(one);
  const beside = screen.getByRole('region', { name: 'To read beside the notes' });
  const prompts = within(beside).getByText('Prompts').closest('details');
  expect(prompts).not.toHaveAttribute('open');
  expect(prompts).toHaveTextContent('What is it like to be this child?');
  expect(prompts).toHaveTextContent('what else might explain it?');
  expect(prompts).toHaveTextContent('Motivational Social Work');
});

it('the bar says who, how far and how long, with the ways to pause and to end', async () => {
  await shown(await begun());
  expect(screen.getByText('0 of 3 accounted for', { exact: false })).toBeVisible();
  expect(screen.getByText('0 minutes of 3 hours')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Pause' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'End the session' })).toBeVisible();
});
