import { childrenAtRisk } from '#domain/cancellations/cancellation.ts';
import { childLabel } from '#domain/caseload/child-label.ts';
import { type CalendarDate, formatDate } from '#domain/dates/calendar-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import { childrenDue } from '#storage/session/cancellations-reads.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Destination } from '#ui/destination.tsx';

interface ChildrenAtRiskProps {
  readonly superviseeRef: StaffRef;
  readonly rearrangedFor: CalendarDate | undefined;
}

/** Whose discussion will be late, by the one due-date function. The record keeps them by reference. */
export function ChildrenAtRisk({ superviseeRef, rearrangedFor }: ChildrenAtRiskProps) {
  const workspace = useWorkspace();
  useAll('children');
  useAll('allocations');
  const children = childrenAtRisk(childrenDue(workspace, superviseeRef), { rearrangedFor });
  const rows = children
    .flatMap(({ child, dueOn }) => (dueOn ? [{ child, dueOn }] : []))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return (
    <section>
      <h2 className="govuk-heading-m">Children whose discussion this puts at risk</h2>
      <p className="govuk-body">
        <Destination file="staff" /> The record keeps them by reference, never by name.
      </p>
      <p className="govuk-body">
        {rearrangedFor
          ? `Discussion due before ${formatDate(rearrangedFor)}.`
          : 'Every open child whose discussion has a date, as long as there is no new day.'}
      </p>
      <DataTable
        caption="Discussion due"
        captionHidden
        columns={[
          {
            key: 'child',
            header: 'Child',
            rowHeader: true,
            render: ({ child }) => childLabel(child),
          },
          { key: 'due', header: 'Discussion due', render: ({ dueOn }) => formatDate(dueOn) },
        ]}
        rows={rows}
        rowKey={({ child }) => child.ref}
        emptyText="None."
        compact
      />
    </section>
  );
}
