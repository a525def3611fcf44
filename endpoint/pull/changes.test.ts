import { afterAll, beforeAll, expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { directoryFrom } from '../../test/directories.ts';
import { SLOW_START_MS, startTestEndpoint, type TestEndpoint } from '../../test/endpoint.ts';
import { bodies, pushed, put } from '../../test/pushes.ts';
import { readMeta } from '../database/meta.ts';
import { relationsOf } from '../directory/relations.ts';
import { readChanges } from './changes.ts';

const directory = { staff: ['sue', 'ama'], supervises: [['sue', 'ama']] } as const;
let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startTestEndpoint({ directory });
}, SLOW_START_MS);
afterAll(() => endpoint.close());

it('[SRV10] so many headers a request and no more: a page may be empty, and more come', async () => {
  const drafts = Array.from({ length: 7 }, () => put('notes', bodies.note('sue', 'ama')));
  const final = put('notes', bodies.note('sue', 'ama', { finalisedAt: '2026-11-20T11:00:00Z' }));
  await pushed(endpoint, 'sue', ...drafts, final);
  const asker = {
    person: 'ama',
    relations: relationsOf(directoryFrom(directory)),
    today: toCalendarDate('2026-11-20'),
    now: '2026-11-20T12:00:00Z',
    meta: await readMeta(endpoint.db),
  };
  const pages = [];
  for (let after = 0, hasMore = true; hasMore; ) {
    const page = await readChanges(endpoint.db, asker, { after, limit: 200, maxScanned: 3 });
    pages.push([page.seq, page.scanned, page.changes.map(({ recordId }) => recordId)]);
    [after, hasMore] = [page.seq, page.hasMore];
  }
  expect(pages).toEqual([
    [3, 3, []],
    [6, 3, []],
    [8, 2, [final.recordId]],
  ]);
});
