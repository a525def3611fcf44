import { formatDateTime, parseInstant } from '#domain/dates/calendar-date.ts';
import type { Handover } from '#domain/records/handover.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { coveredFor } from '#storage/handover/cover.ts';
import { mySupervisors } from '#storage/handover/my-supervisors.ts';
import { handedOver } from '#storage/handover/supervision.ts';
import { findStaff, settingsOf, staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { ButtonLink } from '#ui/button.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';

/** Files between two people who have no server: the way in, the way out, and what went before. */
export function HandoverScreen() {
  const workspace = useWorkspace();
  useAll('staff');
  useAll('settings');
  const handovers = useAll('handovers').toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1));
  const { synthetic } = settingsOf(workspace);
  if (synthetic) return <NotInTheExample />;
  return (
    <Page title="Files between two people" documentTitle="Hand-over files">
      <p className="govuk-body">
        A hand-over file carries records between a supervisor and a practitioner, with no network.
        It is kept locked by five words that you tell the other person another way.
      </p>
      <h2 className="govuk-heading-m">A file you were given</h2>
      <p className="govuk-body">You see what is in it before anything changes.</p>
      <ButtonLink href="/handover/open">Open a file</ButtonLink>
      <h2 className="govuk-heading-m">A file to give</h2>
      <People />
      <h2 className="govuk-heading-m">To another supervisor</h2>
      <Supervisees />
      <DataTable
        caption="Files made and taken in on this device"
        columns={columnsFor((ref) => staffName(workspace, ref))}
        rows={handovers}
        rowKey={({ id, direction }) => `${direction} ${id}`}
        emptyText="No files yet."
        compact
      />
    </Page>
  );
}

function People() {
  const workspace = useWorkspace();
  const supervisors = mySupervisors(workspace);
  const people = [
    ...supervisors.flatMap((ref) => findStaff(workspace, ref)?.body ?? []),
    ...practitioners(workspace),
  ];
  if (people.length === 0) {
    return (
      <p className="govuk-body">
        Nobody to give a file to yet. A supervisor adds the children and who works with them first;
        a practitioner opens their supervisor’s file first.
      </p>
    );
  }
  return (
    <ul className="govuk-list">
      {people.map(({ ref, name }) => (
        <li key={ref}>
          <Link href={`/handover/make/${findStaff(workspace, ref)?.id}`}>
            Make a file for {name}
          </Link>
          {supervisors.includes(ref) && ', who supervises you'}
        </li>
      ))}
    </ul>
  );
}

/** For good, or for the days that somebody covers. */
function Supervisees() {
  const workspace = useWorkspace();
  const gone = handedOver(workspace).map(({ staff }) => staff);
  const people = [...practitioners(workspace), ...gone];
  const covered = [...new Set(coveredFor(workspace).map(({ relation }) => relation.coverFor))];
  return (
    <ul className="govuk-list">
      {people.map((staff) => (
        <li key={staff.ref}>
          <Link href={`/handover/supervisee/${findStaff(workspace, staff.ref)?.id}`}>
            {gone.includes(staff) ? `Handed over: ${staff.name}` : `Hand over ${staff.name}`}
          </Link>
        </li>
      ))}
      {covered.map((ref) => (
        <li key={ref}>
          <Link href={`/handover/cover/${findStaff(workspace, ref)?.id}`}>
            Give back what you did for {staffName(workspace, ref)}
          </Link>
        </li>
      ))}
      <li>
        <Link href="/handover/cover">Somebody covers for you</Link>
      </li>
    </ul>
  );
}

const columnsFor = (nameOf: (ref: string) => string): readonly Column<Handover>[] => [
  {
    key: 'when',
    header: 'When',
    rowHeader: true,
    render: (each) => {
      const at = parseInstant(timeOf(each));
      return at ? formatDateTime(at) : '';
    },
  },
  {
    key: 'what',
    header: 'What',
    render: ({ direction, otherRef }) =>
      direction === 'made' ? `Made for ${nameOf(otherRef)}` : `Taken in from ${nameOf(otherRef)}`,
  },
  {
    key: 'contents',
    header: 'With',
    render: ({ contents }) => (
      <ul className="govuk-list">
        {contents.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    ),
  },
];

const timeOf = ({ takenInAt, madeAt }: Handover): string => takenInAt || madeAt;

export function NotInTheExample() {
  return (
    <Page title="Files between two people" documentTitle="Hand-over files" width="text">
      <p className="govuk-body">
        This is the example caseload. It is not real, so it makes and takes no files.
      </p>
    </Page>
  );
}
