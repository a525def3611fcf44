import type { ComponentPropsWithRef } from 'react';
import { FieldShell, type FieldText, type Registered } from './field.tsx';

interface TextFieldProps extends FieldText, Registered<'input'> {
  readonly width?: 'full' | '20' | '10' | '5';
  readonly inputMode?: ComponentPropsWithRef<'input'>['inputMode'];
  readonly spellCheck?: boolean;
  readonly type?: 'text' | 'search';
  readonly prefix?: string;
  readonly readOnly?: boolean;
}

export const inputClass = (error: string | undefined, width = 'full') =>
  `govuk-input${error ? ' govuk-input--error' : ''}${width === 'full' ? '' : ` govuk-input--width-${width}`}`;

export function TextField(props: TextFieldProps) {
  const { label, hint, error, id, labelSize, labelHidden, width, prefix, type, ...input } = props;
  const text = { name: input.name, label, hint, error, id, labelSize, labelHidden };
  return (
    <FieldShell {...text}>
      {(control) => {
        const box = (
          <input
            {...input}
            {...control}
            type={type ?? 'text'}
            className={inputClass(error, width)}
          />
        );
        if (!prefix) return box;
        return (
          <div className="govuk-input__wrapper">
            <div className="govuk-input__prefix" aria-hidden="true">
              {prefix}
            </div>
            {box}
          </div>
        );
      }}
    </FieldShell>
  );
}
