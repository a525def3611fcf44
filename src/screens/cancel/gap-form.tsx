import { useEffect } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { considersCover } from '#domain/cancellation.ts';
import { childRecordsWords } from '#domain/count-words.ts';
import { gapLine, monthsWords } from '#domain/gap-line.ts';
import type { CancellationRecord } from '#domain/records/cancellation.ts';
import {
  type ChildToTell,
  coverForGap,
  missingForGapDraft,
  monthsToTell,
  recordGap,
} from '#storage/cancellations-gap.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Destination } from '#ui/destination.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { type CancelValues, cancellationFrom } from './cancel-values.ts';

interface GapFormProps {
  readonly record: CancellationRecord;
  readonly toTell: readonly ChildToTell[];
}

/** Who covered goes on children's records; what was thought of cover stays on the supervision file. */
export function GapForm({ record, toTell }: GapFormProps) {
  const workspace = useWorkspace();
  const { id, superviseeRef } = record;
  const unsaved = workspace.queue.unsaved(id)?.body as CancellationRecord | undefined; // drafts of this id are gaps
  const form = useForm<CancelValues>({
    defaultValues: structuredClone(unsaved ?? record),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { register, subscribe, handleSubmit, getValues, setError, formState, control } = form;
  const { errors } = formState;
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
    const missing = missingForGapDraft(workspace, body);
    for (const { path, message } of missing)
      setError(path as 'cover', { type: 'missing', message }); // a path of the draft
    if (missing.length > 0) return;
    workspace.draft({ collection: 'cancellations', id, body });
    await recordGap(workspace, body);
  });
  const cover = useWatch({ control, name: 'cover' });
  const months = monthsToTell(toTell);
  const isAsked = considersCover(
    profileOf(workspace),
    coverForGap(workspace, superviseeRef, months),
  );
  return (
    <>
      <ErrorSummary {...useFormErrors('gap', formState)} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it does nothing a person could ask for. Leaving a field saves */}
      <div onBlur={() => void workspace.queue.flushOne(id)}>
        <Form id="gap" onSubmit={(event) => void submit(event)}>
          <p className="govuk-body">
            Supervision that was due in {monthsWords(months)} was not held.
          </p>
          <p className="govuk-body">
            <Destination file="child" name="each open child" />
          </p>
          <TextAreaField
            label="Who covered"
            hint="Neutral words, such as a name or role and the dates. Never what kind of absence it was."
            rows={2}
            grow
            error={errors.cover?.message}
            {...register('cover')}
          />
          <InsetText>
            <span className="fp-text">{gapLine(months, cover)}</span>
          </InsetText>
          {toTell.some((each) => each.months.length < months.length) && (
            <p className="govuk-body">
              A child who came onto the list later, or whose record tells of a month already, is
              told of the other months alone.
            </p>
          )}
          <p className="govuk-body">
            <Destination file="staff" />
          </p>
          <TextAreaField
            label={`Was passing cases on to someone else considered?${isAsked ? '' : ' (optional)'}`}
            hint="Above all where the risk is high or the absence long."
            rows={2}
            grow
            error={errors.coverConsidered?.message}
            {...register('coverConsidered')}
          />
          <Button type="submit" disabled={formState.isSubmitting}>
            Write it on {childRecordsWords(toTell.length)}
          </Button>
        </Form>
      </div>
    </>
  );
}
