import { countOf } from '#domain/count-words.ts';
import {
  addInterval,
  type CalendarDate,
  type Interval,
  parseCalendarDate,
} from '#domain/dates/calendar-date.ts';
import type { KeptKind, Periods } from '#domain/records/keeping.ts';

/** What each kind is called where its period is set, and in the list. */
export const keptKindWords: Readonly<
  Record<KeptKind, { readonly one: string; readonly many: string }>
> = {
  childRecord: { one: 'Child’s record', many: 'Children’s records of discussions' },
  groupRecord: { one: 'Child’s record of a group', many: 'Children’s records of groups' },
  childEntry: {
    one: 'Child’s record made outside a session',
    many: 'Children’s records made outside sessions',
  },
  childGap: {
    one: 'Gap in supervision on a child’s record',
    many: 'Gaps in supervision on children’s records',
  },
  childBroughtIn: {
    one: 'Child’s record brought in from before',
    many: 'Children’s records brought in from before',
  },
  staffNote: { one: 'Supervision notes', many: 'Supervision notes' },
  agreement: {
    one: 'Supervision agreement that was replaced',
    many: 'Supervision agreements that were replaced',
  },
  observation: { one: 'Observation', many: 'Observations' },
  monitoring: { one: 'Monitoring form', many: 'Monitoring forms' },
  cancellation: { one: 'Cancelled session', many: 'Cancelled sessions' },
  gap: { one: 'Gap in supervision', many: 'Gaps in supervision' },
  handoverNote: { one: 'Handover note', many: 'Handover notes' },
  entitlement: { one: 'Entitlement route', many: 'Entitlement routes that are settled' },
  answer: {
    one: 'Answer to the records of a session',
    many: 'Answers to the records of sessions',
  },
  extraRequest: {
    one: 'Request for extra supervision',
    many: 'Requests for extra supervision that are settled',
  },
  staffBroughtIn: {
    one: 'Supervision record brought in from before',
    many: 'Supervision records brought in from before',
  },
  preparation: {
    one: 'Preparation',
    many: 'Preparations of sessions that are over',
  },
  draft: { one: 'Unfinished draft', many: 'Drafts that were said not to be needed' },
};

/** As they are set: by the file that they belong to. */
export const keptGroups: readonly {
  readonly heading: string;
  readonly kinds: readonly KeptKind[];
}[] = [
  {
    heading: 'Children’s records',
    kinds: ['childRecord', 'groupRecord', 'childEntry', 'childGap', 'childBroughtIn'],
  },
  {
    heading: 'The supervision file',
    kinds: [
      'staffNote',
      'agreement',
      'observation',
      'monitoring',
      'cancellation',
      'gap',
      'handoverNote',
      'entitlement',
      'answer',
      'extraRequest',
      'staffBroughtIn',
    ],
  },
  { heading: 'Working papers', kinds: ['preparation', 'draft'] },
];

const units = { D: 'day', M: 'month', Y: 'year' } as const;
export type PeriodUnit = keyof typeof units;

export const periodUnits = [
  { value: 'Y', label: 'years' },
  { value: 'M', label: 'months' },
  { value: 'D', label: 'days' },
] as const;

/** `P6Y` taken apart; undefined for one that is not set or cannot be read. */
export function readPeriod(
  period: string,
): { readonly count: number; readonly unit: PeriodUnit } | undefined {
  const [, count = '', unit] = /^P([1-9]\d{0,4})([DMY])$/.exec(period) ?? [];
  return unit ? { count: Number(count), unit: unit as PeriodUnit } : undefined; // one of the three by the pattern
}

/** Of what was typed; '' where nothing was, undefined where it is no whole number above 0. */
export function periodOf(typed: string, unit: string): string | undefined {
  const count = typed.trim();
  if (count === '') return '';
  const period = `P${count}${unit}`;
  return readPeriod(period) ? period : undefined;
}

/** "6 years". */
export function periodWords(period: string): string {
  const read = readPeriod(period);
  return read ? countOf(read.count, units[read.unit]) : 'not set';
}

/** KEEP1: the first day on which it may be listed; undefined where no period is set or no day is held. */
export function listedFrom(on: string, period: string): CalendarDate | undefined {
  const day = parseCalendarDate(on);
  return day && readPeriod(period) ? addInterval(day, period as Interval) : undefined; // as read above
}

export interface PastPeriod {
  readonly since: CalendarDate;
  readonly setting: 'kind' | 'recorded';
  readonly period: string;
}

/** Each of these is put into the case system by itself (KEEP2). */
const recordedKinds: readonly KeptKind[] = ['childRecord', 'groupRecord', 'childEntry', 'childGap'];

/**
 * KEEP1, KEEP2: by which setting a record is past its period today: its kind's, counted from its own day,
 * or for a child's record the days since it was recorded in the case system. The earlier where both are.
 */
export function pastPeriod(
  record: { readonly kind: KeptKind; readonly on: string; readonly recordedOn: string },
  periods: Periods,
  today: CalendarDate,
): PastPeriod | undefined {
  const { kind, on, recordedOn } = record;
  const ofKind = listedFrom(on, periods[kind]);
  const ofRecorded = recordedKinds.includes(kind)
    ? listedFrom(recordedOn, periods.recorded)
    : undefined;
  const past: readonly PastPeriod[] = [
    ...(ofKind ? [{ since: ofKind, setting: 'kind', period: periods[kind] } as const] : []),
    ...(ofRecorded
      ? [{ since: ofRecorded, setting: 'recorded', period: periods.recorded } as const]
      : []),
  ];
  return past
    .filter(({ since }) => since <= today)
    .toSorted((a, b) => (a.since < b.since ? -1 : 1))
    .at(0);
}

/** "6 years after the day of it", "30 days after it was recorded". */
export const settingWords = ({
  setting,
  period,
}: Pick<PastPeriod, 'setting' | 'period'>): string =>
  setting === 'recorded'
    ? `${periodWords(period)} after it was recorded in the case system`
    : `${periodWords(period)} after its day`;
