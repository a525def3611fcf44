import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffRef } from '#domain/ids.ts';
import type { ChildSignature } from '#domain/records/signature.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { changeSettings } from '#storage/settings.ts';
import { finaliseNote } from '#storage/staff-file/staff-notes.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll, updated } from '#storage/writes.ts';
import { newSigningKey } from '#vault/signing.ts';
import { readyBrief } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  passphrase,
  quickDerive,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { mySigningRole } from './record-to-sign.ts';
import { signingLevel, signRecords } from './sign-records.ts';
import { childSignaturesOf, signingOf, staffSignaturesOf, unsignedOf } from './signatures.ts';
import { findSigningKey, signingKeyOf } from './signing-key.ts';
import { closeSitting, openSitting } from './sitting.ts';

const { id: _id, childRef: _ref, settled: _settled, ...brief } = readyBrief();
const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };

async function anEnded(workspace: Workspace, priya: StaffRef) {
  const session = await startSession(workspace, priya);
  for (const childRef of ['C1', 'C2']) await write(workspace, session, childRef, brief);
  const note = noteOf(workspace, session);
  if (!note) throw new Error('no notes');
  const body = { ...note.body, text: 'Tired, and off sick in October.' } as StaffNote;
  await workspace.change(() => [updated(note, body)]);
  await endSession(workspace, session, there);
  return session;
}

/** A session of two children: one of them and the notes are finalised. */
async function story() {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  const session = await anEnded(workspace, priya);
  await finaliseChild(workspace, session, 'C1');
  await finaliseNote(workspace, session);
  return { workspace, session, priya };
}

const shown = async (workspace: Workspace, session: string) =>
  (await signingOf(workspace, session)).map(({ text }) => text.recordId);

const open = (workspace: Workspace) =>
  openSitting(workspace, { type: 'passphrase', passphrase, derive: quickDerive });

async function sign(workspace: Workspace, session: string, over: object = {}) {
  await open(workspace);
  const shownIds = await shown(workspace, session);
  return signRecords(workspace, { recordIds: shownIds, ...over });
}

const recordOf = (workspace: Workspace, childRef: string): OpenRecord<'childRecords'> => {
  const [record] = findAll(workspace, 'childRecords', (each) => each.childRef === childRef);
  if (!record) throw new Error(`no record of ${childRef}`);
  return record;
};

const validityOf = async (workspace: Workspace, childRef: string) =>
  (await childSignaturesOf(workspace, recordOf(workspace, childRef).id)).map(
    ({ validity }) => validity,
  );

/** As if the row on disk were another: only in memory, which is what is checked. */
function swap<C extends 'childRecords' | 'notes' | 'childSignatures' | 'staffSignatures'>(
  workspace: Workspace,
  record: OpenRecord<C>,
  over: Partial<OpenRecord<C>>,
) {
  const v = (workspace.set.find(record.collection, record.id)?.v ?? 0) + 1;
  workspace.set.apply([{ ...record, ...over, v } as unknown as OpenRecord]);
}

describe('signing the records of a session', () => {
  it('one act over all that is finalised: a row of the act, and one on each child’s file', async () => {
    const { workspace, session } = await story();
    expect(await sign(workspace, session)).toEqual({ outcome: 'signed', count: 2, level: 1 });
    const [act] = bodies(workspace, 'staffSignatures');
    const [row, ...more] = bodies(workspace, 'childSignatures');
    expect(more).toEqual([]);
    expect(act?.list.map(({ file }) => file)).toEqual(['child', 'staff']);
    expect(act).toMatchObject({ signerName: 'Sam Lee', level: 1, at: workspace.now });
    expect(row).toMatchObject({ recordId: recordOf(workspace, 'C1').id, actId: act?.id });
    expect(await validityOf(workspace, 'C1')).toEqual(['valid']);
    const note = noteOf(workspace, session);
    expect(await staffSignaturesOf(workspace, note?.id ?? '')).toMatchObject([
      { validity: 'valid' },
    ]);
  });

  it('leaves the records as they were, to the letter', async () => {
    const { workspace, session } = await story();
    const before = [recordOf(workspace, 'C1'), noteOf(workspace, session)];
    await sign(workspace, session);
    expect([recordOf(workspace, 'C1'), noteOf(workspace, session)]).toEqual(before);
  });

  it('is still valid when the records are opened again', async () => {
    const { workspace, session } = await story();
    await sign(workspace, session);
    const again = await openAgain(workspace);
    expect(await validityOf(again, 'C1')).toEqual(['valid']);
  });

  it('nobody signs twice, two clicks at once and a second tab included', async () => {
    const { workspace, session } = await story();
    const tab = await openAgain(workspace);
    const both = await Promise.all([sign(workspace, session), sign(workspace, session)]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['nothing', 'signed']);
    expect(bodies(workspace, 'childSignatures')).toHaveLength(1);
    expect(await sign(workspace, session)).toEqual({ outcome: 'nothing' });
    expect(await sign(tab, session)).toEqual({ outcome: 'nothing' });
    expect(bodies(workspace, 'staffSignatures')).toHaveLength(1);
  });

  it('what is finalised afterwards is not signed, and the act can be done again for it alone', async () => {
    const { workspace, session } = await story();
    await sign(workspace, session);
    await finaliseChild(workspace, session, 'C2');
    expect(await validityOf(workspace, 'C2')).toEqual([]);
    expect(unsignedOf(await signingOf(workspace, session)).map(({ childRef }) => childRef)).toEqual(
      ['C2'],
    );
    expect(await sign(workspace, session)).toMatchObject({ outcome: 'signed', count: 1 });
    expect(await validityOf(workspace, 'C1')).toEqual(['valid']);
    expect(await validityOf(workspace, 'C2')).toEqual(['valid']);
    // One device, one key.
    expect(new Set(bodies(workspace, 'staffSignatures').map(({ keyId }) => keyId)).size).toBe(1);
  });

  it('signs what was on the screen and nothing that came in since', async () => {
    const { workspace, session } = await story();
    const shownIds = await shown(workspace, session);
    await finaliseChild(workspace, session, 'C2');
    await open(workspace);
    await signRecords(workspace, { recordIds: shownIds });
    expect(await validityOf(workspace, 'C2')).toEqual([]);
  });

  it('does not sign a record of a newer version of the app', async () => {
    const { workspace, session } = await story();
    const record = recordOf(workspace, 'C1');
    const body = { ...record.body, schema: 2 } as never;
    swap(workspace, record, { body });
    const [act] = await (async () => {
      await sign(workspace, session);
      return bodies(workspace, 'staffSignatures');
    })();
    expect(act?.list.map(({ file }) => file)).toEqual(['staff']);
  });

  it('nobody signs who was not asked for the passphrase, or whose half hour is over', async () => {
    const { workspace, session } = await story();
    const shownIds = await shown(workspace, session);
    const without = () => signRecords(workspace, { recordIds: shownIds });
    expect(await without()).toEqual({ outcome: 'closed' });
    await open(workspace);
    closeSitting(workspace);
    expect(await without()).toEqual({ outcome: 'closed' });
    await open(workspace);
    (workspace.ports as TestPorts).advance(31 * 60_000); // made by testPorts
    expect(await without()).toEqual({ outcome: 'closed' });
    expect(await workspace.db.meta.get('signing-key')).toBeUndefined();
    expect(bodies(workspace, 'staffSignatures')).toEqual([]);
  });

  it('only the supervisor of the session signs', async () => {
    const { workspace, session, priya } = await story();
    const note = noteOf(workspace, session)?.id ?? '';
    expect(mySigningRole(workspace, note)).toEqual({ outcome: 'may', role: 'supervisor' });
    await changeSettings(workspace, { me: priya });
    for (const id of [note, recordOf(workspace, 'C1').id])
      expect(mySigningRole(workspace, id)).toMatchObject({ outcome: 'mayNot' });
    await expect(sign(workspace, session)).rejects.toThrow();
    expect(bodies(workspace, 'staffSignatures')).toEqual([]);
  });

  it('without a key it is a typed name at level 0, and says so', async () => {
    const { workspace, session } = await story();
    const newKey = async () => undefined;
    expect(await signingLevel(workspace, newKey)).toBe(0);
    const signed = await sign(workspace, session, { newKey, typedName: 'S. Lee' });
    expect(signed).toMatchObject({ outcome: 'signed', level: 0 });
    expect(bodies(workspace, 'childSignatures')).toMatchObject([
      { level: 0, signerName: 'S. Lee', signature: '', keyId: '' },
    ]);
    expect(await validityOf(workspace, 'C1')).toEqual(['keyNotKnown']);
    expect(await sign(workspace, session, { newKey, typedName: 'S. Lee' })).toEqual({
      outcome: 'nothing',
    });
  });

  it('two tabs that make a key at once have one', async () => {
    const { workspace } = await story();
    const tab = await openAgain(workspace);
    const keys = await Promise.all(
      [workspace, tab].map((each) => signingKeyOf(each, newSigningKey)),
    );
    expect(keys[0]).toBeDefined();
    expect(keys[0]).toEqual(keys[1]);
    expect(await findSigningKey(workspace)).toEqual(keys[0]);
  });

  it('the private key is on disk sealed and nowhere else, and is made once', async () => {
    const { workspace, session } = await story();
    expect(await signingLevel(workspace)).toBe(1);
    expect(await workspace.db.meta.get('signing-key')).toBeUndefined(); // a look makes none
    await sign(workspace, session);
    const row = await workspace.db.meta.get('signing-key');
    expect(Object.keys(row ?? {}).toSorted()).toEqual(['k', 'sealed']);
    const all = bodies(workspace, 'staffSignatures')
      .map((act) => JSON.stringify(act))
      .join();
    expect(all).not.toContain('privateKey');
    const key = await newSigningKey();
    const other = await sign(workspace, session, { newKey: async () => key });
    expect(other).toEqual({ outcome: 'nothing' });
    await finaliseChild(workspace, session, 'C2');
    await sign(workspace, session, { newKey: async () => key });
    expect(bodies(workspace, 'staffSignatures').map(({ keyId }) => keyId)).not.toContain(
      key?.keyId,
    );
  });
});

it('two tabs that sign the notes at once make one act, however much more one of them signs', async () => {
  const { workspace, session } = await story();
  const tab = await openAgain(workspace);
  const note = noteOf(workspace, session);
  const shownIds = [note?.id ?? ''];
  await open(workspace);
  const first = signRecords(workspace, { recordIds: shownIds });
  const [alone, all] = await Promise.all([first, sign(tab, session)]);
  expect([alone, all].filter(({ outcome }) => outcome === 'signed').length).toBeGreaterThan(0);
  await workspace.catchUp();
  const acts = bodies(workspace, 'staffSignatures');
  expect(acts.flatMap(({ list }) => list).filter(({ file }) => file === 'staff')).toHaveLength(1);
});

it('a signature that is not valid keeps nobody from signing', async () => {
  const { workspace, session } = await story();
  await sign(workspace, session);
  const [row] = findAll(workspace, 'childSignatures');
  if (!row) throw new Error('not signed');
  await workspace.change(() => [updated(row, { ...row.body, signerName: 'Jo Field' })]);
  expect(await validityOf(workspace, 'C1')).toEqual(['notValid']);
  expect(await sign(workspace, session)).toMatchObject({ outcome: 'signed', count: 1 });
  expect((await validityOf(workspace, 'C1')).toSorted()).toEqual(['notValid', 'valid']);
});

describe('checking a signature', () => {
  it('any byte of a record’s text that is another makes it not valid', async () => {
    const { workspace, session } = await story();
    await sign(workspace, session);
    const note = noteOf(workspace, session) as OpenRecord<'notes'>; // made by the story
    for (const record of [recordOf(workspace, 'C1'), note]) {
      const bytes = new TextEncoder().encode(record.text);
      await fc.assert(
        fc.asyncProperty(
          fc.nat(bytes.length - 1),
          fc.integer({ min: 1, max: 255 }),
          async (at, by) => {
            const changed = Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ by : byte));
            // Each byte as a letter of its own: a text of other bytes, whether or not they are UTF-8.
            const text = Array.from(changed, (byte) => String.fromCharCode(byte)).join('');
            swap(workspace, record as OpenRecord<'notes'>, { text });
            const checked =
              record.collection === 'notes'
                ? await staffSignaturesOf(workspace, record.id)
                : await childSignaturesOf(workspace, record.id);
            expect(checked.map(({ validity }) => validity)).toEqual(['notValid']);
          },
        ),
        { numRuns: 60 },
      );
      swap(workspace, record as OpenRecord<'notes'>, {});
    }
    expect(await validityOf(workspace, 'C1')).toEqual(['valid']);
  });

  it('cannot be moved to another record of the session, or of another session', async () => {
    const { workspace, session, priya } = await story();
    await finaliseChild(workspace, session, 'C2');
    await sign(workspace, session);
    (workspace.ports as TestPorts).goTo('2026-12-01T10:00:00Z'); // made by testPorts
    const later = await anEnded(workspace, priya);
    await finaliseChild(workspace, later, 'C1');
    const target = findAll(workspace, 'childRecords', ({ sessionId }) => sessionId === later)[0];
    const [row] = findAll(workspace, 'childSignatures', ({ childRef }) => childRef === 'C1');
    if (!target || !row) throw new Error('not signed');
    const { hash } = (await signingOf(workspace, later))[0]?.text ?? { hash: '' };
    const moves: Partial<ChildSignature>[] = [
      { recordId: target.body.id },
      { recordId: target.body.id, hash },
    ];
    for (const move of moves) {
      swap(workspace, row, { body: { ...row.body, ...move } });
      const found = await childSignaturesOf(workspace, target.id);
      expect(
        found.map(({ validity }) => validity),
        JSON.stringify(move),
      ).toEqual(['notValid']);
    }
    // To her brother’s record, of the same act: it is on the list, under another id.
    const brother = recordOf(workspace, 'C2');
    const moved = { recordId: brother.body.id, childRef: brother.body.childRef };
    const of = bodies(workspace, 'childSignatures').find(({ childRef }) => childRef === 'C2');
    swap(workspace, row, { body: { ...row.body, ...moved, hash: of?.hash ?? '' } });
    const found = await childSignaturesOf(workspace, brother.id);
    expect(found.map(({ validity }) => validity).toSorted()).toEqual(['notValid', 'valid']);
  });

  it('the act cannot be moved to other notes, and its list cannot be changed', async () => {
    const { workspace, session, priya } = await story();
    await sign(workspace, session);
    const later = await anEnded(workspace, priya);
    await finaliseNote(workspace, later);
    const other = noteOf(workspace, later);
    const [act] = findAll(workspace, 'staffSignatures');
    const text = (await signingOf(workspace, later))[0]?.text;
    if (!act || !other || !text) throw new Error('not signed');
    const { recordId, hash } = text;
    const list = [{ recordId, hash, file: 'staff' as const }];
    swap(workspace, act, { body: { ...act.body, list, sessionId: text && other.body.sessionId } });
    const found = await staffSignaturesOf(workspace, other.id);
    expect(found.map(({ validity }) => validity)).toEqual(['notValid']);
    // And the child’s signature no longer has an act that says the same.
    expect(await validityOf(workspace, 'C1')).toEqual(['notValid']);
  });

  it('a name, a time or a level that is another is not valid', async () => {
    const { workspace, session } = await story();
    await sign(workspace, session);
    const [row] = findAll(workspace, 'childSignatures');
    const [act] = findAll(workspace, 'staffSignatures');
    if (!row || !act) throw new Error('not signed');
    const changes = [
      { signerName: 'Jo Field' },
      { at: '2026-11-20T10:00:01.000Z' },
      { statement: 'I have read this' },
      { level: 0 },
    ];
    for (const change of changes) {
      // Both rows alike, so that neither gives the other away.
      const v = (workspace.set.find('childSignatures', row.id)?.v ?? 0) + 1;
      workspace.set.apply([
        { ...row, body: { ...row.body, ...change }, v },
        { ...act, body: { ...act.body, ...change }, v },
      ]);
      const isTypedName = 'level' in change;
      expect(await validityOf(workspace, 'C1'), JSON.stringify(change)).toEqual([
        isTypedName ? 'keyNotKnown' : 'notValid',
      ]);
    }
  });

  it('on the child’s file alone the key is not known', async () => {
    const { workspace, session } = await story();
    await sign(workspace, session);
    const alone = await aWorkspace(testPorts());
    const rows = [recordOf(workspace, 'C1'), ...findAll(workspace, 'childSignatures')];
    alone.set.apply(rows);
    expect(await validityOf(alone, 'C1')).toEqual(['keyNotKnown']);
    alone.set.apply(findAll(workspace, 'staffSignatures'));
    expect(await validityOf(alone, 'C1')).toEqual(['valid']);
  });
});
