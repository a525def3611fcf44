import canonicalize from 'canonicalize';
import { assert } from '#domain/assert.ts';
import { monthsWords, type SupervisionGap } from '#domain/cancellations/gap-line.ts';
import type { Holidays } from '#domain/dates/bank-holidays.ts';
import {
  type CalendarDate,
  dateInLondon,
  parseInstant,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import { isEmptyAction, type Missing } from '#domain/discussion/discussion-progress.ts';
import type { CaseCoverage } from '#domain/notes/case-coverage.ts';
import { missingFromNote, type NoteProgress } from '#domain/notes/note-coverage.ts';
import { balancesThreePs } from '#domain/notes/note-fields.ts';
import { staffNotesDeadline } from '#domain/recording/recording-deadline.ts';
import { hasLoneSurrogate, loneSurrogateMessage } from '#domain/records/child-record.ts';
import { StaffRecord } from '#domain/records/staff-record.ts';
import { dueOnOf } from '#domain/session/end-session.ts';
import type { StaffActionState } from '#domain/staff-file/staff-actions.ts';
import { policyPart } from './finished-parts.ts';

/** Everything a finalised supervision note is made from. Pure: `at` is handed in. */
export interface NoteQuestion extends NoteProgress {
  readonly at: string;
  readonly by: string;
  readonly supervisor: string;
  readonly supervisee: string;
  readonly coverage: CaseCoverage;
  /** When supervision is next due after this session, in words. */
  readonly nextDue: string;
  /** When they met, and the agenda that was agreed; left out where nothing is held of either. */
  readonly sittings?: StaffRecord['sittings'];
  readonly agendaAgreed?: StaffRecord['agendaAgreed'];
  /** Groups that the practitioner was in since last time (NOTE14). */
  readonly groupsAttended?: NonNullable<StaffRecord['groupsAttended']>;
  readonly organisation?: string | undefined;
  /** Of the very text of the policy (PROF11). */
  readonly policySha256?: string | undefined;
  readonly holidays: Holidays;
  readonly synthetic: boolean;
}

export type FinalisedNote =
  | { readonly outcome: 'finalised'; readonly record: StaffRecord; readonly text: string }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

/** Everything still to do before these notes can be finalised. Empty: they are ready. */
export function missingForNote(question: NoteQuestion): readonly Missing[] {
  return [...missingFromNote(question), ...brokenElsewhere(question)];
}

/** FIN9, NOTE8: the notes of one session as a record of the supervision file, with its canonical text. */
export function buildStaffRecord(question: NoteQuestion): FinalisedNote {
  const missing = missingForNote(question);
  if (missing.length > 0) return { outcome: 'missing', missing };
  const record = StaffRecord.parse(bodyOf(question));
  const text = canonicalize(record);
  assert(text, `note ${record.id} has no canonical form`);
  return { outcome: 'finalised', record, text };
}

/** FIN6, for what is on the record from outside the notes. */
function brokenElsewhere(question: NoteQuestion): readonly Missing[] {
  const { toReview, response, supervisor, supervisee, by } = question;
  const texts = [
    ...(question.organisation ? [question.organisation] : []),
    ...(question.agendaAgreed?.items ?? []).map(({ reference }) => reference),
    ...toReview.flatMap(({ action: { what, owner } }) => [what, owner]),
    ...(response?.absences ?? []).flatMap(({ from, to, detail }) => [from, to, detail]),
    ...[supervisor, supervisee, by],
    ...(question.groupsAttended ?? []).flatMap(({ name, facilitator, role }) => [
      name,
      facilitator,
      role,
    ]),
  ];
  return texts.some(hasLoneSurrogate) ? [{ path: 'text', message: loneSurrogateMessage }] : [];
}

function bodyOf(question: NoteQuestion): unknown {
  const { note, profile, meetingOn, at, response, gap } = question;
  const deadline = staffNotesDeadline({
    profile,
    sessionDate: meetingOn,
    holidays: question.holidays,
  });
  const due = deadline.status === 'due' ? deadline : undefined;
  const finalisedOn = dateInLondon(toInstant(at));
  return {
    ...note,
    file: 'staff',
    schema: 1,
    heading: profile.headings.staffNotes,
    supervisor: question.supervisor,
    supervisee: question.supervisee,
    superviseeTerm: profile.terms.supervisee,
    threePs: balancesThreePs(profile),
    meetingOn,
    writtenOn: dateInLondon(parseInstant(note.savedAt) ?? toInstant(at)),
    ...formPart(question),
    coverage: question.coverage,
    absencesWritten: response?.absences ?? [],
    noAbsencesWritten: response?.noAbsences ?? false,
    gap: gapWords(gap),
    actionsReviewed: question.toReview.map((state) => reviewed(state, question)),
    actionsAgreed: agreed(question),
    nextMeetingDate: dueOnOf(note.nextMeetingOn, meetingOn),
    nextDue: question.nextDue,
    policy: policyPart(profile, question.policySha256),
    deadline: {
      dueOn: due?.dueOn ?? '',
      clause: due?.clause ?? '',
      words: due?.words ?? (deadline.status === 'none' ? deadline.why : ''),
    },
    lateEntry: due !== undefined && finalisedOn >= due.overdueFrom,
    synthetic: question.synthetic,
    finalisedAt: at,
    finalisedBy: question.by,
  };
}

/** NOTE13, NOTE14, FORM1: left out where there is none, so that the text is what it was before there were any. */
function formPart(question: NoteQuestion) {
  const { sittings = [], agendaAgreed, groupsAttended = [], organisation, profile } = question;
  const form = profile.forms?.supervisionRecord;
  return {
    ...(sittings.length > 0 ? { sittings } : {}),
    ...(agendaAgreed ? { agendaAgreed } : {}),
    ...(groupsAttended.length > 0 ? { groupsAttended } : {}),
    ...(organisation ? { organisation } : {}),
    ...(form ? { form } : {}),
  };
}

const gapWords = ({ months }: SupervisionGap): string =>
  months.length === 0 ? '' : monthsWords(months);

function reviewed({ action }: StaffActionState, { note }: NoteQuestion) {
  const { id, what, owner, dueOn } = action;
  const settled = note.settled.find(({ actionId }) => actionId === id);
  return {
    ...{ id, what, owner, dueOn },
    outcome: settled?.outcome ?? '',
    reason: settled?.reason ?? '',
  };
}

function agreed({
  note,
  meetingOn,
}: Pick<NoteQuestion, 'note'> & { readonly meetingOn: CalendarDate }) {
  return note.actions
    .filter((action) => !isEmptyAction(action))
    .map(({ id, what, owner, byWhen }) => {
      return { id, what, owner, byWhen, dueOn: dueOnOf(byWhen, meetingOn) };
    });
}
