import { childLabel } from '#domain/caseload/child-label.ts';
import { subjectWord } from '#domain/caseload/subject.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { sectionTitles } from '#domain/discussion/discussion-sections.ts';
import type { Child } from '#domain/records/child.ts';
import type { Depth, DiscussionField } from '#domain/records/discussion-field-types.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { ExtraTime } from './extra-time.tsx';
import { FieldOfTable } from './field-of-table.tsx';
import { inRows, moreFields } from './fields-on-screen.ts';
import { OpenWhereWritten, Titled } from './open-where-written.tsx';

interface MoreFieldsProps {
  readonly index: number;
  readonly depth: Depth;
  readonly child: Child;
  readonly today: CalendarDate;
}

/** Everything else that A3 has at this depth. It is there to be used, and nothing of it is required. */
export function MoreFields(props: MoreFieldsProps) {
  const { index, depth, child } = props;
  const workspace = useWorkspace();
  const sections = moreFields(depth, profileOf(workspace));
  const about = (
    <p className="govuk-body">
      <Destination file="child" name={childLabel(child)} />
    </p>
  );
  if (depth === 'brief') {
    const fields = sections.flatMap((section) => section.fields);
    return (
      <OpenWhereWritten summary="More" index={index} fields={fields}>
        {about}
        <Fields {...props} fields={fields} />
        <ExtraTime index={index} />
      </OpenWhereWritten>
    );
  }
  return (
    <section aria-label="More about this child">
      <h2 className="govuk-heading-s">More about this {subjectWord(child, props.today)}</h2>
      {about}
      {sections.map(({ section, fields }, at) =>
        at === 0 ? (
          <Fields key={section} {...props} fields={fields} />
        ) : (
          <OpenWhereWritten
            key={section}
            summary={<Titled index={index} title={sectionTitles[section]} fields={fields} />}
            index={index}
            fields={fields}
          >
            <Fields {...props} fields={fields} />
          </OpenWhereWritten>
        ),
      )}
      <ExtraTime index={index} />
    </section>
  );
}

interface FieldsProps extends MoreFieldsProps {
  readonly fields: readonly DiscussionField[];
}

function Fields({ index, child, today, fields }: FieldsProps) {
  const props = { index, child, today, word: subjectWord(child, today) };
  return inRows(fields).map((row) =>
    row.length === 1 ? (
      row.map((field) => <FieldOfTable key={field.key} {...props} field={field} />)
    ) : (
      <div key={row[0]?.key} className="fp-columns">
        {row.map((field) => (
          <FieldOfTable key={field.key} {...props} field={field} />
        ))}
      </div>
    ),
  );
}
