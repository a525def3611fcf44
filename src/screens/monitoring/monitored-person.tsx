import {
  addInterval,
  type CalendarMonth,
  formatShortDate,
  monthOf,
  toCalendarDate,
} from '#domain/dates/calendar-date.ts';
import { type FigureSet, figureOf } from '#domain/figures/add-figures.ts';
import { type FigureId, figureKinds } from '#domain/figures/figure.ts';
import { monthsFrom } from '#domain/figures/figures-of-period.ts';
import { monthsOfForm, periodWords } from '#domain/monitoring/monitoring-missing.ts';
import type { Monitoring } from '#domain/records/monitoring.ts';
import type { Staff } from '#domain/records/staff.ts';
import { findStaff } from '#storage/settings.ts';
import {
  figuresOfMonths,
  monitoringDue,
  monitoringOf,
} from '#storage/staff-file/monitoring-reads.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { DueTag } from '#ui/due-tag.tsx';
import { Link } from '#ui/link.tsx';

/** The months that are shown side by side: this one and the two before it. */
const MONTHS_BACK = '-P2M';

const shownIds: readonly FigureId[] = [
  'supervisionInTime',
  'childrenDiscussed',
  'childRecords',
  'urgentRecords',
  'staffNotes',
  'decisionsRevisited',
  'carriedTwice',
];

/** One person: when monitoring is due, the forms, and the figures month by month. */
export function MonitoredPerson({ staff }: { readonly staff: Staff }) {
  const workspace = useWorkspace();
  const { ref, name } = staff;
  const rowId = findStaff(workspace, ref)?.id ?? '';
  const today = todayIn(workspace);
  const months = monthsFrom(monthOf(addInterval(today, MONTHS_BACK)), monthOf(today));
  const due = monitoringDue(workspace, ref);
  const forms = monitoringOf(workspace, ref).filter(({ droppedAt }) => droppedAt === '');
  const { each } = figuresOfMonths(workspace, ref, months);
  return (
    <section>
      <h2 className="govuk-heading-m">{name}</h2>
      {due.outcome === 'due' && (
        <p className="govuk-body">
          {due.status !== 'no_date_held' && <DueTag what="Monitoring" status={due.status} />}{' '}
          {due.words}.
        </p>
      )}
      <ul className="govuk-list">
        {forms.map((form) => (
          <li key={form.id}>
            <Link href={`/monitoring/${form.id}`}>
              {formWords(form, today)}
              <span className="govuk-visually-hidden">, {name}</span>
            </Link>
          </li>
        ))}
        <li>
          <Link href={`/monitoring/new/${rowId}`}>
            Fill in a form<span className="govuk-visually-hidden"> about {name}</span>
          </Link>
        </li>
      </ul>
      <MonthByMonth name={name} months={months} each={each} />
    </section>
  );
}

function formWords(form: Monitoring, today: Parameters<typeof monthsOfForm>[1]): string {
  const period = periodWords(monthsOfForm(form, today)) || 'No months chosen';
  return `${period}: ${form.finalisedAt === '' ? 'not finalised yet' : 'finalised'}`;
}

/** "Nov 2026": the short names of tables. */
const shortMonth = (month: CalendarMonth): string =>
  formatShortDate(toCalendarDate(`${month}-01`)).slice(2);

interface MonthByMonthProps {
  readonly name: string;
  readonly months: readonly CalendarMonth[];
  readonly each: readonly FigureSet[];
}

function MonthByMonth({ name, months, each }: MonthByMonthProps) {
  const columns: readonly Column<FigureId>[] = [
    { key: 'figure', header: 'Figure', rowHeader: true, render: (id) => figureKinds[id].label },
    ...months.map((month, i) => ({
      key: month,
      header: shortMonth(month),
      render: (id: FigureId) => <Cell set={each[i]} id={id} />,
    })),
  ];
  return (
    <DataTable
      caption={`Month by month: ${name}`}
      captionHidden
      columns={columns}
      rows={shownIds}
      rowKey={(id) => id}
      compact
    />
  );
}

/** The number, or that there is none yet, or none at all: why not is in the form. */
function Cell({ set, id }: { readonly set: FigureSet | undefined; readonly id: FigureId }) {
  const figure = set && figureOf(set, id);
  if (figure?.outcome !== 'measured') {
    const ahead = figure?.toCome.length ?? 0;
    return (
      <>
        {ahead > 0 ? `${ahead} not due yet` : 'Not measured'}
        <span className="govuk-visually-hidden">. {figure?.why}</span>
      </>
    );
  }
  return `${figure.numerator} of ${figure.denominator}`;
}
