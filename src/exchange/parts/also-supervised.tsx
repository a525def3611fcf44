import { formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Staff } from '#domain/records/staff.ts';
import {
  noLongerSupervises,
  otherSupervisors,
  workWith,
} from '#storage/handover/my-supervisors.ts';
import { findStaff, myRefsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx';
import { useAnnounce } from '#ui/status-region.tsx';

/** SUPV5: whoever else supervises me, and the way to them. Nothing where it is one person. */
export function AlsoSupervised() {
  const workspace = useWorkspace();
  useAll('settings');
  useAll('staff');
  return otherSupervisors(workspace).map((staff) => <Other key={staff.ref} staff={staff} />);
}

function Other({ staff: { ref, name } }: { readonly staff: Staff }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const mine = myRefsOf(workspace);
  const [next] = useAll('sessions')
    .filter((each) => each.status === 'planned' && each.supervisorRef === ref)
    .filter((each) => mine.includes(each.superviseeRef))
    .flatMap((each) => parseCalendarDate(each.plannedFor) ?? [])
    .toSorted();
  return (
    <section aria-label={`Supervision with ${name}`}>
      <p className="govuk-body">
        {name} supervises you too. {next ? `Next: ${formatLongDate(next)}. ` : ''}What you prepare
        for {name} is kept apart.
      </p>
      <ButtonGroup>
        <Button
          variant="secondary"
          onClick={() =>
            void workWith(workspace, ref).then(() => announce(`Supervision with ${name}`))
          }
        >
          Go to supervision with {name}
        </Button>
        <ButtonLink
          href={`/handover/make/${findStaff(workspace, ref)?.id ?? ''}`}
          variant="secondary"
        >
          Make a file for {name}
        </ButtonLink>
        <Button
          variant="link"
          onClick={() =>
            void noLongerSupervises(workspace, ref).then(() =>
              announce(`${name} is no longer your supervisor here`),
            )
          }
        >
          {name} no longer supervises me
        </Button>
      </ButtonGroup>
    </section>
  );
}
