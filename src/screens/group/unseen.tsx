import type { ReactNode } from 'react';

/** Completes a label for those who hear it alone: "Role" *of Ruth Obi*. The space is part of the name. */
export function Unseen({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {' '}
      <span className="govuk-visually-hidden">{children}</span>
    </>
  );
}
