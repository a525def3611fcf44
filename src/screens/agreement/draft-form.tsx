import { type ReactNode, useEffect } from 'react';
import { type DefaultValues, type FieldValues, FormProvider, useForm } from 'react-hook-form';
import type { Stored } from '#domain/records/schemas.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Form } from '#ui/form.tsx';

interface DraftFormProps<C extends 'agreements' | 'responses'> {
  /** The form's id: its fields are `id-path`. */
  readonly id: string;
  readonly record: OpenRecord<C>;
  readonly children: ReactNode;
}

/**
 * A form that owns the whole body of its record and saves it as it is typed, valid or not. Text still on
 * its way to disk is newer than the row.
 */
export function DraftForm<C extends 'agreements' | 'responses'>(props: DraftFormProps<C>) {
  const { record, children } = props;
  const workspace = useWorkspace();
  const { id, collection } = record;
  const unsaved = workspace.queue.unsaved(id)?.body;
  const form = useForm<FieldValues>({
    defaultValues: (unsaved ?? record.body) as DefaultValues<FieldValues>, // a body is an object of fields
  });
  const { subscribe } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) =>
          workspace.draft({
            collection,
            id,
            body: structuredClone(values) as Stored<C>, // made from a body of this collection
          }),
      }),
    [subscribe, workspace, collection, id],
  );
  return (
    <FormProvider {...form}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving a field saves it; nothing to press */}
      <div onBlur={() => void workspace.queue.flushOne(id)}>
        <Form id={props.id} onSubmit={(event) => event.preventDefault()}>
          {children}
        </Form>
      </div>
    </FormProvider>
  );
}
