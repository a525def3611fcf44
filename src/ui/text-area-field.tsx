import type { ReactNode } from 'react';
import { FieldShell, type FieldText, type Registered, useFieldId } from './field.tsx';

interface TextAreaFieldProps extends FieldText, Registered<'textarea'> {
  readonly rows?: number;
  /** Grows with its text, so that a long note is never read through a slot. */
  readonly grow?: boolean;
  readonly readOnly?: boolean;
  readonly spellCheck?: boolean;
  /** What is said of the text, under it. It never says that the text is wrong: that is an error. */
  readonly below?: ReactNode;
}

export function TextAreaField(props: TextAreaFieldProps) {
  const { label, hint, error, id, labelSize, labelHidden, rows = 5, grow, below, ...area } = props;
  const text = { name: area.name, label, hint, error, id, labelSize, labelHidden };
  const belowId = `${useFieldId(area.name, id)}-below`;
  const className = `govuk-textarea${error ? ' govuk-textarea--error' : ''}${grow ? ' fp-grow' : ''}`;
  return (
    <FieldShell {...text} {...(below ? { describedByToo: belowId } : {})}>
      {(control) => (
        <>
          <textarea {...area} {...control} rows={rows} className={className} />
          {below && <div id={belowId}>{below}</div>}
        </>
      )}
    </FieldShell>
  );
}
