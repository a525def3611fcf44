import canonicalize from 'canonicalize';
import { expect, it } from 'vitest';
import type { StaffRef } from '#domain/ids.ts';
import { finalMonitoring, type Monitoring } from '#domain/records/monitoring.ts';
import { finaliseChild, markRecorded } from '#storage/child-file/child-records.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { endSession, setNotDiscussed, startSession } from '#storage/session/sessions.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import { allAnswered } from '../../../test/monitoring-builders.ts';
import { supervised } from '../../../test/supervised.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import {
  finaliseMonitoring,
  missingForMonitoring,
  newMonitoring,
  pickRecords,
} from './monitoring.ts';
import {
  mayMonitor,
  monitoringDue,
  monitoringOf,
  partOne,
  pickedRecords,
} from './monitoring-reads.ts';
import { staffReviewFor } from './staff-actions.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const goTo = (workspace: Workspace, day: string) =>
  (workspace.ports as TestPorts).goTo(`${day}T10:00:00Z`); // made by testPorts

/**
 * Footprint from 20 November 2026 under Islington's policy; a session that day: Amina discussed, and her
 * record in the case system a week later, which is in time; Ben left with a reason. Nothing in December.
 */
async function story() {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, [
    { reference: 'CH-0001', name: 'Amina Khan' },
    { reference: 'CH-0002', name: 'Ben Hill' },
  ]);
  const session = await startSession(workspace, priya);
  const { id, childRef, settled, ...brief } = readyBrief();
  await write(workspace, session, 'CH-0001', { ...brief, accountedAt: workspace.now });
  await setNotDiscussed(workspace, session, ['CH-0002'], 'timeRanOut');
  await endSession(workspace, session, there);
  const done = await finaliseChild(workspace, session, 'CH-0001');
  if (done.outcome === 'missing') throw new Error(JSON.stringify(done.missing));
  goTo(workspace, '2026-11-27');
  const record = workspace.set.find('childRecords', done.recordId)?.body;
  if (!record) throw new Error('not in the working set');
  await markRecorded(workspace, record, { state: 'recorded', on: '2026-11-27', reference: '' });
  goTo(workspace, '2027-01-04');
  return { workspace, priya, recordId: done.recordId };
}

const form = (workspace: Workspace, priya: StaffRef, over: object = {}): Monitoring =>
  ({
    ...newMonitoring(workspace, priya),
    from: '2026-11',
    to: '2026-12',
    answers: allAnswered({ childVoice: { answer: 'partly', comment: 'Of CH-0001 alone.' } }),
    auditor: 'Dana Cole',
    ...over,
  }) as Monitoring; // a part of one over one

async function stored(workspace: Workspace, body: Monitoring): Promise<string> {
  workspace.draft({ collection: 'monitoring', id: body.id, body });
  await workspace.queue.flush();
  return body.id;
}

/** Worked out by hand before it was asked, from the story above and the policy. */
const byHand: Readonly<Record<string, string>> = {
  supervisionInTime: '0 of 1 (0%)', // due by 31 December
  monthSupervised: '0 of 1 (0%)',
  gapsExplained: '0 of 1 (0%)',
  allCases: '0 of 1 (0%)', // a sample: one of two
  childrenDiscussed: '0 of 2 (0%)', // both due by 31 December
  childrenInDate: '1 of 1 (100%)', // on 31 December itself neither is late, and of Ben no date is held
  childRecords: '1 of 1 (100%)',
  carriedTwice: 'Not measured. No action was open.',
  sessionsCancelled: 'Not measured. No session was planned.',
  urgentRecords:
    'Not measured. There was nothing to record of November 2026. There was nothing to record of December 2026.',
};

it('part 1 out of what is stored: November and December, worked out by hand', async () => {
  const { workspace, priya } = await story();
  const figures = partOne(workspace, form(workspace, priya));
  for (const [id, words] of Object.entries(byHand))
    expect(figures.find((figure) => figure.id === id)?.words, id).toBe(words);
  const inDate = figures.find(({ id }) => id === 'childrenInDate');
  expect(inDate?.beside).toEqual([
    'CIN: 1 of 1',
    'Not counted: No date held: not measured before 31 December 2026.',
  ]);
  const now = partOne(workspace, form(workspace, priya, { to: '2027-01' }));
  expect(now.find(({ id }) => id === 'childrenInDate')).toMatchObject({
    words: '0 of 2 (0%)',
    beside: ['CIN: 0 of 2', 'Overdue longest: CH-0001. Due by 31 December 2026: 4 days overdue.'],
  });
  expect(figures.find(({ id }) => id === 'childRecords')?.list).toMatchObject([
    { about: 'CH-0001', counted: true },
  ]);
  expect(partOne(workspace, form(workspace, priya, { to: '2027-02' }))).toEqual([]);
});

it('finalising keeps part 1, calls no child by name, and its action is found by the next session', async () => {
  const { workspace, priya } = await story();
  const action = { id: 'a1', what: 'Book December early', owner: 'Sam', byWhen: '2 weeks' };
  const draft = form(workspace, priya, { actions: [action] });
  const picked = pickRecords(workspace, draft);
  const id = await stored(workspace, { ...draft, ...picked });
  expect(missingForMonitoring(workspace, draft)).toEqual([]);
  expect(await finaliseMonitoring(workspace, id)).toEqual({ outcome: 'finalised' });

  const again = await openAgain(workspace);
  const kept = again.set.find('monitoring', id);
  const final = kept && finalMonitoring(kept.body);
  expect(kept?.text).toBe(canonicalize(final));
  expect(final?.figures.find((figure) => figure.id === 'childrenDiscussed')?.words).toBe(
    '0 of 2 (0%)',
  );
  expect(final).toMatchObject({
    period: 'November to December 2026',
    supervisee: 'Priya Shah',
    supervisor: 'Sam Lee',
    countedOn: '2027-01-04',
    picked: ['CH-0001, discussed on 20 November 2026'],
    policy: { id: 'islington-001' },
  });
  expect(kept?.text).not.toMatch(/Amina|Ben/);
  expect(bodies(again, 'staffActions')).toMatchObject([
    { what: 'Book December early', superviseeRef: priya, dueOn: '2027-01-18' },
  ]);
  const next = findSession(again, await startSession(again, priya))?.body;
  expect(next && staffReviewFor(again, next).map(({ action: { what } }) => what)).toEqual([
    'Book December early',
  ]);
});

it('what is finished is not counted again: later records change nothing in it', async () => {
  const { workspace, priya } = await story();
  const id = await stored(workspace, form(workspace, priya));
  await finaliseMonitoring(workspace, id);
  const before = workspace.set.find('monitoring', id)?.text;
  await endSession(workspace, await startSession(workspace, priya), there);
  goTo(workspace, '2027-01-05');
  expect(await finaliseMonitoring(workspace, id)).toEqual({ outcome: 'finalised' });
  expect(workspace.set.find('monitoring', id)?.text).toBe(before);
});

it('a child of whom no reference is held is not called by name for that', async () => {
  const workspace = await aWorkspace(testPorts());
  const priya = await givePriya(workspace, [{ reference: '', name: 'Amina Khan' }]);
  goTo(workspace, '2027-01-04');
  const figures = partOne(workspace, form(workspace, priya, { to: '2027-01' }));
  expect(figures.find(({ id }) => id === 'childrenInDate')?.list).toMatchObject([
    { about: 'No reference held', counted: false },
  ]);
  expect(JSON.stringify(figures)).not.toContain('Amina');
});

it('saving asks for nothing; finalising says what is missing and leaves the draft as it was', async () => {
  const { workspace, priya } = await story();
  const { answers } = newMonitoring(workspace, priya);
  const empty = form(workspace, priya, { from: '', to: 'x', on: 'soon', answers });
  const id = await stored(workspace, empty);
  const outcome = await finaliseMonitoring(workspace, id);
  expect(outcome.outcome === 'missing' && outcome.missing.length).toBe(17); // the month, the day, 15 answers
  expect(workspace.set.find('monitoring', id)?.body).toMatchObject({ finalisedAt: '', to: 'x' });
  expect(bodies(workspace, 'staffActions')).toEqual([]);
});

it('a new form is about the month it was a fortnight ago, and stores nothing', async () => {
  const { workspace, priya } = await story();
  expect(newMonitoring(workspace, priya)).toMatchObject({
    from: '2026-12',
    to: '2026-12',
    completedBy: 'Sam Lee',
    on: '4 January 2027',
    auditor: '',
  });
  expect(monitoringOf(workspace, priya)).toEqual([]);
});

it('records are picked out of what was finished of these months, and picked again by another word', async () => {
  const { workspace, priya, recordId } = await story();
  const draft = form(workspace, priya);
  const first = pickRecords(workspace, draft);
  expect(first).toMatchObject({ pickOf: 1, pickedIds: [recordId], timesPicked: 1 });
  const second = pickRecords(workspace, { ...draft, ...first });
  expect(second.timesPicked).toBe(2);
  expect(second.pickSeed).not.toBe(first.pickSeed);
  expect(pickedRecords(workspace, { ...draft, ...first })).toMatchObject([
    { href: `/records/${recordId}` },
  ]);
  const december = form(workspace, priya, { from: '2026-12' });
  expect(pickRecords(workspace, december)).toMatchObject({ pickOf: 0, pickedIds: [] });
});

it('cancelled sessions say why, that somebody was away and not what kept them; put back is none', async () => {
  const { workspace, priya } = await story();
  const at = '2026-12-09T10:00:00.000Z';
  const row = (id: string, over: object) => {
    const about = { id, kind: 'session', superviseeRef: priya, supervisorRef: 'me', sessionId: id };
    const made = { plannedFor: '2026-12-10', createdAt: at, createdBy: 'me', finalisedAt: at };
    return created('cancellations', id, {
      ...{ putBackAt: '', exceptional: 'no', otherReason: '', rearrangedOn: '' },
      ...{ ...about, ...made, ...over },
    } as never); // as its form writes it
  };
  await workspace.change(() => [
    row('x1', { reason: 'practitionerSick' }),
    row('x2', {
      reason: 'other',
      otherReason: 'Flood',
      exceptional: 'yes',
      rearrangedOn: '2026-12-17',
    }),
    row('x3', { reason: 'court', putBackAt: at }),
    row('x4', { reason: 'court', finalisedAt: '' }),
    row('x5', { reason: 'court', kind: 'gap' }),
    row('x6', { reason: 'court', superviseeRef: 'other' }),
  ]);
  const found = partOne(workspace, form(workspace, priya)).find(
    ({ id }) => id === 'sessionsCancelled',
  );
  expect(found?.words).toBe('2 of 2 (100%)');
  expect(found?.list.map(({ why }) => why)).toEqual([
    'Planned for 10 December 2026: cancelled: the practitioner was away. No new date.',
    'Planned for 10 December 2026: cancelled: Flood, an exceptional reason. New date 17 December 2026.',
  ]);
  expect(JSON.stringify(partOne(workspace, form(workspace, priya)))).not.toMatch(/sick/i);
});

it('who is only supervised has nobody to monitor; a policy that asks for none has none due', async () => {
  const { workspace, priya } = await story();
  expect(mayMonitor(workspace)).toBe(true);
  expect(monitoringDue(workspace, priya).outcome).toBe('none');
  const hers = await supervised();
  expect(mayMonitor(hers.workspace)).toBe(false);
});

it('is due again by the end of the month after the last one, where the policy asks for it', async () => {
  const workspace = await aWorkspace(testPorts('2026-11-20T10:00:00.000Z'), 'swindon-000');
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  const one = form(workspace, priya, { to: '2026-11', on: '20 November 2026' });
  await finaliseMonitoring(workspace, await stored(workspace, one));
  expect(monitoringDue(workspace, priya)).toMatchObject({ outcome: 'due', dueOn: '2026-12-31' });
});
