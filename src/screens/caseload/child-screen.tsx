import { formatDate, formatDateTime, parseCalendarDate, toInstant } from '#domain/calendar-date.ts';
import { currentAllocation, isOpenOn } from '#domain/caseload.ts';
import { openActionsOf } from '#domain/child-actions.ts';
import { carriedWords } from '#domain/count-words.ts';
import { checkWords, fieldLabel } from '#domain/field-words.ts';
import { cohortOptions } from '#domain/policy-profile.ts';
import type { Child, ListEvent } from '#domain/records/child.ts';
import { ageText } from '#domain/subject.ts';
import { fieldOfPath } from '#exchange/handover/describe.ts';
import { TwoVersions } from '#exchange/two-versions.tsx';
import { recordsOfChild } from '#storage/child-record-reads.ts';
import { childDueOf } from '#storage/due.ts';
import { oversightDueOf } from '#storage/oversight-due.ts';
import { profileOf, staffName } from '#storage/settings.ts';
import { stateOfRecord } from '#storage/unfinished.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Details } from '#ui/details.tsx';
import { DueTag } from '#ui/due-tag.tsx';
import { IdentityBar } from '#ui/identity-bar.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { Tag } from '#ui/tag.tsx';
import { Timeline, TimelineItem } from '#ui/timeline.tsx';
import { ChangeForms } from './change-forms.tsx';
import { KnownFacts } from './known-facts.tsx';
import { TwoWorkers } from './two-workers.tsx';

/** One child: what was recorded, what is open, and every change to the entry on the list. */
export function ChildScreen({ rowId }: { readonly rowId: string }) {
  const workspace = useWorkspace();
  const allocations = useAll('allocations');
  useAll('childRecords');
  useAll('childMarks');
  useAll('staff');
  const child = useRecord('children', rowId)?.body;
  if (!child || child.removed) {
    return (
      <Page title="Not on your list" width="text">
        <p className="govuk-body">
          This child is not on your list. <Link href="/children">My list</Link>
        </p>
      </Page>
    );
  }
  const today = todayIn(workspace);
  const allocation = currentAllocation(child.ref, allocations, today);
  const born = parseCalendarDate(child.dateOfBirth);
  const status = cohortOptions(profileOf(workspace)).find(({ code }) => code === child.status);
  const isOpen = isOpenOn(child, today);
  return (
    <Page
      title="Child’s record"
      back={<BackLink href="/children">My list</BackLink>}
      focusKey={rowId}
    >
      <IdentityBar
        name={child.name || 'No name held'}
        ageText={ageText(child, today, formatDate)}
        status={isOpen ? undefined : <Tag tone="grey">Closed</Tag>}
        facts={[
          { label: 'Reference', value: child.reference || 'Not known yet' },
          { label: 'Born', value: born ? formatDate(born) : 'Not held' },
          { label: 'Status', value: status?.label ?? (child.status || 'Not held') },
          {
            label: 'Worker',
            value: allocation ? staffName(workspace, allocation.staffRef) : 'Unallocated',
          },
        ]}
      />
      <TwoVersions
        collection="children"
        id={rowId}
        body={child}
        before="which one stands on the list"
        other={{ key: 'The other', keep: 'Keep the other' }}
        labelOf={(path) => fieldOfPath('children', path)}
      />
      <Checks child={child} />
      {isOpen && <TwoWorkers child={child} />}
      {isOpen && <DiscussionDue child={child} />}
      {isOpen && <OversightDue child={child} />}
      <KnownFacts child={child} />
      <h2 className="govuk-heading-m">Recorded</h2>
      <Records child={child} />
      <OpenActions child={child} />
      <ChangeForms key={rowId} child={child} />
      <Details summary="Changes to this entry">
        <Timeline>
          {child.history.toReversed().map((event) => (
            <TimelineItem
              key={`${event.at} ${event.what} ${event.field}`}
              title={eventTitle(event)}
              byline={staffName(workspace, event.by)}
              dateText={formatDateTime(toInstant(event.at))}
              dateTime={event.at}
              headingLevel={3}
            >
              <EventText event={event} />
            </TimelineItem>
          ))}
        </Timeline>
      </Details>
    </Page>
  );
}

/** The oversight clock, where the policy has a second one. */
function OversightDue({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  const due = oversightDueOf(workspace, child);
  if (due.outcome === 'none') return null;
  return (
    <p className="govuk-body">
      <DueTag what="Oversight" status={due.status} /> {due.words}.
    </p>
  );
}

/** Which rule made the date, in words. */
function DiscussionDue({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  useAll('priorDiscussions');
  useAll('sessions');
  const due = childDueOf(workspace, child);
  return (
    <p className="govuk-body">
      {due.outcome === 'due' ? (
        <>
          <DueTag what="Discussion" status={due.status} /> {due.words}. Plan by{' '}
          {formatDate(due.planBy)}.
        </>
      ) : (
        due.why
      )}
    </p>
  );
}

function Checks({ child }: { readonly child: Child }) {
  if (child.checks.length === 0) return null;
  return (
    <ul className="govuk-list">
      {child.checks.map((check) => (
        <li key={check.field}>
          <strong>{checkWords(check)}</strong>
        </li>
      ))}
    </ul>
  );
}

function Records({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  const records = recordsOfChild(workspace, child.ref);
  if (records.length === 0) {
    return <p className="govuk-body">Nothing finalised yet. No date held in Footprint.</p>;
  }
  return (
    <Timeline>
      {records.map((record) => {
        const on = parseCalendarDate(record.discussedOn);
        return (
          <TimelineItem
            key={record.id}
            title={<Link href={`/records/${record.id}`}>Discussed in supervision</Link>}
            byline={record.supervisor}
            dateText={on ? formatDate(on) : record.discussedOn}
            dateTime={record.discussedOn}
            headingLevel={3}
          >
            {record.depth === 'brief' ? 'Brief check-in' : 'In depth'},{' '}
            {stateOfRecord(workspace, record).words}
          </TimelineItem>
        );
      })}
    </Timeline>
  );
}

function OpenActions({ child }: { readonly child: Child }) {
  const actions = useAll('childActions');
  const events = useAll('childActionEvents');
  const open = openActionsOf(child.ref, actions, events);
  return (
    <>
      <h2 className="govuk-heading-m">Open actions</h2>
      {open.length === 0 ? (
        <p className="govuk-body">No open actions.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {open.map(({ action, carried }) => {
            const due = parseCalendarDate(action.dueOn);
            return (
              <li key={action.id}>
                {action.what}. {action.owner}, by{' '}
                {due ? formatDate(due) : action.byWhen || 'no date'}
                {carried > 0 && `, ${carriedWords(carried)}`}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

const titles: Record<ListEvent['what'], string> = {
  added: 'Added to the list',
  closed: 'Closed',
  reopened: 'Reopened',
  corrected: 'Corrected',
  transferred: 'Transferred',
  removed: 'Removed',
};

const eventTitle = ({ what, field }: ListEvent): string =>
  field ? `${titles[what]}: ${fieldLabel(field)}` : titles[what];

function EventText({ event }: { readonly event: ListEvent }) {
  const workspace = useWorkspace();
  const on = parseCalendarDate(event.on);
  const name = (text: string) =>
    event.what === 'transferred' && text ? staffName(workspace, text) : text;
  return (
    <p className="govuk-body">
      {on && `From ${formatDate(on)}. `}
      {event.reason}
      {event.field !== 'familyRef' && (event.from || event.to) && (
        <>
          {' '}
          {name(event.from) || 'nothing'} became {name(event.to) || 'nothing'}.
        </>
      )}
    </p>
  );
}
