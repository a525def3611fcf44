import { describe, expect, it, vi } from 'vitest';
import type { RecordId } from '#domain/ids.ts';
import { ChildAction, ChildActionEvent, ChildDecision } from '#domain/records/action.ts';
import { Agreement } from '#domain/records/agreement.ts';
import { Preparation } from '#domain/records/preparation.ts';
import { RecordResponse } from '#domain/records/response.ts';
import { closeChild, transferChild } from '#storage/caseload/caseload.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { readBody } from '#storage/read-body.ts';
import { endSession, planSession, startSession } from '#storage/session/sessions.ts';
import { clashesOf } from '#storage/sync/merge-clashes.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, todayIn, updated } from '#storage/writes.ts';
import { hostileTexts, loneSurrogates, readyBrief, ref } from '../../../test/builders.ts';
import {
  agreementId,
  agreementOn,
  carry,
  made,
  type TwoPeople,
  twoPeople,
  typeAgreement,
  writeAgreement,
} from '../../../test/handovers.ts';
import { openAgain, write } from '../../../test/workspaces.ts';
import type { Handover, RecordRow } from './handover-body.ts';
import { takeIn } from './take-in.ts';

const newId = () => crypto.randomUUID() as RecordId;
const quiet = { clashes: 0, refused: [] };

async function aFinishedRecord({ sam, priyaRef }: TwoPeople, note: string) {
  const session = await startSession(sam, priyaRef);
  const { id, childRef, settled, ...typed } = readyBrief({ briefNote: note });
  await write(sam, session, 'C1', typed);
  const wasThere = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
  await endSession(sam, session, wasThere);
  await finaliseChild(sam, session, 'C1');
  const [record] = findAll(sam, 'childRecords');
  if (!record) throw new Error('not finalised');
  return record;
}

/** Each has the agreement, by a file. */
async function withAgreement(typed: Partial<Agreement> = {}): Promise<TwoPeople> {
  const people = await twoPeople();
  await writeAgreement(people.sam, people, typed);
  await carry(people.sam, people.priyaRef, people.priya);
  return people;
}
const replaced = async (workspace: Workspace, id: string) => {
  const rows = await workspace.db.versions.where('id').equals(id).toArray();
  const opened = rows.map(({ c, v, kid, iv, ct }) =>
    workspace.vault.open({ kind: 'row', c, id, v }, { kid, iv, ct }),
  );
  return (await Promise.all(opened)).map((text) => JSON.parse(text));
};
const withRecord = (handover: Handover, row: Partial<RecordRow>): Handover => ({
  ...handover,
  records: [...handover.records, { basedOn: '', ...row } as RecordRow],
});

describe('finished text', () => {
  it.each(Object.entries(hostileTexts))('[HAND5] comes in to the letter: %s', async (_, note) => {
    const people = await twoPeople();
    const { sam, priya, priyaRef } = people;
    const record = await aFinishedRecord(people, `It went well. ${note}`);
    expect(await carry(sam, priyaRef, priya)).toMatchObject(quiet);
    expect(priya.set.find('childRecords', record.id)?.text).toBe(record.text);
    expect((await openAgain(priya)).set.find('childRecords', record.id)?.text).toBe(record.text);
  });

  it('[HAND5] of the same id and another text is kept as it is here, and said; the rest comes in', async () => {
    const people = await twoPeople();
    const { sam, priya, priyaRef } = people;
    const record = await aFinishedRecord(people, 'It went well.');
    await carry(sam, priyaRef, priya);
    await writeAgreement(sam, people, { purpose: 'To think' });
    const handover = await made(sam, priyaRef);
    const changed: Handover = {
      ...handover,
      records: handover.records.map((row) =>
        row.id === record.id ? { ...row, text: row.text.replace('went well', 'went badly') } : row,
      ),
    };
    expect(await takeIn(priya, changed)).toMatchObject({
      taken: 1,
      refused: [
        'Record of Amina Khan of 20 November 2026 is here already with another text. The one that is here was kept.',
      ],
    });
    expect(priya.set.find('childRecords', record.id)).toMatchObject({ text: record.text, v: 1 });
    expect(agreementOn(priya).purpose).toBe('To think');
  });

  it('[HAND5] that is here already is written no second time', async () => {
    const people = await twoPeople();
    const record = await aFinishedRecord(people, 'It went well.');
    await carry(people.sam, people.priyaRef, people.priya);
    expect(await carry(people.sam, people.priyaRef, people.priya)).toMatchObject({ taken: 0 });
    expect(people.priya.set.find('childRecords', record.id)?.v).toBe(1);
  });
});

describe('what a file may bring', () => {
  it('[HAND6] a practitioner’s changes no child, no member of staff and no finished text', async () => {
    const people = await twoPeople();
    const { sam, samRef, priya, priyaRef, danRef } = people;
    const record = await aFinishedRecord(people, 'It went well.');
    const own = {
      superviseeRef: priyaRef,
      supervisorRef: samRef,
      createdAt: sam.now,
      createdBy: priyaRef,
    };
    const said = { actionId: newId(), childRef: 'C1', sessionId: newId(), at: sam.now };
    const row = (
      collection: RecordRow['collection'],
      body: { readonly id: string },
    ): Partial<RecordRow> => ({
      collection,
      id: body.id as RecordId,
      text: JSON.stringify(body),
    });
    const forged = [
      row('preparations', Preparation.parse({ id: newId(), ...own, wants: 'not shared' })),
      row(
        'preparations',
        Preparation.parse({ id: newId(), ...own, superviseeRef: danRef, sharedAt: sam.now }),
      ),
      row(
        'responses',
        RecordResponse.parse({
          id: newId(),
          ...own,
          supervisorRef: danRef,
          kind: 'record',
          sessionId: newId(),
        }),
      ),
      row('agreements', Agreement.parse({ id: newId(), ...own, superviseeRef: danRef })),
      row('absences', {
        id: newId(),
        staffRef: danRef,
        createdAt: '',
        createdBy: priyaRef,
      } as never),
      row(
        'childActionEvents',
        ChildActionEvent.parse({ id: newId(), ...said, outcome: 'done', by: priyaRef }),
      ),
      row(
        'childActionEvents',
        ChildActionEvent.parse({ id: newId(), ...said, outcome: 'saidDone', by: danRef }),
      ),
      row(
        'decisions',
        ChildDecision.parse({ id: newId(), ...said, discussionId: newId(), createdBy: priyaRef }),
      ),
      row('childRecords', { ...record.body, id: newId() }),
      // A record of another kind under an id that is here.
      row('preparations', Preparation.parse({ ...own, id: record.id, sharedAt: sam.now })),
    ];
    const handover = forged.reduce(withRecord, await made(priya, samRef));
    const reference = [
      {
        collection: 'children' as const,
        ref: 'C1',
        refs: ['C1'],
        text: '{"ref":"C1","name":"Forged"}',
        basedOn: '',
      },
      {
        collection: 'staff' as const,
        ref: priyaRef,
        refs: [],
        text: `{"ref":"${priyaRef}","name":"Forged"}`,
        basedOn: '',
      },
    ];
    const before = await sam.db.rows.toArray();
    const taken = await takeIn(sam, { ...handover, reference });
    expect(taken).toMatchObject({ taken: 0, clashes: 0 });
    expect(taken.refused).toContain(
      'Preparation: it is not something this person’s file may bring. It was not taken in.',
    );
    const after = await sam.db.rows.toArray();
    expect(after.filter(({ id }) => before.some((old) => old.id === id))).toEqual(before);
    expect(after.length - before.length).toBe(2); // that it was taken in, and the line of the audit
  });

  it('[HAND6] a supervisor’s says nothing of anybody but me', async () => {
    const { sam, samRef, priya, priyaRef, danRef } = await twoPeople();
    const own = {
      superviseeRef: danRef,
      supervisorRef: samRef,
      createdAt: sam.now,
      createdBy: samRef,
    };
    const body = Agreement.parse({ id: newId(), ...own });
    const handover = withRecord(await made(sam, priyaRef), {
      collection: 'agreements',
      id: body.id,
      text: JSON.stringify(body),
    });
    expect((await takeIn(priya, handover)).refused).toHaveLength(1);
    expect(bodies(priya, 'agreements')).toEqual([]);
  });

  it('[HAND6] an action of a child who is not in the file, or under the id of another record, stays out', async () => {
    const people = await twoPeople();
    const { sam, samRef, priya, priyaRef } = people;
    const record = await aFinishedRecord(people, 'It went well.');
    await carry(sam, priyaRef, priya);
    const action = (id: string, childRef: string) => {
      const about = { childRef, sessionId: newId(), discussionId: newId() };
      const body = ChildAction.parse({ id, ...about, createdAt: sam.now, createdBy: samRef });
      return { collection: 'childActions' as const, id: body.id, text: JSON.stringify(body) };
    };
    const forged = [action(newId(), 'D9'), action(record.id, 'C1')];
    const handover = forged.reduce(withRecord, await made(sam, priyaRef));
    expect(await takeIn(priya, handover)).toMatchObject({
      taken: 0,
      refused: ['Action: it is not something this person’s file may bring. It was not taken in.'],
    });
    expect(bodies(priya, 'childActions')).toEqual([]);
    expect(priya.set.find('childRecords', record.id)).toMatchObject({ text: record.text, v: 1 });
  });

  it('[HAND6] a record that is here about somebody else is not written over under its id', async () => {
    const people = await twoPeople();
    const { sam, samRef, priya, danRef } = people;
    await writeAgreement(sam, { samRef, priyaRef: danRef }, { purpose: 'With Dan' });
    await writeAgreement(priya, people, { purpose: 'With Priya' });
    expect(await carry(priya, samRef, sam)).toMatchObject({
      taken: 0,
      refused: [
        'Supervision agreement: it is here already, about somebody else. It was not taken in.',
      ],
    });
    expect(agreementOn(sam)).toMatchObject({ superviseeRef: danRef, purpose: 'With Dan' });
  });

  it('[HAND6] what only I write is changed by nobody’s file: a different one is asked about', async () => {
    const { sam, samRef, priya, priyaRef } = await twoPeople();
    const own = {
      superviseeRef: priyaRef,
      supervisorRef: samRef,
      createdAt: sam.now,
      createdBy: priyaRef,
    };
    const answer = RecordResponse.parse({
      ...{ id: newId(), ...own, kind: 'record', sessionId: newId() },
      ...{ comments: 'I said so.', stance: 'agreed', answeredAt: sam.now },
    });
    await priya.change(() => [created('responses', answer.id, answer)]);
    await carry(priya, samRef, sam);
    // As it came it changes nothing, however often it comes back.
    expect(await carry(sam, priyaRef, priya)).toMatchObject({ taken: 0, ...quiet });
    await sam.change((set) => {
      const record = set.find('responses', answer.id);
      return record
        ? [updated(record, { ...record.body, comments: 'Changed by Sam' } as never)]
        : [];
    });
    expect(await carry(sam, priyaRef, priya)).toMatchObject({ clashes: 1 });
    const mine = bodies(priya, 'responses')[0] ?? {};
    expect(mine).toMatchObject({ comments: 'I said so.', stance: 'agreed' });
    expect(clashesOf(mine)).toEqual([
      { path: 'comments', ours: 'I said so.', theirs: 'Changed by Sam' },
    ]);
  });

  it('[HAND6] an action is as its author has it last, and what I said of it stays mine', async () => {
    const { sam, samRef, priya, priyaRef } = await twoPeople();
    const about = { childRef: ref('C1'), sessionId: newId(), discussionId: newId() };
    const action = ChildAction.parse({
      id: newId(),
      ...about,
      what: 'Ring',
      createdAt: sam.now,
      createdBy: samRef,
    });
    await sam.change(() => [created('childActions', action.id, action)]);
    await carry(sam, priyaRef, priya);
    const preparation = Preparation.parse({
      ...{ id: newId(), superviseeRef: priyaRef, supervisorRef: samRef, sharedAt: priya.now },
      ...{ createdAt: priya.now, createdBy: priyaRef },
    });
    const said = ChildActionEvent.parse({
      ...{ id: newId(), actionId: action.id, childRef: 'C1', sessionId: preparation.id },
      ...{ outcome: 'saidDone', reason: 'I rang', at: priya.now, by: priyaRef },
    });
    await priya.change(() => [
      created('preparations', preparation.id, preparation),
      created('childActionEvents', said.id, said),
    ]);
    expect(await carry(priya, samRef, sam)).toMatchObject({ taken: 2, ...quiet });
    expect(bodies(sam, 'childActionEvents')).toEqual([said]);

    await sam.change((set) => {
      const record = set.find('childActions', action.id);
      const event = set.find('childActionEvents', said.id);
      if (!record || !event) return [];
      return [
        updated(record, { ...record.body, what: 'Ring the school' }),
        updated(event, { ...event.body, reason: 'changed by Sam' }),
      ];
    });
    expect(await carry(sam, priyaRef, priya)).toMatchObject({ taken: 1, ...quiet });
    expect(bodies(priya, 'childActions')).toMatchObject([{ what: 'Ring the school' }]);
    expect(bodies(priya, 'childActionEvents')).toEqual([said]);
    expect(await replaced(priya, action.id)).toMatchObject([{ what: 'Ring' }]);
  });
});

describe('what both write', () => {
  it.each([...Object.values(hostileTexts), ...loneSurrogates])(
    '[HAND7] comes to the other device to the letter, valid or not: %j',
    async (purpose) => {
      const { priya } = await withAgreement({ purpose });
      expect(agreementOn(priya).purpose).toBe(purpose);
    },
  );

  it('[HAND7] edits of different fields meet, with no question', async () => {
    const { sam, samRef, priya, priyaRef } = await withAgreement({ purpose: 'To think' });
    await typeAgreement(sam, { location: 'Room 4' });
    await typeAgreement(priya, { frequency: 'Every four weeks' });
    expect(await carry(priya, samRef, sam)).toMatchObject({ taken: 1, ...quiet });
    expect(await carry(sam, priyaRef, priya)).toMatchObject({ taken: 1, ...quiet });
    const both = { purpose: 'To think', location: 'Room 4', frequency: 'Every four weeks' };
    expect([agreementOn(sam), agreementOn(priya)]).toMatchObject([both, both]);
  });

  it('[HAND7] the same field keeps both texts, in the record and as a version', async () => {
    const { sam, samRef, priya } = await withAgreement();
    await typeAgreement(sam, { purpose: 'From Sam' });
    await typeAgreement(priya, { purpose: 'From Priya' });
    expect(await carry(priya, samRef, sam)).toMatchObject({ clashes: 1 });
    expect(agreementOn(sam).purpose).toBe('From Sam');
    expect(clashesOf(agreementOn(sam))).toEqual([
      { path: 'purpose', ours: 'From Sam', theirs: 'From Priya' },
    ]);
    expect((await replaced(sam, agreementId)).at(-1)).toMatchObject({ purpose: 'From Sam' });
  });

  it('[HAND7] a file that was lost on the way is no question', async () => {
    const { sam, samRef, priya, priyaRef } = await withAgreement({ purpose: 'First' });
    await typeAgreement(sam, { purpose: 'Second' });
    await made(sam, priyaRef); // lost
    await typeAgreement(priya, { location: 'Room 4' });
    expect(await carry(priya, samRef, sam)).toMatchObject(quiet);
    expect(agreementOn(sam)).toMatchObject({ purpose: 'Second', location: 'Room 4' });
    await typeAgreement(sam, { purpose: 'Third' });
    expect(await carry(sam, priyaRef, priya)).toMatchObject(quiet);
    expect(agreementOn(priya)).toMatchObject({ purpose: 'Third', location: 'Room 4' });
  });

  it('[HAND7] two files that crossed leave no question where nobody disputes anything', async () => {
    const { sam, samRef, priya, priyaRef } = await withAgreement();
    await typeAgreement(sam, { location: 'Room 4' });
    await typeAgreement(priya, { purpose: 'To think' });
    const [hers, his] = [await made(priya, samRef), await made(sam, priyaRef)];
    await takeIn(sam, hers);
    await takeIn(priya, his);
    await typeAgreement(sam, { purpose: 'To think, and to plan' });
    await typeAgreement(priya, { location: 'Room 4, or Room 5' });
    expect(await carry(priya, samRef, sam)).toMatchObject({ taken: 1, ...quiet });
    expect(await carry(sam, priyaRef, priya)).toMatchObject({ taken: 1, ...quiet });
    const both = { purpose: 'To think, and to plan', location: 'Room 4, or Room 5' };
    expect([agreementOn(sam), agreementOn(priya)]).toMatchObject([both, both]);
  });

  it('[HAND7] a preparation that is changed after it was shared follows, and so does a session', async () => {
    const { sam, samRef, priya, priyaRef } = await twoPeople();
    const preparation = Preparation.parse({
      ...{ id: newId(), superviseeRef: priyaRef, supervisorRef: samRef, sharedAt: priya.now },
      ...{ createdAt: priya.now, createdBy: priyaRef, wants: 'Leave' },
    });
    await priya.change(() => [created('preparations', preparation.id, preparation)]);
    const session = await planSession(sam, priyaRef, '2026-12-18');
    await carry(priya, samRef, sam);
    await carry(sam, priyaRef, priya);
    await priya.change((set) => {
      const record = set.find('preparations', preparation.id);
      return record ? [updated(record, { ...record.body, wants: 'Leave, and training' })] : [];
    });
    // What she sent before comes back meanwhile: it is older than what she has, and no question.
    expect(await carry(sam, priyaRef, priya)).toMatchObject({ taken: 0, ...quiet });
    await startSession(sam, priyaRef, session);
    const wasThere = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
    await endSession(sam, session, wasThere);
    expect(await carry(priya, samRef, sam)).toMatchObject({ taken: 1, ...quiet });
    expect(await carry(sam, priyaRef, priya)).toMatchObject({ taken: 1, ...quiet });
    expect(bodies(sam, 'preparations')).toMatchObject([{ wants: 'Leave, and training' }]);
    expect(bodies(priya, 'sessions')).toMatchObject([{ id: session, status: 'ended' }]);
    expect(bodies(priya, 'preparations')).toMatchObject([{ wants: 'Leave, and training' }]);
  });
});

describe('taking in', () => {
  it('[HAND10] text that is not on disk yet is written first, and what was changed meets it', async () => {
    const { sam, priya, priyaRef } = await withAgreement();
    await typeAgreement(sam, { location: 'Room 4' });
    const handover = await made(sam, priyaRef);
    const draft = { ...agreementOn(priya), purpose: 'Typed and not saved' } as Agreement;
    priya.draft({ collection: 'agreements', id: agreementId, body: draft });
    expect(priya.queue.unsaved(agreementId)).toBeDefined();
    expect(await takeIn(priya, handover)).toMatchObject(quiet);
    expect(agreementOn(priya)).toMatchObject({
      location: 'Room 4',
      purpose: 'Typed and not saved',
    });
  });

  it('[HAND10] a form that is open is not written into: its next key keeps what came in', async () => {
    const { sam, priya, priyaRef } = await withAgreement();
    const form = agreementOn(priya);
    priya.openDraft('agreements', agreementId);
    const types = async (typed: Partial<Agreement>) => {
      priya.draft({
        collection: 'agreements',
        id: agreementId,
        body: { ...form, ...typed } as Agreement,
      });
      await priya.queue.flush();
    };
    await types({ purpose: 'From Priya' });
    await typeAgreement(sam, { location: 'Room 4', purpose: 'From Sam' });
    expect(await carry(sam, priyaRef, priya)).toMatchObject({ clashes: 1 });
    await types({ purpose: 'From Priya, and more', frequency: 'Weekly' });
    expect(agreementOn(priya)).toMatchObject({
      ...{ location: 'Room 4', purpose: 'From Priya, and more', frequency: 'Weekly' },
    });
    expect(clashesOf(agreementOn(priya)).map(({ theirs }) => theirs)).toEqual(['From Sam']);
    await priya.closeDraft(agreementId);
    expect(agreementOn(priya).location).toBe('Room 4');
  });

  it('[HAND10] is all or none', async () => {
    const { sam, priya, priyaRef } = await withAgreement();
    await typeAgreement(sam, { location: 'Room 4' });
    await planSession(sam, priyaRef, '2026-12-18');
    const handover = await made(sam, priyaRef);
    const before = await priya.db.rows.toArray();
    vi.spyOn(priya.db.outbox, 'bulkPut').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(takeIn(priya, handover)).rejects.toMatchObject({
      name: 'StorageError',
      reason: 'full',
    });
    expect(await priya.db.rows.toArray()).toEqual(before);
    expect(bodies(priya, 'sessions')).toEqual([]);
    expect(await takeIn(priya, handover)).toMatchObject({ taken: 2 });
  });

  it('[HAND10] is worked out again where another tab wrote meanwhile', async () => {
    const { sam, priya, priyaRef } = await withAgreement();
    await typeAgreement(sam, { location: 'Room 4' });
    const handover = await made(sam, priyaRef);
    const tab = await openAgain(priya);
    await typeAgreement(tab, { purpose: 'From the other tab' });
    expect(await takeIn(priya, handover)).toMatchObject(quiet);
    expect(agreementOn(priya)).toMatchObject({ location: 'Room 4', purpose: 'From the other tab' });
  });

  it('notes the file, who it was from, and that it was taken in', async () => {
    const { sam, samRef, priya, priyaRef, ports } = await twoPeople();
    ports.goTo('2026-11-22T14:41:00.000Z');
    const handover = await made(sam, priyaRef);
    await takeIn(priya, handover);
    const [, taken] = bodies(priya, 'handovers');
    expect(taken).toMatchObject({
      ...{ id: handover.fileId, direction: 'takenIn', otherRef: samRef, serial: 2 },
      ...{ device: handover.device, takenInAt: '2026-11-22T14:41:00.000Z' },
    });
    expect(bodies(priya, 'audit').map(({ what }) => what)).toEqual([
      'handoverTakenIn',
      'handoverTakenIn',
    ]);
  });

  it('a child who was moved or closed leaves her list, and a new one comes onto it', async () => {
    const { sam, priya, priyaRef, danRef, ports } = await twoPeople();
    ports.goTo('2026-11-23T10:00:00.000Z');
    const when = { on: todayIn(sam), reason: 'Moved' };
    await transferChild(sam, ref('C1'), danRef, when);
    await closeChild(sam, ref('C2'), when);
    await transferChild(sam, ref('D9'), priyaRef, when);
    expect(await carry(sam, priyaRef, priya)).toMatchObject(quiet);
    expect(openChildren(priya, priyaRef).map(({ ref: child }) => child)).toEqual(['D9']);
    expect(
      bodies(priya, 'children')
        .find(({ ref: child }) => child === 'C2')
        ?.history.at(-1),
    ).toMatchObject({
      ...{
        what: 'closed',
        on: '2026-11-23',
        reason: 'From the hand-over file of 23 November 2026',
      },
    });
  });

  it('every stored row opens again and fits its schema', async () => {
    const people = await withAgreement();
    await aFinishedRecord(people, 'It went well.');
    await carry(people.sam, people.priyaRef, people.priya);
    const again = await openAgain(people.priya);
    expect(again.damaged).toEqual([]);
    for (const row of bodies(again, 'exchanged'))
      expect(readBody('exchanged', JSON.stringify(row), 'x')).toEqual(row);
  });
});

describe('[HAND6] an agreement from the practitioner', () => {
  const forged = {
    supervisorSignedAt: '2026-11-20T10:00:00.000Z',
    supervisorSignedBy: 'Sam Lee',
    supervisorSignedHash: 'f00d',
    supervisorSignedText: '{}',
    statements: ['keepBoundaries'],
    wantFromSupervisee: 'Never to disagree',
  };

  it('[HAND6] brings what she wrote in the shared text, and nothing of the supervisor’s own part', async () => {
    const people = await withAgreement({ statements: ['meetRegularly'] });
    await typeAgreement(people.priya, { ...forged, location: 'Room 9' });
    await carry(people.priya, people.samRef, people.sam);
    expect(agreementOn(people.sam)).toMatchObject({
      location: 'Room 9',
      supervisorSignedAt: '',
      supervisorSignedText: '',
      statements: ['meetRegularly'],
      wantFromSupervisee: '',
    });
  });

  it('[HAND6] one that is not here comes in without a signature of the supervisor', async () => {
    const people = await twoPeople();
    await writeAgreement(people.priya, people, { ...forged, location: 'Room 9' });
    await carry(people.priya, people.samRef, people.sam);
    expect(agreementOn(people.sam)).toMatchObject({ location: 'Room 9', supervisorSignedAt: '' });
  });
});
