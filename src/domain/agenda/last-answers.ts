import { type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type {
  CaseFacts,
  CouncilFacts,
  Dynamic,
  LastRecordFacts,
} from '#domain/flags/case-facts.ts';
import type { Child } from '#domain/records/child.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import { lastRecordFacts } from './agenda-facts.ts';

/** What the flags read of the answers on a child's records (FACT9–FACT13 in ../RULES.md). */

export type Told = Pick<
  ChildRecord,
  'discussedOn' | 'depth' | 'context' | 'fields' | 'answers' | 'hypotheses' | 'group'
>;

interface Found<T> {
  readonly on: CalendarDate;
  readonly value: T;
}

type Read<T> = (record: Told) => T | undefined;

const dayOf = ({ discussedOn }: Told) => parseCalendarDate(discussedOn);

const newestFirst = (records: readonly Told[]): readonly Told[] =>
  records
    .filter((record) => dayOf(record) !== undefined)
    .toSorted((a, b) => (a.discussedOn < b.discussedOn ? 1 : -1));

const textAnswer =
  <Code extends string>(key: string): Read<Code> =>
  ({ answers }) => {
    const answer = answers?.[key];
    return typeof answer === 'string' ? (answer as Code) : undefined; // the draft schema knows no other codes
  };

/** The newest that says anything, however long ago. */
function lastSaid<T>(records: readonly Told[], read: Read<T>): Found<T> | undefined {
  for (const record of records) {
    const [value, on] = [read(record), dayOf(record)];
    if (value !== undefined && on) return { on, value };
  }
  return undefined;
}

/**
 * FACT9: an answer stands until it is given again. A brief check-in that leaves it empty was not asked and
 * says nothing of it; a discussion in depth that leaves it empty ends it.
 */
function standing<T>(records: readonly Told[], read: Read<T>): Found<T> | undefined {
  const alone = records.filter(({ context }) => context === 'oneToOne');
  const asked = alone.findIndex(({ depth }) => depth === 'inDepth');
  return lastSaid(asked < 0 ? alone : alone.slice(0, asked + 1), read);
}

const dynamicsOf: Read<readonly Dynamic[]> = ({ answers }) => {
  const ticked = answers?.dynamics;
  return Array.isArray(ticked) && ticked.length > 0 ? (ticked as readonly Dynamic[]) : undefined; // codes of the draft schema
};

const openHypothesesOf: Read<number> = ({ hypotheses }) =>
  hypotheses?.filter(({ status, statement }) => status === 'open' && statement.trim() !== '')
    .length;

/** FACT4, with the answers that stand at the last discussion; nothing until that is finalised. */
export function lastRecordOf(
  records: readonly Told[],
  lastFormalOn: CalendarDate | undefined,
): LastRecordFacts | undefined {
  // A group’s of the same day is no record of the one-to-one (FACT9).
  const alone = records.filter(({ context }) => context === 'oneToOne');
  const known = lastRecordFacts(alone, lastFormalOn);
  if (!known) return undefined;
  const told = newestFirst(alone).filter(({ discussedOn }) => discussedOn <= known.on);
  const drift = standing(told, textAnswer<'none' | 'some' | 'significant'>('driftDelay'));
  const dynamics = standing(told, dynamicsOf);
  return {
    ...known,
    childVoice: voiceOf(told, known),
    difference: standing(told, textAnswer<'made' | 'none' | 'unclear'>('difference'))?.value,
    driftDelay: drift?.value,
    driftNotedOn: drift?.on,
    dynamics: dynamics?.value,
    dynamicsOn: dynamics?.on,
    openHypotheses: standing(told, openHypothesesOf)?.value,
    complex: standing(told, textAnswer('complex'))?.value === 'yes' || undefined,
    threshold: standing(told, textAnswer<'stepUp' | 'hold' | 'stepDown' | 'close'>('threshold'))
      ?.value,
  };
}

/** FACT10: a brief check-in need not ask for the voice: it is missing when it is missing twice running. */
function voiceOf([last, before]: readonly Told[], { childVoice }: LastRecordFacts) {
  const isMissingBefore = before !== undefined && (before.fields.childVoice ?? '').trim() === '';
  return childVoice === 'empty' && last?.depth === 'brief' && !isMissingBefore
    ? undefined
    : childVoice;
}

/** FACT11: risk that a discussion recorded as higher, until a later one says otherwise. */
export function recordedRisk(records: readonly Told[]): CaseFacts['riskRaised'] {
  const risk = standing(newestFirst(records), textAnswer('riskLevel'));
  return risk?.value === 'higher' ? { on: risk.on, isRecorded: true } : undefined;
}

export const waitingFor = (records: readonly Told[]): string | undefined =>
  standing(newestFirst(records), ({ fields }) => fields.waitingFor?.trim() || undefined)?.value;

const vulnerabilities = [
  ['domesticAbuse', 'domestic abuse'],
  ['substanceMisuse', 'substance misuse'],
  ['mentalHealth', 'mental health'],
] as const;

/** FACT12: as it was last said, in a session or in a group. Nobody asks each month: unsaid is unchanged. */
export function trioPresentOf(records: readonly Told[]): CaseFacts['trioPresent'] {
  const newest = newestFirst(records);
  return vulnerabilities.flatMap(([key, words]) => {
    const read: Read<string> = (record) =>
      textAnswer(key)(record) ?? (record.group?.trio[key] || undefined);
    return lastSaid(newest, read)?.value === 'present' ? [words] : [];
  });
}

/** FACT13: "no" of somebody who checked, until the council's data hold a later day of it. */
export function checkedFacts(
  records: readonly Told[],
  { planOn, assessmentOn }: Child['facts'],
): Pick<CouncilFacts, 'planUpToDate' | 'assessmentUpToDate'> {
  const newest = newestFirst(records);
  const upToDate = (key: string, heldOn: string): boolean | undefined => {
    const said = lastSaid(newest, textAnswer<'yes' | 'no' | 'na'>(key));
    if (said?.value !== 'no') return said?.value === 'yes' || undefined;
    const held = parseCalendarDate(heldOn);
    return held && held > said.on ? undefined : false;
  };
  return {
    planUpToDate: upToDate('planInPlace', planOn),
    assessmentUpToDate: upToDate('assessmentCurrent', assessmentOn),
  };
}

/** The figure from 0 to 10 of one record, for what does not move (FLAG16). */
export function scaleOf(record: Told): number | undefined {
  const code = textAnswer('scaling')(record);
  return code === undefined ? undefined : Number(code);
}
