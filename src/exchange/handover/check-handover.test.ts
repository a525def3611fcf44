import { describe, expect, it } from 'vitest';
import type { StaffRef } from '#domain/ids.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { changeSettings, findStaff, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import {
  carry,
  made,
  make,
  opened,
  samsDevice,
  setUp,
  twoPeople,
  typeAgreement,
  writeAgreement,
} from '../../../test/handovers.ts';
import { aWorkspace, givePriya, testPorts } from '../../../test/workspaces.ts';
import { checkHandover } from './check-handover.ts';
import { nothingChanged } from './handover-file.ts';
import type { Handover } from './read-handover.ts';
import { takeIn } from './take-in.ts';

const everyRow = ({ db }: Workspace) => db.rows.toArray();

/** Looked at and taken in: both say the same sentence, and no row is another one. */
async function isRefused(workspace: Workspace, handover: Handover, reason: string) {
  const before = await everyRow(workspace);
  const full = `${reason} ${nothingChanged}`;
  expect(checkHandover(workspace, handover)).toEqual({ outcome: 'refused', reason: full });
  expect(await takeIn(workspace, handover)).toEqual({
    taken: 0,
    clashes: 0,
    contents: [],
    refused: [full],
  });
  expect(await everyRow(workspace)).toEqual(before);
}

/** Somebody who began on her own: her references are her own too. */
async function alone(name: string): Promise<Workspace> {
  const workspace = await aWorkspace();
  const { me } = settingsOf(workspace);
  await workspace.change(() => {
    const record = findStaff(workspace, me);
    return record ? [{ ...record, basedOn: record.v, body: { ...record.body, name } }] : [];
  });
  return workspace;
}

describe('a file is refused with a sentence, and nothing changes', () => {
  it('[HAND2] that was made on this device', async () => {
    const { sam, priyaRef } = await samsDevice();
    await isRefused(
      sam,
      await made(sam, priyaRef),
      'You made this file yourself on 20 November 2026 at 10:00am, for Priya Shah. It is opened on their device.',
    );
  });

  it('[HAND2] for somebody else', async () => {
    const { sam, danRef, priya } = await twoPeople();
    await isRefused(
      priya,
      await made(sam, danRef),
      'This file is for Dan Osei. You are Priya Shah on this device.',
    );
  });

  it('[HAND2] for somebody else of my own name, who is on my list', async () => {
    const { sam, samRef, priya, priyaRef } = await twoPeople();
    const handover = await made(priya, samRef);
    const ref = practitioners(sam).find((staff) => staff.ref !== priyaRef)?.ref as StaffRef; // Dan
    await sam.change(() => {
      const record = findStaff(sam, ref);
      return record
        ? [{ ...record, basedOn: record.v, body: { ...record.body, name: 'Sam Lee' } }]
        : [];
    });
    await isRefused(
      sam,
      { ...handover, to: { ref, name: 'Sam Lee' } },
      'This file is for Sam Lee. You are Sam Lee on this device.',
    );
  });

  it('[HAND2] that was taken in before, in this tab or in another', async () => {
    const { sam, priya, priyaRef, ports } = await twoPeople();
    ports.goTo('2026-11-22T14:41:00.000Z');
    const handover = await made(sam, priyaRef);
    expect(await takeIn(priya, handover)).toMatchObject({ refused: [] });
    ports.goTo('2026-11-23T09:00:00.000Z');
    await isRefused(priya, handover, 'You took this file in on 22 November 2026 at 2:41pm.');
    expect(bodies(priya, 'handovers').filter(({ id }) => id === handover.fileId)).toHaveLength(1);
  });

  it('[HAND2] that is older than one taken in from the same device', async () => {
    const { sam, priya, priyaRef, ports } = await twoPeople();
    ports.goTo('2026-11-21T10:00:00.000Z');
    const older = await made(sam, priyaRef);
    ports.goTo('2026-11-22T10:00:00.000Z');
    await carry(sam, priyaRef, priya);
    await isRefused(
      priya,
      older,
      'This file was made on 21 November 2026 at 10:00am. You have already taken in a later one from Sam Lee, made on 22 November 2026 at 10:00am.',
    );
  });

  it('[HAND2] a clock that was put back makes no file older', async () => {
    const { sam, priya, priyaRef, ports } = await twoPeople();
    ports.goTo('2026-11-10T10:00:00.000Z');
    expect(checkHandover(priya, await made(sam, priyaRef))).toMatchObject({ outcome: 'ready' });
  });

  it('[HAND2] from a practitioner who is not on my list', async () => {
    const { priya, samRef, sam } = await twoPeople();
    const handover = await made(priya, samRef);
    const from = { ...handover.from, ref: 'local:other' as StaffRef, refs: ['local:other'] };
    await isRefused(
      sam,
      { ...handover, from },
      'This file is from Priya Shah, who is not on your list under the reference it gives. Make a file for Priya Shah first, and ask for a new one back.',
    );
  });

  it('[HAND2] in the example caseload', async () => {
    const { sam, priya, priyaRef } = await twoPeople();
    const handover = await made(sam, priyaRef);
    await changeSettings(priya, { synthetic: true });
    await isRefused(priya, handover, 'This is the example caseload: it takes no files.');
  });
});

describe('looking at a file', () => {
  it('changes nothing, and says what is in it and what is news', async () => {
    const people = await twoPeople();
    const { sam, priya, priyaRef } = people;
    await givePriya(sam, [{ reference: 'C3' }]);
    await writeAgreement(sam, people, { purpose: 'To think' });
    const handover = await made(sam, priyaRef);
    const before = await everyRow(priya);
    expect(checkHandover(priya, handover)).toEqual({
      outcome: 'ready',
      contents: ['3 open children', '1 supervision agreement'],
      supervisedBy: '',
      news: { newChildren: 1, added: 1, changed: 0, same: 0 },
      clashes: [],
    });
    expect(await everyRow(priya)).toEqual(before);
    expect(await takeIn(priya, handover)).toEqual({
      taken: 2,
      clashes: 0,
      contents: ['3 open children', '1 supervision agreement'],
      refused: [],
    });
  });

  it('names the record and the field that were changed on both devices', async () => {
    const people = await twoPeople();
    const { sam, samRef, priya, priyaRef } = people;
    await writeAgreement(sam, people);
    await carry(sam, priyaRef, priya);
    await typeAgreement(sam, { purpose: 'From Sam' });
    await typeAgreement(priya, { purpose: 'From Priya' });
    const handover = await made(priya, samRef);
    expect(checkHandover(sam, handover)).toMatchObject({
      clashes: [{ what: 'Supervision agreement', field: 'What supervision is for' }],
    });
  });

  it('[HAND12] for somebody of my name under another reference asks if that is me', async () => {
    const { sam, priyaRef } = await samsDevice();
    const priya = await alone('Priya Shah');
    const { me } = settingsOf(priya);
    const first = await opened(await make(sam, priyaRef));
    expect(checkHandover(priya, first)).toMatchObject({
      outcome: 'isThisYou',
      contents: ['Sam Lee becomes your supervisor on this device', '2 open children'],
    });
    await takeIn(priya, first);
    expect(settingsOf(priya)).toMatchObject({
      me,
      alsoMe: [priyaRef],
      supervisorRef: first.from.ref,
    });
    // The next one asks nothing.
    expect(checkHandover(priya, await made(sam, priyaRef))).toMatchObject({ outcome: 'ready' });
  });

  it('[HAND12] known by two references she is one person on both devices', async () => {
    const { sam, samRef, priyaRef } = await samsDevice();
    const priya = await alone('Priya Shah');
    await takeIn(priya, await made(sam, priyaRef));
    const { me } = settingsOf(priya);
    await writeAgreement(priya, { samRef, priyaRef: me }, { purpose: 'To think' });
    expect(await carry(priya, samRef, sam)).toMatchObject({ taken: 1, refused: [] });
    expect(bodies(sam, 'agreements')).toMatchObject([{ superviseeRef: priyaRef }]);
    expect(await carry(sam, priyaRef, priya)).toMatchObject({ taken: 0, refused: [] });
    expect(bodies(priya, 'agreements')).toMatchObject([{ superviseeRef: me }]);
    expect(bodies(priya, 'staff').filter(({ name }) => name === 'Priya Shah')).toHaveLength(1);
  });

  it('[HAND12] from somebody new says who becomes my supervisor, beside whom or in whose place', async () => {
    const { priya, priyaRef } = await twoPeople();
    const jo = await alone('Jo Bell');
    await givePriya(jo, [{ reference: 'C8' }]);
    const theirRef = practitioners(jo)[0]?.ref as StaffRef; // given on the line above
    const handover = { ...(await made(jo, theirRef)), to: { ref: priyaRef, name: 'Priya Shah' } };
    expect(checkHandover(priya, handover)).toMatchObject({
      outcome: 'ready',
      contents: ['Jo Bell becomes your supervisor on this device', '1 open child'],
      supervisedBy: 'Sam Lee',
    });
    await takeIn(priya, handover);
    expect(settingsOf(priya).supervisorRef).toBe(settingsOf(jo).me);
  });

  it('[HAND12] a device that was lost is set up again, and its files come in after those of the old one', async () => {
    const { sam, samRef, priyaRef, priya } = await twoPeople();
    await carry(priya, samRef, sam);
    await carry(priya, samRef, sam);
    const again = await setUp(await made(sam, priyaRef), testPorts());
    const handover = await made(again, samRef);
    expect(handover.serial).toBe(1);
    expect(checkHandover(sam, handover)).toMatchObject({ outcome: 'ready' });
  });
});
