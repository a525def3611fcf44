/** Links that stay in the app. A plain link would load the page again, and reloading locks it. */
import { type ComponentPropsWithRef, createContext, type MouseEvent, useContext } from 'react';

/** Set by the app to its router. Without it a link is a plain link. */
export const NavigateContext = createContext<((href: string) => void) | null>(null);

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

interface LinkProps extends ComponentPropsWithRef<'a'> {
  readonly href: string;
}

export function Link({ href, onClick, className = 'govuk-link', ...rest }: LinkProps) {
  const navigate = useContext(NavigateContext);
  return (
    <a
      {...rest}
      href={href}
      className={className}
      onClick={(event) => {
        onClick?.(event);
        if (!navigate || event.defaultPrevented || !isPlainClick(event)) return;
        event.preventDefault();
        navigate(href);
      }}
    />
  );
}

/** The way to another screen from a button: a change of screen, never a load of the page. */
export function useGoTo(): (href: string) => void {
  const navigate = useContext(NavigateContext);
  return navigate ?? ((href) => location.assign(href));
}
