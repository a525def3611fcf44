import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { MonitoringRecord } from '#domain/records/monitoring.ts';
import { AmendStaffRecord } from '#exchange/parts/amend-staff-record.tsx';
import { SignRecord } from '#exchange/signing/sign-record.tsx';
import { monitoringBlocks } from '#exchange/text/monitoring-text.ts';
import { StaffTextOut } from '#exchange/text/staff-text-out.tsx';
import { useNoteSignatures } from '#storage/signing/use-signatures.ts';
import { Destination } from '#ui/destination.tsx';
import { Details } from '#ui/details.tsx';
import { IdentityBar } from '#ui/identity-bar.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { Figures } from './figures.tsx';

/** The finished form as it was on that day: read only, with its signature and its corrections. */
export function MonitoringFinished({ record }: { readonly record: MonitoringRecord }) {
  const { id, heading, supervisee } = record;
  const signatures = useNoteSignatures(id);
  const on = parseCalendarDate(record.completedOn);
  return (
    <Page
      title={heading}
      width="text"
      back={<BackLink href="/monitoring">Monitoring</BackLink>}
      focusKey="finished"
    >
      <IdentityBar
        name={supervisee}
        facts={[
          { label: 'Supervisor', value: record.supervisor },
          { label: 'Period', value: record.period },
          { label: 'Completed', value: on ? formatDate(on) : record.completedOn },
        ]}
      />
      <p className="govuk-body">
        <Destination file="staff" /> Finalised. The figures are those of that day.
      </p>
      <StaffTextOut
        blocks={monitoringBlocks(record, signatures)}
        href={`/print/monitoring/${id}`}
        words="Print this form"
      />
      <Details summary="Each figure, what it counts and all that is behind it">
        <h2 className="govuk-heading-m">Part 1: compliance</h2>
        <Figures figures={record.figures} />
      </Details>
      <SignRecord recordId={id} what="this form" />
      <AmendStaffRecord recordId={id} />
    </Page>
  );
}
