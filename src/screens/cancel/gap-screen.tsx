import { useState } from 'react';
import { monthsWords } from '#domain/cancellations/gap-line.ts';
import type { CalendarMonth } from '#domain/dates/calendar-date.ts';
import { finalOfCancellation } from '#domain/records/cancellation.ts';
import type { Staff } from '#domain/records/staff.ts';
import { DraftFrame } from '#exchange/draft/draft-frame.tsx';
import {
  childrenToTell,
  gapDraftOf,
  gapsRecorded,
  newGapDraft,
} from '#storage/session/cancellations-gap.ts';
import { profileOf, settingsOf } from '#storage/settings.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { CancellationText } from './cancelled-record.tsx';
import { GapForm } from './gap-form.tsx';

/** A gap in supervision: one button writes the neutral line on every open child's record. */
export function GapScreen({ rowId }: { readonly rowId: string }) {
  useAll('absences');
  useAll('allocations');
  useAll('cancellations');
  useAll('childEntries');
  useAll('childRecords');
  useAll('children');
  useAll('notes');
  useAll('responses');
  useAll('sessions');
  const staff = useRecord('staff', rowId)?.body;
  if (!staff) {
    return (
      <Page title="Not found" width="text">
        <p className="govuk-body">
          This person is not on this device. <Link href="/">Home</Link>
        </p>
      </Page>
    );
  }
  return <Gap key={rowId} rowId={rowId} staff={staff} />;
}

interface GapProps {
  readonly rowId: string;
  readonly staff: Staff;
}

function Gap({ rowId, staff }: GapProps) {
  const workspace = useWorkspace();
  const [fresh, setFresh] = useState(() => newGapDraft(workspace, staff.ref));
  const draft = gapDraftOf(workspace, staff.ref)?.body ?? fresh;
  const children = childrenToTell(workspace, staff.ref);
  const recorded = gapsRecorded(workspace, staff.ref);
  // A second gap, months later, is a record of its own.
  if (recorded.some(({ id }) => id === fresh.id)) setFresh(newGapDraft(workspace, staff.ref));
  return (
    <Page
      title={`Gap in supervision: ${staff.name}`}
      documentTitle="Gap in supervision"
      width="text"
      back={<BackLink href={`/practitioners/${rowId}`}>{staff.name}</BackLink>}
      focusKey={`${recorded.length} recorded`}
    >
      {children.length > 0 ? (
        <DraftFrame
          key={draft.id}
          collection="cancellations"
          id={draft.id}
          body={draft}
          formId="gap"
          before="before this is recorded"
        >
          <GapForm record={draft} toTell={children} />
        </DraftFrame>
      ) : (
        <NothingToTell rowId={rowId} isTold={recorded.length > 0} />
      )}
      {recorded.length > 0 && <Recorded records={recorded} />}
    </Page>
  );
}

interface NothingToTellProps {
  readonly rowId: string;
  readonly isTold: boolean;
}

/** Why there is nothing to write: told already, not asked for, or no absence that explains a month. */
function NothingToTell({ rowId, isTold }: NothingToTellProps) {
  const workspace = useWorkspace();
  if (isTold) {
    return (
      <p className="govuk-body">
        Every open child’s record tells of it.{' '}
        <Link href="/records">Record it in {settingsOf(workspace).caseSystem}</Link>
      </p>
    );
  }
  const { leaveGap, source } = profileOf(workspace);
  if (!leaveGap?.recordOn.includes('childRecordEachOpenCase')) {
    return (
      <p className="govuk-body">
        {source.name} does not ask for a gap to be written on children’s records. The notes of the
        next session explain it.
      </p>
    );
  }
  return (
    <p className="govuk-body">
      No month was missed because this person was away, or each open child’s record tells of it
      already. <Link href={`/practitioners/${rowId}`}>Put in the days away</Link>
    </p>
  );
}

function Recorded({ records }: { readonly records: ReturnType<typeof gapsRecorded> }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Recorded</h2>
      <p className="govuk-body">
        <Destination file="staff" />
      </p>
      {records.slice(0, 1).map((record) => {
        const final = finalOfCancellation(record);
        return final && <CancellationText key={record.id} final={final} />;
      })}
      {records.length > 1 && (
        <ul className="govuk-list">
          {records.slice(1).map(({ id, months }) => (
            <li key={id}>{monthsWords(months as CalendarMonth[])}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
