import { type Control, useWatch } from 'react-hook-form';
import { dayOfBroughtIn, missingToConfirm } from '#domain/brought-in/brought-in-missing.ts';
import { broughtInKindsOf, broughtInLabels } from '#domain/brought-in/brought-in-words.ts';
import { childLabel } from '#domain/caseload/child-label.ts';
import { formatLongDate } from '#domain/dates/calendar-date.ts';
import { childrenNamed } from '#domain/observations/children-named.ts';
import type { BroughtIn } from '#domain/records/brought-in.ts';
import { DoneButton, DraftForm, useDraftForm } from '#exchange/draft/draft-form.tsx';
import { DraftFrame } from '#exchange/draft/draft-frame.tsx';
import { useStoredAddress } from '#exchange/draft/use-stored-address.ts';
import { confirmBroughtIn } from '#storage/caseload/brought-in.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { DateTextField } from '#ui/date-text-field.tsx';
import { Destination } from '#ui/destination.tsx';
import type { FormValues } from '#ui/form-values.ts';
import { InsetText } from '#ui/inset-text.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { BroughtInPlace } from './brought-in-place.ts';

interface BroughtInFormProps extends BroughtInPlace {
  readonly record: BroughtIn;
  readonly isNew: boolean;
}

/** While it is filled in: saved as it is typed, on the file it will stay on. */
export function BroughtInForm({ isNew, ...props }: BroughtInFormProps) {
  const { record, collection, file, name, back } = props;
  const isStored = useRecord(collection, record.id) !== undefined;
  useStoredAddress(isNew && isStored, `/brought-in/${file}/${record.id}`);
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
  const draft = useDraftForm({
    collection,
    record,
    formId: 'broughtIn',
    bodyOf: recordOf,
    missing: (body) => missingToConfirm(body, today),
    finish: async () => {
      await workspace.queue.flushOne(record.id);
      await confirmBroughtIn(workspace, collection, record.id);
      announce('Kept');
    },
  });
  const { register, control, formState } = draft.form;
  const { errors } = formState;
  const day = dayOfBroughtIn(useWatch({ control, name: 'on' }) ?? '', today);
  return (
    <DraftForm draft={draft}>
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
        Once it is kept it cannot be changed. It can be withdrawn, or another one can stand in its
        place.
      </p>
      <DoneButton draft={draft}>Keep this record</DoneButton>
    </DraftForm>
  );
}

/** A copy: what the form holds goes on changing. */
const recordOf = (values: Values): BroughtIn => structuredClone(values) as BroughtIn; // made from one

/** Of the list here: no child’s name belongs on this file. Pointed out, and never refused. */
function NamedChildren({ control }: { readonly control: Control<Values> }) {
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
