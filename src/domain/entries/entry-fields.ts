import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { SubjectWord } from '#domain/records/discussion-fields.ts';
import type { ChildEntryKind, EntryChannel, EntryDraft, EntryKind } from '#domain/records/entry.ts';

/** The texts of an entry that stand on its record under a label. */
export const entryTextKeys = [
  'asked',
  'text',
  'rationale',
  'risks',
  'experience',
  'firstVisitBy',
  'teams',
  'attendees',
  'nextOn',
] as const satisfies readonly (keyof EntryDraft)[];
export type EntryTextKey = (typeof entryTextKeys)[number];

export interface EntryField {
  readonly key: EntryTextKey;
  readonly input: 'longText' | 'line' | 'date';
  readonly label: (word: SubjectWord) => string;
  readonly hint?: string;
  /** What to do where it is empty; without it the field may be. */
  readonly missing?: string;
  /** Under "More": not asked of everybody. */
  readonly more?: true;
}

/** One kind of entry: its form, its record and its text are all made from this (A6, A6b, A6c, A6d). */
export interface EntryTable {
  /** "Management decision": in lists and in the timeline. */
  readonly name: string;
  /** The page's heading, and the link that leads to it. */
  readonly title: string;
  readonly on: { readonly label: string; readonly missing: string };
  /** Asked where a deadline runs in hours. */
  readonly time: boolean;
  readonly who: { readonly label: string; readonly missing: string; readonly isMe: boolean };
  /** A decision has its weight and its channel; nothing else here has. */
  readonly isDecision: boolean;
  readonly actions: boolean;
  readonly fields: readonly EntryField[];
  /** What it is worth, said where it might be taken for more. */
  readonly note?: string;
}

const plain = (label: string) => () => label;
const possessive = (word: SubjectWord) => `${word.charAt(0).toUpperCase()}${word.slice(1)}’s`;

const decisionFields: readonly EntryField[] = [
  {
    key: 'text',
    input: 'longText',
    label: plain('What was decided or advised'),
    missing: 'Write what was decided or advised',
  },
  {
    key: 'rationale',
    input: 'longText',
    label: plain('Why'),
    hint: 'The reasons, so that others can follow them later.',
    missing: 'Write why: a decision has its reasons',
  },
  { key: 'asked', input: 'longText', label: plain('What was asked, or what is new'), more: true },
  { key: 'risks', input: 'longText', label: plain('Risks and analysis'), more: true },
  {
    key: 'experience',
    input: 'longText',
    label: (word) => `${possessive(word)} experience and voice`,
    more: true,
  },
];

const allocationFields: readonly EntryField[] = [
  {
    key: 'text',
    input: 'longText',
    label: plain('Direction given'),
    missing: 'Write the direction that was given',
  },
  {
    key: 'risks',
    input: 'longText',
    label: plain('Initial risks'),
    missing: 'Write the initial risks',
  },
  {
    key: 'firstVisitBy',
    input: 'date',
    label: plain('First visit by'),
  },
];

const kitFields: readonly EntryField[] = [
  {
    key: 'teams',
    input: 'line',
    label: plain('Teams'),
    hint: 'All teams that support the family, adult services too.',
    missing: 'Write which teams met',
  },
  { key: 'attendees', input: 'line', label: plain('Who was there') },
  {
    key: 'text',
    input: 'longText',
    label: plain('Updates from each team'),
    missing: 'Write what each team said',
  },
  { key: 'nextOn', input: 'date', label: plain('Next meeting on') },
];

const checkFields: readonly EntryField[] = [
  {
    key: 'text',
    input: 'longText',
    label: plain('What was found'),
    hint: 'Whether the actions of the plan are being done.',
    missing: 'Write what was found',
  },
];

export const entryTables: Readonly<Record<ChildEntryKind, EntryTable>> = {
  managementDecision: {
    name: 'Management decision',
    title: 'Record a management decision',
    on: { label: 'Decided on', missing: 'Enter the day it was decided' },
    time: true,
    who: { label: 'Who decided', missing: 'Write who decided', isMe: true },
    isDecision: true,
    actions: true,
    fields: decisionFields,
  },
  allocation: {
    name: 'Allocation',
    title: 'Record an allocation',
    on: { label: 'Allocated on', missing: 'Enter the day of the allocation' },
    time: true,
    who: { label: 'Who allocated', missing: 'Write who allocated', isMe: true },
    isDecision: false,
    actions: false,
    fields: allocationFields,
  },
  kit: {
    name: 'KIT meeting',
    title: 'Record a KIT meeting',
    on: { label: 'Met on', missing: 'Enter the day of the meeting' },
    time: false,
    who: { label: 'Who led the meeting', missing: 'Write who led the meeting', isMe: true },
    isDecision: false,
    actions: true,
    fields: kitFields,
  },
  midwayCheck: {
    name: 'Midway check',
    title: 'Log a midway check',
    on: { label: 'Checked on', missing: 'Enter the day of the check' },
    time: false,
    who: { label: 'Who checked', missing: 'Write who checked', isMe: false },
    isDecision: false,
    actions: false,
    fields: checkFields,
    note: 'A midway check does not count as supervision',
  },
  gap: {
    name: 'Gap in supervision',
    title: 'Record a gap in supervision',
    on: { label: 'Written on', missing: 'Enter the day' },
    time: false,
    who: { label: 'Written by', missing: 'Write who wrote it', isMe: true },
    isDecision: false,
    actions: false,
    fields: [{ key: 'text', input: 'longText', label: plain('Gap') }],
  },
};

/** Where a decision was made (001:105), in the order they are offered. */
export const channelWords: Readonly<Record<EntryChannel, string>> = {
  inPassing: 'In passing',
  phone: 'By phone',
  message: 'By message',
  meetingOfPractitioners: 'ACRP',
  cpOrCinReview: 'CP or CIN review',
  initialPlanningMeeting: 'IPM',
  lookedAfterReview: 'CLA review',
  panel: 'Panel',
  other: 'Other',
};

/** ENTRY1: which of them this policy knows. A decision is recorded under each. */
export function entryKindsOf(profile: PolicyProfile): readonly EntryKind[] {
  const { child, recording, midwayCheck } = profile;
  const isAllocated =
    Boolean(recording?.allocationOversight) || (child.cohorts ?? []).some(({ first }) => first);
  return [
    'managementDecision',
    ...(isAllocated ? (['allocation'] as const) : []),
    ...(child.multiTeam ? (['kit'] as const) : []),
    ...(midwayCheck ? (['midwayCheck'] as const) : []),
  ];
}

/** ENTRY2: what the council files it under; a check of its own heading, though it is no supervision. */
export function entryHeading(profile: PolicyProfile, kind: ChildEntryKind): string {
  switch (kind) {
    case 'managementDecision':
      return profile.headings.managementDecision;
    case 'allocation':
      return `${profile.headings.managementDecision}: allocation`;
    case 'kit':
    case 'gap':
      return entryTables[kind].name;
    case 'midwayCheck':
      return profile.midwayCheck?.heading ?? entryTables.midwayCheck.name;
  }
}
