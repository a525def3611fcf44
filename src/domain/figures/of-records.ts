import { monthsWords } from '#domain/cancellations/gap-line.ts';
import { formatDate } from '#domain/dates/calendar-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { recordingState } from '#domain/recording/recording-state.ts';
import {
  type Figure,
  type FigureId,
  type FigureItem,
  makeFigure,
  type RuleOfFigure,
} from './figure.ts';
import type { RecordDue, WorkerRecords } from './figure-facts.ts';
import { daysOf, type FigureQuestion, isIn, profileOfMonth } from './figure-month.ts';

interface RecordFound {
  readonly state: 'inTime' | 'late' | 'toCome' | 'noDeadline';
  readonly item: FigureItem;
}

/** FIG10: a record against its deadline, by the function that every screen asks (REC11–REC13). */
function found(question: FigureQuestion, record: RecordDue, worker: string): RecordFound {
  const { ref, on, deadline, recordedOn } = record;
  const { today: now, holidays } = question;
  const { status, words } = recordingState({ deadline, recordedOn, now, holidays });
  const state = stateOf(status);
  const due = deadline.status === 'due' ? { dueOn: deadline.dueOn } : {};
  const item = { ref, worker, ...due, counted: state === 'inTime' };
  return { state, item: { ...item, why: `Of ${formatDate(on)}: ${words}.` } };
}

function stateOf(status: ReturnType<typeof recordingState>['status']): RecordFound['state'] {
  switch (status) {
    case 'recorded-on-time':
      return 'inTime';
    case 'recorded-late':
    case 'overdue':
      return 'late';
    case 'recorded':
    case 'no_deadline':
      return 'noDeadline';
    default:
      return 'toCome';
  }
}

function recordsFigure(
  question: FigureQuestion,
  worker: string,
  figure: { readonly id: FigureId; readonly rule: RuleOfFigure; readonly of: readonly RecordDue[] },
): Figure {
  const days = daysOf(question);
  const inMonth = figure.of.filter(({ on }) => isIn(days, on) && on <= days.known);
  const all = inMonth.map((record) => found(question, record, worker));
  const of = (...states: readonly RecordFound['state'][]) =>
    all.filter(({ state }) => states.includes(state)).map(({ item }) => item);
  const withoutDeadline = inMonth.flatMap(({ deadline }) =>
    deadline.status === 'none' ? [{ worker, why: deadline.why }] : [],
  );
  return makeFigure(figure.id, figure.rule, {
    list: of('inTime', 'late'),
    toCome: of('toCome'),
    unmeasured: withoutDeadline,
    none: `There was nothing to record of ${monthsWords([question.month])}.`,
  });
}

const stated = (
  part:
    | { readonly src?: string | undefined; readonly strength?: string | undefined }
    | null
    | undefined,
): string | null => (part?.strength === 'inferred' ? null : (part?.src ?? null));

/** or C-11: which of them gives the number of days. */
function recordRule({ recording }: PolicyProfile): RuleOfFigure {
  const days = recording?.childRecord;
  const rule = days?.asap ? 'R-22' : 'R-21';
  return { rule: days?.strength === 'inferred' ? 'C-11' : rule, clause: stated(days) };
}

/** Records of children discussed in the month, due in working days and recorded in the case system. */
export const childRecords = (question: FigureQuestion, records: WorkerRecords): Figure =>
  recordsFigure(question, records.ref, {
    id: 'childRecords',
    rule: recordRule(profileOfMonth(question)),
    of: records.childRecords,
  });

/** Records that are due in hours: of significant and urgent decisions, and of allocations. */
export const urgentRecords = (question: FigureQuestion, records: WorkerRecords): Figure =>
  recordsFigure(question, records.ref, {
    id: 'urgentRecords',
    rule: { rule: 'R-21', clause: stated(profileOfMonth(question).recording?.significantOrUrgent) },
    of: records.urgentRecords,
  });

/** The notes of sessions held in the month; on time when they were finalised in time. */
export const staffNotes = (question: FigureQuestion, records: WorkerRecords): Figure =>
  recordsFigure(question, records.ref, {
    id: 'staffNotes',
    rule: { rule: 'R-19', clause: stated(profileOfMonth(question).recording?.staffNotes) },
    of: records.staffNotes,
  });
