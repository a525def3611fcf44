import { expect, it } from 'vitest';
import type { BroughtIn } from '#domain/records/brought-in.ts';
import {
  type BroughtInCollection,
  confirmBroughtIn,
  newChildBroughtIn,
  newStaffBroughtIn,
  withdrawBroughtIn,
} from '#storage/caseload/brought-in.ts';
import { markPlaced } from '#storage/staff-file/staff-file.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll } from '#storage/writes.ts';
import { ref } from '../../../test/builders.ts';
import { handOver, held, threePeople } from '../../../test/handed-over.ts';
import { checkHandover } from './check-handover.ts';
import { takeIn } from './take-in.ts';

async function typed(workspace: Workspace, collection: BroughtInCollection, body: BroughtIn) {
  const words = { kind: 'other', on: '12 March 2024', author: 'Lee Day', text: ' Seen.\r\n' };
  workspace.draft({ collection, id: body.id, body: { ...body, ...words } as never }); // of this collection
  await workspace.queue.flush();
  return body.id;
}

it('[HAND16] what was placed on the council’s file is still known to be there, with its day', async () => {
  const people = await threePeople();
  const { sam, jo, priyaRef } = people;
  await held(sam, priyaRef);
  const note = findAll(sam, 'notes')[0]?.body;
  if (!note) throw new Error('no notes');
  await markPlaced(sam, note, { state: 'placed', on: '2026-11-20', reference: 'F 7' });
  const handover = await handOver(people);
  expect(checkHandover(jo, handover)).toMatchObject({
    contents: expect.arrayContaining(['1 record with its day on the council’s supervision file']),
  });
  expect(await takeIn(jo, handover)).toMatchObject({ refused: [] });
  expect(bodies(jo, 'staffMarks')).toEqual(bodies(sam, 'staffMarks'));
  expect(bodies(jo, 'staffMarks')).toMatchObject([
    { recordId: note.id, state: 'placed', on: '2026-11-20', reference: 'F 7' },
  ]);
});

it('[HAND16] old records that were brought in go with her and her children; a draft of one stays', async () => {
  const people = await threePeople();
  const { sam, jo, priyaRef } = people;
  const own = await typed(sam, 'staffBroughtIn', newStaffBroughtIn(sam, priyaRef));
  const child = await typed(sam, 'childBroughtIn', newChildBroughtIn(sam, ref('C1')));
  const draft = await typed(sam, 'childBroughtIn', newChildBroughtIn(sam, ref('C1')));
  const another = await typed(sam, 'childBroughtIn', newChildBroughtIn(sam, ref('D9')));
  for (const [collection, id] of [
    ['staffBroughtIn', own],
    ['childBroughtIn', child],
    ['childBroughtIn', another],
  ] as const)
    expect(await confirmBroughtIn(sam, collection, id)).toEqual({ outcome: 'confirmed' });
  await takeIn(jo, await handOver(people));
  expect(bodies(jo, 'childBroughtIn').map(({ id }) => id)).toEqual([child]);
  expect(bodies(jo, 'staffBroughtIn')).toMatchObject([{ id: own, text: ' Seen.\r\n' }]);
  expect(bodies(jo, 'childBroughtIn').map(({ id }) => id)).not.toContain(draft);

  // Withdrawn afterwards: the next file says so, and nothing is lost.
  await withdrawBroughtIn(sam, 'childBroughtIn', child, 'Of another child');
  expect(await takeIn(jo, await handOver(people))).toMatchObject({ refused: [] });
  expect(bodies(jo, 'childBroughtIn')).toMatchObject([{ withdrawnWhy: 'Of another child' }]);
});
