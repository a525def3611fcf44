import { useEffect } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { readRearranged } from '#domain/cancellations/cancellation-missing.ts';
import type { CancellationRecord } from '#domain/records/cancellation.ts';
import { missingForCancelled, recordCancellation } from '#storage/cancellations.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { Destination } from '#ui/destination.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { useDoneKey, useKeyOf } from '#ui/use-shortcuts.ts';
import { type CancelValues, cancellationFrom } from './cancel-values.ts';
import { ChildrenAtRisk } from './children-at-risk.tsx';
import { NewDay } from './new-day.tsx';
import { WhyCancelled } from './why-cancelled.tsx';

/** The form of one cancellation. It owns the whole draft while it is mounted, and saves it as it is typed. */
export function CancelForm({ record }: { readonly record: CancellationRecord }) {
  const workspace = useWorkspace();
  const { id, superviseeRef } = record;
  const unsaved = workspace.queue.unsaved(id)?.body as CancellationRecord | undefined; // drafts of this id are cancellations
  const form = useForm<CancelValues>({
    defaultValues: structuredClone(unsaved ?? record),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { subscribe, handleSubmit, getValues, setError, clearErrors, formState, control } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) =>
          workspace.draft({ collection: 'cancellations', id, body: cancellationFrom(values) }),
      }),
    [subscribe, workspace, id],
  );
  const submit = handleSubmit(async () => {
    const body = cancellationFrom(getValues());
    const missing = missingForCancelled(workspace, body);
    for (const { path, message } of missing)
      setError(path as 'reason', { type: 'missing', message }); // a path of the draft
    if (missing.length > 0) return;
    // What nobody touched since the page opened has not been on its way to disk yet.
    workspace.draft({ collection: 'cancellations', id, body });
    await recordCancellation(workspace, id);
  });
  const done = () => {
    clearErrors(); // one whose field is gone would bar the way
    void submit();
  };
  const onKeyDown = useDoneKey(done);
  const doneKey = useKeyOf('done');
  const typedDay = useWatch({ control, name: 'rearrangedFor' });
  const newDay = readRearranged({ rearrangedFor: typedDay }, todayIn(workspace));
  return (
    <FormProvider {...form}>
      <ErrorSummary {...useFormErrors('cancel', formState)} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter works in every field; the button below does the same. Leaving a field saves */}
      <div onKeyDown={onKeyDown} onBlur={() => void workspace.queue.flushOne(id)}>
        <Form
          id="cancel"
          onSubmit={(event) => {
            event.preventDefault();
            done();
          }}
        >
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
          <Button type="submit" {...doneKey} disabled={formState.isSubmitting}>
            Record the cancellation
          </Button>
        </Form>
      </div>
    </FormProvider>
  );
}
