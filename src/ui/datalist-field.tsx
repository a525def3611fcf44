import { FieldShell, type FieldText, type Registered } from './field.tsx';
import { inputClass } from './text-field.tsx';

interface DatalistFieldProps extends FieldText, Registered<'input'> {
  readonly suggestions: readonly string[];
  readonly width?: 'full' | '20' | '10' | '5';
}

/** Suggestions help and never limit: whatever was typed is the value. */
export function DatalistField(props: DatalistFieldProps) {
  const { label, hint, error, id, labelSize, labelHidden, suggestions, width, ...input } = props;
  const text = { name: input.name, label, hint, error, id, labelSize, labelHidden };
  return (
    <FieldShell {...text}>
      {(control) => (
        <>
          <input
            {...input}
            {...control}
            type="text"
            list={`${control.id}-list`}
            className={inputClass(error, width)}
          />
          <datalist id={`${control.id}-list`}>
            {suggestions.map((suggestion) => (
              <option key={suggestion} value={suggestion} />
            ))}
          </datalist>
        </>
      )}
    </FieldShell>
  );
}
