import type { ReactNode } from 'react';
import { AppFooter, AppHeader } from '#ui/app-frame.tsx';
import { Link } from '#ui/link.tsx';
import { SkipLinks } from '#ui/skip-links.tsx';

/** The frame of pages that show nobody's records: unlocking and starting. */
export function OutsideFrame({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <SkipLinks />
      <AppHeader />
      {children}
      <AppFooter>
        <span>Footprint {__APP_VERSION__}</span>
        {location.pathname === '/help' ? (
          <Link href="/">Back to Footprint</Link>
        ) : (
          <Link href="/help">Help</Link>
        )}
      </AppFooter>
    </>
  );
}
