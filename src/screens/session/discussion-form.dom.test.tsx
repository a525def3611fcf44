import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { discussionFields, isOfferedAt } from '#domain/records/discussion-fields.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { findPart, findSession } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { readyInDepth, ref } from '../../../test/builders.ts';
import { everyAnswer } from '../../../test/every-answer.ts';
import {
  aWorkspace,
  givePriya,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { agendaOf } from './agenda.ts';
import { DiscussionForm } from './discussion-form.tsx';

async function begun(depth: '' | 'brief' | 'inDepth', profileId?: string, over: object = {}) {
  const workspace = await aWorkspace(testPorts(), profileId);
  const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Amina Khan' }]);
  const id = await startSession(workspace, priya);
  await write(workspace, id, 'C1', { depth, ...over });
  return { workspace, priya, id };
}

function shown({ workspace, id }: { workspace: Workspace; id: string }) {
  const session = findSession(workspace, id)?.body;
  const [item] = session ? agendaOf(workspace, session) : [];
  if (!session || !item) throw new Error('no session');
  const { container } = render(
    <WorkspaceContext value={workspace}>
      <DiscussionForm session={session} item={item} byCommand={false} onDone={() => {}} />
    </WorkspaceContext>,
  );
  return { container, user: userEvent.setup() };
}

const partOf = ({ workspace, id }: { workspace: Workspace; id: string }) =>
  findPart(workspace, id, 'C1')?.part;

/** What stands in the form, in its order, without what a closed part hides. */
function inOrder(container: HTMLElement): readonly string[] {
  const fields = container.querySelectorAll('textarea, select, input, button');
  return [...fields]
    .filter((field) => !field.closest('details:not([open])'))
    .flatMap((field) => {
      const name = (field as HTMLInputElement).name || field.textContent || '';
      return name.replace('children.0.', '');
    })
    .filter((name, at, all) => all.indexOf(name) === at);
}

const details = (container: HTMLElement) => [...container.querySelectorAll('details')];

it('a brief check-in asks for three things on top; the rest is under one closed More', async () => {
  const one = await begun('brief');
  const { container } = shown(one);
  expect(inOrder(container)).toEqual([
    'depth',
    'briefNote',
    'onTrack',
    'Add a decision',
    'Add an action',
    'Discussed: go to next',
  ]);
  const more = screen.getByText('More').closest('details');
  expect(more).not.toHaveAttribute('open');
  const all = discussionFields.filter(isOfferedAt('brief'));
  const offered = all.filter(({ form }) => form === undefined).map(({ key }) => key);
  for (const key of offered)
    expect(container.querySelectorAll(`[name="children.0.${key}"]`).length, key).toBeGreaterThan(0);
  for (const key of ['analysis', 'dynamicsWhy', 'goodLooksLike'])
    expect(container.querySelector(`[name="children.0.${key}"]`), key).toBeNull();
});

it('Swindon asks what it is like to be this child on top too', async () => {
  const { container } = shown(await begun('brief', 'swindon-000'));
  expect(inOrder(container).slice(0, 4)).toEqual([
    'depth',
    'briefNote',
    'childExperience',
    'onTrack',
  ]);
});

it('in depth the seven stand first, and what is closed says how much of it is written', async () => {
  const one = await begun('inDepth');
  const { container, user } = shown(one);
  const order = inOrder(container);
  expect(order.slice(0, 11)).toEqual([
    'depth',
    'childExperience',
    'childVoice',
    'worries',
    'protective',
    'analysis',
    'onTrack',
    'Add a decision',
    'noDecisions',
    'Add an action',
    'noActions',
  ]);
  const titles = details(container).map((each) => each.querySelector('summary')?.textContent);
  expect(titles.slice(0, 5)).toEqual([
    'What difference it makes, and the pace: 0 of 4 written',
    'Hypotheses and evidence: 0 of 1 written',
    'The family and what works against change',
    'Outcomes: 0 of 6 written',
    'Extra time needed',
  ]);
  await user.selectOptions(screen.getByLabelText('Drift or delay'), 'Some');
  await user.type(screen.getByLabelText('What difference is the work making?'), ' x ');
  expect(screen.getByText('What difference it makes, and the pace: 2 of 4 written')).toBeVisible();
  for (const { key, form } of discussionFields.filter(isOfferedAt('inDepth')))
    if (key !== 'hypotheses' && form === undefined)
      expect(container.querySelector(`[name="children.0.${key}"]`), key).not.toBeNull();
});

it('what was written is open, and a choice can be taken back', async () => {
  const one = await begun('inDepth', undefined, { ...everyAnswer, depth: 'inDepth' });
  const { container, user } = shown(one);
  expect(details(container).filter(({ open }) => open)).toHaveLength(5);
  const risk = screen.getByLabelText('Risk, compared with last time');
  expect(risk).toHaveValue('higher');
  await user.selectOptions(risk, 'Not answered');
  await user.click(screen.getByRole('checkbox', { name: 'Disguised compliance' }));
  await one.workspace.queue.flush();
  expect(partOf(one)).toMatchObject({ riskLevel: '', dynamics: ['dangerous'], complex: true });
});

it('the basics are shown with their day or not held, and answered by the supervisor alone', async () => {
  const one = await begun('inDepth');
  shown(one);
  expect(screen.getByText('Seen, review, plan and assessment: no date held.')).toBeVisible();
  const plan = screen.getByLabelText('Is there a plan, and is it up to date?');
  expect(plan).toHaveValue('');
  expect(plan).toHaveAccessibleDescription('Plan not held.');
});

it('hypotheses are added, written and removed by the keyboard, each box saying whose it is', async () => {
  const one = await begun('inDepth');
  const { user } = shown(one);
  const section = screen.getByRole('group', { name: 'Hypotheses', hidden: true });
  const add = within(section).getByRole('button', { name: 'Add a hypothesis', hidden: true });
  for (const text of ['Fear of him', 'School']) {
    add.focus();
    await user.keyboard('{Enter}');
    await user.keyboard(text);
  }
  const against = screen.getByLabelText('What speaks against it (hypothesis 2)');
  await user.type(against, 'Holidays too');
  await user.selectOptions(screen.getByLabelText('Where it stands (hypothesis 1)'), 'Discounted');
  await one.workspace.queue.flush();
  expect(partOf(one)?.hypotheses).toMatchObject([
    { statement: 'Fear of him', status: 'discounted' },
    { statement: 'School', evidenceAgainst: 'Holidays too', status: 'open' },
  ]);
  screen.getByText('Remove hypothesis 1').focus();
  await user.keyboard('{Enter}');
  await one.workspace.queue.flush();
  expect(partOf(one)?.hypotheses).toMatchObject([{ statement: 'School' }]);
});

it('the open hypotheses of last time can be brought in, as new rows', async () => {
  const one = await begun('inDepth');
  const { workspace, priya, id } = one;
  const { id: _, childRef: __, settled, ...ready } = readyInDepth(everyAnswer);
  const [first, second] = ready.hypotheses;
  if (!first || !second) throw new Error('two of them');
  const hypotheses = [first, { ...second, status: 'accepted' as const }];
  await write(workspace, id, 'C1', { ...ready, hypotheses });
  const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
  await endSession(workspace, id, there);
  expect((await finaliseChild(workspace, id, ref('C1'))).outcome).toBe('finalised');
  (workspace.ports as TestPorts).goTo('2026-12-14T10:00:00.000Z'); // made by testPorts
  const next = await startSession(workspace, priya);
  await write(workspace, next, 'C1', { depth: 'inDepth' });
  const { user } = shown({ workspace, id: next });
  await user.click(screen.getByText('Bring in the open hypotheses of last time'));
  await workspace.queue.flush();
  const brought = partOf({ workspace, id: next })?.hypotheses;
  expect(brought).toMatchObject([{ statement: 'She is afraid of him', status: 'open' }]);
  expect(brought?.[0]?.id).not.toBe('h1');
});

it('extra time is said to be on no record, and an action can be an immediate safeguarding one', async () => {
  const one = await begun('brief');
  const { user } = shown(one);
  expect(screen.getByText('Working notes: on no child’s record')).toBeInTheDocument();
  await user.click(screen.getByLabelText('Interpreter'));
  await user.click(screen.getByRole('button', { name: 'Add an action' }));
  await user.click(screen.getByLabelText('Immediate safeguarding action (action 1)'));
  await one.workspace.queue.flush();
  expect(partOf(one)).toMatchObject({
    extraTime: ['interpreter'],
    actions: [{ immediateSafeguarding: true }],
  });
});

it('nothing of it is required: marked as discussed with a depth and a sentence', async () => {
  const one = await begun('brief');
  const { user } = shown(one);
  await user.type(screen.getByLabelText('Brief note'), 'Settled.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await one.workspace.queue.flush();
  expect(partOf(one)?.account).toBe('discussed');
});

it('what a policy’s own form asks is offered where the policy has it, and nowhere else', async () => {
  const keys = discussionFields.flatMap(({ key, form }) => (form ? [key] : []));
  const named = (container: HTMLElement) =>
    keys.filter((key) => container.querySelector(`[name="children.0.${key}"]`));
  expect(named(shown(await begun('brief', 'bracknell-003')).container)).toEqual(keys);
  expect(named(shown(await begun('inDepth', 'bracknell-003')).container)).toEqual(keys);
  expect(named(shown(await begun('inDepth')).container)).toEqual([]);
});

it('shows what is stored, also where it was handed how the record stood before', async () => {
  const one = await begun('brief', undefined, { briefNote: 'One save ago' });
  const session = findSession(one.workspace, one.id)?.body;
  const [older] = session ? agendaOf(one.workspace, session) : [];
  if (!session || !older) throw new Error('no session');
  await write(one.workspace, one.id, 'C1', { briefNote: 'One save ago, and this' });
  render(
    <WorkspaceContext value={one.workspace}>
      <DiscussionForm session={session} item={older} byCommand={false} onDone={() => {}} />
    </WorkspaceContext>,
  );
  expect(screen.getByLabelText('Brief note')).toHaveValue('One save ago, and this');
});
