import { FieldShell, type FieldText, type Registered } from './field.tsx';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

interface SelectFieldProps extends FieldText, Registered<'select'> {
  readonly options: readonly SelectOption[];
}

export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, id, labelSize, labelHidden, options, ...select } = props;
  const text = { name: select.name, label, hint, error, id, labelSize, labelHidden };
  return (
    <FieldShell {...text}>
      {(control) => (
        <select
          {...select}
          {...control}
          className={`govuk-select${error ? ' govuk-select--error' : ''}`}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldShell>
  );
}
