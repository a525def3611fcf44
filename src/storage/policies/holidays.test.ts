import { expect, it } from 'vitest';
import { englandAndWalesHolidays, holidayOn } from '#domain/dates/bank-holidays.ts';
import { toCalendarDate as day } from '#domain/dates/calendar-date.ts';
import { computedHolidays } from '#domain/dates/computed-holidays.ts';
import { isWorkingDay } from '#domain/dates/working-days.ts';
import { aWorkspace, openAgain } from '../../../test/workspaces.ts';
import { holidaysOf } from './holidays.ts';
import { countClosures, forgetDay, holidayList, loadPublished, typeDay } from './store-holidays.ts';

const published = [...computedHolidays(2029)].map(([on, name]) => ({ on, name }));

it('until something is loaded or typed, the holidays are those the app ships', async () => {
  const workspace = await aWorkspace();
  expect(holidaysOf(workspace)).toBe(englandAndWalesHolidays);
  expect(holidayList(workspace)).toMatchObject({ typed: [], closuresCount: false });
});

it('what is loaded and typed is one list, kept, and put together once', async () => {
  const workspace = await aWorkspace();
  await loadPublished(workspace, published);
  const jubilee = { kind: 'added', on: day('2029-06-15'), name: 'Jubilee' } as const;
  expect(await typeDay(workspace, jubilee)).toBe('stored');
  expect(await typeDay(workspace, jubilee)).toBe('alreadyThere');
  const closed = { kind: 'closure', on: day('2026-12-29'), name: 'Offices closed' } as const;
  await typeDay(workspace, closed);
  const again = await openAgain(workspace);
  expect(holidayOn(jubilee.on, holidaysOf(again))?.name).toBe('Jubilee');
  expect(isWorkingDay(closed.on, holidaysOf(again))).toBe(true);
  await countClosures(again, true);
  expect(isWorkingDay(closed.on, holidaysOf(again))).toBe(false);
  expect(holidaysOf(again)).toBe(holidaysOf(again));
  expect(again.set.all('holidays').size).toBe(1);
});

it('a typed day can be taken back, and one kind puts the other right', async () => {
  const workspace = await aWorkspace();
  const on = day('2027-05-03');
  await typeDay(workspace, { kind: 'removed', on, name: '' });
  await typeDay(workspace, { kind: 'closure', on, name: 'Closed' });
  expect(isWorkingDay(on, holidaysOf(workspace))).toBe(true);
  await typeDay(workspace, { kind: 'added', on, name: 'Early May' });
  expect(holidayList(workspace).typed.map(({ kind }) => kind)).toEqual(['closure', 'added']);
  for (const { id } of holidayList(workspace).typed) await forgetDay(workspace, id);
  expect(holidayList(workspace).typed).toEqual([]);
  expect(holidayOn(on, holidaysOf(workspace))?.name).toBe('Early May');
});

it('loading another file keeps what was typed', async () => {
  const workspace = await aWorkspace();
  await typeDay(workspace, { kind: 'removed', on: day('2027-05-03'), name: '' });
  await loadPublished(workspace, published);
  await loadPublished(workspace, []);
  expect(holidayList(workspace)).toMatchObject({ published: [], publishedAt: workspace.now });
  expect(holidayList(workspace).typed).toHaveLength(1);
});
