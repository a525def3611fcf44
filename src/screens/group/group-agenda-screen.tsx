import { formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { mayTypeInGroup } from '#domain/group/group-access.ts';
import { peopleFault } from '#domain/group/group-agenda.ts';
import { CaseloadNotice } from '#exchange/caseload/caseload-notice.tsx';
import type { OpenRecord } from '#storage/open-record.ts';
import { settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Destination } from '#ui/destination.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { GroupAgendaForm } from './group-agenda-form.tsx';
import { GroupPage } from './group-page.tsx';
import { HeldGroup } from './held-group.tsx';
import { StartGroup } from './start-group.tsx';

/** Every family of the members’ lists, once, before the group meets. */
export function GroupAgendaScreen({ groupId }: { readonly groupId: string }) {
  return (
    <GroupPage groupId={groupId} at="agenda" documentTitle="Agenda of a group" width="wide">
      {(record) => <GroupAgenda record={record} />}
    </GroupPage>
  );
}

function GroupAgenda({ record }: { readonly record: OpenRecord<'groups'> }) {
  const workspace = useWorkspace();
  // What the suggestions rest on.
  useAll('children');
  useAll('allocations');
  useAll('priorDiscussions');
  useAll('sessions');
  useAll('discussions');
  useAll('groupDiscussions');
  useAll('childRecords');
  useAll('childActions');
  useAll('childActionEvents');
  const { body } = record;
  const on = parseCalendarDate(body.plannedFor);
  const fault = peopleFault(body);
  return (
    <>
      <p className="govuk-body">
        {on && `Planned for ${formatLongDate(on)}. `}
        <Destination file="staff" />
      </p>
      <CaseloadNotice />
      {fault !== undefined && <InsetText>{fault}.</InsetText>}
      {/* Families of several practitioners stand here beside each other. */}
      <div className="fp-not-printed">
        <HeldGroup record={record}>
          <GroupAgendaForm record={record} />
        </HeldGroup>
      </div>
      {body.status === 'planned' && mayTypeInGroup(body, settingsOf(workspace).me) && (
        <StartGroup groupId={body.id} />
      )}
    </>
  );
}
