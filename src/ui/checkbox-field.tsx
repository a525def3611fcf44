import type { ReactNode } from 'react';
import {
  Choice,
  ChoiceGroup,
  type ChoiceOption,
  choiceId,
  type GroupText,
} from './choice-group.tsx';
import { describedBy, groupClass, HintAndError, type Registered, useFieldId } from './field.tsx';

type Ticked = Omit<Registered<'input'>, 'value' | 'defaultValue'>;

interface CheckboxFieldProps extends Ticked {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly id?: string | undefined;
  readonly small?: boolean;
  readonly checked?: boolean;
  readonly defaultChecked?: boolean;
}

const boxes = (small: boolean | undefined) =>
  `govuk-checkboxes${small ? ' govuk-checkboxes--small' : ''}`;
const invalid = (error: string | undefined) => (error ? { 'aria-invalid': true as const } : {});

/** One tick on its own: `true` or `false`. */
export function CheckboxField(props: CheckboxFieldProps) {
  const { label, hint, error, id: ownId, small, ...input } = props;
  const id = useFieldId(input.name, ownId);
  return (
    <div className={groupClass(error)}>
      <HintAndError id={id} hint={undefined} error={error} />
      <div className={boxes(small)}>
        <Choice
          kind="checkboxes"
          {...input}
          {...describedBy(id, { error })}
          {...invalid(error)}
          id={id}
          label={label}
          hint={hint}
        />
      </div>
    </div>
  );
}

interface CheckboxesFieldProps extends GroupText, Ticked {
  readonly options: readonly ChoiceOption[];
  readonly small?: boolean;
  readonly defaultValue?: readonly string[];
}

/** Several ticks under one question: react-hook-form keeps them as an array of values. */
export function CheckboxesField(props: CheckboxesFieldProps) {
  const { legend, hint, error, legendSize, legendHidden, options, small, ...rest } = props;
  const { id: ownId, disabled, defaultValue, ...input } = rest;
  const id = useFieldId(input.name, ownId);
  return (
    <ChoiceGroup {...{ id, legend, hint, error, legendSize, legendHidden }}>
      <div className={boxes(small)}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            kind="checkboxes"
            {...input}
            {...invalid(error)}
            id={choiceId(id, index)}
            value={option.value}
            label={option.label}
            hint={option.hint}
            disabled={disabled || option.disabled}
            {...(defaultValue?.includes(option.value) ? { defaultChecked: true } : {})}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}
