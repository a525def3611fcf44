import { assert } from '#domain/assert.ts';
import { type CollectionName, collections } from '#domain/collections.ts';
import { addDays, type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildRef, StaffRef } from '#domain/ids.ts';
import { isHeld } from '#domain/keeping/holds.ts';
import { priorAfterRemoval } from '#domain/session/removed-sessions.ts';
import { staffTextKinds } from '#domain/staff-file/to-place.ts';
import { auditWrite } from '#storage/audit.ts';
import { priorOf } from '#storage/caseload/prior-discussions.ts';
import { heldIn } from '#storage/keeping/keeping.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { removeRows } from '#storage/remove-rows.ts';
import type { Write } from '#storage/save.ts';
import { settingsOf } from '#storage/settings.ts';
import { staffFileQueue } from '#storage/staff-file/staff-file.ts';
import { StorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll, put } from '#storage/writes.ts';
import { isFinishedSince } from './handed-over.ts';
import { type ToFinishFirst, toRecordOf, unfinishedOf } from './supervisee-unfinished.ts';
import { childrenWith, type HandedOver, handedOver } from './supervision.ts';

export type Removal =
  | { readonly outcome: 'removed'; readonly count: number }
  | { readonly outcome: 'waits'; readonly first: readonly ToFinishFirst[] };

/** What must be done before anything of this person goes (HAND21). Empty: it may. */
export const beforeRemoval = (
  workspace: Workspace,
  staffRef: StaffRef,
): readonly ToFinishFirst[] => [
  ...unfinishedOf(workspace, staffRef),
  ...toRecordOf(workspace, staffRef),
  ...toPlaceOf(workspace, staffRef),
  ...underHold(workspace, staffRef),
];

/** Finished since she was handed over: the new supervisor has none of it, so it is placed first. */
function toPlaceOf(workspace: Workspace, staffRef: StaffRef): readonly ToFinishFirst[] {
  const person = handedOver(workspace).find(({ staff }) => staff.ref === staffRef);
  if (!person) return [];
  return (
    staffFileQueue(workspace)
      // An agreement is in every file as it was then: it is no text that was finished since.
      .filter(({ kind, superviseeRef }) => kind !== 'agreement' && superviseeRef === staffRef)
      .filter(({ id }) => isFinishedSince(workspace, id, person))
      .map(({ kind }) => ({
        what: `${staffTextKinds[kind]}, not placed on file`,
        href: '/supervision-file',
        sessionId: '',
        draftId: '',
      }))
  );
}

/** KEEP3: nothing about a person or a child under a legal hold is removed. */
function underHold(workspace: Workspace, staffRef: StaffRef): readonly ToFinishFirst[] {
  const children = [...childrenWith(workspace, staffRef)];
  const isUnder = isHeld({ children, staff: [staffRef] }, heldIn(workspace));
  return isUnder
    ? [{ what: 'Legal hold, not ended', href: '/keeping', sessionId: '', draftId: '' }]
    : [];
}

/**
 * Takes everything of a supervisee who was handed over and accepted off this device, earlier versions too,
 * in one transaction (HAND21). What stays is a line that it was done, without content. Throws StorageError.
 */
export async function removeSupervisee(workspace: Workspace, staffRef: StaffRef): Promise<Removal> {
  if (!(await workspace.queue.flush())) {
    throw new StorageError('failed', 'text that is not saved yet would be lost');
  }
  const gone = handedOver(workspace).find(({ staff }) => staff.ref === staffRef);
  assert(gone, `${staffRef} was not handed over`);
  const first = beforeRemoval(workspace, staffRef);
  if (first.length > 0) return { outcome: 'waits', first };
  const records = recordsOf(workspace, staffRef);
  const staying = [
    ...(await stayingWrites(workspace, records)),
    ...importsWithout(workspace, new Set(records.map(({ id }) => id))),
    ...filesWithout(workspace, gone),
  ];
  const audit = auditWrite(workspace, 'superviseeRemoved', gone.relation.fileId);
  await removeRows(
    workspace,
    records.map(({ id }) => id),
    [...staying, audit],
  );
  return { outcome: 'removed', count: records.length };
}

type Body = Readonly<Record<string, unknown>>;
const fieldsOf = ({ body }: OpenRecord): Body => body as Body; // a stored body is an object of fields

/** By whom and which child each record is about: a collection of tomorrow is found by the same fields. */
function recordsOf(workspace: Workspace, staffRef: StaffRef): readonly OpenRecord[] {
  const children = childrenWith(workspace, staffRef);
  const all = (Object.keys(collections) as CollectionName[]).flatMap((name): OpenRecord[] => [
    ...findAll(workspace, name),
  ]);
  const isDirect = (record: OpenRecord): boolean => {
    const { superviseeRef, staffRef: worker, childRef, ref } = fieldsOf(record);
    switch (record.collection) {
      case 'staff':
        return ref === staffRef;
      case 'children':
        return children.has(String(ref));
      case 'allocations':
        return worker === staffRef || children.has(String(childRef));
      case 'entryDrafts':
      case 'discussions':
      case 'groupDiscussions':
        return isDraftOf(fieldsOf(record), children);
      default:
        // One of a child who is somebody else’s now is that child’s, whoever was supervised then.
        if (childRef !== undefined) return children.has(String(childRef));
        return superviseeRef === staffRef || worker === staffRef;
    }
  };
  const direct = all.filter(isDirect);
  const ids = new Set<string>(direct.map(({ id }) => id));
  const refs = new Set<string>([staffRef, ...children]);
  return [...direct, ...all.filter((record) => !ids.has(record.id) && isCopyOf(record, ids, refs))];
}

/** Everything in it is about children who go. */
function isDraftOf({ childRefs, children }: Body, gone: ReadonlySet<string>): boolean {
  const parts = (Array.isArray(children) ? children : []) as readonly Body[];
  const refs = [
    ...(Array.isArray(childRefs) ? childRefs : []),
    ...parts.map((part) => part.childRef),
  ];
  return refs.length > 0 && refs.every((ref) => gone.has(String(ref)));
}

/** What went to and fro of them is a copy of it. */
function isCopyOf(
  record: OpenRecord,
  ids: ReadonlySet<string>,
  refs: ReadonlySet<string>,
): boolean {
  if (record.collection !== 'exchanged') return false;
  const { id, otherRef } = fieldsOf(record);
  const key = String(id);
  const named = key.slice(key.indexOf(':') + 1).split(' ')[0] ?? '';
  return refs.has(String(otherRef)) || ids.has(key) || refs.has(named);
}

/** What an import would put back of them is no longer kept. */
const importsWithout = (workspace: Workspace, ids: ReadonlySet<string>): readonly Write[] =>
  findAll(workspace, 'imports').flatMap((record) => {
    const before = record.body.before.filter(({ id }) => !ids.has(id));
    return put(record, 'imports', record.id, { ...record.body, before });
  });

/** That files were made is still counted, by number and day. For whom and with what is not kept. */
const filesWithout = (workspace: Workspace, { staff }: HandedOver): readonly Write[] =>
  findAll(workspace, 'handovers').flatMap((record) => {
    const { otherRef, about } = record.body;
    const isHers = otherRef === staff.ref;
    if (!isHers && !about.includes(staff.ref)) return [];
    const body = {
      ...record.body,
      ...{ contents: [], ids: [], about: [], otherRef: isHers ? '' : otherRef },
    };
    return put(record, 'handovers', record.id, body);
  });

/** DUE9: a child who stays was perhaps last discussed in a session that goes. The day is kept. */
async function stayingWrites(
  workspace: Workspace,
  records: readonly OpenRecord[],
): Promise<readonly Write[]> {
  const ids = new Set<string>(records.map(({ id }) => id));
  const accounts = bodies(workspace, 'sessions')
    .filter(
      ({ id, status, supervisorPresent }) => ids.has(id) && status === 'ended' && supervisorPresent,
    )
    .flatMap((session) => session.accounts);
  const stay = bodies(workspace, 'children').filter(({ ref }) =>
    accounts.some(({ childRef }) => childRef === ref),
  );
  const writes = await Promise.all(
    stay.map(async ({ ref }): Promise<readonly Write[]> => {
      const record = workspace.set.find('children', await childRowId(workspace, ref));
      if (record && ids.has(record.id)) return [];
      const held = priorOf(workspace, ref);
      const own = accounts.filter(({ childRef }) => childRef === ref);
      const { me: by } = settingsOf(workspace);
      const body = priorAfterRemoval(ref, held?.body, own, { at: workspace.now, by });
      const id = await workspace.vault.referenceId('prior', ref);
      return body ? put(held, 'priorDiscussions', held?.id ?? id, body) : [];
    }),
  );
  return writes.flat();
}

const childRowId = async (workspace: Workspace, ref: ChildRef): Promise<string> =>
  findAll(workspace, 'children', (child) => child.ref === ref).at(0)?.id ?? '';

/** The day until which it can be read, where the council says how many; undefined is until it is removed. */
export function keptUntil(workspace: Workspace, acceptedOn: string): CalendarDate | undefined {
  const days = Number(settingsOf(workspace).keepHandedOverDays);
  const on = parseCalendarDate(acceptedOn);
  return on && Number.isInteger(days) && days > 0 ? addDays(on, days) : undefined;
}
