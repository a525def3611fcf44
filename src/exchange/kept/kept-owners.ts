import { partAbout, type Subject } from '#domain/access/subject.ts';
import { collections } from '#domain/collections.ts';
import type { OutFile } from '#domain/out/kinds.ts';
import { headerOf } from '#domain/record-header.ts';
import { findSubject } from '#exchange/access/subjects.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { findStaff } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import type { Kept } from './gather-kept.ts';

/** Whose texts a file has: one child's, or one member of staff's (OUT10). */
export interface KeptOwner {
  readonly file: OutFile;
  readonly ref: string;
  readonly name: string;
  readonly reference: string;
  /** Of what was written for several, this one's part; left out where all of it is theirs. */
  readonly subject?: Subject;
}

/**
 * OUT10: the children of a child's record or of working notes, or whoever's supervision file it is on. A
 * preparation is both: what was written of a child, and what was asked of supervision. None of a note
 * that is about nobody yet.
 */
export function keptOwners(workspace: Workspace, kept: Kept): readonly KeptOwner[] {
  const { collection, body, notTaken } = kept;
  const { file } = collections[collection];
  const bodies = [body, ...(notTaken ? [notTaken.body] : [])];
  const headers = bodies.flatMap((each) => headerOf(collection, each) ?? []);
  const staff = unique(headers.map(({ superviseeRef }) => superviseeRef));
  if (file === 'staff') return staff.map((ref) => staffOwner(workspace, ref).owner);
  const children = unique(headers.flatMap(({ childRefs }) => childRefs));
  const ofChildren = children.map((ref) => childOwner(workspace, ref));
  if (file === 'child') return ofChildren.map(({ owner }) => owner);
  return [...ofChildren, ...staff.map((ref) => staffOwner(workspace, ref))]
    .filter(({ subject }) => bodies.some((each) => partAbout(collection, each, subject)))
    .map(({ owner, subject }) => ({ ...owner, subject }));
}

const unique = (refs: readonly string[]) => [...new Set(refs.filter((ref) => ref !== ''))];

interface Found {
  readonly owner: KeptOwner;
  readonly subject: Subject;
}

const found = (file: OutFile, ref: string, subject: Subject): Found => ({
  owner: { file, ref, name: subject.name, reference: subject.reference },
  subject,
});

function childOwner(workspace: Workspace, ref: string): Found {
  const row = findChild(workspace, ref);
  const subject = row && findSubject(workspace, 'child', row.id);
  return found('child', ref, subject ?? nobodyKnown('child', ref));
}

function staffOwner(workspace: Workspace, ref: string): Found {
  const row = findStaff(workspace, ref);
  const subject = row && findSubject(workspace, 'staff', row.id);
  return found('staff', ref, subject ?? nobodyKnown('staff', ref));
}

/** On no list here any more: by the reference alone. */
const nobodyKnown = (kind: Subject['kind'], ref: string): Subject => ({
  ...{ kind, refs: new Set([ref]), name: '' },
  reference: ref.startsWith('local:') ? '' : ref,
});
