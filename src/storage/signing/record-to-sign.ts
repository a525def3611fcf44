import type { CollectionName } from '#domain/collections.ts';
import { entryTables } from '#domain/entries/entry-fields.ts';
import { type RecordToSign, roleToSign } from '#domain/signing/signing-roles.ts';
import { myRefs } from '#storage/agreeing/agreeing-reads.ts';
import { findGroup } from '#storage/group/group-reads.ts';
import { handedOverRecord } from '#storage/handover/handed-over.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { findSignable, type SignableRecord } from './signable-records.ts';

type Reads = Pick<Workspace, 'set'>;

/** Who stands in a record of one collection in which part. */
type PartiesOf = { [C in CollectionName]?: (record: OpenRecord<C>, of: Reads) => RecordToSign };

/** SIGN10: by reference wherever one is kept; a typed name counts where it is that of whoever wrote it. */
const kinds: PartiesOf = {
  childRecords: ({ body }, of) => ofSession(of, body.sessionId),
  notes: ({ body }, of) => ofSession(of, body.sessionId),
  childEntries({ body }, of) {
    const wrote = of.set.find('entryDrafts', body.draftId)?.body.createdBy;
    const parties = entryTables[body.kind].who.isMe
      ? { decisionMaker: named(of, wrote, body.who) }
      : { author: only(wrote) };
    return { kind: 'entry', parties };
  },
  childAmendments: ({ body }, of) => ({
    kind: 'amendment',
    // One from before the reference was kept has the name alone.
    parties: { author: body.byRef === '' ? refsNamed(of, body.by) : [body.byRef] },
  }),
  staffAmendments: ({ body }) => ({ kind: 'amendment', parties: { author: [body.byRef] } }),
  observations({ body }, of) {
    const observer = named(of, body.createdBy, body.observer);
    return body.kind === 'liveSupervision'
      ? { kind: 'observation', parties: { observer, practitioner: [body.superviseeRef] } }
      : { kind: 'supervisionObservation', parties: { observer, supervisor: [body.superviseeRef] } };
  },
  monitoring: ({ body }, of) => {
    const auditor = named(of, body.createdBy, body.auditor || body.completedBy);
    return auditor.includes(body.supervisorRef)
      ? { kind: 'ownMonitoring', parties: { author: auditor } }
      : { kind: 'monitoring', parties: { auditor, supervisor: [body.supervisorRef] } };
  },
  cancellations: ({ body }) => ({ kind: 'other', parties: { author: [body.createdBy] } }),
  handoverNotes: ({ body }) => ({ kind: 'other', parties: { author: [body.supervisorRef] } }),
};

function ofSession(of: Reads, sessionId: string): RecordToSign {
  const group = findGroup(of, sessionId)?.body;
  if (group) return { kind: 'group', parties: { facilitator: [group.facilitatorRef] } };
  const session = findSession(of, sessionId)?.body;
  const parties = session
    ? { supervisor: [session.supervisorRef], practitioner: [session.superviseeRef] }
    : {};
  return { kind: 'session', parties };
}

const only = (ref: string | undefined): readonly string[] => (ref === undefined ? [] : [ref]);

/** Whoever wrote it, where the name on it is theirs: nobody signs for another. */
const named = (of: Reads, ref: string | undefined, name: string): readonly string[] =>
  ref !== undefined && sameName(staffName(of, ref), name) ? [ref] : [];

const refsNamed = (of: Reads, name: string): readonly string[] =>
  myRefs(of).filter((ref) => sameName(staffName(of, ref), name));

const sameName = (a: string, b: string) => a.trim() === b.trim();

/** Whether I may sign a finished text on this device, as what, and otherwise why not (SIGN10, HAND20). */
export function mySigningRole(
  workspace: Pick<Workspace, 'set' | 'now'>,
  recordId: string,
): ReturnType<typeof roleToSign> {
  const found = findSignable(workspace, recordId);
  const record = found && recordToSign(workspace, found);
  if (!record) return { outcome: 'mayNot', why: 'it is not signed' };
  const gone = handedOverRecord(workspace, recordId);
  if (gone !== undefined) return { outcome: 'mayNot', why: gone.replace(/\.$/, '') };
  return roleToSign(myRefs(workspace), { ...record, signed: rowsUnder(workspace, recordId) });
}

function recordToSign(of: Reads, { record }: SignableRecord): RecordToSign | undefined {
  const build = kinds[record.collection] as
    | ((record: OpenRecord, of: Reads) => RecordToSign)
    | undefined; // keyed by the record's own collection
  return build?.(record, of);
}

/** By the rows as they are, checked or not: a broken one is no reason to sign in another role. */
function rowsUnder({ set }: Reads, recordId: string): NonNullable<RecordToSign['signed']> {
  return [
    ...[...set.all('childSignatures').values()].filter(({ body }) => body.recordId === recordId),
    ...[...set.all('staffSignatures').values()].filter(({ body }) =>
      body.list.some((one) => one.recordId === recordId),
    ),
  ].map(({ body: { role, signerRef } }) => ({ role, signerRef }));
}
