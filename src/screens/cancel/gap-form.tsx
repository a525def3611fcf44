import { useWatch } from 'react-hook-form';
import { considersCover } from '#domain/cancellations/cancellation.ts';
import { gapLine, monthsWords } from '#domain/cancellations/gap-line.ts';
import { childRecordsWords } from '#domain/count-words.ts';
import type { CancellationRecord } from '#domain/records/cancellation.ts';
import { DoneButton, DraftForm, useDraftForm } from '#exchange/draft/draft-form.tsx';
import {
  type ChildToTell,
  coverForGap,
  missingForGapDraft,
  monthsToTell,
  recordGap,
} from '#storage/session/cancellations-gap.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { cancellationFrom } from './cancel-values.ts';

interface GapFormProps {
  readonly record: CancellationRecord;
  readonly toTell: readonly ChildToTell[];
}

/** Who covered goes on children's records; what was thought of cover stays on the supervision file. */
export function GapForm({ record, toTell }: GapFormProps) {
  const workspace = useWorkspace();
  const { superviseeRef } = record;
  const draft = useDraftForm({
    collection: 'cancellations',
    record,
    formId: 'gap',
    bodyOf: cancellationFrom,
    missing: (body) => missingForGapDraft(workspace, body),
    finish: (body) => recordGap(workspace, body),
  });
  const { register, control, formState } = draft.form;
  const { errors } = formState;
  const cover = useWatch({ control, name: 'cover' });
  const months = monthsToTell(toTell);
  const isAsked = considersCover(
    profileOf(workspace),
    coverForGap(workspace, superviseeRef, months),
  );
  return (
    <DraftForm draft={draft}>
      <p className="govuk-body">Supervision that was due in {monthsWords(months)} was not held.</p>
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
          A child who came onto the list later, or whose record tells of a month already, is told of
          the other months alone.
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
      <DoneButton draft={draft}>Write it on {childRecordsWords(toTell.length)}</DoneButton>
    </DraftForm>
  );
}
