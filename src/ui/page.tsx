import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Link } from './link.tsx';

export const APP_NAME = 'Footprint';

/** How an error summary tells the page around it to say so in the title. */
export const PageErrorContext = createContext<(hasErrors: boolean) => void>(() => {});

const FirstPageContext = createContext<{ current: boolean } | null>(null);

/** Once, round the whole app: the page it opens with leaves focus where the browser put it. */
export function PageFocus({ children }: { readonly children: ReactNode }) {
  const isFirst = useRef(true);
  return <FirstPageContext value={isFirst}>{children}</FirstPageContext>;
}

interface PageHeadingProps {
  readonly children: ReactNode;
  readonly focusHeading?: boolean | undefined;
  /** Focus goes to the heading again when this changes: the next case on the same screen. */
  readonly focusKey?: string | undefined;
}

/** Focus on arrival is how a screen reader hears that the page changed: it has no other sign. */
export function PageHeading({ children, focusHeading = true, focusKey }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const firstPage = useContext(FirstPageContext);
  const focusedFor = useRef<{ key: string | undefined } | null>(null);

  useEffect(() => {
    // Remembered, because React's strict mode runs this twice on arrival.
    if (focusedFor.current?.key === focusKey && focusedFor.current) return;
    focusedFor.current = { key: focusKey };
    const stay = !focusHeading || firstPage?.current === true;
    if (firstPage) firstPage.current = false;
    if (!stay) heading.current?.focus();
  }, [focusHeading, focusKey, firstPage]);

  return (
    <h1 className="govuk-heading-l" tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}

interface PageProps extends Omit<PageHeadingProps, 'children'> {
  readonly title: string;
  /** Needed when the heading holds a name: the browser keeps titles in its history, in clear. */
  readonly documentTitle?: string | undefined;
  readonly back?: ReactNode;
  /** The error summary or the one notification: before the heading. */
  readonly above?: ReactNode;
  readonly compact?: boolean;
  readonly width?: 'text' | 'page' | 'wide';
  /** `none` when the screen places its own `<PageHeading>`. */
  readonly heading?: 'shown' | 'none';
  readonly children: ReactNode;
}

export function Page({ title, documentTitle = title, children, ...props }: PageProps) {
  const { back, above, compact, width = 'page', heading = 'shown', focusHeading, focusKey } = props;
  const [hasErrors, setHasErrors] = useState(false);

  useLayoutEffect(() => {
    document.title = `${hasErrors ? 'Error: ' : ''}${documentTitle} - ${APP_NAME}`;
  }, [documentTitle, hasErrors]);

  return (
    <PageErrorContext value={setHasErrors}>
      <div className={`fp-page fp-page--${width}${compact ? ' fp-compact' : ''}`}>
        {back && <nav aria-label="Back">{back}</nav>}
        <main id="main" tabIndex={-1}>
          {above}
          {heading === 'shown' && (
            <PageHeading focusHeading={focusHeading} focusKey={focusKey}>
              {title}
            </PageHeading>
          )}
          {children}
        </main>
      </div>
    </PageErrorContext>
  );
}

type BackLinkProps = { readonly children?: ReactNode } & (
  | { readonly href: string }
  | { readonly onClick: () => void }
);

export function BackLink({ children = 'Back', ...to }: BackLinkProps) {
  if ('href' in to) {
    return (
      <Link href={to.href} className="govuk-back-link">
        {children}
      </Link>
    );
  }
  return (
    <button type="button" className="govuk-back-link fp-back-button" onClick={to.onClick}>
      {children}
    </button>
  );
}
