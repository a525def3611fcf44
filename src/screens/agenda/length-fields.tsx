import { useFormContext } from 'react-hook-form';
import { type SessionLength, standingLengthWords } from '#domain/agenda/agenda-length.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { AgendaValues } from './agenda-values.ts';

interface LengthFieldsProps {
  readonly length: SessionLength;
  readonly onLeave: () => void;
}

/** How much time there is. What is typed and is no number stays, and is not counted with. */
export function LengthFields({ length, onLeave }: LengthFieldsProps) {
  const { register } = useFormContext<AgendaValues>();
  const standing = standingLengthWords(profileOf(useWorkspace()));
  return (
    <>
      <TextField
        label="Length of this session in minutes"
        hint={
          length.unread === ''
            ? `Left empty: ${standing}.`
            : `This is not a whole number of minutes. The plan counts with ${standing}.`
        }
        width="5"
        inputMode="numeric"
        {...register('minutes', { onBlur: onLeave })}
      />
      <CheckboxField
        small
        label="It covers personal supervision too"
        {...register('coversPersonal')}
      />
    </>
  );
}
