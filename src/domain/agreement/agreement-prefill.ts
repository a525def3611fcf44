import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { everyWords } from '#domain/due/interval.ts';
import type { Worker } from '#domain/due/worker.ts';
import { ruleOn, workerPhases } from '#domain/due/worker-phases.ts';
import { type StageRule, stageRule } from '#domain/due/worker-stage.ts';
import { cite, type PolicyProfile } from '#domain/policies/policy-profile.ts';
import { type FieldWords, ownWords, policyWords, type WordedField } from './agreement-words.ts';

export type PrefilledField = WordedField | 'frequency' | 'durationMinutes' | 'modelsUsed';

export interface Prefilled {
  readonly text: string;
  /** Whose words they are, said beside the field. */
  readonly source: string;
}

interface PrefillQuestion {
  readonly profile: PolicyProfile;
  readonly worker: Worker;
  readonly today: CalendarDate;
}

const ours = 'Footprint’s own words: change them.';

/** AGREE12: what a new agreement starts with under this policy, and where each text is from. */
export function prefilledWords(
  question: PrefillQuestion,
): Readonly<Record<PrefilledField, Prefilled>> {
  const { profile } = question;
  return {
    purpose: worded(profile, 'purpose'),
    frequency: frequency(question),
    durationMinutes: duration(profile),
    cancellationRule: worded(profile, 'cancellationRule'),
    agendaSetting: worded(profile, 'agendaSetting'),
    preparation: worded(profile, 'preparation'),
    modelsUsed: models(profile),
    recordingAndAccess: worded(profile, 'recordingAndAccess'),
    entitlement: worded(profile, 'entitlement'),
  };
}

function worded(profile: PolicyProfile, field: WordedField): Prefilled {
  const words: FieldWords = policyWords[profile.id]?.[field] ?? { own: ownWords[field] };
  const { policy, own } = words;
  const text = [policy?.text, own].filter(Boolean).join(' ');
  if (!policy) return { text, source: ours };
  const from = cite(profile, policy.clause);
  return { text, source: own === undefined ? fromPolicy(from) : partly(from, own) };
}

const fromPolicy = (from: string) => `Filled in from ${from}.`;

/** Which words are ours is said by how they begin: the text itself holds no mark of it. */
function partly(from: string, own: string): string {
  const opening = own.split(' ').slice(0, 3).join(' ');
  return `Filled in from ${from}. From “${opening}” on they are Footprint’s own words: change them.`;
}

type Phase = NonNullable<StageRule['phases']>[number];

/** The interval of the worker's stage in words: each phase where the policy has them (WORK5–WORK7). */
function frequency({ profile, worker, today }: PrefillQuestion): Prefilled {
  const stated = stageRule(profile, worker);
  const { interval, basis, clause } = ruleOn(workerPhases(profile, worker), today);
  const text = stated?.phases
    ? sentence(stated.phases.map(phaseWords).join(', then '))
    : `At least ${everyWords(interval, basis)}`;
  return { text, source: clause === null ? ours : fromPolicy(cite(profile, clause)) };
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

function phaseWords({ interval, basis = 'rolling', until }: Phase): string {
  const every = everyWords(interval, basis);
  if (!until) return every;
  if ('field' in until) {
    return until.field === 'sixMonthReviewDate'
      ? `${every} up to the six-month review`
      : `${every} until the day we agree`;
  }
  const length = everyWords(until.add, 'rolling').replace('every ', '');
  return `${every} for ${until.from === 'startDate' ? 'the first ' : ''}${length}`;
}

function duration(profile: PolicyProfile): Prefilled {
  const { minutes, src, plannerDefaultMinutes } = profile.session ?? {};
  if (minutes && src) return { text: String(minutes), source: fromPolicy(cite(profile, src)) };
  const text = plannerDefaultMinutes ? String(plannerDefaultMinutes) : '';
  return { text, source: text === '' ? '' : 'Footprint’s own number: change it.' };
}

function models({ terms, source }: PolicyProfile): Prefilled {
  const text = terms.practiceModel ?? '';
  const ideas = 'Such as Gibbs’ reflective cycle, Kolb, 4x4x4, systemic, Signs of Safety.';
  return { text, source: text === '' ? ideas : `Filled in from ${source.label}. ${ideas}` };
}
