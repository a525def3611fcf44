import { subjectWord } from '#domain/caseload/subject.ts';
import { dateInLondon, formatDate, parseInstant } from '#domain/dates/calendar-date.ts';
import { partAEntries, preparedPart } from '#domain/preparation/preparation.ts';
import type { Child } from '#domain/records/child.ts';
import { earlierPreparations } from '#storage/preparation/preparation-reads.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Details } from '#ui/details.tsx';
import { LastDiscussion } from './last-discussion.tsx';

/** Read beside the form, never typed again: the last discussion, and what I prepared before. */
export function BesideChild({ child }: { readonly child: Child }) {
  return (
    <>
      <LastDiscussion child={child} />
      <PreparedBefore child={child} />
    </>
  );
}

function PreparedBefore({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  const word = subjectWord(child, todayIn(workspace));
  const last = earlierPreparations(workspace)
    .map(({ body }) => ({ body, entries: partAEntries(preparedPart(body, child.ref), word) }))
    .find(({ entries }) => entries.length > 0);
  if (!last) return null;
  const at = parseInstant(last.body.sharedAt || last.body.createdAt);
  return (
    <Details summary={`What I prepared on ${at ? formatDate(dateInLondon(at)) : 'the last time'}`}>
      {last.entries.map(({ key, label, text }) => (
        <div key={key}>
          <h3 className="govuk-heading-s">{label}</h3>
          <p className="govuk-body fp-text">{text}</p>
        </div>
      ))}
    </Details>
  );
}
