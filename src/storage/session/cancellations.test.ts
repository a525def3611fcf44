import { describe, expect, it } from 'vitest';
import type { CancellationRecord } from '#domain/records/cancellation.ts';
import type { Session } from '#domain/records/session.ts';
import { workerDueOf } from '#storage/agenda/due.ts';
import { findStaff } from '#storage/settings.ts';
import { signRecords } from '#storage/signing/sign-records.ts';
import { signaturesOf } from '#storage/signing/signatures.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, updated } from '#storage/writes.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  passphrase,
  quickDerive,
  type TestPorts,
  testPorts,
} from '../../../test/workspaces.ts';
import { absencesOf } from './absences.ts';
import { cancelSession, putBackSession, recordCancellation } from './cancellations.ts';
import {
  cancellationOfSession,
  cancellationsOf,
  cancellationsToRecord,
  coverFacts,
  nextPlannedWith,
} from './cancellations-reads.ts';
import { findSession } from './session-reads.ts';
import { endSession, planSession, startSession } from './sessions.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };

/** Priya's session of 25 November, with an agenda, under a policy that wants a reason. */
async function planned(profileId = 'mosaic-004') {
  const ports: TestPorts = testPorts('2026-11-20T10:00:00.000Z');
  const workspace = await aWorkspace(ports, profileId);
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  const id = await planSession(workspace, priya, '2026-11-25');
  const agenda = [{ id: 'C2', childRef: 'C2', depth: 'inDepth', reason: 'Court' }];
  await change(workspace, id, { agenda, supervisorWants: 'Leave', minutes: '90' } as never);
  return { workspace, ports, priya, id };
}

async function change(workspace: Workspace, id: string, over: Partial<Session>): Promise<void> {
  const record = findSession(workspace, id);
  if (!record) throw new Error('no session');
  await workspace.change(() => [updated(record, { ...record.body, ...over })]);
}

const recordOf = (workspace: Workspace, sessionId: string): CancellationRecord => {
  const record = cancellationOfSession(workspace, sessionId)?.body;
  if (!record) throw new Error('no cancellation');
  return record;
};

/** Types into the cancellation and waits until it is on disk. */
async function type(workspace: Workspace, sessionId: string, over: Partial<CancellationRecord>) {
  const record = recordOf(workspace, sessionId);
  const body = { ...record, ...over };
  workspace.draft({ collection: 'cancellations', id: record.id, body });
  await workspace.queue.flush();
}

const said = {
  reason: 'court',
  exceptional: 'yes',
  rearrangedFor: '27 November 2026',
} as const;

describe('cancelling', () => {
  it('is one act: the session is cancelled, and nothing that is in it goes', async () => {
    const { workspace, id } = await planned();
    const before = findSession(workspace, id)?.body;
    await cancelSession(workspace, id);
    expect(findSession(workspace, id)?.body).toEqual({ ...before, status: 'cancelled' });
    expect(recordOf(workspace, id)).toMatchObject({
      kind: 'session',
      plannedFor: '2026-11-25',
      cancelledBy: 'Sam Lee',
      cancelledOn: '20 November 2026',
      reason: '',
    });
    expect(cancellationsToRecord(workspace)).toHaveLength(1);
    await cancelSession(workspace, id);
    expect(bodies(workspace, 'cancellations')).toHaveLength(1);
  });

  it('is for one that is planned: one that has started is left alone', async () => {
    const { workspace, priya, id } = await planned();
    await startSession(workspace, priya, id);
    await cancelSession(workspace, id);
    expect(findSession(workspace, id)?.body.status).toBe('open');
    expect(bodies(workspace, 'cancellations')).toEqual([]);
  });

  it('is for whoever holds the session, and for nobody else', async () => {
    const { workspace, id } = await planned();
    await change(workspace, id, { supervisorRef: 'somebody else' as Session['supervisorRef'] });
    await cancelSession(workspace, id);
    expect(findSession(workspace, id)?.body.status).toBe('planned');
  });

  it('a cancelled session cannot be started', async () => {
    const { workspace, priya, id } = await planned();
    await cancelSession(workspace, id);
    await startSession(workspace, priya, id);
    expect(findSession(workspace, id)?.body.status).toBe('cancelled');
  });

  it('put back it is planned again, and what was typed is there the next time', async () => {
    const { workspace, id } = await planned();
    await cancelSession(workspace, id);
    await type(workspace, id, { whyNotRearranged: 'Not known yet' });
    await putBackSession(workspace, id);
    expect(findSession(workspace, id)?.body.status).toBe('planned');
    expect(cancellationsToRecord(workspace)).toEqual([]);
    await cancelSession(workspace, id);
    expect(recordOf(workspace, id)).toMatchObject({
      whyNotRearranged: 'Not known yet',
      putBackAt: '',
    });
    expect(bodies(workspace, 'cancellations')).toHaveLength(1);
  });

  it('saving never asks for anything; recording names what is missing', async () => {
    const { workspace, ports, id } = await planned();
    await cancelSession(workspace, id);
    await type(workspace, id, { cancelledBy: '', cancelledOn: 'the other day', reason: '' });
    const again = await openAgain(workspace, ports);
    expect(recordOf(again, id)).toMatchObject({ cancelledOn: 'the other day' });
    const outcome = await recordCancellation(workspace, recordOf(workspace, id).id);
    expect(outcome).toMatchObject({
      outcome: 'missing',
      missing: [
        { path: 'cancelledBy' },
        { path: 'cancelledOn' },
        { path: 'reason' },
        { path: 'exceptional' },
        { path: 'rearrangedFor' },
      ],
    });
    expect(findSession(workspace, id)?.body.status).toBe('cancelled');
    expect(bodies(workspace, 'sessions')).toHaveLength(1);
  });
});

describe('recording it', () => {
  it('plans the session on the new day in the same change, with the agenda', async () => {
    const { workspace, ports, id } = await planned();
    await cancelSession(workspace, id);
    await type(workspace, id, said);
    const outcome = await recordCancellation(workspace, recordOf(workspace, id).id);
    if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
    expect(findSession(workspace, outcome.newSessionId)?.body).toMatchObject({
      status: 'planned',
      plannedFor: '2026-11-27',
      minutes: '90',
      supervisorWants: 'Leave',
      agenda: [{ childRef: 'C2', depth: 'inDepth', reason: 'Court' }],
      agendaAgreedAt: '',
    });
    expect(findSession(workspace, id)?.body).toMatchObject({
      status: 'cancelled',
      cancelledExceptionally: true,
      agenda: [{ childRef: 'C2' }],
    });
    const again = await openAgain(workspace, ports);
    expect(recordOf(again, id)).toMatchObject({
      rearrangedOn: '2026-11-27',
      newSessionId: outcome.newSessionId,
      finalisedBy: 'Sam Lee',
    });
    const record = workspace.set.find('cancellations', recordOf(workspace, id).id);
    expect(record?.text).not.toContain('Child C1');
  });

  it('asked twice it answers with what it made, and it can no longer be put back', async () => {
    const { workspace, id } = await planned();
    await cancelSession(workspace, id);
    await type(workspace, id, said);
    const first = await recordCancellation(workspace, recordOf(workspace, id).id);
    expect(await recordCancellation(workspace, recordOf(workspace, id).id)).toEqual(first);
    expect(bodies(workspace, 'sessions')).toHaveLength(2);
    await putBackSession(workspace, id);
    expect(findSession(workspace, id)?.body.status).toBe('cancelled');
  });

  it('[CANCEL7] nothing writes a recorded one again: its hash and its signature stay valid', async () => {
    const { workspace, ports, id } = await planned();
    await cancelSession(workspace, id);
    await type(workspace, id, said);
    const own = recordOf(workspace, id).id;
    await recordCancellation(workspace, own);
    await openSitting(workspace, { type: 'passphrase', passphrase, derive: quickDerive });
    await signRecords(workspace, { recordIds: [own] });
    const before = workspace.set.find('cancellations', own);
    const signed = async () => (await signaturesOf(workspace, own)).map(({ validity }) => validity);
    expect(await signed()).toEqual(['valid']);
    expect(await putBackSession(workspace, id)).toEqual({
      outcome: 'refused',
      why: 'This cancellation is recorded and stays as it is. Plan another session instead.',
    });
    // Planned again by what another device had of it, and cancelled again: a record of its own.
    await change(workspace, id, { status: 'planned' });
    ports.advance(60_000);
    await cancelSession(workspace, id);
    expect(workspace.set.find('cancellations', own)).toEqual(before);
    expect(await signed()).toEqual(['valid']);
    expect(recordOf(workspace, id)).toMatchObject({ finalisedAt: '', reason: '' });
    expect(await putBackSession(workspace, id)).toEqual({ outcome: 'putBack' });
    expect(workspace.set.find('cancellations', own)).toEqual(before);
  });

  it('one that is planned for that day already is the new one, and keeps what is in it', async () => {
    const { workspace, priya, id } = await planned();
    const other = await planSession(workspace, priya, '2026-11-27');
    await change(workspace, other, { supervisorWants: 'Its own' });
    expect(nextPlannedWith(workspace, findSession(workspace, id)?.body as Session)?.id).toBe(id);
    await cancelSession(workspace, id);
    await type(workspace, id, said);
    expect(await recordCancellation(workspace, recordOf(workspace, id).id)).toMatchObject({
      newSessionId: other,
    });
    expect(findSession(workspace, other)?.body).toMatchObject({
      supervisorWants: 'Its own',
      agenda: [],
    });
    expect(bodies(workspace, 'sessions')).toHaveLength(2);
  });

  it('an empty one that is planned for that day takes the agenda over', async () => {
    const { workspace, priya, id } = await planned();
    const other = await planSession(workspace, priya, '2026-11-27');
    await cancelSession(workspace, id);
    await type(workspace, id, said);
    await recordCancellation(workspace, recordOf(workspace, id).id);
    expect(findSession(workspace, other)?.body.agenda).toMatchObject([{ childRef: 'C2' }]);
  });

  it('keeps the children at risk by the one due-date function, by reference', async () => {
    const { workspace, id } = await planned('islington-001');
    await cancelSession(workspace, id);
    await type(workspace, id, { ...said, rearrangedFor: '1 January 2027' });
    await recordCancellation(workspace, recordOf(workspace, id).id);
    expect(recordOf(workspace, id).atRisk).toEqual([
      { id: 'C1', childRef: 'C1', dueOn: '2026-12-31' },
      { id: 'C2', childRef: 'C2', dueOn: '2026-12-31' },
    ]);
  });
});

describe('what the clocks know of it', () => {
  async function missedNovember(over: Partial<CancellationRecord>) {
    const ports = testPorts('2026-10-14T09:00:00.000Z');
    const workspace = await aWorkspace(ports, 'mosaic-004');
    const priya = await givePriya(workspace, [{ reference: 'C1' }]);
    await endSession(workspace, await startSession(workspace, priya), there);
    const id = await planSession(workspace, priya, '2026-11-25');
    ports.goTo('2026-11-24T10:00:00Z');
    await cancelSession(workspace, id);
    await type(workspace, id, { ...said, rearrangedFor: '', whyNotRearranged: 'Soon', ...over });
    await recordCancellation(workspace, recordOf(workspace, id).id);
    ports.goTo('2026-12-01T10:00:00Z');
    const staff = findStaff(workspace, priya)?.body;
    if (!staff) throw new Error('no staff');
    return { workspace, priya, due: workerDueOf(workspace, staff) };
  }

  it('an exceptional reason that is recorded explains the month; any other leaves it overdue', async () => {
    const exceptional = await missedNovember({});
    expect(exceptional.due).toMatchObject({ status: 'overdue_explained' });
    expect(absencesOf(exceptional.workspace, exceptional.priya)).toMatchObject({
      planned: [{ on: '2026-11-25', exceptionalReason: true }],
    });
    expect((await missedNovember({ exceptional: 'no' })).due).toMatchObject({ status: 'overdue' });
    expect((await missedNovember({ reason: '' })).due).toMatchObject({ status: 'overdue' });
  });

  it('is of one person: another’s cancellations are not among them', async () => {
    const { workspace, priya } = await missedNovember({});
    expect(cancellationsOf(workspace, priya)).toHaveLength(1);
    expect(cancellationsOf(workspace, 'another')).toEqual([]);
  });
});

it('a child at high risk, or more than ten working days away, makes cover worth a thought', async () => {
  const { workspace, priya } = await planned('islington-001');
  const period = { from: '2026-11-25', to: '2026-11-25' } as Parameters<typeof coverFacts>[2];
  expect(coverFacts(workspace, priya, period)).toEqual({ highRisk: false, absenceWorkingDays: 0 });
  const [child] = [...workspace.set.all('children').values()];
  if (!child) throw new Error('no child');
  const facts = { ...child.body.facts, riskRaisedOn: '2026-11-01' };
  await workspace.change(() => [updated(child, { ...child.body, facts })]);
  expect(coverFacts(workspace, priya, period).highRisk).toBe(true);
});
