import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { buildChildExport } from '#exchange/text/child-exports.ts';
import { newAnswer, recordsAwaiting } from '#storage/agreeing/agreeing.ts';
import { responsesTo } from '#storage/agreeing/agreeing-reads.ts';
import { amendRecord, finaliseChild } from '#storage/child-file/child-records.ts';
import { findSession, noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { changeSettings } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { updated } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { AgreeScreen } from './agree-screen.tsx';

const { id: _id, childRef: _ref, settled: _settled, ...brief } = readyBrief();

/** Two children discussed and finalised; the notes finalised as they were before they had a record. */
async function finalised() {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, [
    { reference: 'C1', name: 'Grace H' },
    { reference: 'C2', name: 'Ben C' },
  ]);
  const sessionId = await startSession(workspace, priya);
  for (const ref of ['C1', 'C2']) await write(workspace, sessionId, ref, brief);
  await endSession(workspace, sessionId, {
    practitionerPresent: true,
    supervisorPresent: true,
    othersPresent: '',
  });
  for (const ref of ['C1', 'C2']) await finaliseChild(workspace, sessionId, ref);
  const note = noteOf(workspace, sessionId);
  if (!note) throw new Error('no notes');
  const written = { text: 'We talked about leave.', finalisedAt: workspace.now };
  await workspace.change(() => [updated(note, { ...note.body, ...written })]);
  const records = [...workspace.set.all('childRecords').values()].map(({ body }) => body);
  return { workspace, priya, sessionId, records };
}

/** The same records on the practitioner's device. */
async function onPriyasDevice() {
  const made = await finalised();
  await changeSettings(made.workspace, { me: made.priya });
  return made;
}

const show = (workspace: Workspace, sessionId: string) =>
  render(
    <WorkspaceContext value={workspace}>
      <AgreeScreen sessionId={sessionId} />
    </WorkspaceContext>,
  );

const saved = async (workspace: Workspace, sessionId: string) => {
  await act(() => workspace.queue.flush());
  return responsesTo(await openAgain(workspace), sessionId);
};

const agree = 'I have read this and agree it is a record of what we discussed';
const disagree = 'I have read this and do not agree, because …';

describe('the practitioner’s device', () => {
  it('shows each record as its text, the notes too, and says when an answer is suggested', async () => {
    const { workspace, sessionId, records } = await onPriyasDevice();
    show(workspace, sessionId);
    for (const record of records) {
      const section = screen.getByRole('region', { name: record.child.name });
      const text = buildChildExport('caseSystemText', { record, amendments: [], marks: [] });
      expect(section.textContent).toContain(text);
      expect(section).toHaveTextContent(`Goes on ${record.child.name}’s record`);
    }
    expect(screen.getByText('We talked about leave.')).toBeVisible();
    expect(screen.getByText(/Waiting for you since 20 November 2026\./)).toHaveTextContent(
      'An answer by Friday 27 November 2026 is suggested, 5 working days after it was finalised. Nothing waits for it.',
    );
    expect(document.title).not.toMatch(/Grace|Ben|Priya/);
    expect(screen.getByRole('link', { name: /Send it to Sam Lee/ })).toHaveAttribute(
      'href',
      '/handover',
    );
  });

  it('reading writes nothing; the first key does, and it is there after a way back', async () => {
    const { workspace, sessionId } = await onPriyasDevice();
    const { unmount } = show(workspace, sessionId);
    expect(await screen.findByRole('button', { name: 'Answer' })).toBeVisible();
    expect(await saved(workspace, sessionId)).toEqual([]);
    await userEvent.type(screen.getByLabelText(/Comments/), 'Half a sent');
    await waitFor(() => expect(responsesTo(workspace, sessionId)).toHaveLength(1));
    expect(screen.getByLabelText(/Comments/)).toHaveFocus();
    await userEvent.keyboard('ence');
    unmount();
    expect(await saved(workspace, sessionId)).toMatchObject([
      { comments: 'Half a sentence', answeredAt: '', read: [] },
    ]);
    show(workspace, sessionId);
    expect(await screen.findByLabelText(/Comments/)).toHaveValue('Half a sentence');
  });

  it('answering fixes it, covers what was shown, and says when', async () => {
    const { workspace, sessionId, records } = await onPriyasDevice();
    show(workspace, sessionId);
    await userEvent.type(await screen.findByLabelText(/Comments/), 'A good hour.');
    await userEvent.click(screen.getByLabelText(agree));
    await userEvent.click(screen.getByRole('button', { name: 'Answer' }));
    const given = await screen.findByRole('region', { name: 'Answers given' });
    expect(given).toHaveTextContent('Read, and agreed as a record of what was discussed');
    expect(given).toHaveTextContent('10:00am on Friday 20 November 2026');
    expect(given).toHaveTextContent('A good hour.');
    expect(screen.queryByRole('button', { name: 'Answer' })).toBeNull();
    expect(screen.getByText('Agreed by you on 20 November 2026.')).toBeVisible();
    const [response, ...more] = await saved(workspace, sessionId);
    expect(more).toEqual([]);
    expect(response).toMatchObject({ stance: 'agreed', comments: 'A good hour.' });
    expect(response?.read).toHaveLength(records.length + 1);
  });

  it('[FIN7] with two versions of the comments it leads to the choice, and is given after it', async () => {
    const { workspace, sessionId } = await onPriyasDevice();
    const { unmount } = show(workspace, sessionId);
    await userEvent.type(await screen.findByLabelText(/Comments/), 'Mine');
    await userEvent.click(screen.getByLabelText(agree));
    unmount();
    await saved(workspace, sessionId);
    const clashes = [{ path: 'comments', ours: 'Mine', theirs: 'From the other device' }];
    const [held] = [...workspace.set.all('responses').values()];
    if (!held) throw new Error('no answer');
    await workspace.change(() => [updated(held, { ...held.body, clashes } as typeof held.body)]);
    show(workspace, sessionId);
    await userEvent.click(await screen.findByRole('button', { name: 'Answer' }));
    const choose = 'Choose between the two versions of this text';
    await userEvent.click(await screen.findByRole('link', { name: choose }));
    expect(screen.getByRole('region', { name: 'Two versions' })).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Keep the other' }));
    await waitFor(() =>
      expect(screen.getByLabelText(/Comments/)).toHaveValue('From the other device'),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Answer' }));
    const given = await screen.findByRole('region', { name: 'Answers given' });
    expect(given).toHaveTextContent('From the other device');
  });

  it('asks for a choice and a reason, and keeps what was typed', async () => {
    const { workspace, sessionId } = await onPriyasDevice();
    show(workspace, sessionId);
    await userEvent.click(await screen.findByRole('button', { name: 'Answer' }));
    expect(
      within(await screen.findByRole('alert')).getByRole('link', {
        name: 'Select whether you agree',
      }),
    ).toBeVisible();
    await userEvent.click(screen.getByLabelText(disagree));
    await userEvent.click(screen.getByRole('button', { name: 'Answer' }));
    expect(await screen.findByRole('link', { name: 'Write why you do not agree' })).toBeVisible();
    await userEvent.type(screen.getByLabelText('Because'), 'It was Tuesday.');
    await userEvent.click(screen.getByRole('button', { name: 'Answer' }));
    expect(await screen.findByText('Read, and not agreed')).toBeVisible();
    expect(await saved(workspace, sessionId)).toMatchObject([
      { stance: 'notAgreed', because: 'It was Tuesday.' },
    ]);
  });

  it('a correction that comes later is to be answered anew, and the old answer stays', async () => {
    const { workspace, sessionId, records } = await onPriyasDevice();
    show(workspace, sessionId);
    await userEvent.click(await screen.findByLabelText(agree));
    await userEvent.click(screen.getByRole('button', { name: 'Answer' }));
    await screen.findByText('Agreed by you on 20 November 2026.');
    const [grace] = records.filter(({ child }) => child.name === 'Grace H');
    if (!grace) throw new Error('no record');
    (workspace.ports as TestPorts).goTo('2026-11-23T10:00:00Z');
    await act(() => amendRecord(workspace, grace, { text: 'Her aunt.', reason: 'Wrong person' }));
    const section = await screen.findByRole('region', { name: 'Grace H' });
    expect(section).toHaveTextContent('Corrected since you answered.');
    expect(section).toHaveTextContent('Her aunt.');
    expect(screen.queryByRole('region', { name: 'Ben C' })).toBeNull();
    expect(screen.getByText(/then changed: waiting again since 23 November 2026/)).toBeVisible();
    expect(screen.getByLabelText(agree)).not.toBeChecked();
    await userEvent.click(screen.getByLabelText(agree));
    await userEvent.click(screen.getByRole('button', { name: 'Answer' }));
    await screen.findByText('Agreed by you on 23 November 2026.');
    const answers = await saved(workspace, sessionId);
    expect(answers.map(({ read }) => read.length).toSorted()).toEqual([1, 3]);
    expect(recordsAwaiting(workspace, sessionId)).toEqual([]);
  });

  it('offers nothing to end the wait with', async () => {
    const { workspace, sessionId } = await onPriyasDevice();
    show(workspace, sessionId);
    expect(await screen.findByRole('button', { name: 'Answer' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'End the wait' })).toBeNull();
  });
});

describe('the supervisor’s device', () => {
  it('shows the state and no way to answer', async () => {
    const { workspace, sessionId } = await finalised();
    show(workspace, sessionId);
    expect(screen.getByText(/Waiting for Priya Shah since 20 November 2026\./)).toBeVisible();
    expect(screen.getByText(/goes into Mosaic in its own time, answered or not/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Answer' })).toBeNull();
    expect(screen.queryByLabelText(agree)).toBeNull();
    expect(screen.queryByLabelText(/Comments/)).toBeNull();
  });

  it('shows what she said, and a draft of hers stays hers', async () => {
    const { workspace, sessionId, priya } = await finalised();
    const session = findSession(workspace, sessionId)?.body;
    if (!session) throw new Error('no session');
    await changeSettings(workspace, { me: priya });
    const draft = { ...newAnswer(workspace, session), comments: 'not given yet' };
    const given = {
      ...newAnswer(workspace, session),
      comments: 'We ran over.',
      stance: 'notAgreed' as const,
      because: 'It was Tuesday.',
      answeredAt: '2026-11-23T09:00:00.000Z',
    };
    for (const body of [draft, given])
      workspace.draft({ collection: 'responses', id: body.id, body });
    await workspace.queue.flush();
    await changeSettings(workspace, { me: session.supervisorRef });
    show(workspace, sessionId);
    const answers = screen.getByRole('region', { name: 'Answers given' });
    expect(answers).toHaveTextContent('Read, and not agreed');
    expect(answers).toHaveTextContent('Because: It was Tuesday.');
    expect(answers).toHaveTextContent('Comments: We ran over.');
    expect(screen.queryByText(/not given yet/)).toBeNull();
  });

  it('ends the wait with a reason, and leaves the response alone', async () => {
    const { workspace, sessionId } = await finalised();
    show(workspace, sessionId);
    await userEvent.click(screen.getByText('Agreement not obtained'));
    await userEvent.click(screen.getByRole('button', { name: 'End the wait' }));
    expect(
      await screen.findByRole('link', { name: 'Write why the agreement was not obtained' }),
    ).toBeVisible();
    await userEvent.type(
      screen.getByLabelText('Agreement not obtained, because'),
      'She has left the council.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'End the wait' }));
    expect(
      await screen.findByText(
        'Agreement not obtained, said on 20 November 2026, because: She has left the council.',
      ),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'End the wait' })).toBeNull();
    expect(await saved(workspace, sessionId)).toEqual([]);
    expect(findSession(workspace, sessionId)?.body.notAgreedBecause).toBe(
      'She has left the council.',
    );
  });
});

it('a session that is not here is said', async () => {
  const workspace = await aWorkspace();
  show(workspace, 'no such session');
  expect(screen.getByRole('heading', { name: 'Session not found' })).toBeVisible();
});

it('nothing of it is printed: two files stand on one page', async () => {
  const { workspace, sessionId, records } = await finalised();
  const { container } = show(workspace, sessionId);
  const printed = container.querySelector('.fp-not-printed');
  for (const { child } of records) expect(printed).toHaveTextContent(child.name);
  expect(screen.getByRole('main').textContent).toBe(
    `Agreement of the record${printed?.textContent}`,
  );
});
