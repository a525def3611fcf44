import {
  dateInLondon,
  formatDate,
  parseCalendarDate,
  parseInstant,
} from '#domain/dates/calendar-date.ts';
import type { BroughtIn, BroughtInKind } from '#domain/records/brought-in.ts';

export const broughtInLabels: Readonly<Record<BroughtInKind, string>> = {
  discussion: 'Supervision discussion',
  managementDecision: 'Management decision',
  notes: 'Supervision notes',
  agreement: 'Supervision agreement',
  other: 'Other record',
};

/** Of each file: a discussion is a child's, and notes and agreements are not. */
export const broughtInKindsOf = {
  child: ['discussion', 'managementDecision', 'other'],
  staff: ['notes', 'agreement', 'other'],
} as const satisfies Readonly<Record<'child' | 'staff', readonly BroughtInKind[]>>;

type Head = Pick<
  BroughtIn,
  'kind' | 'on' | 'onDate' | 'author' | 'text' | 'confirmedAt' | 'confirmedByName'
> &
  Partial<Pick<BroughtIn, 'withdrawnAt' | 'withdrawnWhy'>>;

export const broughtInTitle = ({ kind }: Pick<BroughtIn, 'kind'>): string =>
  kind === '' ? 'Record' : broughtInLabels[kind];

export const broughtInDay = ({ on, onDate }: Pick<BroughtIn, 'on' | 'onDate'>): string => {
  const date = parseCalendarDate(onDate);
  return date ? formatDate(date) : on;
};

/** BRIN3: "Brought in on 22 November 2026 by Sam Lee, not written in Footprint". */
export function broughtInLine({
  confirmedAt,
  confirmedByName,
}: Pick<BroughtIn, 'confirmedAt' | 'confirmedByName'>): string {
  const at = parseInstant(confirmedAt);
  const when = at ? `on ${formatDate(dateInLondon(at))} ` : '';
  return `Brought in ${when}by ${confirmedByName}, not written in Footprint`;
}

/** The record as text, in its parts: the head says what it is, and nothing of what was pasted is changed. */
export function broughtInBlocks(record: Head): readonly string[] {
  const { author, text, withdrawnAt = '', withdrawnWhy = '' } = record;
  const at = parseInstant(withdrawnAt);
  return [
    [
      broughtInLine(record),
      `${broughtInTitle(record)} of ${broughtInDay(record)}`,
      `Written by: ${author}`,
      ...(at ? [`Withdrawn on ${formatDate(dateInLondon(at))}: ${withdrawnWhy}`] : []),
    ].join('\n'),
    text,
  ];
}
