import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { StaffRef } from '#domain/ids.ts';
import { Preparation } from '#domain/records/preparation.ts';
import type { Session } from '#domain/records/session.ts';
import { agendaNow } from '#storage/agenda/agenda.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { planSession } from '#storage/session/sessions.ts';
import { changeSettings } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, findAll, updated } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { StatusRegion } from '#ui/status-region.tsx';
import { aWorkspace, givePriya, openAgain, testPorts } from '../../../test/workspaces.ts';
import { AgendaScreen } from './agenda-screen.tsx';

const four = [
  { reference: 'C1', name: 'Ada B' },
  { reference: 'C2', name: 'Ben C', familyRef: 'F' },
  { reference: 'C3', name: 'Zoe C', familyRef: 'F' },
  { reference: 'C4', name: 'Cal D' },
];

interface Given {
  /** References of the greatest worries, in the practitioner's order. */
  readonly worries?: readonly string[];
  readonly profile?: object;
  readonly asPriya?: boolean;
}

async function shown({ worries = [], profile, asPriya }: Given = {}) {
  const workspace = await aWorkspace(testPorts('2026-11-20T09:32:00.000Z'));
  const priya = await givePriya(workspace, four);
  const id = await planSession(workspace, priya, '2026-11-25');
  if (worries.length > 0) await share(workspace, priya, worries);
  if (profile) await changeProfile(workspace, profile);
  if (asPriya) await changeSettings(workspace, { alsoMe: [priya], supervisorRef: 'me' });
  render(
    <WorkspaceContext value={workspace}>
      <NavigateContext value={() => {}}>
        <StatusRegion resting="" now={() => 0}>
          <AgendaScreen sessionId={id} />
        </StatusRegion>
      </NavigateContext>
    </WorkspaceContext>,
  );
  await screen.findByRole('table', { name: 'Every open case' });
  return { workspace, priya, id, user: userEvent.setup() };
}

async function share(workspace: Workspace, priya: StaffRef, worries: readonly string[]) {
  const at = '2026-11-19T14:41:00.000Z';
  const body = Preparation.parse({
    ...{ id: 'p1', superviseeRef: priya, supervisorRef: 'me', createdBy: priya },
    ...{ createdAt: at, sharedAt: at },
    worries: worries.map((ref) => ({ id: ref, childRef: ref })),
  });
  await workspace.change(() => [created('preparations', body.id, body)]);
}

const changeProfile = (workspace: Workspace, change: object) =>
  workspace.change(() =>
    findAll(workspace, 'profiles').map((record) => {
      const profile = { ...record.body.profile, ...change };
      return updated(record, { ...record.body, profile });
    }),
  );

async function stored(workspace: Workspace, id: string): Promise<Session> {
  await act(() => workspace.queue.flush());
  const body = findSession(await openAgain(workspace), id)?.body;
  if (!body) throw new Error('no session');
  return body;
}

const plan = () => screen.getByRole('region', { name: 'The plan for the time there is' });
const minutes = () => screen.getByRole('textbox', { name: 'Length of this session in minutes' });
const button = (name: string) => screen.getByRole('button', { name });
const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
const depth = (name: string) => within(screen.getByRole('group', { name: `Depth for ${name}` }));
const choose = (user: ReturnType<typeof userEvent.setup>, name: string, label: string) =>
  user.click(depth(name).getByRole('radio', { name: label }));

function rowOf(name: string): HTMLElement {
  const row = screen.getByRole('rowheader', { name }).closest('tr');
  if (!row) throw new Error(`no row of ${name}`);
  return row;
}

it('is planned again with each change: length, personal part, depths', async () => {
  const { workspace, id, user } = await shown();
  // 15 + 3 × 20 + 8 for the brother or sister.
  expect(plan()).toHaveTextContent('4 children: 4 in depth, 0 brief, 1 hour 23 of 3 hours.');
  expect(plan()).toHaveTextContent('97 minutes unallocated.');
  expect(plan()).toHaveTextContent(
    'Left empty: 180 minutes (the policy’s: Islington 2016, 001:92-95).',
  );
  await user.type(minutes(), '70');
  // Ada and Ben 20 each, Ben’s sister 8 more, Cal brief 4; Cal in depth as well would be 83.
  expect(plan()).toHaveTextContent('4 children: 3 in depth, 1 brief, 1 hour 7 of 1 hour 10.');
  expect(plan()).toHaveTextContent(
    'Zoe C would move to a brief check-in next. 3 minutes unallocated.',
  );
  await user.click(screen.getByRole('checkbox', { name: 'It covers personal supervision too' }));
  expect(plan()).toHaveTextContent('4 children: 0 in depth, 4 brief, 59 minutes of 1 hour 10.');
  expect(plan()).toHaveTextContent(
    'This session needs 5 more minutes for one discussion in depth.',
  );
  await choose(user, 'Cal D', 'In depth');
  expect(plan()).toHaveTextContent('4 children: 1 in depth, 3 brief, 1 hour 15 of 1 hour 10.');
  expect(await stored(workspace, id)).toMatchObject({ minutes: '70', coversPersonal: true });
});

it('a length that is none stays as it was typed, and the policy’s counts', async () => {
  const { workspace, id, user } = await shown();
  await user.type(minutes(), '2 hours');
  expect(minutes()).toHaveAccessibleDescription(
    /^This is not a whole number of minutes\. The plan counts with 180 minutes/,
  );
  expect(plan()).toHaveTextContent('of 3 hours.');
  expect((await stored(workspace, id)).minutes).toBe('2 hours');
});

it('too short: how much, and the session is made longer by a press; the plan has the focus', async () => {
  const { workspace, id, user } = await shown({ worries: ['C1', 'C4', 'C2'] });
  await user.type(minutes(), '60');
  // 15 + 3 × 20 + 2 for the sister of one of them.
  expect(plan()).toHaveTextContent(
    'This session needs 17 more minutes for the discussions in depth.',
  );
  await user.click(button('Make the session 77 minutes'));
  expect(minutes()).toHaveValue('77');
  expect(plan()).not.toHaveTextContent('more minutes');
  expect(screen.getByText(/1 hour 17 of 1 hour 17/).closest('p')).toHaveFocus();
  expect((await stored(workspace, id)).minutes).toBe('77');
});

it('or a brief check-in instead: for whom is named, and its reason is asked for where it is typed', async () => {
  const { workspace, id, user } = await shown({ worries: ['C1', 'C4', 'C2'] });
  await user.type(minutes(), '60');
  await user.click(button('Brief check-in instead for Ben C'));
  expect(depth('Ben C').getByRole('radio', { name: 'Brief check-in' })).toBeChecked();
  const reason = screen.getByRole('textbox', { name: 'Reason for Ben C' });
  expect(reason).toHaveFocus();
  expect(reason).toHaveAccessibleDescription('A brief check-in instead, because …');
  expect(rowOf('Ben C')).toHaveTextContent('Suggested: in depth');
  await user.keyboard('School holidays');
  expect((await stored(workspace, id)).agenda.find(({ childRef }) => childRef === 'C2')).toEqual(
    expect.objectContaining({ depth: 'brief', reason: 'School holidays' }),
  );
});

it('or split in two: a second session is planned, and everyone stays on both agendas', async () => {
  const { workspace, id, user } = await shown({ worries: ['C1', 'C4', 'C2'] });
  await user.type(minutes(), '60');
  await user.click(screen.getByText('Split in two'));
  const date = screen.getByRole('textbox', { name: 'Date of the second session' });
  await user.click(button('Plan the second session'));
  expect(date).toHaveAccessibleDescription(/Enter the date of the second session/);
  await user.type(date, '25/11/2026');
  await user.click(button('Plan the second session'));
  expect(date).toHaveAccessibleDescription(/Enter a day after 25 November 2026/);
  await user.clear(date);
  await user.type(date, '27/11/2026');
  await user.click(button('Plan the second session'));
  await waitFor(() =>
    expect(plan()).toHaveTextContent(
      'A second session this month is planned for 27 November 2026.',
    ),
  );
  expect(screen.queryByText('Split in two')).toBeNull();
  const sessions = [...workspace.set.all('sessions').values()].map(({ body }) => body);
  expect(sessions.map(({ plannedFor }) => plannedFor)).toEqual(['2026-11-25', '2026-11-27']);
  for (const session of sessions) expect(agendaNow(workspace, session)).toHaveLength(4);
  expect((await stored(workspace, id)).minutes).toBe('60');
});

it('takes the suggested depths where none is chosen, and no other', async () => {
  const { workspace, id, user } = await shown({ worries: ['C4'] });
  await choose(user, 'Ada B', 'Brief check-in');
  await user.type(minutes(), '50');
  await user.click(button('Use the suggested depths'));
  expect(depth('Ada B').getByRole('radio', { name: 'Brief check-in' })).toBeChecked();
  expect(depth('Cal D').getByRole('radio', { name: 'In depth' })).toBeChecked();
  const { agenda } = await stored(workspace, id);
  expect(agenda.map((item) => [item.childRef, item.depth])).toEqual([
    ['C1', 'brief'],
    ['C2', 'brief'],
    ['C3', 'brief'],
    ['C4', 'inDepth'],
  ]);
});

it('is put in the suggested order by a press alone, and is then changed after it was agreed', async () => {
  const { workspace, id, user } = await shown({ worries: ['C3'] });
  expect(names()).toEqual(['Ada B', 'Ben C', 'Zoe C', 'Cal D']);
  await user.click(button('Agree the agenda'));
  await user.type(minutes(), '40');
  expect(names()).toEqual(['Ada B', 'Ben C', 'Zoe C', 'Cal D']);
  expect(screen.queryByText(/Changed after it was agreed/)).toBeNull();
  await user.click(button('Order as suggested'));
  // Zoe in depth, then the brief check-ins, her brother's first.
  expect(names()).toEqual(['Zoe C', 'Ben C', 'Ada B', 'Cal D']);
  expect(screen.getByText(/Changed after it was agreed/)).toBeVisible();
  const { agenda } = await stored(workspace, id);
  expect(agenda.map(({ childRef }) => childRef)).toEqual(['C3', 'C2', 'C1', 'C4']);
});

it('why, with the lines of the policy; information apart; and never what orders suggestions', async () => {
  const points = Object.fromEntries(
    ['CP', 'NO_DATE', 'DUE_NEXT', 'VOICE_MISSING'].map((code) => [code, 137]),
  );
  const { workspace, user } = await shown({
    worries: ['C3'],
    profile: { flagPoints: { ...points, PRACT_WORRY: 137 } },
  });
  await act(() =>
    workspace.change(() =>
      findAll(workspace, 'children', ({ ref }) => ref === 'C1').map((record) =>
        updated(record, { ...record.body, status: 'CP' }),
      ),
    ),
  );
  const why = (name: string) => within(rowOf(name)).getByText('Why in depth?', { exact: false });
  await user.click(why('Zoe C'));
  expect(within(rowOf('Zoe C')).getByText(/greatest worry no\. 1\./)).toHaveTextContent(
    'Priya Shah’s greatest worry no. 1. Our suggestion, from another council’s policy, 004:40.',
  );
  expect(rowOf('Zoe C')).toHaveTextContent('Suggested: in depth');
  await user.click(why('Ada B'));
  expect(rowOf('Ada B')).toHaveTextContent('Subject to a child protection plan.');
  expect(within(rowOf('Ada B')).getByText('For information')).toBeVisible();
  expect(rowOf('Ada B')).toHaveTextContent('No date held in Footprint.');
  expect(rowOf('Ben C')).toHaveTextContent(
    'Brother/sister Zoe C is flagged: consider each child’s experience.',
  );
  expect(document.body).not.toHaveTextContent('137');
  expect(document.body).not.toHaveTextContent(/points|score/i);
});

it('says when everyone will have been discussed in depth', async () => {
  const { user } = await shown();
  expect(plan()).toHaveTextContent(
    'In depth for each of 4 children within 1 session, by 25 November 2026',
  );
  await user.type(minutes(), '70');
  expect(plan()).toHaveTextContent(/within 2 sessions, by 31 December 2026/);
  await user.clear(minutes());
  await user.type(minutes(), '60');
  expect(plan()).toHaveTextContent(
    /it cannot be said when each of 4 children .* Think about longer or more sessions\./,
  );
});

it('is not for the practitioner’s own device, nor for a policy with one depth', async () => {
  const { user, workspace } = await shown({ profile: { session: { depths: ['inDepth'] } } });
  expect(screen.queryByRole('region', { name: 'The plan for the time there is' })).toBeNull();
  await user.click(button('Move Ada B down'));
  expect(names()).toEqual(['Ben C', 'Ada B', 'Zoe C', 'Cal D']);
  expect(rowOf('Ada B')).not.toHaveTextContent('Suggested');
  expect(workspace.set.all('sessions').size).toBe(1);
});

it('the practitioner reads the agenda without the plan', async () => {
  await shown({ worries: ['C1'], asPriya: true });
  expect(screen.queryByText('The plan for the time there is')).toBeNull();
  expect(document.body).not.toHaveTextContent('Suggested');
});
