import { assert } from '#domain/assert.ts';
import { addDays, formatDate, monthOf } from '#domain/dates/calendar-date.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import { auditSample } from '#domain/monitoring/audit-sample.ts';
import {
  buildMonitoring,
  type MonitoringQuestion,
} from '#domain/monitoring/finalise-monitoring.ts';
import { missingFromMonitoring } from '#domain/monitoring/monitoring-missing.ts';
import { Monitoring, type MonitoringRecord } from '#domain/records/monitoring.ts';
import { profileVersionOn } from '#storage/policies/profiles.ts';
import type { Write } from '#storage/save.ts';
import { myName, settingsOf, staffName } from '#storage/settings.ts';
import { StorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, todayIn, updated } from '#storage/writes.ts';
import { lastDayOf, partOne, pickedRecords, recordsToRead } from './monitoring-reads.ts';

/**
 * A form to fill, with what is mostly so: the month that it was a fortnight ago, today, and me. It is stored
 * with the first thing that is said in it, and not before.
 */
export function newMonitoring(workspace: Workspace, superviseeRef: StaffRef): Monitoring {
  const { me } = settingsOf(workspace);
  const today = todayIn(workspace);
  const month = monthOf(addDays(today, -14));
  return Monitoring.parse({
    id: workspace.ports.newId(),
    superviseeRef,
    supervisorRef: me,
    from: month,
    to: month,
    completedBy: myName(workspace),
    on: formatDate(today),
    createdAt: workspace.now,
    createdBy: me,
  });
}

/** No policy says how many records an audit reads: our numbers. */
const CHILD_RECORDS = 4;
const NOTES = 2;

/**
 * The records to be read for the audit, picked at random out of what is finished (AUDIT1, AUDIT2). Picking
 * again is another pick, and how often it was done is told.
 */
export function pickRecords(
  workspace: Workspace,
  form: Monitoring,
): Pick<Monitoring, 'pickSeed' | 'pickOf' | 'pickedIds' | 'timesPicked'> {
  const { childRecords, notes } = recordsToRead(workspace, form);
  const timesPicked = form.timesPicked + 1;
  const seed = `${form.id} ${timesPicked}`;
  const children = auditSample({ records: childRecords, size: CHILD_RECORDS, seed });
  const ofNotes = auditSample({ records: notes, size: NOTES, seed });
  return {
    pickSeed: seed,
    pickOf: children.of + ofNotes.of,
    pickedIds: [...children.drawn, ...ofNotes.drawn],
    timesPicked,
  };
}

/** What the form still needs, of what is in it now. */
export const missingForMonitoring = (workspace: Workspace, form: Monitoring): readonly Missing[] =>
  missingFromMonitoring(form, todayIn(workspace));

export type MonitoringOutcome =
  | { readonly outcome: 'finalised' }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

function questionOf(workspace: Workspace, draft: Monitoring): MonitoringQuestion {
  const policy = profileVersionOn(workspace, lastDayOf(draft, todayIn(workspace)));
  return {
    draft,
    at: workspace.now,
    by: myName(workspace),
    supervisor: staffName(workspace, draft.supervisorRef),
    supervisee: staffName(workspace, draft.superviseeRef),
    figures: partOne(workspace, draft),
    picked: pickedRecords(workspace, draft).map(({ words }) => words),
    profile: policy.profile,
    policySha256: policy.sha256,
    synthetic: settingsOf(workspace).synthetic,
  };
}

/**
 * Finishes the form: its canonical text, with part 1 as counted now, becomes the row's body and is never
 * written again; its actions are actions of the supervision file. Throws StorageError, also where text of
 * the draft could not be saved first.
 */
export async function finaliseMonitoring(
  workspace: Workspace,
  id: string,
): Promise<MonitoringOutcome> {
  let outcome: MonitoringOutcome = { outcome: 'finalised' };
  await workspace.change(() => {
    const record = workspace.set.find('monitoring', id);
    assert(record, `no monitoring form ${id}`);
    if (workspace.queue.unsaved(id)) {
      throw new StorageError('failed', `monitoring ${id} has text that is not saved yet`);
    }
    if (record.body.finalisedAt !== '') return [];
    const built = buildMonitoring(questionOf(workspace, record.body));
    outcome = built.outcome === 'missing' ? built : { outcome: 'finalised' };
    if (built.outcome === 'missing') return [];
    return [
      { ...updated(record, built.record, 'final'), text: built.text },
      ...actionWrites(workspace, built.record),
    ];
  });
  return outcome;
}

/** As of an entry: an action of the form comes from no session, and its origin is the form's own id. */
function actionWrites(workspace: Workspace, form: MonitoringRecord): readonly Write[] {
  const { superviseeRef, completedOn: agreedOn } = form;
  const sessionId = form.id as RecordId; // no session has it
  const written = { createdAt: workspace.now, createdBy: settingsOf(workspace).me };
  return form.actionsAgreed.map(({ id, what, owner, byWhen, dueOn }) =>
    created('staffActions', id, {
      ...{ id, superviseeRef, sessionId, what, owner, byWhen, dueOn, agreedOn },
      ...written,
    }),
  );
}

/** "Not needed after all", or needed again. Nothing that was typed goes. */
export async function setMonitoringAside(
  workspace: Workspace,
  id: string,
  isAside: boolean,
): Promise<void> {
  await workspace.change(() => {
    const record = workspace.set.find('monitoring', id);
    if (record?.body.finalisedAt !== '') return [];
    return [updated(record, { ...record.body, droppedAt: isAside ? workspace.now : '' })];
  });
}
