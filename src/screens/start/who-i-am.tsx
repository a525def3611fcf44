import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { choosableProfiles } from '#domain/policies/shipped-profiles.ts';
import { caseSystems } from '#domain/records/settings.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormErrors } from '#ui/use-form-errors.ts';

const filled = (message: string) => z.string(message).check(z.regex(/\S/, message));

const WhoIAmSchema = z.object({
  name: filled('Enter your name'),
  role: filled('Enter your role'),
  profileId: filled('Choose a policy'),
  caseSystem: filled('Choose your case system'),
});
export type WhoIAm = z.infer<typeof WhoIAmSchema>;

/** Where a council is not in the list: what it starts with is said, and that it is there to be changed. */
const another = {
  label: 'Another council',
  hint: 'A general profile in plain words. Change it in Settings to what your policy says.',
};

const usualSystem: Readonly<Record<string, string>> = {
  'islington-001': 'LCS',
  'mosaic-004': 'Mosaic',
};

export function WhoIAmForm({ onDone }: { readonly onDone: (who: WhoIAm) => void }) {
  const { register, handleSubmit, formState, setValue, getValues } = useForm({
    resolver: zodResolver(WhoIAmSchema),
    defaultValues: { name: '', role: '', profileId: '', caseSystem: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors } = formState;
  return (
    <>
      <ErrorSummary {...useFormErrors('who', formState)} />
      <Form id="who" onSubmit={(event) => void handleSubmit(onDone)(event)}>
        <TextField
          label="Your name"
          hint="As it should stand on a record."
          width="20"
          error={errors.name?.message}
          {...register('name')}
        />
        <TextField
          label="Your role"
          hint="For example, Practice supervisor."
          width="20"
          error={errors.role?.message}
          {...register('role')}
        />
        <RadiosField
          legend="Which policy does your council use?"
          hint="Each is named by its source and the year of its text. Words and deadlines follow it."
          options={choosableProfiles().map(({ id, source, label }) => ({
            value: id,
            ...(id === 'general' ? another : { label: source.label, hint: label }),
          }))}
          error={errors.profileId?.message}
          {...register('profileId', {
            onChange: () => {
              const usual = usualSystem[getValues('profileId')];
              if (usual && getValues('caseSystem') === '') setValue('caseSystem', usual);
            },
          })}
        />
        <RadiosField
          legend="Where do finished records go?"
          options={caseSystems}
          error={errors.caseSystem?.message}
          {...register('caseSystem')}
        />
        <Button type="submit">Continue</Button>
      </Form>
    </>
  );
}
