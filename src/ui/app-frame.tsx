import type { ReactNode } from 'react';
import { Link } from './link.tsx';
import { APP_NAME } from './page.tsx';

interface AppHeaderProps {
  readonly status?: ReactNode;
  /** Lock, Help, Settings: links and plain buttons, in the same place on every page. */
  readonly tools?: ReactNode;
}

export function AppHeader({ status, tools }: AppHeaderProps) {
  return (
    <header className="fp-header">
      <span className="fp-header__name">{APP_NAME}</span>
      {status}
      <div className="fp-header__tools">{tools}</div>
    </header>
  );
}

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
}

/** Five at most: more than that is a menu, and a menu hides what is due. */
export function AppNav({ items }: { readonly items: readonly NavItem[] }) {
  return (
    <nav className="fp-nav" aria-label="Main">
      <ul>
        {items.map(({ href, label, current }) => (
          <li key={href}>
            <Link href={href} className="fp-nav__link" aria-current={current ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On every page of the example caseload, printed ones too. */
export function SyntheticBanner() {
  return (
    <section className="fp-synthetic" aria-label="Example caseload">
      <p>SYNTHETIC example caseload. Not real children.</p>
    </section>
  );
}

export function AppFooter({ children }: { readonly children: ReactNode }) {
  return <footer className="fp-footer">{children}</footer>;
}
