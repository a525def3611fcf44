import { useEffect, useMemo } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { observationTables } from '#domain/observations/observation-fields.ts';
import type { Observation } from '#domain/records/observation.ts';
import {
  finaliseObservation,
  missingForObservation,
  setObservationAside,
} from '#storage/observations.ts';
import { childrenToLeaveUnnamed } from '#storage/observations-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useGoTo } from '#ui/link.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { useDoneKey, useKeyOf } from '#ui/use-shortcuts.ts';
import { ChildrenContext, NamedChildren } from './named-children.tsx';
import { ObservationAfter } from './observation-after.tsx';
import { ObservationBefore } from './observation-before.tsx';
import { type ObservationValues, observationOf } from './observation-values.ts';
import { ObservedAreas } from './observed-areas.tsx';
import { PracticeElements } from './practice-elements.tsx';

interface ObservationFormProps {
  readonly observation: Observation;
  /** Whose work it was. */
  readonly name: string;
}

/** The form of one observation. It owns the whole draft while it is mounted, and saves it as it is typed. */
export function ObservationForm({ observation, name }: ObservationFormProps) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const announce = useAnnounce();
  const { id, kind } = observation;
  const { name: what, withFamily } = observationTables[kind];
  const unsaved = workspace.queue.unsaved(id)?.body as Observation | undefined; // drafts of this id are observations
  const form = useForm<ObservationValues>({
    defaultValues: structuredClone(unsaved ?? observation),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { subscribe, handleSubmit, getValues, setError, clearErrors, formState } = form;
  const children = useUnnamed(observation);

  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) =>
          workspace.draft({ collection: 'observations', id, body: observationOf(values) }),
      }),
    [subscribe, workspace, id],
  );

  const submit = handleSubmit(async () => {
    const body = observationOf(getValues());
    const missing = missingForObservation(workspace, body);
    for (const { path, message } of missing) {
      setError(path as 'purpose', { type: 'missing', message }); // a path of the draft
    }
    if (missing.length > 0) return;
    // What nobody touched since the page opened has not been on its way to disk yet.
    workspace.draft({ collection: 'observations', id, body });
    const { outcome } = await finaliseObservation(workspace, id);
    if (outcome === 'finalised') announce(`${what} finalised`);
  });
  const finalise = () => {
    clearErrors(); // one whose field is gone would bar the way
    void submit();
  };
  const onKeyDown = useDoneKey(finalise);
  const doneKey = useKeyOf('done');
  const putAside = async () => {
    await setObservationAside(workspace, id, true);
    goTo('/');
  };
  return (
    <FormProvider {...form}>
      <ChildrenContext value={children}>
        <ErrorSummary {...useFormErrors('observation', formState)} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter works in every field; the button below does the same. Leaving a field saves */}
        <div onKeyDown={onKeyDown} onBlur={() => void workspace.queue.flushOne(id)}>
          <Form
            id="observation"
            onSubmit={(event) => {
              event.preventDefault();
              finalise();
            }}
          >
            <ObservationBefore kind={kind} />
            <ObservedAreas kind={kind} />
            {withFamily && <PracticeElements />}
            <ObservationAfter kind={kind} name={name} />
            <NamedChildren />
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
      </ChildrenContext>
    </FormProvider>
  );
}

function useUnnamed({ kind, superviseeRef }: Observation) {
  const workspace = useWorkspace();
  const children = useAll('children');
  const allocations = useAll('allocations');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows what is stored of them
  return useMemo(
    () => childrenToLeaveUnnamed(workspace, { kind, superviseeRef }),
    [workspace, kind, superviseeRef, children.length, allocations.length],
  );
}
