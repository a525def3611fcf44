import { expect, it } from 'vitest';
import { buildEntries } from '#domain/entries/finalise-entry.ts';
import { buildChildRecord } from '#domain/finalise/finalise.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { aFinaliseQuestion } from '../../../test/builders.ts';
import { anEntryDraft, anEntryQuestion } from '../../../test/entry-builders.ts';
import { held, heldWorkspace } from '../../../test/held-workspace.ts';
import { recordedBefore, recordingProgress, recordingQueue } from './recording-queue.ts';

const built = buildChildRecord(aFinaliseQuestion());
const entries = buildEntries(anEntryQuestion());
if (built.outcome === 'missing' || entries.outcome === 'missing') throw new Error('not built');
const entry = entries.built[0]?.entry;

const record = (id: string, over: object = {}) =>
  held('childRecords', id, { ...built.record, id, ...over });
const mark = (recordId: string, at: string) =>
  held('childMarks', `mark ${recordId}`, {
    recordId,
    childRef: 'C1',
    state: 'recorded',
    caseSystem: 'Mosaic',
    on: '2026-11-19',
    reference: '',
    at,
    by: 'Sam Lee',
  });
const session = (id: string, superviseeRef: string) =>
  held('sessions', id, {
    superviseeRef,
    supervisorRef: 'me',
    status: 'ended',
    sittings: [],
    childRefs: [],
    createdAt: '2026-11-18T10:00:00Z',
    createdBy: 'me',
  });

/** Two sessions, a group, and a decision outside; one of a session in which I was supervised. */
const all: readonly OpenRecord[] = [
  session('s1', 'S1'),
  session('s2', 'S2'),
  session('mine', 'me'),
  record('of a session', { sessionId: 's1', discussedOn: '2026-11-20' }),
  record('of an earlier one', { sessionId: 's2', discussedOn: '2026-11-18' }),
  record('of a group', { sessionId: 'g1', context: 'group', discussedOn: '2026-11-19' }),
  record('of mine', { sessionId: 'mine' }),
  held('entryDrafts', 'draft-1', anEntryDraft()),
  held('childEntries', 'outside', { ...entry, id: 'outside' }),
  held('childEntries', 'from another device', { ...entry, id: 'x', draftId: 'not here' }),
];
const shown = (records: readonly OpenRecord[], also: readonly string[] = []) =>
  recordingQueue(heldWorkspace(records), new Set(also)).map(({ id }) => id);

const inOrder = ['outside', 'of an earlier one', 'of a group', 'of a session'];

it('is one queue of sessions, groups and entries, the most pressing first', () => {
  expect(shown(all)).toEqual(inOrder);
  expect(shown(all.toReversed())).toEqual(inOrder);
});

it('each line has what it is judged by, and the council’s reference as it is now', () => {
  const child = held('children', 'c', { ref: 'C1', reference: 'R-2', name: 'Amina Khan' });
  const [outside, earlier] = recordingQueue(heldWorkspace([...all, child]));
  expect(outside).toMatchObject({
    hours: 24,
    isGrave: true,
    reference: 'R-2',
    name: 'Amina Khan',
    countdown: '24 hours: due tomorrow at 9:30am, 23 hours left',
  });
  expect(earlier).toMatchObject({
    hours: undefined,
    isGrave: false,
    countdown: 'due Wednesday 25 November 2026, 3 working days left',
  });
});

it('a reference that is not known yet is none, and a name that became restricted is in no list', () => {
  const child = { ref: 'C1', reference: '', name: 'Amina Khan', restricted: true };
  const [line] = recordingQueue(heldWorkspace([...all, held('children', 'c', child)]));
  expect(line).toMatchObject({ name: 'Restricted', reference: '' });
});

it('a recorded one leaves it, or keeps its place for as long as it is asked to', () => {
  const marked = [...all, mark('of a group', '2026-11-20T09:00:00Z')];
  expect(shown(marked)).toEqual(inOrder.filter((id) => id !== 'of a group'));
  expect(shown(marked, ['of a group', 'outside', 'of mine'])).toEqual(inOrder);
  const workspace = heldWorkspace(marked);
  expect(recordedBefore(workspace).map(({ id }) => id)).toEqual(['of a group']);
});

it('progress counts what is recorded here today, and not what came of my own supervision', () => {
  const said = (...marks: readonly OpenRecord[]) =>
    recordingProgress(heldWorkspace([...all, ...marks])).words;
  expect(said()).toBe('0 of 4 recorded');
  expect(said(mark('of a group', '2026-11-20T09:00:00Z'))).toBe('1 of 4 recorded');
  expect(said(mark('of a group', '2026-11-19T09:00:00Z'))).toBe('0 of 3 recorded');
  expect(said(mark('of mine', '2026-11-20T09:00:00Z'))).toBe('0 of 4 recorded');
});
