import { expect, it } from 'vitest';
import type { Preparation } from '#domain/records/preparation.ts';
import { openChildren, practitioners } from '#storage/caseload/caseload-reads.ts';
import { mySupervisors, noLongerSupervises, workWith } from '#storage/handover/my-supervisors.ts';
import { currentPreparation } from '#storage/preparation/preparation-reads.ts';
import { ensurePreparation, sharePreparation } from '#storage/preparation/preparations.ts';
import { newStaff, settingsOf, staffWrite } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, updated } from '#storage/writes.ts';
import { josDevice } from '../../../test/handed-over.ts';
import { carry, made, twoPeople } from '../../../test/handovers.ts';
import { checkHandover } from './check-handover.ts';
import { takeIn } from './take-in.ts';

/** Sam has Priya's cases and Jo her personal supervision: each made her a file of their own. */
async function twoSupervisors() {
  const people = await twoPeople();
  const jo = await josDevice(people.ports);
  const there = newStaff(jo, 'Priya Shah', 'Social worker');
  const write = await staffWrite(jo, there);
  await jo.change(() => [write]);
  const { me: joRef } = settingsOf(jo);
  return { ...people, jo, joRef, thereRef: there.ref, file: await made(jo, there.ref) };
}

/** What she writes for whoever she is working with now. */
async function prepare(priya: Workspace, wants: string): Promise<string> {
  const { preparationId } = await ensurePreparation(priya);
  await priya.change((set) => {
    const record = set.find('preparations', preparationId);
    return record ? [updated(record, { ...record.body, wants } as Preparation)] : [];
  });
  return preparationId;
}
const wanted = (workspace: Workspace) =>
  bodies(workspace, 'preparations').map(({ wants, supervisorRef }) => [wants, supervisorRef]);

it('[SUPV5, HAND12] a file from a second supervisor asks first, and takes nothing of the first', async () => {
  const { priya, priyaRef, samRef, joRef, file, sam } = await twoSupervisors();
  expect(checkHandover(priya, file)).toMatchObject({
    outcome: 'isThisYou',
    supervisedBy: 'Sam Lee',
  });
  await takeIn(priya, file, { beside: true });
  expect(mySupervisors(priya)).toEqual([samRef, joRef]);
  expect(openChildren(priya, priyaRef)).toHaveLength(2);
  expect(practitioners(priya)).toEqual([]);
  // Neither asks again, nor changes whom she works with.
  await carry(sam, priyaRef, priya);
  expect(mySupervisors(priya)).toEqual([samRef, joRef]);
  expect(checkHandover(priya, await made(sam, priyaRef))).toMatchObject({ supervisedBy: '' });
});

it('[SUPV5] what is prepared for each stays apart, and each file has their own alone', async () => {
  const { sam, priya, samRef, jo, joRef, thereRef, file } = await twoSupervisors();
  await takeIn(priya, file, { beside: true });
  const forSam = await prepare(priya, 'The cases');
  await workWith(priya, joRef);
  const forJo = await prepare(priya, 'My own learning');
  expect(forJo).not.toBe(forSam);
  await sharePreparation(priya, forJo);
  expect((await carry(priya, joRef, jo)).refused).toEqual([]);
  expect(wanted(jo)).toEqual([['My own learning', joRef]]);
  expect(bodies(jo, 'preparations')[0]?.superviseeRef).toBe(thereRef);

  await workWith(priya, samRef);
  expect(currentPreparation(priya)?.body).toMatchObject({ wants: 'The cases', sharedAt: '' });
  // Whoever she is working with now, a file is for whom it is made for.
  const forOther = await made(priya, joRef);
  expect(forOther.kind).toBe('forSupervisor');
  expect(JSON.stringify(forOther)).not.toContain('The cases');
  await carry(priya, samRef, sam);
  expect(wanted(sam)).toEqual([]);
  await sharePreparation(priya, forSam);
  expect((await carry(priya, samRef, sam)).refused).toEqual([]);
  expect(wanted(sam)).toEqual([['The cases', samRef]]);
});

it('[SUPV5] one in place of the other, and one who supervises no more', async () => {
  const { priya, samRef, joRef, file } = await twoSupervisors();
  await takeIn(priya, file);
  expect(mySupervisors(priya)).toEqual([joRef]);
  const again = await twoSupervisors();
  await takeIn(again.priya, again.file, { beside: true });
  await noLongerSupervises(again.priya, again.joRef);
  expect(mySupervisors(again.priya)).toEqual([again.samRef]);
  await workWith(again.priya, samRef === again.samRef ? 'x' : samRef);
  expect(mySupervisors(again.priya)).toEqual([again.samRef]);
});
