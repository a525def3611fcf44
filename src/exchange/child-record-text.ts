import { answeredFields } from '#domain/answered-fields.ts';
import {
  type CalendarDate,
  formatDate,
  formatDateTime,
  parseCalendarDate,
  toInstant,
} from '#domain/calendar-date.ts';
import type { ChildAmendment, ChildRecord } from '#domain/records/child-record.ts';
import type { ChildSignature } from '#domain/records/signature.ts';
import { type Checked, withSignatures } from '#domain/signature-state.ts';
import { groupBlocks } from './group-record-text.ts';

/**
 * One child's record as plain text for the case system, under the council's heading. It takes a record
 * of the child's file and nothing else: there is no way to hand it a staff record.
 */
export function childRecordText(
  record: ChildRecord,
  amendments: readonly ChildAmendment[],
  signatures: readonly Checked<ChildSignature>[] = [],
): string {
  const blocks = [
    header(record),
    ...groupBlocks(record),
    record.gap,
    ...(record.actionsReviewed.length > 0 ? [reviewed(record)] : []),
    revisited(record),
    ...written(record),
    decisions(record),
    actions(record),
    ...amendments.map(amended),
    footer(record, amendments, signatures),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

const onDate = (iso: string): string => {
  const date = parseCalendarDate(iso);
  return date ? formatDate(date) : iso;
};

function header(record: ChildRecord): string {
  const { child } = record;
  const born = child.dateOfBirth
    ? `Date of birth: ${onDate(child.dateOfBirth)}`
    : child.expectedOn
      ? `Expected date of birth: ${onDate(child.expectedOn)}`
      : 'Date of birth: not held';
  return [
    ...(record.synthetic ? ['SYNTHETIC: example data, not a real child'] : []),
    record.heading,
    ...(record.lateEntry ? ['Late entry'] : []),
    `Name: ${child.name}`,
    `Reference: ${child.reference || 'not known yet'}`,
    born,
    ...(child.status ? [`Status: ${child.status}`] : []),
    ...(record.siblings.length > 0 ? [`Brothers and sisters: ${record.siblings.join(', ')}`] : []),
    `Date of supervision: ${onDate(record.discussedOn)}`,
    ...(record.writtenOn ? [`Written: ${onDate(record.writtenOn)}`] : []),
    `Supervisor: ${record.supervisor}`,
    `Practitioner: ${record.practitioner}`,
    `Discussion: ${record.depth === 'brief' ? 'brief check-in' : 'in depth'}`,
    ...(record.onTrack ? [`Plan on track: ${record.onTrack}`] : []),
  ].join('\n');
}

const outcomeWords = {
  done: 'Done',
  carried: 'Not done, carried forward',
  noLongerNeeded: 'No longer needed',
} as const;

function reviewed({ actionsReviewed }: ChildRecord): string {
  const lines = actionsReviewed.map(({ what, owner, outcome, reason }) => {
    const why = reason.trim() === '' ? '' : `. ${reason}`;
    return `- ${what} (${owner}): ${outcomeWords[outcome]}${why}`;
  });
  return ['Actions from last time', ...lines].join('\n');
}

const revisitWords = {
  confirmed: 'Confirmed',
  changed: 'Changed',
  withdrawn: 'Withdrawn',
  notReached: 'Not reached, to be revisited at the next session',
} as const;

function revisited({ decisionsRevisited = [] }: ChildRecord): string {
  if (decisionsRevisited.length === 0) return '';
  const lines = decisionsRevisited.map(({ text, madeOn, outcome, note }) => {
    const why = note.trim() === '' ? '' : `. ${note}`;
    return `- ${text} (${onDate(madeOn)}): ${revisitWords[outcome]}${why}`;
  });
  return ['Decisions revisited', ...lines].join('\n');
}

function written(record: ChildRecord): readonly string[] {
  const { familySummary } = record;
  const own = answeredFields(record).map(({ label, text }) => `${label}\n${text}`);
  return familySummary.trim() === '' ? own : [`The family\n${familySummary}`, ...own];
}

function decisions({ decisions: made, noDecisions }: ChildRecord): string {
  if (made.length === 0) return noDecisions ? 'Decisions\nNone.' : '';
  const lines = made.map(({ text, rationale, significance, changesDirection }) => {
    const grave = significance === 'routine' ? '' : ` (${significance})`;
    const turn = changesDirection ? ' (changes the direction of the work)' : '';
    return `- ${text}${grave}${turn}\n  Reasons: ${rationale}`;
  });
  return ['Decisions', ...lines].join('\n');
}

function actions({ actions: agreed, noActions }: ChildRecord): string {
  if (agreed.length === 0) return noActions ? 'Actions agreed\nNone.' : '';
  const lines = agreed.map(
    ({ what, owner, byWhen, dueOn, immediateSafeguarding }) =>
      `- ${what}. Who: ${owner}. By: ${onDate(dueOn) || byWhen}${immediateSafeguarding ? ' (immediate safeguarding action)' : ''}`,
  );
  return ['Actions agreed', ...lines].join('\n');
}

function amended({ at, by, text, reason }: ChildAmendment): string {
  return `Amended at ${formatDateTime(toInstant(at))} by ${by}. Reason: ${reason}\n${text}`;
}

function footer(
  { finalisedAt, finalisedBy }: ChildRecord,
  amendments: readonly ChildAmendment[],
  signatures: readonly Checked<ChildSignature>[],
): string {
  const finalised = `Finalised at ${formatDateTime(toInstant(finalisedAt))} by ${finalisedBy}.`;
  return withSignatures(finalised, signatures, { isCorrected: amendments.length > 0 });
}

/** A file name with a reference and never a name. */
export function recordFileName(record: ChildRecord, on: CalendarDate): string {
  const reference = (record.child.reference || record.id.slice(0, 8)).replace(/[^\w-]/g, '_');
  return `supervision-${reference}-${on}.txt`;
}
