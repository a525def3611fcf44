import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { GroupDiscussion } from '#domain/records/group.ts';
import { discussionsOfGroup, startGroup } from '#storage/group/groups.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { NavigateContext } from '#ui/link.tsx';
import { StatusRegion } from '#ui/status-region.tsx';
import { aPlannedGroup, changeGroup, samTakesNotes, type TestGroup } from '../../../test/groups.ts';
import { openAgain } from '../../../test/workspaces.ts';
import { EndGroupScreen } from './end-group-screen.tsx';
import { GroupSessionScreen } from './group-session-screen.tsx';

beforeEach(() => {
  const query = { matches: true, addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('matchMedia', () => query); // a wide screen: jsdom has none
});

const chosen = (familyKey: string, over: object = {}) => ({
  id: familyKey,
  familyKey,
  chosen: 'yes' as const,
  reason: '',
  minutes: '',
  presenterId: '',
  question: '',
  summaries: [],
  ...over,
});

/** Brother and sister on the table first, then Mia; Noah’s family is left for another day. */
async function started(change: object = {}): Promise<TestGroup> {
  const made = await aPlannedGroup(() => ({
    agenda: [
      chosen('F1'),
      chosen('C3', { question: 'Is it safe?' }),
      chosen('C4', { chosen: 'no' }),
    ],
    ...change,
  }));
  await startGroup(made.workspace, made.id);
  return made;
}

function App({ id }: { readonly id: string }) {
  const [path, setPath] = useState(`/groups/${id}/session`);
  const item = /\/session\/(.+)$/.exec(path)?.[1];
  return (
    <NavigateContext value={setPath}>
      <p>{path.replace(id, 'ID')}</p>
      {path.endsWith('/end') ? (
        <EndGroupScreen groupId={id} />
      ) : (
        <GroupSessionScreen groupId={id} item={item} />
      )}
    </NavigateContext>
  );
}

async function shown(group?: TestGroup) {
  const made = group ?? (await started());
  render(
    <WorkspaceContext value={made.workspace}>
      <StatusRegion resting="" now={() => 0}>
        <App id={made.id} />
      </StatusRegion>
    </WorkspaceContext>,
  );
  await screen.findByRole('heading', { level: 1 });
  return { ...made, user: userEvent.setup() };
}

async function stored({ workspace, id }: TestGroup, familyKey: string): Promise<GroupDiscussion> {
  await act(() => workspace.queue.flush());
  const again = await openAgain(workspace);
  const found = discussionsOfGroup(again, id).find(({ body }) => body.familyKey === familyKey);
  if (!found) throw new Error(`no discussion of ${familyKey}`);
  return found.body;
}

const h1 = () => screen.getByRole('heading', { level: 1 });
const list = () => within(screen.getByRole('navigation', { name: 'Families of this group' }));
const box = (name: string) => screen.getByRole('textbox', { name });
const button = (name: string) => screen.getByRole('button', { name });

describe('writing', () => {
  it('is kept as it is typed, for the family and for each child', async () => {
    const made = await shown();
    const { user } = made;
    expect(h1()).toHaveTextContent('Isla J, Jack J');
    await user.type(box('What was discussed'), ' The move. ');
    await user.type(box('What is it like to be this child? (Isla J)'), 'Loud at home.');
    await user.type(box('What is it like to be this child? (Jack J)'), 'He keeps quiet.');
    const { summary, children } = await stored(made, 'F1');
    expect([summary, ...children.map(({ experience }) => experience)]).toEqual([
      ' The move. ',
      'Loud at home.',
      'He keeps quiet.',
    ]);
  });

  it('what was asked on the agenda stands there already', async () => {
    const made = await shown();
    await made.user.click(list().getByRole('link', { name: 'Mia K' }));
    expect(box('The presenter’s question')).toHaveValue('Is it safe?');
  });

  it('views are kept apart, dissent among them', async () => {
    const made = await shown();
    const { user } = made;
    await user.click(button('Add a view'));
    await user.type(screen.getByRole('combobox', { name: 'View 1: whose' }), 'Dan Osei');
    await user.type(box('View 1'), 'I would wait.');
    await user.click(screen.getByRole('checkbox', { name: 'View 1 sees it differently' }));
    const { views } = await stored(made, 'F1');
    expect(views).toMatchObject([{ whose: 'Dan Osei', text: 'I would wait.', dissents: true }]);
  });

  it('an immediate concern asks for one named person', async () => {
    const made = await shown();
    const { user } = made;
    const who = () => screen.queryByRole('combobox', { name: 'Who takes it forward' });
    expect(who()).not.toBeInTheDocument();
    const concern = 'Is there an immediate safeguarding concern?';
    await user.click(within(screen.getByRole('group', { name: concern })).getByLabelText('Yes'));
    await user.type(who() as HTMLElement, 'Priya Shah');
    const { immediateConcern, namedIndividual } = await stored(made, 'F1');
    expect([immediateConcern, namedIndividual]).toEqual(['yes', 'Priya Shah']);
  });

  it('without the accountable manager there are ideas', async () => {
    const { user } = await shown();
    expect(button('Add a decision for Isla J')).toBeVisible();
    const manager = within(screen.getByRole('group', { name: 'Is the accountable manager here?' }));
    await user.click(manager.getByLabelText('No'));
    expect(button('Add an idea for Isla J')).toBeVisible();
    await user.click(button('Add an idea for Isla J'));
    expect(box('Idea 1 for Isla J')).toBeVisible();
    expect(screen.queryByRole('button', { name: /decision/ })).not.toBeInTheDocument();
  });

  it('asks about the three vulnerabilities in a Family Safeguarding group only', async () => {
    await shown(await started({ familySafeguarding: true }));
    expect(screen.getByRole('combobox', { name: 'Domestic abuse' })).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Parental mental health' })).toBeVisible();
  });

  it('has none of the three in another group', async () => {
    await shown();
    expect(screen.queryByRole('combobox', { name: 'Domestic abuse' })).not.toBeInTheDocument();
  });
});

describe('going through the families', () => {
  it('Discussed, next family: nothing is required, the list says it, the count follows', async () => {
    const made = await shown();
    const { user } = made;
    expect(await screen.findByText(/0 of 2 families discussed\./)).toBeVisible();
    await user.click(button('Discussed, next family'));
    await waitFor(() => expect(h1()).toHaveTextContent('Mia K'));
    expect(box('What was discussed')).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent('Mia K, family 2 of 2');
    const isla = list().getByRole('link', { name: 'Isla J, Jack J' }).closest('li');
    expect(isla).toHaveTextContent('Discussed');
    expect(await screen.findByText(/1 of 2 families discussed\./)).toBeVisible();
    expect((await stored(made, 'F1')).discussed).toBe(true);
    await user.click(list().getByRole('link', { name: 'Isla J, Jack J' }));
    await user.click(button('Not discussed after all'));
    expect(await screen.findByText(/0 of 2 families discussed\./)).toBeVisible();
    const back = await stored(made, 'F1');
    expect([back.discussed, back.discussedAt]).toEqual([false, '']);
  });

  it('Alt and Page down go on, and the keys of a family that was marked stay', async () => {
    const made = await shown();
    const { user } = made;
    await user.keyboard('{Alt>}{PageDown}{/Alt}');
    await waitFor(() => expect(h1()).toHaveTextContent('Mia K'));
    await user.keyboard('Seen today.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(h1()).toHaveTextContent('Isla J, Jack J'));
    const mia = await stored(made, 'C3');
    expect([mia.summary, mia.discussed]).toEqual(['Seen today.', true]);
  });

  it('another family is brought in', async () => {
    const { user } = await shown();
    await user.click(screen.getByText('Bring another family in'));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Family' }), 'Noah L');
    await user.click(button('Bring this family in'));
    expect(await list().findByRole('link', { name: 'Noah L' })).toBeVisible();
    expect(await screen.findByText(/0 of 3 families discussed\./)).toBeVisible();
  });

  it('pauses, and continues with everything there', async () => {
    const made = await shown();
    const { user, workspace, id } = made;
    await user.type(box('What was discussed'), 'The move.');
    await user.click(button('Pause'));
    await waitFor(() => expect(workspace.set.find('groups', id)?.body.status).toBe('paused'));
    await user.click(await screen.findByRole('button', { name: 'Continue the group' }));
    await waitFor(() => expect(box('What was discussed')).toHaveValue('The move.'));
  });
});

describe('ending', () => {
  it('asks about the families that were not reached, one reason for several, and ends', async () => {
    const made = await shown();
    const { user, workspace, id } = made;
    await user.click(screen.getByRole('link', { name: 'End the group' }));
    expect(screen.getByText(/2 families not reached\./)).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'Isla J, Jack J' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: /^Time ran out/ }));
    await user.click(button('End the group'));
    await waitFor(() => expect(workspace.set.find('groups', id)?.body.status).toBe('ended'));
    const group = workspace.set.find('groups', id)?.body;
    const reason = 'Time ran out; to be discussed at the next session';
    expect(group?.notReached.toSorted((a, b) => (a.familyKey < b.familyKey ? -1 : 1))).toEqual([
      { familyKey: 'C3', reason },
      { familyKey: 'F1', reason },
    ]);
    expect(await screen.findByText('/groups/ID/finish')).toBeVisible();
  });

  it('the reason is of those that are ticked', async () => {
    const { user, workspace, id } = await shown();
    await user.click(screen.getByRole('link', { name: 'End the group' }));
    await user.click(screen.getByRole('checkbox', { name: 'Mia K' }));
    await user.click(screen.getByRole('radio', { name: /^Case closing/ }));
    await user.click(button('End the group'));
    await waitFor(() => expect(workspace.set.find('groups', id)?.body.status).toBe('ended'));
    const reasons = workspace.set
      .find('groups', id)
      ?.body.notReached.map(({ familyKey, reason }) => [familyKey, reason]);
    expect(Object.fromEntries(reasons ?? [])).toEqual({
      C3: '',
      F1: 'Case closing or transferring today',
    });
  });

  it('is never refused: it ends without a reason', async () => {
    const { user, workspace, id } = await shown();
    await user.click(screen.getByRole('link', { name: 'End the group' }));
    await user.click(button('End the group'));
    await waitFor(() => expect(workspace.set.find('groups', id)?.body.status).toBe('ended'));
    expect(workspace.set.find('groups', id)?.body.notReached.map(({ reason }) => reason)).toEqual([
      '',
      '',
    ]);
  });
});

describe('a note-taker', () => {
  it('types, and reads who can finalise', async () => {
    const made = await started();
    await samTakesNotes(made);
    await shown(made);
    expect(screen.getByText(/Only Dan Osei can finalise\./)).toBeVisible();
    await made.workspace.queue.flush();
    await userEvent.setup().type(box('What was discussed'), 'Typed by Sam.');
    expect((await stored(made, 'F1')).summary).toBe('Typed by Sam.');
  });

  it('is not shown a family that they are personally linked to', async () => {
    const made = await started();
    await samTakesNotes(made);
    await changeGroup(made.workspace, made.id, ({ members }) => ({
      members: members.map((each) => (each.id === 'm-sam' ? { ...each, linkedTo: ['F1'] } : each)),
    }));
    await shown(made);
    expect(h1()).toHaveTextContent('Mia K');
    expect(screen.queryByText(/Isla J/)).not.toBeInTheDocument();
  });
});
