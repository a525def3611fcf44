import { expect, it } from 'vitest';
import type { CalendarMonth } from '#domain/dates/calendar-date.ts';
import { figureOf } from '#domain/figures/add-figures.ts';
import type { FigureId } from '#domain/figures/figure.ts';
import type { ChildRef, RecordId } from '#domain/ids.ts';
import type { EntryDraft, EntryKind } from '#domain/records/entry.ts';
import { transferChild } from '#storage/caseload/caseload.ts';
import { noteTeams } from '#storage/caseload/family-teams.ts';
import { markRecorded } from '#storage/child-file/child-records.ts';
import { finaliseEntry, newEntryDraft } from '#storage/entries/entries.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, todayIn } from '#storage/writes.ts';
import { readyBrief, ref } from '../../../test/builders.ts';
import { said } from '../../../test/figure-builders.ts';
import { aWorkspace, givePriya, testPorts, write } from '../../../test/workspaces.ts';
import { figuresFor } from './figures.ts';

async function begun(profileId = 'islington-001') {
  const ports = testPorts(); // 20 November 2026
  const workspace = await aWorkspace(ports, profileId);
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  const saying = (id: FigureId, month: string) => {
    const question = {
      month: month as CalendarMonth,
      who: { kind: 'worker', ref: priya },
    } as const;
    return said(figureOf(figuresFor(workspace, question).figures, id));
  };
  return { workspace, ports, priya, saying };
}

async function recorded(workspace: Workspace, kind: EntryKind, over: Partial<EntryDraft> = {}) {
  const body: EntryDraft = {
    ...newEntryDraft(workspace, kind, { childRef: ref('C1'), childTyped: 'C1' }),
    ...{ text: 'Done.', rationale: 'Because.', risks: 'Cold.', teams: 'A; B' },
    ...{ significance: 'significant', changesDirection: 'no' },
    ...over,
  };
  workspace.draft({ collection: 'entryDrafts', id: body.id, body });
  await workspace.queue.flush();
  const outcome = await finaliseEntry(workspace, body.id);
  if (outcome.outcome === 'missing') throw new Error(JSON.stringify(outcome.missing));
}

async function discuss(workspace: Workspace, worker: Parameters<typeof startSession>[1]) {
  const session = await startSession(workspace, worker);
  const { id, childRef, settled, ...brief } = readyBrief({ accountedAt: workspace.now });
  await write(workspace, session, 'C1', brief);
  await endSession(workspace, session, {
    practitionerPresent: true,
    supervisorPresent: true,
    othersPresent: '',
  });
  return session as RecordId;
}

it('a decision waits for a formal session, and is revisited where one said so', async () => {
  const { workspace, ports, priya, saying } = await begun();
  expect(saying('decisionsRevisited', '2026-11')).toBe(
    'No informal decision waited for a session.',
  );
  await recorded(workspace, 'managementDecision');
  await recorded(workspace, 'managementDecision', { significance: 'routine' });
  expect(saying('decisionsRevisited', '2026-11')).toBe('None is over yet: 1 to come.');
  ports.goTo('2026-11-27T10:00:00Z');
  const sessionId = await discuss(workspace, priya);
  expect(saying('decisionsRevisited', '2026-11')).toBe('0 of 1');
  const [entry] = bodies(workspace, 'childEntries');
  if (!entry) throw new Error('recorded');
  const id = 'revisit-1' as RecordId;
  const outcome = 'confirmed' as const;
  const about = { childRef: 'C1' as ChildRef, sessionId, entryId: entry.id };
  const when = { on: todayIn(workspace), at: workspace.now, by: 'me', note: '' };
  await workspace.change(() => [
    created('decisionRevisits', id, { id, outcome, ...about, ...when }),
  ]);
  expect(saying('decisionsRevisited', '2026-11')).toBe('1 of 1');
});

it('what is due in hours is on time in the case system in hours, of the worker it was with then', async () => {
  const { workspace, ports, priya, saying } = await begun();
  await recorded(workspace, 'managementDecision');
  await recorded(workspace, 'managementDecision', { significance: 'routine' });
  await recorded(workspace, 'midwayCheck', { who: 'IRO' });
  expect(saying('urgentRecords', '2026-11')).toBe('None is over yet: 1 to come.');
  ports.goTo('2026-11-23T10:00:00Z');
  expect(saying('urgentRecords', '2026-11')).toBe('0 of 1');
  const grave = bodies(workspace, 'childEntries').find((each) => each.significance !== 'routine');
  if (!grave) throw new Error('recorded');
  await markRecorded(workspace, grave, { state: 'recorded', on: '2026-11-21', reference: '' });
  expect(saying('urgentRecords', '2026-11')).toBe('1 of 1');
  await transferChild(
    workspace,
    ref('C1'),
    { name: 'Dan Osei' },
    {
      on: todayIn(workspace),
      reason: 'Moved',
    },
  );
  expect(saying('urgentRecords', '2026-11')).toBe('1 of 1'); // it was with Priya on the 20th
  const dan = bodies(workspace, 'staff').find(({ name }) => name === 'Dan Osei');
  if (!dan) throw new Error('Dan');
  const question = {
    month: '2026-11' as CalendarMonth,
    who: { kind: 'worker', ref: dan.ref },
  } as const;
  const his = figuresFor(workspace, question).figures;
  expect(said(figureOf(his, 'urgentRecords'))).not.toContain('of 1');
  expect(priya).not.toBe(dan.ref);
});

it('an allocation is due in hours under a policy that gives them', async () => {
  const { workspace, saying } = await begun('swindon-000');
  await recorded(workspace, 'allocation');
  expect(saying('urgentRecords', '2026-11')).toBe('None is over yet: 1 to come.');
});

it('families of several teams are measured once somebody has entered one', async () => {
  const { workspace, ports, saying } = await begun('swindon-000');
  ports.goTo('2026-12-05T10:00:00Z');
  expect(saying('severalTeams', '2026-12')).toBe(
    'Nobody has entered that several teams support a family on this list.',
  );
  const why = { on: '2026-11-02' as never, reason: 'Adult services opened' };
  await noteTeams(workspace, ref('C1'), 'Assessment; adult mental health', why);
  expect(saying('severalTeams', '2026-12')).toBe('0 of 1');
  await recorded(workspace, 'kit', { on: '1 December 2026' });
  expect(saying('severalTeams', '2026-12')).toBe('1 of 1');
});
