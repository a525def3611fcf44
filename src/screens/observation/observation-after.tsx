import { useFormContext } from 'react-hook-form';
import {
  type ObservationField,
  observationTables,
} from '#domain/observations/observation-fields.ts';
import type { ObservationKind } from '#domain/records/observation.ts';
import { RadiosField } from '#ui/radios-field.tsx';
import { ObservationActions } from './observation-actions.tsx';
import { ObservationSection } from './observation-section.tsx';
import { ObservationTextField } from './observation-text-field.tsx';
import type { ObservationValues } from './observation-values.ts';

interface ObservationAfterProps {
  readonly kind: ObservationKind;
  /** Whose work it was. */
  readonly name: string;
}

/** What both take from it, what will be done, and the observer's last word. */
export function ObservationAfter({ kind, name }: ObservationAfterProps) {
  const { after } = observationTables[kind];
  const last = after.filter(({ key }) => key === 'summary');
  return (
    <ObservationSection title="Afterwards">
      {after
        .filter((field) => !last.includes(field))
        .map((field) => (
          <AfterField key={field.key} field={field} name={name} />
        ))}
      <ObservationActions name={name} />
      {last.map((field) => (
        <ObservationTextField key={field.key} field={field} />
      ))}
    </ObservationSection>
  );
}

/** The reflection is the practitioner's: whoever types it says whose words it is in. */
function AfterField({ field, name }: { readonly field: ObservationField; readonly name: string }) {
  const { register } = useFormContext<ObservationValues>();
  if (field.key !== 'reflection') return <ObservationTextField field={field} />;
  const whose = [
    { value: 'told', label: `As ${name} told it` },
    { value: 'own', label: `In ${name}’s own words` },
  ];
  return (
    <>
      <ObservationTextField field={field} />
      <RadiosField
        legend="Whose words the reflection is in"
        inline
        small
        options={whose}
        {...register('reflectionBy')}
      />
    </>
  );
}
