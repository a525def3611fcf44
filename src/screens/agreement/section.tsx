import { type ReactNode, useId } from 'react';
import { Destination } from '#ui/destination.tsx';

interface SectionProps {
  readonly heading: string;
  /** Where the error summary lands, for a part that is somebody else's to fill in. */
  readonly id?: string | undefined;
  readonly children: ReactNode;
}

/** A part of the page that says where its text goes. All of an agreement stays on the supervision file. */
export function Section({ heading, id, children }: SectionProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} id={id} tabIndex={id ? -1 : undefined}>
      <h2 className="govuk-heading-m" id={headingId}>
        {heading}
      </h2>
      <p className="govuk-body">
        <Destination file="staff" />
      </p>
      {children}
    </section>
  );
}
