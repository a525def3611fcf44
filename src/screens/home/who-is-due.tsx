import { formatDate } from '#domain/dates/calendar-date.ts';
import type { Due, NotDue } from '#domain/due/due-result.ts';
import type { Staff } from '#domain/records/staff.ts';
import { childDueOf, workerDueOf } from '#storage/agenda/due.ts';
import {
  childrenToDiscuss,
  openChildren,
  practitioners,
} from '#storage/caseload/caseload-reads.ts';
import { findStaff, superviseeTerm } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { ButtonGroup, ButtonLink } from '#ui/button.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { DueTag } from '#ui/due-tag.tsx';
import { Link } from '#ui/link.tsx';

interface Row {
  readonly person: Staff;
  readonly rowId: string;
  readonly open: number;
  readonly due: Due | NotDue;
  readonly childrenOverdue: number;
}

const late = ['overdue', 'overdue_explained', 'breach'];

/** Each practitioner: when supervision is due, by which rule, and how many children wait too long. */
export function WhoIsDue() {
  const workspace = useWorkspace();
  useAll('staff');
  useAll('priorDiscussions');
  useAll('absences');
  useAll('agreements');
  useAll('notes');
  useAll('responses');
  const rows = practitioners(workspace).map((person): Row => {
    const children = openChildren(workspace, person.ref);
    const dues = childrenToDiscuss(workspace, person.ref).map((child) =>
      childDueOf(workspace, child),
    );
    return {
      person,
      rowId: findStaff(workspace, person.ref)?.id ?? '',
      open: children.length,
      due: workerDueOf(workspace, person),
      childrenOverdue: dues.filter((due) => due.outcome === 'due' && late.includes(due.status))
        .length,
    };
  });
  if (rows.length === 0) return <NobodyYet />;
  return (
    <>
      <DataTable
        caption="Who is due"
        columns={columnsFor(superviseeTerm(workspace))}
        rows={rows.toSorted((a, b) => (dueKey(a) < dueKey(b) ? -1 : 1))}
        rowKey={({ person }) => person.ref}
        compact
      />
      <ButtonGroup>
        <ButtonLink href="/sessions">Start a session</ButtonLink>
        <ButtonLink href="/children" variant="secondary">
          My list
        </ButtonLink>
        <ButtonLink href="/handover" variant="secondary">
          Files to give and to open
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}

const dueKey = ({ due, person }: Row): string =>
  `${due.outcome === 'due' ? due.dueOn : '9'} ${person.name}`;

const columnsFor = (supervisee: string): readonly Column<Row>[] => [
  {
    key: 'name',
    header: supervisee,
    rowHeader: true,
    render: ({ person, rowId }) => <Link href={`/practitioners/${rowId}`}>{person.name}</Link>,
  },
  { key: 'open', header: 'Open cases', numeric: true, render: ({ open }) => open },
  {
    key: 'due',
    header: 'Supervision due',
    render: ({ due }) => (due.outcome === 'due' ? formatDate(due.dueOn) : 'No date'),
  },
  {
    key: 'state',
    header: 'State',
    render: ({ due }) =>
      due.outcome === 'due' ? <DueTag what="Supervision" status={due.status} /> : due.why,
  },
  {
    key: 'rule',
    header: 'By which rule',
    render: ({ due }) => (due.outcome === 'due' ? due.words : ''),
  },
  {
    key: 'children',
    header: 'Discussions overdue',
    numeric: true,
    render: ({ childrenOverdue }) => childrenOverdue,
  },
];

function NobodyYet() {
  return (
    <>
      <p className="govuk-body">
        No children on your list yet. Add them first, then start a session.
      </p>
      <ButtonGroup>
        <ButtonLink href="/children/paste">Paste your list</ButtonLink>
        <ButtonLink href="/children/import" variant="secondary">
          Bring in a caseload file
        </ButtonLink>
        <ButtonLink href="/children/add" variant="secondary">
          Add a child
        </ButtonLink>
        <ButtonLink href="/handover/open" variant="secondary">
          Open a file you were given
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}
