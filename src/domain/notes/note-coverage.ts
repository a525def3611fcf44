import { monthsWords, type SupervisionGap } from '#domain/cancellations/gap-line.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import {
  type Clashed,
  isEmptyAction,
  type Missing,
} from '#domain/discussion/discussion-progress.ts';
import type { WorkerStage } from '#domain/due/worker.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { hasLoneSurrogate, loneSurrogateMessage } from '#domain/records/child-record.ts';
import type { BeforeSession } from '#domain/records/response.ts';
import { type AspectKey, aspectKeys, type StaffNote } from '#domain/records/staff-note.ts';
import type { StaffActionState } from '#domain/staff-file/staff-actions.ts';
import { asksAboutTeam, balancesThreePs, noteAspects } from './note-fields.ts';
import { isNoteStarted, textsOfNote } from './note-texts.ts';

export interface NoteProgress {
  readonly note: StaffNote;
  readonly profile: PolicyProfile;
  readonly gap: SupervisionGap;
  readonly toReview: readonly StaffActionState[];
  readonly meetingOn: CalendarDate;
  /** What the practitioner wrote before the session, where she shared it. */
  readonly response?: BeforeSession | undefined;
  /** Of whoever is supervised; left out where it is not known. */
  readonly stage?: WorkerStage | undefined;
}

const blank = (text: string) => text.trim() === '';

/** NOTE1, NOTE2: what the policy asks to be covered. None: it leaves these notes open (C-23). */
export function requiredAspects(profile: PolicyProfile): readonly AspectKey[] {
  if (profile.session?.fourAspectsRequired) return aspectKeys;
  return balancesThreePs(profile) ? ['support'] : [];
}

/**
 * What is missing before the notes can be finalised (NOTE1–NOTE5, NOTE10), in the order of the screen. Each path
 * is a field of the form. Nothing here ever stops a draft from being saved.
 */
export function missingFromNote(progress: NoteProgress): readonly Missing[] {
  const { note, profile } = progress;
  const isAsked = requiredAspects(profile).length > 0;
  const nothing = !isAsked && !isNoteStarted(note);
  return [
    ...missingAbsences(progress),
    ...missingGap(progress),
    ...missingSettlements(progress),
    ...missingAspects(note, profile),
    ...missingTeamCheck(progress),
    ...missingActions(note),
    ...(nothing
      ? [{ path: 'text', message: 'Write the notes, or that nothing personal was discussed' }]
      : []),
    ...(isAsked ? missingNextMeeting(progress) : []),
    ...textsOfNote(note)
      .filter(([, text]) => hasLoneSurrogate(text))
      .map(([path]) => ({ path, message: loneSurrogateMessage })),
    ...(((note as Clashed).clashes ?? []).length > 0
      ? [{ path: 'versions', message: 'Choose between the two versions of these notes' }]
      : []),
  ];
}

/** NOTE12: time away since last time, or that there was none (A2.3, 003:248); her own words count. */
function missingAbsences({ note, profile, response }: NoteProgress): readonly Missing[] {
  if (requiredAspects(profile).length === 0) return [];
  const told = [note, ...(response ? [response] : [])];
  if (told.some(({ absences, noAbsences }) => noAbsences || absences.some(isSaid))) return [];
  const message = 'Add the absences since last time, or tick that there were none';
  return [{ path: 'noAbsences', message }];
}

/** A line that was added and left empty tells of no absence. */
const isSaid = ({ kind, from, to, detail }: StaffNote['absences'][number]): boolean =>
  [kind, from, to, detail].some((text) => !blank(text));

/** NOTE4: a due date that was missed is explained, whatever else the policy asks for (A2.4, R-20). */
function missingGap({ note, gap }: NoteProgress): readonly Missing[] {
  const { months } = gap;
  if (months.length === 0) return [];
  const when = monthsWords(months);
  return [
    ...(blank(note.gapWhy)
      ? [{ path: 'gapWhy', message: `Write why supervision due in ${when} was not held` }]
      : []),
    ...(gap.forChildren.length > 0 && blank(note.gapCover)
      ? [{ path: 'gapCover', message: 'Write who covered, or that nobody did' }]
      : []),
    ...(gap.considerReallocation && blank(note.gapReallocation)
      ? [{ path: 'gapReallocation', message: 'Write whether passing cases on was considered' }]
      : []),
  ];
}

/** NOTE5: an action of last time has an outcome where the notes are asked for; carried, its reason. */
function missingSettlements({ note, profile, toReview }: NoteProgress): readonly Missing[] {
  const isAsked = requiredAspects(profile).length > 0;
  let added = note.settled.length; // the form adds a line at the end for each that has none
  return toReview.flatMap(({ action }): Missing[] => {
    const found = note.settled.findIndex(({ actionId }) => actionId === action.id);
    const path = `settled.${found < 0 ? added++ : found}`;
    const { outcome = '', reason = '' } = note.settled[found] ?? {};
    if (outcome === '' && isAsked) {
      return [{ path: `${path}.outcome`, message: `Say what happened to “${action.what}”` }];
    }
    return outcome === 'carried' && blank(reason)
      ? [{ path: `${path}.reason`, message: `Write why “${action.what}” is not done yet` }]
      : [];
  });
}

/** NOTE1: text, or a reason why not; of support it is enough that it was discussed. */
function missingAspects(note: StaffNote, profile: PolicyProfile): readonly Missing[] {
  const required = requiredAspects(profile);
  return noteAspects
    .filter(({ key }) => required.includes(key) && !isCovered(note, key))
    .filter(({ key }) => blank(note[key].notCovered))
    .map(({ key, about }) => ({
      path: `${key}.text`,
      message: `Write about ${about}, or why it was not covered`,
    }));
}

export const isCovered = (note: StaffNote, key: AspectKey): boolean =>
  !blank(note[key].text) || (key === 'support' && note.supportDetailWithheld);

/** NOTE10: whether case supervision is happening is asked of a manager where the policy has it. */
function missingTeamCheck({ note, profile, stage = 'default' }: NoteProgress): readonly Missing[] {
  if (!asksAboutTeam(stage) || note.caseSupervisionCheck !== '') return [];
  if (!profile.supervisionOfManagers?.checkCaseSupervisionHappening) return [];
  const message = 'Say whether case supervision is happening in the team';
  return [{ path: 'caseSupervisionCheck', message }];
}

/** NOTE5: an action that was begun says what, who and by when (000:77). */
function missingActions({ actions }: StaffNote): readonly Missing[] {
  return actions.flatMap((action, i): Missing[] => {
    if (isEmptyAction(action)) return [];
    const { what, owner, byWhen } = action;
    return [
      ...(blank(what) ? [{ path: `actions.${i}.what`, message: 'Write what will be done' }] : []),
      ...(blank(owner) ? [{ path: `actions.${i}.owner`, message: 'Write who will do it' }] : []),
      ...(blank(byWhen) ? [{ path: `actions.${i}.byWhen`, message: 'Write by when' }] : []),
    ];
  });
}

/** NOTE3: the next meeting has a date (A2.22). Later than it is due is warned of, and never refused. */
function missingNextMeeting({ note, meetingOn }: NoteProgress): readonly Missing[] {
  const read = readTypedDate(note.nextMeetingOn, meetingOn);
  if (read.outcome === 'read') return [];
  const message = read.outcome === 'empty' ? 'Enter the date of the next meeting' : read.reason;
  return [{ path: 'nextMeetingOn', message }];
}
