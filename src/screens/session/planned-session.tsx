import { useState } from 'react';
import { formatDate, formatLongDate, parseCalendarDate } from '#domain/calendar-date.ts';
import { openActionsOf } from '#domain/child-actions.ts';
import { childLabel } from '#domain/child-label.ts';
import { countOf } from '#domain/count-words.ts';
import { cohortOptions } from '#domain/policy-profile.ts';
import type { Child } from '#domain/records/child.ts';
import type { Session } from '#domain/records/session.ts';
import { ageText } from '#domain/subject.ts';
import { CaseloadNotice } from '#exchange/caseload/caseload-notice.tsx';
import { openChildren } from '#storage/caseload-reads.ts';
import { childDueOf, lastDiscussedOn } from '#storage/due.ts';
import { startSession } from '#storage/sessions.ts';
import { profileOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { DueTag } from '#ui/due-tag.tsx';
import { Page } from '#ui/page.tsx';
import { sessionLabel } from './session-label.ts';

/** Every open case, before the session starts. None can be left off. */
export function PlannedSession({ session }: { readonly session: Session }) {
  const workspace = useWorkspace();
  useAll('children');
  useAll('allocations');
  useAll('priorDiscussions');
  const actions = useAll('childActions');
  const events = useAll('childActionEvents');
  const [busy, setBusy] = useState(false);
  const today = todayIn(workspace);
  const children = openChildren(workspace, session.superviseeRef);
  const statuses = cohortOptions(profileOf(workspace));
  const planned = parseCalendarDate(session.plannedFor);

  const columns: readonly Column<Child>[] = [
    { key: 'name', header: 'Child', rowHeader: true, render: childLabel },
    { key: 'age', header: 'Age', render: (child) => ageText(child, today, formatDate) },
    {
      key: 'status',
      header: 'Status',
      render: ({ status }) => statuses.find(({ code }) => code === status)?.label ?? status,
    },
    {
      key: 'last',
      header: 'Last discussed',
      render: ({ ref }) => {
        const on = lastDiscussedOn(workspace, ref);
        return on ? formatDate(on) : 'No date held';
      },
    },
    {
      key: 'due',
      header: 'Discussion due',
      render: (child) => {
        const due = childDueOf(workspace, child);
        if (due.outcome === 'none') return 'None set';
        return (
          <>
            {formatDate(due.dueOn)} <DueTag what="Discussion" status={due.status} />
          </>
        );
      },
    },
    {
      key: 'actions',
      header: 'Open actions',
      numeric: true,
      render: ({ ref }) => openActionsOf(ref, actions, events).length,
    },
  ];
  return (
    <Page title={sessionLabel(workspace, session)} documentTitle="Planned session">
      <p className="govuk-body">
        {planned ? `Planned for ${formatLongDate(planned)}. ` : ''}
        {countOf(children.length, 'open case')}.
      </p>
      <CaseloadNotice />
      <ButtonGroup>
        <Button
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void startSession(workspace, session.superviseeRef, session.id).finally(() =>
              setBusy(false),
            );
          }}
        >
          Start the session
        </Button>
        <ButtonLink href="/children/add" variant="secondary">
          Add a child first
        </ButtonLink>
      </ButtonGroup>
      <DataTable
        caption="Every open case"
        columns={columns}
        rows={children}
        rowKey={({ ref }) => ref}
        emptyText="No open cases on this practitioner’s list."
        compact
      />
    </Page>
  );
}
