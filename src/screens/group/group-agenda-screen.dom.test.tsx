import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { StaffRef } from '#domain/ids.ts';
import type { GroupSession } from '#domain/records/group.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { NavigateContext } from '#ui/link.tsx';
import { StatusRegion } from '#ui/status-region.tsx';
import { aPlannedGroup, changeGroup, samTakesNotes, type TestGroup } from '../../../test/groups.ts';
import { openAgain } from '../../../test/workspaces.ts';
import { GroupAgendaScreen } from './group-agenda-screen.tsx';

async function shown(group?: TestGroup) {
  const made = group ?? (await aPlannedGroup());
  const goTo = vi.fn();
  const view = render(
    <WorkspaceContext value={made.workspace}>
      <NavigateContext value={goTo}>
        <StatusRegion resting="" now={() => 0}>
          <GroupAgendaScreen groupId={made.id} />
        </StatusRegion>
      </NavigateContext>
    </WorkspaceContext>,
  );
  await screen.findByRole('table', { name: 'Every family' });
  return { ...made, user: userEvent.setup(), goTo, view };
}

async function stored({ workspace, id }: TestGroup): Promise<GroupSession> {
  await act(() => workspace.queue.flush());
  const body = (await openAgain(workspace)).set.find('groups', id)?.body;
  if (!body) throw new Error('no group');
  return body;
}

const families = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
const row = (name: RegExp) => within(screen.getByRole('row', { name }));
const isla = /Isla J/;
const onIt = (label: string) => screen.getByRole('group', { name: `${label}: on the agenda` });
const yes = (label: string) => within(onIt(label)).getByRole('radio', { name: 'Yes' });
const no = (label: string) => within(onIt(label)).getByRole('radio', { name: 'No' });

describe('every family', () => {
  it('stands there once, over all the practitioners, with both workers', async () => {
    await shown();
    expect(families().toSorted()).toEqual([
      'Isla J, 10 years oldJack J, 10 years old',
      'Mia K, 10 years old',
      'Noah L, 10 years old',
    ]);
    expect(row(isla).getByText('Priya Shah')).toBeVisible();
    expect(row(isla).getByText('Dan Osei')).toBeVisible();
    expect(row(isla).getByText('Not discussed in a group yet')).toBeVisible();
  });

  it('is kept from a note-taker who is personally linked to it', async () => {
    const made = await aPlannedGroup();
    await samTakesNotes(made);
    await changeGroup(made.workspace, made.id, ({ members }) => ({
      members: members.map((each) => (each.id === 'm-sam' ? { ...each, linkedTo: ['F1'] } : each)),
    }));
    await shown(made);
    expect(families().toSorted()).toEqual(['Mia K, 10 years old', 'Noah L, 10 years old']);
    expect(screen.queryByText(isla)).not.toBeInTheDocument();
  });

  it('shows no points', async () => {
    const { view } = await shown();
    expect(view.container).not.toHaveTextContent(/\bpoints?\b|\bscore/i);
  });
});

describe('what is on it', () => {
  it('counts the families that are chosen, and asks for a reason where it differs', async () => {
    const made = await shown();
    const { user } = made;
    const suggested = yes('Mia K').matches(':checked');
    expect(screen.queryByRole('textbox', { name: 'Reason for Mia K' })).not.toBeInTheDocument();
    const before = screen.getByText(/of 3 families, .* of 2 hours\.$/).textContent ?? '';
    await user.click(suggested ? no('Mia K') : yes('Mia K'));
    expect(screen.getByText(/of 3 families, .* of 2 hours\.$/)).not.toHaveTextContent(before);
    await user.type(screen.getByRole('textbox', { name: 'Reason for Mia K' }), ' Seen last week. ');
    const item = (await stored(made)).agenda.find(({ familyKey }) => familyKey === 'C3');
    expect([item?.chosen, item?.reason]).toEqual([suggested ? 'no' : 'yes', ' Seen last week. ']);
  });

  it('minutes and length are typed, and the plan follows', async () => {
    const made = await shown();
    const { user } = made;
    if (!yes('Mia K').matches(':checked')) await user.click(yes('Mia K'));
    await user.type(screen.getByRole('textbox', { name: 'Minutes for Mia K' }), '90');
    await user.type(screen.getByRole('textbox', { name: 'Length of this group in minutes' }), '60');
    expect(screen.getByText(/of 1 hour\.$/)).toBeVisible();
    expect(screen.getByText(/There is not time for all of them/)).toBeVisible();
    expect((await stored(made)).minutes).toBe('60');
  });
});

describe('the order', () => {
  it('moves by a button and by a number, is said, and stays after opening again', async () => {
    const made = await shown();
    const { user, view } = made;
    const before = families();
    const [first] = screen.getAllByRole('button', { name: /^Move .* down$/ });
    await user.click(first as HTMLElement);
    expect(families()).toEqual([before[1], before[0], before[2]]);
    expect(first).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent(/, position 2 of 3/);
    const [position] = screen.getAllByRole('textbox', { name: /^Position of / });
    await user.clear(position as HTMLElement);
    await user.type(position as HTMLElement, '3{Enter}');
    expect(families()).toEqual([before[0], before[2], before[1]]);
    await act(() => made.workspace.queue.flush());
    view.unmount();
    await shown(made);
    expect(families()).toEqual([before[0], before[2], before[1]]);
    await user.click(screen.getByRole('button', { name: 'Order as suggested' }));
    expect(families()).toEqual(before);
  });
});

describe('what is prepared', () => {
  async function withMia() {
    const made = await shown();
    if (!yes('Mia K').matches(':checked')) await made.user.click(yes('Mia K'));
    return { ...made, mia: within(screen.getByRole('region', { name: 'Mia K' })) };
  }

  it('presenter and question are kept; somebody personally linked to it does not present', async () => {
    const planned = await aPlannedGroup();
    await changeGroup(planned.workspace, planned.id, ({ members }) => ({
      members: members.map((each) =>
        each.staffRef === (planned.dan as StaffRef) ? { ...each, linkedTo: ['C3'] } : each,
      ),
    }));
    const made = await shown(planned);
    const { user } = made;
    if (!yes('Mia K').matches(':checked')) await user.click(yes('Mia K'));
    const mia = within(screen.getByRole('region', { name: 'Mia K' }));
    const presenter = mia.getByRole('combobox', { name: 'Who presents for Mia K' });
    expect(
      within(presenter)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Nobody yet', 'Priya Shah']);
    await user.selectOptions(presenter, 'Priya Shah');
    await user.type(mia.getByRole('textbox', { name: 'The question for Mia K' }), 'Is it safe?');
    const { agenda, members } = await stored(made);
    const item = agenda.find(({ familyKey }) => familyKey === 'C3');
    expect([item?.presenterId, item?.question]).toEqual([members[0]?.id, 'Is it safe?']);
  });

  it('a summary is asked of a profession and a person, and written there', async () => {
    const made = await withMia();
    const { user, mia } = made;
    await user.click(mia.getByRole('button', { name: 'Ask for a summary for Mia K' }));
    const of = 'of summary 1 for Mia K';
    await user.type(mia.getByRole('textbox', { name: `Profession ${of}` }), 'Health visitor');
    await user.selectOptions(mia.getByRole('combobox', { name: `Prepared by ${of}` }), 'Dan Osei');
    await user.click(mia.getByText(/^Text of summary 1/));
    await user.type(mia.getByRole('textbox', { name: `Summary ${of}` }), 'Weight steady.');
    const { agenda, members } = await stored(made);
    const [summary] = agenda.find(({ familyKey }) => familyKey === 'C3')?.summaries ?? [];
    expect([summary?.role, summary?.memberId, summary?.summary]).toEqual([
      'Health visitor',
      members[1]?.id,
      'Weight steady.',
    ]);
  });
});

describe('starting', () => {
  it('begins the families on the table and goes to the session', async () => {
    const made = await shown();
    const { user, goTo, workspace, id } = made;
    if (!yes('Mia K').matches(':checked')) await user.click(yes('Mia K'));
    await user.click(screen.getByRole('button', { name: 'Start the group' }));
    await vi.waitFor(() => expect(goTo).toHaveBeenCalledWith(`/groups/${id}/session`));
    const keys = [...workspace.set.all('groupDiscussions').values()].map(
      ({ body }) => body.familyKey,
    );
    expect(keys).toContain('C3');
  });

  it('is not offered to somebody who neither leads nor takes notes', async () => {
    await shown(await aPlannedGroup(({ dan }) => ({ facilitatorRef: dan })));
    expect(screen.queryByRole('button', { name: 'Start the group' })).not.toBeInTheDocument();
  });
});
