import { countSaidDone } from '#domain/agenda/agenda.ts';
import { childLabel } from '#domain/caseload/child-label.ts';
import { ageText } from '#domain/caseload/subject.ts';
import { formatDate, formatShortDate } from '#domain/dates/calendar-date.ts';
import type { ChildDue } from '#domain/due/child-due.ts';
import type { NotDue } from '#domain/due/due-result.ts';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import type { Child } from '#domain/records/child.ts';
import type { Session } from '#domain/records/session.ts';
import type { AgendaRow } from '#storage/agenda/agenda.ts';
import { caseFactsOf } from '#storage/agenda/case-facts.ts';
import { openActionsIn } from '#storage/agenda/case-facts-common.ts';
import { viewOfSession } from '#storage/agenda/case-facts-view.ts';
import { profileOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import type { Column } from '#ui/data-table.tsx';
import { Details } from '#ui/details.tsx';
import { DueTag } from '#ui/due-tag.tsx';
import { AskCell } from './ask-cell.tsx';

export type AgendaColumn = Column<AgendaRow>;

/** What is known of each child, and what the practitioner asks: the same for whoever reads the agenda. */
export function useFactColumns(session: Session, who: string) {
  const workspace = useWorkspace();
  useAll('children');
  useAll('allocations');
  useAll('priorDiscussions');
  useAll('sessions');
  useAll('groups');
  useAll('groupDiscussions');
  useAll('childActions');
  useAll('childActionEvents');
  const { view } = viewOfSession(workspace, session);
  const openActions = openActionsIn(view);
  const facts = new Map(
    caseFactsOf(workspace, session).map((each) => [each.child.ref, each.facts]),
  );
  const today = todayIn(workspace);
  const statuses = cohortOptions(profileOf(workspace));

  return (isShared: boolean, asksHeader: string): readonly AgendaColumn[] => [
    {
      key: 'child',
      header: 'Child',
      rowHeader: true,
      render: ({ child }) => childLabel(child),
    },
    {
      key: 'who',
      header: 'Age and status',
      render: ({ child }) =>
        [
          ageText(child, today, formatDate),
          statuses.find(({ code }) => code === child.status)?.label ?? child.status,
        ]
          .filter(Boolean)
          .join(', '),
    },
    {
      key: 'last',
      header: 'Last discussed',
      render: ({ child }) => {
        const on = facts.get(child.ref)?.lastDiscussedOn;
        return on ? formatShortDate(on) : 'No date held';
      },
    },
    {
      key: 'due',
      header: 'Discussion due',
      render: ({ child }) => <DueCell child={child} due={facts.get(child.ref)?.discussionDue} />,
    },
    {
      key: 'actions',
      header: 'Open actions',
      render: ({ child }) => {
        const open = openActions(child.ref);
        const done = countSaidDone(open);
        return `${open.length}${done > 0 ? `; ${who} says ${done} done` : ''}`;
      },
    },
    // While nothing is shared the page says so once, above the table.
    ...(isShared
      ? [
          {
            key: 'asks',
            header: asksHeader,
            render: ({ ask }: AgendaRow) => <AskCell ask={ask} />,
          },
        ]
      : []),
  ];
}

interface DueCellProps {
  readonly child: Child;
  readonly due: ChildDue | NotDue | undefined;
}

/** The day, where it stands, and the rule it follows from. */
function DueCell({ child, due }: DueCellProps) {
  if (!due) return null;
  const isDue = due.outcome === 'due';
  const summary = (
    <>
      {isDue ? formatShortDate(due.dueOn) : 'None set'}, why
      <span className="govuk-visually-hidden"> for {childLabel(child)}</span>
    </>
  );
  return (
    <>
      {isDue && <DueTag what="Discussion" status={due.status} />}
      <Details summary={summary}>{isDue ? due.words : due.why}</Details>
    </>
  );
}
