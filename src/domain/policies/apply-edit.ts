import type { Interval } from '#domain/dates/calendar-date.ts';
import { isShorter } from '#domain/due/interval.ts';
import { ownSource, type PolicyProfile } from './policy-profile.ts';
import {
  type CohortEdit,
  editOf,
  headingKeys,
  neededTerms,
  otherTerms,
  type ProfileEdit,
} from './profile-edit.ts';
import { valueAt } from './profile-faults.ts';

/** What a new version is called and from when it is in force. */
export interface Stamp {
  readonly id: string;
  readonly version: string;
  readonly effectiveFrom: PolicyProfile['effectiveFrom'];
}

interface Own {
  readonly src: string;
  readonly strength: ProfileEdit['strength'];
}

interface Change {
  /** A copy, changed in place here and nowhere else. */
  readonly next: PolicyProfile;
  readonly was: ProfileEdit;
  readonly edit: ProfileEdit;
  readonly own: Own;
}

/**
 * PROF15: the profile with what a person changed, each changed rule with the strength and source they
 * gave. The edit has been read without faults (`editFaults`).
 */
export function applyEdit(base: PolicyProfile, edit: ProfileEdit, stamp: Stamp): PolicyProfile {
  const { id, version, effectiveFrom } = stamp;
  const source = edit.source.trim();
  const change: Change = {
    next: structuredClone(base),
    was: editOf(base),
    edit,
    own: { src: source === '' ? ownSource : `${ownSource}: ${source}`, strength: edit.strength },
  };
  for (const part of [supervision, others, children, deadlines, session, words, name]) part(change);
  const { next } = change;
  return { ...next, id, version, ...(effectiveFrom ? { effectiveFrom } : {}) };
}

const hasChanged = ({ was, edit }: Change, key: keyof ProfileEdit): boolean =>
  was[key] !== edit[key];

const asNumber = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed));

/** A target after the must says nothing, so it goes with the interval that it stood before. */
function retimed<T extends { planningTarget?: Interval | undefined; note?: string | undefined }>(
  rule: T,
  interval: Interval,
): Omit<T, 'note' | 'planningTarget'> & { interval: Interval; planningTarget?: Interval } {
  const { note: _, planningTarget, ...rest } = rule;
  const target = planningTarget && isShorter(planningTarget, interval) ? { planningTarget } : {};
  return { ...rest, interval, ...target };
}

function supervision(change: Change): void {
  const { next, edit, own } = change;
  if (!hasChanged(change, 'supervision')) return;
  const [interval, basis] = edit.supervision.split(' ') as [Interval, 'rolling' | 'calendarMonth']; // chosen from a list of these
  next.worker.default = { ...retimed(next.worker.default, interval), basis, ...own };
  // "Every open case in each session" is counted by this interval, and cites a line of its own.
  if (edit.mode === 'everyOpenCaseEachSession') next.child.src = own.src;
}

interface Timed {
  interval?: Interval;
  reviewInterval?: Interval;
  basis?: string;
  strength?: string;
  reviewStrength?: string;
  src?: string;
  note?: string;
  planningTarget?: Interval;
}

function others({ next, was, edit, own }: Change): void {
  for (const { path, interval } of edit.others) {
    if (was.others.find((each) => each.path === path)?.interval === interval) continue;
    const parts = path.split('.');
    const rule = valueAt(next, parts.slice(0, -1)) as Timed; // the path of an interval that is there
    const chosen = interval as Interval; // chosen from a list of intervals
    rule.src = own.src;
    if (parts.at(-1) === 'reviewInterval') {
      rule.reviewInterval = chosen;
      rule.reviewStrength = own.strength;
      continue;
    }
    const { planningTarget } = rule;
    Object.assign(rule, { interval: chosen, strength: own.strength });
    delete rule.note;
    if (planningTarget && !isShorter(planningTarget, chosen)) delete rule.planningTarget;
    if (rule.basis === 'calendarMonth' && !/[MY]$/.test(chosen)) rule.basis = 'rolling';
  }
}

function children(change: Change): void {
  const { next, edit, own, was } = change;
  const { child } = next;
  if (hasChanged(change, 'mode')) {
    child.mode = edit.mode;
    child.src = own.src;
    next.everyOpenCaseEachSession = edit.mode === 'everyOpenCaseEachSession';
  }
  if (JSON.stringify(was.cohorts) !== JSON.stringify(edit.cohorts)) child.cohorts = cohorts(change);
  if (hasChanged(change, 'oversight')) {
    const floor = child.oversightFloor ?? {
      basis: 'rolling' as const,
      satisfiedBy: ['formal', 'group', 'oversight'],
    };
    const interval = edit.oversight as Interval; // chosen from a list of intervals
    child.oversightFloor = edit.oversight === '' ? null : { ...floor, interval, ...own };
  }
  if (hasChanged(change, 'groupCounts')) {
    const { resetsChildClockStrength: _, ...group } = next.group ?? { resetsWorkerClock: false };
    next.group = { ...group, ...own, resetsChildClock: edit.groupCounts };
  }
}

type Cohort = NonNullable<PolicyProfile['child']['cohorts']>[number];

function cohorts({ next, edit, own }: Change): Cohort[] {
  const held = next.child.cohorts ?? [];
  const codes = new Set(held.map(({ code }) => code));
  return edit.cohorts.map((row) => {
    const label = row.label.trim();
    const before = held.find(({ code }) => code === row.code && row.code !== '');
    if (!before) {
      const code = newCode(label, codes);
      codes.add(code);
      return { code, label, ...timed(row), ...own };
    }
    const { interval: _, ...rest } = before;
    if ((before.interval ?? '') === row.interval) return { ...before, label };
    const { intervalStrength: __, src, ...others } = rest;
    return { ...others, ...keepSource(before, src), label, ...timed(row), ...own };
  });
}

const timed = ({ interval }: CohortEdit) =>
  interval === '' ? {} : { interval: interval as Interval }; // chosen from a list of intervals

/** What stands beside the interval came from the line that the interval no longer comes from. */
function keepSource({ first, firstFull }: Cohort, src: string | undefined) {
  const cited = src === undefined ? {} : { src };
  return {
    ...(first ? { first: { ...cited, ...first } } : {}),
    ...(firstFull ? { firstFull: { ...cited, ...firstFull } } : {}),
  };
}

function newCode(label: string, taken: ReadonlySet<string>): string {
  const plain =
    label
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '') || 'STATUS';
  let code = plain;
  for (let n = 2; taken.has(code); n += 1) code = `${plain}_${n}`;
  return code;
}

function deadlines(change: Change): void {
  const { next, edit, own } = change;
  const recording = { ...next.recording };
  if (hasChanged(change, 'childRecordDays')) {
    const held = recording.childRecord ?? { from: 'sessionDate' };
    recording.childRecord = { ...held, ...own, workingDays: asNumber(edit.childRecordDays) };
  }
  if (hasChanged(change, 'staffNotesDays')) {
    const held = recording.staffNotes ?? { from: 'sessionDate' };
    recording.staffNotes = { ...held, ...own, workingDays: asNumber(edit.staffNotesDays) };
  }
  if (hasChanged(change, 'significantHours')) {
    const held = recording.significantOrUrgent ?? { from: 'decidedAt', clock: 'elapsed' };
    const hours = asNumber(edit.significantHours);
    recording.significantOrUrgent = hours === null ? null : { ...held, ...own, hours };
  }
  if (Object.keys(recording).length > 0) next.recording = recording;
  if (hasChanged(change, 'informalDays')) {
    const { workingDays: _, ...held } = next.informal ?? {};
    const workingDays = asNumber(edit.informalDays);
    next.informal = { ...held, ...own, ...(workingDays === null ? {} : { workingDays }) };
  }
}

function session(change: Change): void {
  const { next, edit, own } = change;
  const asked = { ...next.session };
  if (hasChanged(change, 'minutes')) Object.assign(asked, own, { minutes: asNumber(edit.minutes) });
  if (hasChanged(change, 'depths'))
    asked.depths = edit.depths === 'both' ? ['brief', 'inDepth'] : [edit.depths];
  if (hasChanged(change, 'agendaAtStart')) asked.agendaAtStart = edit.agendaAtStart;
  if (hasChanged(change, 'fourAspects')) asked.fourAspectsRequired = edit.fourAspects;
  if (Object.keys(asked).length > 0) next.session = asked;

  if (hasChanged(change, 'childInBrief')) {
    const kept = (next.briefRequires ?? []).filter((key) => key !== 'childExperience');
    next.briefRequires = edit.childInBrief ? [...kept, 'childExperience'] : kept;
    next.briefRequiresSrc = own.src;
  }
  // Its `src` is that of the review, which has an interval of its own.
  const { strength } = own;
  const agreement = next.agreement ?? { required: false };
  if (hasChanged(change, 'agreementRequired'))
    next.agreement = { ...agreement, required: edit.agreementRequired, requiredStrength: strength };
  if (hasChanged(change, 'signedBeforeFirst'))
    next.agreement = {
      ...(next.agreement ?? agreement),
      signedBeforeFirstSession: edit.signedBeforeFirst,
      signedStrength: strength,
    };
}

function words({ next, was, edit }: Change): void {
  for (const key of headingKeys) next.headings[key] = edit.headings[key];
  // PROF8: where there is a heading for decisions outside supervision, it is that one.
  const { managementDecision } = edit.headings;
  if (
    next.informal?.heading !== undefined &&
    managementDecision !== was.headings.managementDecision
  )
    next.informal = { ...next.informal, heading: managementDecision };
  for (const key of neededTerms) next.terms[key] = edit.terms[key];
  for (const key of otherTerms) {
    if (edit.terms[key] === was.terms[key]) continue;
    if (edit.terms[key].trim() === '') delete next.terms[key];
    else next.terms[key] = edit.terms[key];
  }
}

function name(change: Change): void {
  const { next, edit } = change;
  next.label = edit.label;
  if (!hasChanged(change, 'sourceName') && !hasChanged(change, 'year')) return;
  const year = asNumber(edit.year);
  const label = `${edit.sourceName}, ${year === null ? 'no date in its text' : year}`;
  next.source = { ...next.source, name: edit.sourceName, year, label };
}
