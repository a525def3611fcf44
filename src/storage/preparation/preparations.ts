import { assert } from '#domain/assert.ts';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import { caughtUp } from '#domain/preparation/preparation.ts';
import { Preparation } from '#domain/records/preparation.ts';
import { BeforeSession } from '#domain/records/response.ts';
import { sayingWrites } from '#storage/actions/said-actions.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { mySupervisors } from '#storage/handover/my-supervisors.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import type { Write } from '#storage/save.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { put, updated } from '#storage/writes.ts';
import { beforeSessionOf, currentPreparation } from './preparation-reads.ts';

export interface PreparationIds {
  readonly preparationId: string;
  readonly responseId: string;
}

/**
 * My preparation for the next session, with what belongs on the supervision file beside it. Begun where
 * there is none, and once where a screen asks twice; children who came onto the list since have their empty
 * part. Throws StorageError.
 */
export async function ensurePreparation(workspace: Workspace): Promise<PreparationIds> {
  const { me, supervisorRef } = settingsOf(workspace);
  assert(supervisorRef !== '', 'a preparation without a supervisor');
  // Not shared yet it goes on with whoever supervises now: it was hers alone until here.
  const who = { superviseeRef: me, supervisorRef: supervisorRef as StaffRef }; // a reference in settings
  const [freshId, freshResponseId] = [newRecordId(workspace), newRecordId(workspace)];
  const by = { createdAt: workspace.now, createdBy: me };
  let ids: PreparationIds = { preparationId: freshId, responseId: freshResponseId };
  await workspace.change(() => {
    const held = currentPreparation(workspace, supervisorRef);
    const body = held?.body ?? Preparation.parse({ ...who, ...by, id: freshId });
    const before = held && beforeSessionOf(workspace, held.id);
    const kind = { kind: 'beforeSession', preparationId: body.id };
    const beforeBody =
      before?.body ?? BeforeSession.parse({ ...who, ...by, ...kind, id: freshResponseId });
    ids = { preparationId: body.id, responseId: beforeBody.id };
    const refs = openChildren(workspace, me).map(({ ref }) => ref);
    const { supervisorRef: supervisor } = who;
    const now = caughtUp({ ...body, supervisorRef: supervisor }, refs);
    return [
      ...put(held, 'preparations', body.id, now),
      ...put(before, 'responses', beforeBody.id, { ...beforeBody, supervisorRef: supervisor }),
    ];
  });
  return ids;
}

/**
 * Shares a preparation and what goes with it, once: the first time stays. What is said of actions joins
 * their history; shared again, only what is said otherwise since. Throws StorageError.
 */
export async function sharePreparation(workspace: Workspace, id: string): Promise<void> {
  await workspace.change(() => {
    const preparation = workspace.set.find('preparations', id);
    if (!preparation) return [];
    const before = beforeSessionOf(workspace, id);
    const sharedAt = workspace.now;
    return [
      ...shared(preparation, sharedAt),
      ...(before ? shared(before, sharedAt) : []),
      ...sayingWrites(workspace, preparation.body),
    ];
  });
}

/** What changed since it was shared, ready to go with a file: nothing where nothing was shared. */
export async function shareChanges(workspace: Workspace): Promise<void> {
  for (const ref of mySupervisors(workspace)) {
    const current = currentPreparation(workspace, ref);
    if (current && current.body.sharedAt !== '') await sharePreparation(workspace, current.id);
  }
}

function shared<C extends 'preparations' | 'responses'>(
  record: OpenRecord<C> & { readonly body: { readonly sharedAt: string } },
  sharedAt: string,
): readonly Write[] {
  if (record.body.sharedAt !== '') return [];
  return [updated(record, { ...record.body, sharedAt }, 'replaced')];
}

const newRecordId = (workspace: Workspace) => workspace.ports.newId() as RecordId; // a port makes ids
