import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { StaffNote } from '#domain/records/staff-note.ts';
import { LONG_BYTES } from '#domain/versions/record-size.ts';
import { settingsOf } from '#storage/settings.ts';
import { useRecord, WorkspaceContext } from '#storage/use-workspace.ts';
import { created, updated } from '#storage/writes.ts';
import { StatusRegion } from '#ui/status-region.tsx';
import { recordId } from '../../../test/builders.ts';
import { aWorkspace, givePriya } from '../../../test/workspaces.ts';
import { TwoVersions } from './two-versions.tsx';

const id = recordId('note');
const times = { at: '2026-11-21T16:02:00.000Z', oursAt: '2026-11-21T15:58:00.000Z' };

function Shown() {
  const record = useRecord('notes', id);
  if (!record) return null;
  return (
    <TwoVersions
      collection="notes"
      id={id}
      body={record.body}
      before="and it is sent"
      other={{ key: 'The other place', keep: 'Keep the other' }}
      labelOf={(path) => `Field ${path}`}
    />
  );
}

async function show(writtenBy: 'me' | 'priya' | 'nobody' | 'unknown', text = 'Mine') {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  const { me } = settingsOf(workspace);
  const by = { me, priya, nobody: '', unknown: 'X9' }[writtenBy];
  const told = by === '' ? {} : { by, ...times };
  const note = StaffNote.parse({
    ...{ id, superviseeRef: priya, sessionId: 's1', text },
    ...{ createdAt: workspace.now, createdBy: me },
  });
  const clashes = [{ path: 'text', ours: text, theirs: 'Theirs', ...told }];
  await workspace.change(() => [created('notes', id, { ...note, clashes } as StaffNote)]);
  render(
    <WorkspaceContext value={workspace}>
      <StatusRegion resting="" now={() => 0}>
        <Shown />
      </StatusRegion>
    </WorkspaceContext>,
  );
  return { workspace, user: userEvent.setup() };
}

const rowOf = (key: string) => screen.getByText(key).closest('div') as HTMLElement;
const button = (name: string) => screen.getByRole('button', { name });

describe('whose each version is', () => {
  it('somebody else’s has their name, each has its time, and the buttons say mine and theirs', async () => {
    await show('priya');
    expect(screen.getByRole('heading', { name: 'Field text' })).toBeVisible();
    expect(rowOf('Yours')).toHaveTextContent('MineWritten on 21 November 2026 at 3:58pm');
    expect(rowOf('Priya Shah’s')).toHaveTextContent(
      'TheirsWritten by Priya Shah, 21 November 2026 at 4:02pm',
    );
    for (const name of ['Keep mine', 'Keep theirs', 'Keep both'])
      expect(button(name)).toBeVisible();
    expect(screen.queryByText(/device/)).toBeNull();
  });

  it('mine is what stands there now, written on since the two were found', async () => {
    const { workspace } = await show('priya');
    await act(() =>
      workspace.change((set) => {
        const held = set.find('notes', id);
        return held ? [updated(held, { ...held.body, text: 'Mine, and more' })] : [];
      }),
    );
    expect(rowOf('Yours')).toHaveTextContent('Mine, and more');
  });

  it('my own from another device is not called somebody’s', async () => {
    await show('me');
    expect(rowOf('Yours, on your other device')).toHaveTextContent('Theirs');
    expect(button('Keep this device’s')).toBeVisible();
    expect(button('Keep the other device’s')).toBeVisible();
  });

  it.each(['nobody', 'unknown'] as const)(
    'where it is %s, the page’s own words stand',
    async (by) => {
      await show(by);
      expect(rowOf('The other place')).toHaveTextContent('Theirs');
      expect(button('Keep the other')).toBeVisible();
    },
  );
});

it('after the choice the record says what was kept, and both texts can still be read', async () => {
  const { workspace, user } = await show('priya');
  await user.click(button('Keep theirs'));
  const details = await screen.findByText('Both versions from before you chose');
  expect(workspace.set.find('notes', id)?.body.text).toBe('Theirs');
  expect(screen.queryByRole('region', { name: 'Two versions' })).toBeNull();
  await user.click(details);
  const kept = within(details.closest('details') as HTMLElement);
  expect(kept.getByText('Mine')).toBeVisible();
  expect(kept.getByText('Theirs')).toBeVisible();
  expect(kept.getByText('Written by Priya Shah, 21 November 2026 at 4:02pm')).toBeVisible();
});

it('a record that grows very long is told so at its head, heard once, and goes on being saved', async () => {
  const { workspace } = await show('nobody');
  expect(screen.queryByText(/very long/)).toBeNull();
  const grow = (text: string) =>
    act(async () => {
      const held = workspace.set.find('notes', id);
      if (held) await workspace.change(() => [updated(held, { ...held.body, text })]);
    });
  await grow('a'.repeat(LONG_BYTES));
  const warning = /This record is very long \(257 KB\)\. It can be sent up to 768 KB/;
  expect(screen.getAllByText(warning)[0]).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent(warning);
  await grow('a'.repeat(LONG_BYTES + 10_000));
  expect(screen.getByRole('status')).toHaveTextContent(warning);
  await grow('short again');
  expect(screen.queryByText(/very long.*267/)).toBeNull();
});
