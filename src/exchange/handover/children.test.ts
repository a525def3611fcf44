import { describe, expect, it } from 'vitest';
import type { ChildRef, RecordId, StaffRef } from '#domain/ids.ts';
import { ChildActionEvent } from '#domain/records/action.ts';
import { Preparation } from '#domain/records/preparation.ts';
import type { Session } from '#domain/records/session.ts';
import { addChildren, correctChild, noteSeen, transferChild } from '#storage/caseload/caseload.ts';
import { findChild, openChildren } from '#storage/caseload/caseload-reads.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { endSession, planSession, startSession } from '#storage/session/sessions.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, todayIn, updated } from '#storage/writes.ts';
import { readyBrief, ref, today } from '../../../test/builders.ts';
import { carry, made, samsDevice } from '../../../test/handovers.ts';
import { aWorkspace, write } from '../../../test/workspaces.ts';
import { takeIn } from './take-in.ts';

const newId = () => crypto.randomUUID() as RecordId;

interface Listed {
  readonly reference: string;
  readonly name: string;
  readonly dateOfBirth?: string;
}

/** Priya, who began on her own and lists her children herself. */
async function priyaAlone(children: readonly Listed[]): Promise<Workspace> {
  const priya = await aWorkspace();
  const { me } = settingsOf(priya);
  await priya.change(() =>
    findAll(priya, 'staff').map((record) =>
      updated(record, { ...record.body, name: 'Priya Shah' }),
    ),
  );
  await list(priya, me, children);
  return priya;
}

const list = (workspace: Workspace, worker: StaffRef, children: readonly Listed[]) =>
  addChildren(
    workspace,
    children.map((child) => ({
      facts: {
        ...{ dateOfBirth: '2016-03-04', expectedOn: '', status: 'CIN', familyRef: '', checks: [] },
        ...child,
      },
      worker,
      allocatedAt: '2026-01-05',
    })),
  );
const childOf = (workspace: Workspace, name: string) =>
  bodies(workspace, 'children').find((child) => child.name === name);
const renamed = (workspace: Workspace, child: ChildRef, to: string) =>
  correctChild(workspace, child, { reference: to }, { on: todayIn(workspace), reason: 'Given' });

/** Amina is known by a reference of her own on each device, and by the council's on both. */
async function knownByTwo() {
  const { sam, samRef, priyaRef } = await samsDevice();
  const [onSams] = await list(sam, priyaRef, [{ reference: '', name: 'Zara Noor' }]);
  const priya = await priyaAlone([{ reference: '', name: 'Zara Noor' }]);
  const onPriyas = childOf(priya, 'Zara Noor')?.ref;
  if (!onSams || !onPriyas) throw new Error('not listed');
  await renamed(sam, onSams, 'Z77');
  await renamed(priya, onPriyas, 'Z77');
  return { sam, samRef, priyaRef, priya, onSams, onPriyas, me: settingsOf(priya).me };
}

describe('a child who is on both lists', () => {
  it('[HAND9] under two references of our own is found by the council’s, and listed once', async () => {
    const { sam, priyaRef, priya, onSams, onPriyas, me } = await knownByTwo();
    await planSession(sam, priyaRef, '2026-12-18');
    await sam.change(() =>
      findAll(sam, 'sessions').map((record) =>
        updated(record, {
          ...record.body,
          childRefs: [onSams],
          agenda: [{ id: onSams, childRef: onSams, depth: 'inDepth', reason: `not ${onSams}` }],
        }),
      ),
    );
    const handover = await made(sam, priyaRef);
    expect(await takeIn(priya, handover)).toMatchObject({ clashes: 0, refused: [] });
    expect(bodies(priya, 'children').filter(({ name }) => name === 'Zara Noor')).toHaveLength(1);
    expect(findChild(priya, onPriyas)?.body.aliases).toEqual(['Z77', onSams]);
    expect(openChildren(priya, me).map(({ name }) => name)).toContain('Zara Noor');
    expect(
      bodies(priya, 'allocations').filter(({ childRef }) => childRef === onPriyas),
    ).toHaveLength(1);
    // In our references, and not a letter of what was typed is changed.
    expect(bodies(priya, 'sessions')).toMatchObject([
      {
        ...{ superviseeRef: me, childRefs: [onPriyas] },
        agenda: [{ id: onPriyas, childRef: onPriyas, reason: `not ${onSams}` }],
      },
    ]);
  });

  it('[HAND9] is found again on the way back, and the list there is not touched', async () => {
    const { sam, samRef, priyaRef, priya, onSams, onPriyas, me } = await knownByTwo();
    await carry(sam, priyaRef, priya);
    const own = { superviseeRef: me, supervisorRef: samRef, createdAt: priya.now, createdBy: me };
    const preparation = Preparation.parse({
      ...{ id: newId(), ...own, sharedAt: priya.now },
      children: [{ id: onPriyas, childRef: onPriyas, risks: 'Late home' }],
      worries: [{ id: 'w1', childRef: onPriyas }],
    });
    const said = ChildActionEvent.parse({
      ...{ id: newId(), actionId: newId(), childRef: onPriyas, sessionId: preparation.id },
      ...{ outcome: 'saidDone', at: priya.now, by: me },
    });
    await priya.change(() => [
      created('preparations', preparation.id, preparation),
      created('childActionEvents', said.id, said),
    ]);
    const before = bodies(sam, 'children');
    expect(await carry(priya, samRef, sam)).toMatchObject({ taken: 2, clashes: 0, refused: [] });
    expect(bodies(sam, 'preparations')).toMatchObject([
      {
        ...{ superviseeRef: priyaRef, createdBy: priyaRef },
        children: [{ id: onSams, childRef: onSams, risks: 'Late home' }],
        worries: [{ id: 'w1', childRef: onSams }],
      },
    ]);
    expect(bodies(sam, 'childActionEvents')).toMatchObject([{ childRef: onSams, by: priyaRef }]);
    expect(bodies(sam, 'children')).toEqual(before);
    // And home again it is the same preparation, in her own references.
    expect(await carry(sam, priyaRef, priya)).toMatchObject({ taken: 0, clashes: 0, refused: [] });
    expect(bodies(priya, 'preparations')).toEqual([preparation]);
  });

  it('[HAND9] stays the same child when everything about it is corrected between two files', async () => {
    const { sam, priyaRef, priya, onSams, onPriyas } = await knownByTwo();
    await carry(sam, priyaRef, priya);
    await renamed(sam, onSams, 'Z78');
    const change = { name: 'Sara Nour', dateOfBirth: '2015-01-01' };
    await correctChild(sam, onSams, change, { on: today, reason: 'Misheard' });
    await carry(sam, priyaRef, priya);
    expect(bodies(priya, 'children')).toHaveLength(3);
    expect(findChild(priya, onPriyas)?.body).toMatchObject({ reference: 'Z78', ...change });
    expect(findChild(priya, onPriyas)?.body.aliases).toEqual(['Z77', onSams, 'Z78']);
  });

  it('[HAND9] leaves the list here when moved there, and is still meant by our reference', async () => {
    const { sam, priyaRef, priya, onSams, onPriyas, me } = await knownByTwo();
    await planSession(sam, priyaRef, '2026-11-20');
    const change = (over: Partial<Session>) =>
      sam.change(() =>
        findAll(sam, 'sessions').map((record) => updated(record, { ...record.body, ...over })),
      );
    await change({ status: 'ended', childRefs: [onSams] });
    await carry(sam, priyaRef, priya);
    const when = { on: todayIn(sam), reason: 'Moved' };
    await transferChild(sam, onSams, { name: 'Dan Osei' }, when);
    await change({ othersPresent: 'A student' });
    await carry(sam, priyaRef, priya);
    expect(openChildren(priya, me).map(({ name }) => name)).toEqual(['Amina Khan', 'Ben Hale']);
    expect(bodies(priya, 'sessions')).toMatchObject([
      { othersPresent: 'A student', childRefs: [onPriyas] },
    ]);
  });

  it('[HAND9] is another child where a corrected reference is all they share', async () => {
    const { sam, priyaRef } = await samsDevice();
    await list(sam, priyaRef, [{ reference: 'Q1', name: 'Nia Rowe', dateOfBirth: '2012-01-01' }]);
    await renamed(sam, ref('Q1'), 'Q2'); // Q1 was a mistake, and is somebody else's
    const priya = await priyaAlone([
      { reference: 'Q1', name: 'Otis Byrne', dateOfBirth: '2019-09-09' },
    ]);
    await carry(sam, priyaRef, priya);
    await carry(sam, priyaRef, priya);
    expect(findChild(priya, 'Q1')?.body.name).toBe('Otis Byrne');
    const nia = childOf(priya, 'Nia Rowe');
    expect(nia).toMatchObject({ reference: 'Q2', aliases: expect.arrayContaining(['Q1', 'Q2']) });
    expect(nia?.ref).toMatch(/^local:/);
    expect(bodies(priya, 'children').filter(({ name }) => name === 'Nia Rowe')).toHaveLength(1);
  });

  it('[HAND9] and stays another on the way back, where nobody has them on the list', async () => {
    const { sam, samRef, priyaRef } = await samsDevice();
    await list(sam, priyaRef, [{ reference: 'Q1', name: 'Nia Rowe', dateOfBirth: '2012-01-01' }]);
    await renamed(sam, ref('Q1'), 'Q2');
    const priya = await priyaAlone([
      { reference: 'Q1', name: 'Otis Byrne', dateOfBirth: '2019-09-09' },
    ]);
    await carry(sam, priyaRef, priya);
    const { me } = settingsOf(priya);
    const preparation = Preparation.parse({
      ...{ id: newId(), superviseeRef: me, supervisorRef: samRef, sharedAt: priya.now },
      ...{ createdAt: priya.now, createdBy: me, children: [{ id: 'Q1', childRef: 'Q1' }] },
    });
    await priya.change(() => [created('preparations', preparation.id, preparation)]);
    await carry(priya, samRef, sam);
    const refIn = () => bodies(sam, 'preparations')[0]?.children[0]?.childRef;
    const first = refIn();
    expect(first).not.toBe('Q1'); // that is Nia
    expect(await carry(priya, samRef, sam)).toMatchObject({ taken: 0, clashes: 0 });
    expect(refIn()).toBe(first);
  });

  it('[HAND9] a finished record never comes under a reference that is another child’s here', async () => {
    const { sam, priyaRef } = await samsDevice();
    await list(sam, priyaRef, [{ reference: 'Q1', name: 'Nia Rowe', dateOfBirth: '2012-01-01' }]);
    await renamed(sam, ref('Q1'), 'Q2');
    const session = await startSession(sam, priyaRef);
    const { id, childRef, settled, ...typed } = readyBrief();
    await write(sam, session, 'Q1', typed);
    const wasThere = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
    await endSession(sam, session, wasThere);
    await finaliseChild(sam, session, 'Q1');
    const priya = await priyaAlone([
      { reference: 'Q1', name: 'Otis Byrne', dateOfBirth: '2019-09-09' },
    ]);
    const { refused } = await carry(sam, priyaRef, priya);
    expect(refused).toEqual([
      'Record of Nia Rowe of 20 November 2026: it carries a reference that is another child’s on this device. It was not taken in.',
    ]);
    expect(bodies(priya, 'childRecords')).toEqual([]);
  });

  it('[HAND9] two entries of the file for one child here are said, and one of them counts', async () => {
    const { sam, priyaRef, priya, onPriyas } = await knownByTwo();
    await list(sam, priyaRef, [{ reference: '', name: 'Zara Noor twice' }]);
    const twice = childOf(sam, 'Zara Noor twice');
    await renamed(sam, twice?.ref as ChildRef, 'Z77');
    const { refused } = await carry(sam, priyaRef, priya);
    expect(refused).toEqual([
      'Two children of the file are one child here: Zara Noor. Check that entry.',
    ]);
    expect(findChild(priya, onPriyas)?.body.name).toBe('Zara Noor');
  });

  it('what is not known on one side is taken from the other, without a question', async () => {
    const { sam, priyaRef, priya, onSams, onPriyas } = await knownByTwo();
    await noteSeen(priya, onPriyas, { on: today, alone: true });
    await correctChild(sam, onSams, { expectedOn: '2026-12-24' }, { on: today, reason: 'Told' });
    expect(await carry(sam, priyaRef, priya)).toMatchObject({ clashes: 0 });
    expect(findChild(priya, onPriyas)?.body).toMatchObject({
      expectedOn: '2026-12-24',
      facts: { lastSeenOn: '2026-11-20', lastSeenAloneOn: '2026-11-20' },
    });
  });

  it('two visits are no disagreement: the later one counts', async () => {
    const { sam, priyaRef, priya, onSams, onPriyas } = await knownByTwo();
    await carry(sam, priyaRef, priya);
    const visit = (on: string) => ({ on: on as typeof today, alone: false });
    await noteSeen(priya, onPriyas, visit('2026-11-10'));
    await noteSeen(sam, onSams, visit('2026-11-18'));
    expect(await carry(sam, priyaRef, priya)).toMatchObject({ clashes: 0 });
    expect(findChild(priya, onPriyas)?.body.facts.lastSeenOn).toBe('2026-11-18');
    await noteSeen(priya, onPriyas, visit('2026-11-19'));
    await noteSeen(sam, onSams, visit('2026-11-18'));
    await correctChild(sam, onSams, { status: 'CP' }, { on: today, reason: 'Plan' });
    expect(await carry(sam, priyaRef, priya)).toMatchObject({ clashes: 0 });
    expect(findChild(priya, onPriyas)?.body).toMatchObject({
      status: 'CP',
      facts: { lastSeenOn: '2026-11-19' },
    });
  });

  it('[HAND9] what the file changes is noted in the entry’s own history', async () => {
    const { sam, priyaRef, priya, onSams, onPriyas } = await knownByTwo();
    await carry(sam, priyaRef, priya);
    const before = findChild(priya, onPriyas)?.body.history.length ?? 0;
    await correctChild(sam, onSams, { status: 'CP', name: 'Zara N' }, { on: today, reason: 'x' });
    await carry(sam, priyaRef, priya);
    expect(findChild(priya, onPriyas)?.body.history.slice(before)).toMatchObject([
      { what: 'corrected', field: 'name', from: 'Zara Noor', to: 'Zara N' },
      { what: 'corrected', field: 'status', from: 'CIN', to: 'CP' },
    ]);
  });
});
