import { useForm } from 'react-hook-form';
import { isEarlyHelp } from '#domain/caseload/higher-risk.ts';
import type { Child } from '#domain/records/child.ts';
import { correctChild } from '#storage/caseload/caseload.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { Details } from '#ui/details.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

/** Early help that was allocated as higher risk is discussed in every session (000:118, C-13). */
export function HigherRiskForm({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  if (!isEarlyHelp(child, profileOf(workspace)) && child.higherRiskEarlyHelp === '') return null;
  return <Fields key={child.history.length} child={child} />;
}

function Fields({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { register, handleSubmit, formState, setError } = useForm({
    defaultValues: { isHigher: child.higherRiskEarlyHelp === 'yes', reason: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ isHigher, reason }) => {
    if (reason.trim() === '') {
      setError('reason', { type: 'missing', message: 'Write the reason for this change' });
      return;
    }
    const set = { higherRiskEarlyHelp: isHigher ? 'yes' : '' };
    await correctChild(workspace, child.ref, set, { on: todayIn(workspace), reason });
    announce('Saved');
  });
  return (
    <Details summary="Early help at higher risk" open={errors.reason !== undefined}>
      <ErrorSummary {...useFormErrors('higher-risk', formState)} />
      <Form id="higher-risk" onSubmit={(event) => void submit(event)}>
        <CheckboxField
          small
          label="This family was allocated as higher risk"
          hint="It is then suggested for each session, and more often where the policy says so."
          {...register('isHigher')}
        />
        <TextField label="Reason" error={errors.reason?.message} {...register('reason')} />
        <Button type="submit" variant="secondary" disabled={isSubmitting}>
          Save higher risk
        </Button>
      </Form>
    </Details>
  );
}
