import { expect, it } from 'vitest';
import {
  childDue,
  day,
  dayOn,
  due,
  event,
  held,
  islington,
  mosaic,
  workerDue,
} from '../../../test/due-builders.ts';

const inTeam = { familySafeguarding: true };
const group = (on: string) => event('group', on, { familySafeguarding: true });

it('[CHILD14] the group covers the child; the one-to-one does not ask for it again (C-5)', () => {
  const events = [group('2026-11-10')];
  const found = due(childDue(mosaic, '2026-11-20', { child: inTeam, events }));
  expect(found).toMatchObject({ dueOn: '2026-12-31', inEverySession: false });
  expect(found.words).toBe(
    'Due by 31 December 2026: every open case in each monthly group supervision ' +
      '(Council using Mosaic, no date in its text, 004:40)',
  );
  // A one-to-one discussion covers it too; another team's child is asked for in each.
  const formal = [event('formal', '2026-11-10')];
  expect(dayOn(childDue(mosaic, '2026-11-20', { child: inTeam, events: formal }))).toBe(
    '2026-12-31',
  );
  expect(childDue(mosaic, '2026-11-20', { events: formal })).toMatchObject({
    inEverySession: true,
  });
  expect(childDue(islington, '2026-11-20', { child: inTeam, events: formal })).toMatchObject({
    inEverySession: true,
  });
});

it('[CHILD14] opened after the group met: due with the next group, not with the one-to-one', () => {
  const child = { ...inTeam, openedOn: day('2026-11-16') };
  const asked = (over: object) => due(childDue(mosaic, '2026-11-20', { child, ...over }));
  expect(asked({ groupDays: [day('2026-11-10')] })).toMatchObject({
    dueOn: '2026-12-31',
    status: 'not_yet_due',
  });
  expect(asked({ workerSessions: held('2026-11-10') })).toMatchObject({ dueOn: '2026-11-30' });
});

it('[CHILD14] its worker has the monthly one-to-one all the same', () => {
  const sessions = held('2026-10-14');
  expect(dayOn(workerDue(mosaic, '2026-11-20', { sessions }))).toBe('2026-11-30');
});
