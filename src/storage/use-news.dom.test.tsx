import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { CollectionName } from '#domain/collections.ts';
import { discussionsOf } from '#storage/session/session-reads.ts';
import { startSession } from '#storage/session/sessions.ts';
import { updated } from '#storage/writes.ts';
import { aWorkspace, givePriya } from '../../test/workspaces.ts';
import { useDrawnInTime, useNews } from './use-news.ts';
import { useAll, WorkspaceContext } from './use-workspace.ts';
import type { Workspace } from './workspace.ts';

const DISCUSSIONS = ['discussions'] as const;

/** What each way of reading has shown of the family's text, drawing after drawing. */
async function reading() {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Amina Khan' }]);
  const id = await startSession(workspace, priya);
  const drawn: Record<'all' | 'news' | 'inTime', string[]> = { all: [], news: [], inTime: [] };
  const text = () => discussionsOf(workspace, id)[0]?.body.familySummary ?? '';
  const All = () => {
    useAll('discussions');
    drawn.all.push(text());
    return null;
  };
  const News = () => {
    drawn.news.push(`${useNews(DISCUSSIONS)} ${text()}`);
    return null;
  };
  const InTime = () => {
    useDrawnInTime(DISCUSSIONS);
    drawn.inTime.push(text());
    return <p>{text()}</p>;
  };
  render(
    <WorkspaceContext value={workspace}>
      <All />
      <News />
      <InTime />
    </WorkspaceContext>,
  );
  return { workspace, drawn, record: () => held(workspace, id) };
}

function held(workspace: Workspace, id: string) {
  const [record] = discussionsOf(workspace, id);
  if (!record) throw new Error('no discussion');
  return record;
}

const asDraft = (record: ReturnType<typeof held>, familySummary: string) => ({
  collection: 'discussions' satisfies CollectionName as 'discussions',
  id: record.id,
  body: { ...record.body, familySummary },
});

it('what is typed draws the panes in time, and not what only news draws', async () => {
  const { workspace, drawn, record } = await reading();
  const before = drawn.news.length;
  await act(async () => {
    workspace.draft(asDraft(record(), 'typed'));
    await workspace.queue.flush();
  });
  expect(screen.getByText('typed')).toBeVisible();
  expect(drawn.all.at(-1)).toBe('typed');
  expect(drawn.news.length).toBe(before);
});

it('a change that nobody typed draws all of them', async () => {
  const { workspace, drawn, record } = await reading();
  const [number = ''] = drawn.news.at(-1)?.split(' ') ?? [];
  await act(() =>
    workspace.change(() => [
      updated(record(), { ...record().body, familySummary: 'from elsewhere' }),
    ]),
  );
  expect(drawn.news.at(-1)).toBe(`${Number(number) + 1} from elsewhere`);
  expect(drawn.inTime.at(-1)).toBe('from elsewhere');
  expect(drawn.all.at(-1)).toBe('from elsewhere');
});

it('what was saved between the first drawing and the listening is drawn too', async () => {
  const { workspace, record } = await reading();
  let isSaved = false;
  const Late = () => {
    useDrawnInTime(DISCUSSIONS);
    return <i>{record().body.familySummary || 'none'}</i>;
  };
  const SavesAsItIsDrawn = () => {
    if (!isSaved) {
      isSaved = true;
      const { body, id, v, text, rev } = record();
      const newer = { ...body, familySummary: 'meanwhile' };
      const kind = { collection: 'discussions' as const, id, rev, text };
      workspace.set.apply([{ ...kind, v: v + 1, body: newer }], 'typed');
    }
    return null;
  };
  await act(async () => {
    render(
      <WorkspaceContext value={workspace}>
        <Late />
        <SavesAsItIsDrawn />
      </WorkspaceContext>,
    );
  });
  expect(screen.getByText('meanwhile', { selector: 'i' })).toBeVisible();
});
