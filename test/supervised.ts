import type { StaffRef } from '#domain/ids.ts';
import { Staff } from '#domain/records/staff.ts';
import { addChildren } from '#storage/caseload/caseload.ts';
import { changeSettings, settingsOf, staffWrite } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { aWorkspace, type TestPorts, testPorts } from './workspaces.ts';

export const jo = 'jo' as StaffRef;

interface Supervised {
  readonly workspace: Workspace;
  readonly ports: TestPorts;
  readonly me: StaffRef;
}

/** Sam Lee, who is supervised by Jo Field and works with these children. */
export async function supervised(
  references: readonly string[] = ['C1'],
  profileId = 'islington-001',
): Promise<Supervised> {
  const ports = testPorts();
  const workspace = await aWorkspace(ports, profileId);
  const staff = await staffWrite(workspace, Staff.parse({ ref: jo, name: 'Jo Field' }));
  await workspace.change(() => [staff]);
  await changeSettings(workspace, { supervisorRef: jo });
  await giveMe(workspace, references);
  return { workspace, ports, me: settingsOf(workspace).me };
}

/** Puts children on my own list. */
export async function giveMe(
  workspace: Workspace,
  references: readonly string[],
  familyRef = '',
): Promise<void> {
  const { me } = settingsOf(workspace);
  const toAdd = references.map((reference) => ({
    facts: {
      reference,
      name: `Child ${reference}`,
      dateOfBirth: '2016-03-04',
      expectedOn: '',
      status: 'CIN',
      familyRef,
      checks: [],
    },
    worker: me,
    allocatedAt: '2026-01-05',
  }));
  await addChildren(workspace, toAdd);
}
