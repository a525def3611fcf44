import type { StaffRef } from '#domain/ids.ts';
import { GroupMember, type GroupSession } from '#domain/records/group.ts';
import { addChildren } from '#storage/caseload/caseload.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { planGroup } from '#storage/group/groups.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { updated } from '#storage/writes.ts';
import { aWorkspace, testPorts } from './workspaces.ts';

/** Brother and sister with two workers, one family of Priya’s and one of Dan’s. */
const held = [
  ['C1', 'Isla J', 'F1', 'Priya Shah'],
  ['C2', 'Jack J', 'F1', 'Dan Osei'],
  ['C3', 'Mia K', '', 'Priya Shah'],
  ['C4', 'Noah L', '', 'Dan Osei'],
] as const;

export interface TestGroup {
  readonly workspace: Workspace;
  readonly id: string;
  readonly priya: StaffRef;
  readonly dan: StaffRef;
}

/** Sam Lee plans a group over the lists of Priya Shah and Dan Osei, for 25 November 2026. */
export async function aPlannedGroup(
  change: (members: { priya: StaffRef; dan: StaffRef }) => Partial<GroupSession> = () => ({}),
  profileId = 'swindon-000',
): Promise<TestGroup> {
  const workspace = await aWorkspace(testPorts('2026-11-21T09:32:00.000Z'), profileId);
  await addChildren(
    workspace,
    held.map(([reference, name, familyRef, worker]) => ({
      facts: {
        reference,
        name,
        dateOfBirth: '2016-03-04',
        expectedOn: '',
        status: 'CIN',
        familyRef,
        checks: [],
      },
      worker: { name: worker },
      allocatedAt: '2026-01-05',
    })),
  );
  const staffRef = (name: string) =>
    practitioners(workspace).find((person) => person.name === name)?.ref as StaffRef; // added above
  const [priya, dan] = [staffRef('Priya Shah'), staffRef('Dan Osei')];
  const id = await planGroup(workspace, {
    plannedFor: '2026-11-25',
    name: 'North team',
    members: [priya, dan],
    familySafeguarding: false,
  });
  await changeGroup(workspace, id, () => change({ priya, dan }));
  return { workspace, id, priya, dan };
}

export async function changeGroup(
  workspace: Workspace,
  id: string,
  change: (group: GroupSession) => Partial<GroupSession>,
): Promise<void> {
  await workspace.change(() => {
    const record = workspace.set.find('groups', id);
    return record
      ? [updated(record, { ...record.body, ...change(record.body) } as GroupSession)]
      : []; // a part of a group over a group
  });
}

/** Dan Osei facilitates, and Sam Lee, whose device it is, takes the notes. */
export async function samTakesNotes({ workspace, id, dan }: TestGroup): Promise<void> {
  const { me } = settingsOf(workspace);
  const sam = GroupMember.parse({ id: 'm-sam', staffRef: me, name: 'Sam Lee' });
  await changeGroup(workspace, id, ({ members }) => ({
    facilitatorRef: dan,
    members: [...members, sam],
    noteTakerId: sam.id,
  }));
}
