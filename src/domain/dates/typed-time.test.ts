import { describe, expect, it } from 'vitest';
import { readTypedTime, timeAsTyped } from './typed-time.ts';

describe('a time as people type it', () => {
  it.each([
    ['2:41pm', 14, 41],
    ['2.41 PM', 14, 41],
    ['3pm', 15, 0],
    ['12am', 0, 0],
    ['12:05pm', 12, 5],
    ['14:41', 14, 41],
    ['1441', 14, 41],
    ['09:30', 9, 30],
    ['9:30', 9, 30],
    ['02:30', 2, 30],
    ['midday', 12, 0],
    ['midnight', 0, 0],
    [' 0:00 ', 0, 0],
  ] as const)('[TYPED11] %s is read', (text, hour, minute) => {
    expect(readTypedTime(text)).toEqual({ outcome: 'read', hour, minute });
  });

  it.each(['25:00', '2:75pm', '13pm', '0pm', 'soon', '3', '14'])(
    '[TYPED11] %s is refused',
    (text) => {
      expect(readTypedTime(text)).toMatchObject({ outcome: 'unreadable' });
    },
  );

  it('[TYPED12] 2:30 may be either half of the day, and a person says which', () => {
    expect(readTypedTime('2:30')).toEqual({
      outcome: 'unreadable',
      reason: 'Write 2:30am or 2:30pm',
    });
    expect(readTypedTime('6:59')).toMatchObject({ outcome: 'unreadable' });
    expect(readTypedTime('7:00')).toEqual({ outcome: 'read', hour: 7, minute: 0 });
  });

  it('[TYPED11] what the app fills in for now is read as now, and nothing typed is no time', () => {
    expect(timeAsTyped('2026-07-01T13:41:59.000Z')).toBe('2:41pm');
    expect(readTypedTime(timeAsTyped('2026-11-20T00:00:10.000Z'))).toMatchObject({ hour: 0 });
    expect(readTypedTime('  ')).toEqual({ outcome: 'empty' });
  });
});
