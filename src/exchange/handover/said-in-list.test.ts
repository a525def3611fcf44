import { expect, it } from 'vitest';
import type { StaffRef } from '#domain/ids.ts';
import { ChildAction } from '#domain/records/action.ts';
import { sayOfAction } from '#storage/actions/action-events.ts';
import { actionLists } from '#storage/actions/action-list-for.ts';
import { settingsOf } from '#storage/settings.ts';
import { created } from '#storage/writes.ts';
import { anAction } from '../../../test/builders.ts';
import { carry, twoPeople } from '../../../test/handovers.ts';
import { rowsForSupervisor } from './rows-for-supervisor.ts';

const typed = { on: '', reason: 'I rang today', owner: '', byWhen: '' };

it('[HAND4] what she says of an action in her list goes with her next file, and settles nothing there', async () => {
  const { sam, samRef, priya, priyaRef, ports } = await twoPeople();
  const action = ChildAction.parse({ ...anAction({ id: crypto.randomUUID() }), createdBy: samRef });
  await sam.change(() => [created('childActions', action.id, action)]);
  await carry(sam, priyaRef, priya);
  const about = { file: 'child', actionId: action.id } as const;
  ports.advance(60_000);
  await sayOfAction(priya, about, 'saidDone', typed);
  await carry(priya, samRef, sam);
  expect(actionLists(sam).ofChildren[0]?.state).toMatchObject({
    status: 'open',
    said: { outcome: 'saidDone', reason: 'I rang today', by: priyaRef },
  });

  // And what he settles in his list is so on hers.
  ports.advance(60_000);
  await sayOfAction(sam, about, 'carried', { ...typed, byWhen: '2 weeks' });
  await carry(sam, priyaRef, priya);
  const [row] = actionLists(priya).mine;
  expect(row?.state).toMatchObject({ carried: 1, action: { dueOn: '2026-12-04' } });
});

it('[HAND4] nothing of it goes to another who never agreed it with her', async () => {
  const { sam, samRef, priya, priyaRef } = await twoPeople();
  const action = ChildAction.parse({ ...anAction({ id: crypto.randomUUID() }), createdBy: samRef });
  await sam.change(() => [created('childActions', action.id, action)]);
  await carry(sam, priyaRef, priya);
  await sayOfAction(priya, { file: 'child', actionId: action.id }, 'saidDone', typed);
  const settings = settingsOf(priya);
  const records = (to: string) =>
    rowsForSupervisor(priya, to as StaffRef, settings).records.map(({ collection }) => collection);
  expect(records(samRef)).toContain('childActionEvents');
  expect(records('jo')).not.toContain('childActionEvents');
});
