import {
  dateInLondon,
  formatDate,
  parseCalendarDate,
  toInstant,
} from '#domain/dates/calendar-date.ts';
import { coveredFor, coversForMe } from '#storage/handover/cover.ts';
import { keptUntil } from '#storage/handover/remove-supervisee.ts';
import { handedOver } from '#storage/handover/supervision.ts';
import { findStaff, staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Link } from '#ui/link.tsx';

/** Whom I cover for, who covers for me, and who was handed over and is still here to read. */
export function SupervisionNotices() {
  const workspace = useWorkspace();
  useAll('staff');
  const lines = [...covering(workspace), ...covered(workspace), ...gone(workspace)];
  if (lines.length === 0) return null;
  return (
    <ul className="govuk-list">
      {lines.map(({ words, href, go }) => (
        <li key={words}>
          {words} <Link href={href}>{go}</Link>
        </li>
      ))}
    </ul>
  );
}

interface Line {
  readonly words: string;
  readonly href: string;
  readonly go: string;
}

const dayOf = (iso: string): string => {
  const on = parseCalendarDate(iso);
  return on ? formatDate(on) : '';
};

/** One line for each colleague: said until the file back can be forgotten, which is when it is removed. */
function covering(workspace: Workspace): readonly Line[] {
  const today = todayIn(workspace);
  const byColleague = new Map(
    coveredFor(workspace).map(({ relation }) => [relation.coverFor, relation]),
  );
  return [...byColleague].map(([ref, { from, to }]) => {
    const name = staffName(workspace, ref);
    const words =
      to < today
        ? `You covered for ${name} until ${dayOf(to)}.`
        : from > today
          ? `You cover for ${name} from ${dayOf(from)} to ${dayOf(to)}.`
          : `You cover for ${name} until ${dayOf(to)}.`;
    const href = `/handover/cover/${findStaff(workspace, ref)?.id ?? ''}`;
    return { words, href, go: `Make a file for ${name}` };
  });
}

const covered = (workspace: Workspace): readonly Line[] => {
  const byColleague = new Map(
    coversForMe(workspace).map(({ relation }) => [relation.supervisorRef, relation]),
  );
  return [...byColleague].map(([ref, { from, to }]) => ({
    words: `${staffName(workspace, ref)} covers for you from ${dayOf(from)} to ${dayOf(to)}.`,
    href: '/handover/open',
    go: 'Open the file that comes back',
  }));
};

function gone(workspace: Workspace): readonly Line[] {
  const today = todayIn(workspace);
  return handedOver(workspace).map(({ staff, relation }) => {
    const until = keptUntil(workspace, dateInLondon(toInstant(relation.acceptedAt)));
    const words = !until
      ? `${staff.name} was handed over and can still be read here.`
      : until < today
        ? `${staff.name} was handed over, and was to be kept until ${formatDate(until)}.`
        : `${staff.name} was handed over and can be read here until ${formatDate(until)}.`;
    const href = `/handover/supervisee/${findStaff(workspace, staff.ref)?.id ?? ''}`;
    return { words, href, go: 'Hand-over' };
  });
}
