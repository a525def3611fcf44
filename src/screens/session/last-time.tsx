import { memo } from 'react';
import { collectionNames } from '#domain/collections.ts';
import { formatDate, parseCalendarDate, toInstant } from '#domain/dates/calendar-date.ts';
import { answeredFields } from '#domain/discussion/answered-fields.ts';
import { clockedPart, deadlineOfDiscussion } from '#domain/recording/discussion-deadline.ts';
import { recordingState } from '#domain/recording/recording-state.ts';
import type { Child } from '#domain/records/child.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import type { Session } from '#domain/records/session.ts';
import { recordsOfChild } from '#storage/child-file/child-record-reads.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import { profileOn } from '#storage/policies/profiles.ts';
import { stateOfRecord } from '#storage/session/unfinished.ts';
import { settingsOf } from '#storage/settings.ts';
import { useNews } from '#storage/use-news.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Link } from '#ui/link.tsx';
import type { AgendaItem } from './agenda.ts';

interface LastTimeProps {
  readonly session: Session;
  readonly item: AgendaItem;
}

/** What was said last time, and when this record is due: read beside the notes, never typed again. */
export function LastTime({ session, item }: LastTimeProps) {
  return (
    <>
      <h2 className="govuk-heading-s">Last time</h2>
      <LastDiscussion sessionId={session.id} child={item.child} />
      <RecordDue item={item} />
    </>
  );
}

interface LastDiscussionProps {
  readonly sessionId: string;
  readonly child: Child;
}

/** Not drawn again while the notes are typed. */
const LastDiscussion = memo(function LastDiscussion({ sessionId, child }: LastDiscussionProps) {
  const workspace = useWorkspace();
  useNews(collectionNames); // where a record stands may change with its marks, answers and the policy
  const last = recordsOfChild(workspace, child.ref).find(
    (record) => record.sessionId !== sessionId,
  );
  if (!last) return <p className="govuk-body">No date held in Footprint.</p>;
  return <LastRecord record={last} />;
});

function LastRecord({ record }: { readonly record: ChildRecord }) {
  const workspace = useWorkspace();
  const on = parseCalendarDate(record.discussedOn);
  const written = answeredFields(record);
  return (
    <>
      <p className="govuk-body">
        {on && formatDate(on)}, {record.depth === 'brief' ? 'brief check-in' : 'in depth'}.{' '}
        <Link href={`/records/${record.id}`}>See the record</Link>
        <br />
        {capitalised(stateOfRecord(workspace, record).words)}.
      </p>
      {written.map(({ key, label, text }) => (
        <div key={key}>
          <h3 className="govuk-heading-s">{label}</h3>
          <p className="govuk-body fp-text">{text}</p>
        </div>
      ))}
      {record.decisions.length > 0 && (
        <>
          <h3 className="govuk-heading-s">Decisions</h3>
          <ul className="govuk-list govuk-list--bullet">
            {record.decisions.map(({ id, text, rationale }) => (
              <li key={id}>
                {text}. Reasons: {rationale}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function RecordDue({ item }: { readonly item: AgendaItem }) {
  const workspace = useWorkspace();
  if (item.part.account !== 'discussed') return null;
  const holidays = holidaysOf(workspace);
  const clocked = clockedPart(item.part);
  const on = parseCalendarDate(clocked.discussedOn) ?? todayIn(workspace);
  const deadline = deadlineOfDiscussion(clocked, profileOn(workspace, on), holidays);
  const { words } = recordingState({ deadline, now: toInstant(workspace.now), holidays });
  return (
    <>
      <h2 className="govuk-heading-s">Record in {settingsOf(workspace).caseSystem}</h2>
      <p className="govuk-body">
        {words}. {deadline.status === 'due' ? deadline.words : deadline.why}
      </p>
    </>
  );
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
