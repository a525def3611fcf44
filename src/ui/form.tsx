import type { ReactNode, SubmitEventHandler } from 'react';
import { FormIdContext, NEVER_KEPT } from './field.tsx';

interface FormProps {
  readonly id: string;
  readonly onSubmit: SubmitEventHandler<HTMLFormElement>;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Gives its fields the id convention `formId-path`, which the error summary links to. */
export function Form({ id, onSubmit, className, children }: FormProps) {
  return (
    <FormIdContext value={id}>
      <form id={id} className={className} onSubmit={onSubmit} noValidate {...NEVER_KEPT}>
        {children}
      </form>
    </FormIdContext>
  );
}
