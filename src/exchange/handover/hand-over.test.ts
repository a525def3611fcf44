import { describe, expect, it } from 'vitest';
import { sharedTextOf } from '#domain/agreement/agreement-text.ts';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import { ChildAction } from '#domain/records/action.ts';
import { agreedIntervalOf } from '#storage/agreement/agreed-interval.ts';
import { correctChild } from '#storage/caseload/caseload.ts';
import { openChildren, practitioners } from '#storage/caseload/caseload-reads.ts';
import { recordsToRecord } from '#storage/child-file/child-record-reads.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { handoverFacts } from '#storage/handover/handover-notes.ts';
import { endSession, planSession, startSession } from '#storage/session/sessions.ts';
import { changeStaff, findStaff, settingsOf } from '#storage/settings.ts';
import { bodies, created, findAll, todayIn, updated } from '#storage/writes.ts';
import { ref } from '../../../test/builders.ts';
import {
  accepted,
  colleague,
  duesOn,
  handOver,
  held,
  thereTogether,
  threePeople,
  typedNote,
} from '../../../test/handed-over.ts';
import {
  agreementOn,
  carry,
  made,
  opened,
  samsDevice,
  typeAgreement,
  writeAgreement,
} from '../../../test/handovers.ts';
import { quickDerive, write } from '../../../test/workspaces.ts';
import { acceptanceWords, confirmAccepted } from './acceptance.ts';
import { checkHandover } from './check-handover.ts';
import { makeHandOver } from './make-hand-over.ts';
import { setUpContents } from './set-up.ts';
import { takeIn } from './take-in.ts';

const newId = () => crypto.randomUUID() as RecordId;

describe('the file', () => {
  it('[HAND16] holds what is hers: notes, records, open actions, agreement, the next date, and the note', async () => {
    const people = await threePeople();
    const { sam, priyaRef, samRef } = people;
    await held(sam, priyaRef);
    await writeAgreement(sam, people, { purpose: 'To think' });
    await planSession(sam, priyaRef, '2026-12-04');
    const action = ChildAction.parse({
      ...{ id: newId(), childRef: 'C1', sessionId: newId(), discussionId: newId(), what: 'Ring' },
      ...{ createdAt: sam.now, createdBy: samRef },
    });
    await sam.change(() => [created('childActions', action.id, action)]);
    const handover = await handOver(people);
    const count = (name: string) =>
      handover.records.filter(({ collection }) => collection === name).length;
    expect(handover).toMatchObject({
      kind: 'handOver',
      about: [{ ref: priyaRef, name: 'Priya Shah', kind: 'both' }],
      to: { name: 'Jo Field' },
    });
    expect(
      ['sessions', 'childRecords', 'childActions', 'agreements', 'handoverNotes'].map(count),
    ).toEqual([2, 2, 1, 1, 1]);
    expect(bodies(sam, 'handoverNotes')[0]).toMatchObject({
      actions: [{ child: 'C1', what: 'Ring' }],
      nextDate: 'Planned for Friday 4 December 2026.',
      agreement: 'Written, and not signed by both.',
      unfinished: [],
    });
  });

  it('[HAND16] holds nothing about anybody else', async () => {
    const people = await threePeople();
    const { sam, priyaRef, danRef } = people;
    await held(sam, priyaRef);
    const withDan = await startSession(sam, danRef);
    await write(sam, withDan, 'D9', { briefNote: 'CANARY NOTE' });
    await endSession(sam, withDan, thereTogether);
    const text = JSON.stringify(await handOver(people));
    for (const other of ['CANARY', 'D9', danRef, 'Dan Osei', withDan])
      expect(text).not.toContain(other);
  });

  it('[HAND17] names what is not finished and is not made until a person says that it goes without', async () => {
    const people = await threePeople();
    const { sam, priyaRef, jo } = people;
    await held(sam, priyaRef, false);
    expect(handoverFacts(sam, priyaRef).unfinished).toEqual([
      'Record of C1 of 20 November 2026',
      'Record of C2 of 20 November 2026',
    ]);
    const noteId = await typedNote(people);
    await expect(handOver(people, noteId)).rejects.toThrow('is not ready');
    expect(bodies(sam, 'handoverNotes')).toMatchObject([{ finalisedAt: '' }]);
    const record = sam.set.find('handoverNotes', noteId);
    if (record) await sam.change(() => [updated(record, { ...record.body, withUnfinished: true })]);
    await takeIn(jo, await handOver(people, noteId));
    expect(bodies(jo, 'discussions')).toEqual([]);
    expect(bodies(jo, 'handoverNotes')).toMatchObject([
      { unfinished: ['Record of C1 of 20 November 2026', 'Record of C2 of 20 November 2026'] },
    ]);
    // Finished afterwards, it goes in the next file: nothing is lost.
    const [session] = bodies(sam, 'sessions');
    await finaliseChild(sam, session?.id ?? '', 'C1');
    await takeIn(jo, await handOver(people, noteId));
    expect(bodies(jo, 'childRecords')).toHaveLength(1);
  });

  it('[HAND18] opened by somebody of another name, or to set a device up, changes nothing and is a sentence', async () => {
    const people = await threePeople();
    const handover = await handOver(people, await typedNote(people, { toName: 'Kim Ray' }));
    const { jo } = people;
    expect(checkHandover(jo, handover)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('This file is for Kim Ray. You are Jo Field on this device.'),
    });
    expect(setUpContents(handover)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('opened on a device that is set up'),
    });
    await takeIn(jo, handover);
    expect(bodies(jo, 'children')).toEqual([]);
  });
});

describe('taken in by the new supervisor', () => {
  it('[HAND18] she is on the list with her children; whoever handed her over is a colleague and on none', async () => {
    const people = await threePeople();
    const { jo, priyaRef, samRef, sam } = people;
    await held(sam, priyaRef);
    const handover = await handOver(people);
    expect(checkHandover(jo, handover)).toMatchObject({
      contents: expect.arrayContaining(['Hands the supervision of Priya Shah over to Jo Field']),
    });
    expect(await takeIn(jo, handover)).toMatchObject({ refused: [], clashes: 0 });
    expect(practitioners(jo).map(({ name }) => name)).toEqual(['Priya Shah']);
    expect(openChildren(jo, priyaRef).map(({ name }) => name)).toEqual(['Amina Khan', 'Ben Hale']);
    expect(findStaff(jo, samRef)?.body).toMatchObject({ name: 'Sam Lee', colleague: true });
    expect(settingsOf(jo).supervisorRef).toBe('');
    // What Sam finished Sam records (001:93).
    expect(recordsToRecord(jo)).toEqual([]);
    expect(recordsToRecord(sam)).toHaveLength(2);
  });

  it('[HAND18] one who is on the list there under another reference is the same person', async () => {
    const people = await threePeople();
    const { jo } = people;
    const { addChildren } = await import('#storage/caseload/caseload.ts');
    const facts = { reference: 'C1', name: 'Amina Khan', dateOfBirth: '2016-03-04' };
    const more = { expectedOn: '', status: 'CIN', familyRef: '', checks: [] };
    const worker = { name: 'Priya Shah' };
    await addChildren(jo, [{ facts: { ...facts, ...more }, worker, allocatedAt: '2026-01-05' }]);
    await takeIn(jo, await handOver(people));
    const [one, ...others] = practitioners(jo);
    expect(others).toEqual([]);
    expect(openChildren(jo, one?.ref as StaffRef)).toHaveLength(2);
    // To know her already is not to have her children twice.
    expect(bodies(jo, 'children')).toHaveLength(2);
  });

  it('[HAND19] the session that is planned is the new supervisor’s, also on the practitioner’s own device', async () => {
    const people = await threePeople();
    const { sam, jo, priya, priyaRef } = people;
    const id = await planSession(sam, priyaRef, '2026-12-04');
    await carry(sam, priyaRef, priya);
    await takeIn(jo, await handOver(people));
    const { me } = settingsOf(jo);
    expect(bodies(jo, 'sessions')).toMatchObject([{ id, status: 'planned', supervisorRef: me }]);
    expect(await carry(jo, priyaRef, priya)).toMatchObject({ refused: [], clashes: 0 });
    expect(settingsOf(priya).supervisorRef).toBe(me);
    expect(bodies(priya, 'sessions')).toMatchObject([{ id, supervisorRef: me }]);
    // A later file of the one before changes nothing of what was begun here.
    await startSession(jo, priyaRef, id);
    const [note] = bodies(sam, 'handoverNotes');
    expect(await takeIn(jo, await handOver(people, note?.id))).toMatchObject({ clashes: 0 });
    expect(bodies(jo, 'sessions')).toMatchObject([{ id, status: 'open', supervisorRef: me }]);
  });

  it('[HAND19] due dates are the same, with the interval that was agreed', async () => {
    const people = await threePeople();
    const { sam, jo, priya, priyaRef } = people;
    await changeStaff(sam, priyaRef, { startedOn: '2026-10-01', stage: 'asye' });
    await held(sam, priyaRef);
    await writeAgreement(sam, people, { agreedInterval: 'P14D' });
    const { agreement, ...signed } = { agreement: agreementOn(sam), supervisorSignedAt: sam.now };
    const supervisorSignedText = sharedTextOf(agreement) ?? '';
    await typeAgreement(sam, { ...signed, supervisorSignedBy: 'Sam Lee', supervisorSignedText });
    await carry(sam, priyaRef, priya);
    await takeIn(jo, await handOver(people));
    expect(agreedIntervalOf(jo, priyaRef)).toBe('P14D');
    expect(agreedIntervalOf(sam, priyaRef)).toBe('P14D');
    expect(duesOn(jo, priyaRef)).toEqual(duesOn(sam, priyaRef));
    await carry(jo, priyaRef, priya);
    expect(agreedIntervalOf(priya, priyaRef)).toBe('P14D');
    expect(duesOn(priya, priyaRef).children).toEqual(duesOn(jo, priyaRef).children);
  });
});

it('[HAND19] a status that changed before is a change there too, from the same day', async () => {
  const people = await threePeople('swindon-000');
  const { sam, jo, priyaRef, ports } = people;
  await correctChild(sam, ref('C1'), { status: 'CE' }, { on: todayIn(sam), reason: 'Left care' });
  await held(sam, priyaRef, false);
  ports.advance(50 * 24 * 3_600_000);
  await correctChild(sam, ref('C1'), { status: 'CIN' }, { on: todayIn(sam), reason: 'Back' });
  const changed = duesOn(sam, priyaRef);
  ports.advance(5 * 24 * 3_600_000);
  const noteId = await typedNote(people, { withUnfinished: true });
  await takeIn(jo, await handOver(people, noteId));
  const status = bodies(jo, 'children').flatMap(({ history }) => history.map(({ field }) => field));
  expect(status.filter((field) => field === 'status')).toHaveLength(2);
  expect(duesOn(jo, priyaRef)).toEqual(duesOn(sam, priyaRef));
  expect(duesOn(jo, priyaRef).children).not.toEqual([]);
  expect(changed.children).toHaveLength(2);
  // Changed again after the first file: once, and from the day that it gives.
  await correctChild(sam, ref('C1'), { status: 'CP' }, { on: todayIn(sam), reason: 'Plan' });
  ports.advance(2 * 24 * 3_600_000);
  await takeIn(jo, await handOver(people, noteId));
  expect(duesOn(jo, priyaRef)).toEqual(duesOn(sam, priyaRef));
});

it.each(['both', 'case'] as const)(
  '[HAND17] what is finished after the acceptance goes in another file, and nobody’s part is another: %s',
  async (kind) => {
    const people = await threePeople();
    const { sam, jo, priyaRef, samRef } = people;
    await sam.change(() =>
      findAll(sam, 'staff', ({ ref: own }) => own === priyaRef).map((record) => {
        const mine = { ...relationFields, id: 'own', supervisorRef: samRef, kind };
        return updated(record, { ...record.body, supervisedBy: [mine] });
      }),
    );
    const session = await held(sam, priyaRef, false);
    const noteId = await typedNote(people, { withUnfinished: true });
    const { fileId } = await handOver(people, noteId).then(async (file) => {
      await takeIn(jo, file);
      return file;
    });
    const typed = await acceptanceWords(fileId);
    const otherRef = colleague(sam);
    await confirmAccepted(sam, { superviseeRef: priyaRef, otherRef, typed });
    const entry = findStaff(jo, priyaRef)?.body;
    expect(bodies(jo, 'childRecords')).toEqual([]);
    await finaliseChild(sam, session, 'C1');
    const again = await handOver(people, noteId);
    expect(again.about).toMatchObject([{ kind }]);
    expect(await takeIn(jo, again)).toMatchObject({ refused: [] });
    expect(bodies(jo, 'childRecords')).toHaveLength(1);
    expect(findStaff(jo, priyaRef)?.body).toEqual(entry);
  },
);

const relationFields = {
  from: '',
  to: '',
  coverFor: '',
  seesNotes: false,
  fileId: '',
  acceptedAt: '',
};

describe('let go', () => {
  it('[HAND19] only somebody who has taken the file in knows the three words', async () => {
    const people = await threePeople();
    const { sam, priyaRef } = people;
    const { fileId } = await handOver(people);
    const otherRef = colleague(sam);
    const say = (typed: string) =>
      confirmAccepted(sam, { superviseeRef: priyaRef, otherRef, typed });
    expect(await say('otter lamp winter')).toMatchObject({ outcome: 'wrongWords' });
    expect(practitioners(sam).map(({ name }) => name)).toContain('Priya Shah');
    const words = await acceptanceWords(fileId);
    expect(words).toMatch(/^[a-z]+ [a-z]+ [a-z]+$/);
    expect(await acceptanceWords(newId())).not.toBe(words);
    // Of a file about somebody else for the same supervisor neither.
    const noteId = await typedNote(people, { superviseeRef: people.danRef });
    const other = await opened(
      await makeHandOver(sam, { superviseeRef: people.danRef, noteId }, quickDerive),
    );
    expect(await say(await acceptanceWords(other.fileId))).toMatchObject({ outcome: 'wrongWords' });
    expect(await say(` ${words.toUpperCase().replace(' ', ', ')} `)).toEqual({
      outcome: 'accepted',
    });
    expect(practitioners(sam).map(({ name }) => name)).not.toContain('Priya Shah');
  });

  it('[HAND20] nothing of hers is changed from then on, by whatever asks; the rest goes on', async () => {
    const people = await threePeople();
    const { sam, priyaRef, danRef, samRef } = people;
    await held(sam, priyaRef);
    await writeAgreement(sam, people);
    await accepted(people);
    const before = JSON.stringify([...sam.set.all('agreements').values()]);
    const refusal = 'Priya Shah was handed over to Jo Field on 20 November 2026.';
    await expect(planSession(sam, priyaRef, '2026-12-04')).rejects.toThrow(refusal);
    await expect(startSession(sam, priyaRef)).rejects.toThrow(refusal);
    await expect(changeStaff(sam, priyaRef, { stage: 'asye' })).rejects.toThrow(refusal);
    const action = ChildAction.parse({
      ...{ id: newId(), childRef: 'C1', sessionId: newId(), discussionId: newId(), what: 'Ring' },
      ...{ createdAt: sam.now, createdBy: samRef },
    });
    await expect(sam.change(() => [created('childActions', action.id, action)])).rejects.toThrow(
      refusal,
    );
    const [agreement] = findAll(sam, 'agreements');
    if (!agreement) throw new Error('no agreement');
    const body = { ...agreement.body, purpose: 'Typed afterwards' };
    sam.draft({ collection: 'agreements', id: agreement.id, body });
    await sam.queue.flush();
    expect(sam.queue.unsaved(agreement.id)?.body).toMatchObject({ purpose: 'Typed afterwards' });
    expect(JSON.stringify([...sam.set.all('agreements').values()])).toBe(before);
    await planSession(sam, danRef, '2026-12-04');
  });

  it('[HAND20] what was begun before is finished, and goes in another file', async () => {
    const people = await threePeople();
    const { sam, jo, priyaRef } = people;
    const session = await held(sam, priyaRef, false);
    const noteId = await typedNote(people, { withUnfinished: true });
    const handover = await handOver(people, noteId);
    await takeIn(jo, handover);
    const typed = await acceptanceWords(handover.fileId);
    await confirmAccepted(sam, { superviseeRef: priyaRef, otherRef: colleague(sam), typed });
    await write(sam, session, 'C1', { briefNote: 'Typed after she was handed over.' });
    expect(await finaliseChild(sam, session, 'C1')).toMatchObject({ outcome: 'finalised' });
    const superviseeRef = priyaRef;
    const again = await opened(await makeHandOver(sam, { superviseeRef, noteId }, quickDerive));
    expect(await takeIn(jo, again)).toMatchObject({ refused: [], clashes: 0 });
    expect(bodies(jo, 'childRecords')).toMatchObject([{ child: { name: 'Amina Khan' } }]);
    expect(JSON.stringify(bodies(jo, 'childRecords'))).toContain(
      'Typed after she was handed over.',
    );
  });
});

it('[HAND18] another supervisor’s own supervisee stays theirs, whatever a file says', async () => {
  const people = await threePeople();
  const { jo, sam, priyaRef } = people;
  await takeIn(jo, await handOver(people));
  const other = await samsDevice(people.ports);
  expect(practitioners(jo)).toHaveLength(1);
  const file = await made(other.sam, other.priyaRef);
  expect(checkHandover(jo, file)).toMatchObject({ outcome: 'refused' });
  expect(duesOn(jo, priyaRef)).toEqual(duesOn(sam, priyaRef));
});
