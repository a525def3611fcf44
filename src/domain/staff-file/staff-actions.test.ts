import { expect, it } from 'vitest';
import { StaffAction, StaffActionEvent } from '#domain/records/staff-action.ts';
import { StaffNote } from '#domain/records/staff-note.ts';
import { recordId, staff, today } from '../../../test/builders.ts';
import { recordsOfNote, staffActionsToReview } from './staff-actions.ts';

const action = (id: string, over: object = {}): StaffAction =>
  StaffAction.parse({
    id,
    superviseeRef: 'S1',
    sessionId: 's0',
    what: id,
    createdAt: `2026-10-20T10:0${id.length}:00.000Z`,
    createdBy: 'me',
    ...over,
  });
const event = (actionId: string, over: object = {}): StaffActionEvent =>
  StaffActionEvent.parse({
    id: `e-${actionId}`,
    actionId,
    superviseeRef: 'S1',
    sessionId: 's0',
    outcome: 'done',
    at: '2026-10-21T10:00:00.000Z',
    by: 'me',
    ...over,
  });

it('[NOTE9] becomes records under the draft’s own ids, dated by the meeting', () => {
  const note = StaffNote.parse({
    id: 'n1',
    sessionId: 's1',
    superviseeRef: 'S1',
    createdAt: 'x',
    createdBy: 'me',
    actions: [
      { id: 'a1', what: 'Book the course', owner: 'Priya', byWhen: '2 weeks' },
      { id: 'a2', what: ' ', owner: '', byWhen: '' },
    ],
    settled: [
      { id: 'e1', actionId: 'old', outcome: 'carried', reason: 'Full' },
      { id: 'e2', actionId: 'older' },
    ],
  });
  const made = { at: '2026-11-23T09:00:00.000Z', by: 'me' };
  expect(recordsOfNote(note, today, made)).toEqual({
    actions: [
      {
        id: 'a1',
        superviseeRef: staff('S1'),
        sessionId: 's1',
        what: 'Book the course',
        owner: 'Priya',
        byWhen: '2 weeks',
        dueOn: '2026-12-04',
        agreedOn: today,
        createdAt: made.at,
        createdBy: 'me',
      },
    ],
    events: [
      {
        id: recordId('e1'),
        actionId: 'old',
        superviseeRef: 'S1',
        sessionId: 's1',
        outcome: 'carried',
        reason: 'Full',
        on: today,
        ...made,
      },
    ],
  });
});

it('[NOTE9] a session goes through the open actions of this person, as it found them, oldest first', () => {
  const earlier = ({ sessionId }: { sessionId: string }) => sessionId !== 's1';
  const actions = [
    action('bb'),
    action('a'),
    action('ccc', { superviseeRef: 'S2' }),
    action('dddd', { sessionId: 's1' }),
    action('eeeee'),
  ];
  const events = [
    event('eeeee'),
    event('a', { sessionId: 's1' }), // said in this session: it stays on its list
    event('bb', { outcome: 'carried' }),
    event('bb', { id: 'told', outcome: 'saidDone', reason: 'On Friday' }),
  ];
  const toReview = staffActionsToReview('S1', earlier, actions, events);
  expect(toReview.map((each) => each.action.id)).toEqual(['a', 'bb']);
  expect(toReview[1]).toMatchObject({ carried: 1, status: 'open', said: { reason: 'On Friday' } });
});
