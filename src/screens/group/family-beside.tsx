import { lazy, Suspense } from 'react';
import { childLabel } from '#domain/caseload/child-label.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { GroupSession, ProfessionSummary } from '#domain/records/group.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { recordsOfChild } from '#storage/child-file/child-record-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';
import type { GroupItem } from './group-items.ts';
import { memberName } from './group-words.ts';

// Drawn after the notes: nothing that is typed waits for it.
const TimelineBeside = lazy(async () => ({
  default: (await import('#exchange/parts/timeline-beside.tsx')).TimelineBeside,
}));

interface FamilyBesideProps {
  readonly group: GroupSession;
  readonly item: GroupItem;
}

/** To read beside the notes: what each child’s last record says was to be done, and the summaries. */
export function FamilyBeside({ group, item }: FamilyBesideProps) {
  const workspace = useWorkspace();
  useAll('childRecords');
  const { familyKey } = item.discussion;
  const summaries = group.agenda.find((line) => line.familyKey === familyKey)?.summaries ?? [];
  return (
    <section
      className="fp-pane-side"
      aria-label="To read beside the notes"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <h2 className="govuk-heading-s">Last time</h2>
      {item.children.map((child) => (
        <div key={child.ref}>
          <h3 className="govuk-heading-s">{childLabel(child)}</h3>
          <LastRecord
            record={recordsOfChild(workspace, child.ref).find(
              ({ sessionId }) => sessionId !== group.id,
            )}
          />
        </div>
      ))}
      <h2 className="govuk-heading-s">Summaries</h2>
      {summaries.map((summary) => (
        <Summary key={summary.id} summary={summary} group={group} />
      ))}
      <p className="govuk-body">
        {summaries.length === 0 && 'None asked for. '}
        <Link href={`/groups/${group.id}/agenda`}>Write summaries on the agenda</Link>
      </p>
      <Suspense fallback={null}>
        {item.children.map((child) => (
          <TimelineBeside
            key={child.ref}
            child={child}
            rowId={findChild(workspace, child.ref)?.id ?? ''}
            named
          />
        ))}
      </Suspense>
    </section>
  );
}

type Records = ReturnType<typeof recordsOfChild>;

function LastRecord({ record }: { readonly record: Records[number] | undefined }) {
  if (!record) return <p className="govuk-body">No date held in Footprint.</p>;
  const on = parseCalendarDate(record.discussedOn);
  const where = record.context === 'oneToOne' ? 'one-to-one' : 'in a group';
  return (
    <>
      <p className="govuk-body">
        {on && formatDate(on)}, {where}. <Link href={`/records/${record.id}`}>See the record</Link>
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {record.decisions.map(({ id, text }) => (
          <li key={id}>Decision: {text}</li>
        ))}
        {record.actions.map(({ id, what, owner }) => (
          <li key={id}>
            Action: {what}
            {owner && ` (${owner})`}
          </li>
        ))}
      </ul>
    </>
  );
}

interface SummaryProps {
  readonly summary: ProfessionSummary;
  readonly group: GroupSession;
}

function Summary({ summary, group }: SummaryProps) {
  const workspace = useWorkspace();
  const author = group.members.find(({ id }) => id === summary.memberId);
  const texts = [summary.summary, summary.progress].filter((text) => text.trim() !== '');
  return (
    <>
      <h3 className="govuk-heading-s">
        {summary.role || 'Profession not named'}
        {author && `, ${memberName(workspace, author)}`}
        {summary.period && `, ${summary.period}`}
      </h3>
      {texts.length === 0 && <p className="govuk-body">Nothing written yet.</p>}
      {texts.map((text) => (
        <p key={text} className="govuk-body fp-text">
          {text}
        </p>
      ))}
    </>
  );
}
