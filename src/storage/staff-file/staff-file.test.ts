import { expect, it } from 'vitest';
import type { OpenRecord } from '#storage/open-record.ts';
import { bodies } from '#storage/writes.ts';
import {
  anAgreement,
  anAgreementResponse,
  practitionerSigned,
  supervisorSigned,
} from '../../../test/agreement-builders.ts';
import { held, heldWorkspace } from '../../../test/held-workspace.ts';
import { aSupervisionStory, onAnnualLeave } from '../../../test/supervision-story.ts';
import { markPlaced, staffFileQueue, staffTexts } from './staff-file.ts';

const begun = '2026-11-01T09:00:00.000Z';
const own = { supervisorRef: 'me', superviseeRef: 'S1', createdAt: begun, createdBy: 'me' };
const on = (day: string) => ({ finalisedAt: `2026-11-${day}T10:00:00.000Z` });
const session = held('sessions', 's1', { ...own, status: 'ended' });
const agreement = anAgreement({ id: 'agreed', superviseeRef: 'S1', supervisorRef: 'me' });
const signedBySam = supervisorSigned(agreement, '2026-11-02T10:00:00.000Z');
const response = anAgreementResponse({ agreementId: 'agreed', superviseeRef: 'S1' });
const signedByBoth = {
  ...response,
  ...practitionerSigned(signedBySam, '2026-11-03T10:00:00.000Z'),
  agreementId: 'agreed',
};

const all: readonly OpenRecord[] = [
  session,
  held('notes', 'notes', { ...own, sessionId: 's1', ...on('09') }),
  held('agreements', 'agreed', signedBySam),
  held('responses', 'hers', signedByBoth),
  held('observations', 'watched', { ...own, kind: 'liveSupervision', ...on('08') }),
  held('monitoring', 'form', { ...own, ...on('07') }),
  held('cancellations', 'cancelled', { ...own, kind: 'session', sessionId: 's2', ...on('06') }),
  held('cancellations', 'gap', { ...own, kind: 'gap', ...on('05') }),
  held('handoverNotes', 'handed', { ...own, ...on('04') }),
];
const ids = (records: readonly OpenRecord[], also: readonly string[] = []) =>
  staffFileQueue(heldWorkspace(records), new Set(also)).map(({ id }) => id);
const inOrder = ['agreed', 'handed', 'gap', 'cancelled', 'form', 'watched', 'notes'];

it('[PLACE3] every finished record of the supervision file waits, each kind, the oldest first', () => {
  expect(ids(all)).toEqual(inOrder);
  expect(
    staffTexts(heldWorkspace(all)).map(({ printHref, readHref }) => [printHref, readHref]),
  ).toEqual([
    ['/print/agreement/S1', '/agreements/S1'],
    ['/print/handover-note/handed', '/handover/supervisee/S1'],
    ['/print/cancellation/gap', '/gaps/S1'],
    ['/print/cancellation/cancelled', '/sessions/s2/cancel'],
    ['/print/monitoring/form', '/monitoring/form'],
    ['/print/observation/watched', '/observations/watched'],
    ['/print/notes/notes', '/sessions/s1/notes'],
  ]);
});

it('[PLACE3] no draft, no agreement that one alone has signed, and nothing of a child’s file', () => {
  const drafts = all.map(({ collection, id, body }) =>
    held(collection, id, { ...body, finalisedAt: '' }),
  );
  expect(ids(drafts)).toEqual(['agreed']);
  expect(ids(all.filter(({ id }) => id !== 'hers'))).not.toContain('agreed');
});

it('[PLACE3] whoever wrote it places it: neither one of my own supervision nor another supervisor’s', () => {
  const ofAnother = all.map(({ collection, id, body }) =>
    held(collection, id, { ...body, supervisorRef: 'jo', createdBy: 'jo' }),
  );
  expect(ids(ofAnother)).toEqual([]);
  const mine = all.map(({ collection, id, body }) =>
    held(collection, id, { ...body, superviseeRef: 'me', supervisorRef: 'jo' }),
  );
  expect(ids(mine)).toEqual([]);
});

const mark = (state: string, at: string) =>
  held('staffMarks', `${state} ${at}`, {
    ...{ file: 'staff', recordId: 'notes', superviseeRef: 'S1', state },
    ...{ on: '2026-11-10', at, by: 'Sam Lee' },
  });
const placed = mark('placed', '2026-11-10T10:00:00.000Z');

it('[PLACE1] placed, it leaves the queue or keeps its place; withdrawn, it waits with its history', () => {
  const without = inOrder.filter((id) => id !== 'notes');
  expect(ids([...all, placed])).toEqual(without);
  expect(ids([...all, placed], ['notes'])).toEqual(inOrder);
  const undone = [...all, placed, mark('withdrawn', '2026-11-11T10:00:00.000Z')];
  expect(ids(undone)).toEqual(inOrder);
  expect(staffTexts(heldWorkspace(undone)).at(-1)).toMatchObject({
    mark: undefined,
    isCorrected: false,
    history: [{ state: 'placed' }, { state: 'withdrawn' }],
  });
});

it('[PLACE5] corrected since it was placed, it waits again and says why', () => {
  const amendment = (at: string) =>
    held('staffAmendments', `a ${at}`, {
      ...{ file: 'staff', recordId: 'notes', recordHash: '', superviseeRef: 'S1' },
      ...{ text: 'x', reason: 'y', by: 'Sam Lee', at },
    });
  expect(ids([...all, placed, amendment('2026-11-10T09:00:00.000Z')])).not.toContain('notes');
  const later = [...all, placed, amendment('2026-11-12T09:00:00.000Z')];
  expect(ids(later)).toContain('notes');
  expect(staffTexts(heldWorkspace(later)).at(-1)).toMatchObject({ isCorrected: true });
});

it('says when the practitioner was given a copy, and not of what goes in no file for her', () => {
  const made = (id: string, day: string, more: object = {}) =>
    held('handovers', id, {
      ...{ direction: 'made', otherRef: 'S1', device: 'd', serial: 1 },
      ...{ madeAt: `2026-11-${day}T12:00:00.000Z`, ids: ['notes', 'form'] },
      ...more,
    });
  const given = [
    made('first', '12'),
    made('again', '13'),
    made('other', '14', { otherRef: 'S2' }),
    made('came', '15', { direction: 'takenIn' }),
  ];
  const at = (records: readonly OpenRecord[]) =>
    Object.fromEntries(
      staffTexts(heldWorkspace(records)).map(({ id, givenAt }) => [id, givenAt.slice(0, 10)]),
    );
  expect(at([...all, ...given])).toMatchObject({
    ...{ notes: '2026-11-13', agreed: '2026-11-13' },
    ...{ form: '', watched: '' },
  });
  expect(at([...all, made('before', '02')])).toMatchObject({ agreed: '' });
});

it('a mark is stored with whose file it is on, by whom and when', async () => {
  const { workspace, priya } = await aSupervisionStory({ telling: onAnnualLeave, gap: false });
  const [text] = staffFileQueue(workspace);
  if (!text) throw new Error('nothing waits');
  expect(text).toMatchObject({ kind: 'notes', superviseeRef: priya, name: 'Priya Shah' });
  await markPlaced(workspace, text, { state: 'placed', on: '2026-11-24', reference: 'SF 12' });
  expect(staffFileQueue(workspace)).toEqual([]);
  expect(bodies(workspace, 'staffMarks')).toMatchObject([
    { recordId: text.id, superviseeRef: priya, state: 'placed', reference: 'SF 12', by: 'Sam Lee' },
  ]);
});
