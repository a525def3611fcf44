import { describe, expect, it } from 'vitest';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import { CancellationRecord } from '#domain/records/cancellation.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { amendRecord, finaliseChild, markRecorded } from '#storage/child-file/child-records.ts';
import { handedOverRecord, isSignedHere } from '#storage/handover/handed-over.ts';
import { handoverFacts } from '#storage/handover/handover-notes.ts';
import { beforeRemoval } from '#storage/handover/remove-supervisee.ts';
import { cancelSession } from '#storage/session/cancellations.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { planSession } from '#storage/session/sessions.ts';
import { settingsOf } from '#storage/settings.ts';
import { mySigningRole } from '#storage/signing/record-to-sign.ts';
import { signRecords } from '#storage/signing/sign-records.ts';
import { signaturesOf } from '#storage/signing/signatures.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { finaliseMonitoring } from '#storage/staff-file/monitoring.ts';
import { amendStaffRecord, mayAmendStaffRecord } from '#storage/staff-file/staff-amendments.ts';
import { markPlaced, staffTexts } from '#storage/staff-file/staff-file.ts';
import { finaliseNote } from '#storage/staff-file/staff-notes.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, updated } from '#storage/writes.ts';
import {
  accepted,
  colleague,
  handOver,
  held,
  type ThreePeople,
  threePeople,
  typedNote,
} from '../../../test/handed-over.ts';
import { finaliseAll, heldGroup } from '../../../test/held-groups.ts';
import { aMonitoring } from '../../../test/monitoring-builders.ts';
import { passphrase, quickDerive } from '../../../test/workspaces.ts';
import { acceptanceWords, confirmAccepted } from './acceptance.ts';
import { takeIn } from './take-in.ts';

const newId = () => crypto.randomUUID() as RecordId;
const why = { text: 'It was the other day.', reason: 'A wrong day' };
const sentence =
  'Priya Shah was handed over to Jo Field on 20 November 2026. What is here can be read and not changed.';

async function sign(workspace: Workspace, recordIds: readonly string[]) {
  await openSitting(workspace, { type: 'passphrase', passphrase, derive: quickDerive });
  return signRecords(workspace, { recordIds });
}

/** The notes and the records of a session, the first of them signed before she goes. */
async function finishedAndGone(people: ThreePeople) {
  const { sam, priyaRef } = people;
  const session = await held(sam, priyaRef);
  const note = noteOf(sam, session);
  if (!note) throw new Error('no notes');
  await sam.change(() => [updated(note, { ...note.body, text: 'Well.' } as StaffNote)]);
  await finaliseNote(sam, session);
  const [one, two] = bodies(sam, 'childRecords');
  if (!one || !two) throw new Error('no records');
  await sign(sam, [one.id]);
  await accepted(people);
  return { noteId: note.id, one, two };
}

describe('after she was handed over', () => {
  it('[HAND20] nothing of hers is signed or corrected here, and the reason is a sentence', async () => {
    const people = await threePeople();
    const { sam } = people;
    const { noteId, one, two } = await finishedAndGone(people);
    const rows = () => [...sam.set.all('staffSignatures').keys()].length;
    const before = rows();
    for (const id of [noteId, two.id]) {
      expect(mySigningRole(sam, id)).toEqual({ outcome: 'mayNot', why: sentence.slice(0, -1) });
      expect(handedOverRecord(sam, id)).toBe(sentence);
      await expect(sign(sam, [id])).rejects.toThrow('is not signed here');
    }
    expect(mayAmendStaffRecord(sam, noteId)).toBe(false);
    await expect(amendStaffRecord(sam, noteId, why)).rejects.toThrow('is not corrected here');
    await expect(amendRecord(sam, one, why)).rejects.toThrow(sentence);
    expect(rows()).toBe(before);
    expect(bodies(sam, 'childAmendments')).toEqual([]);
    // Whoever supervises now corrects it.
    const { jo } = people;
    expect(handedOverRecord(jo, noteId)).toBeUndefined();
    expect(mayAmendStaffRecord(jo, noteId)).toBe(true);
    await amendRecord(jo, one, why);
  });

  it('[HAND20] what was signed is still checked, and what is finished is still marked', async () => {
    const people = await threePeople();
    const { sam } = people;
    const { one, two } = await finishedAndGone(people);
    expect((await signaturesOf(sam, one.id)).map(({ validity }) => validity)).toEqual(['valid']);
    await markRecorded(sam, two, { state: 'recorded', on: '2026-11-20', reference: '' });
    expect(bodies(sam, 'childMarks')).toHaveLength(1);
  });

  it('[HAND20] the records of a group are signed without hers, whose group it was', async () => {
    const people = await threePeople();
    const { sam } = people;
    const group = await heldGroup(people, { families: ['C1', 'D9'] });
    await finaliseAll(sam, group);
    await accepted(people);
    const ids = bodies(sam, 'childRecords').map(({ id, childRef }) => [childRef, id] as const);
    const idOf = (ref: string) => ids.find(([childRef]) => childRef === ref)?.[1] ?? '';
    expect(handedOverRecord(sam, idOf('C1'))).toBe(sentence);
    expect(await sign(sam, [idOf('D9')])).toMatchObject({ outcome: 'signed', count: 1 });
  });
});

describe('a session begun before and finished after', () => {
  /** Held before she goes, with one record finished and the rest not; finished once she has gone. */
  async function finishedSince() {
    const people = await threePeople();
    const { sam, jo, priyaRef } = people;
    const session = await held(sam, priyaRef, false);
    const note = noteOf(sam, session);
    if (!note) throw new Error('no notes');
    await sam.change(() => [updated(note, { ...note.body, text: 'Well.' } as StaffNote)]);
    const first = await finaliseChild(sam, session, 'C1');
    const handover = await handOver(people, await typedNote(people, { withUnfinished: true }));
    await takeIn(jo, handover);
    const typed = await acceptanceWords(handover.fileId);
    await confirmAccepted(sam, { superviseeRef: priyaRef, otherRef: colleague(sam), typed });
    expect(isSignedHere(sam, session)).toBe(false);
    const second = await finaliseChild(sam, session, 'C2');
    await finaliseNote(sam, session);
    if (first.outcome !== 'finalised' || second.outcome !== 'finalised') throw new Error('missing');
    return { people, session, noteId: note.id, before: first.recordId, since: second.recordId };
  }

  it('[HAND20] is signed and corrected here by whoever held it, and nothing else is', async () => {
    const { people, session, noteId, before, since } = await finishedSince();
    const { sam } = people;
    expect(isSignedHere(sam, session)).toBe(true);
    expect(mySigningRole(sam, noteId)).toEqual({ outcome: 'may', role: 'supervisor' });
    expect(await sign(sam, [noteId, since])).toMatchObject({ outcome: 'signed', count: 2 });
    expect((await signaturesOf(sam, since)).map(({ validity }) => validity)).toEqual(['valid']);
    await amendStaffRecord(sam, noteId, why);
    const [correction] = bodies(sam, 'staffAmendments');
    expect(await sign(sam, [correction?.id ?? ''])).toMatchObject({ outcome: 'signed' });
    // What went with the file stays as it is.
    expect(handedOverRecord(sam, before)).toBe(sentence);
    await expect(sign(sam, [before])).rejects.toThrow('is not signed here');
  });

  it('[HAND21] it is placed on the council’s file before anything is removed', async () => {
    const { people, noteId } = await finishedSince();
    const { sam, priyaRef } = people;
    const waits = () => beforeRemoval(sam, priyaRef).map(({ what }) => what);
    expect(waits()).toContain('Supervision notes, not placed on file');
    const text = staffTexts(sam).find(({ id }) => id === noteId);
    if (!text) throw new Error('not in the queue');
    await markPlaced(sam, text, { state: 'placed', on: '2026-11-20', reference: '' });
    expect(waits()).not.toContain('Supervision notes, not placed on file');
  });
});

describe('drafts of the supervision file', () => {
  const drafts = async ({ sam, priyaRef }: ThreePeople) => {
    const { me } = settingsOf(sam);
    const about = { superviseeRef: priyaRef, supervisorRef: me, createdBy: me };
    const form = aMonitoring({ id: newId(), ...about, completedBy: 'Sam Lee', auditor: 'Sam Lee' });
    const gap = { id: newId(), kind: 'gap', ...about, createdAt: sam.now, cover: 'Kim Ray' };
    await sam.change(() => [
      created('monitoring', form.id, {
        ...form,
        on: '20 November 2026',
        from: '2026-10',
        to: '2026-10',
      }),
      created('cancellations', gap.id, CancellationRecord.parse(gap)),
    ]);
    await cancelSession(sam, await planSession(sam, priyaRef, '2026-12-04'));
    return form.id;
  };

  it('[HAND17] a monitoring form, a gap and a cancellation hold the file up, each named', async () => {
    const people = await threePeople();
    await drafts(people);
    expect(handoverFacts(people.sam, people.priyaRef).unfinished).toEqual([
      'Monitoring form, not finalised',
      'Gap in supervision, not recorded',
      'Cancelled session of 4 December 2026, not recorded',
    ]);
  });

  it('[HAND20] one that was begun before is finished afterwards', async () => {
    const people = await threePeople();
    const { sam, jo, priyaRef } = people;
    const id = await drafts(people);
    const handover = await handOver(people, await typedNote(people, { withUnfinished: true }));
    await takeIn(jo, handover);
    expect(bodies(jo, 'monitoring')).toEqual([]);
    const typed = await acceptanceWords(handover.fileId);
    const otherRef: StaffRef = colleague(sam);
    await confirmAccepted(sam, { superviseeRef: priyaRef, otherRef, typed });
    expect(await finaliseMonitoring(sam, id)).toEqual({ outcome: 'finalised' });
    const staff = [...sam.set.all('staff').values()].find(({ body }) => body.ref === priyaRef);
    if (!staff) throw new Error('not on the list');
    await expect(
      sam.change(() => [updated(staff, { ...staff.body, stage: 'asye' })]),
    ).rejects.toThrow(sentence);
  });
});
