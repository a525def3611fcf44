import { describe, expect, it, vi } from 'vitest';
import type { ChildRef, RecordId } from '#domain/ids.ts';
import { ChildAction, ChildActionEvent, ChildDecision } from '#domain/records/action.ts';
import type { EntryDraft } from '#domain/records/entry.ts';
import { Preparation } from '#domain/records/preparation.ts';
import { AgreementResponse, BeforeSession, RecordResponse } from '#domain/records/response.ts';
import { Session } from '#domain/records/session.ts';
import { StaffAction } from '#domain/records/staff-action.ts';
import { StaffNote } from '#domain/records/staff-note.ts';
import { endWaitForAgreement } from '#storage/agreeing/agreeing.ts';
import {
  addChildren,
  closeChild,
  correctChild,
  transferChild,
} from '#storage/caseload/caseload.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { savePriorDiscussions } from '#storage/caseload/prior-discussions.ts';
import { amendmentsOf } from '#storage/child-file/child-record-reads.ts';
import { amendRecord, finaliseChild, markRecorded } from '#storage/child-file/child-records.ts';
import { finaliseEntry, newEntryDraft } from '#storage/entries/entries.ts';
import { entriesOfChild } from '#storage/entries/entries-of-child.ts';
import { entriesToRecord } from '#storage/entries/entries-reads.ts';
import { recordAbsence } from '#storage/session/absences.ts';
import { endSession, planSession, startSession } from '#storage/session/sessions.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, todayIn, updated } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';
import { readyBrief, ref } from '../../../test/builders.ts';
import {
  carry,
  made,
  make,
  samsDevice,
  type TwoPeople,
  twoPeople,
  writeAgreement,
} from '../../../test/handovers.ts';
import { write } from '../../../test/workspaces.ts';
import type { Handover } from './handover-body.ts';

const ids = (handover: Handover, collection: string) =>
  handover.records.filter((row) => row.collection === collection).map(({ id }) => id as string);
const refs = (handover: Handover, collection: string) =>
  handover.reference.filter((row) => row.collection === collection).map((row) => row.ref);
const bodiesIn = (handover: Handover, collection: string) =>
  [...handover.records, ...handover.reference]
    .filter((row) => row.collection === collection)
    .map(({ text }) => JSON.parse(text));

const id = () => crypto.randomUUID() as RecordId;
const wasThere = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };

/** A whole session: each child brief, finalised where it is named. */
async function held(
  workspace: Workspace,
  staffRef: string,
  finalised: readonly string[],
  note: string,
) {
  const staff = staffRef as Parameters<typeof startSession>[1];
  const session = await startSession(workspace, staff);
  for (const child of openChildren(workspace, staff)) {
    const {
      id: _,
      childRef: __,
      settled,
      ...typed
    } = readyBrief({
      briefNote: `${note} ${child.ref}`,
      accountedAt: workspace.now,
    });
    await write(workspace, session, child.ref, typed);
  }
  await endSession(workspace, session, wasThere);
  for (const childRef of finalised) await finaliseChild(workspace, session, childRef);
  return session;
}

/** Everything a supervisor may hold of two practitioners, Dan's planted with CANARY. */
async function aFullDevice() {
  const { sam, samRef, priyaRef, danRef, ports } = await samsDevice();
  const hers = await held(sam, priyaRef, ['C1', 'C2'], 'Well.');
  const dans = await held(sam, danRef, ['D9'], 'CANARY note');
  await planSession(sam, priyaRef, '2026-12-18');
  await planSession(sam, danRef, '2026-12-19');
  const people = {
    superviseeRef: danRef,
    supervisorRef: samRef,
    createdAt: sam.now,
    createdBy: danRef,
  };
  const about = { childRef: ref('D9'), sessionId: dans as RecordId, discussionId: id() };
  const said = { id: id(), what: 'CANARY action', createdAt: sam.now, createdBy: samRef };
  const done = { id: id(), actionId: said.id, outcome: 'carried', at: sam.now, by: samRef };
  await sam.change(() => {
    const rows = [
      ['childActions', ChildAction.parse({ ...said, ...about })],
      ['childActionEvents', ChildActionEvent.parse({ ...done, ...about })],
      ['decisions', ChildDecision.parse({ id: id(), ...about, text: 'CANARY', createdBy: samRef })],
      [
        'staffActions',
        StaffAction.parse({ ...said, id: id(), superviseeRef: danRef, sessionId: dans }),
      ],
      [
        'preparations',
        Preparation.parse({ id: id(), ...people, wants: 'CANARY', sharedAt: sam.now }),
      ],
      [
        'responses',
        BeforeSession.parse({
          id: id(),
          ...people,
          kind: 'beforeSession',
          preparationId: id(),
          wellbeing: 'CANARY',
          sharedAt: sam.now,
        }),
      ],
      [
        'responses',
        AgreementResponse.parse({
          id: id(),
          ...people,
          kind: 'agreement',
          agreementId: id(),
          comments: 'CANARY',
        }),
      ],
      [
        'notes',
        StaffNote.parse({
          id: id(),
          sessionId: dans,
          superviseeRef: danRef,
          text: 'CANARY',
          createdAt: sam.now,
          createdBy: samRef,
          finalisedAt: sam.now,
        }),
      ],
    ] as const;
    return rows.map(([collection, body]) => created(collection, body.id, body as never));
  });
  await writeAgreement(sam, { samRef, priyaRef: danRef }, { id: id(), purpose: 'CANARY' });
  await recordAbsence(sam, { staffRef: danRef, from: '2026-11-01', to: 'CANARY' });
  await savePriorDiscussions(sam, [
    { childRef: ref('D9'), answer: 'never' },
    { childRef: ref('C2'), answer: 'unknown' },
  ]);
  const [record] = findAll(sam, 'childRecords', ({ childRef }) => childRef === 'D9');
  if (!record) throw new Error('not finalised');
  await amendRecord(sam, record.body, { text: 'CANARY', reason: 'CANARY' });
  await markRecorded(sam, record.body, {
    state: 'recorded',
    on: '2026-11-20',
    reference: 'CANARY',
  });
  return { sam, samRef, priyaRef, danRef, ports, hers, dans };
}

describe('a file for a practitioner', () => {
  it('[HAND3] has nothing about anybody else: no child, session, note, name or reference', async () => {
    const { sam, priyaRef, danRef, dans } = await aFullDevice();
    const handover = await made(sam, priyaRef);
    const text = JSON.stringify(handover);
    for (const word of ['CANARY', 'Dan Osei', 'D9', danRef, dans]) expect(text).not.toContain(word);
    // The same search finds hers, so it searches well.
    for (const word of ['Amina Khan', 'Priya Shah', 'C1', priyaRef]) expect(text).toContain(word);
    expect(JSON.stringify(await made(sam, danRef))).toContain('CANARY');
  });

  it('[HAND3] has her open children, sessions held and planned, and records that wait for her', async () => {
    const { sam, samRef, priyaRef, hers } = await aFullDevice();
    const handover = await made(sam, priyaRef);
    expect(refs(handover, 'children')).toEqual(['C1', 'C2']);
    expect(refs(handover, 'staff')).toEqual([priyaRef, samRef]);
    expect(refs(handover, 'priorDiscussions')).toEqual(['C2']);
    expect(bodiesIn(handover, 'allocations').map(({ childRef }) => childRef)).toEqual(['C1', 'C2']);
    expect(bodiesIn(handover, 'sessions').map(({ status }) => status)).toEqual([
      'ended',
      'planned',
    ]);
    expect(ids(handover, 'sessions')).toContain(hers);
    expect(ids(handover, 'childRecords')).toEqual(handover.awaiting);
    expect(handover.awaiting).toHaveLength(2);
    expect(handover).toMatchObject({ profileId: 'islington-001', caseSystem: 'Mosaic' });
  });

  it('[HAND3] has what was recorded outside sessions of her open children, and no draft of any', async () => {
    const { sam, priyaRef, priya, danRef } = await twoPeople();
    const typed = async (childRef: string, text: string) => {
      const body = {
        ...newEntryDraft(sam, 'managementDecision'),
        ...{ childRefs: [ref(childRef)], text, rationale: 'Because.' },
        ...{ significance: 'urgent', changesDirection: 'no' },
      } as EntryDraft; // a draft with what a decision needs
      sam.draft({ collection: 'entryDrafts', id: body.id, body });
      await sam.queue.flush();
      return body.id;
    };
    await finaliseEntry(sam, await typed('C1', 'See her today.'));
    await finaliseEntry(sam, await typed('D9', 'CANARY'));
    await typed('C2', 'CANARY draft');
    const [entry] = findAll(sam, 'childEntries', ({ childRef }) => childRef === 'C1');
    if (!entry) throw new Error('not recorded');
    await amendRecord(sam, entry.body, { text: 'It was tomorrow.', reason: 'Wrong day' });
    await markRecorded(sam, entry.body, { state: 'recorded', on: '2026-11-20', reference: '' });

    const handover = await made(sam, priyaRef);
    expect(ids(handover, 'childEntries')).toEqual([entry.id]);
    expect(JSON.stringify(handover)).not.toContain('CANARY');
    await carry(sam, priyaRef, priya);
    expect(priya.set.find('childEntries', entry.id)?.text).toBe(entry.text);
    expect(entriesOfChild(priya, 'C1')).toHaveLength(1);
    expect(amendmentsOf(priya, entry.id)).toHaveLength(1);
    expect(entriesToRecord(priya)).toEqual([]); // Sam's to record
    expect(JSON.stringify(await made(sam, danRef))).toContain('CANARY');

    // She is no longer told of a child that has left her list.
    await transferChild(sam, ref('C1'), danRef, { on: todayIn(sam), reason: 'Moved' });
    expect(ids(await made(sam, priyaRef), 'childEntries')).toEqual([]);
  });

  it('[HAND3] a child goes out by a list of fields: no history, no checks, no reason why', async () => {
    const { sam, priyaRef } = await samsDevice();
    await correctChild(
      sam,
      ref('C1'),
      { name: 'Amina K' },
      { on: todayIn(sam), reason: 'CANARY why' },
    );
    const handover = await made(sam, priyaRef);
    const [child] = bodiesIn(handover, 'children');
    expect(Object.keys(child).toSorted()).toEqual(
      'aliases asAt closedOn dateOfBirth diedOn expectedOn facts familyRef groupDays legalStatus name overrideInterval overrideReason overrideReviewOn permanenceApprovedBy ref reference restricted secondTeamOn status statusWords statuses teamsInvolved'.split(
        ' ',
      ),
    );
    expect(JSON.stringify(handover)).not.toContain('CANARY');
    const [herself, me] = bodiesIn(handover, 'staff');
    expect(Object.keys(herself)).not.toContain('ownIntervalReason');
    expect(Object.keys(me).toSorted()).toEqual(['name', 'ref', 'role']);
  });

  it('[HAND3] a brother or sister who is somebody else’s is not named by what holds a family together', async () => {
    const { sam, priyaRef, danRef } = await samsDevice();
    const facts = { name: 'Cara Hale', dateOfBirth: '', expectedOn: '', status: 'CIN', checks: [] };
    const add = (reference: string, familyRef: string, worker: typeof danRef) => ({
      facts: { ...facts, reference, familyRef },
      worker,
      allocatedAt: '2026-01-05',
    });
    await addChildren(sam, [
      add('E1', 'D9', priyaRef),
      add('E2', 'D9', priyaRef),
      add('E3', 'council family 7', priyaRef),
    ]);
    const handover = await made(sam, priyaRef);
    const families = bodiesIn(handover, 'children').map(({ ref: child, familyRef }) => [
      child,
      familyRef,
    ]);
    expect(families).toEqual(
      expect.arrayContaining([
        ['E1', 'E1'],
        ['E2', 'E1'],
        ['E3', 'council family 7'],
        ['C1', ''],
      ]),
    );
    expect(JSON.stringify(handover)).not.toContain('D9');
  });

  it('[HAND3] of a planned session only what is about children who are still hers', async () => {
    const { sam, priyaRef, danRef } = await samsDevice();
    const session = await planSession(sam, priyaRef, '2026-12-18');
    await sam.change((set) => {
      const record = set.find('sessions', session);
      const line = (childRef: string) => ({
        id: childRef,
        childRef,
        depth: 'brief',
        reason: `why ${childRef}`,
      });
      const agenda = [line('C1'), line('C2')];
      const more = {
        agenda,
        agreedAgenda: agenda,
        childRefs: ['C1', 'C2'],
        supervisorWants: 'Leave',
      };
      return record ? [updated(record, Session.parse({ ...record.body, ...more }))] : [];
    });
    await transferChild(sam, ref('C2'), danRef, { on: todayIn(sam), reason: 'Moved' });
    const handover = await made(sam, priyaRef);
    expect(bodiesIn(handover, 'sessions')).toMatchObject([
      { childRefs: ['C1'], agenda: [{ id: 'C1' }], supervisorWants: 'Leave' },
    ]);
    expect(JSON.stringify(handover)).not.toContain('C2');
  });

  it('[HAND3] open actions with their history; a settled one only after it went out open', async () => {
    const { sam, samRef, priyaRef } = await samsDevice();
    const about = { childRef: ref('C1'), sessionId: id(), discussionId: id() };
    const [first, settled] = [id(), id()];
    const action = (own: RecordId) =>
      ChildAction.parse({ id: own, ...about, what: 'Ring', createdAt: sam.now, createdBy: samRef });
    const event = (actionId: RecordId, outcome: string) =>
      ChildActionEvent.parse({ id: id(), actionId, ...about, outcome, at: sam.now, by: samRef });
    const add = (
      collection: 'childActions' | 'childActionEvents',
      body: ChildAction | ChildActionEvent,
    ) => sam.change(() => [created(collection, body.id, body as never)]);
    await add('childActions', action(first));
    await add('childActions', action(settled));
    await add('childActionEvents', event(settled, 'done'));
    expect(ids(await made(sam, priyaRef), 'childActions')).toEqual([first]);
    await add('childActionEvents', event(first, 'done'));
    const next = await made(sam, priyaRef);
    expect(ids(next, 'childActions')).toEqual([first]);
    expect(bodiesIn(next, 'childActionEvents')).toMatchObject([
      { actionId: first, outcome: 'done' },
    ]);
  });

  it('[HAND3] a withdrawn decision only where it went out before it was withdrawn', async () => {
    const { sam, priyaRef, hers } = await aFullDevice();
    const decision = (text: string) =>
      ChildDecision.parse({
        id: id(),
        childRef: ref('C1'),
        sessionId: hers,
        discussionId: id(),
        text,
        createdBy: 'me',
      });
    const [stands, gone] = [decision('stands'), { ...decision('gone'), withdrawn: true }];
    await sam.change(() => [stands, gone].map((body) => created('decisions', body.id, body)));
    expect(bodiesIn(await made(sam, priyaRef), 'decisions')).toMatchObject([{ text: 'stands' }]);
    await sam.change((set) => {
      const record = set.find('decisions', stands.id);
      return record ? [updated(record, { ...record.body, withdrawn: true })] : [];
    });
    expect(bodiesIn(await made(sam, priyaRef), 'decisions')).toMatchObject([
      { text: 'stands', withdrawn: true },
    ]);
  });

  it('[HAND3] answered records stay out but for the last of each child; a corrected one waits again', async () => {
    const { sam, samRef, priyaRef, hers, ports } = await aFullDevice();
    const first = findAll(sam, 'childRecords', ({ sessionId }) => sessionId === hers);
    const read = await Promise.all(
      first.map(async ({ id: own, text }) => ({ id: own, hash: await sha256(text) })),
    );
    const people = {
      superviseeRef: priyaRef,
      supervisorRef: samRef,
      createdAt: sam.now,
      createdBy: priyaRef,
    };
    const answer = RecordResponse.parse({
      id: id(),
      ...people,
      kind: 'record',
      sessionId: hers,
      stance: 'agreed',
      read,
      answeredAt: sam.now,
    });
    await sam.change(() => [created('responses', answer.id, answer)]);
    const both = first.map((record) => record.id).toSorted();
    const answered = await made(sam, priyaRef);
    expect([ids(answered, 'childRecords').toSorted(), answered.awaiting]).toEqual([both, []]);

    ports.goTo('2026-12-18T10:00:00.000Z');
    await held(sam, priyaRef, ['C1'], 'Next.');
    const [next] = findAll(
      sam,
      'childRecords',
      ({ discussedOn, childRef }) => discussedOn === '2026-12-18' && childRef === 'C1',
    );
    const second = first.find(({ body }) => body.childRef === 'C2');
    const later = await made(sam, priyaRef);
    expect(later.awaiting).toEqual([next?.id]);
    expect(ids(later, 'childRecords').toSorted()).toEqual([next?.id, second?.id].toSorted());

    const old = first.find(({ body }) => body.childRef === 'C1');
    if (!old) throw new Error('not finalised');
    await markRecorded(sam, old.body, { state: 'recorded', on: '2026-12-18', reference: '' });
    const marked = await made(sam, priyaRef);
    expect(ids(marked, 'childRecords')).not.toContain(old.id);
    expect(bodiesIn(marked, 'childMarks')).toMatchObject([{ recordId: old.id }]);
    await amendRecord(sam, old.body, { text: 'It was the 19th.', reason: 'Wrong day' });
    const corrected = await made(sam, priyaRef);
    expect(corrected.awaiting).toContain(old.id);
    expect(bodiesIn(corrected, 'childAmendments')).toMatchObject([{ recordId: old.id }]);
  });

  it('[HAND3] what she did with another supervisor, or with a child who is not hers now, stays', async () => {
    const { sam, priyaRef, danRef, hers } = await aFullDevice();
    const decision = ChildDecision.parse({
      ...{ id: id(), childRef: 'C2', sessionId: hers, discussionId: id() },
      ...{ text: 'Move school', createdBy: 'me' },
    });
    const another = Session.parse({
      ...{ id: id(), superviseeRef: priyaRef, supervisorRef: danRef, status: 'ended' },
      ...{ othersPresent: 'CANARY', createdAt: sam.now, createdBy: danRef },
    });
    await sam.change(() => [
      created('decisions', decision.id, decision),
      created('sessions', another.id, another),
    ]);
    expect(ids(await made(sam, priyaRef), 'decisions')).toEqual([decision.id]);
    await transferChild(sam, ref('C2'), danRef, { on: todayIn(sam), reason: 'Moved' });
    const handover = await made(sam, priyaRef);
    expect(ids(handover, 'decisions')).toEqual([]);
    expect(ids(handover, 'sessions')).not.toContain(another.id);
  });

  it('[HAND3] a record whose wait was ended goes out and is not said to wait', async () => {
    const { sam, priyaRef, hers } = await aFullDevice();
    await endWaitForAgreement(sam, hers, 'Left the council');
    const handover = await made(sam, priyaRef);
    expect([ids(handover, 'childRecords').length, handover.awaiting]).toEqual([2, []]);
  });

  it('[HAND3] a child who was closed before the first file is in none', async () => {
    const { sam, priyaRef } = await samsDevice();
    await closeChild(sam, ref('C1'), { on: todayIn(sam), reason: 'Closed' });
    expect(refs(await made(sam, priyaRef), 'children')).toEqual(['C2']);
  });

  it('[HAND3] a child who was closed or moved since is told of by what ended, and by nothing else', async () => {
    const { sam, priyaRef, danRef } = await samsDevice();
    const when = { on: todayIn(sam), reason: 'CANARY' };
    await made(sam, priyaRef);
    await closeChild(sam, ref('C1'), when);
    await transferChild(sam, ref('C2'), danRef, when);
    const handover = await made(sam, priyaRef);
    expect(bodiesIn(handover, 'children')).toMatchObject([{ ref: 'C1', closedOn: '2026-11-20' }]);
    expect(bodiesIn(handover, 'allocations')).toMatchObject([
      { childRef: 'C1', to: '' },
      { childRef: 'C2', staffRef: priyaRef, to: '2026-11-20' },
    ]);
    expect(JSON.stringify(handover)).not.toContain('Ben Hale');
    const fresh = await made(sam, danRef);
    expect(JSON.stringify(fresh)).not.toContain(priyaRef);
  });
});

/** On Priya's device: one of each that she may write. */
async function herWork({ priya, priyaRef, samRef }: TwoPeople) {
  const own = {
    superviseeRef: priyaRef,
    supervisorRef: samRef,
    createdAt: priya.now,
    createdBy: priyaRef,
  };
  const child = { id: 'C1', childRef: 'C1' as ChildRef };
  const preparation = Preparation.parse({
    id: id(),
    ...own,
    wants: 'PRIVATE',
    children: [{ ...child, risks: 'PRIVATE' }],
  });
  const before = BeforeSession.parse({
    id: id(),
    ...own,
    kind: 'beforeSession',
    preparationId: preparation.id,
    wellbeing: 'PRIVATE',
  });
  const answer = RecordResponse.parse({
    id: id(),
    ...own,
    kind: 'record',
    sessionId: id(),
    comments: 'PRIVATE',
  });
  const event = ChildActionEvent.parse({
    id: id(),
    actionId: id(),
    childRef: 'C1',
    sessionId: preparation.id,
    outcome: 'saidDone',
    at: priya.now,
    by: priyaRef,
  });
  await priya.change(() => [
    created('preparations', preparation.id, preparation),
    created('responses', before.id, before),
    created('responses', answer.id, answer),
  ]);
  const share = () =>
    priya.change((set) => {
      const write = <C extends 'preparations' | 'responses'>(
        collection: C,
        own: string,
        change: object,
      ) => {
        const record = set.find(collection, own);
        return record ? [updated(record, { ...record.body, ...change } as never)] : [];
      };
      return [
        ...write('preparations', preparation.id, { sharedAt: priya.now, wants: 'Shared' }),
        ...write('responses', before.id, { sharedAt: priya.now }),
        ...write('responses', answer.id, { answeredAt: priya.now, stance: 'agreed' }),
        created('childActionEvents', event.id, event),
      ];
    });
  return { preparation, before, answer, event, share };
}

describe('a file for a supervisor', () => {
  it('[HAND4] has nothing that was not shared, and all of it once it was', async () => {
    const people = await twoPeople();
    const { priya, samRef } = people;
    const { preparation, before, answer, event, share } = await herWork(people);
    const first = await made(priya, samRef);
    expect(first).toMatchObject({ kind: 'forSupervisor', records: [], reference: [] });
    expect(JSON.stringify(first)).not.toContain('PRIVATE');
    await share();
    const next = await made(priya, samRef);
    expect(next.records.map((row) => row.id as string).toSorted()).toEqual(
      [preparation, before, answer, event].map((each) => each.id as string).toSorted(),
    );
    expect(refs(next, 'children')).toEqual(['C1']);
    // Who the child is, and nothing about the child.
    expect(bodiesIn(next, 'children').map((child) => Object.keys(child))).toEqual([
      ['ref', 'reference', 'name', 'dateOfBirth', 'expectedOn'],
    ]);
  });

  it('[HAND4] has her part of the agreement from the first word, and when she is away', async () => {
    const people = await twoPeople();
    const { priya, priyaRef, samRef } = people;
    const own = {
      superviseeRef: priyaRef,
      supervisorRef: samRef,
      createdAt: priya.now,
      createdBy: priyaRef,
    };
    const part = AgreementResponse.parse({
      id: id(),
      ...own,
      kind: 'agreement',
      agreementId: id(),
    });
    await priya.change(() => [created('responses', part.id, part)]);
    await writeAgreement(priya, people);
    await recordAbsence(priya, { staffRef: priyaRef, from: '2026-12-01', to: '2026-12-05' });
    const handover = await made(priya, samRef);
    expect(handover.records.map(({ collection }) => collection)).toEqual([
      'responses',
      'agreements',
      'absences',
    ]);
  });

  it('[HAND4] has nothing that was shared with somebody else, and nobody else’s', async () => {
    const people = await twoPeople();
    const { priya, samRef, danRef, priyaRef } = people;
    const base = { createdAt: priya.now, createdBy: priyaRef, sharedAt: priya.now };
    const withAnother = Preparation.parse({
      id: id(),
      ...base,
      superviseeRef: priyaRef,
      supervisorRef: danRef,
    });
    const ofAnother = Preparation.parse({
      id: id(),
      ...base,
      superviseeRef: danRef,
      supervisorRef: samRef,
    });
    const said = { actionId: id(), childRef: 'C1', outcome: 'saidDone', at: priya.now };
    const events = [
      ChildActionEvent.parse({ id: id(), ...said, sessionId: withAnother.id, by: priyaRef }),
      ChildActionEvent.parse({ id: id(), ...said, sessionId: ofAnother.id, by: danRef }),
    ];
    await priya.change(() => [
      ...[withAnother, ofAnother].map((body) => created('preparations', body.id, body)),
      ...events.map((body) => created('childActionEvents', body.id, body)),
    ]);
    expect((await made(priya, samRef)).records).toEqual([]);
  });

  it('[HAND4] what came from her goes back to a new device of hers', async () => {
    const people = await twoPeople();
    const { sam, samRef, priya, priyaRef } = people;
    const { preparation, share } = await herWork(people);
    await share();
    await carry(priya, samRef, sam);
    const handover = await made(sam, priyaRef);
    expect(ids(handover, 'preparations')).toEqual([preparation.id]);
    expect(bodies(sam, 'preparations')).toMatchObject([{ wants: 'Shared' }]);
  });
});

describe('making a file', () => {
  it('notes what went out before the file is given out, and that it was made', async () => {
    const { sam, priyaRef } = await samsDevice();
    const first = await made(sam, priyaRef);
    expect(bodies(sam, 'handovers')).toMatchObject([
      { direction: 'made', serial: 1, id: first.fileId, otherRef: priyaRef },
    ]);
    expect(bodies(sam, 'audit')).toMatchObject([{ what: 'handoverMade', recordId: first.fileId }]);
    const [child] = findAll(sam, 'exchanged', ({ id: key }) => key === 'children:C1');
    const sent = bodiesIn(first, 'children')[0];
    expect(JSON.parse(child?.body.sent[0]?.text ?? '')).toEqual(sent);
    expect((await made(sam, priyaRef)).serial).toBe(2);
    expect(findAll(sam, 'exchanged', ({ id: key }) => key === 'children:C1')[0]?.v).toBe(1); // the same again is no news
  });

  it('keeps the last eight different bodies of a record', async () => {
    const { sam, priyaRef } = await samsDevice();
    for (let i = 0; i < 10; i++) {
      await correctChild(sam, ref('C1'), { name: `Name ${i}` }, { on: todayIn(sam), reason: 'x' });
      await made(sam, priyaRef);
    }
    const [child] = findAll(sam, 'exchanged', ({ id: key }) => key === 'children:C1');
    const names = child?.body.sent.map(({ text }) => JSON.parse(text).name);
    expect(names).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((i) => `Name ${i}`));
  });

  it('keeps no second copy of what never changes', async () => {
    const { sam, priyaRef } = await aFullDevice();
    const handover = await made(sam, priyaRef);
    const keys = bodies(sam, 'exchanged').map(({ id: key }) => key);
    expect(keys).toEqual(expect.arrayContaining(ids(handover, 'sessions')));
    for (const record of ids(handover, 'childRecords')) expect(keys).not.toContain(record);
  });

  it('is refused while text is not on disk: it would be left out', async () => {
    const { sam, priyaRef } = await samsDevice();
    vi.spyOn(sam.queue, 'flush').mockResolvedValueOnce(false);
    await expect(make(sam, priyaRef)).rejects.toMatchObject({ name: 'StorageError' });
    expect(bodies(sam, 'handovers')).toEqual([]);
  });

  it('says what is in it', async () => {
    const { sam, priyaRef } = await aFullDevice();
    expect((await make(sam, priyaRef)).contents).toEqual([
      '2 open children',
      '2 records waiting for agreement',
      'Next supervision on 18 December 2026',
      '1 session held',
    ]);
  });
});
