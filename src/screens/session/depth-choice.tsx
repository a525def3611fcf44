import { useFormContext } from 'react-hook-form';
import { offersDepths } from '#domain/policies/policy-profile.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { RadiosField } from '#ui/radios-field.tsx';
import type { DiscussionValues } from './discussion-values.ts';

const depths = [
  { value: 'brief', label: 'Brief check-in' },
  { value: 'inDepth', label: 'In depth' },
] as const;

/** Of what the policy offers. */
export function DepthChoice({ index }: { readonly index: number }) {
  const offered = offersDepths(profileOf(useWorkspace()));
  const { register, formState } = useFormContext<DiscussionValues>();
  return (
    <RadiosField
      legend="How is this child discussed today?"
      legendHidden
      inline
      small
      options={depths.filter(({ value }) => offered.includes(value))}
      error={formState.errors.children?.[index]?.depth?.message}
      {...register(`children.${index}.depth`)}
    />
  );
}
