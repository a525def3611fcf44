import { expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { lookInWorker, readInWorker } from './read-in-worker.ts';

/** Every name is SYNTHETIC. */
const today = toCalendarDate('2026-11-20');
const statuses = [{ code: 'CIN', label: 'CIN' }];
const head = 'Reference,Name,Worker\n';
const file = (rows: string) => new File([head, rows], 'list.csv');

it('looks at a file and reads it, in a worker', async () => {
  const list = file('1001,Zoë Stone,Uma Eastlake\n');
  const look = await lookInWorker({ files: [list], statuses, today });
  expect(look).toMatchObject({ outcome: 'read', result: { source: 'csv' } });
  const mapping = look.outcome === 'read' ? look.result.files[0]?.guess : undefined;
  if (!mapping) throw new Error('no guess');
  const done: number[] = [];
  const read = await readInWorker(
    { kind: 'csv', file: list, options: { today, statuses, mapping } },
    { onProgress: (progress) => done.push(progress.done) },
  );
  expect(read).toMatchObject({
    outcome: 'read',
    result: { children: [{ ref: '1001', name: 'Zoë Stone' }], faults: [] },
  });
  expect(done).toContain(list.size);
});

it('stops at once when it is cancelled, also before it began', async () => {
  const list = file('1001,Zoë Stone,Uma Eastlake\n'.repeat(300_000));
  const options = {
    today,
    statuses,
    mapping: { columns: { reference: 0, worker: 2 }, firstRowIsData: false },
  };
  const cancel = new AbortController();
  const reading = readInWorker(
    { kind: 'csv', file: list, options },
    { signal: cancel.signal, onProgress: () => cancel.abort() },
  );
  expect(await reading).toEqual({ outcome: 'cancelled' });
  const again = await readInWorker({ kind: 'csv', file: list, options }, { signal: cancel.signal });
  expect(again).toEqual({ outcome: 'cancelled' });
});
