import { useFormContext } from 'react-hook-form';
import { modelWithElements, practiceElements } from '#domain/observations/observation-fields.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { ObservationSection } from './observation-section.tsx';
import type { ObservationValues } from './observation-values.ts';

const ratings = [
  { value: '', label: 'Not rated' },
  ...['1', '2', '3', '4', '5'].map((value) => ({ value, label: value })),
];

/** Methods: Motivational Interviewing for everybody (000:134), the elements where the policy has the model. */
export function PracticeElements() {
  const workspace = useWorkspace();
  const { register } = useFormContext<ObservationValues>();
  const model = modelWithElements(profileOf(workspace));
  return (
    <ObservationSection title="Practice model">
      <CheckboxField
        small
        label="Motivational Interviewing was used"
        {...register('motivationalInterviewing')}
      />
      {model !== '' && (
        <fieldset className="fp-plain">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
            {model}: each from 1 (least) to 5 (most), optional
          </legend>
          {practiceElements.map(({ key, label }) => (
            <SelectField
              key={key}
              label={label}
              options={ratings}
              {...register(`elements.${key}`)}
            />
          ))}
        </fieldset>
      )}
    </ObservationSection>
  );
}
