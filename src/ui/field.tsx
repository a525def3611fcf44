/**
 * The one owner of what every field shares: label, hint, error, ids and `aria-*`. The id is
 * `formId-path` (form.tsx), so an error list built from the same path finds the field.
 */
import { type ComponentPropsWithRef, createContext, type ReactNode, useContext } from 'react';

/**
 * On every input, textarea and select, the passphrase and the read-only ones included: Chromium
 * writes form text to its session files in clear unless a field says `autocomplete="off"`.
 */
export const NEVER_KEPT = { autoComplete: 'off' } as const;

export const FormIdContext = createContext('');

export type LabelSize = 's' | 'm' | 'l';

/** What react-hook-form's `register()` returns fits here, and so does a plain `useState` pair. */
export type Registered<Tag extends 'input' | 'textarea' | 'select'> = Pick<
  ComponentPropsWithRef<Tag>,
  'ref' | 'onChange' | 'onBlur' | 'onFocus' | 'onKeyDown' | 'disabled' | 'value' | 'defaultValue'
> & { readonly name: string };

export interface FieldText {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly id?: string | undefined;
  readonly labelSize?: LabelSize | undefined;
  /** For a field whose name is plain from what stands around it; still read out. */
  readonly labelHidden?: boolean | undefined;
}

export interface FieldControl {
  readonly id: string;
  readonly autoComplete: 'off';
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

export const fieldId = (formId: string, path: string) =>
  [formId, ...path.split('.')].filter(Boolean).join('-');

export function useFieldId(name: string, id: string | undefined): string {
  const formId = useContext(FormIdContext);
  return id ?? fieldId(formId, name);
}

export function describedBy(id: string, text: Pick<FieldText, 'hint' | 'error'>, more?: string) {
  const ids = [text.hint && `${id}-hint`, text.error && `${id}-error`, more].filter(Boolean);
  return ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {};
}

export const groupClass = (error: string | undefined, more = '') =>
  `govuk-form-group${error ? ' govuk-form-group--error' : ''}${more && ` ${more}`}`;

export function HintAndError({
  id,
  hint,
  error,
}: Pick<FieldText, 'hint' | 'error'> & { id: string }) {
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
    </>
  );
}

interface FieldShellProps extends FieldText {
  readonly name: string;
  readonly className?: string;
  /** Id of something else that describes the field, such as the echo of a date. */
  readonly describedByToo?: string;
  readonly children: (control: FieldControl) => ReactNode;
}

export function FieldShell({ className, describedByToo, children, ...text }: FieldShellProps) {
  const id = useFieldId(text.name, text.id);
  const size = text.labelSize ? ` govuk-label--${text.labelSize}` : '';
  const hidden = text.labelHidden ? ' govuk-visually-hidden' : '';
  const control: FieldControl = {
    id,
    ...NEVER_KEPT,
    ...describedBy(id, text, describedByToo),
    ...(text.error ? { 'aria-invalid': true as const } : {}),
  };
  return (
    <div className={groupClass(text.error, className)}>
      <label className={`govuk-label${size}${hidden}`} htmlFor={id}>
        {text.label}
      </label>
      <HintAndError id={id} hint={text.hint} error={text.error} />
      {children(control)}
    </div>
  );
}
