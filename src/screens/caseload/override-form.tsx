import { useForm } from 'react-hook-form';
import { intervalLabel } from '#domain/agreement/agreement-interval.ts';
import { currentAllocation } from '#domain/caseload/caseload.ts';
import { formatDate, formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import {
  checkTypedOverride,
  overrideChoices,
  type TypedOverride,
} from '#domain/due/override-review.ts';
import type { Child } from '#domain/records/child.ts';
import { childQuestion } from '#storage/agenda/due.ts';
import { correctChild } from '#storage/caseload/caseload.ts';
import { settingsOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { Details } from '#ui/details.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

/** Discussed more often than the policy says, from today: never less often. */
export function OverrideForm({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  const { profile, child: facts } = childQuestion(workspace, child);
  const choices = overrideChoices({ profile, child: facts });
  const isSet = child.overrideInterval !== '';
  if ((choices.length === 0 && !isSet) || isMine(workspace, child)) return null;
  return <Fields key={child.history.length} {...{ child, choices, isSet }} />;
}

/** It is for whoever supervises the worker to decide, and not for the worker. */
function isMine(workspace: Workspace, { ref }: Child): boolean {
  const { me, alsoMe, supervisorRef } = settingsOf(workspace);
  const worker = currentAllocation(ref, bodies(workspace, 'allocations'), todayIn(workspace));
  const mine: readonly string[] = [me, ...alsoMe];
  return supervisorRef !== '' && worker !== undefined && mine.includes(worker.staffRef);
}

interface FieldsProps {
  readonly child: Child;
  readonly choices: readonly string[];
  readonly isSet: boolean;
}

function Fields({ child, choices, isSet }: FieldsProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const today = todayIn(workspace);
  const reviewOn = parseCalendarDate(child.overrideReviewOn);
  const { register, handleSubmit, formState, setError, watch } = useForm<TypedOverride>({
    defaultValues: {
      interval: child.overrideInterval,
      reason: '',
      reviewOn: reviewOn ? formatDate(reviewOn) : '',
    },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  const read = readTypedDate(watch('reviewOn'), today, { prefer: 'future' });

  const submit = handleSubmit(async (typed) => {
    const { interval, reason } = typed;
    const { profile, child: facts } = childQuestion(workspace, child);
    const checked = checkTypedOverride({ profile, child: facts, typed, today, isSet });
    const ends = checked.outcome === 'ends';
    if (checked.outcome === 'refused') {
      for (const { field, message } of checked.errors) setError(field, { type: 'typed', message });
      return;
    }
    const set = {
      overrideInterval: interval,
      overrideReason: ends ? '' : reason,
      overrideReviewOn: checked.outcome === 'accepted' ? checked.reviewOn : '',
    };
    await correctChild(workspace, child.ref, set, { on: today, reason });
    announce(ends ? 'The policy’s own interval counts again' : 'Saved');
  });
  return (
    <Details
      summary="Discuss more often than the policy says"
      open={Object.keys(errors).length > 0}
    >
      <ErrorSummary {...useFormErrors('override', formState)} />
      <Form id="override" onSubmit={(event) => void submit(event)}>
        <SelectField
          label="How often"
          options={[
            { value: '', label: 'By the policy' },
            ...withSet(choices, child.overrideInterval).map((value) => ({
              value,
              label: intervalLabel(value),
            })),
          ]}
          error={errors.interval?.message}
          {...register('interval')}
        />
        <TextField
          label="Reason"
          hint={isSet ? 'For this change.' : undefined}
          error={errors.reason?.message}
          {...register('reason')}
        />
        <DateTextField
          label="Look at this again on"
          hint="For example, 27 3 2027 or 3 months."
          echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
          error={errors.reviewOn?.message}
          {...register('reviewOn')}
        />
        <Button type="submit" variant="secondary" disabled={formState.isSubmitting}>
          Save how often
        </Button>
      </Form>
    </Details>
  );
}

/** What was set under another policy or status is shown as it is. */
const withSet = (choices: readonly string[], set: string): readonly string[] =>
  set === '' || choices.includes(set) ? choices : [...choices, set];
