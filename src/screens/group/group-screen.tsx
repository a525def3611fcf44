import { formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { GroupSession } from '#domain/records/group.ts';
import { groupFamiliesOf } from '#storage/group/groups.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { ButtonLink } from '#ui/button.tsx';
import { AttendanceForm } from './attendance-form.tsx';
import { GroupPage } from './group-page.tsx';
import { HeldGroup } from './held-group.tsx';

/** Who takes part, what they agreed about confidentiality, and whose family is not shown to whom. */
export function GroupScreen({ groupId }: { readonly groupId: string }) {
  return (
    <GroupPage groupId={groupId} at="plan" documentTitle="Group supervision">
      {(record) => <PlanAndPeople record={record} />}
    </GroupPage>
  );
}

const stateWords: Record<GroupSession['status'], string> = {
  planned: 'It has not started yet.',
  open: 'It is going on.',
  paused: 'It is paused.',
  ended: 'It has ended.',
};

function PlanAndPeople({ record }: { readonly record: OpenRecord<'groups'> }) {
  const workspace = useWorkspace();
  useAll('children');
  useAll('allocations');
  const { body } = record;
  const on = parseCalendarDate(body.plannedFor);
  return (
    <>
      <p className="govuk-body">
        {on && `Planned for ${formatLongDate(on)}. `}
        {stateWords[body.status]} Group supervision does not replace anybody’s own supervision: the
        date of each person’s next session stays as it is.
      </p>
      <HeldGroup record={record}>
        <AttendanceForm record={record} families={groupFamiliesOf(workspace, body)} />
      </HeldGroup>
      {body.status === 'planned' && (
        <ButtonLink href={`/groups/${body.id}/agenda`}>Go to the agenda</ButtonLink>
      )}
    </>
  );
}
