import { addDays, addInterval, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import type { Discussion, DiscussionChild } from '#domain/records/discussion.ts';
import { addChildren } from '#storage/caseload/caseload.ts';
import { findChild, practitioners } from '#storage/caseload/caseload-reads.ts';
import { finaliseChild, markRecorded } from '#storage/child-file/child-records.ts';
import { discussionsOf } from '#storage/session/session-reads.ts';
import { endSession, planSession, startSession } from '#storage/session/sessions.ts';
import { startFor } from '#storage/settings.ts';
import { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn, updated } from '#storage/writes.ts';
import {
  type ExampleChild,
  exampleChildren,
  examplePractitioner,
  exampleSupervisor,
} from './example-people.ts';

const DAY_MS = 86_400_000;

/**
 * SYNTHETIC. Fills a new example: last month's session, ended, finalised and recorded, and tomorrow's
 * session planned. It is made by the app's own functions on a clock set back. Returns tomorrow's session.
 */
export async function fillExample(workspace: Workspace): Promise<string> {
  await startFor(workspace, {
    ...exampleSupervisor,
    profileId: 'islington-001',
    caseSystem: 'LCS',
    synthetic: true,
  });
  const lastMonth = workspaceAt(workspace, 28);
  await lastMonth.take(await workspace.db.rows.toArray());
  await addExampleChildren(lastMonth);
  await lastSession(lastMonth);
  lastMonth.tabs.close();

  await workspace.take(await workspace.db.rows.toArray());
  const tomorrow = addDays(todayIn(workspace), 1);
  return planSession(workspace, practitionerOf(workspace), tomorrow);
}

/** The same database seen from some days ago. */
function workspaceAt({ db, vault, ports }: Workspace, daysAgo: number): Workspace {
  const nowMs = () => ports.nowMs() - daysAgo * DAY_MS;
  return new Workspace(db, vault, { ...ports, nowMs });
}

const practitionerOf = (workspace: Workspace): StaffRef =>
  practitioners(workspace)[0]?.ref ?? ('' as StaffRef); // there is one: the example has just added her

async function addExampleChildren(workspace: Workspace): Promise<void> {
  const today = todayIn(workspace);
  const worker = { name: examplePractitioner };
  await addChildren(
    workspace,
    exampleChildren.map((child, i) => ({
      facts: {
        reference: `CH-${String(i + 1).padStart(4, '0')}`,
        name: child.name,
        ...birthOf(child, today, i),
        status: child.status,
        familyRef: child.family ? `family:${child.family}` : '',
        checks: [],
      },
      worker,
      allocatedAt: addInterval(today, '-P3M'),
    })),
  );
}

/** A day that differs from child to child, so that not everyone has a birthday today. */
function birthOf({ age }: ExampleChild, today: CalendarDate, i: number) {
  if (age < 0) return { dateOfBirth: '', expectedOn: addInterval(today, `P${-age + 1}M`) };
  const years = addInterval(today, `-P${age}Y`);
  return { dateOfBirth: addDays(years, -20 - i * 9), expectedOn: '' };
}

async function lastSession(workspace: Workspace): Promise<void> {
  const sessionId = await startSession(workspace, practitionerOf(workspace));
  await workspace.change(() =>
    discussionsOf(workspace, sessionId).map((record) =>
      updated(record, written(workspace, record.body)),
    ),
  );
  await endSession(workspace, sessionId, {
    practitionerPresent: true,
    supervisorPresent: true,
    othersPresent: '',
  });
  for (const { childRef } of discussionsOf(workspace, sessionId).flatMap(
    ({ body }) => body.children,
  )) {
    const outcome = await finaliseChild(workspace, sessionId, childRef);
    const record = bodies(workspace, 'childRecords').find(({ id }) =>
      outcome.outcome === 'finalised' ? id === outcome.recordId : false,
    );
    if (!record) continue;
    const on = todayIn(workspace);
    await markRecorded(workspace, record, { state: 'recorded', on, reference: '' });
  }
}

function written(workspace: Workspace, discussion: Discussion): Discussion {
  return {
    ...discussion,
    children: discussion.children.map((part): DiscussionChild => {
      const name = findChild(workspace, part.childRef)?.body.name;
      const example = exampleChildren.find((child) => child.name === name);
      const [what, owner, byWhen] = example?.action ?? [];
      return {
        ...part,
        depth: 'brief',
        onTrack: name === 'Poppy R' ? 'no' : 'yes',
        briefNote: example?.note ?? '',
        actions: what
          ? [
              {
                id: workspace.ports.newId() as RecordId, // a port makes ids
                what,
                owner: owner ?? '',
                byWhen: byWhen ?? '',
              },
            ]
          : [],
        account: 'discussed',
        accountedAt: workspace.now,
      };
    }),
  };
}
