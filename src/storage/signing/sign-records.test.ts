import { describe, expect, it } from 'vitest';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import type { EntryDraft } from '#domain/records/entry.ts';
import { Monitoring } from '#domain/records/monitoring.ts';
import { Observation } from '#domain/records/observation.ts';
import { amendRecord, finaliseChild } from '#storage/child-file/child-records.ts';
import { finaliseEntry, newEntryDraft } from '#storage/entries/entries.ts';
import { addPasskey, listPasskeys } from '#storage/keys/ways-in.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { changeSettings, settingsOf } from '#storage/settings.ts';
import { amendStaffRecord } from '#storage/staff-file/staff-amendments.ts';
import { finaliseNote } from '#storage/staff-file/staff-notes.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, updated } from '#storage/writes.ts';
import { passkeysOf } from '#vault/passkey-source.ts';
import { readyBrief, ref, staff } from '../../../test/builders.ts';
import { twoPeople } from '../../../test/handovers.ts';
import { finaliseAll, heldGroup } from '../../../test/held-groups.ts';
import { FakePasskeys } from '../../../test/passkeys.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  passphrase,
  quickDerive,
  write,
} from '../../../test/workspaces.ts';
import { mySigningRole } from './record-to-sign.ts';
import { signRecords } from './sign-records.ts';
import { signaturesOf, signedRecordsOf, signingOf } from './signatures.ts';
import { openSitting } from './sitting.ts';

const { id: _id, childRef: _ref, settled: _settled, ...brief } = readyBrief();
const byPassphrase = { type: 'passphrase', passphrase, derive: quickDerive } as const;

async function started() {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  return { workspace, priya };
}

/** A session of two children, all of it finalised. */
async function held() {
  const { workspace, priya } = await started();
  const session = await startSession(workspace, priya);
  for (const childRef of ['C1', 'C2']) await write(workspace, session, childRef, brief);
  const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
  await endSession(workspace, session, there);
  for (const childRef of ['C1', 'C2']) await finaliseChild(workspace, session, childRef);
  const note = noteOf(workspace, session);
  if (!note) throw new Error('no notes');
  await workspace.change(() => [updated(note, { ...note.body, text: 'PRIVATE: off sick.' })]);
  await finaliseNote(workspace, session);
  const ids = (await signingOf(workspace, session)).map(({ record }) => record.id);
  return { workspace, priya, session, ids, noteId: note.id };
}

/** A decision about both children, by whoever it says. */
async function decided(workspace: Workspace, over: Partial<EntryDraft> = {}) {
  const about = { childRef: ref('C1'), childTyped: 'Child C1' };
  const body: EntryDraft = {
    ...newEntryDraft(workspace, 'managementDecision', about),
    ...{ text: 'Ask.', rationale: 'A bruise.', significance: 'significant', who: 'Sam Lee' },
    changesDirection: 'no',
    ...over,
  };
  workspace.draft({ collection: 'entryDrafts', id: body.id, body });
  await workspace.queue.flush();
  const made = await finaliseEntry(workspace, body.id);
  if (made.outcome !== 'recorded') throw new Error(JSON.stringify(made.missing));
  return made.entryIds;
}

async function sign(workspace: Workspace, recordIds: readonly string[]) {
  await openSitting(workspace, byPassphrase);
  return signRecords(workspace, { recordIds });
}

const validities = async (workspace: Workspace, ids: readonly string[]) =>
  (await signedRecordsOf(workspace, ids)).map(({ signatures }) =>
    signatures.map(({ validity, level, role }) => `${role} ${level} ${validity}`),
  );

/** As if the text on disk were another: only in memory, which is what is checked. */
function alter(workspace: Workspace, id: string) {
  const record = workspace.set.findAnywhere(id);
  if (!record) throw new Error(`no ${id}`);
  const text = record.text.replace('"', ' "');
  workspace.set.apply([{ ...record, text, v: record.v + 1 } as OpenRecord]);
}

describe('signing what is of no session', () => {
  it('[SIGN8] an entry, by the maker of the decision, one row on each child’s file', async () => {
    const { workspace } = await started();
    const ids = await decided(workspace, { childRefs: [ref('C1'), ref('C2')] });
    expect(await validities(workspace, ids)).toEqual([[], []]);
    expect(await sign(workspace, ids)).toEqual({ outcome: 'signed', count: 2, level: 1 });
    expect(await validities(workspace, ids)).toEqual([
      ['decisionMaker 1 valid'],
      ['decisionMaker 1 valid'],
    ]);
    expect(bodies(workspace, 'staffSignatures')).toMatchObject([
      { of: 'records', sessionId: '', superviseeRef: '' },
    ]);
    expect(await sign(workspace, ids)).toEqual({ outcome: 'nothing' });
    alter(workspace, ids[0] ?? '');
    expect((await validities(workspace, ids))[0]).toEqual(['decisionMaker 1 notValid']);
  });

  it('[SIGN10] nobody signs a decision that another person made', async () => {
    const { workspace } = await started();
    const [id = ''] = await decided(workspace, { who: 'Pat Morgan' });
    expect(mySigningRole(workspace, id)).toMatchObject({ outcome: 'mayNot' });
    await expect(sign(workspace, [id])).rejects.toThrow(/is not signed here/);
    expect(bodies(workspace, 'childSignatures')).toEqual([]);
  });

  it('[SIGN8, SIGN9] corrections of either file, each by its author, apart from what they correct', async () => {
    const { workspace, noteId, ids, priya } = await held();
    await sign(workspace, ids);
    const [record] = findAll(workspace, 'childRecords');
    if (!record) throw new Error('no record');
    await amendRecord(workspace, record.body, { text: 'Her aunt.', reason: 'Misheard' });
    const [ofChild] = findAll(workspace, 'childAmendments');
    const ofNotes = await amendStaffRecord(workspace, noteId, {
      text: 'November.',
      reason: 'Slip',
    });
    const corrections = [ofChild?.id ?? '', ofNotes];
    expect(await validities(workspace, corrections)).toEqual([[], []]);
    expect(await sign(workspace, corrections)).toMatchObject({ outcome: 'signed', count: 2 });
    expect(await validities(workspace, corrections)).toEqual([
      ['author 1 valid'],
      ['author 1 valid'],
    ]);
    // Two acts: the child’s goes where the supervision file does not.
    expect(
      bodies(workspace, 'staffSignatures')
        .filter(({ of }) => of === 'records')
        .map(({ superviseeRef, list }) => [superviseeRef, list.map(({ file }) => file)])
        .toSorted(),
    ).toEqual([
      ['', ['child']],
      [priya, ['staff']],
    ]);
    // What they correct is as it was signed.
    expect((await validities(workspace, ids)).flat()).toEqual(Array(3).fill('supervisor 1 valid'));
    alter(workspace, ofNotes);
    expect(await validities(workspace, [ofNotes])).toEqual([['author 1 notValid']]);
  });

  it('[SIGN9, SIGN10] nobody signs another person’s correction', async () => {
    const { workspace, noteId } = await held();
    const id = await amendStaffRecord(workspace, noteId, { text: 'November.', reason: 'Slip' });
    await changeSettings(workspace, { me: staff('somebody else') });
    expect(mySigningRole(workspace, id)).toMatchObject({ outcome: 'mayNot' });
    const [record] = findAll(workspace, 'staffAmendments');
    expect(record?.body).toMatchObject({ byRef: expect.stringMatching(/^local:/) });
  });

  it('[SIGN8] all records of a group in one act, by its facilitator', async () => {
    const people = await twoPeople();
    const { sam } = people;
    const groupId = await heldGroup(people);
    await finaliseAll(sam, groupId);
    const records = findAll(sam, 'childRecords', ({ sessionId }) => sessionId === groupId);
    const ids = records.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    expect(await sign(sam, ids)).toMatchObject({ outcome: 'signed', count: ids.length });
    expect(bodies(sam, 'staffSignatures')).toMatchObject([
      { of: 'records', sessionId: groupId, role: 'facilitator' },
    ]);
    expect((await validities(sam, ids)).flat()).toEqual(ids.map(() => 'facilitator 1 valid'));
  });

  const written = (workspace: Workspace, over: object = {}) => ({
    id: workspace.ports.newId() as RecordId,
    createdAt: workspace.now,
    createdBy: settingsOf(workspace).me,
    finalisedAt: workspace.now,
    ...over,
  });

  it('[SIGN8, SIGN10] a monitoring form by its auditor; filled in about their own supervision, by its author', async () => {
    const { workspace, priya } = await started();
    const { me } = settingsOf(workspace);
    const make = async (over: object) => {
      const common = { superviseeRef: priya, completedBy: 'Sam Lee' };
      const body = Monitoring.parse(written(workspace, { ...common, ...over }));
      await workspace.change(() => [created('monitoring', body.id, body)]);
      return body.id;
    };
    const own = await make({ supervisorRef: me });
    expect(mySigningRole(workspace, own)).toMatchObject({ outcome: 'may', role: 'author' });
    const byAnother = await make({ supervisorRef: 'S2', auditor: 'Pat Morgan' });
    expect(mySigningRole(workspace, byAnother)).toMatchObject({ outcome: 'mayNot' });
    const ofAnother = await make({ supervisorRef: 'S2' });
    expect(await sign(workspace, [ofAnother])).toMatchObject({ outcome: 'signed' });
    expect(await validities(workspace, [ofAnother])).toEqual([['auditor 1 valid']]);
    const draft = await make({ supervisorRef: 'S2', finalisedAt: '' });
    expect(await sign(workspace, [draft])).toEqual({ outcome: 'nothing' });
  });

  it('[SIGN8, SIGN10] an observation by the observer, and never by whoever was observed', async () => {
    const { workspace, priya } = await started();
    const make = async (over: object) => {
      const common = { kind: 'liveSupervision', superviseeRef: priya, observer: 'Sam Lee' };
      const body = Observation.parse(written(workspace, { ...common, ...over }));
      await workspace.change(() => [created('observations', body.id, body)]);
      return body.id;
    };
    const { me } = settingsOf(workspace);
    const ofMe = { kind: 'observationOfSupervision', superviseeRef: me };
    for (const over of [ofMe, { superviseeRef: me }, { observer: 'Pat Morgan' }])
      expect(mySigningRole(workspace, await make(over))).toMatchObject({ outcome: 'mayNot' });
    const id = await make({});
    await sign(workspace, [id]);
    expect(await validities(workspace, [id])).toEqual([['observer 1 valid']]);
  });

  it('[SIGN8] two people’s supervision files are never in one act', async () => {
    const { workspace, priya } = await started();
    const ids: RecordId[] = [];
    for (const superviseeRef of [priya, staff('S2') as StaffRef, priya]) {
      const common = { kind: 'liveSupervision', superviseeRef, observer: 'Sam Lee' };
      const body = Observation.parse(written(workspace, common));
      await workspace.change(() => [created('observations', body.id, body)]);
      ids.push(body.id);
    }
    expect(await sign(workspace, ids)).toMatchObject({ count: 3 });
    const lists = bodies(workspace, 'staffSignatures').map(({ list }) => list.length);
    expect(lists.toSorted()).toEqual([1, 2]);
  });
});

describe('an act that stays with whoever signed', () => {
  it('[SIGN5, SIGN8] the key is known by any other act of the same person', async () => {
    const { workspace, ids } = await held();
    await sign(workspace, ids);
    const acts = findAll(workspace, 'staffSignatures');
    const [entryId = ''] = await decided(workspace);
    await sign(workspace, [entryId]);
    const rows = [
      ...findAll(workspace, 'childEntries'),
      ...findAll(workspace, 'childSignatures', ({ recordId }) => recordId === entryId),
    ];
    const hers = await aWorkspace();
    hers.set.apply(rows);
    expect(await validities(hers, [entryId])).toEqual([['decisionMaker 1 keyNotKnown']]);
    const ofAnother = acts.map((act) => ({
      ...act,
      body: { ...act.body, signerRef: staff('S9') },
    }));
    hers.set.apply(ofAnother);
    expect(await validities(hers, [entryId])).toEqual([['decisionMaker 1 keyNotKnown']]);
    hers.set.apply(acts.map((act) => ({ ...act, v: act.v + 1 })));
    expect(await validities(hers, [entryId])).toEqual([['decisionMaker 1 valid']]);
    alter(hers, entryId);
    expect(await validities(hers, [entryId])).toEqual([['decisionMaker 1 notValid']]);
  });
});

describe('signing with a passkey', () => {
  async function withPasskey(fake = new FakePasskeys()) {
    const made = await held();
    const source = passkeysOf(fake, 'footprint.example');
    await addPasskey(made.workspace, byPassphrase, source);
    const [passkey] = await listPasskeys(made.workspace);
    const asked = { recordIds: made.ids, passkeyId: passkey?.id ?? '', source };
    return { ...made, fake, source, passkey, asked };
  }

  it('[SIGN12] two touches for a session, one for each file, and no sitting', async () => {
    const { workspace, asked, fake, ids } = await withPasskey();
    fake.asked.length = 0;
    expect(await signRecords(workspace, asked)).toEqual({ outcome: 'signed', count: 3, level: 2 });
    expect(fake.asked).toHaveLength(2);
    expect(fake.asked.every(({ userVerification: uv }) => uv === 'required')).toBe(true);
    expect((await validities(workspace, ids)).flat()).toEqual(Array(3).fill('supervisor 2 valid'));
    const rows = bodies(workspace, 'childSignatures');
    expect(new Set(rows.map(({ signature }) => signature)).size).toBe(1);
    const again = await openAgain(workspace);
    expect((await validities(again, ids)).flat()).toEqual(Array(3).fill('supervisor 2 valid'));
    expect(await workspace.db.meta.get('signing-key')).toBeUndefined();
  });

  it('[SIGN12] one touch where only children’s texts are signed', async () => {
    const { workspace, asked, fake } = await withPasskey();
    const ids = await decided(workspace);
    fake.asked.length = 0;
    await signRecords(workspace, { ...asked, recordIds: ids });
    expect(fake.asked).toHaveLength(1);
    expect(await validities(workspace, ids)).toEqual([['decisionMaker 2 valid']]);
  });

  it('[SIGN12] a text that was altered is not the one that was signed', async () => {
    const { workspace, asked, ids } = await withPasskey();
    await signRecords(workspace, asked);
    for (const id of ids) alter(workspace, id);
    expect((await validities(workspace, ids)).flat()).toEqual(
      Array(3).fill('supervisor 2 notValid'),
    );
  });

  it('[SIGN12] cannot be moved to a text that was not touched, though the act is not here', async () => {
    const { workspace, asked, ids } = await withPasskey();
    const [c1, c2, ...rest] = findAll(workspace, 'childRecords');
    if (!c1 || !c2 || rest.length > 0) throw new Error('two records');
    const recordIds = ids.filter((id) => id !== c2.id);
    await signRecords(workspace, { ...asked, recordIds });
    const [row] = findAll(workspace, 'childSignatures');
    const [signed] = await signedRecordsOf(workspace, [c2.id]);
    if (!row || !signed) throw new Error('not signed');
    const { recordId, hash, childRef } = signed.text;
    const moved = { ...row.body, recordId, hash, childRef } as typeof row.body;
    const alone = await aWorkspace();
    alone.set.apply([c2, { ...row, body: moved }]);
    expect(await validities(alone, [c2.id])).toEqual([['supervisor 2 notValid']]);
    alone.set.apply([c1, { ...row, v: row.v + 1 }]);
    expect(await validities(alone, [c1.id])).toEqual([['supervisor 2 keyNotKnown']]);
  });

  it.each(['NotAllowedError', 'NotSupportedError'])(
    '[SIGN12] %s: nothing is signed, in words',
    async (name) => {
      const { workspace, asked, fake } = await withPasskey();
      fake.failing = name;
      expect(await signRecords(workspace, asked)).toMatchObject({ outcome: 'none' });
      expect(bodies(workspace, 'staffSignatures')).toEqual([]);
      expect(bodies(workspace, 'childSignatures')).toEqual([]);
      expect(await signRecords(workspace, asked)).toMatchObject({ outcome: 'signed' });
    },
  );

  it('[SIGN12] one that did not check the person signs nothing', async () => {
    const { workspace, asked } = await withPasskey(new FakePasskeys({ flags: 0x01 }));
    expect(await signRecords(workspace, asked)).toEqual({
      outcome: 'none',
      reason: expect.stringMatching(/did not check that it is you/),
    });
    expect(bodies(workspace, 'childSignatures')).toEqual([]);
  });

  it('[SIGN12] another authenticator behind the same id signs nothing', async () => {
    const { workspace, asked, fake } = await withPasskey();
    fake.swap();
    expect(await signRecords(workspace, asked)).toMatchObject({ outcome: 'none' });
    expect(bodies(workspace, 'staffSignatures')).toEqual([]);
  });

  it('[SIGN12] one that was added before its key was kept says so, and one that was removed too', async () => {
    const { workspace, asked, passkey } = await withPasskey(new FakePasskeys({ tellsKey: false }));
    expect(passkey?.signs).toBe(false);
    const again = { outcome: 'none', reason: 'Add the passkey again to sign with it' };
    expect(await signRecords(workspace, asked)).toEqual(again);
    expect(await signRecords(workspace, { ...asked, passkeyId: 'gone' })).toEqual(again);
  });

  it('[SIGN2, SIGN12] nothing on the children’s files is made from the notes', async () => {
    const { workspace, asked, ids, noteId, source, passkey } = await withPasskey();
    const children = ids.filter((id) => id !== noteId);
    await signRecords(workspace, { ...asked, recordIds: children });
    const alone = bodies(workspace, 'childSignatures').map(({ leaves, listHash }) => [
      leaves,
      listHash,
    ]);
    expect(alone[0]).toEqual(alone[1]);
    await signRecords(workspace, { recordIds: ids, passkeyId: passkey?.id ?? '', source });
    const notes = bodies(workspace, 'staffSignatures').find(({ list }) =>
      list.some(({ recordId }) => recordId === noteId),
    );
    const rows = JSON.stringify(bodies(workspace, 'childSignatures'));
    expect(notes?.signature).not.toBe('');
    expect(rows).not.toContain(notes?.signature);
    const [ofNotes] = await signedRecordsOf(workspace, [noteId]);
    expect(rows).not.toContain(ofNotes?.text.hash);
  });

  it('[SIGN11] any finished text is asked for its signatures by its id', async () => {
    const { workspace, asked, noteId } = await withPasskey();
    expect(await signaturesOf(workspace, noteId)).toEqual([]);
    expect(await signaturesOf(workspace, 'nothing')).toEqual([]);
    await signRecords(workspace, asked);
    expect(await signaturesOf(workspace, noteId)).toMatchObject([{ level: 2, validity: 'valid' }]);
  });
});
