import {
  dateInLondon,
  formatDate,
  formatTime,
  parseCalendarDate,
  parseInstant,
} from '#domain/dates/calendar-date.ts';
import {
  aspectLabel,
  caseSupervisionAnswers,
  meetingModes,
  noteAspects,
  sessionTypes,
} from '#domain/notes/note-fields.ts';
import {
  agendaFields,
  cpdAnswers,
  moreFields,
  standardsWords,
} from '#domain/notes/note-more-fields.ts';
import type { AspectKey, NoteTextKey, StaffNote } from '#domain/records/staff-note.ts';
import type { StaffRecord } from '#domain/records/staff-record.ts';
import { absenceKinds, type ToldAbsence } from '#domain/records/told-absence.ts';
import { agreedActionWords, ownerAfter } from './action-words.ts';

/** The parts that the text of supervision notes is put together from, in whatever order a policy has them. */
export const written = (blocks: readonly string[]) => blocks.filter((block) => block.trim() !== '');

export const joined = (blocks: readonly string[]) => written(blocks).join('\n\n');

export const titled = (title: string, text: string) =>
  text.trim() === '' ? '' : `${title}\n${text}`;

export const onDate = (iso: string): string => {
  const date = parseCalendarDate(iso);
  return date ? formatDate(date) : iso;
};

export const labelOf = (
  options: readonly { value: string; label: string }[],
  value: string,
): string => options.find((option) => option.value === value)?.label ?? '';

export const synthetic = (record: StaffRecord): readonly string[] =>
  record.synthetic ? ['SYNTHETIC: example data, not a real person'] : [];

export function header(record: StaffRecord): string {
  return [
    ...synthetic(record),
    record.heading,
    ...(record.lateEntry ? ['Late entry'] : []),
    `${record.superviseeTerm || 'Practitioner'}: ${record.supervisee}`,
    `Supervisor: ${record.supervisor}`,
    `Date of supervision: ${onDate(record.meetingOn)}`,
    `Written: ${onDate(record.writtenOn)}`,
    ...meeting(record),
    `Cases: ${record.coverage.words}`,
  ].join('\n');
}

/** What kind of session it was, where and how, and from when to when. */
export function meeting(record: StaffRecord): readonly string[] {
  const where = [labelOf(meetingModes, record.mode), record.location].filter(Boolean).join(', ');
  const type = labelOf(sessionTypes, record.sessionType);
  const times = (record.sittings ?? []).map((each) => timesOf(each, record.meetingOn));
  return [
    ...(type ? [type] : []),
    ...(where ? [`Meeting: ${where}`] : []),
    ...(times.length > 0 ? [`Time: ${times.join('; ')}`] : []),
  ];
}

/** "10:00am to 12:05pm"; with its day where that is not the day of the meeting. */
function timesOf({ from, to }: { from: string; to: string }, meetingOn: string): string {
  const [start, end] = [parseInstant(from), parseInstant(to)];
  if (!start) return '';
  const day = dateInLondon(start);
  const on = day === meetingOn ? '' : ` on ${formatDate(day)}`;
  return `${formatTime(start)}${end ? ` to ${formatTime(end)}` : ''}${on}`;
}

function absenceLine({ kind, from, to, detail }: ToldAbsence): string {
  const dates = [from, to].filter(Boolean).join(' to ');
  return `- ${[labelOf(absenceKinds, kind), dates, detail].filter(Boolean).join(': ')}`;
}

export const absenceLines = (note: StaffNote): string =>
  note.absences.length === 0 && note.noAbsences
    ? 'None.'
    : note.absences.map(absenceLine).join('\n');

/** As the practitioner wrote them before the session. */
export const absenceLinesWritten = (record: StaffRecord): string =>
  record.absencesWritten.length === 0 && record.noAbsencesWritten
    ? 'None.'
    : record.absencesWritten.map(absenceLine).join('\n');

export function absences(record: StaffRecord): readonly string[] {
  const own = absenceLinesWritten(record);
  const told = absenceLines(record);
  return [
    titled(`Absences since last time, as ${record.supervisee} wrote`, own),
    titled('Absences since last time, as told in the session', told),
  ];
}

/** NOTE14: one line for each, without a word of what was said there. */
export const groupsAttended = ({ groupsAttended: groups = [] }: StaffRecord): string =>
  titled(
    'Group supervision since last time',
    groups.map((group) => `- ${attendanceLine(group)}`).join('\n'),
  );

type Attended = NonNullable<StaffRecord['groupsAttended']>[number];

export function attendanceLine(group: Attended): string {
  const { on, name, facilitator, role, familySafeguarding, confidentialityAgreed } = group;
  const what = familySafeguarding ? 'Family Safeguarding group' : 'Group supervision';
  const parts = [
    [what, name].filter((text) => text.trim() !== '').join(', '),
    `facilitator ${facilitator}`,
    ...(role.trim() === '' ? [] : [`took part as ${role}`]),
    confidentialityAgreed ? 'boundaries of confidentiality agreed' : 'no agreement noted',
  ];
  return `${onDate(on)}: ${parts.join('; ')}`;
}

export function gap(note: StaffNote, months: string): readonly string[] {
  return [
    titled(months === '' ? 'Gap in supervision' : `Gap in supervision: ${months}`, note.gapWhy),
    titled('Who covered', note.gapCover),
    titled('Passing cases on', note.gapReallocation),
  ];
}

const outcomeWords = {
  '': 'Not said',
  done: 'Done',
  carried: 'Not done, carried forward',
  noLongerNeeded: 'No longer needed',
} as const;

type Reviewed = StaffRecord['actionsReviewed'][number];

function reviewedLine({ what, owner, outcome, reason }: Reviewed): string {
  const why = reason.trim() === '' ? '' : `. ${reason}`;
  return `- ${what}${ownerAfter(owner)}: ${outcomeWords[outcome]}${why}`;
}

export const reviewedLines = ({ actionsReviewed }: StaffRecord): string =>
  actionsReviewed.map(reviewedLine).join('\n');

/** Those of last time that are neither done nor given up. */
export const outstandingLines = ({ actionsReviewed }: StaffRecord): string =>
  actionsReviewed
    .filter(({ outcome }) => outcome === 'carried' || outcome === '')
    .map(reviewedLine)
    .join('\n');

export const reviewed = (record: StaffRecord): string =>
  titled('Actions from last time', reviewedLines(record));

export function aspects(note: StaffNote, threePs: boolean): readonly string[] {
  return noteAspects.flatMap(({ key }) => aspectBlocks(note, key, threePs));
}

/** One aspect; with professional development the standards that were worked on, and whether it is logged. */
export function aspectBlocks(note: StaffNote, key: AspectKey, threePs: boolean): readonly string[] {
  const blocks = noteAspects
    .filter((aspect) => aspect.key === key)
    .map((aspect) => {
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
  return key === 'development' ? [...blocks, ...learning(note)] : blocks;
}

const learning = (note: StaffNote): readonly string[] => [
  titled(
    'Social Work England standard 4',
    standardsWords(note)
      .map((words) => `- ${words}`)
      .join('\n'),
  ),
  titled('Is the learning logged as CPD?', labelOf(cpdAnswers, note.cpdLogged)),
];

/** What each brought (A2.6). */
export const brought = (note: StaffNote): readonly string[] =>
  agendaFields.map(({ key, label }) => titled(label, note[key]));

const depthWords: Readonly<Record<string, string>> = {
  inDepth: 'in depth',
  brief: 'brief check-in',
};

/** The agenda that both agreed: children by reference. */
export function agendaAgreed({ agendaAgreed: agreed, meetingOn }: StaffRecord): string {
  const at = agreed && parseInstant(agreed.at);
  if (!agreed || !at) return '';
  const day = dateInLondon(at);
  const on = day === meetingOn ? '' : ` on ${formatDate(day)}`;
  const items = agreed.items.map(({ reference, depth }) =>
    [reference, depthWords[depth]].filter(Boolean).join(', '),
  );
  return titled(
    `Agenda agreed at ${formatTime(at)}${on}`,
    items.length === 0 ? 'No children on it.' : items.map((item) => `- ${item}`).join('\n'),
  );
}

/** Everything else of A2 that was written; or those of it that are asked for. */
export const more = (
  note: StaffNote,
  keys: readonly NoteTextKey[] = moreFields.map(({ key }) => key),
): readonly string[] =>
  moreFields
    .filter(({ key }) => keys.includes(key))
    .map(({ key, label }) => titled(label, note[key]));

/** What is asked of a manager, and of somebody without cases. */
export function forStage(note: StaffNote): readonly string[] {
  const { caseSupervisionCheck, caseSupervisionNote, thresholdDecisions } = note;
  const happening = [labelOf(caseSupervisionAnswers, caseSupervisionCheck), caseSupervisionNote];
  return [
    titled('Is case supervision happening in the team?', happening.filter(Boolean).join('. ')),
    titled('Threshold decisions', thresholdDecisions),
  ];
}

export const agreedLines = ({ actionsAgreed }: StaffRecord): string =>
  actionsAgreed.map((action) => `- ${agreedActionWords(action)}`).join('\n');

export const agreed = (record: StaffRecord): string =>
  titled('Actions agreed', agreedLines(record));

const nextDate = ({ nextMeetingOn, nextMeetingDate }: StaffRecord): string =>
  nextMeetingDate === '' ? nextMeetingOn : onDate(nextMeetingDate);

const dueWords = ({ nextDue }: StaffRecord): string =>
  nextDue === '' ? '' : `Supervision: ${nextDue}.`;

export const next = (record: StaffRecord): readonly string[] => [
  titled('Next meeting', nextDate(record)),
  dueWords(record),
];

/** The same as one text. */
export const nextWords = (record: StaffRecord): string =>
  written([nextDate(record), dueWords(record)]).join('\n');
