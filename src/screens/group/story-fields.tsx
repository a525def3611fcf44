import { useFormContext } from 'react-hook-form';
import { useWorkspace } from '#storage/use-workspace.ts';
import { DatalistField } from '#ui/datalist-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import type { FamilyValues, OfFamilyProps } from './family-values.ts';
import { peopleNames } from './people-names.ts';

/** Written once for the family; it goes on the record of each child. */
export function StoryFields({ group, familyKey }: OfFamilyProps) {
  const { register } = useFormContext<FamilyValues>();
  const names = peopleNames(useWorkspace(), group, familyKey);
  return (
    <>
      <DatalistField label="Presenter" suggestions={names} width="20" {...register('presenter')} />
      <TextAreaField label="The presenter’s question" rows={2} grow {...register('question')} />
      <TextAreaField
        label="What was discussed"
        hint="About the family. Each child has a part below."
        rows={4}
        grow
        {...register('summary')}
      />
      <TextAreaField
        label="What are we worried about?"
        hint="Risks and issues."
        rows={2}
        grow
        {...register('worries')}
      />
      <TextAreaField
        label="What protects the children?"
        hint="Safety, protective factors, strengths, what is working well."
        rows={2}
        grow
        {...register('protective')}
      />
      <TextAreaField
        label="Analysis"
        hint="What do we think is happening, and what else might explain it?"
        rows={3}
        grow
        {...register('analysis')}
      />
    </>
  );
}
