import { describe, expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import type { RecordId } from '#domain/ids.ts';
import { ChildAction } from '#domain/records/action.ts';
import { StaffNote } from '#domain/records/staff-note.ts';
import { openChildren, practitioners } from '#storage/caseload/caseload-reads.ts';
import { amendRecord, finaliseChild } from '#storage/child-file/child-records.ts';
import { coveredFor, coversForMe } from '#storage/handover/cover.ts';
import { endSession, planSession, startSession } from '#storage/session/sessions.ts';
import { settingsOf } from '#storage/settings.ts';
import { signRecords } from '#storage/signing/sign-records.ts';
import { signaturesOf } from '#storage/signing/signatures.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { amendStaffRecord } from '#storage/staff-file/staff-amendments.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, updated } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import {
  accepted,
  duesOn,
  held,
  type ThreePeople,
  thereTogether,
  threePeople,
} from '../../../test/handed-over.ts';
import { carry, opened } from '../../../test/handovers.ts';
import { anObservation } from '../../../test/observation-builders.ts';
import { passphrase, quickDerive, write } from '../../../test/workspaces.ts';
import { checkHandover } from './check-handover.ts';
import { makeCover } from './make-cover.ts';
import { makeCoverBack } from './make-cover-back.ts';
import { takeIn } from './take-in.ts';

const newId = () => crypto.randomUUID() as RecordId;

const coverFile = async ({ sam, priyaRef }: ThreePeople, seesNotes = false) =>
  opened(
    await makeCover(
      sam,
      {
        ...{ name: 'Jo Field', superviseeRefs: [priyaRef], seesNotes },
        ...{ from: toCalendarDate('2026-11-20'), to: toCalendarDate('2026-12-04') },
      },
      quickDerive,
    ),
  );

const back = async (people: ThreePeople) => {
  const { jo, samRef } = people;
  return opened(await makeCoverBack(jo, samRef, quickDerive));
};

async function signed(workspace: Workspace, recordIds: readonly string[]): Promise<void> {
  await openSitting(workspace, { type: 'passphrase', passphrase, derive: quickDerive });
  for (const id of recordIds) await signRecords(workspace, { recordIds: [id] });
}

async function withNote({ sam, priyaRef, samRef }: ThreePeople, sessionId: string): Promise<void> {
  const about = { superviseeRef: priyaRef, sessionId, text: 'PRIVATE notes' };
  const note = StaffNote.parse({
    ...{ id: newId(), ...about, finalisedAt: sam.now, createdAt: sam.now, createdBy: samRef },
  });
  await sam.change(() => [created('notes', note.id, note)]);
}

describe('a cover', () => {
  it('[HAND22] sees the children, their open actions and dates, and no supervision notes unless ticked', async () => {
    const people = await threePeople();
    const { sam, priyaRef, danRef, samRef } = people;
    await withNote(people, await held(sam, priyaRef));
    const action = ChildAction.parse({
      ...{ id: newId(), childRef: 'C1', sessionId: newId(), discussionId: newId(), what: 'Ring' },
      ...{ createdAt: sam.now, createdBy: samRef },
    });
    await sam.change(() => [created('childActions', action.id, action)]);
    const handover = await coverFile(people);
    const kinds = new Set(handover.records.map(({ collection }) => collection));
    expect([...kinds].toSorted()).toEqual(['childActions', 'childRecords', 'sessions']);
    const text = JSON.stringify(handover);
    for (const other of ['PRIVATE', 'CANARY', danRef]) expect(text).not.toContain(other);
    expect(JSON.stringify(await coverFile(people, true))).toContain('PRIVATE notes');
  });

  it('[HAND22] has them on the list for those days and no longer; the dates are the same', async () => {
    const people = await threePeople();
    const { sam, jo, priyaRef, ports } = people;
    await held(sam, priyaRef);
    const handover = await coverFile(people);
    expect(checkHandover(jo, handover)).toMatchObject({
      contents: expect.arrayContaining([
        'Jo Field covers the supervision of Priya Shah for Sam Lee, from 20 November 2026 to 4 December 2026',
      ]),
    });
    expect(await takeIn(jo, handover)).toMatchObject({ refused: [], clashes: 0 });
    expect(practitioners(jo).map(({ name }) => name)).toEqual(['Priya Shah']);
    expect(coveredFor(jo)).toMatchObject([{ relation: { to: '2026-12-04' } }]);
    expect(coversForMe(sam)).toHaveLength(1);
    // Whoever is covered for goes on supervising.
    expect(practitioners(sam).map(({ name }) => name)).toContain('Priya Shah');
    expect(duesOn(jo, priyaRef)).toEqual(duesOn(sam, priyaRef));
    ports.goTo('2026-12-05T10:00:00.000Z');
    expect(practitioners(jo)).toEqual([]);
    expect(coversForMe(sam)).toEqual([]);
  });

  it('[HAND23] a session held and a record made come back, and the dates move on both', async () => {
    const people = await threePeople();
    const { sam, jo, priya, priyaRef, ports } = people;
    await held(sam, priyaRef);
    const planned = await planSession(sam, priyaRef, '2026-11-27');
    const record = sam.set.find('sessions', planned);
    if (!record) throw new Error('not planned');
    const words = { supervisorWants: 'Ask about the ASYE' };
    await sam.change(() => [updated(record, { ...record.body, ...words })]);
    await carry(sam, priyaRef, priya);
    await takeIn(jo, await coverFile(people));
    ports.goTo('2026-11-27T10:00:00.000Z');
    await startSession(jo, priyaRef, planned);
    for (const { ref } of openChildren(jo, priyaRef)) {
      const { id, childRef, settled, ...typed } = readyBrief({ accountedAt: jo.now });
      await write(jo, planned, ref, { ...typed, briefNote: 'Seen while I covered.' });
    }
    await endSession(jo, planned, thereTogether);
    await finaliseChild(jo, planned, 'C1');
    const file = await back(people);
    expect(await takeIn(sam, file)).toMatchObject({ refused: [], clashes: 0 });
    expect(duesOn(sam, priyaRef)).toEqual(duesOn(jo, priyaRef));
    expect(sam.set.find('sessions', planned)?.body).toMatchObject({ status: 'ended', ...words });
    const brought = bodies(sam, 'childRecords').filter(({ sessionId }) => sessionId === planned);
    expect(brought).toMatchObject([{ supervisor: 'Jo Field', practitioner: 'Priya Shah' }]);
    // And to the practitioner with the next file of whoever supervises her.
    expect(await carry(sam, priyaRef, priya)).toMatchObject({ refused: [], clashes: 0 });
    const [session] = bodies(priya, 'sessions').filter(({ id }) => id === planned);
    expect(session).toMatchObject({ status: 'ended' });
    expect(settingsOf(priya).supervisorRef).toBe(people.samRef);
  });

  it('[HAND22, HAND24] reads what corrects a note and who signed, only where notes were ticked', async () => {
    const people = await threePeople();
    const { sam, jo, priyaRef } = people;
    await withNote(people, await held(sam, priyaRef));
    const [note] = bodies(sam, 'notes').filter(({ finalisedAt }) => finalisedAt !== '');
    const id = await amendStaffRecord(sam, note?.id ?? '', { text: 'PRIVATE too', reason: 'Day' });
    const [record] = bodies(sam, 'childRecords');
    await signed(sam, [id, record?.id ?? '']);
    expect(JSON.stringify(await coverFile(people))).not.toContain('PRIVATE');
    await takeIn(jo, await coverFile(people, true));
    expect((await signaturesOf(jo, id)).map(({ validity }) => validity)).toEqual(['valid']);
    expect(await signaturesOf(jo, record?.id ?? '')).toHaveLength(1);
  });

  it('[HAND23] what a cover observed, corrected and signed comes back, and is valid', async () => {
    const people = await threePeople();
    const { sam, jo, priyaRef } = people;
    await held(sam, priyaRef);
    await takeIn(jo, await coverFile(people));
    const { me } = settingsOf(jo);
    const about = { superviseeRef: priyaRef, createdBy: me, observer: 'Jo Field' };
    const seen = anObservation({ id: newId(), ...about, finalisedAt: jo.now });
    await jo.change(() => [created('observations', seen.id, seen)]);
    const ofSeen = await amendStaffRecord(jo, seen.id, { text: 'Later', reason: 'Time' });
    const [record] = bodies(jo, 'childRecords');
    if (!record) throw new Error('no record');
    await amendRecord(jo, record, { text: 'Another day', reason: 'Day' });
    const [ofRecord] = bodies(jo, 'childAmendments');
    const ids = [seen.id, ofSeen, ofRecord?.id ?? ''];
    await signed(jo, ids);
    expect(await takeIn(sam, await back(people))).toMatchObject({ refused: [], clashes: 0 });
    for (const id of ids) {
      expect(sam.set.findAnywhere(id)?.text).toBe(jo.set.findAnywhere(id)?.text);
      expect((await signaturesOf(sam, id)).map(({ validity }) => validity)).toEqual(['valid']);
    }
    // A correction that somebody else is said to have made is not taken from this file.
    const [row] = (await back(people)).records.filter(({ id }) => id === ofSeen);
    const text = JSON.stringify({ ...JSON.parse(row?.text ?? ''), byRef: people.danRef });
    const forged = [{ collection: 'staffAmendments', id: newId(), text, basedOn: '' }] as const;
    expect(await takeIn(sam, { ...(await back(people)), records: [...forged] })).toMatchObject({
      refused: [expect.stringContaining('Correction: it is not something this person’s file')],
    });
  });

  it('[HAND23] only somebody who was asked brings anything, and nothing that was here before changes', async () => {
    const people = await threePeople();
    const { sam, jo, priyaRef } = people;
    await held(sam, priyaRef);
    await takeIn(jo, await coverFile(people));
    const file = await back(people);
    const strangers = {
      ...file,
      about: [{ ...file.about[0], ref: people.danRef, name: 'Dan Osei' }],
    };
    expect(checkHandover(sam, strangers as typeof file)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('who was not asked on this device to cover for Dan Osei'),
    });
    const [session] = bodies(sam, 'sessions');
    const text = JSON.stringify({ ...session, othersPresent: 'Typed by the cover' });
    const forged = {
      ...file,
      records: [{ collection: 'sessions', id: session?.id, text, basedOn: '' }],
    };
    const taken = await takeIn(sam, forged as typeof file);
    expect(taken.refused).toEqual([
      'Session: it is not something this person’s file may bring. It was not taken in.',
    ]);
    expect(bodies(sam, 'sessions')).toEqual([session]);
  });
});

it('nobody covers for me for somebody whom I have handed over since', async () => {
  const people = await threePeople();
  await takeIn(people.jo, await coverFile(people));
  expect(coversForMe(people.sam)).toHaveLength(1);
  await accepted(people);
  expect(coversForMe(people.sam)).toEqual([]);
});
