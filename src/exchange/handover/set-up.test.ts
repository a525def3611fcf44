import { describe, expect, it, vi } from 'vitest';
import type { RecordId } from '#domain/ids.ts';
import { workerDueOf } from '#storage/agenda/due.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { listAccounts, unlock } from '#storage/keys/accounts.ts';
import { planSession } from '#storage/session/sessions.ts';
import { findStaff, myName, profileOf, settingsOf } from '#storage/settings.ts';
import { bodies, created, updated } from '#storage/writes.ts';
import {
  carry,
  made,
  samsDevice,
  setUp,
  twoPeople,
  writeAgreement,
} from '../../../test/handovers.ts';
import {
  aWorkspace,
  openAgain,
  passphrase,
  quickDerive,
  recoverySecret,
  testPorts,
} from '../../../test/workspaces.ts';
import { checkHandover } from './check-handover.ts';
import { setUpContents, setUpFromHandover } from './set-up.ts';
import { takeIn } from './take-in.ts';

const allDatabases = async () => (await indexedDB.databases()).map(({ name }) => name).sort();

describe('set up by a supervisor’s file', () => {
  it('[HAND11] she is who it says, under the same policy, with her children and her supervisor', async () => {
    const { sam, samRef, priyaRef } = await samsDevice();
    await planSession(sam, priyaRef, '2026-12-18');
    const handover = await made(sam, priyaRef);
    expect(setUpContents(handover)).toEqual({
      outcome: 'ready',
      contents: ['2 open children', 'Next supervision on 18 December 2026'],
    });
    const priya = await setUp(handover);
    expect(settingsOf(priya)).toMatchObject({
      ...{ me: priyaRef, supervisorRef: samRef, profileId: 'islington-001', caseSystem: 'Mosaic' },
      ...{ synthetic: false, startedOn: '2026-11-20', alsoMe: [] },
    });
    expect([myName(priya), findStaff(priya, samRef)?.body.name]).toEqual(['Priya Shah', 'Sam Lee']);
    expect(openChildren(priya, priyaRef).map(({ name }) => name)).toEqual([
      'Amina Khan',
      'Ben Hale',
    ]);
    expect(bodies(priya, 'children')).toHaveLength(2);
    expect(profileOf(priya)).toEqual(profileOf(sam));
    const due = [sam, priya].map((device) => {
      const staff = findStaff(device, priyaRef)?.body;
      return staff && workerDueOf(device, staff);
    });
    expect(due[0]).toEqual(due[1]);
  });

  it('[HAND11] the policy follows: a version that is new, one that was taken back, and no other policy', async () => {
    const { sam, priya, priyaRef } = await twoPeople();
    const [first] = bodies(sam, 'profiles');
    if (!first) throw new Error('no policy');
    const id = crypto.randomUUID() as RecordId;
    const next = {
      ...first,
      id,
      version: '2',
      effectiveFrom: '2027-01-01',
      serial: 2,
      sha256: 'x',
    };
    await sam.change(() => [created('profiles', id, next)]);
    await carry(sam, priyaRef, priya);
    expect(bodies(priya, 'profiles')).toEqual([first, next]);
    await sam.change((set) => {
      const record = set.find('profiles', id);
      return record ? [updated(record, { ...record.body, withdrawnAt: sam.now })] : [];
    });
    await carry(sam, priyaRef, priya);
    expect(bodies(priya, 'profiles')[1]?.withdrawnAt).toBe(sam.now);

    const alone = await aWorkspace(testPorts(), 'swindon-000');
    const { me } = settingsOf(alone);
    const handover = { ...(await made(sam, priyaRef)), to: { ref: me, name: 'Sam Lee' } };
    expect(await takeIn(alone, handover)).toMatchObject({ refused: [] });
    expect(bodies(alone, 'profiles').map(({ profileId }) => profileId)).toEqual(['swindon-000']);
  });

  it('[HAND11] the same policy on two devices is one, whatever its row is called', async () => {
    const { sam, priyaRef } = await samsDevice();
    const alone = await aWorkspace();
    const handover = {
      ...(await made(sam, priyaRef)),
      to: { ref: settingsOf(alone).me, name: 'x' },
    };
    await takeIn(alone, handover);
    expect(bodies(alone, 'profiles')).toHaveLength(1);
  });

  it('[HAND11] it opens the next day, by the passphrase and by the recovery key', async () => {
    const { sam, priyaRef } = await samsDevice();
    const priya = await setUp(await made(sam, priyaRef));
    const again = await openAgain(priya);
    expect(again.damaged).toEqual([]);
    expect(openChildren(again, priyaRef)).toHaveLength(2);
    const byWords = { type: 'passphrase', passphrase, derive: quickDerive } as const;
    const byKey = { type: 'recovery', secret: recoverySecret } as const;
    for (const secret of [byWords, byKey]) {
      const outcome = await unlock(priya.vault.id, secret, testPorts());
      expect(outcome.outcome).toBe('unlocked');
      if (outcome.outcome === 'unlocked') outcome.workspace.db.close();
    }
  });

  it('[HAND11] the same file does not come in a second time, and the next one does', async () => {
    const people = await samsDevice();
    const { sam, priyaRef } = people;
    const handover = await made(sam, priyaRef);
    const priya = await setUp(handover);
    expect(checkHandover(priya, handover)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('You took this file in on 20 November 2026 at 10:00am.'),
    });
    await writeAgreement(sam, people, { purpose: 'To think' });
    expect(await carry(sam, priyaRef, priya)).toMatchObject({ taken: 1 });
  });

  it('[HAND11] where it fails nothing stays: no database, no half of a set-up', async () => {
    const { sam, priyaRef } = await samsDevice();
    const handover = await made(sam, priyaRef);
    const before = await allDatabases();
    const accounts = await listAccounts();
    // The database and its ways in are made; the first write after them fails.
    const ports = testPorts();
    const newId = vi
      .fn(ports.newId)
      .mockImplementationOnce(ports.newId)
      .mockImplementationOnce(ports.newId);
    newId.mockImplementation(() => {
      throw new Error('stopped half way');
    });
    const account = { passphrase, recoverySecret, derive: quickDerive, ports: { ...ports, newId } };
    await expect(setUpFromHandover({ handover, ...account })).rejects.toThrow('stopped half way');
    expect(await allDatabases()).toEqual(before);
    expect(await listAccounts()).toEqual(accounts);
    // The file is as good as before.
    expect(openChildren(await setUp(handover), priyaRef)).toHaveLength(2);
  });

  it('[HAND11] a practitioner’s file sets nobody up, and says so', async () => {
    const { priya, samRef } = await twoPeople();
    const handover = await made(priya, samRef);
    expect(setUpContents(handover)).toEqual({
      outcome: 'refused',
      reason:
        'This file is from Priya Shah to Sam Lee, who supervises them. A device is set up by a file from a supervisor, or started without one. Nothing on this device has been changed.',
    });
    const before = await allDatabases();
    const account = { passphrase, recoverySecret, derive: quickDerive, ports: testPorts() };
    await expect(setUpFromHandover({ handover, ...account })).rejects.toThrow('nobody is set up');
    expect(await allDatabases()).toEqual(before);
  });
});
