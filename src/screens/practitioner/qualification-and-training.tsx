import { useForm } from 'react-hook-form';
import { formatLongDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { Staff } from '#domain/records/staff.ts';
import {
  qualificationWords,
  trainingAsked,
  trainingLine,
  trainingsInOrder,
  trainingWords,
} from '#domain/staff-file/staff-training.ts';
import { changeStaff, profileOf } from '#storage/settings.ts';
import { addTraining, removeTraining } from '#storage/staff-file/staff-training.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { DatalistField } from '#ui/datalist-field.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

interface QualificationAndTrainingProps {
  readonly staff: Staff;
  /** On my own entry the page is called so already, and the policy's word is about me. */
  readonly isMe?: boolean;
}

/** Shown, and nothing waits for it: a session is held and its notes are finalised without (C-22, R-60). */
export function QualificationAndTraining({ staff, isMe }: QualificationAndTrainingProps) {
  const profile = profileOf(useWorkspace());
  const asked = trainingAsked(profile);
  return (
    <section>
      {!isMe && <h2 className="govuk-heading-m">Qualification and training</h2>}
      <p className="govuk-body">
        <Destination file="staff" />
      </p>
      <p className="govuk-body">
        {isMe && asked ? `${asked} ` : ''}It is recorded here and nothing waits for it.
      </p>
      <QualificationForm staff={staff} />
      {staff.trainings.length === 0 ? (
        <p className="govuk-body">{trainingWords(staff.trainings)}.</p>
      ) : (
        <TrainingList staff={staff} />
      )}
      <TrainingForm staff={staff} />
    </section>
  );
}

function QualificationForm({ staff }: { readonly staff: Staff }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { register, handleSubmit } = useForm({
    defaultValues: { qualification: staff.qualification },
  });
  const submit = handleSubmit(async ({ qualification }) => {
    await changeStaff(workspace, staff.ref, { qualification });
    announce('Saved');
  });
  return (
    <>
      <p className="govuk-body fp-text">{qualificationWords(staff.qualification)}</p>
      <Form id="qualification" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Qualification"
          hint="For example, social worker, registered."
          {...register('qualification')}
        />
        <Button type="submit" variant="secondary">
          Save the qualification
        </Button>
      </Form>
    </>
  );
}

function TrainingList({ staff }: { readonly staff: Staff }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  return (
    <ul className="govuk-list">
      {trainingsInOrder(staff.trainings).map((training) => (
        <li key={training.id}>
          {trainingLine(training)}{' '}
          <Button
            variant="link"
            onClick={() =>
              void removeTraining(workspace, staff.ref, training.id).then(() => announce('Removed'))
            }
          >
            Remove <span className="govuk-visually-hidden">{trainingLine(training)}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** What the policies name (000:134, 003:173). Anything else is as good. */
const usual = ['Motivational Interviewing', 'Supervision', 'Group supervision'];

function TrainingForm({ staff }: { readonly staff: Staff }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const today = todayIn(workspace);
  const form = useForm({
    defaultValues: { what: '', on: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { register, handleSubmit, formState, setError, reset, watch } = form;
  const { errors } = formState;
  const read = readTypedDate(watch('on'), today, { prefer: 'past' });

  const submit = handleSubmit(async ({ what }) => {
    if (read.outcome === 'unreadable') {
      setError('on', { type: 'date', message: read.reason });
      return;
    }
    const on = read.outcome === 'read' ? read.date : '';
    await addTraining(workspace, staff.ref, { what, on });
    reset();
    announce('Saved');
  });
  return (
    <>
      <ErrorSummary {...useFormErrors('training', formState)} />
      <Form id="training" onSubmit={(event) => void submit(event)}>
        <DatalistField
          label="Training"
          suggestions={usual}
          error={errors.what?.message}
          {...register('what', {
            validate: (what) => what.trim() !== '' || 'Enter what the training was',
          })}
        />
        <DateTextField
          label="On"
          hint="The day it ended. Leave it empty where it is not known."
          echo={read.outcome === 'read' ? formatLongDate(read.date) : undefined}
          error={errors.on?.message}
          {...register('on')}
        />
        <Button type="submit" variant="secondary">
          Add this training
        </Button>
      </Form>
    </>
  );
}
