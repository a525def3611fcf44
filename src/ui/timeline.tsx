import type { ReactNode } from 'react';

/** Newest first, by the caller. A list, so that the number of entries is heard. */
export function Timeline({ children }: { readonly children: ReactNode }) {
  return <ol className="fp-timeline">{children}</ol>;
}

interface TimelineItemProps {
  readonly title: ReactNode;
  readonly dateText: string;
  /** ISO date for machines, when the date is a real one. */
  readonly dateTime?: string | undefined;
  readonly byline?: string | undefined;
  readonly headingLevel?: 2 | 3;
  readonly children?: ReactNode;
}

export function TimelineItem(props: TimelineItemProps) {
  const { title, dateText, dateTime, byline, headingLevel = 2, children } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <li className="fp-timeline__item">
      <Heading className="fp-timeline__title">{title}</Heading>
      {byline && <span className="fp-timeline__byline">{byline}</span>}
      <p className="fp-timeline__date">
        <time dateTime={dateTime}>{dateText}</time>
      </p>
      {children && <div className="fp-timeline__body">{children}</div>}
    </li>
  );
}
