import { expect, it } from 'vitest';
import { bracknell, islington, swindon } from '../../../test/builders.ts';
import { clockWords, minutesGone, sessionLength, standingLengthWords } from './agenda-length.ts';

it('[AGENDA10] what was typed, in whole minutes, and otherwise what stands', () => {
  const policys = { minutes: 180, from: 'policy' };
  expect(sessionLength('', islington)).toEqual({ ...policys, unread: '' });
  expect(sessionLength('  203 ', islington)).toEqual({ minutes: 203, from: 'typed', unread: '' });
  expect(sessionLength('1440', islington)).toMatchObject({ minutes: 1440, from: 'typed' });
  expect(sessionLength('', bracknell)).toMatchObject({ minutes: 60, from: 'policy' });
  expect(sessionLength('', swindon)).toMatchObject({ minutes: 180, from: 'default' });
});

it.each(['0', '-5', '1441', '3 hours', '90.5', '1e2', '٣'])(
  '[AGENDA10] “%s” is no length: it is kept, and the policy’s counts',
  (text) => {
    const read = sessionLength(text, islington);
    expect(read).toEqual({ minutes: 180, from: 'policy', unread: text });
  },
);

it('[AGENDA10] the policy’s own is cited, the default is called so', () => {
  expect(standingLengthWords(islington)).toBe(
    '180 minutes (the policy’s: Islington 2016, 001:92-95)',
  );
  expect(standingLengthWords(swindon)).toBe('180 minutes (planner’s default)');
  const { src: _, ...session } = bracknell.session ?? {};
  expect(standingLengthWords({ ...bracknell, session })).toBe('60 minutes (the policy’s)');
});

const sitting = (startedAt: string, endedAt = '') => ({ startedAt, endedAt });

it('[AGENDA11] the time of the sittings, in whole minutes, without the pause', () => {
  const one = sitting('2026-11-20T10:00:00.000Z');
  const gone = (now: string, sittings = [one]) => minutesGone({ sittings }, now);
  expect(gone('2026-11-20T10:00:59.999Z')).toBe(0);
  expect(gone('2026-11-20T11:12:30.000Z')).toBe(72);
  const paused = [
    sitting('2026-11-20T10:00:00.000Z', '2026-11-20T10:40:30.000Z'),
    sitting('2026-11-23T09:00:00.000Z'),
  ];
  expect(gone('2026-11-23T09:20:30.000Z', paused)).toBe(61);
  // A clock that was set back takes nothing off what has gone.
  expect(gone('2026-11-20T09:00:00.000Z')).toBe(0);
});

it('[AGENDA11] is said beside the planned time', () => {
  expect(clockWords(72, 180)).toBe('1 hour 12 of 3 hours');
});
