import { isInForce } from '#domain/caseload/caseload.ts';
import { type CollectionName, collectionNames } from '#domain/collections.ts';
import { type CalendarDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { type ChildEvent, resetsClock } from '#domain/due/clock-events.ts';
import { flagsOf } from '#domain/flags/flags-of.ts';
import { type Family, familiesOf } from '#domain/group/group-families.ts';
import type { ChildOfGroup } from '#domain/group/group-reasons.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { GroupSession } from '#domain/records/group.ts';
import { commonFactsOfGroup } from '#storage/agenda/case-facts-common.ts';
import { factsOfChild } from '#storage/agenda/case-facts-of-child.ts';
import { viewAbout } from '#storage/agenda/case-facts-view.ts';
import { discussionsOfChild } from '#storage/agenda/due.ts';
import { profileOf } from '#storage/settings.ts';
import type { WorkingSet } from '#storage/working-set.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { dayOfGroup } from './group-list.ts';
import { discussionsIn } from './group-reads.ts';

/** The next group that somebody of this one is in, where it is planned. */
export function nextGroupOn(workspace: Workspace, group: GroupSession): CalendarDate | undefined {
  const [day, members] = [dayOfGroup(workspace, group), memberRefs(group)];
  return bodies(workspace, 'groups')
    .filter((other) => other.id !== group.id && other.status === 'planned')
    .filter((other) => memberRefs(other).some((ref) => members.includes(ref)))
    .flatMap(({ plannedFor }) => parseCalendarDate(plannedFor) ?? [])
    .filter((on) => on > day)
    .toSorted()
    .at(0);
}

export const memberRefs = ({ members }: GroupSession): readonly StaffRef[] =>
  members.flatMap(({ staffRef }) => (staffRef === '' ? [] : [staffRef as StaffRef])); // typed as one

/** The families that are the group’s, as the list stands today. */
export const familiesIn = (workspace: Workspace, group: GroupSession): readonly Family[] =>
  familiesOf({
    members: memberRefs(group),
    children: bodies(workspace, 'children'),
    allocations: bodies(workspace, 'allocations'),
    on: todayIn(workspace),
  });

/** Members who hold open children of their own today. */
export function caseholdersIn(workspace: Workspace, group: GroupSession): ReadonlySet<string> {
  const members: readonly string[] = memberRefs(group);
  const today = todayIn(workspace);
  return new Set(
    bodies(workspace, 'allocations')
      .filter((each) => members.includes(each.staffRef) && isInForce(each, today))
      .map(({ staffRef }) => staffRef),
  );
}

/** What each child of the families brings to the group, by reference. */
export type GroupFacts = ReadonlyMap<string, ChildOfGroup>;

interface Kept {
  readonly key: string;
  readonly facts: GroupFacts;
}

const bySet = new WeakMap<WorkingSet, Map<string, Kept>>();

/** Worked out once for what is stored: what is typed into this very group changes none of it. */
export function groupFacts(
  workspace: Workspace,
  group: GroupSession,
  families: readonly Family[],
): GroupFacts {
  const known = bySet.get(workspace.set) ?? new Map<string, Kept>();
  bySet.set(workspace.set, known);
  const key = keyOf(workspace, group, families);
  const before = known.get(group.id);
  if (before?.key === key) return before.facts;
  const facts = gather(workspace, group, families);
  known.set(group.id, { key, facts });
  return facts;
}

const typedInto: readonly CollectionName[] = ['groups', 'groupDiscussions', 'discussions'];

function keyOf(workspace: Workspace, group: GroupSession, families: readonly Family[]): string {
  const { set } = workspace;
  const others = [
    ...[...set.all('groups').values()].filter(({ id }) => id !== group.id),
    ...[...set.all('groupDiscussions').values()].filter(({ body }) => body.groupId !== group.id),
    // Once it has ended, what it discussed counts.
    ...(group.status === 'ended' ? discussionsIn(workspace, group.id) : []),
  ];
  return [
    ...[group.id, group.familySafeguarding, group.status, dayOfGroup(workspace, group)],
    ...families.flatMap(({ children }) => children.map(({ ref }) => ref)),
    ...[todayIn(workspace)],
    ...collectionNames
      .filter((name) => !typedInto.includes(name))
      .map((name) => set.changesOf(name)),
    ...others.map(({ id, v }) => `${id} ${v}`),
  ].join(' ');
}

function gather(
  workspace: Workspace,
  group: GroupSession,
  families: readonly Family[],
): GroupFacts {
  const profile = profileOf(workspace);
  const today = todayIn(workspace);
  const childRefs = families.flatMap(({ children }) => children.map(({ ref }) => ref));
  const view = viewAbout(workspace, { childRefs, staffRefs: everWith(workspace, childRefs) });
  const common = commonFactsOfGroup(view, dayOfGroup(workspace, group));
  // What a discussion in this group would be worth: where it is nothing, nothing is due here.
  const { familySafeguarding } = group;
  const meeting = { kind: 'group', onCaseDiscussion: true, familySafeguarding } as const;
  const isMet = resetsClock(profile, 'discussion', { ...meeting, on: today });
  return new Map(
    families.flatMap(({ children }) =>
      children.map((child): readonly [string, ChildOfGroup] => {
        const held = factsOfChild(view, child, common);
        const facts = { ...held, discussionDue: isMet ? held.discussionDue : undefined };
        const { discussionDue, multiTeamDue } = facts;
        const flags = flagsOf({ facts, profile, today });
        const lastGroupOn = lastGroup(discussionsOfChild(view, child.ref));
        return [child.ref, { child, flags, lastGroupOn, discussionDue, multiTeamDue }];
      }),
    ),
  );
}

/** Whoever these children were ever with: a discussion counts whoever held it. */
function everWith(workspace: Workspace, childRefs: readonly string[]): readonly string[] {
  const refs = new Set(childRefs);
  return bodies(workspace, 'allocations')
    .filter(({ childRef }) => refs.has(childRef))
    .map(({ staffRef }) => staffRef);
}

const lastGroup = (events: readonly ChildEvent[]): CalendarDate | undefined =>
  events
    .flatMap(({ kind, on }) => (kind === 'group' ? [on] : []))
    .toSorted()
    .at(-1);
