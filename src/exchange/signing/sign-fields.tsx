import type { ReactNode, SubmitEvent } from 'react';
import { missingToSignSession } from '#domain/signing/signing.ts';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';

export interface Agreed {
  readonly agrees: boolean;
  readonly name: string;
}

interface SignFieldsProps {
  readonly id: string;
  /** As whom; undefined where the name is typed, at level 0. */
  readonly signedAs: string | undefined;
  readonly statement: string;
  readonly typed: Agreed;
  readonly asked: number;
  readonly onTyped: (typed: Agreed) => void;
  readonly onSign: (isComplete: boolean) => void;
  /** The buttons. */
  readonly children: ReactNode;
}

/** The tick, and the name where a name is all there is. */
export function SignFields(props: SignFieldsProps) {
  const { id, signedAs, statement, typed, asked, onTyped, onSign, children } = props;
  const missing = missingToSignSession({ ...typed, name: signedAs ?? typed.name });
  const errors = asked === 0 ? {} : missing;
  return (
    <>
      <ErrorSummary
        errors={Object.entries(errors).map(([key, message]) => ({ id: `${id}-${key}`, message }))}
        submitCount={asked}
      />
      <Form
        id={id}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          onSign(Object.keys(missing).length === 0);
        }}
      >
        <CheckboxField
          name="agrees"
          label={statement}
          error={errors.agrees}
          checked={typed.agrees}
          onChange={(event) => onTyped({ ...typed, agrees: event.currentTarget.checked })}
        />
        {signedAs === undefined ? (
          <TextField
            name="name"
            label="Your name"
            width="20"
            error={errors.name}
            value={typed.name}
            onChange={(event) => onTyped({ ...typed, name: event.currentTarget.value })}
          />
        ) : (
          <p className="govuk-body">Signed as {signedAs}, with this device’s date and time.</p>
        )}
        {children}
      </Form>
    </>
  );
}
