import { assert } from '#domain/assert.ts';
import { Settings } from '#domain/records/settings.ts';
import { createAccount, type NewAccount } from '#storage/keys/accounts.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { contentsOf } from './contents.ts';
import type { Handover } from './handover-body.ts';
import { nothingChanged } from './handover-file.ts';
import { takeInFirst } from './take-in.ts';

export type SetUpContents =
  | { readonly outcome: 'ready'; readonly contents: readonly string[] }
  | { readonly outcome: 'refused'; readonly reason: string };

/** What is in the file, in words; or why nobody is set up by it. */
export function setUpContents(handover: Handover): SetUpContents {
  const { kind, from, to } = handover;
  if (kind === 'forPractitioner') return { outcome: 'ready', contents: contentsOf(handover) };
  if (kind !== 'forSupervisor') {
    const what = `This file hands supervision from ${from.name} to ${to.name}. It is opened on a device that is set up.`;
    return { outcome: 'refused', reason: `${what} ${nothingChanged}` };
  }
  const reason = `This file is from ${from.name} to ${to.name}, who supervises them. A device is set up by a file from a supervisor, or started without one.`;
  return { outcome: 'refused', reason: `${reason} ${nothingChanged}` };
}

export interface SetUp extends NewAccount {
  readonly handover: Handover;
}

/**
 * A practitioner's whole set-up (HAND11): her keys, who she is, and everything in the file, which is one
 * change. Where that fails nothing stays. Throws StorageError.
 */
export async function setUpFromHandover({ handover, ...account }: SetUp): Promise<Workspace> {
  assert(handover.kind === 'forPractitioner', 'nobody is set up by a practitioner’s file');
  const workspace = await createAccount(account);
  try {
    await takeInFirst(workspace, handover, firstSettings(workspace, handover));
    return workspace;
  } catch (cause) {
    workspace.tabs.close();
    // Only just made here and empty: half a set-up would look like a whole one.
    await workspace.db.delete();
    throw cause;
  }
}

function firstSettings(workspace: Workspace, handover: Handover): Settings {
  const { from, to, profileId, caseSystem, organisation } = handover;
  return Settings.parse({
    me: to.ref,
    profileId,
    caseSystem,
    organisation,
    supervisorRef: from.ref,
    startedOn: todayIn(workspace),
  });
}
