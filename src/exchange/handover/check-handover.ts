import { dateInLondon, formatDate, formatTime, toInstant } from '#domain/dates/calendar-date.ts';
import type { Handover as HandoverRow } from '#domain/records/handover.ts';
import { nameKey } from '#exchange/caseload/match-staff.ts';
import { madeOn, takenInFrom } from '#storage/handover/handovers.ts';
import { mySupervisors } from '#storage/handover/my-supervisors.ts';
import { findStaff, myName, settingsOf, staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { contentsOf } from './contents.ts';
import { fieldOfPath, recordLabel } from './describe.ts';
import type { Handover } from './handover-body.ts';
import { nothingChanged } from './handover-file.ts';
import { type News, newsOf } from './news.ts';
import { aboutOnList, myRefs, senderOnList } from './people.ts';
import { planTakeIn } from './plan-take-in.ts';

/** A field that was changed on both devices: both texts will be kept, and asked about. */
export interface HandoverClash {
  readonly what: string;
  readonly field: string;
}

export type CheckedHandover =
  | { readonly outcome: 'refused'; readonly reason: string }
  /** `isThisYou`: for somebody of my name, under a reference that is not known here. Ask first. */
  | {
      readonly outcome: 'ready' | 'isThisYou';
      readonly contents: readonly string[];
      /** Who supervises me here, where the file is from somebody new: both do, or one in place of the other. */
      readonly supervisedBy: string;
      readonly news: News;
      readonly clashes: readonly HandoverClash[];
    };

/** What taking a file in would do. Nothing is changed by looking (HAND2). */
export function checkHandover(workspace: Workspace, handover: Handover): CheckedHandover {
  const isThisYou = isForMyName(workspace, handover);
  const reason = refusal(workspace, handover, isThisYou);
  if (reason !== undefined) return { outcome: 'refused', reason: `${reason} ${nothingChanged}` };
  const { rows } = planTakeIn(workspace, handover, settingsOf(workspace));
  return {
    outcome: isThisYou ? 'isThisYou' : 'ready',
    contents: [...newSupervisor(workspace, handover), ...contentsOf(handover)],
    supervisedBy: supervisedBy(workspace, handover),
    news: newsOf(rows),
    clashes: rows.flatMap(({ collection, body, clashes }) =>
      clashes.map(({ path }) => ({
        what: recordLabel(collection, body),
        field: fieldOfPath(collection, path),
      })),
    ),
  };
}

function refusal(workspace: Workspace, handover: Handover, isThisYou: boolean): string | undefined {
  const settings = settingsOf(workspace);
  const { from, to, device, fileId, serial, kind } = handover;
  if (settings.synthetic) return 'This is the example caseload: it takes no files.';
  const mine = madeOn(workspace, device);
  const made = mine.find(({ id }) => id === fileId);
  if (mine.length > 0 || myRefs(settings).includes(from.ref)) {
    const when = made ? ` on ${dateTime(made.madeAt)}` : '';
    return `You made this file yourself${when}, for ${to.name}. It is opened on their device.`;
  }
  if (!isThisYou && !myRefs(settings).includes(to.ref)) {
    return `This file is for ${to.name}. You are ${myName(workspace)} on this device.`;
  }
  const taken = takenInFrom(workspace, device);
  const same = taken.find(({ id }) => id === fileId);
  if (same) return `You took this file in on ${dateTime(same.takenInAt)}.`;
  const newest = taken.at(-1);
  if (newest && newest.serial > serial) return olderThan(newest, handover);
  if (kind === 'coverBack') return notMyCover(workspace, handover);
  if (kind === 'forSupervisor' && senderOnList(workspace, handover) === undefined) {
    return `This file is from ${from.name}, who is not on your list under the reference it gives. Make a file for ${from.name} first, and ask for a new one back.`;
  }
  return undefined;
}

/** HAND23: only somebody whom I asked to cover brings a cover's work. */
function notMyCover(workspace: Workspace, handover: Handover): string | undefined {
  const from = senderOnList(workspace, handover);
  const covers = bodies(workspace, 'staff').filter(({ supervisedBy = [] }) =>
    supervisedBy.some((each) => each.coverFor !== '' && each.supervisorRef === from),
  );
  const asked = new Set<string>(covers.map(({ ref }) => ref));
  const strangers = handover.about.filter((each) => !asked.has(aboutOnList(workspace, each)));
  if (strangers.length === 0 && handover.about.length > 0) return undefined;
  return `This file is from ${handover.from.name}, who was not asked on this device to cover for ${strangers.map(({ name }) => name).join(' or ') || 'anybody'}.`;
}

function dateTime(iso: string): string {
  const moment = toInstant(iso);
  return `${formatDate(dateInLondon(moment))} at ${formatTime(moment)}`;
}

const olderThan = ({ madeAt }: HandoverRow, older: Handover): string =>
  `This file was made on ${dateTime(older.madeAt)}. You have already taken in a later one from ${older.from.name}, made on ${dateTime(madeAt)}.`;

/** Somebody of my name, whom the other device knows by a reference that nobody has here. */
export function isForMyName(workspace: Workspace, { to }: Handover): boolean {
  if (myRefs(settingsOf(workspace)).includes(to.ref)) return false;
  if (findStaff(workspace, to.ref)) return false;
  return nameKey(to.name) === nameKey(myName(workspace));
}

/** Taking a supervisor's file in makes its sender a supervisor of mine: said first where that is news. */
const newSupervisor = (workspace: Workspace, handover: Handover): readonly string[] =>
  isNewSupervisor(workspace, handover)
    ? [`${handover.from.name} becomes your supervisor on this device`]
    : [];

function isNewSupervisor(workspace: Workspace, handover: Handover): boolean {
  const from = senderOnList(workspace, handover) ?? handover.from.ref;
  return handover.kind === 'forPractitioner' && !mySupervisors(workspace).includes(from);
}

/** SUPV5: whom a new one would stand beside, or in whose place; '' where nobody is asked. */
function supervisedBy(workspace: Workspace, handover: Handover): string {
  const [first] = mySupervisors(workspace);
  return first && isNewSupervisor(workspace, handover) ? staffName(workspace, first) : '';
}
