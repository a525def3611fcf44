import {
  Choice,
  ChoiceGroup,
  type ChoiceOption,
  choiceId,
  type GroupText,
} from './choice-group.tsx';
import { type Registered, useFieldId } from './field.tsx';

interface RadiosFieldProps extends GroupText, Omit<Registered<'input'>, 'value' | 'defaultValue'> {
  readonly options: readonly ChoiceOption[];
  readonly inline?: boolean;
  readonly small?: boolean;
  /** Only outside react-hook-form, which keeps the choice itself. */
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
}

/** No `aria-invalid`: a radio may not carry it. The fieldset is described by the error instead. */
export function RadiosField(props: RadiosFieldProps) {
  const { legend, hint, error, legendSize, legendHidden, options, inline, small, ...rest } = props;
  // The form library takes leaving a group without an answer for the answer null, and would store it over
  // the empty text that the record asks for. Forms here look at a choice when it is made, never on leaving.
  const { value, defaultValue, id: ownId, disabled, onBlur: _, ...input } = rest;
  const id = useFieldId(input.name, ownId);
  const shape = `${small ? ' govuk-radios--small' : ''}${inline ? ' govuk-radios--inline' : ''}`;
  return (
    <ChoiceGroup {...{ id, legend, hint, error, legendSize, legendHidden }}>
      <div className={`govuk-radios${shape}`}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            kind="radios"
            {...input}
            id={choiceId(id, index)}
            value={option.value}
            label={option.label}
            hint={option.hint}
            disabled={disabled || option.disabled}
            {...('value' in rest ? { checked: value === option.value } : {})}
            {...(defaultValue === option.value ? { defaultChecked: true } : {})}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}
