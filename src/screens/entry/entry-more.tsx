import { useFormContext, useWatch } from 'react-hook-form';
import { channelWords } from '#domain/entries/entry-fields.ts';
import { type EntryKind, entryChannels } from '#domain/records/entry.ts';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { EntryTexts } from './entry-texts.tsx';
import type { EntryValues } from './entry-values.ts';
import { EntryWhen } from './entry-when.tsx';

const channels = [
  { value: '', label: 'Not said' },
  ...entryChannels.map((value) => ({ value, label: channelWords[value] })),
];

/** What a decision may have beside what was decided and why. */
export function EntryMore({ kind }: { readonly kind: EntryKind }) {
  const { register, control, formState } = useFormContext<EntryValues>();
  const channel = useWatch({ control, name: 'channel' });
  return (
    <>
      <EntryWhen kind={kind} />
      <SelectField label="Where it was decided" options={channels} {...register('channel')} />
      {channel === 'other' && (
        <TextField
          label="Where else"
          error={formState.errors.channelOther?.message}
          {...register('channelOther')}
        />
      )}
      <EntryTexts kind={kind} which="more" />
      <CheckboxField small label="It is a decision not to act" {...register('notToAct')} />
    </>
  );
}
