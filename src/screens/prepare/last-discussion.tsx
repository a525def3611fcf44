import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { answeredFields } from '#domain/discussion/answered-fields.ts';
import type { Child } from '#domain/records/child.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import { lastDiscussedOn } from '#storage/agenda/due.ts';
import { recordsOfChild } from '#storage/child-file/child-record-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';

/** What was said and agreed the last time this child was discussed, to read while preparing. */
export function LastDiscussion({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  useAll('childRecords');
  useAll('priorDiscussions');
  useAll('children');
  const [last] = recordsOfChild(workspace, child.ref);
  const on = lastDiscussedOn(workspace, child.ref);
  return (
    <>
      <h2 className="govuk-heading-s">Last discussion</h2>
      {last ? (
        <LastRecord record={last} />
      ) : (
        <p className="govuk-body">{on ? `${formatDate(on)}.` : 'No date held.'}</p>
      )}
    </>
  );
}

function LastRecord({ record }: { readonly record: ChildRecord }) {
  const on = parseCalendarDate(record.discussedOn);
  const depth = record.depth === 'brief' ? 'Brief check-in' : 'In depth';
  const written = answeredFields(record);
  return (
    <>
      <p className="govuk-body">
        {on ? `${formatDate(on)}, ${depth.toLowerCase()}` : depth}.{' '}
        <Link href={`/records/${record.id}`}>See the record</Link>
      </p>
      {written.map(({ key, label, text }) => (
        <div key={key}>
          <h3 className="govuk-heading-s">{label}</h3>
          <p className="govuk-body fp-text">{text}</p>
        </div>
      ))}
      <Agreed title="Decisions" lines={record.decisions.map(({ id, text }) => ({ id, text }))} />
      <Agreed
        title="Actions agreed"
        lines={record.actions.map(({ id, what, owner, byWhen }) => ({
          id,
          text: [what, owner, byWhen].filter((each) => each.trim() !== '').join(', '),
        }))}
      />
    </>
  );
}

interface AgreedProps {
  readonly title: string;
  readonly lines: readonly { readonly id: string; readonly text: string }[];
}

function Agreed({ title, lines }: AgreedProps) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">{title}</h3>
      <ul className="govuk-list govuk-list--bullet">
        {lines.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </>
  );
}
