import type { CalendarDate, Interval } from '#domain/dates/calendar-date.ts';
import type { DueAnswer } from '#domain/due/due-result.ts';
import { everyWords } from '#domain/due/interval.ts';
import { cited, countingFrom, periodEnd } from '#domain/due/interval-rule.ts';
import { type Asked, makeDue, notDue } from '#domain/due/make-due.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Strength } from '#domain/policies/profile-words.ts';

/** A sample with all that is needed to draw it again. */
export interface AuditSample {
  readonly seed: string;
  /** How many were asked for, and of how many they were drawn. */
  readonly size: number;
  readonly of: number;
  /** Ids, in the order they were drawn. */
  readonly drawn: readonly string[];
}

/**
 * AUDIT1, AUDIT2 (R-62, 000:268): a random sample that the same seed and the same records give again, in
 * whatever order the records come. Each is drawn at most once; where there are too few, all of them.
 */
export function auditSample(question: {
  readonly records: readonly { readonly id: string }[];
  readonly size: number;
  readonly seed: string;
}): AuditSample {
  const { records, size, seed } = question;
  const ids = [...new Set(records.map(({ id }) => id))].sort();
  const next = randomFrom(seed);
  const left = [...ids];
  const drawn: string[] = [];
  while (drawn.length < size && left.length > 0) {
    drawn.push(...left.splice(Math.floor(next() * left.length), 1));
  }
  return { seed, size, of: ids.length, drawn };
}

/** Numbers from 0 to 1, the same on every device: mulberry32 over the FNV-1a hash of the seed. */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The supervisor's monitoring form, the audit of quality each month, the audit of a theme each year. */
export type AuditKind = 'monitoring' | 'monthlyAudit' | 'thematicAudit';

interface AuditQuestion extends Asked {
  readonly kind: AuditKind;
  readonly lastOn?: CalendarDate | undefined;
  readonly footprintStartedOn?: CalendarDate | undefined;
}

/**
 * When an audit is next due (AUDIT3, AUDIT4; ). What is monthly belongs to a calendar month and
 * is due by the last day of the month after the last one; a theme twelve months after the last.
 */
export function auditDue(question: AuditQuestion): DueAnswer {
  const { profile, kind, lastOn, footprintStartedOn } = question;
  const stated = statedFor(profile, kind);
  if (!stated) return notDue(`${profile.source.name} asks for no ${words[kind]}.`);
  const countedFrom = countingFrom({ last: lastOn, footprintStartedOn });
  if (!countedFrom) return notDue('No date held, and no day to count from.');
  const basis = kind === 'thematicAudit' ? 'rolling' : 'calendarMonth';
  return makeDue(question, {
    rule: { rule: stated.rule, ...cited(stated.src, stated.strength) },
    what: `${words[kind]} ${everyWords(stated.interval, basis)}`,
    dueOn: periodEnd({ interval: stated.interval, basis }, countedFrom),
    countedFrom,
  });
}

const words: Readonly<Record<AuditKind, string>> = {
  monitoring: 'monitoring of supervision',
  monthlyAudit: 'audit of the quality of supervision',
  thematicAudit: 'audit of one theme',
};

interface Stated {
  readonly rule: string;
  readonly interval: Interval;
  readonly src?: string | undefined;
  readonly strength?: Strength | undefined;
}

function statedFor({ monitoring }: PolicyProfile, kind: AuditKind): Stated | undefined {
  const { interval, intervalStrength, monthlyAudit, thematicAudit, src, strength } =
    monitoring ?? {};
  switch (kind) {
    case 'monitoring':
      return interval && { rule: 'R-42', interval, src, strength: intervalStrength ?? strength };
    case 'monthlyAudit':
      return monthlyAudit && { rule: 'R-62', ...monthlyAudit };
    case 'thematicAudit':
      return thematicAudit && { rule: 'R-62', interval: thematicAudit, src, strength };
  }
}
