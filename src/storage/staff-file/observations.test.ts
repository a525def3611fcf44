import canonicalize from 'canonicalize';
import { describe, expect, it, vi } from 'vitest';
import { parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { finalObservation, Observation } from '#domain/records/observation.ts';
import { figuresFor } from '#storage/figures/figures.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { startSession } from '#storage/session/sessions.ts';
import { changeStaff, findStaff } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created } from '#storage/writes.ts';
import {
  liveSupervisionTyped,
  supervisionObservedTyped,
} from '../../../test/observation-builders.ts';
import { supervised } from '../../../test/supervised.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  type TestPorts,
  testPorts,
} from '../../../test/workspaces.ts';
import {
  finaliseObservation,
  missingForObservation,
  newObservation,
  setObservationAside,
} from './observations.ts';
import {
  childrenToLeaveUnnamed,
  mayObserve,
  observationDueOf,
  observationsOf,
  observationsToFinish,
} from './observations-reads.ts';
import { staffReviewFor } from './staff-actions.ts';

async function begun(profileId = 'swindon-000') {
  const ports = testPorts(); // 10:00 on 20 November 2026
  const workspace = await aWorkspace(ports, profileId);
  const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Grace Hill' }]);
  const staff = () => {
    const body = findStaff(workspace, priya)?.body;
    if (!body) throw new Error('Priya is on the list');
    return body;
  };
  return { workspace, ports, priya, staff };
}

type Begun = Awaited<ReturnType<typeof begun>>;

/** Typed into a form and saved by its timing. */
async function typed({ workspace, priya }: Begun, over: object = {}): Promise<string> {
  const fresh = newObservation(workspace, 'liveSupervision', priya);
  const areas = { ...fresh.areas, ...liveSupervisionTyped.areas };
  const body = Observation.parse({ ...fresh, ...liveSupervisionTyped, areas, ...over });
  workspace.draft({ collection: 'observations', id: body.id, body });
  await workspace.queue.flush();
  return body.id;
}

async function finalised(on: Begun, over: object = {}): Promise<string> {
  const id = await typed(on, over);
  const outcome = await finaliseObservation(on.workspace, id);
  if (outcome.outcome === 'missing') throw new Error(JSON.stringify(outcome.missing));
  return id;
}

const asManager = ({ workspace, priya }: Begun) =>
  changeStaff(workspace, priya, { stage: 'manager' });

const figure = (workspace: Workspace, id: string) => {
  const { figures } = figuresFor(workspace, {
    month: '2026-11' as never,
    who: { kind: 'supervisor' },
  });
  return figures.find((each) => each.id === id);
};

describe('a draft', () => {
  it('begins with today and me, and leaves nothing behind until something is typed', async () => {
    const { workspace, priya } = await begun();
    expect(newObservation(workspace, 'liveSupervision', priya)).toMatchObject({
      on: '20 November 2026',
      observer: 'Sam Lee',
      superviseeRef: priya,
      consent: '',
      activity: '',
      reflectionBy: 'told',
    });
    expect(bodies(workspace, 'observations')).toEqual([]);
  });

  it('is on disk as typed, valid or not, with fields of a newer version, and waits', async () => {
    const on = await begun();
    const id = await typed(on, { on: 'the other day', purpose: ' x ', consent: '', newer: [1] });
    const again = await openAgain(on.workspace);
    expect(again.set.find('observations', id)?.body).toMatchObject({
      on: 'the other day',
      purpose: ' x ',
      newer: [1],
    });
    expect(observationsToFinish(again).map((row) => row.id)).toEqual([id]);
    expect(await finaliseObservation(again, id)).toMatchObject({
      outcome: 'missing',
      missing: [{ path: 'on' }, { path: 'consent' }],
    });
    expect(bodies(again, 'staffActions')).toEqual([]);
  });

  it('that is not needed leaves the list, keeps its text and can come back', async () => {
    const on = await begun();
    const id = await typed(on);
    await setObservationAside(on.workspace, id, true);
    expect(observationsToFinish(on.workspace)).toEqual([]);
    expect(on.workspace.set.find('observations', id)?.body.summary).toContain('Good work');
    await setObservationAside(on.workspace, id, false);
    expect(observationsToFinish(on.workspace)).toHaveLength(1);
  });
});

describe('finalising it', () => {
  it('once, as the canonical text of a record of the staff file; a second time changes nothing', async () => {
    const on = await begun();
    const { workspace } = on;
    const id = await typed(on, { newer: { kept: true } });
    const draft = await workspace.db.rows.get(id);
    expect(await finaliseObservation(workspace, id)).toEqual({ outcome: 'finalised' });
    const final = workspace.set.find('observations', id);
    expect(canonicalize(JSON.parse(final?.text ?? ''))).toBe(final?.text);
    const versions = await workspace.db.versions.where('id').equals(id).toArray();
    expect(versions.at(-1)).toMatchObject({ why: 'final', v: draft?.v, ct: draft?.ct });

    (workspace.ports as TestPorts).advance(60_000); // made by testPorts
    await finaliseObservation(workspace, id);
    expect(workspace.set.find('observations', id)?.v).toBe(final?.v);
    await setObservationAside(workspace, id, true);
    const again = (await openAgain(workspace)).set.find('observations', id);
    expect(again?.text).toBe(final?.text);
    expect(again && finalObservation(again.body)).toMatchObject({
      file: 'staff',
      supervisee: 'Priya Shah',
      observedOn: '2026-11-20',
      droppedAt: '',
      newer: { kept: true },
      nextDue: expect.stringMatching(/^Due by 20 November 2027: .*000:105\)$/),
      policy: { id: 'swindon-000', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(observationsToFinish(workspace)).toEqual([]);
    expect(observationsOf(workspace, on.priya).map((row) => row.id)).toEqual([id]);
  });

  it('says what is missing of what is in the form now', async () => {
    const { workspace, priya } = await begun();
    const fresh = newObservation(workspace, 'observationOfSupervision', priya);
    expect(missingForObservation(workspace, fresh).map(({ path }) => path)).toEqual([
      'areas.setting.evidence',
      'feedback',
      'noActions',
    ]);
  });

  it('does not go on without text that could not be saved: it would be left out for good', async () => {
    const on = await begun();
    const id = await typed(on);
    vi.spyOn(on.workspace.queue, 'unsaved').mockReturnValue({} as never);
    await expect(finaliseObservation(on.workspace, id)).rejects.toThrow(/not saved yet/);
    expect(on.workspace.set.find('observations', id)?.body.finalisedAt).toBe('');
  });

  it('makes what was agreed come up at the next supervision, and nothing on a child’s file', async () => {
    const on = await begun();
    const { workspace, ports, priya } = on;
    await finalised(on);
    ports.advance(60_000);
    const session = findSession(workspace, await startSession(workspace, priya))?.body;
    if (!session) throw new Error('no session');
    expect(staffReviewFor(workspace, session)).toMatchObject([
      { action: { what: 'Practise an opening', dueOn: '2026-12-04', superviseeRef: priya } },
    ]);
    for (const name of ['childActions', 'childRecords', 'childEntries'] as const)
      expect(bodies(workspace, name)).toEqual([]);
  });
});

describe('when the next one is due', () => {
  const due = ({ workspace, staff }: Begun, kind: Observation['kind'] = 'liveSupervision') => {
    const answer = observationDueOf(workspace, staff(), kind);
    return answer.outcome === 'due' ? answer : undefined;
  };

  it('moves when one is finalised, by the policy’s rule and clause; a draft moves nothing', async () => {
    const on = await begun();
    const before = due(on);
    expect(before).toMatchObject({ status: 'no_date_held', rule: 'R-40', clause: '000:105' });
    await typed(on);
    expect(due(on)).toEqual(before);
    await finalised(on, { id: crypto.randomUUID(), on: '6 November 2026' });
    expect(due(on)).toMatchObject({ dueOn: '2027-11-06', status: 'ok', clause: '000:105' });
  });

  it('counts a day typed by hand too: the latest stands, and one to come does not', async () => {
    const on = await begun();
    const set = (observedOn: string) => changeStaff(on.workspace, on.priya, { observedOn });
    await set('2026-03-10');
    expect(due(on)?.dueOn).toBe('2027-03-10');
    await finalised(on);
    expect(due(on)?.dueOn).toBe('2027-11-20');
    await set('2027-01-10');
    expect(due(on)?.dueOn).toBe('2027-11-20');
    on.ports.goTo('2027-01-11T10:00:00.000Z');
    expect(due(on)?.dueOn).toBe('2028-01-10');
  });

  it('of supervision is three months, and of the other kind nothing', async () => {
    const on = await begun();
    await asManager(on);
    await finalised(on, { ...supervisionObservedTyped, actions: [] });
    expect(due(on, 'observationOfSupervision')).toMatchObject({
      dueOn: '2027-02-20',
      rule: 'R-41',
      strength: 'must',
    });
    expect(due(on)?.status).toBe('no_date_held');
  });

  it('is not asked where the policy asks for none, and it can be recorded all the same', async () => {
    const on = await begun('islington-001');
    expect(due(on)).toBeUndefined();
    const id = await finalised(on);
    const body = on.workspace.set.find('observations', id)?.body;
    expect(body && finalObservation(body)).toMatchObject({
      nextDue: '',
      practiceModel: 'Motivational Social Work (MSW)',
    });
  });

  it('the figures read the same days', async () => {
    const on = await begun();
    await asManager(on);
    expect(figure(on.workspace, 'directObservation')).toMatchObject({ outcome: 'notMeasured' });
    await finalised(on);
    await finalised(on, { ...supervisionObservedTyped, actions: [] });
    for (const id of ['directObservation', 'observationOfSupervision', 'observedThisYear'])
      expect(figure(on.workspace, id), id).toMatchObject({ numerator: 1, denominator: 1 });
    await changeStaff(on.workspace, on.priya, { observedOn: '2026-11-20' });
    expect(figure(on.workspace, 'directObservation')).toMatchObject({
      list: [{ dueOn: due(on)?.dueOn }],
    });
    expect(parseCalendarDate(due(on)?.dueOn ?? '')).toBe('2027-11-20');
  });
});

describe('who and whose', () => {
  it('whoever supervises may observe; who is only supervised reads', async () => {
    expect(mayObserve((await begun()).workspace)).toBe(true);
    expect(mayObserve((await supervised()).workspace)).toBe(false);
  });

  it('the children to leave unnamed are the worker’s own, and of a manager all that are here', async () => {
    const on = await begun();
    const { workspace, priya } = on;
    const about = (kind: Observation['kind']) =>
      childrenToLeaveUnnamed(workspace, { kind, superviseeRef: priya }).map(({ name }) => name);
    const other = { ref: 'X', reference: 'X', aliases: [], name: 'Kayla Lund', status: 'CIN' };
    const child = { ...bodies(workspace, 'children')[0], ...other };
    await workspace.change(() => [created('children', 'row-x', child as never)]);
    expect(about('liveSupervision')).toEqual(['Grace Hill']);
    expect(about('observationOfSupervision')).toEqual(['Grace Hill', 'Kayla Lund']);
  });
});
