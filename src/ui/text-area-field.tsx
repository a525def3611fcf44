import { FieldShell, type FieldText, type Registered } from './field.tsx';

interface TextAreaFieldProps extends FieldText, Registered<'textarea'> {
  readonly rows?: number;
  /** Grows with its text, so that a long note is never read through a slot. */
  readonly grow?: boolean;
  readonly readOnly?: boolean;
  readonly spellCheck?: boolean;
}

export function TextAreaField(props: TextAreaFieldProps) {
  const { label, hint, error, id, labelSize, labelHidden, rows = 5, grow, ...area } = props;
  const text = { name: area.name, label, hint, error, id, labelSize, labelHidden };
  const className = `govuk-textarea${error ? ' govuk-textarea--error' : ''}${grow ? ' fp-grow' : ''}`;
  return (
    <FieldShell {...text}>
      {(control) => <textarea {...area} {...control} rows={rows} className={className} />}
    </FieldShell>
  );
}
