import { expect, it } from 'vitest';
import type { RecordId } from '#domain/ids.ts';
import { DecisionRevisit } from '#domain/records/entry.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, updated } from '#storage/writes.ts';
import { carry, made, twoPeople } from '../../../test/handovers.ts';
import { takeIn } from './take-in.ts';

const revisit = (id: string, childRef: string, over: object = {}) =>
  DecisionRevisit.parse({
    ...{ id, entryId: `entry of ${id}`, childRef, sessionId: 's', outcome: 'confirmed' },
    ...{ on: '2026-11-20', at: '2026-11-20T12:00:00Z', by: 'Sam', ...over },
  });
const put = (workspace: Workspace, ...rows: readonly DecisionRevisit[]) =>
  workspace.change(() => rows.map((row) => created('decisionRevisits', row.id, row)));
const said = (workspace: Workspace) =>
  bodies(workspace, 'decisionRevisits').map(({ id, outcome }) => [id, outcome]);

it('[HAND3] what was said of decisions about her open children goes out, and nobody else’s', async () => {
  const { sam, samRef, priya, priyaRef } = await twoPeople();
  await put(sam, revisit('r1', 'C1', { by: samRef }), revisit('r2', 'D9', { note: 'CANARY' }));
  expect(JSON.stringify(await made(sam, priyaRef))).not.toContain('CANARY');
  await carry(sam, priyaRef, priya);
  expect(said(priya)).toEqual([['r1', 'confirmed']]);
  await sam.change(() =>
    findAll(sam, 'decisionRevisits', ({ id }) => id === 'r1').map((record) =>
      updated(record, { ...record.body, outcome: 'withdrawn', note: 'The aunt moved' }),
    ),
  );
  await carry(sam, priyaRef, priya);
  expect(bodies(priya, 'decisionRevisits')).toMatchObject([
    { id: 'r1', outcome: 'withdrawn', note: 'The aunt moved' },
  ]);
});

it('[HAND6] she reads it: none goes back, and a file of hers that brings one is refused it', async () => {
  const { sam, samRef, priya, priyaRef } = await twoPeople();
  await put(sam, revisit('r1', 'C1', { by: samRef }));
  await carry(sam, priyaRef, priya);
  const back = await made(priya, samRef);
  expect(back.records.map(({ collection }) => collection)).not.toContain('decisionRevisits');
  const rows = ['r1', 'r9'].map((id) => ({
    ...{ collection: 'decisionRevisits' as const, id: id as RecordId, basedOn: '' },
    text: JSON.stringify(revisit(id, 'C1', { outcome: 'withdrawn', by: priyaRef })),
  }));
  const taken = await takeIn(sam, { ...back, records: [...back.records, ...rows] });
  expect(taken.refused).toEqual([
    'Decision revisited: it is not something this person’s file may bring. It was not taken in.',
  ]);
  expect(said(sam)).toEqual([['r1', 'confirmed']]);
});

it('[HAND6] one of a child who is not in the supervisor’s file stays out', async () => {
  const { sam, priya, priyaRef } = await twoPeople();
  const handover = await made(sam, priyaRef);
  const body = revisit('r1', 'D9');
  const row = { collection: 'decisionRevisits' as const, id: body.id, basedOn: '' };
  const records = [...handover.records, { ...row, text: JSON.stringify(body) }];
  expect((await takeIn(priya, { ...handover, records })).refused).toHaveLength(1);
  expect(said(priya)).toEqual([]);
});
