import { memo } from 'react';
import { childLabel } from '#domain/caseload/child-label.ts';
import type { Child } from '#domain/records/child.ts';
import { Link } from '#ui/link.tsx';
import { RecordedTimeline } from './recorded-timeline.tsx';

interface TimelineBesideProps {
  readonly child: Child;
  readonly rowId: string;
  /** Where several children stand beside one another. */
  readonly named?: boolean;
}

/** The newest of a child's timeline, beside the notes. Not drawn again while the notes are typed. */
export const TimelineBeside = memo(function TimelineBeside(props: TimelineBesideProps) {
  const { child, rowId, named = false } = props;
  const name = childLabel(child);
  return (
    <section>
      <h2 className="govuk-heading-s">{named ? `Timeline: ${name}` : 'Timeline'}</h2>
      <RecordedTimeline child={child} newest={5} />
      <p className="govuk-body">
        <Link href={`/children/${rowId}`}>
          See all on the child’s page
          {named && <span className="govuk-visually-hidden">: {name}</span>}
        </Link>
      </p>
    </section>
  );
});
