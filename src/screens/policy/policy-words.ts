import { everyWords, parseInterval } from '#domain/due/interval.ts';
import { intervalChoices, type Mode } from '#domain/policies/profile-edit.ts';
import type { Strength } from '#domain/policies/profile-words.ts';
import type { ProfileVersion } from '#domain/records/profile-version.ts';
import type { SelectOption } from '#ui/select-field.tsx';

export const strengthWords: Record<Strength, string> = {
  must: 'Must',
  should: 'Should',
  aim: 'Aim',
  may: 'May',
  inferred: 'Footprint’s reading',
};

export const modeWords: Record<Mode, string> = {
  everyOpenCaseEachSession: 'Every open case, in each session',
  byCohort: 'By the child’s status, with an interval for each',
  allOrSample: 'All cases or a sample, with no interval for each child',
  none: 'No rule for each child',
};

export const originWords: Record<ProfileVersion['origin'], string> = {
  shipped: 'Came with Footprint',
  edited: 'Changed here',
  loaded: 'Loaded from a file',
};

export const headingLabels = {
  caseDiscussion: 'A child’s discussion',
  managementDecision: 'A decision outside supervision',
  staffNotes: 'The notes on the supervision file',
} as const;

export const termLabels = {
  supervisor: 'Supervisor',
  supervisee: 'Supervised person',
  agreement: 'Agreement',
  informal: 'Informal supervision',
  childRecord: 'The child’s record',
  staffRecord: 'The supervision file',
  notes: 'Notes of a session',
  caseDiscussion: 'Discussion of a case',
  lookedAfter: 'A child who is looked after',
  careLeaver: 'A care leaver',
} as const;

const named = (value: string, basis: 'rolling' | 'calendarMonth' = 'rolling'): string => {
  const interval = parseInterval(value);
  return interval ? everyWords(interval, basis) : value;
};

/** `current` too where it is none of the usual ones: a select must be able to show what is there. */
export function intervalOptions(current: string, none?: string): readonly SelectOption[] {
  const values = intervalChoices.includes(current) || current === '' ? [] : [current];
  return [
    ...(none === undefined ? [] : [{ value: '', label: none }]),
    ...[...intervalChoices, ...values].map((value) => ({ value, label: sentence(named(value)) })),
  ];
}

/** How often a worker is supervised: an interval from the last session, or once in a calendar month. */
export function supervisionOptions(current: string): readonly SelectOption[] {
  const usual = ['P1M calendarMonth', ...intervalChoices.map((value) => `${value} rolling`)];
  return [...usual, ...(usual.includes(current) ? [] : [current])].map((value) => {
    const [interval = '', basis] = value.split(' ');
    const counted = basis === 'calendarMonth' ? basis : 'rolling';
    return { value, label: sentence(named(interval, counted)) };
  });
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
