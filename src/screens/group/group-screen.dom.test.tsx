import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { NavigateContext } from '#ui/link.tsx';
import { StatusRegion } from '#ui/status-region.tsx';
import { aPlannedGroup, samTakesNotes, type TestGroup } from '../../../test/groups.ts';
import { openAgain } from '../../../test/workspaces.ts';
import { GroupScreen } from './group-screen.tsx';

async function shown(group?: TestGroup) {
  const made = group ?? (await aPlannedGroup());
  render(
    <WorkspaceContext value={made.workspace}>
      <NavigateContext value={vi.fn()}>
        <StatusRegion resting="" now={() => 0}>
          <GroupScreen groupId={made.id} />
        </StatusRegion>
      </NavigateContext>
    </WorkspaceContext>,
  );
  await screen.findByRole('heading', { level: 1, name: 'Group supervision: North team' });
  return { ...made, user: userEvent.setup() };
}

/** As it is on disk: read again by another who knows only the rows. */
async function stored({ workspace, id }: TestGroup) {
  await act(() => workspace.queue.flush());
  const body = (await openAgain(workspace)).set.find('groups', id)?.body;
  if (!body) throw new Error('no group');
  return body;
}

describe('who takes part', () => {
  it('a person of another agency is added by name, role and agency, and is kept', async () => {
    const made = await shown();
    const { user } = made;
    await user.click(screen.getByRole('button', { name: 'Add a person of another agency' }));
    expect(screen.getByRole('textbox', { name: 'Name of person 3' })).toHaveFocus();
    await user.keyboard('Ruth Obi');
    await user.type(screen.getByRole('textbox', { name: 'Role of Ruth Obi' }), 'Health visitor');
    await user.type(screen.getByRole('textbox', { name: 'Agency of Ruth Obi' }), 'NHS');
    await user.click(screen.getByRole('checkbox', { name: 'Here today (Dan Osei)' }));
    const { members } = await stored(made);
    expect(members.map(({ name, role, agency, present }) => [name, role, agency, present])).toEqual(
      [
        ['Priya Shah', '', '', true],
        ['Dan Osei', '', '', false],
        ['Ruth Obi', 'Health visitor', 'NHS', true],
      ],
    );
  });

  it('fewer than three people is said, and goes as soon as there are three', async () => {
    const { user } = await shown();
    const fault = /A group is 3 people or more.* 2 people are here\./;
    expect(screen.queryByText(fault)).not.toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Here today (Dan Osei)' }));
    expect(screen.getByText(fault)).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'Here today (Dan Osei)' }));
    expect(screen.queryByText(fault)).not.toBeInTheDocument();
  });

  it('a member is taken off, and somebody held here comes on', async () => {
    const made = await shown();
    const { user } = made;
    await user.click(screen.getByRole('button', { name: 'Remove Dan Osei from the group' }));
    expect((await stored(made)).members.map(({ name }) => name)).toEqual(['Priya Shah']);
    const person = screen.getByRole('combobox', { name: 'A member of staff held here' });
    await user.selectOptions(person, 'Dan Osei');
    await user.click(screen.getByRole('button', { name: 'Add this person' }));
    expect((await stored(made)).members.map(({ name }) => name)).toEqual([
      'Priya Shah',
      'Dan Osei',
    ]);
  });

  it('the note-taker is chosen from the members', async () => {
    const made = await shown();
    const { user } = made;
    await user.selectOptions(screen.getByRole('combobox', { name: 'Note-taker' }), 'Dan Osei');
    const { noteTakerId, members } = await stored(made);
    expect(noteTakerId).toBe(members[1]?.id);
  });
});

describe('personal links', () => {
  it('a family is kept from a member, and the page says so in words', async () => {
    const made = await shown();
    const { user } = made;
    const ofDan = screen.getByText(/^Families that Dan Osei is personally linked to/);
    await user.click(ofDan);
    const links = within(ofDan.closest('details') as HTMLElement);
    await user.click(links.getByRole('checkbox', { name: 'Isla J, Jack J' }));
    expect(screen.getByText('Isla J, Jack J: this family is not shown to Dan Osei.')).toBeVisible();
    expect((await stored(made)).members.map(({ linkedTo }) => linkedTo)).toEqual([[], ['F1']]);
    await user.click(links.getByRole('checkbox', { name: 'Isla J, Jack J' }));
    expect((await stored(made)).members[1]?.linkedTo).toEqual([]);
  });
});

it('[GROUP3] whom a colleague is linked to is not shown to a note-taker', async () => {
  const made = await aPlannedGroup();
  await samTakesNotes(made);
  await shown(made);
  expect(screen.getByText('Dan Osei', { selector: 'strong' })).toBeVisible();
  expect(screen.queryByText(/personally linked/)).not.toBeInTheDocument();
});

describe('confidentiality', () => {
  it('what was agreed is kept as typed, with its tick', async () => {
    const made = await shown();
    const { user } = made;
    await user.type(
      screen.getByRole('textbox', { name: 'What the group agreed' }),
      ' Names stay. ',
    );
    const tick = 'The boundaries of confidentiality are agreed';
    await user.click(screen.getByRole('checkbox', { name: tick }));
    const { confidentiality, confidentialityAgreed } = await stored(made);
    expect([confidentiality, confidentialityAgreed]).toEqual([' Names stay. ', true]);
  });
});

describe('who may change it', () => {
  it('a note-taker may', async () => {
    const made = await aPlannedGroup();
    await samTakesNotes(made);
    await shown(made);
    expect(screen.getByRole('textbox', { name: 'Name of the group' })).toBeEnabled();
  });

  it('somebody who neither leads nor takes notes reads it, and is told who leads', async () => {
    const made = await aPlannedGroup(({ dan }) => ({ facilitatorRef: dan }));
    await shown(made);
    expect(screen.getByText(/^To read only: Dan Osei facilitates this group/)).toBeVisible();
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Name of the group' })).toBeDisabled(),
    );
  });
});

it('says that nobody’s own supervision moves, and keeps the name out of the title', async () => {
  await shown();
  expect(screen.getByText(/does not replace anybody’s own supervision/)).toBeVisible();
  expect(document.title).toBe('Group supervision - Footprint');
});
