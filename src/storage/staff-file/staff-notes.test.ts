import canonicalize from 'canonicalize';
import { describe, expect, it, vi } from 'vitest';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { finalOf } from '#domain/records/staff-record.ts';
import { findSession, noteOf } from '#storage/session/session-reads.ts';
import {
  endSession,
  recountSession,
  setNotDiscussed,
  startSession,
} from '#storage/session/sessions.ts';
import { changeStaff } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, updated } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  type TestChild,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { staffReviewFor } from './staff-actions.ts';
import {
  coverageOf,
  earlierNotes,
  finaliseNote,
  missingForNotes,
  nextDueAfter,
} from './staff-notes.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const ports = (workspace: Workspace) => workspace.ports as TestPorts;
const brief = () => {
  const { id, childRef, settled, ...typed } = readyBrief();
  return typed;
};

async function begun(
  profileId = 'islington-001',
  children: readonly TestChild[] = [{ reference: 'C1' }],
) {
  const workspace = await aWorkspace(testPorts(), profileId);
  const priya = await givePriya(workspace, children);
  const session = await startSession(workspace, priya);
  return { workspace, priya, session };
}

/** Types into the notes and waits until they are on disk. */
async function note(workspace: Workspace, session: string, change: object): Promise<void> {
  const record = noteOf(workspace, session);
  if (!record) throw new Error('no notes');
  const body = { ...record.body, ...change } as StaffNote;
  workspace.draft({ collection: 'notes', id: record.id, body });
  await workspace.queue.flush();
}

const sessionOf = (workspace: Workspace, id: string) => {
  const session = findSession(workspace, id)?.body;
  if (!session) throw new Error('no session');
  return session;
};

describe('finalising the notes', () => {
  it('once, as the canonical text of a record of the staff file; a second time changes nothing', async () => {
    const { workspace, session } = await begun();
    await endSession(workspace, session, there);
    expect(await finaliseNote(workspace, session)).toMatchObject({
      outcome: 'missing',
      missing: [{ path: 'text', message: expect.stringContaining('Write the notes') }],
    });
    await note(workspace, session, { text: 'Tired.' });
    const draft = await workspace.db.rows.get(noteOf(workspace, session)?.id ?? '');
    expect(await finaliseNote(workspace, session)).toEqual({ outcome: 'finalised' });
    const final = noteOf(workspace, session);
    expect(final?.body).toMatchObject({ text: 'Tired.', finalisedAt: workspace.now });
    expect(canonicalize(JSON.parse(final?.text ?? ''))).toBe(final?.text);
    const versions = await workspace.db.versions
      .where('id')
      .equals(final?.id ?? '')
      .toArray();
    expect(versions.at(-1)).toMatchObject({ why: 'final', v: draft?.v, ct: draft?.ct });

    ports(workspace).advance(60_000);
    await finaliseNote(workspace, session);
    expect(noteOf(workspace, session)?.v).toBe(final?.v);
    const again = noteOf(await openAgain(workspace), session);
    expect(again?.text).toBe(final?.text);
    expect(again && finalOf(again.body)).toMatchObject({
      file: 'staff',
      supervisor: 'Sam Lee',
      supervisee: 'Priya Shah',
      meetingOn: '2026-11-20',
      coverage: { of: 'sample', words: 'SAMPLE: 0 of 1 discussed. Incomplete: 1 left out' },
      nextDue: expect.stringContaining('31 December 2026'),
      lateEntry: false,
    });
  });

  it('names what the policy asks for and is not there, and goes on when it is', async () => {
    const { workspace, session } = await begun('swindon-000');
    await endSession(workspace, session, there);
    await note(workspace, session, { text: 'Any other business alone' });
    const missing = missingForNotes(workspace, session).map(({ path }) => path);
    expect(missing).toEqual([
      'noAbsences',
      'managerial.text',
      'workAndCases.text',
      'development.text',
      'relationships.text',
      'support.text',
      'nextMeetingOn',
    ]);
    const covered = { text: 'Written', notCovered: '' };
    await note(workspace, session, {
      managerial: covered,
      workAndCases: covered,
      development: { text: '', notCovered: 'Next time' },
      relationships: covered,
      supportDetailWithheld: true,
      noAbsences: true,
      nextMeetingOn: '18 dec',
    });
    expect(await finaliseNote(workspace, session)).toEqual({ outcome: 'finalised' });
    expect(missingForNotes(workspace, session)).toEqual([]);
  });

  it('asks a manager whether case supervision is happening, and it is on the record', async () => {
    const { workspace, priya, session } = await begun();
    await changeStaff(workspace, priya, { stage: 'manager' });
    await note(workspace, session, { text: 'Well.' });
    await endSession(workspace, session, there);
    const missing = missingForNotes(workspace, session);
    expect(missing.map(({ path }) => path)).toEqual(['caseSupervisionCheck']);
    expect(await finaliseNote(workspace, session)).toEqual({ outcome: 'missing', missing });
    const said = { caseSupervisionCheck: 'no', caseSupervisionNote: 'Two of five' };
    await note(workspace, session, said);
    expect(await finaliseNote(workspace, session)).toEqual({ outcome: 'finalised' });
    const body = noteOf(workspace, session)?.body;
    expect(body && finalOf(body)).toMatchObject(said);
  });

  it('does not go on without text that could not be saved: it would be left out for good', async () => {
    const { workspace, session } = await begun();
    await endSession(workspace, session, there);
    await note(workspace, session, { text: 'Saved' });
    const record = noteOf(workspace, session);
    if (!record) throw new Error('no notes');
    vi.spyOn(workspace.db, 'transaction').mockImplementationOnce((() =>
      Promise.reject(new DOMException('full', 'QuotaExceededError'))) as never);
    const body = { ...record.body, text: 'the last words' };
    workspace.draft({ collection: 'notes', id: record.id, body });
    await expect(finaliseNote(workspace, session)).rejects.toMatchObject({ name: 'StorageError' });
    expect(noteOf(workspace, session)?.body.finalisedAt).toBe('');
    await finaliseNote(workspace, session);
    expect(noteOf(workspace, session)?.body).toMatchObject({ text: 'the last words' });
    expect(noteOf(workspace, session)?.body.finalisedAt).not.toBe('');
  });

  it('is a late entry after the fifth working day', async () => {
    const { workspace, session } = await begun();
    await note(workspace, session, { text: 'x' });
    await endSession(workspace, session, there);
    ports(workspace).goTo('2026-11-28T09:00:00Z');
    await finaliseNote(workspace, session);
    const final = noteOf(workspace, session)?.body;
    expect(final && finalOf(final)).toMatchObject({
      lateEntry: true,
      writtenOn: '2026-11-20',
      deadline: { dueOn: '2026-11-27' },
    });
  });
});

it('ALL or a sample follows the discussions while it goes on, and the accounts once it ended', async () => {
  const two = [{ reference: 'C1' }, { reference: 'C2' }];
  const { workspace, session } = await begun('islington-001', two);
  const words = () => coverageOf(workspace, sessionOf(workspace, session)).words;
  expect(words()).toBe('SAMPLE: 0 of 2 discussed');
  await write(workspace, session, 'C1', brief());
  expect(words()).toBe('SAMPLE: 1 of 2 discussed');
  await setNotDiscussed(workspace, session, ['C2'], 'Time ran out');
  await endSession(workspace, session, there);
  expect(words()).toBe('SAMPLE: 1 of 2 discussed');
  await write(workspace, session, 'C2', brief());
  await recountSession(workspace, session);
  expect(words()).toBe('This session covers ALL 2 open cases');
});

describe('when supervision is next due after this session', () => {
  /** One in October, and one now in November. */
  async function second() {
    const { workspace, priya, session: first } = await begun();
    ports(workspace).goTo('2026-10-14T10:00:00Z');
    await workspace.change(() => {
      const held = findSession(workspace, first);
      const sittings = [{ startedAt: workspace.now, endedAt: workspace.now }];
      return held ? [updated(held, { ...held.body, sittings })] : [];
    });
    await endSession(workspace, first, there);
    ports(workspace).goTo('2026-11-20T10:00:00Z');
    return { workspace, session: await startSession(workspace, priya) };
  }

  it('counts this session, while it goes on and when it has ended', async () => {
    const { workspace, session } = await second();
    const due = (type: StaffNote['sessionType']) =>
      nextDueAfter(workspace, sessionOf(workspace, session), type)?.dueOn;
    expect(due('caseAndPersonal')).toBe('2026-12-31');
    expect(due('personal')).toBe('2026-11-30'); // C-27: it never meets Islington's clock
    await endSession(workspace, session, there);
    expect(due('caseAndPersonal')).toBe('2026-12-31');
    ports(workspace).goTo('2027-03-01T10:00:00Z'); // finalised late: as it was that day
    expect(due('caseAndPersonal')).toBe('2026-12-31');
  });

  it('leaves out a session that the practitioner was not at', async () => {
    const { workspace, session } = await second();
    await endSession(workspace, session, { ...there, practitionerPresent: false });
    const due = nextDueAfter(workspace, sessionOf(workspace, session), 'caseAndPersonal');
    expect(due?.dueOn).toBe('2026-11-30');
  });
});

describe('actions about the person', () => {
  const action = (id: string, what = id) => ({ id, what, owner: 'Priya', byWhen: '2 weeks' });
  const settle = (workspace: Workspace, session: string) =>
    staffReviewFor(workspace, sessionOf(workspace, session));

  it('become records of the staff file when the session ends, and the next session finds them', async () => {
    const { workspace, priya, session } = await begun();
    await note(workspace, session, { actions: [action('a1'), action('a2')] });
    expect(bodies(workspace, 'staffActions')).toEqual([]);
    await endSession(workspace, session, there);
    expect(bodies(workspace, 'staffActions')).toMatchObject([
      { id: 'a1', superviseeRef: priya, agreedOn: '2026-11-20', dueOn: '2026-12-04' },
      { id: 'a2' },
    ]);
    expect(bodies(workspace, 'childActions')).toEqual([]);
    expect(settle(workspace, session)).toEqual([]); // not of its own

    ports(workspace).goTo('2026-12-10T10:00:00Z');
    const next = await startSession(workspace, priya);
    expect(settle(workspace, next).map((each) => each.action.id)).toEqual(['a1', 'a2']);
    await note(workspace, next, {
      text: 'x',
      settled: [
        { id: 'e1', actionId: 'a1', outcome: 'done', reason: '' },
        { id: 'e2', actionId: 'a2', outcome: 'carried', reason: 'No course' },
      ],
    });
    await endSession(workspace, next, there);
    expect(await finaliseNote(workspace, next)).toEqual({ outcome: 'finalised' });
    const final = noteOf(workspace, next)?.body;
    expect(final && finalOf(final)?.actionsReviewed).toMatchObject([
      { what: 'a1', outcome: 'done' },
      { what: 'a2', outcome: 'carried', reason: 'No course' },
    ]);

    ports(workspace).goTo('2027-01-10T10:00:00Z');
    const third = await startSession(workspace, priya);
    expect(settle(workspace, third)).toMatchObject([{ action: { id: 'a2' }, carried: 1 }]);
  });

  it('are written again at finalise: nothing twice, what was taken out withdrawn, put back restored', async () => {
    const { workspace, session } = await begun();
    await note(workspace, session, { text: 'x', actions: [action('a1'), action('a2')] });
    await endSession(workspace, session, there);
    ports(workspace).advance(86_400_000);
    await note(workspace, session, { actions: [action('a1', 'Changed')] });
    await recountSession(workspace, session);
    const events = () => bodies(workspace, 'staffActionEvents').map(({ outcome }) => outcome);
    expect(bodies(workspace, 'staffActions')).toMatchObject([
      { id: 'a1', what: 'Changed', createdAt: '2026-11-20T10:00:00.000Z' },
      { id: 'a2' },
    ]);
    expect(events()).toEqual(['withdrawn']);
    ports(workspace).advance(60_000);
    await note(workspace, session, { actions: [action('a1', 'Changed'), action('a2')] });
    await finaliseNote(workspace, session);
    expect(events()).toEqual(['withdrawn', 'restored']);
    await recountSession(workspace, session);
    expect(events()).toHaveLength(2);
    expect(bodies(workspace, 'staffActions')).toHaveLength(2);
  });
});

it('earlier finalised notes of the person, newest first', async () => {
  const { workspace, priya, session } = await begun();
  const ids = [session];
  for (const day of ['2026-12-10', '2027-01-10']) {
    ports(workspace).goTo(`${day}T10:00:00Z`);
    ids.push(await startSession(workspace, priya));
  }
  for (const id of ids.slice(0, 2)) {
    await note(workspace, id, { text: id, gapWhy: 'x', gapCover: 'x', gapReallocation: 'x' });
    await endSession(workspace, id, there);
    await finaliseNote(workspace, id);
  }
  const earlier = earlierNotes(workspace, sessionOf(workspace, ids[2] ?? ''));
  expect(earlier.map(({ sessionId }) => sessionId)).toEqual([ids[1], ids[0]]);
});
