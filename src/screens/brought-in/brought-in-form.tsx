import { useEffect } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { dayOfBroughtIn, missingToConfirm } from '#domain/brought-in/brought-in-missing.ts';
import { broughtInKindsOf, broughtInLabels } from '#domain/brought-in/brought-in-words.ts';
import { formatLongDate } from '#domain/calendar-date.ts';
import { childLabel } from '#domain/child-label.ts';
import { childrenNamed } from '#domain/observations/children-named.ts';
import type { BroughtIn } from '#domain/records/brought-in.ts';
import { DraftFrame } from '#exchange/draft-frame.tsx';
import { confirmBroughtIn } from '#storage/brought-in.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button } from '#ui/button.tsx';
import { DateTextField } from '#ui/date-text-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import type { FormValues } from '#ui/form-values.ts';
import { InsetText } from '#ui/inset-text.tsx';
import { useGoTo } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';
import type { BroughtInPlace } from './brought-in-place.ts';

interface BroughtInFormProps extends BroughtInPlace {
  readonly record: BroughtIn;
  readonly isNew: boolean;
}

/** While it is filled in: saved as it is typed, on the file it will stay on. */
export function BroughtInForm({ isNew, ...props }: BroughtInFormProps) {
  const goTo = useGoTo();
  const { record, collection, file, name, back } = props;
  const isStored = useRecord(collection, record.id) !== undefined;
  useEffect(() => {
    // The address of one that is stored: locking comes back to it and not to an empty page.
    if (isNew && isStored) goTo(`/brought-in/${file}/${record.id}`);
  }, [isNew, isStored, file, record.id, goTo]);
  return (
    <Page
      title={`Bring in an old record: ${name}`}
      documentTitle="Bring in an old record"
      width="text"
      back={<BackLink href={back.href}>{back.label}</BackLink>}
    >
      <p className="govuk-body">
        {file === 'child' ? <Destination file="child" name={name} /> : <Destination file="staff" />}{' '}
        It is kept as it was written, and says that it was brought in.{' '}
        {file === 'staff' && 'Nothing of it goes on a child’s record.'}
      </p>
      <DraftFrame
        collection={collection}
        id={record.id}
        body={record}
        formId="broughtIn"
        before="before this is kept"
      >
        <Fields {...props} />
      </DraftFrame>
    </Page>
  );
}

type Values = FormValues<BroughtIn>;

function Fields({ record, collection, file, name }: Omit<BroughtInFormProps, 'isNew'>) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const today = todayIn(workspace);
  const { id } = record;
  const unsaved = workspace.queue.unsaved(id)?.body as BroughtIn | undefined; // drafts of this id are of this kind
  const form = useForm<Values>({
    defaultValues: structuredClone(unsaved ?? record) as Values,
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { register, control, subscribe, handleSubmit, getValues, setError, formState } = form;
  const { errors } = formState;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => workspace.draft({ collection, id, body: recordOf(values) }),
      }),
    [subscribe, workspace, collection, id],
  );
  const day = dayOfBroughtIn(useWatch({ control, name: 'on' }) ?? '', today);
  const submit = handleSubmit(async () => {
    const body = recordOf(getValues());
    const missing = missingToConfirm(body, today);
    for (const { path, message } of missing) setError(path as 'text', { type: 'missing', message }); // a path of the record
    if (missing.length > 0) return;
    workspace.draft({ collection, id, body });
    await workspace.queue.flushOne(id);
    await confirmBroughtIn(workspace, collection, id);
    announce('Kept');
  });
  return (
    <FormProvider {...form}>
      <ErrorSummary {...useFormErrors('broughtIn', formState)} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: leaving a field saves it; nothing to press */}
      <div onBlur={() => void workspace.queue.flushOne(id)}>
        <Form id="broughtIn" onSubmit={(event) => void submit(event)}>
          <RadiosField
            legend="What was it?"
            small
            options={broughtInKindsOf[file].map((value) => ({
              value,
              label: broughtInLabels[value],
            }))}
            error={errors.kind?.message}
            {...register('kind')}
          />
          <DateTextField
            label="Day of the record"
            hint="As it stands on the form, for example 12 March 2025."
            echo={day ? formatLongDate(day) : undefined}
            error={errors.on?.message}
            {...register('on')}
          />
          <TextField
            label="Who wrote it"
            hint="For example, the supervisor then. Write “not known” where it is not."
            error={errors.author?.message}
            {...register('author')}
          />
          <TextAreaField
            label="Text"
            hint={
              file === 'child'
                ? `Paste only what is about ${name}.`
                : 'Paste it as it is. Children by their reference and not by name.'
            }
            rows={10}
            grow
            error={errors.text?.message}
            {...register('text')}
          />
          {file === 'staff' && <NamedChildren control={control} />}
          <p className="govuk-body">
            Once it is kept it cannot be changed. It can be withdrawn, or another one can stand in
            its place.
          </p>
          <Button type="submit" disabled={formState.isSubmitting}>
            Keep this record
          </Button>
        </Form>
      </div>
    </FormProvider>
  );
}

/** A copy: what the form holds goes on changing. */
const recordOf = (values: Values) => structuredClone(values) as never; // made from a record of this collection

/** Of the list here: no child’s name belongs on this file. Pointed out, and never refused. */
function NamedChildren({
  control,
}: {
  readonly control: ReturnType<typeof useForm<Values>>['control'];
}) {
  const children = useAll('children');
  const named = childrenNamed(useWatch({ control, name: 'text' }) ?? '', children);
  if (named.length === 0) return null;
  return (
    <InsetText>
      This names {named.map(childLabel).join(' and ')}. No child’s name belongs on this file: put
      the reference in its place, and bring what is about the child in on the child’s own page.
    </InsetText>
  );
}
