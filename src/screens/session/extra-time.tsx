import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { extraTimeWords } from '#domain/agenda/extra-time.ts';
import { extraTimeCodes } from '#domain/records/discussion-keys.ts';
import { CheckboxesField } from '#ui/checkbox-field.tsx';
import { Destination } from '#ui/destination.tsx';
import { Details } from '#ui/details.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { DiscussionValues } from './discussion-values.ts';

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Why this child needs more time on an agenda. It is remembered for the next one and is on no record. */
export function ExtraTime({ index }: { readonly index: number }) {
  const { register, getValues } = useFormContext<DiscussionValues>();
  const at = `children.${index}` as const;
  const [startsOpen] = useState(
    () => getValues(`${at}.extraTime`).length > 0 || getValues(`${at}.extraTimeOther`) !== '',
  );
  return (
    <Details summary="Extra time needed" open={startsOpen}>
      <p className="govuk-body">
        <Destination file="working" />
      </p>
      <CheckboxesField
        legend="Why more time is needed"
        hint="It says so on the next agenda, and is no measure of risk."
        small
        options={extraTimeCodes.map((value) => ({
          value,
          label: capitalised(extraTimeWords[value]),
        }))}
        {...register(`${at}.extraTime`)}
      />
      <TextField label="Another reason" {...register(`${at}.extraTimeOther`)} />
    </Details>
  );
}
