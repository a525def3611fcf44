import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { GroupDiscussion, GroupDiscussionChild } from '#domain/records/group.ts';
import {
  discussionsOfGroup,
  endGroup,
  finaliseGroupChild,
  markFamilyDiscussed,
  startGroup,
} from '#storage/group/groups.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { bodies, updated } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { StatusRegion } from '#ui/status-region.tsx';
import { aPlannedGroup, changeGroup, samTakesNotes, type TestGroup } from '../../../test/groups.ts';
import { passphrase, quickDerive } from '../../../test/workspaces.ts';
import { FinishGroupScreen } from './finish-group-screen.tsx';

const childDone: Partial<GroupDiscussionChild> = {
  experience: 'Loud at home.',
  noDecisions: true,
  noActions: true,
};
const done: Partial<GroupDiscussion> = {
  presenter: 'Priya Shah',
  question: 'Is it safe?',
  summary: 'The move.',
  immediateConcern: 'no',
  managerPresent: 'yes',
};

/** Brother and sister discussed: all is written but Jack’s own part. Mia is not reached. */
async function ended(): Promise<TestGroup> {
  const line = { chosen: 'yes', reason: '', minutes: '', presenterId: '', question: '' } as const;
  const made = await aPlannedGroup(() => ({
    agenda: ['F1', 'C3'].map((key) => ({ id: key, familyKey: key, ...line, summaries: [] })),
    confidentialityAgreed: true,
    confidentiality: 'Names stay in the room.',
  }));
  const { workspace, id } = made;
  await startGroup(workspace, id);
  await workspace.change(() =>
    discussionsOfGroup(workspace, id)
      .filter(({ body }) => body.familyKey === 'F1')
      .map((record) => {
        const [isla, jack] = record.body.children;
        const children = [{ ...isla, ...childDone }, jack];
        return updated(record, { ...record.body, ...done, children } as GroupDiscussion);
      }),
  );
  const f1 = discussionsOfGroup(workspace, id).find(({ body }) => body.familyKey === 'F1');
  await markFamilyDiscussed(workspace, f1?.id ?? '');
  const reason = 'Time ran out; to be discussed at the next session';
  await endGroup(workspace, id, { notReached: [{ familyKey: 'C3', reason }] });
  return made;
}

async function shown(group?: TestGroup) {
  const made = group ?? (await ended());
  const goTo = vi.fn();
  render(
    <WorkspaceContext value={made.workspace}>
      <NavigateContext value={goTo}>
        <StatusRegion resting="" now={() => 0}>
          <FinishGroupScreen groupId={made.id} />
        </StatusRegion>
      </NavigateContext>
    </WorkspaceContext>,
  );
  await screen.findByRole('heading', { level: 1 });
  return { ...made, goTo, user: userEvent.setup() };
}

const records = ({ workspace }: TestGroup) => bodies(workspace, 'childRecords');
const row = (name: string) =>
  within(screen.getByRole('rowheader', { name }).closest('tr') as HTMLElement);

it('finalises what is ready, one for each child, as a record of a group', async () => {
  const made = await shown();
  expect(screen.getByRole('table', { name: '2 records to finish' })).toBeVisible();
  expect(row('Isla J').getByText('Ready')).toBeVisible();
  expect(row('Isla J').getByText(/^due Friday 27 November 2026/)).toBeVisible();
  await made.user.click(screen.getByRole('button', { name: 'Finalise all that are ready (1)' }));
  expect(await screen.findByRole('table', { name: '1 record to finish' })).toBeVisible();
  expect(records(made)).toMatchObject([{ childRef: 'C1', context: 'group' }]);
  const made1 = screen.getByRole('link', { name: 'Isla J' });
  expect(made1).toHaveAttribute('href', `/records/${records(made)[0]?.id}`);
  expect(made1.closest('li')).toHaveTextContent('to record in Mosaic');
  expect(screen.getByRole('status')).toHaveTextContent('1 child’s record finalised');
});

it('names what is missing, each a way to its field, and finalises nothing', async () => {
  const made = await shown();
  const { user, goTo, id } = made;
  await user.click(row('Jack J').getByRole('button', { name: 'Finalise the record of Jack J' }));
  const list = within(await screen.findByRole('alert'));
  expect(list.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    'Jack J: Write what it is like to be this child',
    'Jack J: Write the decisions, or tick “No decisions”',
    'Jack J: Write the actions, or tick “No actions”',
  ]);
  expect(document.title).toMatch(/^Error: /);
  expect(records(made)).toEqual([]);
  await user.click(list.getByRole('link', { name: /what it is like to be this child/ }));
  const [f1] = discussionsOfGroup(made.workspace, id).filter(({ body }) => body.familyKey === 'F1');
  expect(goTo).toHaveBeenCalledWith(`/groups/${id}/session/${f1?.id}`);
  const field = document.createElement('textarea');
  field.id = 'family-children-1-experience';
  document.body.append(field); // the session draws its form a moment later
  await waitFor(() => expect(field).toHaveFocus());
  field.remove();
});

it('what is missing of the group leads to the people', async () => {
  const made = await ended();
  await changeGroup(made.workspace, made.id, () => ({ confidentialityAgreed: false }));
  const { user, goTo, id } = await shown(made);
  await user.click(row('Isla J').getByRole('button', { name: /^Finalise/ }));
  const list = within(await screen.findByRole('alert'));
  await user.click(list.getByRole('link', { name: /^Agree the boundaries of confidentiality/ }));
  expect(goTo).toHaveBeenCalledWith(`/groups/${id}`);
});

it('a note-taker reads who can finalise, and has no button for it', async () => {
  const made = await ended();
  await samTakesNotes(made);
  await shown(made);
  expect(screen.getByText('Only Dan Osei can finalise.')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Finalise/ })).not.toBeInTheDocument();
  expect(row('Isla J').getByText('Ready')).toBeVisible();
});

it('a family that was not reached is named with its reason, and is a way back to it', async () => {
  await shown();
  const mia = screen.getByRole('link', { name: 'Mia K' });
  expect(mia.closest('li')).toHaveTextContent('Mia K: Time ran out; to be discussed');
});

it('where somebody else types, finalising asks who is at the desk', async () => {
  const made = await ended();
  await changeGroup(made.workspace, made.id, ({ members }) => ({
    noteTakerId: members.find(({ staffRef }) => staffRef === made.priya)?.id ?? 'nobody',
  }));
  await shown(made);
  expect(screen.getByRole('region', { name: 'To finalise what Priya Shah typed' })).toBeVisible();
  expect(screen.getByLabelText('Passphrase or recovery key')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Finalise/ })).toBeNull();
  expect(records(made)).toEqual([]);
});

it('[SIGN8] what is finalised is signed by the facilitator, all of it in one act', async () => {
  const made = await ended();
  const [isla] = bodies(made.workspace, 'groupDiscussions').flatMap(
    ({ id, familyKey, children }) =>
      familyKey === 'F1' ? [{ id, childRef: children[0]?.childRef ?? '' }] : [],
  );
  await finaliseGroupChild(made.workspace, isla?.id ?? '', isla?.childRef ?? '');
  await openSitting(made.workspace, { type: 'passphrase', passphrase, derive: quickDerive });
  await shown(made);
  const user = userEvent.setup();
  const region = await screen.findByRole('region', { name: 'Sign the records of this group' });
  expect(region).toHaveTextContent('1 record not signed: Isla J.');
  await user.click(await within(region).findByLabelText(/^I agree this is a record/));
  await user.click(within(region).getByRole('button', { name: 'Sign 1 record' }));
  expect(
    await within(region).findByText(/^Signed by Sam Lee .*\(level 1\): 1 record\.$/),
  ).toBeVisible();
  expect(bodies(made.workspace, 'staffSignatures')).toMatchObject([
    { of: 'records', sessionId: made.id, role: 'facilitator' },
  ]);
});
