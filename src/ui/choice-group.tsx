/** What radios and checkboxes share: a fieldset with one legend, and rows of input, label, hint. */
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { describedBy, groupClass, HintAndError, type LabelSize, NEVER_KEPT } from './field.tsx';

export interface ChoiceOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

export interface GroupText {
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly id?: string | undefined;
  readonly legendSize?: LabelSize | undefined;
  readonly legendHidden?: boolean | undefined;
}

export function ChoiceGroup(props: Omit<GroupText, 'id'> & { id: string; children: ReactNode }) {
  const { id, legend, hint, error, legendSize, legendHidden, children } = props;
  const size = legendSize ? ` govuk-fieldset__legend--${legendSize}` : '';
  return (
    <div className={groupClass(error)}>
      <fieldset className="govuk-fieldset" {...describedBy(id, { hint, error })}>
        <legend className={`govuk-fieldset__legend${size}`}>
          {/* Hidden inside it: a legend is a table, which one hidden whole stretches to its words. */}
          {legendHidden ? <span className="govuk-visually-hidden">{legend}</span> : legend}
        </legend>
        <HintAndError id={id} hint={hint} error={error} />
        {children}
      </fieldset>
    </div>
  );
}

interface ChoiceProps extends ComponentPropsWithRef<'input'> {
  readonly kind: 'radios' | 'checkboxes';
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

export function Choice({ kind, label, hint, ...input }: ChoiceProps) {
  const { id } = input;
  const described = [input['aria-describedby'], hint && `${id}-item-hint`].filter(Boolean);
  return (
    <div className={`govuk-${kind}__item`}>
      <input
        {...input}
        {...NEVER_KEPT}
        type={kind === 'radios' ? 'radio' : 'checkbox'}
        className={`govuk-${kind}__input`}
        {...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {})}
      />
      <label className={`govuk-label govuk-${kind}__label`} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-item-hint`} className={`govuk-hint govuk-${kind}__hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}

/** The first choice has the field's own id, so a link from the error summary lands on it. */
export const choiceId = (id: string, index: number) => (index === 0 ? id : `${id}-${index + 1}`);
