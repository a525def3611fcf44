import { expect, it } from 'vitest';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { correctChild } from '#storage/caseload/caseload.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { savePriorDiscussions } from '#storage/caseload/prior-discussions.ts';
import { childrenOfWorker } from '#storage/figures/figure-children.ts';
import { profileOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { ref } from '../../../test/builders.ts';
import { aWorkspace, givePriya, openAgain, testPorts } from '../../../test/workspaces.ts';
import { childDueOf } from './due.ts';

async function begun() {
  const ports = testPorts(); // 20 November 2026
  const workspace = await aWorkspace(ports, 'swindon-000');
  const priya = await givePriya(workspace, [{ reference: 'C1', status: 'CARE_EXP' }]);
  const on = '2026-11-19' as CalendarDate;
  await savePriorDiscussions(workspace, [{ childRef: ref('C1'), answer: 'date', on }]);
  return { workspace, ports, priya };
}

const set = (workspace: Workspace, overrideInterval: string) =>
  correctChild(
    workspace,
    ref('C1'),
    {
      overrideInterval,
      overrideReason: overrideInterval && 'Missing twice',
      overrideReviewOn: overrideInterval && '2027-02-01',
    },
    { on: todayIn(workspace), reason: 'Missing twice' },
  );

const dueOf = (workspace: Workspace) => {
  const child = findChild(workspace, 'C1')?.body;
  if (!child) throw new Error('C1 is on the list');
  return childDueOf(workspace, child);
};

it('a shorter interval that is set brings the child’s date forward, and ended it does so no more', async () => {
  const { workspace, ports, priya } = await begun();
  expect(dueOf(workspace)).toMatchObject({ dueOn: '2027-01-19' });
  await set(workspace, 'P14D');
  const again = await openAgain(workspace);
  for (const each of [workspace, again])
    expect(dueOf(each)).toMatchObject({ dueOn: '2026-12-03', rule: 'R-17', clause: '000:113' });
  expect(findChild(again, 'C1')?.body).toMatchObject({ overrideReviewOn: '2027-02-01' });

  ports.goTo('2027-02-02T10:00:00.000Z'); // past its review: it goes on counting
  expect(dueOf(workspace)).toMatchObject({ dueOn: '2026-12-03' });
  await set(workspace, '');
  expect(dueOf(workspace)).toMatchObject({ dueOn: '2027-01-19' });

  // A month that is over is told by what was set then.
  const facts = (on: string) => {
    const known = { on: on as CalendarDate, profile: profileOf(workspace) };
    return childrenOfWorker(workspace, priya, known)[0]?.facts.override;
  };
  expect(facts('2026-10-31')).toBeUndefined();
  expect(facts('2026-12-31')).toMatchObject({ interval: 'P14D', setOn: '2026-11-20' });
  expect(facts('2027-02-28')).toBeUndefined();
});

it('a longer one is no interval at all', async () => {
  const { workspace } = await begun();
  await set(workspace, 'P3M');
  expect(dueOf(workspace)).toMatchObject({ dueOn: '2027-01-19', rule: 'R-14' });
});
