import { formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Session } from '#domain/records/session.ts';
import { preparationFor } from '#storage/preparation/preparation-reads.ts';
import { nextPlannedWith } from '#storage/session/cancellations-reads.ts';
import { staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Link } from '#ui/link.tsx';

export function PlannedFor({ session }: { readonly session: Session }) {
  const on = parseCalendarDate(session.plannedFor);
  return <p className="govuk-body">{on ? `Planned for ${formatLongDate(on)}.` : 'No date yet.'}</p>;
}

/** Nothing of the preparation is lost: where the agenda and what the practitioner shared go from here. */
export function WhatStays({ session }: { readonly session: Session }) {
  const workspace = useWorkspace();
  useAll('sessions');
  const who = staffName(workspace, session.superviseeRef);
  const isShared = preparationFor(workspace, session.superviseeRef) !== undefined;
  const next = nextPlannedWith(workspace, session);
  const other = next?.id === session.id ? undefined : next;
  const on = other && parseCalendarDate(other.plannedFor);
  return (
    <ul className="govuk-list govuk-list--bullet">
      <li>Its agenda stays with it, and the session on the new day takes it over.</li>
      <li>
        {isShared
          ? `What ${who} prepared and shared is there for the next session`
          : `What ${who} prepares is there for the next session`}
        {on && other ? (
          <>
            , <Link href={`/sessions/${other.id}/agenda`}>{formatLongDate(on)}</Link>.
          </>
        ) : (
          '. None is planned yet.'
        )}
      </li>
      <li>The days that supervision and discussions are due do not change.</li>
    </ul>
  );
}
