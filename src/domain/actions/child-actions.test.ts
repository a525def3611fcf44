import { describe, expect, it } from 'vitest';
import { anAction, anEvent, ref } from '../../../test/builders.ts';
import { actionState, actionsToReview, type Origin, openActionsOf } from './child-actions.ts';

const at = (day: string) => `2026-${day}T10:00:00.000Z`;

it('[ACT1] an action is what its latest event says, whatever the order events are held in', () => {
  const carried = anEvent({ id: '1', outcome: 'carried', at: at('10-20') });
  const done = anEvent({ id: '2', outcome: 'done', at: at('11-20') });
  const other = anEvent({ id: '3', actionId: 'a2', outcome: 'withdrawn', at: at('12-20') });
  for (const events of [
    [carried, done, other],
    [other, done, carried],
  ]) {
    const state = actionState(anAction(), events);
    expect(state).toMatchObject({ status: 'done', carried: 1, lastEvent: { id: '2' } });
  }
  expect(actionState(anAction(), [])).toMatchObject({ status: 'open', lastEvent: undefined });
});

it('[ACT1] no longer needed and withdrawn close it; something said later opens it again', () => {
  const status = (...outcomes: string[]) =>
    actionState(
      anAction(),
      outcomes.map((outcome, i) => anEvent({ id: `${i}`, outcome, at: at(`10-${20 + i}`) })),
    ).status;
  expect(status('noLongerNeeded')).toBe('noLongerNeeded');
  expect(status('withdrawn')).toBe('withdrawn');
  expect(status('done', 'carried')).toBe('open');
});

it('[ACT2] each session that carried it counts', () => {
  const events = ['10-20', '11-20', '12-18'].map((day, i) =>
    anEvent({ id: `${i}`, sessionId: `s${i + 1}`, outcome: 'carried', at: at(day) }),
  );
  expect(actionState(anAction(), events)).toMatchObject({ status: 'open', carried: 3 });
});

it('[ACT5] owner and day are those that were named last; what was agreed stays as it was', () => {
  const action = anAction();
  const events = [
    anEvent({ id: '1', outcome: 'carried', byWhen: '4 dec', dueOn: '2026-12-04', at: at('11-01') }),
    anEvent({
      id: '2',
      outcome: 'changed',
      owner: 'Dan',
      byWhen: 'soon',
      dueOn: '',
      at: at('11-02'),
    }),
    anEvent({ id: '3', outcome: 'carried', reason: 'Still ill', at: at('11-03') }),
    anEvent({ id: '4', outcome: 'saidNotDone', at: at('11-04') }),
  ];
  const state = actionState(action, events);
  expect(state.action).toEqual({ ...action, owner: 'Dan', byWhen: 'soon', dueOn: '' });
  expect(state).toMatchObject({ status: 'open', carried: 2 });
  expect(actionState(action, events.slice(0, 1)).action).toEqual({
    ...action,
    byWhen: '4 dec',
    dueOn: '2026-12-04',
  });
  expect(action).toEqual(anAction());
});

it('[ACT6] what was undone counts for nothing, whatever it said', () => {
  const carried = { id: '1', outcome: 'carried', byWhen: '4 dec', dueOn: '2026-12-04' };
  const events = [
    anEvent({ ...carried, at: at('11-01') }),
    anEvent({ id: '2', outcome: 'done', at: at('11-02') }),
    anEvent({ id: '3', outcome: 'undone', undoes: '2', at: at('11-03') }),
  ];
  expect(actionState(anAction(), events)).toMatchObject({
    status: 'open',
    carried: 1,
    lastEvent: { id: '1' },
  });
  const both = [...events, anEvent({ id: '4', outcome: 'undone', undoes: '1', at: at('11-04') })];
  const state = actionState(anAction(), both);
  expect(state).toMatchObject({ status: 'open', carried: 0, lastEvent: undefined });
  expect(state.action.dueOn).toBe('2026-11-27');
});

it('[ACT4] what the practitioner said beforehand is kept and settles nothing', () => {
  const carried = anEvent({ id: '1', outcome: 'carried', at: at('10-20') });
  const said = anEvent({ id: '2', outcome: 'saidDone', at: at('11-19') });
  expect(actionState(anAction(), [carried, said])).toMatchObject({
    status: 'open',
    lastEvent: { id: '1' },
    said: { id: '2' },
  });
  const done = anEvent({ id: '3', outcome: 'done', at: at('11-18') });
  expect(actionState(anAction(), [done, said]).status).toBe('done');
});

it('open actions follow the child, oldest first', () => {
  const actions = [
    anAction({ id: 'new', createdAt: at('11-01') }),
    anAction({ id: 'old', createdAt: at('09-01') }),
    anAction({ id: 'done', createdAt: at('08-01') }),
    anAction({ id: 'other', childRef: 'C2' }),
  ];
  const open = openActionsOf(ref('C1'), actions, [anEvent({ actionId: 'done' })]);
  expect(open.map(({ action }) => action.id)).toEqual(['old', 'new']);
});

describe('[ACT3] the actions a session goes through', () => {
  const isEarlier = ({ sessionId, at: writtenAt }: Origin) =>
    sessionId === 's0' || (sessionId === 'unknown' && writtenAt < at('11-20'));
  const review = (actions = [anAction()], events: ReturnType<typeof anEvent>[] = []) =>
    actionsToReview(ref('C1'), isEarlier, actions, events).map(({ action }) => action.id);

  it('[ACT3] what the session itself says of one does not take it off its own list', () => {
    expect(review([anAction()], [anEvent({ sessionId: 's1', at: at('11-20') })])).toEqual(['a1']);
  });

  it('[ACT3] its own new actions are not among them', () => {
    expect(review([anAction({ sessionId: 's1' })])).toEqual([]);
  });

  it('[ACT3] one settled before is not among them', () => {
    expect(review([anAction()], [anEvent({ at: at('11-01') })])).toEqual([]);
  });

  it('[ACT3] a later session changes nothing for a record that is finalised after it', () => {
    const later = anAction({ id: 'later', sessionId: 's2', createdAt: at('12-18') });
    const settledLater = anEvent({ sessionId: 's2', at: at('12-18') });
    expect(review([anAction(), later], [settledLater])).toEqual(['a1']);
  });

  it('[ACT3] what an earlier session wrote late still counts: added, or withdrawn', () => {
    expect(review([anAction({ createdAt: at('11-25') })])).toEqual(['a1']);
    expect(review([anAction()], [anEvent({ outcome: 'withdrawn', at: at('11-25') })])).toEqual([]);
  });

  it('[ACT3] where the session is not known, the time of writing tells', () => {
    const unknown = { sessionId: 'unknown' };
    expect(review([anAction({ ...unknown, createdAt: at('11-01') })])).toEqual(['a1']);
    expect(review([anAction({ ...unknown, createdAt: at('12-01') })])).toEqual([]);
    expect(review([anAction()], [anEvent({ ...unknown, at: at('11-01') })])).toEqual([]);
    expect(review([anAction()], [anEvent({ ...unknown, at: at('12-01') })])).toEqual(['a1']);
  });
});
