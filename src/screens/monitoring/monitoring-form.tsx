import { useEffect } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import type { Monitoring } from '#domain/records/monitoring.ts';
import {
  finaliseMonitoring,
  missingForMonitoring,
  setMonitoringAside,
} from '#storage/monitoring.ts';
import { lastDayOf } from '#storage/monitoring-reads.ts';
import { profileOn } from '#storage/profiles.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useGoTo } from '#ui/link.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { useDoneKey, useKeyOf } from '#ui/use-shortcuts.ts';
import { MonitoringHeader } from './monitoring-header.tsx';
import { formOf, type MonitoringValues } from './monitoring-values.ts';
import { NamesInForm } from './names-in-form.tsx';
import { PartOne } from './part-one.tsx';
import { PartThree } from './part-three.tsx';
import { PartTwo } from './part-two.tsx';

/** The whole form. It owns its draft while it is mounted, and saves it as it is typed. */
export function MonitoringForm({ draft }: { readonly draft: Monitoring }) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const { id, superviseeRef } = draft;
  const unsaved = workspace.queue.unsaved(id)?.body as Monitoring | undefined; // drafts of this id are forms
  const form = useForm<MonitoringValues>({
    defaultValues: structuredClone(unsaved ?? draft) as MonitoringValues,
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { subscribe, handleSubmit, getValues, setError, clearErrors, control, formState } = form;
  const [from, to] = useWatch({ control, name: ['from', 'to'] });

  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) =>
          workspace.draft({ collection: 'monitoring', id, body: formOf(values) }),
      }),
    [subscribe, workspace, id],
  );

  const submit = handleSubmit(async () => {
    const body = formOf(getValues());
    const missing = missingForMonitoring(workspace, body);
    for (const { path, message } of missing) {
      setError(path as 'on', { type: 'missing', message }); // a path of the draft
    }
    if (missing.length > 0) return;
    // What nobody touched since the page opened has not been on its way to disk yet.
    workspace.draft({ collection: 'monitoring', id, body });
    await finaliseMonitoring(workspace, id);
  });
  const finalise = () => {
    clearErrors(); // one whose field is gone would bar the way
    void submit();
  };
  const onKeyDown = useDoneKey(finalise);
  const doneKey = useKeyOf('done');
  const putAside = async () => {
    await setMonitoringAside(workspace, id, true);
    goTo('/monitoring');
  };
  const profile = profileOn(workspace, lastDayOf({ to }, todayIn(workspace)));
  return (
    <FormProvider {...form}>
      <ErrorSummary {...useFormErrors('monitoring', formState)} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter works in every field; the button below does the same. Leaving a field saves */}
      <div onKeyDown={onKeyDown} onBlur={() => void workspace.queue.flushOne(id)}>
        <Form
          id="monitoring"
          onSubmit={(event) => {
            event.preventDefault();
            finalise();
          }}
        >
          <MonitoringHeader />
          <PartOne superviseeRef={superviseeRef} from={from} to={to} />
          <PartTwo profile={profile} />
          <PartThree />
          <NamesInForm />
          <ButtonGroup>
            <Button type="submit" {...doneKey} disabled={formState.isSubmitting}>
              Finalise
            </Button>
            <Button variant="link" onClick={() => void putAside()}>
              Not needed after all
            </Button>
          </ButtonGroup>
        </Form>
      </div>
    </FormProvider>
  );
}
