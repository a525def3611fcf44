import { memo } from 'react';
import { reasonsOf, reasonWords } from '#domain/agenda/agenda-suggested.ts';
import { collectionNames } from '#domain/collections.ts';
import { forInformation } from '#domain/flags/why-in-depth.ts';
import type { Child } from '#domain/records/child.ts';
import type { Session } from '#domain/records/session.ts';
import { flaggedCases } from '#storage/session/session-plan.ts';
import { profileOf } from '#storage/settings.ts';
import { useNews } from '#storage/use-news.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';

interface WhyInDepthProps {
  readonly session: Session;
  readonly child: Child;
}

/**
 * What the agenda said of this child, to read beside the notes while the session goes on. Working data:
 * nothing copies it into the notes, and once the session has ended it would speak of another day.
 */
export const WhyInDepth = memo(function WhyInDepth({ session, child }: WhyInDepthProps) {
  const workspace = useWorkspace();
  useNews(collectionNames); // any may be a reason; a note being typed is none
  if (session.status === 'ended') return null;
  const own = flaggedCases(workspace, session).find(({ ref }) => ref === child.ref);
  const reasons = reasonsOf(own?.flags ?? [], profileOf(workspace));
  const information = forInformation(own?.flags ?? []);
  if (reasons.length + information.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-s">
        {reasons.length > 0 ? 'Why in depth?' : 'For information'}
      </h2>
      <p className="govuk-body">
        <Destination file="working" />
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {reasons.map((reason) => (
          <li key={reason.words}>{reasonWords(reason)}</li>
        ))}
        {information.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
});
