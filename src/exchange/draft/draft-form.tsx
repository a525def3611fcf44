import { type ReactNode, useEffect } from 'react';
import {
  type DefaultValues,
  type FieldValues,
  FormProvider,
  type Path,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import type { CollectionName } from '#domain/collections.ts';
import type { RecordId } from '#domain/ids.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import { useDoneKey, useKeyOf } from '#ui/use-shortcuts.ts';

interface Missing {
  /** Of the draft. */
  readonly path: string;
  readonly message: string;
}

interface DraftFormOf<Body extends { readonly id: RecordId }, Values extends FieldValues> {
  readonly collection: CollectionName;
  readonly record: Body;
  readonly formId: string;
  /** A copy made from the values: the form goes on changing its own. The same function at each drawing. */
  readonly bodyOf: (values: Values) => Body;
  readonly missing: (body: Body) => readonly Missing[];
  /** What comes of a draft with nothing missing: it is on its way to disk. */
  readonly finish: (body: Body) => Promise<unknown>;
}

export interface DraftFormState<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  readonly formId: string;
  readonly errors: ReturnType<typeof useFormErrors>;
  readonly done: () => void;
  readonly leave: () => void;
}

/** A form that owns a whole draft while it is mounted, and saves it as it is typed. */
export function useDraftForm<Body extends { readonly id: RecordId }, Values extends FieldValues>(
  of: DraftFormOf<Body, Values>,
): DraftFormState<Values> {
  const { collection, record, formId, bodyOf, missing, finish } = of;
  const workspace = useWorkspace();
  const { id } = record;
  const unsaved = workspace.queue.unsaved(id)?.body ?? record;
  const form = useForm<Values>({
    defaultValues: structuredClone(unsaved) as unknown as DefaultValues<Values>, // of a draft of this id
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { subscribe, handleSubmit, getValues, setError, clearErrors, formState } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) =>
          workspace.draft({ collection, id, body: bodyOf(values) as never }), // of this collection
      }),
    [subscribe, workspace, collection, id, bodyOf],
  );
  const submit = handleSubmit(async () => {
    const body = bodyOf(getValues());
    const lacks = missing(body);
    for (const { path, message } of lacks)
      setError(path as Path<Values>, { type: 'missing', message });
    if (lacks.length > 0) return;
    // What nobody touched since the page opened has not been on its way to disk yet.
    workspace.draft({ collection, id, body: body as never });
    await finish(body);
  });
  const done = () => {
    clearErrors(); // one whose field is gone would bar the way
    void submit();
  };
  const leave = () => void workspace.queue.flushOne(id);
  return { form, formId, errors: useFormErrors(formId, formState), done, leave };
}

interface DraftFormProps<Values extends FieldValues> {
  readonly draft: DraftFormState<Values>;
  readonly children: ReactNode;
}

export function DraftForm<Values extends FieldValues>({ draft, children }: DraftFormProps<Values>) {
  const { form, formId, errors, done, leave } = draft;
  const onKeyDown = useDoneKey(done);
  return (
    <FormProvider {...form}>
      <ErrorSummary {...errors} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter works in every field; the button of the form does the same. Leaving a field saves */}
      <div onKeyDown={onKeyDown} onBlur={leave}>
        <Form
          id={formId}
          onSubmit={(event) => {
            event.preventDefault();
            done();
          }}
        >
          {children}
        </Form>
      </div>
    </FormProvider>
  );
}

/** What Ctrl+Enter does, for those who use no keys. */
export function DoneButton<Values extends FieldValues>({
  draft,
  children,
}: DraftFormProps<Values>) {
  return (
    <Button type="submit" {...useKeyOf('done')} disabled={draft.form.formState.isSubmitting}>
      {children}
    </Button>
  );
}
