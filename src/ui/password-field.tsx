import { useEffect, useRef, useState } from 'react';
import { FieldShell, type FieldText, type Registered } from './field.tsx';
import { inputClass } from './text-field.tsx';

interface PasswordFieldProps extends FieldText, Registered<'input'> {
  readonly label: string;
}

/** Pasting is allowed: nobody should have to remember or copy by eye a long passphrase. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, hint, error, id, labelSize, labelHidden, ...input } = props;
  const [shown, setShown] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);

  // Out of sight again on submit: what stays on screen while the keys are made can be read.
  useEffect(() => {
    const form = toggle.current?.form;
    const hide = () => setShown(false);
    form?.addEventListener('submit', hide);
    return () => form?.removeEventListener('submit', hide);
  }, []);

  const text = { name: input.name, label, hint, error, id, labelSize, labelHidden };
  const verb = shown ? 'Hide' : 'Show';
  return (
    <FieldShell {...text} className="govuk-password-input">
      {(control) => (
        <div className="govuk-input__wrapper govuk-password-input__wrapper">
          <input
            {...input}
            {...control}
            type={shown ? 'text' : 'password'}
            className={`${inputClass(error)} govuk-password-input__input`}
            spellCheck={false}
            autoCapitalize="none"
          />
          <button
            ref={toggle}
            type="button"
            className="govuk-button govuk-button--secondary govuk-password-input__toggle"
            aria-controls={control.id}
            aria-label={`${verb} ${label.charAt(0).toLowerCase()}${label.slice(1)}`}
            onClick={() => setShown(!shown)}
          >
            {verb}
          </button>
        </div>
      )}
    </FieldShell>
  );
}
