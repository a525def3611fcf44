import { formatDate, formatDateTime, parseCalendarDate, toInstant } from '#domain/calendar-date.ts';
import {
  aspectLabel,
  caseSupervisionAnswers,
  meetingModes,
  noteAspects,
  sessionTypes,
} from '#domain/note-fields.ts';
import { absenceKinds, type ToldAbsence } from '#domain/records/response.ts';
import type { StaffSignature } from '#domain/records/signature.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import type { StaffRecord } from '#domain/records/staff-record.ts';
import { type Checked, withSignatures } from '#domain/signature-state.ts';

/**
 * The supervision notes of one session as plain text, for the supervision file. It takes a record of the
 * staff file and nothing else: no child's record is made from it.
 */
export function staffRecordText(
  record: StaffRecord,
  signatures: readonly Checked<StaffSignature>[] = [],
): string {
  const { finalisedAt, finalisedBy } = record;
  return joined([
    header(record),
    absences(record),
    gap(record, record.gap),
    reviewed(record),
    ...aspects(record, record.threePs),
    ...forStage(record),
    agreed(record),
    titled('Any other business', record.text),
    next(record),
    withSignatures(
      `Finalised at ${formatDateTime(toInstant(finalisedAt))} by ${finalisedBy}.`,
      signatures,
    ),
  ]);
}

/** Notes that are no record yet, or were finalised before there was one: every typed word is in it. */
export function staffNoteText(note: StaffNote): string {
  return joined([
    titled('Location', note.location),
    titled('Absences since last time', absenceLines(note)),
    gap(note, ''),
    ...note.settled.map(({ reason }) => titled('Why it is not done', reason)),
    ...aspects(note, false),
    ...forStage(note),
    ...note.actions.map(({ what, owner, byWhen }) =>
      titled('Action', [what, owner, byWhen].filter(Boolean).join('. ')),
    ),
    titled('Next meeting', note.nextMeetingOn),
    note.text,
  ]);
}

const joined = (blocks: readonly string[]) =>
  blocks.filter((block) => block.trim() !== '').join('\n\n');

const titled = (title: string, text: string) => (text.trim() === '' ? '' : `${title}\n${text}`);

const onDate = (iso: string): string => {
  const date = parseCalendarDate(iso);
  return date ? formatDate(date) : iso;
};

const labelOf = (options: readonly { value: string; label: string }[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? '';

function header(record: StaffRecord): string {
  const where = [labelOf(meetingModes, record.mode), record.location].filter(Boolean).join(', ');
  const type = labelOf(sessionTypes, record.sessionType);
  return [
    ...(record.synthetic ? ['SYNTHETIC: example data, not a real person'] : []),
    record.heading,
    ...(record.lateEntry ? ['Late entry'] : []),
    `${record.superviseeTerm || 'Practitioner'}: ${record.supervisee}`,
    `Supervisor: ${record.supervisor}`,
    `Date of supervision: ${onDate(record.meetingOn)}`,
    `Written: ${onDate(record.writtenOn)}`,
    ...(type ? [type] : []),
    ...(where ? [`Meeting: ${where}`] : []),
    `Cases: ${record.coverage.words}`,
  ].join('\n');
}

function absenceLine({ kind, from, to, detail }: ToldAbsence): string {
  const dates = [from, to].filter(Boolean).join(' to ');
  return `- ${[labelOf(absenceKinds, kind), dates, detail].filter(Boolean).join(': ')}`;
}

const absenceLines = (note: StaffNote): string =>
  note.absences.length === 0 && note.noAbsences
    ? 'None.'
    : note.absences.map(absenceLine).join('\n');

function absences(record: StaffRecord): string {
  const written = record.absencesWritten.map(absenceLine);
  const told = absenceLines(record);
  return joined([
    titled(`Absences since last time, as ${record.supervisee} wrote`, written.join('\n')),
    written.length === 0 && record.noAbsencesWritten
      ? titled(`Absences since last time, as ${record.supervisee} wrote`, 'None.')
      : '',
    titled('Absences since last time, as told in the session', told),
  ]);
}

function gap(note: StaffNote, months: string): string {
  return joined([
    titled(months === '' ? 'Gap in supervision' : `Gap in supervision: ${months}`, note.gapWhy),
    titled('Who covered', note.gapCover),
    titled('Passing cases on', note.gapReallocation),
  ]);
}

const outcomeWords = {
  '': 'Not said',
  done: 'Done',
  carried: 'Not done, carried forward',
  noLongerNeeded: 'No longer needed',
} as const;

function reviewed({ actionsReviewed }: StaffRecord): string {
  const lines = actionsReviewed.map(({ what, owner, outcome, reason }) => {
    const why = reason.trim() === '' ? '' : `. ${reason}`;
    return `- ${what} (${owner}): ${outcomeWords[outcome]}${why}`;
  });
  return titled('Actions from last time', lines.join('\n'));
}

function aspects(note: StaffNote, threePs: boolean): readonly string[] {
  return noteAspects.map((aspect) => {
    const { text, notCovered } = note[aspect.key];
    const withheld = aspect.key === 'support' && note.supportDetailWithheld;
    const lines = [
      text,
      withheld ? 'Discussed; detail not recorded at the worker’s request.' : '',
      notCovered.trim() === '' ? '' : `Not covered this time: ${notCovered}`,
    ];
    return titled(
      aspectLabel(aspect, threePs),
      lines.filter((line) => line.trim() !== '').join('\n'),
    );
  });
}

/** What is asked of a manager, and of somebody without cases. */
function forStage(note: StaffNote): readonly string[] {
  const { caseSupervisionCheck, caseSupervisionNote, thresholdDecisions } = note;
  const happening = [labelOf(caseSupervisionAnswers, caseSupervisionCheck), caseSupervisionNote];
  return [
    titled('Is case supervision happening in the team?', happening.filter(Boolean).join('. ')),
    titled('Threshold decisions', thresholdDecisions),
  ];
}

function agreed({ actionsAgreed }: StaffRecord): string {
  const lines = actionsAgreed.map(
    ({ what, owner, byWhen, dueOn }) => `- ${what}. Who: ${owner}. By: ${onDate(dueOn) || byWhen}`,
  );
  return titled('Actions agreed', lines.join('\n'));
}

function next({ nextMeetingOn, nextMeetingDate, nextDue }: StaffRecord): string {
  const typed = nextMeetingDate === '' ? nextMeetingOn : onDate(nextMeetingDate);
  return joined([titled('Next meeting', typed), nextDue === '' ? '' : `Supervision: ${nextDue}.`]);
}
