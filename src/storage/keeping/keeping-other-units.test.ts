import { describe, expect, it } from 'vitest';
import type { CollectionName } from '#domain/collections.ts';
import type { CalendarMonth } from '#domain/dates/calendar-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import { keptKinds } from '#domain/records/keeping.ts';
import { caseFactsOf } from '#storage/agenda/case-facts.ts';
import { childDueOf, workerDueOf } from '#storage/agenda/due.ts';
import { agreementState } from '#storage/agreement/agreement-reads.ts';
import { broughtInOfChild, standing } from '#storage/caseload/brought-in-reads.ts';
import { removeChild } from '#storage/caseload/caseload.ts';
import { hasRecords } from '#storage/caseload/caseload-reads.ts';
import { chronologyOf } from '#storage/child-file/chronology.ts';
import { figuresFor } from '#storage/figures/figures.ts';
import { planSession } from '#storage/session/sessions.ts';
import { settingsOf } from '#storage/settings.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { wasRemoved } from '#storage/stub-reads.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, updated } from '#storage/writes.ts';
import {
  anAgreement,
  practitionerSigned,
  supervisorSigned,
} from '../../../test/agreement-builders.ts';
import { held } from '../../../test/held-workspace.ts';
import {
  aWorkspace,
  givePriya,
  passphrase,
  quickDerive,
  type TestPorts,
  testPorts,
} from '../../../test/workspaces.ts';
import { periodsOf, setPeriods, startHold } from './keeping.ts';
import { removeKept, reviewList } from './keeping-list.ts';

const store = (workspace: Workspace, collection: CollectionName, id: string, body: object) =>
  workspace.change(() => [created(collection, id, held(collection, id, body).body)]);

const signedAt = (day: string) => `${day}T10:00:00.000Z`;

interface World {
  readonly workspace: Workspace;
  readonly priya: StaffRef;
}

/** In November 2026, with an ended record of every kind from the beginning of the year. */
async function everyKind(): Promise<World> {
  const workspace = await aWorkspace(testPorts('2026-01-05T10:00:00.000Z'), 'bracknell-003');
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  const { me } = settingsOf(workspace);
  const both = { superviseeRef: priya, supervisorRef: me, createdBy: me };
  const made = { ...both, createdAt: signedAt('2026-01-06') };

  for (const [id, replacedById, day] of [
    ['g1', 'g2', '2026-01-08'],
    ['g2', '', '2026-03-05'],
  ] as const) {
    const agreement = anAgreement({ ...made, id, replacedById, createdAt: signedAt(day) });
    const signed = supervisorSigned(agreement, signedAt(day));
    const answer = practitionerSigned(signed, signedAt(day));
    await store(workspace, 'agreements', id, signed);
    await store(workspace, 'responses', `r-${id}`, { ...answer, ...both, id: `r-${id}` });
  }
  await store(workspace, 'cancellations', 'c1', {
    ...{ ...made, kind: 'session', sessionId: 's0', plannedFor: '2026-02-10' },
    ...{ reason: 'annualLeave', exceptional: 'yes', finalisedAt: signedAt('2026-02-11') },
  });
  for (const [id, day] of [
    ['h1', '2026-02-01'],
    ['h2', '2026-04-01'],
  ] as const)
    await store(workspace, 'handoverNotes', id, {
      ...{ ...made, createdAt: signedAt(day), finalisedAt: signedAt(day) },
    });
  for (const recordId of ['g1', 'g2', 'c1', 'h1', 'h2'])
    await store(workspace, 'staffMarks', `m-${recordId}`, {
      ...{ file: 'staff', recordId, superviseeRef: priya, state: 'placed', on: '2026-04-02' },
      ...{ reference: 'F 1', at: signedAt('2026-04-02'), by: 'Sam Lee' },
    });
  await store(workspace, 'entitlements', 'e1', { ...made, settledAt: signedAt('2026-03-01') });
  for (const [at, day] of ['2026-02-12', '2026-03-12'].entries()) {
    await store(workspace, 'preparations', `p${at}`, { ...made, sharedAt: signedAt(day) });
    await store(workspace, 'responses', `told${at}`, {
      ...{ ...made, kind: 'beforeSession', preparationId: `p${at}`, sharedAt: signedAt(day) },
      wellbeing: 'Tired',
    });
    await store(workspace, 'sessions', `s${at + 1}`, {
      ...{ ...made, createdAt: signedAt(day), status: 'ended', plannedFor: day },
      ...{ preparationId: `p${at}`, supervisorPresent: true, practitionerPresent: true },
      sittings: [{ startedAt: signedAt(day), endedAt: `${day}T11:00:00.000Z` }],
    });
  }
  const old = { ...made, kind: 'other', on: '1 March 2020', onDate: '2020-03-01', author: 'A' };
  const kept = { ...old, text: 'Seen at home', confirmedAt: signedAt('2026-01-09') };
  await store(workspace, 'childBroughtIn', 'b1', { ...kept, childRef: 'C1' });
  await store(workspace, 'childBroughtIn', 'b2', { ...kept, childRef: 'C1', corrects: 'b1' });
  await store(workspace, 'staffBroughtIn', 'b3', kept);
  (workspace.ports as TestPorts).goTo('2026-11-20T10:00:00Z');
  return { workspace, priya };
}

const setAll = (workspace: Workspace) =>
  setPeriods(workspace, {
    ...periodsOf(workspace),
    ...Object.fromEntries(keptKinds.map((kind) => [kind, 'P1M'])),
  });

const freeIds = async (workspace: Workspace) =>
  (await reviewList(workspace)).free.map(({ id }) => id).toSorted();

async function removeAll(workspace: Workspace) {
  await openSitting(workspace, { type: 'passphrase', passphrase, derive: quickDerive });
  return removeKept(workspace, await freeIds(workspace));
}

const ended = ['b1', 'b3', 'c1', 'e1', 'g1', 'h1', 'p0'];

describe('kinds that are over', () => {
  it('[KEEP7] each is listed by its own period, and none of them before one is set', async () => {
    const { workspace } = await everyKind();
    expect(await freeIds(workspace)).toEqual([]);
    await setPeriods(workspace, { ...periodsOf(workspace), cancellation: 'P1M' });
    expect(await freeIds(workspace)).toEqual(['c1']);
    await setAll(workspace);
    expect(await freeIds(workspace)).toEqual(ended);
  });

  it('[KEEP7] what goes on, is the newest, or is not on file yet stays', async () => {
    const { workspace, priya } = await everyKind();
    await setAll(workspace);
    const change = (collection: CollectionName, id: string, over: object) =>
      workspace.change((set) => {
        const record = set.find(collection, id);
        return record ? [updated(record, { ...record.body, ...over } as never)] : [];
      });
    await change('staffMarks', 'm-c1', { state: 'withdrawn' });
    await change('agreements', 'g2', { supervisorSignedAt: '' });
    await change('entitlements', 'e1', { settledAt: '' });
    await change('childBroughtIn', 'b2', { confirmedAt: '' });
    expect(await freeIds(workspace)).toEqual(['b3', 'h1', 'p0']);
    const { staying } = await reviewList(workspace);
    expect(staying.map(({ id, stays }) => `${id} ${stays}`)).toEqual(['p1 lastSession']);
    await startHold(workspace, {
      ...{ reason: 'Court', heldBy: 'Legal', from: '2026-11-20', staffRef: priya },
    });
    expect(await freeIds(workspace)).toEqual([]);
  });

  it('[KEEP7] due dates, the agenda, the agreement and every month’s figures are the same after', async () => {
    const { workspace, priya } = await everyKind();
    await planSession(workspace, priya, '2026-11-25');
    const said = () => ({
      children: bodies(workspace, 'children').map((child) => childDueOf(workspace, child)),
      workers: bodies(workspace, 'staff').map((staff) => workerDueOf(workspace, staff)),
      agenda: findAll(workspace, 'sessions', ({ status }) => status === 'planned').map(({ body }) =>
        caseFactsOf(workspace, body),
      ),
      agreement: agreementState(workspace, priya),
      figures: Array.from({ length: 11 }, (_, i) =>
        figuresFor(workspace, {
          month: `2026-${String(i + 1).padStart(2, '0')}` as CalendarMonth,
          who: { kind: 'worker', ref: priya },
        }),
      ),
    });
    await setAll(workspace);
    const before = said();
    const february = before.figures[1]?.figures ?? [];
    const cancelled = february.find(({ id }) => id === 'sessionsCancelled');
    expect(cancelled?.list.map(({ counted }) => counted)).toEqual([true, false]);
    expect(await removeAll(workspace)).toEqual({ outcome: 'removed', count: ended.length });
    expect(said()).toEqual(before);
  });

  it('[KEEP7] what goes takes what is under it, and leaves a stub without words', async () => {
    const { workspace, priya } = await everyKind();
    await setAll(workspace);
    await removeAll(workspace);
    const gone = ['g1', 'r-g1', 'm-g1', 'c1', 'h1', 'e1', 'p0', 'told0', 'b1', 'b2', 'b3'];
    expect((await workspace.db.rows.bulkGet(gone)).filter(Boolean)).toEqual([]);
    const stay = ['g2', 'r-g2', 'h2', 'p1', 'told1'];
    expect((await workspace.db.rows.bulkGet(stay)).filter(Boolean)).toHaveLength(stay.length);
    const stubs = [...bodies(workspace, 'staffStubs'), ...bodies(workspace, 'childStubs')];
    expect(stubs.map(({ recordId }) => String(recordId)).toSorted()).toEqual(
      ['b1', 'b2', 'b3', 'c1', 'e1', 'g1', 'h1', 'p0'].toSorted(),
    );
    expect(JSON.stringify(stubs)).not.toMatch(/Seen at home|Tired|reflect/);
    expect(
      bodies(workspace, 'staffStubs').every(({ superviseeRef }) => superviseeRef === priya),
    ).toBe(true);
    expect(wasRemoved(workspace, 'b1')).toBe(true);
    expect(standing(broughtInOfChild(workspace, 'C1'))).toEqual([]);
    expect(chronologyOf(workspace, 'C1').map(({ title }) => title)).toContain(
      'Record brought in from before: removed',
    );
  });
});

it('[LIST6] a child of whom a removed record is still told is not taken off as a mistake', async () => {
  const { workspace } = await everyKind();
  const [ref] = bodies(workspace, 'children').map((child) => child.ref);
  if (!ref) throw new Error('no child');
  await setAll(workspace);
  await removeAll(workspace);
  expect(bodies(workspace, 'childRecords')).toEqual([]);
  expect(hasRecords(workspace, ref)).toBe(true);
  const why = { reason: 'A mistake', on: '2026-11-20' } as never; // as the form gives it
  expect(await removeChild(workspace, ref, why)).toBe('hasRecords');
});
