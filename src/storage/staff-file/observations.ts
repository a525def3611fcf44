import { assert } from '#domain/assert.ts';
import { dateInLondon, formatDate, toInstant } from '#domain/dates/calendar-date.ts';
import type { Missing } from '#domain/discussion/discussion-progress.ts';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import {
  actionsOfObservation,
  buildObservation,
  type ObservationQuestion,
} from '#domain/observations/finalise-observation.ts';
import {
  missingFromObservation,
  readObservedDay,
} from '#domain/observations/observation-missing.ts';
import { Observation, type ObservationKind } from '#domain/records/observation.ts';
import { profileVersionOn } from '#storage/policies/profiles.ts';
import { findStaff, myName, settingsOf, staffName } from '#storage/settings.ts';
import { StorageError } from '#storage/storage-error.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, todayIn, updated } from '#storage/writes.ts';
import { observationDueOf } from './observations-reads.ts';

/**
 * An observation to write, with what is mostly so: today, and me. It is stored with the first letter that
 * is typed into its form, and not before: a look at the page leaves nothing behind.
 */
export const newObservation = (
  workspace: Workspace,
  kind: ObservationKind,
  superviseeRef: StaffRef,
): Observation =>
  Observation.parse({
    id: workspace.ports.newId() as RecordId, // a port makes ids
    kind,
    superviseeRef,
    observer: myName(workspace),
    on: formatDate(todayIn(workspace)),
    createdAt: workspace.now,
    createdBy: settingsOf(workspace).me,
  });

/** What it still needs, of what is in the form now. */
export const missingForObservation = (
  workspace: Workspace,
  observation: Observation,
): readonly Missing[] =>
  missingFromObservation({
    observation,
    at: workspace.now,
    names: [myName(workspace), staffName(workspace, observation.superviseeRef)],
  });

function questionOf(workspace: Workspace, observation: Observation): ObservationQuestion {
  const day = readObservedDay(observation, dateInLondon(toInstant(workspace.now)));
  const on = day.outcome === 'read' ? day.date : todayIn(workspace);
  const policy = profileVersionOn(workspace, on);
  const staff = findStaff(workspace, observation.superviseeRef)?.body;
  const due = staff && observationDueOf(workspace, staff, observation.kind, on);
  return {
    observation,
    at: workspace.now,
    by: myName(workspace),
    supervisee: staffName(workspace, observation.superviseeRef),
    profile: policy.profile,
    policySha256: policy.sha256,
    nextDue: due?.outcome === 'due' ? due.words : '',
    synthetic: settingsOf(workspace).synthetic,
  };
}

export type ObservationOutcome =
  | { readonly outcome: 'finalised' }
  | { readonly outcome: 'missing'; readonly missing: readonly Missing[] };

/**
 * Finalises an observation: the canonical text of the ObservationRecord becomes the row's body and is never
 * written again, the draft is kept as a version, and what was agreed becomes actions about the
 * practitioner, all in one transaction. Throws StorageError, also where text could not be saved first.
 */
export async function finaliseObservation(
  workspace: Workspace,
  id: string,
): Promise<ObservationOutcome> {
  let outcome: ObservationOutcome = { outcome: 'finalised' };
  await workspace.change(() => {
    const record = workspace.set.find('observations', id);
    assert(record, `no observation ${id}`);
    if (workspace.queue.unsaved(id)) {
      throw new StorageError('failed', `observation ${id} has text that is not saved yet`);
    }
    if (record.body.finalisedAt !== '') return [];
    const built = buildObservation(questionOf(workspace, record.body));
    outcome = built.outcome === 'missing' ? built : { outcome: 'finalised' };
    if (built.outcome === 'missing') return [];
    const written = { at: workspace.now, by: settingsOf(workspace).me };
    return [
      { ...updated(record, built.record, 'final'), text: built.text },
      ...actionsOfObservation(built.record, written).map((action) =>
        created('staffActions', action.id, action),
      ),
    ];
  });
  return outcome;
}

/** "Not needed after all", or needed again. Nothing that was typed goes. */
export async function setObservationAside(
  workspace: Workspace,
  id: string,
  isAside: boolean,
): Promise<void> {
  await workspace.change(() => {
    const record = workspace.set.find('observations', id);
    if (record?.body.finalisedAt !== '') return []; // finished, or never stored
    return [updated(record, { ...record.body, droppedAt: isAside ? workspace.now : '' })];
  });
}
