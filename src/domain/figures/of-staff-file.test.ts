import { describe, expect, it } from 'vitest';
import { day, focusGroup, islington, swindon } from '../../../test/due-builders.ts';
import { askedOf, figure, said } from '../../../test/figure-builders.ts';
import type { WorkerRecords } from './figure-facts.ts';

type Over = Partial<WorkerRecords>;

describe('the agreement', () => {
  const agreement = (over: Over, month = '2028-11') =>
    figure('agreementInDate', askedOf(swindon, { month, today: '2029-06-01' }), over);
  const since = (on: string, ...reviews: readonly string[]) => ({
    agreements: [{ since: day(on), reviewedOn: reviews.map(day) }],
  });

  it('[FIG11] in force and reviewed within twelve months, on the month’s last day', () => {
    expect(agreement(since('2027-11-30'))).toMatchObject({
      rule: 'R-37',
      clause: '000:202',
      numerator: 1,
      list: [{ why: 'In force since 30 November 2027; review due by 30 November 2028.' }],
    });
    expect(agreement(since('2027-11-29')).list).toMatchObject([
      {
        counted: false,
        dueOn: '2028-11-29',
        why: 'In force since 29 November 2027; review was due by 29 November 2028.',
      },
    ]);
    expect(said(agreement(since('2027-11-29', '2028-10-02')))).toBe('1 of 1');
    expect(said(agreement(since('2027-11-29', '2028-12-02')))).toBe('0 of 1'); // reviewed after it
  });

  it('[FIG2] the month in which Footprint started is measured, were it by its last day alone', () => {
    const on = (footprintStartedOn: string) =>
      said(
        figure('agreementInDate', askedOf(swindon), {
          footprintStartedOn: day(footprintStartedOn),
        }),
      );
    expect(on('2026-11-30')).toBe('0 of 1');
    expect(on('2026-12-01')).toContain('Not measured before 1 December 2026');
  });

  it('[FIG11] none in force is not in date; one that came later was not yet', () => {
    expect(agreement({}).list).toMatchObject([
      { counted: false, why: 'No Supervision Agreement was in force.' },
    ]);
    expect(said(agreement(since('2028-12-01')))).toBe('0 of 1');
    const both = [...since('2026-11-01').agreements, ...since('2028-11-05').agreements];
    expect(said(agreement({ agreements: both }))).toBe('1 of 1');
    expect(said(figure('agreementInDate', askedOf(focusGroup), {}))).toContain(
      'asks for no agreement',
    );
  });
});

describe('observations', () => {
  const observed = (over: Over, month = '2027-11', today = '2027-12-15') =>
    figure('directObservation', askedOf(swindon, { month, today }), over);

  it('[FIG11] a direct observation in the last twelve months (R-40)', () => {
    expect(observed({ observedOn: [day('2026-11-30')] })).toMatchObject({
      numerator: 1,
      clause: '000:105',
      list: [{ why: 'Last on 30 November 2026; the next due by 30 November 2027.' }],
    });
    expect(said(observed({ observedOn: [day('2026-11-29')] }))).toBe('0 of 1');
    expect(said(observed({ observedOn: [day('2027-12-01'), day('2026-11-29')] }))).toBe('0 of 1');
    const started = { worker: { stage: 'default', startedOn: day('2026-11-16') } as const };
    expect(observed({ ...started, observedOn: [] }).list).toMatchObject([
      { counted: false, why: 'None is held; the next was due by 16 November 2027.' },
    ]);
  });

  it('[FIG2] not measured while no date is held, nothing holds them, or nobody asks', () => {
    expect(said(observed({}))).toBe('Footprint holds no observations yet.');
    expect(said(observed({ observedOn: [] }, '2026-11'))).toBe(
      'No date held: not measured before 3 August 2027.',
    );
    expect(said(observed({ observedOn: [] }))).toBe('0 of 1'); // a year after Footprint started
    expect(said(figure('directObservation', askedOf(islington), {}))).toContain(
      'asks for no direct observation',
    );
  });

  it('[FIG11] and by the year from April to March (C-17)', () => {
    const year = (month: string, ...days: readonly string[]) =>
      said(
        figure('observedThisYear', askedOf(swindon, { month, today: '2028-06-01' }), {
          observedOn: days.map(day),
        }),
      );
    expect(year('2027-11', '2027-04-01')).toBe('1 of 1');
    expect(year('2027-11', '2027-03-31')).toBe('0 of 1');
    expect(year('2028-03', '2027-04-01')).toBe('1 of 1');
    expect(year('2028-04', '2027-04-01')).toBe('0 of 1');
    // The year had begun before Footprint did: what was observed then is not known.
    expect(year('2026-11')).toBe(
      'No date held: what was observed before 3 August 2026 is not known.',
    );
    expect(year('2026-11', '2026-09-01')).toBe('1 of 1');
  });

  it('[FIG11] of those who supervise others, every three months (R-41)', () => {
    const of = (over: Over) => said(figure('observationOfSupervision', askedOf(swindon), over));
    expect(of({})).toBe('Asked only of those who supervise others.');
    expect(of({ supervises: true })).toBe('Footprint holds no observations yet.');
    expect(of({ supervises: true, supervisingObservedOn: [day('2026-08-30')] })).toBe('1 of 1');
    expect(of({ supervises: true, supervisingObservedOn: [day('2026-08-29')] })).toBe('0 of 1');
  });
});
