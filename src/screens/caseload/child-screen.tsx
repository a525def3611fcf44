import { openActionsOf } from '#domain/actions/child-actions.ts';
import { intervalLabel } from '#domain/agreement/agreement-interval.ts';
import { currentAllocation, isOpenOn } from '#domain/caseload/caseload.ts';
import { checkWords, fieldLabel } from '#domain/caseload/field-words.ts';
import { ageText } from '#domain/caseload/subject.ts';
import { carriedWords } from '#domain/count-words.ts';
import {
  formatDate,
  formatDateTime,
  parseCalendarDate,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import { everyWords, parseInterval } from '#domain/due/interval.ts';
import { overrideReviewWords } from '#domain/due/override-review.ts';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import type { Child, ListEvent } from '#domain/records/child.ts';
import { ChildBroughtInList } from '#exchange/brought-in/brought-in-list.tsx';
import { fieldOfPath } from '#exchange/handover/describe.ts';
import { RecordedTimeline } from '#exchange/parts/recorded-timeline.tsx';
import { TwoVersions } from '#exchange/parts/two-versions.tsx';
import { childDueOf } from '#storage/agenda/due.ts';
import { allocationDueOf, multiTeamDueOf, oversightDueOf } from '#storage/agenda/oversight-due.ts';
import { profileOf, staffName } from '#storage/settings.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Details } from '#ui/details.tsx';
import { DueTag } from '#ui/due-tag.tsx';
import { IdentityBar } from '#ui/identity-bar.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { Tag } from '#ui/tag.tsx';
import { Timeline, TimelineItem } from '#ui/timeline.tsx';
import { ChangeForms } from './change-forms.tsx';
import { EntryLinks } from './entry-links.tsx';
import { KnownFacts } from './known-facts.tsx';
import { TwoWorkers } from './two-workers.tsx';

/** One child: what was recorded, what is open, and every change to the entry on the list. */
export function ChildScreen({ rowId }: { readonly rowId: string }) {
  const workspace = useWorkspace();
  const allocations = useAll('allocations');
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
      {isOpen && <OtherClocks child={child} />}
      {isOpen && <ShorterInterval child={child} />}
      <KnownFacts child={child} />
      {child.teamsInvolved.trim() !== '' && (
        <p className="govuk-body fp-text">Teams involved: {child.teamsInvolved}</p>
      )}
      <h2 className="govuk-heading-m">Recorded</h2>
      {isOpen && <EntryLinks rowId={rowId} />}
      <p className="govuk-body">
        <Link href={`/print/chronology/${rowId}`}>Print the chronology</Link>
        <br />
        <Link href={`/access/child/${rowId}`}>Access request pack</Link>
      </p>
      <RecordedTimeline child={child} />
      <ChildBroughtInList rowId={rowId} of={child.ref} />
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

/** The clocks beside the discussion, where the policy has them. */
function OtherClocks({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  useAll('childEntries');
  const clocks = [
    { what: 'Oversight', due: oversightDueOf(workspace, child) },
    { what: 'Oversight at allocation', due: allocationDueOf(workspace, child) },
    { what: 'Meeting of several teams', due: multiTeamDueOf(workspace, child) },
  ];
  return clocks.map(
    ({ what, due }) =>
      due.outcome === 'due' && (
        <p key={what} className="govuk-body">
          <DueTag what={what} status={due.status} /> {due.words}.
        </p>
      ),
  );
}

/** What a manager set, and whether its day to be looked at again has come. */
function ShorterInterval({ child }: { readonly child: Child }) {
  const today = todayIn(useWorkspace());
  const { overrideInterval, overrideReason, overrideReviewOn } = child;
  const interval = parseInterval(overrideInterval);
  if (!interval) return null;
  return (
    <InsetText>
      A shorter interval is set: discussion {everyWords(interval, 'rolling')}.{' '}
      <span className="fp-text">{overrideReason}</span>
      <br />
      {overrideReviewWords(overrideReviewOn, today)}
    </InsetText>
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

/** A day or an interval is kept as the app reckons with it. */
function valueWords(field: string, text: string): string {
  if (field === 'overrideInterval' && text) return intervalLabel(text).toLowerCase();
  const isDay = field === 'overrideReviewOn' || field === 'secondTeamOn';
  const on = isDay ? parseCalendarDate(text) : undefined;
  return on ? formatDate(on) : text;
}

function EventText({ event }: { readonly event: ListEvent }) {
  const workspace = useWorkspace();
  const on = parseCalendarDate(event.on);
  const name = (text: string) => {
    if (event.what === 'transferred' && text) return staffName(workspace, text);
    return valueWords(event.field, text);
  };
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
