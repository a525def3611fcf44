import { describe, expect, it } from 'vitest';
import { englandAndWalesHolidays as holidays } from '#domain/dates/bank-holidays.ts';
import type { CalendarMonth } from '#domain/dates/calendar-date.ts';
import { CancellationRecord, finalOfCancellation } from '#domain/records/cancellation.ts';
import { aSession, loneSurrogates, ref } from '../../../test/builders.ts';
import { away, day, focusGroup, islington, mosaic } from '../../../test/due-builders.ts';
import { absenceWorkingDays } from './absence-length.ts';
import { missingToCancel } from './cancellation-missing.ts';
import { cancellationsIn, reasonWords } from './cancellations-in.ts';
import { carriedOver, isUntouched } from './carried-over.ts';
import { buildCancellation, type CancellationQuestion } from './finalise-cancellation.ts';

const aCancellation = (over: object = {}): CancellationRecord =>
  CancellationRecord.parse({
    id: 'x',
    kind: 'session',
    superviseeRef: 'priya',
    supervisorRef: 'sam',
    sessionId: 's1',
    plannedFor: '2026-11-25',
    cancelledBy: 'Sam Lee',
    cancelledOn: '24 November 2026',
    reason: 'court',
    exceptional: 'yes',
    rearrangedFor: '27 11 2026',
    createdAt: '2026-11-24T10:00:00.000Z',
    createdBy: 'sam',
    ...over,
  });

const asked = (
  over: object = {},
  more: Partial<CancellationQuestion> = {},
): CancellationQuestion => ({
  record: aCancellation(over),
  profile: mosaic,
  today: day('2026-11-24'),
  cover: { highRisk: false, absenceWorkingDays: 0 },
  by: 'Sam Lee',
  at: '2026-11-24T10:00:00.000Z',
  supervisor: 'Sam Lee',
  supervisee: 'Priya Shah',
  synthetic: false,
  newSessionId: 'new' as CancellationQuestion['newSessionId'],
  children: [
    { childRef: ref('C1'), dueOn: day('2026-11-26') },
    { childRef: ref('C2'), dueOn: day('2026-11-27') },
    { childRef: ref('C3'), dueOn: undefined },
  ],
  ...more,
});
const missing = (over: object = {}, more: Partial<CancellationQuestion> = {}) =>
  missingToCancel(asked(over, more)).map(({ path }) => path);

describe('what a cancellation still needs', () => {
  it('[CANCEL6] who, on which day, and a new day that is one', () => {
    expect(missing()).toEqual([]);
    expect(missing({ cancelledBy: ' ', cancelledOn: '' })).toEqual(['cancelledBy', 'cancelledOn']);
    expect(missing({ cancelledOn: '11/24/2026' })).toEqual(['cancelledOn']);
    expect(missing({ cancelledOn: '25 November 2026' })).toEqual(['cancelledOn']);
    expect(missing({ rearrangedFor: 'soon' })).toEqual(['rearrangedFor']);
    expect(missing({ rearrangedFor: '25 November 2026' })).toEqual(['rearrangedFor']);
  });

  it('[CANCEL6] with what the policy asks for, each field by its name', () => {
    expect(missing({ reason: '', exceptional: '', rearrangedFor: '' })).toEqual([
      'reason',
      'exceptional',
      'rearrangedFor',
    ]);
    expect(missing({ reason: 'other' })).toEqual(['otherReason']);
    expect(missing({ rearrangedFor: '', whyNotRearranged: 'Away until May' })).toEqual([]);
    expect(
      missing({ reason: '', exceptional: '', rearrangedFor: '' }, { profile: focusGroup }),
    ).toEqual([]);
    const cover = { highRisk: true, absenceWorkingDays: 0 };
    expect(missing({}, { profile: islington, cover })).toEqual(['coverConsidered']);
    expect(missing({ coverConsidered: 'Jo' }, { profile: islington, cover })).toEqual([]);
  });

  it('[CANCEL6] text that cannot be stored in a finished record is named, and two versions are', () => {
    for (const text of loneSurrogates)
      expect(missing({ whyNotRearranged: text })).toEqual(['whyNotRearranged']);
    expect(missing({ clashes: [{ path: 'reason' }] })).toEqual(['twoVersions']);
  });
});

describe('a cancellation that is recorded', () => {
  it('[CANCEL7] keeps the children at risk by reference, with their dates', () => {
    const built = buildCancellation(asked());
    expect(built).toMatchObject({
      outcome: 'built',
      exceptional: true,
      record: {
        file: 'staff',
        cancelledDate: '2026-11-24',
        rearrangedOn: '2026-11-27',
        newSessionId: 'new',
        atRisk: [{ childRef: 'C1', dueOn: '2026-11-26' }],
      },
    });
    const none = buildCancellation(asked({ rearrangedFor: '', whyNotRearranged: 'Away' }));
    expect(none).toMatchObject({
      record: {
        rearrangedOn: '',
        newSessionId: '',
        atRisk: [{ childRef: 'C1' }, { childRef: 'C2' }],
      },
    });
  });

  it('[CANCEL7] its text is canonical, opens again as itself, and keeps what it does not know', () => {
    const built = buildCancellation(asked({ later: 'kept', whyNotRearranged: ' é\n ' }));
    if (built.outcome !== 'built') throw new Error('not built');
    const again = CancellationRecord.parse(JSON.parse(built.text));
    expect(finalOfCancellation(again)).toEqual(built.record);
    expect(again).toMatchObject({ later: 'kept', whyNotRearranged: ' é\n ' });
    expect(finalOfCancellation(aCancellation())).toBeUndefined();
    expect(buildCancellation(asked({ cancelledBy: '' }))).toMatchObject({ outcome: 'missing' });
  });

  it('[CANCEL7] tells the clocks of an exceptional reason that is recorded, and of no other', () => {
    expect(buildCancellation(asked({ exceptional: 'no' }))).toMatchObject({ exceptional: false });
    const unsaid = asked({ exceptional: '' }, { profile: islington });
    expect(buildCancellation(unsaid)).toMatchObject({ outcome: 'built', exceptional: false });
  });
});

it('[CANCEL8] a month’s cancellations by the day planned, and neither a gap nor one put back', () => {
  const november = '2026-11' as CalendarMonth;
  const records = [
    aCancellation({ sessionId: 'late', plannedFor: '2026-11-30', cancelledOn: '1 December 2026' }),
    aCancellation({
      sessionId: 'early',
      plannedFor: '2026-11-02',
      finalisedAt: 'x',
      rearrangedOn: '2026-11-09',
    }),
    aCancellation({ sessionId: 'december', plannedFor: '2026-12-01' }),
    aCancellation({ sessionId: 'back', putBackAt: '2026-11-20T10:00:00Z' }),
    aCancellation({ kind: 'gap', sessionId: '' }),
    aCancellation({ sessionId: 'no day', plannedFor: '' }),
  ];
  expect(cancellationsIn(november, records)).toEqual([
    {
      ref: 'early',
      superviseeRef: 'priya',
      plannedFor: '2026-11-02',
      because: 'Court',
      exceptional: true,
      rearrangedFor: '2026-11-09',
      isRecorded: true,
    },
    expect.objectContaining({ ref: 'late', rearrangedFor: undefined, isRecorded: false }),
  ]);
  expect(reasonWords({ reason: 'other', otherReason: 'Flood' })).toBe('Flood');
  expect(reasonWords({ reason: 'other', otherReason: ' ' })).toBe('Something else');
  expect(reasonWords({ reason: '', otherReason: 'Flood' })).toBe('');
});

it('[CANCEL9] the new day takes over the agenda and not that it was agreed', () => {
  const agenda = [{ id: 'C1', childRef: 'C1', depth: 'inDepth', reason: 'Court soon' }];
  const session = aSession({
    status: 'cancelled',
    minutes: '90',
    coversPersonal: true,
    supervisorWants: 'Leave',
    agendaAgreedAt: '2026-11-20T10:00:00Z',
    agreedAgenda: agenda,
    agenda,
  } as Parameters<typeof aSession>[0]);
  expect(carriedOver(session)).toEqual({
    minutes: '90',
    coversPersonal: true,
    supervisorWants: 'Leave',
    agenda,
  });
  expect(isUntouched(session)).toBe(false);
  expect(isUntouched(aSession({ agenda: [], minutes: '', supervisorWants: '' }))).toBe(true);
});

it('[CANCEL10] working days, both ends included; one that is not over up to today', () => {
  const on = (date: string) => ({ from: day(date), to: day(date) });
  const days = (
    leave: readonly ReturnType<typeof away>[],
    at = '2026-11-25',
    today = '2026-11-25',
  ) => absenceWorkingDays({ leave, period: on(at), today: day(today), holidays });
  expect(days([])).toBe(0);
  expect(days([away('2026-11-16', '2026-11-29')])).toBe(10);
  expect(days([away('2026-11-16', '2026-11-30')])).toBe(11);
  expect(days([away('2026-11-02', '2026-11-24')])).toBe(0);
  expect(days([{ start: day('2026-11-16') }])).toBe(8);
  expect(days([{ start: day('2026-11-16') }], '2026-11-25', '2026-12-04')).toBe(15);
  expect(days([{ start: day('2026-11-16'), returnDate: day('2026-11-25') }], '2026-11-24')).toBe(7);
  expect(days([away('2026-11-25', '2026-11-25'), away('2026-11-23', '2026-11-27')])).toBe(5);
});
