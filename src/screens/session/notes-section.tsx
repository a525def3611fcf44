import type { ReactNode } from 'react';
import { Destination } from '#ui/destination.tsx';

interface NotesSectionProps {
  readonly title: string;
  /** Where what is typed here goes; the supervision file unless it says otherwise. */
  readonly destination?: ReactNode;
  readonly children: ReactNode;
}

export function NotesSection({
  title,
  destination = <Destination file="staff" />,
  children,
}: NotesSectionProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      <p className="govuk-body">{destination}</p>
      {children}
    </section>
  );
}

interface AsWrittenProps {
  readonly who: string;
  readonly title: string;
  readonly destination?: ReactNode;
  readonly children: ReactNode;
}

/** The practitioner's own words, to be read beside the notes. Nobody writes in them here. */
export function AsWritten({ who, title, destination, children }: AsWrittenProps) {
  return (
    <div className="fp-repeat">
      <h3 className="govuk-heading-s">
        {title}, as {who} wrote
      </h3>
      {destination && <p className="govuk-body">{destination}</p>}
      {children}
    </div>
  );
}
