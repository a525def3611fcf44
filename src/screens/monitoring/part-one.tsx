import { memo } from 'react';
import { formatDate } from '#domain/dates/calendar-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import { partOne } from '#storage/staff-file/monitoring-reads.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Figures } from './figures.tsx';
import { useFigureChanges } from './use-figure-changes.ts';

interface PartOneProps {
  readonly superviseeRef: StaffRef;
  readonly from: string;
  readonly to: string;
}

/** Counted out of what is stored, and typed by nobody. Kept out of the way of typing: it is drawn for these alone. */
export const PartOne = memo(function PartOne(props: PartOneProps) {
  const workspace = useWorkspace();
  useFigureChanges();
  const figures = partOne(workspace, props);
  return (
    <section>
      <h2 className="govuk-heading-m">Part 1: compliance</h2>
      {figures.length === 0 ? (
        <p className="govuk-body">Choose the months, and the figures are shown here.</p>
      ) : (
        <>
          <p className="govuk-body">
            Counted by Footprint from what is held on this device on{' '}
            {formatDate(todayIn(workspace))}. Children are given by their reference. The figures are
            kept with the form as they are on the day it is finalised.
          </p>
          <Figures figures={figures} />
        </>
      )}
    </section>
  );
});
