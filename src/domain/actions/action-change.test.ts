import { expect, it } from 'vitest';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import {
  type ActionChange,
  type ActionCommand,
  missingForChange,
  partsOfChange,
} from './action-change.ts';

const today = toCalendarDate('2026-11-21');
const typed = (over: Partial<ActionChange> = {}): ActionChange => ({
  ...{ on: '', reason: '', owner: '', byWhen: '' },
  ...over,
});
const missing = (command: ActionCommand, over: Partial<ActionChange> = {}) =>
  missingForChange(command, typed(over), today).map(({ field, message }) => `${field}: ${message}`);

it('[ALIST5] each answer says what it still needs, and nothing else', () => {
  expect(missing('done')).toEqual(['on: Enter the day it was done']);
  expect(missing('done', { on: '31 feb' })).toEqual([
    'on: 31 February is not a real date. February has 28 or 29 days.',
  ]);
  expect(missing('done', { on: '22/11/2026' })).toEqual([
    'on: The day it was done must be today or in the past',
  ]);
  expect(missing('done', { on: 'today' })).toEqual([]);
  expect(missing('carried')).toEqual([
    'reason: Write why it is not done yet',
    'byWhen: Enter the new day',
  ]);
  expect(missing('carried', { reason: ' ', byWhen: '2 weeks' })).toHaveLength(1);
  expect(missing('carried', { reason: 'Ill', byWhen: 'when he is back' })).toEqual([]);
  expect(missing('noLongerNeeded')).toEqual(['reason: Write why it is no longer needed']);
  expect(missing('changed', { byWhen: 'friday' })).toEqual(['owner: Write who has the action']);
  expect(missing('changed', { owner: 'Dan' })).toEqual(['byWhen: Enter the new day']);
  expect([...missing('saidDone'), ...missing('saidNotDone')]).toEqual([]);
});

it('keeps the words as typed with the date that is read from them', () => {
  const all = typed({ on: 'friday', reason: ' Ill ', owner: ' Dan', byWhen: '2 weeks' });
  expect(partsOfChange('done', all, today)).toEqual({ on: '2026-11-20', reason: ' Ill ' });
  expect(partsOfChange('carried', all, today)).toEqual({
    ...{ on: today, reason: ' Ill ', byWhen: '2 weeks', dueOn: '2026-12-05' },
  });
  expect(partsOfChange('changed', { ...all, byWhen: 'next session' }, today)).toEqual({
    ...{ on: today, reason: ' Ill ', owner: ' Dan', byWhen: 'next session', dueOn: '' },
  });
  expect(partsOfChange('noLongerNeeded', all, today)).toEqual({ on: today, reason: ' Ill ' });
});
