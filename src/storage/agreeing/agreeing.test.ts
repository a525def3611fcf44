import { describe, expect, it, vi } from 'vitest';
import type { StaffRef } from '#domain/ids.ts';
import type { RecordResponse } from '#domain/records/response.ts';
import { markOf, recordsToRecord } from '#storage/child-file/child-record-reads.ts';
import { amendRecord, finaliseChild, markRecorded } from '#storage/child-file/child-records.ts';
import { findSession, noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { changeSettings, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { updated } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';
import { readyBrief } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import {
  answerRecords,
  endWaitForAgreement,
  findAnswerDraft,
  hashFinished,
  newAnswer,
  recordsAwaiting,
} from './agreeing.ts';
import {
  agreeingOf,
  finishedIn,
  responsesTo,
  sessionsAwaitingAgreement,
} from './agreeing-reads.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const goTo = (workspace: Workspace, iso: string) => (workspace.ports as TestPorts).goTo(iso);
const { id: _id, childRef: _ref, settled: _settled, ...brief } = readyBrief();

/** A session of two children, ended, on Sam Lee's device; nothing finalised yet. */
async function held() {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  const sessionId = await startSession(workspace, priya);
  await write(workspace, sessionId, 'C1', brief);
  await write(workspace, sessionId, 'C2', brief);
  await endSession(workspace, sessionId, there);
  return { workspace, priya, sessionId, sam: settingsOf(workspace).me };
}

const sessionOf = (workspace: Workspace, id: string) => {
  const session = findSession(workspace, id)?.body;
  if (!session) throw new Error('no session');
  return session;
};

/** The same rows in the hands of somebody else. */
const asPerson = (workspace: Workspace, me: StaffRef) => changeSettings(workspace, { me });

async function finaliseBoth({ workspace, sessionId }: { workspace: Workspace; sessionId: string }) {
  for (const ref of ['C1', 'C2']) await finaliseChild(workspace, sessionId, ref);
}

/** Typed as the form types it, and answered. */
async function answer(
  workspace: Workspace,
  sessionId: string,
  over: Partial<RecordResponse> = { stance: 'agreed' },
  shown: readonly string[] = recordsAwaiting(workspace, sessionId).map(({ id }) => id),
) {
  const draft = newAnswer(workspace, sessionOf(workspace, sessionId));
  workspace.draft({ collection: 'responses', id: draft.id, body: { ...draft, ...over } });
  return { id: draft.id, outcome: await answerRecords(workspace, draft.id, shown) };
}

const stateOf = (workspace: Workspace, sessionId: string) =>
  agreeingOf(workspace, sessionOf(workspace, sessionId));

describe('what waits for an answer', () => {
  it('nothing until a record is finalised in an ended session', async () => {
    const workspace = await aWorkspace();
    const priya = await givePriya(workspace, [{ reference: 'C1' }]);
    const sessionId = await startSession(workspace, priya);
    await write(workspace, sessionId, 'C1', brief);
    await finaliseChild(workspace, sessionId, 'C1');
    expect(finishedIn(workspace, sessionId)).toEqual([]);
    await endSession(workspace, sessionId, there);
    expect(finishedIn(workspace, sessionId)).toHaveLength(1);
    expect(finishedIn(workspace, 'no such session')).toEqual([]);
  });

  it('records, corrections and finalised notes of this session and of no other', async () => {
    const made = await held();
    const { workspace, sessionId, priya } = made;
    await finaliseBoth(made);
    const [first] = [...workspace.set.all('childRecords').values()];
    if (!first) throw new Error('no record');
    goTo(workspace, '2026-11-21T10:00:00Z');
    await amendRecord(workspace, first.body, { text: 'Her aunt.', reason: 'Wrong person' });
    const note = noteOf(workspace, sessionId);
    if (!note) throw new Error('no note');
    expect(finishedIn(workspace, sessionId).map(({ record }) => record.collection)).toEqual([
      'childRecords',
      'childRecords',
      'childAmendments',
    ]);
    await workspace.change(() => [
      updated(note, { ...note.body, finalisedAt: '2026-11-22T10:00:00.000Z' }),
    ]);
    expect(finishedIn(workspace, sessionId).at(-1)).toMatchObject({
      id: note.id,
      finishedAt: '2026-11-22T10:00:00.000Z',
    });
    const next = await startSession(workspace, priya);
    await endSession(workspace, next, there);
    expect(finishedIn(workspace, next)).toEqual([]);
  });

  it('works out each hash once, from the stored text', async () => {
    const made = await held();
    await finaliseBoth(made);
    const { workspace, sessionId } = made;
    expect(await hashFinished(workspace, sessionId)).toBe(true);
    expect(await hashFinished(workspace, sessionId)).toBe(false);
    for (const { hash, record } of finishedIn(workspace, sessionId))
      expect(hash).toBe(await sha256(record.text));
  });

  it('a text that came back otherwise waits again, as soon as its hash is known', async () => {
    const made = await held();
    const { workspace, sessionId, priya } = made;
    await finaliseBoth(made);
    await asPerson(workspace, priya);
    await answer(workspace, sessionId);
    const [record] = [...workspace.set.all('childRecords').values()];
    if (!record) throw new Error('no record');
    await workspace.change(() => [updated(record, { ...record.body, familySummary: 'tampered' })]);
    await hashFinished(workspace, sessionId);
    expect(recordsAwaiting(workspace, sessionId).map(({ id }) => id)).toEqual([record.id]);
  });
});

describe('answering', () => {
  it('keeps what was read by its hash, is fixed, and is on the device the next day', async () => {
    const made = await held();
    const { workspace, sessionId, priya } = made;
    await finaliseBoth(made);
    await asPerson(workspace, priya);
    goTo(workspace, '2026-11-23T09:30:00Z');
    const comments = ' Zoe\u0308 \u202e kept as typed ';
    const { id, outcome } = await answer(workspace, sessionId, { stance: 'agreed', comments });
    expect(outcome).toEqual({ outcome: 'answered' });
    const again = await openAgain(workspace);
    const [response] = responsesTo(again, sessionId);
    expect(response).toMatchObject({
      id,
      comments,
      superviseeRef: priya,
      createdBy: priya,
      answeredAt: '2026-11-23T09:30:00.000Z',
    });
    const texts = [...again.set.all('childRecords').values()];
    expect(response?.read.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      await Promise.all(
        texts
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
          .map(async (each) => ({ id: each.id, hash: await sha256(each.text) })),
      ),
    );
    expect(recordsAwaiting(again, sessionId)).toEqual([]);
    expect(stateOf(again, sessionId)).toMatchObject({ status: 'agreed' });
    expect(await answerRecords(again, id, [texts[0]?.id ?? ''])).toEqual({ outcome: 'nothing' });
    expect(responsesTo(again, sessionId)).toEqual([response]);
    expect(responsesTo(again, 'another')).toEqual([]);
  });

  it('covers what was shown and nothing that came in meanwhile', async () => {
    const { workspace, sessionId, priya } = await held();
    await finaliseChild(workspace, sessionId, 'C1');
    const shown = recordsAwaiting(workspace, sessionId).map(({ id }) => id);
    await finaliseChild(workspace, sessionId, 'C2');
    await asPerson(workspace, priya);
    await answer(workspace, sessionId, { stance: 'agreed' }, [...shown, 'not here']);
    const [waiting, ...rest] = recordsAwaiting(workspace, sessionId);
    expect(rest).toEqual([]);
    expect(waiting?.record.body).toMatchObject({ childRef: 'C2' });
    expect(responsesTo(workspace, sessionId)[0]?.read.map(({ id }) => id)).toEqual(shown);
    expect(stateOf(workspace, sessionId)).toMatchObject({ status: 'waitingAgain' });
    await answer(workspace, sessionId, { stance: 'notAgreed', because: 'Not said.' });
    expect(stateOf(workspace, sessionId)).toMatchObject({
      status: 'notAgreed',
      because: 'Not said.',
    });
  });

  it('a given answer is never given again, also where something new waits', async () => {
    const { workspace, sessionId, priya } = await held();
    await finaliseChild(workspace, sessionId, 'C1');
    await asPerson(workspace, priya);
    const { id } = await answer(workspace, sessionId);
    const given = workspace.set.find('responses', id);
    await finaliseChild(workspace, sessionId, 'C2');
    const waiting = recordsAwaiting(workspace, sessionId).map((each) => each.id);
    expect(await answerRecords(workspace, id, waiting)).toEqual({ outcome: 'nothing' });
    expect(workspace.set.find('responses', id)).toBe(given);
  });

  it('is not given without text that could not be saved: it would be left out for good', async () => {
    const made = await held();
    const { workspace, sessionId, priya } = made;
    await finaliseBoth(made);
    await asPerson(workspace, priya);
    const body = { ...newAnswer(workspace, sessionOf(workspace, sessionId)), comments: 'first' };
    workspace.draft({ collection: 'responses', id: body.id, body });
    await workspace.queue.flush();
    vi.spyOn(workspace.db, 'transaction').mockImplementationOnce((() =>
      Promise.reject(new DOMException('full', 'QuotaExceededError'))) as never);
    const last = { ...body, stance: 'agreed' as const, comments: 'the last words' };
    workspace.draft({ collection: 'responses', id: body.id, body: last });
    const shown = recordsAwaiting(workspace, sessionId).map(({ id }) => id);
    await expect(answerRecords(workspace, body.id, shown)).rejects.toMatchObject({
      name: 'StorageError',
    });
    expect(findAnswerDraft(workspace, sessionId)?.body.createdBy).toBe(priya);
    await answerRecords(workspace, body.id, shown);
    expect(responsesTo(workspace, sessionId)).toMatchObject([{ comments: 'the last words' }]);
  });

  it('a correction waits for an answer of its own', async () => {
    const made = await held();
    const { workspace, sessionId, priya, sam } = made;
    await finaliseBoth(made);
    await asPerson(workspace, priya);
    await answer(workspace, sessionId);
    await asPerson(workspace, sam);
    const [record] = [...workspace.set.all('childRecords').values()];
    if (!record) throw new Error('no record');
    await amendRecord(workspace, record.body, { text: 'Her aunt.', reason: 'Wrong person' });
    expect(recordsAwaiting(workspace, sessionId).map((each) => each.record.collection)).toEqual([
      'childAmendments',
    ]);
    expect(stateOf(workspace, sessionId)).toMatchObject({
      status: 'waitingAgain',
      answered: { stance: 'agreed' },
    });
  });

  it('says what is missing and keeps what was typed as a draft', async () => {
    const made = await held();
    const { workspace, sessionId, priya } = made;
    await finaliseBoth(made);
    await asPerson(workspace, priya);
    const typed = { stance: 'notAgreed', comments: 'so far' } as const;
    const { id, outcome } = await answer(workspace, sessionId, typed);
    expect(outcome).toMatchObject({ outcome: 'missing', missing: { because: expect.any(String) } });
    expect(findAnswerDraft(workspace, sessionId)).toMatchObject({ id, body: typed });
    expect(stateOf(workspace, sessionId).status).toBe('waiting');
  });

  it('a reference that other devices know me by is me', async () => {
    const made = await held();
    const { workspace, sessionId, priya } = made;
    await finaliseBoth(made);
    await changeSettings(workspace, { me: 'local:9' as StaffRef, alsoMe: [priya] });
    expect(sessionsAwaitingAgreement(workspace)).toMatchObject([{ isMine: true }]);
    expect((await answer(workspace, sessionId)).outcome).toEqual({ outcome: 'answered' });
  });

  it('is the practitioner’s alone: the supervisor can neither begin one nor give it', async () => {
    const made = await held();
    const { workspace, sessionId, priya, sam } = made;
    await finaliseBoth(made);
    const session = sessionOf(workspace, sessionId);
    expect(() => newAnswer(workspace, session)).toThrow(/only the practitioner/);
    await asPerson(workspace, priya);
    const draft = { ...newAnswer(workspace, session), stance: 'agreed' as const };
    workspace.draft({ collection: 'responses', id: draft.id, body: draft });
    await asPerson(workspace, sam);
    const shown = recordsAwaiting(workspace, sessionId).map(({ id }) => id);
    await expect(answerRecords(workspace, draft.id, shown)).rejects.toThrow(
      /only the practitioner/,
    );
    expect(responsesTo(workspace, sessionId)[0]?.answeredAt).toBe('');
  });
});

describe('ending the wait', () => {
  it('keeps the reason with the session and leaves the response as it is', async () => {
    const made = await held();
    const { workspace, sessionId, priya, sam } = made;
    await finaliseBoth(made);
    await asPerson(workspace, priya);
    const draft = { ...newAnswer(workspace, sessionOf(workspace, sessionId)), comments: 'begun' };
    workspace.draft({ collection: 'responses', id: draft.id, body: draft });
    await workspace.queue.flush();
    const before = workspace.set.find('responses', draft.id);
    await asPerson(workspace, sam);
    goTo(workspace, '2026-11-30T10:00:00Z');
    await endWaitForAgreement(workspace, sessionId, 'She has left the council.');
    expect(stateOf(workspace, sessionId)).toEqual({
      status: 'notObtained',
      at: '2026-11-30T10:00:00.000Z',
      because: 'She has left the council.',
    });
    expect(workspace.set.find('responses', draft.id)).toBe(before);
    expect(sessionsAwaitingAgreement(workspace)).toEqual([]);
  });

  it('does nothing where nothing waits, and an answer that comes in afterwards counts', async () => {
    const made = await held();
    const { workspace, sessionId, priya, sam } = made;
    await endWaitForAgreement(workspace, sessionId, 'too early');
    expect(sessionOf(workspace, sessionId).notAgreedAt).toBe('');
    await finaliseBoth(made);
    await endWaitForAgreement(workspace, sessionId, 'Away.');
    await endWaitForAgreement(workspace, sessionId, 'again');
    expect(sessionOf(workspace, sessionId).notAgreedBecause).toBe('Away.');
    await asPerson(workspace, priya);
    await answer(workspace, sessionId);
    expect(stateOf(workspace, sessionId).status).toBe('agreed');
    await asPerson(workspace, sam);
    expect(sessionsAwaitingAgreement(workspace)).toEqual([]);
  });

  it('is the supervisor’s alone, with a reason', async () => {
    const made = await held();
    const { workspace, sessionId, priya } = made;
    await finaliseBoth(made);
    await expect(endWaitForAgreement(workspace, sessionId, '  ')).rejects.toThrow(/with a reason/);
    await asPerson(workspace, priya);
    await expect(endWaitForAgreement(workspace, sessionId, 'x')).rejects.toThrow(
      /only the supervisor/,
    );
  });
});

describe('the lists of both sides', () => {
  it('name the sessions that wait, longest first, and whose turn it is', async () => {
    const made = await held();
    const { workspace, sessionId, priya } = made;
    goTo(workspace, '2026-12-18T10:00:00Z');
    const second = await startSession(workspace, priya);
    await write(workspace, second, 'C1', { ...brief, accountedAt: '2026-12-18T10:00:00.000Z' });
    await endSession(workspace, second, there);
    await finaliseChild(workspace, second, 'C1');
    goTo(workspace, '2026-12-19T10:00:00Z');
    await finaliseChild(workspace, sessionId, 'C1');
    const listed = () =>
      sessionsAwaitingAgreement(workspace).map(({ session, isMine }) => [session.id, isMine]);
    expect(listed()).toEqual([
      [second, false],
      [sessionId, false],
    ]);
    await asPerson(workspace, priya);
    expect(listed()).toEqual([
      [second, true],
      [sessionId, true],
    ]);
    await asPerson(workspace, 'somebody else' as StaffRef);
    expect(listed()).toEqual([]);
  });
});

describe('recording in the case system', () => {
  it.each(['waiting', 'not agreed', 'not obtained'])('never waits for it: %s', async (when) => {
    const made = await held();
    const { workspace, sessionId, priya, sam } = made;
    await finaliseBoth(made);
    if (when === 'not agreed') {
      await asPerson(workspace, priya);
      await answer(workspace, sessionId, { stance: 'notAgreed', because: 'No.' });
      await asPerson(workspace, sam);
    }
    if (when === 'not obtained') await endWaitForAgreement(workspace, sessionId, 'Away.');
    expect(recordsToRecord(workspace)).toHaveLength(2);
    for (const record of recordsToRecord(workspace)) {
      await markRecorded(workspace, record, { state: 'recorded', on: '2026-11-20', reference: '' });
      expect(markOf(workspace, record.id)).toMatchObject({ state: 'recorded', on: '2026-11-20' });
    }
    expect(recordsToRecord(workspace)).toEqual([]);
  });
});
