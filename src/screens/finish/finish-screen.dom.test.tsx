import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { DiscussionChild } from '#domain/records/discussion.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { changeSettings } from '#storage/settings.ts';
import { closeSitting, openSitting } from '#storage/signing/sitting.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll, updated } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { readyBrief, recordId } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  passphrase,
  quickDerive,
  type TestPorts,
  write,
} from '../../../test/workspaces.ts';
import { FinishScreen } from './finish-screen.tsx';

const { id: _id, childRef: _ref, settled: _settled, ...brief } = readyBrief();
const significant: DiscussionChild['decisions'] = [
  {
    id: recordId('dec'),
    text: 'Ask for a conference',
    rationale: 'Two missed checks',
    significance: 'significant',
    changesDirection: false,
    decidedAt: '2026-11-20T16:10:00.000Z',
  },
];

/** Grace and Kayla are ready, Kayla with a significant decision; Ben’s record lacks two things. */
async function ended() {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [
    { reference: 'C1', name: 'Grace H' },
    { reference: 'C2', name: 'Ben H' },
    { reference: 'C3', name: 'Kayla L' },
  ]);
  const session = await startSession(workspace, priya);
  await write(workspace, session, 'C1', brief);
  await write(workspace, session, 'C2', { ...brief, briefNote: '', onTrack: '' });
  await write(workspace, session, 'C3', { ...brief, decisions: significant, noDecisions: false });
  (workspace.ports as TestPorts).goTo('2026-11-20T17:10:00Z'); // made by testPorts
  const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
  await endSession(workspace, session, there);
  return { workspace, session, priya };
}

function show({ workspace, session }: { workspace: Workspace; session: string }) {
  const navigate = vi.fn();
  render(
    <WorkspaceContext value={workspace}>
      <NavigateContext value={navigate}>
        <FinishScreen sessionId={session} />
      </NavigateContext>
    </WorkspaceContext>,
  );
  return { user: userEvent.setup(), navigate };
}

const open = (workspace: Workspace) =>
  openSitting(workspace, { type: 'passphrase', passphrase, derive: quickDerive });
const signing = () => screen.findByRole('region', { name: 'Sign the records of this session' });

describe('the records to finish', () => {
  it('a significant one stands first, with its hours and the time', async () => {
    const made = await ended();
    show(made);
    const [, ...rows] = within(
      screen.getByRole('table', { name: '3 records to finish' }),
    ).getAllByRole('row');
    expect(rows[0]).toHaveTextContent('Kayla L');
    expect(rows[0]).toHaveTextContent('24 hours: due tomorrow at 4:10pm, 23 hours left');
    expect(rows[1]).toHaveTextContent(/due .*27 November 2026, 5 working days left/);
  });

  it('all that are ready are finalised, and the others are named with what is missing', async () => {
    const made = await ended();
    const { user } = show(made);
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Finalise all that are ready (2)' }));
    const list = await screen.findByRole('alert');
    expect(list.parentElement).toHaveFocus();
    expect(document.title).toMatch(/^Error: /);
    const ben = within(list).getByRole('region', { name: 'Ben H' });
    expect([...ben.querySelectorAll('a')].map(({ textContent }) => textContent)).toEqual([
      'Write one sentence about this child (Ben H)',
      'Choose whether the plan is on track (Ben H)',
    ]);
    expect(within(list).getAllByRole('region')).toHaveLength(1);
    expect(
      bodies(made.workspace, 'childRecords')
        .map(({ child }) => child.name)
        .toSorted(),
    ).toEqual(['Grace H', 'Kayla L']);
    // It follows what is written meanwhile, and goes when nothing is missing.
    await act(() => write(made.workspace, made.session, 'C2', { briefNote: 'Well.' }));
    expect(ben.querySelectorAll('a')).toHaveLength(1);
    await act(() => write(made.workspace, made.session, 'C2', { onTrack: 'yes' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.title).not.toMatch(/^Error: /);
  });

  it('each line is a way to the child’s field on the session screen', async () => {
    const made = await ended();
    const { user, navigate } = show(made);
    await user.click(screen.getByRole('button', { name: 'Finalise all that are ready (2)' }));
    await user.click(await screen.findByRole('link', { name: /^Choose whether the plan/ }));
    const [ben] = findAll(made.workspace, 'children', ({ name }) => name === 'Ben H');
    expect(navigate).toHaveBeenCalledWith(`/sessions/${made.session}/${ben?.id}`);
    const field = document.createElement('input');
    const at = findAll(made.workspace, 'discussions', ({ children }) =>
      children.some(({ childRef }) => childRef === 'C2'),
    )[0]?.body.children.findIndex(({ childRef }) => childRef === 'C2');
    field.id = `case-children-${at}-onTrack`;
    document.body.append(field); // the session screen draws its form a moment later
    await waitFor(() => expect(field).toHaveFocus());
    field.remove();
  });

  it('one alone is finalised without a word of the others', async () => {
    const made = await ended();
    const { user } = show(made);
    await user.click(screen.getByRole('button', { name: /^Finalise.*Grace H$/ }));
    expect(await screen.findByRole('link', { name: 'Grace H' })).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('signing', () => {
  async function toSign() {
    const made = await ended();
    for (const childRef of ['C1', 'C3'])
      await finaliseChild(made.workspace, made.session, childRef);
    return made;
  }

  it('nothing is asked before something is finalised', async () => {
    show(await ended());
    await act(async () => {});
    expect(screen.queryByText(/Sign the records/)).toBeNull();
  });

  it('asks for the passphrase first, and names what is signed', async () => {
    show(await toSign());
    expect(await signing()).toHaveTextContent(
      /2 records not signed: .*A record does not wait for its signature/,
    );
    expect(await signing()).toHaveTextContent('Grace H');
    expect(await screen.findByLabelText('Passphrase or recovery key')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Sign 2 records' })).toBeNull();
  });

  it('one tick and one button for all of them, said with name, time and level', async () => {
    const made = await toSign();
    await open(made.workspace);
    const { user } = show(made);
    const button = await screen.findByRole('button', { name: 'Sign 2 records' });
    await waitFor(() => expect(button).toBeEnabled());
    await user.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent('Tick that you agree');
    expect(bodies(made.workspace, 'staffSignatures')).toEqual([]);
    await user.click(
      screen.getByLabelText('I agree this is a record of what we discussed', { exact: false }),
    );
    await user.click(button);
    expect(
      await screen.findByText(
        'Signed by Sam Lee on 20 November 2026 at 5:10pm (level 1): 2 records.',
      ),
    ).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Sign the records of this session' })).toHaveFocus();
    expect(screen.queryByRole('button', { name: /^Sign \d/ })).toBeNull();
    expect(screen.getByRole('link', { name: 'Grace H' }).closest('li')).toHaveTextContent(
      'Grace H, to record in Mosaic, signed',
    );
  });

  it('what is finalised afterwards is not signed, and can be', async () => {
    const made = await toSign();
    await open(made.workspace);
    const { user } = show(made);
    await user.click(await screen.findByLabelText('I agree', { exact: false }));
    await user.click(screen.getByRole('button', { name: 'Sign 2 records' }));
    await screen.findByText(/level 1\): 2 records/);
    await act(async () => {
      await write(made.workspace, made.session, 'C2', { briefNote: 'Well.', onTrack: 'yes' });
      await finaliseChild(made.workspace, made.session, 'C2');
    });
    expect(await screen.findByText(/1 record not signed: Ben H/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Ben H' }).closest('li')).toHaveTextContent(
      /, not signed$/,
    );
    // Asked for again: an old tick is none for this record.
    expect(await screen.findByLabelText('I agree', { exact: false })).not.toBeChecked();
  });

  it('the form goes when the half hour is over', async () => {
    const made = await toSign();
    await open(made.workspace);
    show(made);
    await screen.findByRole('button', { name: 'Sign 2 records' });
    act(() => closeSitting(made.workspace));
    expect(screen.queryByRole('button', { name: 'Sign 2 records' })).toBeNull();
  });

  it('says what the signature is worth, and what it is not', async () => {
    show(await toSign());
    const worth = (await screen.findByText('What this signature is worth')).closest('details');
    expect(worth).toHaveTextContent('It does not prove who was at the keyboard, nor the time');
    expect(worth).toHaveTextContent('not a qualified or advanced electronic signature');
  });

  it('one that is not valid is said, and counts as not signed', async () => {
    const made = await toSign();
    await open(made.workspace);
    const { user } = show(made);
    await user.click(await screen.findByLabelText('I agree', { exact: false }));
    await user.click(screen.getByRole('button', { name: 'Sign 2 records' }));
    await screen.findByText(/level 1\): 2 records/);
    const [row] = findAll(made.workspace, 'childSignatures', ({ childRef }) => childRef === 'C1');
    if (!row) throw new Error('not signed');
    await act(() =>
      made.workspace.change(() => [updated(row, { ...row.body, signerName: 'Jo Field' })]),
    );
    expect(await screen.findByText(/A signature under Grace H is not valid/)).toBeVisible();
    expect(screen.getByText(/1 record not signed: Grace H/)).toBeVisible();
    expect(screen.queryByText(/Jo Field/)).toBeNull();
  });

  it('the practitioner is not asked to sign for her supervisor', async () => {
    const made = await toSign();
    await changeSettings(made.workspace, { me: made.priya });
    show(made);
    await act(async () => {});
    expect(screen.queryByText(/not signed: /)).toBeNull();
  });
});
