import { useFormContext } from 'react-hook-form';
import {
  AREAS_NEEDED,
  type ObservedArea,
  observationTables,
  tagWords,
} from '#domain/observations/observation-fields.ts';
import { areaTags, type ObservationKind } from '#domain/records/observation.ts';
import { RadiosField } from '#ui/radios-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import { useNamedIn } from './named-children.tsx';
import { ObservationSection } from './observation-section.tsx';
import type { ObservationValues } from './observation-values.ts';

const tags = [
  ...areaTags.map((value) => ({ value, label: tagWords[value] })),
  { value: '', label: 'Not said' },
];

/** What was seen, area by area: what is left empty says nothing about anybody. */
export function ObservedAreas({ kind }: { readonly kind: ObservationKind }) {
  const { areas } = observationTables[kind];
  return (
    <ObservationSection
      title="What was observed"
      hint={`What was seen and heard, in at least ${AREAS_NEEDED} of the ${areas.length} areas. Leave the others empty.`}
    >
      {areas.map((area) => (
        <Area key={area.key} area={area} />
      ))}
    </ObservationSection>
  );
}

function Area({ area: { key, label, prompt } }: { readonly area: ObservedArea }) {
  const { control, register, formState } = useFormContext<ObservationValues>();
  const path = `areas.${key}.evidence` as const;
  const named = useNamedIn(control, path);
  return (
    <div className="fp-repeat">
      <TextAreaField
        label={label}
        labelSize="s"
        hint={prompt}
        rows={2}
        grow
        error={formState.errors.areas?.[key]?.evidence?.message}
        below={named && <p className="fp-echo">{named}</p>}
        {...register(path)}
      />
      <RadiosField
        legend={
          // Hidden inside the legend: a legend is a table, which a hidden one stretches to its words.
          <span className="govuk-visually-hidden">{label}: a strength, or to develop</span>
        }
        inline
        small
        options={tags}
        {...register(`areas.${key}.tag`)}
      />
    </div>
  );
}
