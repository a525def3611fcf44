import { expect, it } from 'vitest';
import type { CollectionName } from '#domain/collections.ts';
import type { Stored } from '#domain/records/schemas.ts';
import type { Clash } from '#domain/versions/merge.ts';
import { answerRecords, newAnswer, recordsAwaiting } from '#storage/agreeing/agreeing.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { finaliseEntry, newEntryDraft } from '#storage/entries/entries.ts';
import {
  bringFamilyIn,
  discussionsOfGroup,
  finaliseGroupChild,
  startGroup,
} from '#storage/group/groups.ts';
import { findSession, noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { changeSettings } from '#storage/settings.ts';
import { finaliseNote } from '#storage/staff-file/staff-notes.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, updated } from '#storage/writes.ts';
import { readyBrief } from '../../../test/builders.ts';
import { aPlannedGroup } from '../../../test/groups.ts';
import { aWorkspace, givePriya, write } from '../../../test/workspaces.ts';
import { settleClash } from './settle-clash.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const { id: _id, childRef: _ref, settled: _settled, ...brief } = readyBrief();
const clash: Clash = { path: 'disagreement', ours: '', theirs: 'From the other device' };

/** As a merge leaves it: mine in the field, both kept beside it. */
async function withClash<C extends CollectionName>(
  workspace: Workspace,
  collection: C,
  id: string,
) {
  await workspace.change((set) => {
    const held = set.find(collection, id);
    if (!held) throw new Error(`no ${collection}`);
    return [updated(held, { ...held.body, clashes: [clash] } as Stored<C>)]; // beside its own fields
  });
  return () => settleClash(workspace, { collection, id }, clash, 'ours');
}

async function begun() {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  const session = await startSession(workspace, priya);
  await write(workspace, session, 'C1', brief);
  await endSession(workspace, session, there);
  return { workspace, priya, session };
}

/** What a command says is missing, by where the link of the error summary leads. */
const missingPaths = (said: { readonly outcome: string; readonly missing?: unknown }) =>
  Array.isArray(said.missing)
    ? said.missing.map(({ path }) => path)
    : Object.keys(said.missing ?? {});

it('[FIN7] notes with two versions are not finalised until a person has chosen', async () => {
  const { workspace, session } = await begun();
  const note = noteOf(workspace, session);
  const choose = await withClash(workspace, 'notes', note?.id ?? '');
  expect(missingPaths(await finaliseNote(workspace, session))).toContain('versions');
  expect(noteOf(workspace, session)?.body.finalisedAt).toBe('');
  await choose();
  expect(missingPaths(await finaliseNote(workspace, session))).not.toContain('versions');
});

it('[FIN7] an entry with two versions is not recorded until a person has chosen', async () => {
  const { workspace } = await begun();
  const draft = newEntryDraft(workspace, 'managementDecision');
  await workspace.change(() => [created('entryDrafts', draft.id, draft)]);
  const choose = await withClash(workspace, 'entryDrafts', draft.id);
  expect(missingPaths(await finaliseEntry(workspace, draft.id))).toContain('twoVersions');
  await choose();
  expect(missingPaths(await finaliseEntry(workspace, draft.id))).not.toContain('twoVersions');
});

it('[FIN7] a group’s record with two versions is not finalised until a person has chosen', async () => {
  const { workspace, id } = await aPlannedGroup();
  await bringFamilyIn(workspace, id, 'F1');
  await startGroup(workspace, id);
  const discussion = discussionsOfGroup(workspace, id)[0]?.id ?? '';
  const choose = await withClash(workspace, 'groupDiscussions', discussion);
  const childRef = discussionsOfGroup(workspace, id)[0]?.body.children[0]?.childRef ?? '';
  const finalise = () => finaliseGroupChild(workspace, discussion, childRef);
  expect(missingPaths(await finalise())).toContain('twoVersions');
  await choose();
  expect(missingPaths(await finalise())).not.toContain('twoVersions');
});

it('[FIN7] an answer with two versions is not given until a person has chosen', async () => {
  const { workspace, priya, session } = await begun();
  await finaliseChild(workspace, session, 'C1');
  await changeSettings(workspace, { me: priya });
  const about = findSession(workspace, session)?.body;
  if (!about) throw new Error('no session');
  const draft = { ...newAnswer(workspace, about), stance: 'agreed' as const };
  await workspace.change(() => [created('responses', draft.id, draft)]);
  const choose = await withClash(workspace, 'responses', draft.id);
  const shown = recordsAwaiting(workspace, session).map(({ id }) => id);
  const answer = () => answerRecords(workspace, draft.id, shown);
  expect(missingPaths(await answer())).toEqual(['twoVersions']);
  await choose();
  expect(await answer()).toEqual({ outcome: 'answered' });
});
