import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { finalObservation, Observation } from '#domain/records/observation.ts';
import { findStaff } from '#storage/settings.ts';
import { newObservation } from '#storage/staff-file/observations.ts';
import { observationsOf, observationsToFinish } from '#storage/staff-file/observations-reads.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { NavigateContext } from '#ui/link.tsx';
import { liveSupervisionTyped } from '../../../test/observation-builders.ts';
import { supervised } from '../../../test/supervised.ts';
import { aWorkspace, givePriya, testPorts } from '../../../test/workspaces.ts';
import { ObservationScreen } from './observation-screen.tsx';

/** The router, as far as this screen knows it. */
function Routed({ workspace, start }: { readonly workspace: Workspace; readonly start: string }) {
  const [path, setPath] = useState(start);
  const [, , id = '', about] = path.split('/');
  return (
    <WorkspaceContext value={workspace}>
      <NavigateContext value={setPath}>
        <output aria-label="address">{path}</output>
        <ObservationScreen id={id} about={about} />
      </NavigateContext>
    </WorkspaceContext>
  );
}

async function shown(
  kind = 'liveSupervision',
  profileId = 'swindon-000',
  startOf = (rowId: string) => `/observations/new/${kind}.${rowId}`,
) {
  const workspace = await aWorkspace(testPorts(), profileId); // 20 November 2026
  const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Grace Hill' }]);
  const rowId = findStaff(workspace, priya)?.id ?? '';
  render(<Routed workspace={workspace} start={startOf(rowId)} />);
  return { workspace, priya, rowId, user: userEvent.setup() };
}

const box = (name: string | RegExp) => screen.getByRole('textbox', { name });
const address = () => screen.getByLabelText('address').textContent;
const finalise = () => screen.getByRole('button', { name: 'Finalise' });

/** Tab until it is there, as a person does who never touches the mouse. */
async function tabTo(user: ReturnType<typeof userEvent.setup>, target: HTMLElement): Promise<void> {
  for (let tabs = 0; tabs < 120 && document.activeElement !== target; tabs += 1) await user.tab();
  expect(target).toHaveFocus();
}

/** What else a live supervision needs, typed before. */
async function shownHalfTyped() {
  const workspace = await aWorkspace(testPorts(), 'swindon-000');
  const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Grace Hill' }]);
  const fresh = newObservation(workspace, 'liveSupervision', priya);
  const { activity, purpose, consent, consentHow, areas, ...typed } = liveSupervisionTyped;
  const { communication, ...others } = areas;
  const body = Observation.parse({ ...fresh, ...typed, areas: { ...fresh.areas, ...others } });
  workspace.draft({ collection: 'observations', id: body.id, body });
  await workspace.queue.flush();
  render(<Routed workspace={workspace} start={`/observations/${body.id}`} />);
  return { workspace, priya, user: userEvent.setup() };
}

it('a live supervision is filled, finalised and read by keyboard alone', async () => {
  const { workspace, priya, user } = await shownHalfTyped();
  const type = async (name: string, text: string) => {
    await tabTo(user, box(name));
    await user.keyboard(text);
  };
  await tabTo(user, screen.getByRole('combobox', { name: 'Activity' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Activity' }), 'Home visit');
  await type('Purpose', 'A visit.');
  await tabTo(user, screen.getByRole('radio', { name: 'Yes' }));
  await user.keyboard(' ');
  await type('How they asked, or why not', 'By phone.');
  await type('Communication and explaining the role', 'Said why.');
  await user.tab();
  // A group of radios is one stop, at the answer that is chosen.
  const tags = screen.getByRole('group', { name: /^Communication.*: a strength/ });
  expect(within(tags).getByRole('radio', { name: 'Not said' })).toHaveFocus();
  await user.keyboard('{ArrowDown}');
  expect(within(tags).getByRole('radio', { name: 'Strength' })).toBeChecked();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByRole('heading', { name: 'Live supervision' })).toBeVisible();
  const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /finalised/ }).value;
  expect(text).toContain('Communication and explaining the role: strength\nSaid why.');
  expect(text).toContain('as told to Sam Lee\nI would say the worry first.');
  expect(observationsOf(workspace, priya)).toMatchObject([{ observedOn: '2026-11-20' }]);
}, 20_000); // a hundred and more key presses, on a machine that does other things too

it('an action is added by keyboard, its date is said, and it is the next supervision’s', async () => {
  const { workspace, user } = await shownHalfTyped();
  screen.getByRole('radio', { name: /^In Priya Shah’s own words/ }).focus();
  await tabTo(user, screen.getByRole('button', { name: 'Add an action' }));
  await user.keyboard('{Enter}');
  expect(box('Action 2: what')).toHaveFocus();
  await user.keyboard('Shadow a colleague');
  await user.tab();
  await user.keyboard('Priya');
  await user.tab();
  await user.keyboard('1 week');
  expect(screen.getByText('Friday 27 November 2026')).toBeVisible();
  await act(() => workspace.queue.flush());
  expect(observationsToFinish(workspace)).toMatchObject([
    {
      actions: [{ what: 'Practise an opening' }, { what: 'Shadow a colleague', byWhen: '1 week' }],
    },
  ]);
}, 20_000);

it('everything that is missing is said at once, each leads to its field, and the text stays', async () => {
  const { workspace, user } = await shown();
  await user.type(box('Purpose'), 'A visit.');
  await user.click(finalise());
  const alert = await screen.findByRole('alert');
  for (const words of [
    'Choose what kind of activity it was',
    'Write the practitioner’s plan and what to look for',
    'Say whether the child or family was asked for consent',
    'Write how consent was asked',
    'Write what was seen in at least 3 areas: 0 so far',
    'Write what went well',
    'Write what was challenging or could be different',
    'Write the practitioner’s reflection, as it was told to you or in their own words',
    'Write what the learning is',
    'Add an action, or tick that there is none',
    'Write an overall summary',
  ]) {
    await user.click(within(alert).getByRole('link', { name: words }));
    expect(document.activeElement, words).toBeInstanceOf(HTMLElement);
    expect(document.activeElement?.id, words).toMatch(/^observation-/);
  }
  expect(document.title).toMatch(/^Error: /);
  expect(box('Purpose')).toHaveValue('A visit.');
  expect(bodies(workspace, 'observations').filter((row) => finalObservation(row))).toEqual([]);
}, 20_000);

it('is saved as typed, keeps its place when it gets an address, and the letters go on arriving', async () => {
  const { workspace, user } = await shown();
  await user.type(box('Purpose'), 'Because');
  const field = box('Purpose');
  await act(() => workspace.queue.flush());
  await waitFor(() => expect(address()).toMatch(/^\/observations\/(?!new)/));
  expect(box('Purpose')).toBe(field);
  expect(field).toHaveFocus();
  await user.keyboard(' of the review');
  await act(() => workspace.queue.flush());
  expect(observationsToFinish(workspace)).toMatchObject([{ purpose: 'Because of the review' }]);
});

it('a look at the page leaves nothing behind', async () => {
  const { workspace } = await shown();
  await act(() => workspace.queue.flush());
  expect(bodies(workspace, 'observations')).toEqual([]);
});

it('a child’s name is pointed out under its field and by the button, and nothing is refused', async () => {
  const { user } = await shown('observationOfSupervision');
  await user.click(box('Setting and interruptions'));
  await user.paste('They spoke of Grace Hill.');
  const warning = /^This names Grace Hill\. Describe it without a child’s name/;
  expect(box('Setting and interruptions')).toHaveAccessibleDescription(
    expect.stringMatching(/This names Grace Hill/),
  );
  expect(screen.getByText(/A child is named in: Setting and interruptions/)).toBeVisible();
  await user.click(box('Preparation'));
  await user.paste('Notes.');
  await user.click(box('Relationship'));
  await user.paste('Open.');
  await user.click(box('Feedback given'));
  await user.paste('More silence.');
  await user.click(screen.getByRole('checkbox', { name: 'No actions' }));
  expect(screen.getAllByText(warning)).toHaveLength(1);
  await user.click(finalise());
  expect(await screen.findByRole('heading', { name: 'Observation of supervision' })).toBeVisible();
}, 20_000);

it('the elements stand where the policy’s practice model has them, and nowhere else', async () => {
  const { workspace, user } = await shown('liveSupervision', 'islington-001');
  const group = screen.getByRole('group', { name: /^Motivational Social Work \(MSW\)/ });
  expect(within(group).getAllByRole('combobox')).toHaveLength(7);
  await user.selectOptions(within(group).getByRole('combobox', { name: 'Empathy' }), '4');
  await user.click(screen.getByRole('checkbox', { name: 'Motivational Interviewing was used' }));
  await act(() => workspace.queue.flush());
  expect(observationsToFinish(workspace)).toMatchObject([
    { elements: { empathy: '4' }, motivationalInterviewing: true },
  ]);
});

it('elsewhere there are none', async () => {
  await shown();
  expect(screen.getByRole('checkbox', { name: /Motivational Interviewing/ })).toBeVisible();
  expect(screen.queryByRole('combobox', { name: 'Empathy' })).not.toBeInTheDocument();
});

it('put aside it says so, and can be taken up again', async () => {
  const { workspace, user } = await shown();
  await user.click(box('Purpose'));
  await user.paste('A visit.');
  await user.click(screen.getByRole('button', { name: 'Not needed after all' }));
  await waitFor(() => expect(address()).toBe('/'));
  expect(observationsToFinish(workspace)).toEqual([]);
  expect(bodies(workspace, 'observations')).toMatchObject([{ purpose: 'A visit.' }]);
});

it('opened from nobody’s page it asks whose work it was', async () => {
  const { rowId, user } = await shown('', 'swindon-000', () => '/observations/new');
  await user.click(screen.getByRole('link', { name: 'Priya Shah' }));
  expect(address()).toBe(`/observations/new/liveSupervision.${rowId}`);
  expect(box('Purpose')).toBeVisible();
});

it('who is only supervised is told whose it is to write', async () => {
  const { workspace } = await supervised();
  render(<Routed workspace={workspace} start="/observations/new" />);
  expect(screen.getByText(/Whoever observed writes it/)).toBeVisible();
});
