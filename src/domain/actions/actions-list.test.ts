import { describe, expect, it } from 'vitest';
import { type CalendarDate, toCalendarDate } from '#domain/dates/calendar-date.ts';
import { aChild, anAction, anAllocation } from '../../../test/builders.ts';
import { actionDue, byDay, matchesFilter, whoHas } from './actions-list.ts';

const today = toCalendarDate('2026-11-18'); // a Wednesday
const due = (dueOn: string, byWhen = dueOn, nextSessionOn?: CalendarDate) =>
  actionDue({ byWhen, dueOn, nextSessionOn, today });

describe('when an action is due', () => {
  it('[ALIST1] the day itself is not late, the next day is by one, and Sunday ends the week', () => {
    expect(due('2026-11-18')).toMatchObject({ when: 'thisWeek', words: 'Due today' });
    expect(due('2026-11-17')).toMatchObject({ when: 'overdue', words: 'Overdue by 1 day' });
    expect(due('2026-11-15')).toMatchObject({ when: 'overdue', words: 'Overdue by 3 days' });
    expect(due('2026-11-22')).toMatchObject({ when: 'thisWeek', words: '' });
    expect(due('2026-11-23')).toMatchObject({
      when: 'later',
      words: '',
      by: 'By 23 November 2026',
    });
  });

  it('[ALIST1] on a Sunday the week ends that day', () => {
    const on = (dueOn: string) =>
      actionDue({
        ...{ byWhen: '', dueOn, nextSessionOn: undefined },
        today: toCalendarDate('2026-11-22'),
      }).when;
    expect([on('2026-11-22'), on('2026-11-23')]).toEqual(['thisWeek', 'later']);
  });

  it('[ALIST2] words that are no date are shown as typed and never late', () => {
    expect(due('', 'when he is back')).toEqual({
      ...{ when: 'noDate', on: undefined, by: 'when he is back', words: '' },
    });
    expect(due('', ' ').by).toBe('No date');
  });

  it('[ALIST3] the next session is a day once there is one, and late once it was held', () => {
    expect(due('', 'next session')).toMatchObject({
      when: 'noDate',
      by: 'Next session: no date planned yet',
    });
    expect(due('', 'next session', toCalendarDate('2026-12-08'))).toMatchObject({
      when: 'later',
      by: 'Next session, 8 December 2026',
    });
    expect(due('', 'Next session', toCalendarDate('2026-11-16'))).toMatchObject({
      when: 'overdue',
      words: 'Overdue by 2 days',
    });
    // A day that was typed is a day, whatever session follows.
    expect(due('2026-11-23', '23 nov', toCalendarDate('2026-11-16')).when).toBe('later');
  });
});

const row = (dueOn: string, over: object = {}, worker = 'S1') => ({
  due: due(dueOn),
  worker,
  state: { action: anAction(over) },
});

it('[ALIST4] longest overdue first, no date last, the oldest of a day first', () => {
  const rows = [
    row('', { id: 'words' }),
    row('2026-11-25', { id: 'later' }),
    row('2026-11-16', { id: 'new', createdAt: '2026-10-02T10:00:00Z' }),
    row('2026-11-16', { id: 'old', createdAt: '2026-10-01T10:00:00Z' }),
    row('2026-10-16', { id: 'longest' }),
  ];
  expect(rows.toSorted(byDay).map(({ state }) => state.action.id)).toEqual([
    ...['longest', 'old', 'new', 'later', 'words'],
  ]);
});

it('each choice narrows the list: the worker, the owner however typed, and the day', () => {
  const everything = { worker: '', owner: '', when: '' } as const;
  const priya = row('2026-11-16', { owner: ' Priya  Shah' });
  const nobody = row('2026-11-20', { owner: 'The school' }, '');
  const chosen = (over: object) =>
    [priya, nobody].filter(matchesFilter({ ...everything, ...over }));
  expect(chosen({})).toEqual([priya, nobody]);
  expect(chosen({ worker: 'S1' })).toEqual([priya]);
  expect(chosen({ worker: 'none' })).toEqual([nobody]);
  expect(chosen({ owner: 'priya shah' })).toEqual([priya]);
  expect(chosen({ when: 'overdue' })).toEqual([priya]);
  expect(chosen({ when: 'thisWeek' })).toEqual([nobody]);
  expect(chosen({ when: 'thisWeek', worker: 'S1' })).toEqual([]);
});

it('[ALIST6] an action is with whoever has the child now; of a closed case with whoever had it last', () => {
  const before = anAllocation({ staffRef: 'S1', from: '2026-01-01', to: '2026-11-10' });
  const now = anAllocation({ staffRef: 'S2', from: '2026-11-10' });
  const other = anAllocation({ childRef: 'C2', staffRef: 'S3' });
  const child = aChild();
  expect(whoHas(child, [before, now, other], today)).toBe('S2');
  expect(whoHas(child, [before, other], today)).toBe('');
  expect(whoHas(aChild({ closedOn: '2026-11-17' }), [before, other], today)).toBe('S1');
  const ended = { ...now, to: '2026-11-17' };
  expect(whoHas(aChild({ closedOn: '2026-11-17' }), [before, ended], today)).toBe('S2');
  expect(whoHas(aChild({ closedOn: '2026-11-17' }), [other], today)).toBe('');
});
