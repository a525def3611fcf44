import { expect, it } from 'vitest';
import { childDueOf, childQuestion, workerDueOf } from '#storage/agenda/due.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { childrenOfWorker } from '#storage/figures/figure-children.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { changeStaff, findStaff, profileOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import { aWorkspace, givePriya, testPorts, write } from '../../../test/workspaces.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };

/** Priya Shah and one child, discussed on 20 November 2026. */
async function discussed(profileId: string, familySafeguarding: boolean) {
  const workspace = await aWorkspace(testPorts(), profileId);
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  await changeStaff(workspace, priya, { familySafeguarding });
  const session = await startSession(workspace, priya);
  const { id: _, childRef: __, ...typed } = readyBrief({ accountedAt: workspace.now });
  await write(workspace, session, 'C1', typed);
  await endSession(workspace, session, there);
  return { workspace, priya };
}

function child(workspace: Workspace) {
  const body = findChild(workspace, 'C1')?.body;
  if (!body) throw new Error('C1 is on the list');
  return body;
}
const dueOf = (workspace: Workspace) => childDueOf(workspace, child(workspace));

it('under 004 a child of such a team is the group’s, and not every case again in the one-to-one', async () => {
  const { workspace, priya } = await discussed('mosaic-004', true);
  expect(dueOf(workspace)).toMatchObject({
    inEverySession: false,
    dueOn: '2026-12-31',
    words: expect.stringContaining('every open case in each monthly group supervision'),
  });
  // Its worker has the monthly one-to-one all the same (C-5).
  const staff = findStaff(workspace, priya)?.body;
  expect(staff && workerDueOf(workspace, staff)).toMatchObject({ dueOn: '2026-12-31' });
  const known = { on: todayIn(workspace), profile: profileOf(workspace) };
  const [onList] = childrenOfWorker(workspace, priya, known);
  expect(onList?.facts.familySafeguarding).toBe(true);
  expect(childQuestion(workspace, child(workspace)).child.familySafeguarding).toBe(true);
});

it('a child of another worker there is on the agenda of each; under another policy the tick says nothing', async () => {
  const other = await discussed('mosaic-004', false);
  expect(dueOf(other.workspace)).toMatchObject({ inEverySession: true });
  const islington = await discussed('islington-001', true);
  expect(dueOf(islington.workspace)).toMatchObject({ inEverySession: true });
});
