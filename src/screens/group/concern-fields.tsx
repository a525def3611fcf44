import { useFormContext, useWatch } from 'react-hook-form';
import { useWorkspace } from '#storage/use-workspace.ts';
import { DatalistField } from '#ui/datalist-field.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import type { FamilyValues, OfFamilyProps } from './family-values.ts';
import { peopleNames } from './people-names.ts';

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

/** 003:121: an immediate concern has one named person who takes it forward. */
export function ConcernFields({ group, familyKey }: OfFamilyProps) {
  const { control, register } = useFormContext<FamilyValues>();
  const names = peopleNames(useWorkspace(), group, familyKey);
  const immediateConcern = useWatch({ control, name: 'immediateConcern' });
  return (
    <>
      <RadiosField
        legend="Is there an immediate safeguarding concern?"
        inline
        small
        options={yesOrNo}
        {...register('immediateConcern')}
      />
      {immediateConcern === 'yes' && (
        <>
          <TextAreaField label="What is the concern?" rows={2} grow {...register('concern')} />
          <DatalistField
            label="Who takes it forward"
            hint="One person by name."
            suggestions={names}
            width="20"
            {...register('namedIndividual')}
          />
        </>
      )}
      <RadiosField
        legend="Is the accountable manager here?"
        hint="Without them the group has ideas, not decisions."
        inline
        small
        options={yesOrNo}
        {...register('managerPresent')}
      />
    </>
  );
}
