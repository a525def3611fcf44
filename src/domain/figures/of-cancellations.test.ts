import { expect, it } from 'vitest';
import { day, mosaic } from '../../../test/due-builders.ts';
import { askedOf, figure, said } from '../../../test/figure-builders.ts';

/** 12 and 25 November were cancelled; the first was planned again for the 19th and held then. */
const records = {
  planned: [
    { ref: 's1', plannedFor: day('2026-11-04'), heldOn: day('2026-11-04') },
    { ref: 's2', plannedFor: day('2026-11-19'), heldOn: day('2026-11-19') },
    { ref: 's3', plannedFor: day('2026-11-25') },
    { ref: 's4', plannedFor: day('2026-12-02') },
  ],
  cancelled: [
    {
      ref: 's2',
      plannedFor: day('2026-11-12'),
      because: 'Court',
      exceptional: true,
      rearrangedFor: day('2026-11-19'),
    },
    { ref: 's3', plannedFor: day('2026-11-25'), because: ' ' },
    { ref: 's5', plannedFor: day('2026-10-28'), because: 'Training' },
  ],
};

it('[FIG20] four planned days in November, two of them cancelled, each with why and its new date', () => {
  const found = figure('sessionsCancelled', askedOf(mosaic), records);
  expect(found).toMatchObject({ rule: 'R-43', clause: '004:42', counts: 'toLookAt' });
  expect(said(found)).toBe('2 of 4');
  expect(found.list.map(({ why }) => why)).toEqual([
    'Planned for 12 November 2026: cancelled: Court, an exceptional reason. New date 19 November 2026.',
    'Planned for 25 November 2026: cancelled: no reason is recorded. No new date.',
    'Planned for 4 November 2026: not cancelled.',
    'Planned for 19 November 2026: not cancelled.',
  ]);
});

it('[FIG17, FIG20] a cancelled day is a planned one that was not held, once', () => {
  const found = figure('plannedHeld', askedOf(mosaic), records);
  expect(said(found)).toBe('2 of 4');
  expect(found.list.map(({ why }) => why)).toContain(
    'Planned for 12 November 2026: cancelled: Court.',
  );
});

it('[FIG6, FIG20] a day ahead is in neither number, unless it was cancelled', () => {
  const asked = askedOf(mosaic, { today: '2026-11-18' });
  expect(said(figure('sessionsCancelled', asked, records))).toBe('2 of 3'); // the 4th, the 12th, the 25th
});

it('[FIG2, FIG20] where nothing can hold a cancellation it is not measured; with none, none of those planned', () => {
  const { planned } = records;
  expect(said(figure('sessionsCancelled', askedOf(mosaic), { planned }))).toBe(
    'Footprint holds no cancellations yet.',
  );
  expect(said(figure('sessionsCancelled', askedOf(mosaic), { planned, cancelled: [] }))).toBe(
    '0 of 3',
  );
  expect(said(figure('sessionsCancelled', askedOf(mosaic), { cancelled: [] }))).toBe(
    'No session was planned.',
  );
});
