import { useEffect, useRef } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { missingToSend } from '#domain/entitlements/entitlement-missing.ts';
import type { Entitlement } from '#domain/records/entitlement.ts';
import { sendEntitlement } from '#storage/staff-file/entitlements.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { DisputeFields, OneToOneFields, ThreeWayFields } from './entitlement-steps.tsx';
import { type EntitlementValues, entitlementFrom } from './entitlement-values.ts';

interface EntitlementFormProps {
  readonly record: Entitlement;
  readonly supervisor: string;
}

/** The three steps on one page. It owns the whole record while it is mounted, and saves it as it is typed. */
export function EntitlementForm({ record, supervisor }: EntitlementFormProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { id, sentAt } = record;
  const unsaved = workspace.queue.unsaved(id)?.body as Entitlement | undefined; // drafts of this id are entitlements
  const start = unsaved ?? record;
  const last = useRef(start);
  const form = useForm<EntitlementValues>({
    defaultValues: structuredClone(start),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { subscribe, handleSubmit, getValues, setError, clearErrors, formState } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          const body = entitlementFrom(values, last.current, todayIn(workspace));
          last.current = body;
          workspace.draft({ collection: 'entitlements', id, body });
        },
      }),
    [subscribe, workspace, id],
  );
  const submit = handleSubmit(async () => {
    const body = entitlementFrom(getValues(), last.current, todayIn(workspace));
    const missing = missingToSend(body, todayIn(workspace));
    for (const { path, message } of missing)
      setError(path as 'issue', { type: 'missing', message }); // a path of the record
    if (missing.length > 0) return;
    workspace.draft({ collection: 'entitlements', id, body });
    await sendEntitlement(workspace, id);
    announce(`Sent. It goes with the next file for ${supervisor}`);
  });
  return (
    <FormProvider {...form}>
      <ErrorSummary {...useFormErrors('entitlement', formState)} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it does nothing a person could ask for. Leaving a field saves */}
      <div onBlur={() => void workspace.queue.flushOne(id)}>
        <Form
          id="entitlement"
          onSubmit={(event) => {
            event.preventDefault();
            clearErrors();
            if (sentAt === '') void submit();
          }}
        >
          <OneToOneFields supervisor={supervisor} />
          <ThreeWayFields supervisor={supervisor} />
          <DisputeFields />
          {sentAt === '' && (
            <Button type="submit" disabled={formState.isSubmitting}>
              Send it to {supervisor} with the next file
            </Button>
          )}
        </Form>
      </div>
    </FormProvider>
  );
}
