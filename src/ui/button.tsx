import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Link } from './link.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'warning' | 'link';

const CLASS: Record<ButtonVariant, string> = {
  primary: 'govuk-button',
  secondary: 'govuk-button govuk-button--secondary',
  warning: 'govuk-button govuk-button--warning',
  link: 'fp-link-button',
};

interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'className'> {
  readonly variant?: ButtonVariant;
}

/** `type="button"` unless it says submit: Enter in a note must never send a form by surprise. */
export function Button({ variant = 'primary', type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={CLASS[variant]} />;
}

interface ButtonLinkProps {
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly children: ReactNode;
}

/** Looks like a button and goes somewhere. It stays a link to those who hear it. */
export function ButtonLink({ variant = 'primary', href, children }: ButtonLinkProps) {
  return (
    <Link href={href} className={CLASS[variant]} draggable={false}>
      {children}
    </Link>
  );
}

export function ButtonGroup({ children }: { readonly children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>;
}
