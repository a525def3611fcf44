import { useForm } from 'react-hook-form';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { readTypedDate } from '#domain/dates/typed-date.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { nextVersion } from '#domain/policies/versions-in-time.ts';
import { heldVersions } from '#storage/policies/profiles.ts';
import { storeVersion } from '#storage/policies/store-profile.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useGoTo } from '#ui/link.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { FromDay } from './from-day.tsx';

interface TakeInFormProps {
  /** Checked, and without a fault. */
  readonly profile: PolicyProfile;
  readonly onAgain: () => void;
}

/** From when it is in force here, and its number: its own where the file has one. */
export function TakeInForm({ profile, onAgain }: TakeInFormProps) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const announce = useAnnounce();
  const today = todayIn(workspace);
  const ownDay = parseCalendarDate(profile.effectiveFrom ?? '');
  const { register, handleSubmit, setError, watch, formState } = useForm({
    defaultValues: {
      version: profile.version ?? nextVersion(heldVersions(workspace), profile.id),
      // A day of long ago is when the text began, and not when this team took it up.
      effectiveFrom: formatDate(ownDay && ownDay > today ? ownDay : today),
    },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;

  const submit = handleSubmit(async (values) => {
    const from = readTypedDate(values.effectiveFrom, today);
    const version = values.version.trim();
    if (version === '') setError('version', { type: 'empty', message: words.noNumber });
    if (from.outcome === 'empty')
      setError('effectiveFrom', { type: 'empty', message: words.noDay });
    if (from.outcome === 'unreadable')
      setError('effectiveFrom', { type: 'date', message: from.reason });
    if (from.outcome !== 'read' || version === '') return;
    const effectiveFrom = from.date;
    const asked = { profile, version, effectiveFrom, origin: 'loaded' } as const;
    const { outcome } = await storeVersion(workspace, asked);
    if (outcome !== 'stored') {
      setError('version', { type: outcome, message: words[outcome] });
      return;
    }
    announce(`Taken in. In force from ${formatDate(effectiveFrom)}`);
    goTo('/policy');
  });

  return (
    <>
      <ErrorSummary {...useFormErrors('takeIn', formState)} />
      <Form id="takeIn" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Version"
          hint="A finalised record says which version it was finalised under."
          width="10"
          error={errors.version?.message}
          {...register('version')}
        />
        <FromDay
          typed={watch('effectiveFrom')}
          error={errors.effectiveFrom?.message}
          {...register('effectiveFrom')}
        />
        <ButtonGroup>
          <Button type="submit" disabled={formState.isSubmitting}>
            Take in this profile
          </Button>
          <Button variant="link" onClick={onAgain}>
            Choose another file
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

const words = {
  noNumber: 'Enter a number for this version',
  noDay: 'Enter the day from which this version is in force',
  numberTaken: 'There is another version with this number. Enter a number that is not used yet',
  alreadyThere: 'This version is in force from that day already',
} as const;
