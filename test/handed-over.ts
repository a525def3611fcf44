import type { RecordId, StaffRef } from '#domain/ids.ts';
import { HandoverNote } from '#domain/records/handover-note.ts';
import { acceptanceWords, confirmAccepted } from '#exchange/handover/acceptance.ts';
import { makeHandOver } from '#exchange/handover/make-hand-over.ts';
import type { Handover } from '#exchange/handover/read-handover.ts';
import { takeIn } from '#exchange/handover/take-in.ts';
import { childDueOf, workerDueOf } from '#storage/agenda/due.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { findStaff, startFor } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created } from '#storage/writes.ts';
import { readyBrief } from './builders.ts';
import { opened, type TwoPeople, twoPeople } from './handovers.ts';
import { anEmptyWorkspace, quickDerive, type TestPorts, write } from './workspaces.ts';

/** Jo Field, another supervisor, with nothing on the list yet. */
export async function josDevice(ports: TestPorts, profileId = 'islington-001'): Promise<Workspace> {
  const jo = await anEmptyWorkspace(ports);
  const who = { name: 'Jo Field', role: 'Team manager', caseSystem: 'Mosaic' };
  await startFor(jo, { ...who, profileId, synthetic: false });
  return jo;
}

export interface ThreePeople extends TwoPeople {
  readonly jo: Workspace;
}

/** Sam supervises Priya, who has a device of her own; Jo is to take over. */
export async function threePeople(profileId?: string): Promise<ThreePeople> {
  const people = await twoPeople(profileId);
  return { ...people, jo: await josDevice(people.ports, profileId) };
}

/** A handover note as it is typed, on Sam's device. */
export async function typedNote(
  { sam, samRef, priyaRef }: Pick<TwoPeople, 'sam' | 'samRef' | 'priyaRef'>,
  typed: Partial<HandoverNote> = {},
): Promise<RecordId> {
  const id = crypto.randomUUID() as RecordId;
  const about = { superviseeRef: priyaRef, supervisorRef: samRef, toName: 'Jo Field' };
  const note = HandoverNote.parse({
    ...{ id, ...about, createdAt: sam.now, createdBy: samRef },
    ...typed,
  });
  await sam.change(() => [created('handoverNotes', id, note)]);
  return id;
}

/** The file, opened, by which Priya goes to Jo. */
export async function handOver(
  people: Pick<TwoPeople, 'sam' | 'samRef' | 'priyaRef'>,
  noteId?: string,
): Promise<Handover> {
  const note = noteId ?? (await typedNote(people));
  const { sam, priyaRef: superviseeRef } = people;
  return opened(await makeHandOver(sam, { superviseeRef, noteId: note }, quickDerive));
}

/** Taken in by Jo, and said to Sam. */
export async function accepted(people: ThreePeople): Promise<Handover> {
  const { sam, jo, priyaRef } = people;
  const handover = await handOver(people);
  await takeIn(jo, handover);
  const typed = await acceptanceWords(handover.fileId);
  const otherRef = colleague(sam);
  const { outcome } = await confirmAccepted(sam, { superviseeRef: priyaRef, otherRef, typed });
  if (outcome !== 'accepted') throw new Error(outcome);
  return handover;
}

export const colleague = (workspace: Workspace): StaffRef =>
  bodies(workspace, 'staff').find(({ colleague: is }) => is)?.ref as StaffRef; // held since the file was made

export const thereTogether = {
  practitionerPresent: true,
  supervisorPresent: true,
  othersPresent: '',
};

/** A session with Priya that was held, with the record of one child finalised. */
export async function held(sam: Workspace, priyaRef: StaffRef, finish = true): Promise<string> {
  const session = await startSession(sam, priyaRef);
  for (const ref of ['C1', 'C2']) {
    const { id, childRef, settled, ...typed } = readyBrief({
      briefNote: `It went well for ${ref}.`,
    });
    await write(sam, session, ref, typed);
  }
  await endSession(sam, session, thereTogether);
  if (finish) for (const ref of ['C1', 'C2']) await finaliseChild(sam, session, ref);
  return session;
}

/** Every due date of one practitioner and her children. */
export const duesOn = (workspace: Workspace, priyaRef: StaffRef) => {
  const staff = findStaff(workspace, priyaRef)?.body;
  if (!staff) throw new Error('not on this device');
  return {
    worker: workerDueOf(workspace, staff),
    children: openChildren(workspace, priyaRef)
      .toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
      .map((child) => [child.ref, childDueOf(workspace, child)]),
  };
};
