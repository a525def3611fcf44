import { describe, expect, it } from 'vitest';
import type { ChildRef, RecordId, StaffRef } from '#domain/ids.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { amendRecord, finaliseChild } from '#storage/child-file/child-records.ts';
import { finaliseEntry, newEntryDraft } from '#storage/entries/entries.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { signRecords } from '#storage/signing/sign-records.ts';
import { signaturesOf } from '#storage/signing/signatures.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { amendStaffRecord } from '#storage/staff-file/staff-amendments.ts';
import { finaliseNote } from '#storage/staff-file/staff-notes.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, updated } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import { handOver, thereTogether, threePeople, typedNote } from '../../../test/handed-over.ts';
import { carry, made, samsDevice, twoPeople } from '../../../test/handovers.ts';
import { aMonitoring } from '../../../test/monitoring-builders.ts';
import { anObservation } from '../../../test/observation-builders.ts';
import { passphrase, quickDerive, write } from '../../../test/workspaces.ts';
import { takeIn } from './take-in.ts';

const why = { text: 'It was the other day.', reason: 'A wrong day' };
const { id: _id, childRef: _ref, settled: _settled, ...brief } = readyBrief();
const newId = () => crypto.randomUUID() as RecordId;

async function sign(workspace: Workspace, recordIds: readonly string[]): Promise<void> {
  await openSitting(workspace, { type: 'passphrase', passphrase, derive: quickDerive });
  for (const id of recordIds) await signRecords(workspace, { recordIds: [id] });
}

/** Finished as their own pages do it: what is in them is not what is asked here. */
async function finished(workspace: Workspace, superviseeRef: StaffRef, createdBy: StaffRef) {
  const about = { superviseeRef, createdBy, finalisedAt: workspace.now };
  const seen = anObservation({ id: newId(), ...about });
  const form = aMonitoring({ id: newId(), ...about, supervisorRef: createdBy, strengths: 'FORM' });
  const draft = anObservation({ id: newId(), superviseeRef, createdBy, summary: 'DRAFT' });
  const open = aMonitoring({ id: newId(), ...about, finalisedAt: '', strengths: 'DRAFT' });
  await workspace.change(() => [
    created('observations', seen.id, seen),
    created('observations', draft.id, { ...draft, droppedAt: workspace.now }),
    created('monitoring', form.id, { ...form, completedBy: 'Sam Lee', auditor: '' }),
    created('monitoring', open.id, { ...open, droppedAt: workspace.now }),
  ]);
  return { seen: seen.id, form: form.id };
}

/** A session with her notes and one record, an entry and corrections of all of them: each is signed. */
async function everything(workspace: Workspace, staffRef: StaffRef, me: StaffRef, child: string) {
  const session = await startSession(workspace, staffRef);
  await write(workspace, session, child, brief);
  await endSession(workspace, session, thereTogether);
  await finaliseChild(workspace, session, child);
  const note = noteOf(workspace, session);
  if (!note) throw new Error('no notes');
  await workspace.change(() => [updated(note, { ...note.body, text: 'Well.' } as StaffNote)]);
  await finaliseNote(workspace, session);
  const { seen, form } = await finished(workspace, staffRef, me);
  const entry = await anEntry(workspace, child);
  const [record] = bodies(workspace, 'childRecords').filter(({ childRef }) => childRef === child);
  if (!record) throw new Error('no record');
  await amendRecord(workspace, record, why);
  await amendRecord(workspace, entry, { ...why, text: 'Of the entry.' });
  const corrections = bodies(workspace, 'childAmendments').map(({ id }) => id);
  const ofNote = await amendStaffRecord(workspace, note.id, why);
  const ofSeen = await amendStaffRecord(workspace, seen, why);
  const ofForm = await amendStaffRecord(workspace, form, { ...why, text: 'FORM' });
  const child_ = [record.id, entry.id, ...corrections];
  await sign(workspace, [note.id, seen, form, ofNote, ofSeen, ofForm, ...child_]);
  return { ofChild: child_, hers: [note.id, seen, ofNote, ofSeen], notHers: [form, ofForm] };
}

async function anEntry(workspace: Workspace, reference: string) {
  const childRef = reference as ChildRef;
  const body = {
    ...newEntryDraft(workspace, 'managementDecision', { childRef, childTyped: reference }),
    ...{ text: 'Ask.', rationale: 'A bruise.', who: 'Sam Lee' },
    ...({ significance: 'significant', changesDirection: 'no' } as const),
  };
  workspace.draft({ collection: 'entryDrafts', id: body.id, body });
  await workspace.queue.flush();
  const result = await finaliseEntry(workspace, body.id);
  if (result.outcome !== 'recorded') throw new Error(JSON.stringify(result.missing));
  const entry = bodies(workspace, 'childEntries').find(({ id }) => id === result.entryIds[0]);
  if (!entry) throw new Error('no entry');
  return entry;
}

const validities = async (workspace: Workspace, ids: readonly string[]) =>
  Promise.all(
    ids.map(async (id) => (await signaturesOf(workspace, id)).map(({ validity }) => validity)),
  );
const each = (ids: readonly string[], validity: string) => ids.map(() => [validity]);

describe('to the practitioner', () => {
  it('[HAND24] what was observed of her and what corrects it reaches her, with the signatures', async () => {
    const { sam, samRef, priya, priyaRef } = await twoPeople();
    const { hers, ofChild } = await everything(sam, priyaRef, samRef, 'C1');
    const { refused, contents } = await carry(sam, priyaRef, priya);
    expect(refused).toEqual([]);
    expect(contents).toEqual(
      expect.arrayContaining(['1 observation', '2 corrections on the supervision file']),
    );
    expect(await validities(priya, hers)).toEqual(each(hers, 'valid'));
    expect(await validities(priya, ofChild)).toEqual(each(ofChild, 'valid'));
    for (const id of [...hers, ...ofChild])
      expect(priya.set.findAnywhere(id)?.text).toBe(sam.set.findAnywhere(id)?.text);
  });

  it('[HAND24] no monitoring form, nothing that corrects or signs one, no draft', async () => {
    const { sam, samRef, priyaRef } = await samsDevice();
    const { notHers } = await everything(sam, priyaRef, samRef, 'C1');
    const text = JSON.stringify(await made(sam, priyaRef));
    for (const other of ['FORM', 'DRAFT', ...notHers]) expect(text).not.toContain(other);
  });

  it('[HAND3] nothing that was observed of somebody else', async () => {
    const { sam, samRef, priyaRef, danRef } = await samsDevice();
    const dans = await everything(sam, danRef, samRef, 'D9');
    const text = JSON.stringify(await made(sam, priyaRef));
    for (const id of [...dans.hers, ...dans.ofChild, 'D9']) expect(text).not.toContain(id);
  });

  it('[HAND6] a file may bring no monitoring form, and no observation of somebody else', async () => {
    const { sam, samRef, priya, priyaRef, danRef } = await twoPeople();
    const { form } = await finished(sam, danRef, samRef);
    const row = (collection: 'monitoring' | 'observations', id: string) => {
      const text = sam.set.findAnywhere(id)?.text ?? '';
      return { collection, id: id as RecordId, text, basedOn: '' };
    };
    const file = await made(sam, priyaRef);
    const [seen] = bodies(sam, 'observations').filter(({ finalisedAt }) => finalisedAt !== '');
    const records = [row('monitoring', form), row('observations', seen?.id ?? '')];
    const { refused } = await takeIn(priya, { ...file, records });
    expect(refused).toEqual([
      'Monitoring form: it is not something this person’s file may bring. It was not taken in.',
      'Observation: it is not something this person’s file may bring. It was not taken in.',
    ]);
    expect(bodies(priya, 'monitoring')).toEqual([]);
  });

  it('[HAND6] a signature of the supervisor before is not brought by the next one, and nothing is refused', async () => {
    const people = await threePeople();
    const { sam, samRef, jo, priya, priyaRef } = people;
    const { hers } = await everything(sam, priyaRef, samRef, 'C1');
    await carry(sam, priyaRef, priya);
    await takeIn(jo, await handOver(people));
    expect(await carry(jo, priyaRef, priya)).toMatchObject({ refused: [], clashes: 0 });
    expect(await validities(priya, hers)).toEqual(each(hers, 'valid'));
  });
});

it('[HAND16] to the next supervisor: monitoring forms as well, every correction and every signature', async () => {
  const people = await threePeople();
  const { sam, samRef, jo, priyaRef, danRef } = people;
  const { hers, notHers, ofChild } = await everything(sam, priyaRef, samRef, 'C1');
  const dans = await everything(sam, danRef, samRef, 'D9');
  const noteId = await typedNote(people);
  const file = await handOver(people, noteId);
  const text = JSON.stringify(file);
  for (const id of [...dans.hers, ...dans.notHers, 'DRAFT']) expect(text).not.toContain(id);
  const { refused, contents } = await takeIn(jo, file);
  expect(refused).toEqual([]);
  expect(contents).toEqual(
    expect.arrayContaining(['1 monitoring form', '3 corrections on the supervision file']),
  );
  const staff = [...hers, ...notHers];
  expect(await validities(jo, staff)).toEqual(each(staff, 'valid'));
  expect(await validities(jo, ofChild)).toEqual(each(ofChild, 'valid'));
});
