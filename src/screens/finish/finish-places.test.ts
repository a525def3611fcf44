import { expect, it } from 'vitest';
import type { DiscussionChild } from '#domain/records/discussion.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { findPart, findSession } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { created } from '#storage/writes.ts';
import { readyBrief, recordId } from '../../../test/builders.ts';
import { anEntry } from '../../../test/revisit-builders.ts';
import { aWorkspace, givePriya, type TestPorts, write } from '../../../test/workspaces.ts';
import { fieldIdOf } from './finish-places.ts';

const { id: _id, childRef: _ref, settled: _settled, ...brief } = readyBrief();
const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };

/** A second session of a sister and a brother; two actions and a decision of theirs wait for it. */
async function story(over: Partial<DiscussionChild> = {}) {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [
    { reference: 'C1', familyRef: 'F' },
    { reference: 'C2', familyRef: 'F' },
  ]);
  const first = await startSession(workspace, priya);
  const actions = ['act-1', 'act-2'].map((id) => ({
    ...{ id: recordId(id), what: `Do ${id}`, owner: 'Priya', byWhen: '2 weeks' },
    immediateSafeguarding: false,
  }));
  await write(workspace, first, 'C2', { ...brief, actions });
  await endSession(workspace, first, there);
  await finaliseChild(workspace, first, 'C2');
  (workspace.ports as TestPorts).goTo('2026-11-25T10:00:00Z'); // made by testPorts
  const entry = anEntry({ id: 'dec-1', childRef: 'C2' });
  await workspace.change(() => [created('childEntries', entry.id, entry)]);
  (workspace.ports as TestPorts).goTo('2026-12-10T10:00:00Z');
  const second = await startSession(workspace, priya);
  await write(workspace, second, 'C2', { depth: 'brief', ...over });
  const found = findPart(workspace, second, 'C2');
  const session = findSession(workspace, second)?.body;
  if (!found || !session) throw new Error('no part');
  const discussion = found.record.body;
  const index = discussion.children.indexOf(found.part);
  const idOf = (path: string) =>
    fieldIdOf(workspace, { session, discussion, part: found.part }, path);
  return { idOf, at: `case-children-${index}` };
}

it('a text or a choice of the child’s part has its own key', async () => {
  const { idOf, at } = await story();
  expect(idOf('briefNote')).toBe(`${at}-briefNote`);
  expect(idOf('onTrack')).toBe(`${at}-onTrack`);
  expect(idOf('familySummary')).toBe('case-familySummary');
});

it('[FIN7] the choice between two versions is the section at the head of the discussion', async () => {
  const { idOf } = await story();
  expect(idOf('twoVersions')).toBe('case-twoVersions');
});

it('an open action by its place: its outcome first, then the reason', async () => {
  const { idOf, at } = await story({ settled: [] });
  expect(idOf('settled.act-1')).toBe(`${at}-settled-0-outcome`);
  expect(idOf('settled.act-2.reason')).toBe(`${at}-settled-1-reason`);
  const held = [{ id: recordId('x'), actionId: recordId('act-2'), outcome: '', reason: '' }];
  const other = await story({ settled: held as DiscussionChild['settled'] });
  expect(other.idOf('settled.act-2')).toBe(`${other.at}-settled-0-outcome`);
  // The form gives the one that has no line yet a line after those that have.
  expect(other.idOf('settled.act-1')).toBe(`${other.at}-settled-1-outcome`);
});

it('a decision to revisit by its line', async () => {
  const { idOf, at } = await story({ revisits: [] });
  expect(idOf('revisits.dec-1')).toBe(`${at}-revisits-0-outcome`);
  expect(idOf('revisits.dec-1.note')).toBe(`${at}-revisits-0-note`);
});

it('a decision, an action and a hypothesis by their places', async () => {
  const line = (id: string) => ({ id: recordId(id), text: '', rationale: 'Why' });
  const { idOf, at } = await story({
    decisions: [line('d1'), line('d2')] as DiscussionChild['decisions'],
  });
  expect(idOf('decisions.d2.text')).toBe(`${at}-decisions-1-text`);
});

it('“no decisions” is a tick, or the first line where an empty one stands in its place', async () => {
  const { idOf, at } = await story({ decisions: [], actions: [] });
  expect(idOf('noDecisions')).toBe(`${at}-noDecisions`);
  expect(idOf('noActions')).toBe(`${at}-noActions`);
  const empty = await story({
    decisions: [{ id: recordId('d1'), text: '' }] as DiscussionChild['decisions'],
    actions: [{ id: recordId('a1'), what: '' }] as DiscussionChild['actions'],
  });
  expect(empty.idOf('noDecisions')).toBe(`${empty.at}-decisions-0-text`);
  expect(empty.idOf('noActions')).toBe(`${empty.at}-actions-0-what`);
});
