import type { MouseEvent } from 'react';

export interface SkipLink {
  readonly targetId: string;
  readonly label: string;
}

function skipTo(event: MouseEvent, targetId: string) {
  // Focus is moved here and the address left alone: a #hash would be a route to the router.
  event.preventDefault();
  const target = document.getElementById(targetId);
  if (target && target.tabIndex < 0) target.tabIndex = -1;
  target?.focus();
}

const TO_MAIN: readonly SkipLink[] = [{ targetId: 'main', label: 'Skip to main content' }];

/** The session adds its own: the first note is 25 tab stops away behind the list of cases. */
export function SkipLinks({ links = TO_MAIN }: { readonly links?: readonly SkipLink[] }) {
  return (
    <nav className="fp-skip" aria-label="Skip links">
      {links.map(({ targetId, label }) => (
        <a
          key={targetId}
          href={`#${targetId}`}
          className="govuk-skip-link"
          onClick={(event) => skipTo(event, targetId)}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
