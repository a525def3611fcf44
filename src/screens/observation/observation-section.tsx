import type { ReactNode } from 'react';
import { Destination } from '#ui/destination.tsx';

interface ObservationSectionProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A part of the form; all of it stays on the supervision file, and each says so. */
export function ObservationSection({ title, hint, children }: ObservationSectionProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      <p className="govuk-body">
        <Destination file="staff" />
      </p>
      {hint && <p className="govuk-hint">{hint}</p>}
      {children}
    </section>
  );
}
