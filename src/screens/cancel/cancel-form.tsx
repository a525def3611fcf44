import { useWatch } from 'react-hook-form';
import { readRearranged } from '#domain/cancellations/cancellation-missing.ts';
import type { CancellationRecord } from '#domain/records/cancellation.ts';
import { DoneButton, DraftForm, useDraftForm } from '#exchange/draft/draft-form.tsx';
import { missingForCancelled, recordCancellation } from '#storage/session/cancellations.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Destination } from '#ui/destination.tsx';
import { cancellationFrom } from './cancel-values.ts';
import { ChildrenAtRisk } from './children-at-risk.tsx';
import { NewDay } from './new-day.tsx';
import { WhyCancelled } from './why-cancelled.tsx';

/** The form of one cancellation. It owns the whole draft while it is mounted, and saves it as it is typed. */
export function CancelForm({ record }: { readonly record: CancellationRecord }) {
  const workspace = useWorkspace();
  const { id, superviseeRef } = record;
  const draft = useDraftForm({
    collection: 'cancellations',
    record,
    formId: 'cancel',
    bodyOf: cancellationFrom,
    missing: (body) => missingForCancelled(workspace, body),
    finish: () => recordCancellation(workspace, id),
  });
  const typedDay = useWatch({ control: draft.form.control, name: 'rearrangedFor' });
  const newDay = readRearranged({ rearrangedFor: typedDay }, todayIn(workspace));
  return (
    <DraftForm draft={draft}>
      <h2 className="govuk-heading-m">Why it is not held</h2>
      <p className="govuk-body">
        <Destination file="staff" /> None of it reaches a child’s record.
      </p>
      <WhyCancelled />
      <NewDay record={record} />
      <ChildrenAtRisk
        superviseeRef={superviseeRef}
        rearrangedFor={newDay.outcome === 'read' ? newDay.date : undefined}
      />
      <DoneButton draft={draft}>Record the cancellation</DoneButton>
    </DraftForm>
  );
}
