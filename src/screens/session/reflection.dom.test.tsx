import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { findPart, findSession } from '#storage/session/session-reads.ts';
import { startSession } from '#storage/session/sessions.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { aWorkspace, givePriya, write } from '../../../test/workspaces.ts';
import { agendaOf } from './agenda.ts';
import { DiscussionForm } from './discussion-form.tsx';

async function shown(depth: 'brief' | 'inDepth', over: object = {}) {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Amina Khan' }]);
  const id = await startSession(workspace, priya);
  await write(workspace, id, 'C1', { depth, ...over });
  const session = findSession(workspace, id)?.body;
  const [item] = session ? agendaOf(workspace, session) : [];
  if (!session || !item) throw new Error('no session');
  render(
    <WorkspaceContext value={workspace}>
      <DiscussionForm session={session} item={item} byCommand={false} onDone={() => {}} />
    </WorkspaceContext>,
  );
  const part = async () => {
    await workspace.queue.flush();
    return findPart(workspace, id, 'C1')?.part;
  };
  return { user: userEvent.setup(), part };
}

/** It is fetched first, which takes longer on a busy machine. */
const model = () => screen.findByLabelText('Model', {}, { timeout: 10_000 });

it('a model is chosen and its steps typed; another one keeps what was typed', async () => {
  const { user, part } = await shown('inDepth');
  await user.selectOptions(await model(), 'gibbs');
  await user.type(await screen.findByLabelText('Description'), ' A visit ');
  await user.selectOptions(await model(), 'kolb');
  await user.type(await screen.findByLabelText('Experience'), 'She hid');
  expect(screen.queryByLabelText('Description')).toBeNull();
  const { reflection } = (await part()) ?? {};
  expect(reflection?.model).toBe('kolb');
  const typed = reflection?.steps.filter(({ text }) => text !== '');
  expect(typed).toEqual([
    { id: 'gibbs.description', key: 'description', text: ' A visit ' },
    { id: 'kolb.experience', key: 'experience', text: 'She hid' },
  ]);
  await user.selectOptions(await model(), 'gibbs');
  expect(await screen.findByLabelText('Description')).toHaveValue(' A visit ');
}, 20_000);

it('a step that has a field already leads to it, and opens what it stands in', async () => {
  const { user } = await shown('inDepth');
  await user.selectOptions(await model(), 'outcomes');
  await user.click(await screen.findByRole('button', { name: 'What they want to achieve' }));
  const field = screen.getByLabelText('What they want to achieve');
  expect(field).toHaveFocus();
  expect(field.closest('details')).toHaveAttribute('open');
});

it('is open where a model was chosen, and not there in a brief check-in', async () => {
  await shown('inDepth', { reflection: { model: 'luuutt', steps: [] } });
  const summary = screen.getByText('A model to think by');
  expect(summary.closest('details')).toHaveAttribute('open');
  expect(await model()).toHaveValue('luuutt');
});

it('a brief check-in has none', async () => {
  await shown('brief');
  expect(screen.queryByText('A model to think by')).toBeNull();
});
