import { useFormContext, useWatch } from 'react-hook-form';
import { withSteps } from '#domain/discussion/reflection.ts';
import {
  type ReflectionModel,
  type ReflectionStep,
  reflectionModel,
  reflectionModels,
  stepId,
} from '#domain/discussion/reflection-models.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import type { DiscussionValues } from './discussion-values.ts';

/** A model to think by, beside the text. One is chosen or none, and no step of it is ever required. */
export function ReflectionHelper({ index }: { readonly index: number }) {
  const { control, getValues, register, setValue } = useFormContext<DiscussionValues>();
  const at = `children.${index}.reflection` as const;
  const code = useWatch({ control, name: `${at}.model` });
  const model = reflectionModel(code);
  return (
    <>
      <SelectField
        label="Model"
        hint="What was typed under another model stays, and is not on the record while this one is chosen."
        options={[
          { value: '', label: 'None' },
          ...reflectionModels.map(({ code: value, label }) => ({ value, label })),
        ]}
        {...register(`${at}.model`, {
          onChange: (event: { target: { value: string } }) =>
            setValue(`${at}.steps`, withSteps(getValues(at), event.target.value)),
        })}
      />
      {model && <Steps key={code} index={index} model={model} />}
    </>
  );
}

interface StepsProps {
  readonly index: number;
  readonly model: ReflectionModel;
}

function Steps({ index, model }: StepsProps) {
  return (
    <>
      <p className="govuk-hint">
        {model.source}.
        {model.inOurWords &&
          ' The steps are in our own words: keep to those your organisation uses.'}
      </p>
      {model.groups.map(({ title, steps }) => (
        <div key={title ?? ''}>
          {title && <h3 className="govuk-heading-s">{title}</h3>}
          {steps.map((step) => (
            <Step key={step.label} index={index} model={model} step={step} title={title} />
          ))}
        </div>
      ))}
    </>
  );
}

interface StepProps extends StepsProps {
  readonly step: ReflectionStep;
  readonly title: string | undefined;
}

function Step({ index, model, step, title }: StepProps) {
  const { register, getValues } = useFormContext<DiscussionValues>();
  if ('field' in step) {
    return (
      <p className="govuk-body">
        <Button variant="link" onClick={() => goToField(index, step.field)}>
          {step.label}
        </Button>{' '}
        It has a field of its own in this form.
      </p>
    );
  }
  const steps = getValues(`children.${index}.reflection.steps`);
  const n = steps.findIndex(({ id }) => id === stepId(model.code, step.key));
  if (n < 0) return null;
  return (
    <TextAreaField
      label={
        <>
          {title && <span className="govuk-visually-hidden">{title}: </span>}
          {step.label}
        </>
      }
      hint={step.hint}
      rows={2}
      grow
      {...register(`children.${index}.reflection.steps.${n}.text`)}
    />
  );
}

/** Opens whatever it stands in, and puts the caret there. */
function goToField(index: number, field: string): void {
  const found = document.getElementById(`case-children-${index}-${field}`);
  const details = found?.closest('details');
  if (details) details.open = true;
  found?.focus();
}
