import { describe, expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { flagsOf } from '#domain/flags/flags-of.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { AgendaItem, Session } from '#domain/records/session.ts';
import { addChildren, transferChild } from '#storage/caseload/caseload.ts';
import { savePriorDiscussions } from '#storage/caseload/prior-discussions.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { beforeSessionOf } from '#storage/preparation/preparation-reads.ts';
import { ensurePreparation, sharePreparation } from '#storage/preparation/preparations.ts';
import { recordAbsence } from '#storage/session/absences.ts';
import { findSession } from '#storage/session/session-reads.ts';
import {
  bringIntoSession,
  endSession,
  planSession,
  startSession,
} from '#storage/session/sessions.ts';
import { changeSettings, profileOf, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn, updated } from '#storage/writes.ts';
import { readyBrief, readyInDepth, ref } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  type TestChild,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { caseFactsOf } from './case-facts.ts';
import { viewOfSession } from './case-facts-view.ts';
import { childDueOf, discussionsOfChild } from './due.ts';
import { oversightDueOf } from './oversight-due.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const clock = (workspace: Workspace) => workspace.ports as TestPorts;

function sessionOf(workspace: Workspace, id: string): Session {
  const session = findSession(workspace, id)?.body;
  if (!session) throw new Error('no session');
  return session;
}

const factsIn = (workspace: Workspace, session: Session, childRef = 'C1') => {
  const found = caseFactsOf(workspace, session).find(({ child }) => child.ref === childRef);
  if (!found) throw new Error(`nothing of ${childRef}`);
  return found.facts;
};
const codesIn = (workspace: Workspace, session: Session, childRef = 'C1') =>
  flagsOf({
    facts: factsIn(workspace, session, childRef),
    profile: profileOf(workspace),
    today: todayIn(workspace),
  }).map(({ code }) => code);

interface Begun {
  readonly workspace: Workspace;
  readonly priya: StaffRef;
}

/** Footprint starts on 1 September, the children came in January. */
async function begun(children: readonly TestChild[] = [{ reference: 'C1' }]): Promise<Begun> {
  const workspace = await aWorkspace(testPorts('2026-09-01T08:00:00.000Z'));
  return { workspace, priya: await givePriya(workspace, children) };
}

/** A session on that day, ended and finalised, with what was typed of each child. */
async function held(
  { workspace, priya }: Begun,
  on: string,
  typed: Readonly<Record<string, object>>,
  { finalised = true } = {},
): Promise<string> {
  clock(workspace).goTo(`${on}T10:00:00.000Z`);
  const id = await startSession(workspace, priya);
  for (const [childRef, part] of Object.entries(typed)) {
    const { id: _, childRef: __, settled, ...ready } = part as ReturnType<typeof readyBrief>;
    await write(workspace, id, childRef, { ...ready, accountedAt: workspace.now });
  }
  await endSession(workspace, id, there);
  if (finalised) for (const childRef of Object.keys(typed)) await finalise(workspace, id, childRef);
  return id;
}

async function finalise(workspace: Workspace, id: string, childRef: string) {
  const { outcome } = await finaliseChild(workspace, id, ref(childRef));
  if (outcome !== 'finalised') throw new Error(`${childRef} is ${outcome}`);
}

async function plannedOn({ workspace, priya }: Begun, now: string, day: string): Promise<Session> {
  clock(workspace).goTo(`${now}T09:00:00.000Z`);
  return sessionOf(workspace, await planSession(workspace, priya, day));
}

describe('of what is stored', () => {
  it('of a child just brought in: who, since when, and no more', async () => {
    const one = await begun();
    const session = await plannedOn(one, '2026-09-02', '2026-09-25');
    const { discussionDue, oversightDue, council, ...facts } = factsIn(one.workspace, session);
    expect(JSON.parse(JSON.stringify(facts))).toEqual({
      word: 'child',
      practitioner: 'Priya Shah',
      neverDiscussed: false,
      allocatedOn: '2026-01-05',
      footprintStartedOn: '2026-09-01',
      decisions: [],
      actions: [],
      sessionsWithoutMovement: 0,
      requestedBy: [],
      statusCodes: ['CIN'],
      statusChanges: [],
      gaps: [],
      trioPresent: [],
      extraTime: [],
    });
    expect(JSON.stringify(council)).toBe('{}');
    expect(discussionDue).toMatchObject({ outcome: 'due', dueOn: '2026-10-31' });
    expect(oversightDue).toMatchObject({ outcome: 'none' });
    expect(codesIn(one.workspace, session)).toEqual(['NO_DATE']);
  });

  it('what the last session left: its depth, the voice, actions, decisions', async () => {
    const one = await begun();
    const action = { id: 'a1', what: 'Ring the school', owner: 'Priya', byWhen: '1/10/2026' };
    const decision = { id: 'x1', text: 'Conference', rationale: 'Checks', significance: 'urgent' };
    await held(one, '2026-09-15', { C1: readyInDepth({ worries: 'Sleep' }) });
    await held(one, '2026-10-15', {
      C1: readyBrief({ actions: [action], decisions: [{ ...decision, changesDirection: true }] }),
    });
    const session = await plannedOn(one, '2026-11-02', '2026-11-20');
    const facts = factsIn(one.workspace, session);
    expect(facts).toMatchObject({
      lastFormalOn: '2026-10-15',
      lastInDepthOn: '2026-09-15',
      actions: [{ what: 'Ring the school', owner: 'Priya', dueOn: '2026-10-01', carried: 0 }],
      decisions: [{ on: '2026-10-15', significance: 'urgent', changesDirection: true }],
      lastRecord: { on: '2026-10-15' },
      sessionsWithoutMovement: 1,
    });
    // It was made in that discussion, so it has been discussed (FLAG5); the voice was heard before (FACT10).
    expect(codesIn(one.workspace, session)).toEqual([]);
  });

  it('a decision that was typed after its session belongs to it; an unfinalised record lacks nothing', async () => {
    const one = await begun();
    const { workspace } = one;
    await held(one, '2026-09-15', { C1: readyBrief() });
    const id = await held(one, '2026-10-15', { C1: readyBrief() }, { finalised: false });
    clock(workspace).goTo('2026-10-19T09:00:00.000Z');
    const decision = {
      id: 'x1' as never,
      text: 'Conference',
      rationale: 'Checks',
      significance: 'urgent' as const,
      changesDirection: false,
      decidedAt: workspace.now,
    };
    await write(workspace, id, 'C1', { decisions: [decision] });
    const session = await plannedOn(one, '2026-10-20', '2026-11-20');
    expect(codesIn(workspace, session)).toEqual([]);
    await finalise(workspace, id, 'C1');
    expect(factsIn(workspace, session).decisions).toMatchObject([{ on: '2026-10-15' }]);
    expect(codesIn(workspace, session)).toEqual(['VOICE_MISSING']);
  });

  it('a decision about a child who was not discussed in that session still waits', async () => {
    const one = await begun();
    await held(one, '2026-09-15', { C1: readyBrief({ childVoice: 'Home.' }) });
    clock(one.workspace).goTo('2026-10-15T10:00:00.000Z');
    const id = await startSession(one.workspace, one.priya);
    const decision = { id: 'x1', text: 'Step down', rationale: 'Met', changesDirection: true };
    const decisions = [{ ...decision, significance: 'routine', decidedAt: one.workspace.now }];
    await write(one.workspace, id, 'C1', { decisions } as never);
    await endSession(one.workspace, id, there);
    const session = await plannedOn(one, '2026-10-20', '2026-11-20');
    expect(codesIn(one.workspace, session)).toEqual(['DIRECTION_CHANGE']);
  });

  it('carried twice, and late', async () => {
    const one = await begun();
    const { workspace } = one;
    const action = { id: 'a1', what: 'Ring the school', owner: 'Priya', byWhen: '1/10/2026' };
    await held(one, '2026-09-15', { C1: readyBrief({ actions: [action] }) });
    for (const on of ['2026-10-15', '2026-11-05']) {
      clock(workspace).goTo(`${on}T10:00:00.000Z`);
      const id = await startSession(workspace, one.priya);
      const { settled, id: _, childRef: __, ...ready } = readyBrief();
      const carried = { id: `e ${on}`, actionId: 'a1', outcome: 'carried', reason: 'Closed' };
      const part = { ...ready, settled: [carried], accountedAt: workspace.now };
      await write(workspace, id, 'C1', part as never);
      await endSession(workspace, id, there);
    }
    const session = await plannedOn(one, '2026-11-20', '2026-11-25');
    expect(factsIn(workspace, session).actions).toMatchObject([
      { carried: 2, dueOn: '2026-10-01' },
    ]);
    expect(codesIn(workspace, session)).toEqual(['ACTION_CARRIED']);
  });

  it('a child of whom somebody said “never”', async () => {
    const one = await begun();
    await savePriorDiscussions(one.workspace, [{ childRef: ref('C1'), answer: 'never' }]);
    const session = await plannedOn(one, '2026-09-02', '2026-09-25');
    expect(factsIn(one.workspace, session).neverDiscussed).toBe(true);
  });

  it('away all October: the missed month and the absence, without its kind', async () => {
    const one = await begun();
    const { workspace, priya } = one;
    await held(one, '2026-09-15', { C1: readyBrief({ childVoice: 'Home.' }) });
    clock(workspace).goTo('2026-11-09T09:00:00.000Z');
    await recordAbsence(workspace, { staffRef: priya, from: '2026-10-01', to: '2026-11-06' });
    const session = await plannedOn(one, '2026-11-09', '2026-11-20');
    expect(factsIn(workspace, session).gaps).toEqual([
      { what: 'missedMonth', month: '2026-10' },
      { what: 'absence', from: '2026-10-01', to: '2026-11-06', workingDays: 27 },
    ]);
    expect(codesIn(workspace, session)).toContain('LEAVE_GAP');
    const facts = { reference: 'C2', name: 'Ben', dateOfBirth: '', expectedOn: '', status: 'CIN' };
    const came = { facts: { ...facts, familyRef: '', checks: [] }, allocatedAt: '2026-11-07' };
    await addChildren(workspace, [{ ...came, worker: { name: 'Priya Shah' } }]);
    // Who came onto the list afterwards has missed nothing.
    expect(factsIn(workspace, session, 'C2').gaps).toEqual([]);
  });
});

describe('of what is asked', () => {
  async function prepared(one: Begun) {
    const { workspace, priya } = one;
    const { me } = settingsOf(workspace);
    await changeSettings(workspace, { me: priya, supervisorRef: me });
    const { preparationId } = await ensurePreparation(workspace);
    const preparation = workspace.set.find('preparations', preparationId);
    const before = beforeSessionOf(workspace, preparationId);
    if (!preparation || !before) throw new Error('no preparation');
    await workspace.change(() => [
      updated(preparation, {
        ...preparation.body,
        children: preparation.body.children.map((child) => ({
          ...child,
          depth: 'inDepth' as const,
          seenOn: '12 nov',
          seenOnDate: '2026-11-12',
        })),
        worries: [{ id: 'C1', childRef: ref('C1') }],
      }),
      updated(before, {
        ...before.body,
        impact: [{ id: 'C1', childRef: ref('C1'), strong: true, text: 'Awake at night' }],
      }),
    ]);
    const share = async () => {
      await changeSettings(workspace, { me: priya, supervisorRef: me });
      await sharePreparation(workspace, preparationId);
      await changeSettings(workspace, { me, supervisorRef: '' });
    };
    await changeSettings(workspace, { me, supervisorRef: '' });
    return share;
  }

  it('nothing of a preparation before it is shared; then her worry, her ask, the impact, the visit', async () => {
    const one = await begun();
    const session = await plannedOn(one, '2026-11-18', '2026-11-20');
    const share = await prepared(one);
    expect(codesIn(one.workspace, session)).toEqual(['CHILD_OVERDUE', 'NO_DATE']);
    await share();
    expect(factsIn(one.workspace, session)).toMatchObject({
      worryRank: 1,
      requestedBy: ['Priya Shah'],
      strongImpact: true,
      council: { lastSeenOn: '2026-11-12', asAt: '2026-11-18' },
    });
    const codes = ['PRACT_WORRY', 'REQUESTED', 'CHILD_OVERDUE', 'EMOTION', 'NO_DATE'];
    expect(codesIn(one.workspace, session)).toEqual(codes);
  });

  it('the supervisor asks with a reason, as it is typed now, and not on disk yet', async () => {
    const one = await begun();
    const session = await plannedOn(one, '2026-09-02', '2026-09-25');
    const line = (reason: string): AgendaItem => ({
      id: 'C1',
      childRef: ref('C1'),
      depth: 'inDepth',
      reason,
    });
    const asked = (reason: string) =>
      factsIn(one.workspace, { ...session, agenda: [line(reason)] }).requestedBy;
    expect(asked('')).toEqual([]);
    expect(asked('Drift')).toEqual(['Sam Lee']);
    expect(asked('')).toEqual([]);
  });

  it('the session after this one, not an earlier one nor this one', async () => {
    const one = await begun();
    const session = await plannedOn(one, '2026-09-02', '2026-09-25');
    const next = () => factsIn(one.workspace, session).nextSessionOn;
    expect(next()).toBeUndefined();
    await planSession(one.workspace, one.priya, '2026-10-22');
    await planSession(one.workspace, one.priya, '2026-09-10');
    await planSession(one.workspace, one.priya, '2026-10-20');
    expect(next()).toBe('2026-10-20');
  });
});

describe('in a session that is going on', () => {
  it('what is said in it has not happened yet; who is brought in is told of', async () => {
    const one = await begun();
    const { workspace, priya } = one;
    clock(workspace).goTo('2026-09-15T10:00:00.000Z');
    const id = await startSession(workspace, priya);
    const { id: _, childRef, settled, ...ready } = readyBrief();
    await write(workspace, id, 'C1', { ...ready, accountedAt: workspace.now });
    await givePriya(workspace, [{ reference: 'C2' }]);
    const refs = () =>
      caseFactsOf(workspace, sessionOf(workspace, id)).map(({ child }) => child.ref);
    expect(refs()).toEqual(['C1']);
    await bringIntoSession(workspace, id, ref('C2'));
    expect(refs()).toEqual(['C1', 'C2']);
    expect(factsIn(workspace, sessionOf(workspace, id)).lastFormalOn).toBeUndefined();
  });
});

describe('the narrowed view', () => {
  it('each child’s dates are those of the whole, also of one who came from another practitioner', async () => {
    const one = await begun([{ reference: 'C1' }, { reference: 'C2' }, { reference: 'C3' }]);
    const { workspace } = one;
    const parts = { C1: readyInDepth(), C2: readyBrief(), C3: readyBrief() };
    const september = await held(one, '2026-09-15', parts);
    const change = { on: toCalendarDate('2026-10-01'), reason: 'Moved team' };
    await transferChild(workspace, ref('C2'), { name: 'Dan Osei' }, change);
    const dan = [...workspace.set.all('staff').values()].find(
      ({ body }) => body.name === 'Dan Osei',
    );
    const his = { workspace, priya: dan?.body.ref as StaffRef };
    await held(his, '2026-10-15', { C2: readyBrief() });
    const before = sessionOf(workspace, september);
    for (const [session, refs] of [
      [await plannedOn(one, '2026-11-02', '2026-11-20'), ['C1', 'C3']],
      [await plannedOn(his, '2026-11-02', '2026-11-20'), ['C2']],
      // As if it were still going on: she was in it, and left for another list since.
      [{ ...before, status: 'open' } as const, ['C1', 'C2', 'C3']],
    ] as const) {
      const { view, children } = viewOfSession(workspace, session);
      expect(children.map((child) => child.ref)).toEqual(refs);
      for (const child of children) {
        expect(childDueOf(view, child)).toEqual(childDueOf(workspace, child));
        expect(oversightDueOf(view, child)).toEqual(oversightDueOf(workspace, child));
        const facts = factsIn(workspace, session, child.ref);
        expect(facts.discussionDue).toEqual(childDueOf(workspace, child));
        expect(facts.oversightDue).toEqual(oversightDueOf(workspace, child));
        const events = discussionsOfChild(workspace, child.ref);
        expect(discussionsOfChild(view, child.ref)).toEqual(events);
        expect(events.length).toBeGreaterThan(0);
      }
    }
    const his2 = await plannedOn(his, '2026-11-02', '2026-11-20');
    expect(factsIn(workspace, his2, 'C2').lastFormalOn).toBe('2026-10-15');
  });

  it('is gone through once, and again when something in it changed', async () => {
    const one = await begun();
    const { workspace, priya } = one;
    const session = await plannedOn(one, '2026-09-02', '2026-09-25');
    const view = () => viewOfSession(workspace, session).view.set;
    const before = view().all('sessions');
    expect(view().all('sessions')).toBe(before);
    await planSession(workspace, priya, '2026-09-28');
    expect(view().all('sessions').size).toBe(before.size + 1);
    expect(view().all('staff')).toBe(workspace.set.all('staff'));
    await givePriya(workspace, [{ reference: 'C2' }]);
    expect(view().all('children').size).toBe(2);
  });
});
