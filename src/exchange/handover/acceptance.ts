import type { StaffRef } from '#domain/ids.ts';
import type { Staff, SupervisionRelation } from '#domain/records/staff.ts';
import { isRelationOn, kindOfMine } from '#domain/supervision/supervision-relations.ts';
import { auditWrite } from '#storage/audit.ts';
import { madeFor } from '#storage/handover/handovers.ts';
import { findStaff, myRefsOf, settingsOf } from '#storage/settings.ts';

import type { Workspace } from '#storage/workspace.ts';
import { todayIn, updated } from '#storage/writes.ts';
import { sha256 } from '#vault/hash.ts';

const WORDS = 3;
const BITS = 11;

/**
 * Three words that only somebody has who took that file in (HAND19): they follow from its id, which is
 * under the seal. They open nothing.
 */
export async function acceptanceWords(fileId: string): Promise<string> {
  const { wordlist } = await import('@scure/bip39/wordlists/english.js');
  const bits = BigInt(`0x${(await sha256(`footprint-accepted ${fileId}`)).slice(0, 16)}`);
  return Array.from({ length: WORDS }, (_, i) => {
    const at = Number((bits >> BigInt(i * BITS)) & BigInt(wordlist.length - 1));
    return wordlist[at] ?? '';
  }).join(' ');
}

/** The files by which this person was handed to that supervisor: the words of no other let anything go. */
export const filesOver = (
  workspace: Pick<Workspace, 'set'>,
  otherRef: string,
  superviseeRef: string,
) =>
  madeFor(workspace, otherRef).filter(
    ({ kind, about }) => kind === 'handOver' && about.includes(superviseeRef),
  );

const asWords = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
    .join(' ');

export type Acceptance =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'wrongWords'; readonly reason: string };

interface Accepting {
  readonly superviseeRef: StaffRef;
  /** The new supervisor, as known here. */
  readonly otherRef: string;
  readonly typed: string;
}

/**
 * The new supervisor has taken the file in and said the three words: from now on what is here can be read
 * and not changed (HAND20). Throws StorageError.
 */
export async function confirmAccepted(
  workspace: Workspace,
  { superviseeRef, otherRef, typed }: Accepting,
): Promise<Acceptance> {
  const files = filesOver(workspace, otherRef, superviseeRef);
  const words = await Promise.all(files.map(({ id }) => acceptanceWords(id)));
  const file = files[words.indexOf(asWords(typed))];
  if (!file) return { outcome: 'wrongWords', reason: wrongWords };
  await workspace.change(() => {
    const record = findStaff(workspace, superviseeRef);
    if (!record) return [];
    const supervisedBy = [
      ...handedRelations(workspace, record.body, { otherRef, fileId: file.id }),
    ];
    return [
      updated(record, { ...record.body, supervisedBy }),
      auditWrite(workspace, 'handoverAccepted', file.id),
    ];
  });
  return { outcome: 'accepted' };
}

const wrongWords =
  'These are not the words of a file that was made here. Ask for them again: they are shown when the file has been taken in.';

function handedRelations(
  workspace: Workspace,
  staff: Staff,
  { otherRef, fileId }: { readonly otherRef: string; readonly fileId: string },
): readonly SupervisionRelation[] {
  const today = todayIn(workspace);
  const mine = myRefsOf(workspace);
  const kind = kindOfMine(staff, mine, today);
  const plain = { coverFor: '', seesNotes: false, acceptedAt: '' };
  const { me } = settingsOf(workspace);
  const held = staff.supervisedBy ?? [
    { ...plain, id: 'own', supervisorRef: me as string, kind, from: '', to: '', fileId: '' },
  ];
  return [
    ...held.map((each) =>
      mine.includes(each.supervisorRef) && isRelationOn(each, today)
        ? { ...each, to: today, fileId, acceptedAt: workspace.now }
        : each,
    ),
    { ...plain, id: fileId, supervisorRef: otherRef, kind, from: today, to: '', fileId: '' },
  ];
}
