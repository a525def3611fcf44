import { expect, it } from 'vitest';
import { aWorkspace, givePriya } from '../../test/workspaces.ts';
import { openChildren, practitioners } from './caseload-reads.ts';
import { settingsOf } from './settings.ts';
import { becomePerson, type DirectoryNow, isOfPerson, takeDirectory } from './take-directory.ts';
import { findAll } from './writes.ts';

const sam = { id: 'S1', name: 'Sam Lee', role: 'Practice supervisor' };
const priya = { id: 'P1', name: 'Priya Shah', role: 'Social worker' };

const directory = (change: Partial<DirectoryNow> = {}): DirectoryNow => ({
  person: sam,
  staff: [sam, priya],
  supervises: [{ supervisorId: 'S1', superviseeId: 'P1', from: '2026-01-05', to: null }],
  children: [{ ref: 'C1', name: 'Ella F', dateOfBirth: '2016-03-04' }],
  allocations: [{ childRef: 'C1', staffId: 'P1', from: '2026-01-05', to: null }],
  ...change,
});

async function signedIn() {
  const workspace = await aWorkspace();
  await becomePerson(workspace, sam);
  return workspace;
}

it('[DIR3] empty records begun by hand become those of whoever signs in under the same name', async () => {
  const workspace = await aWorkspace();
  const before = settingsOf(workspace).me;
  expect(isOfPerson(workspace, sam)).toBe(false);
  expect(await becomePerson(workspace, sam)).toBe(true);
  expect(settingsOf(workspace)).toMatchObject({ me: 'S1', alsoMe: [before] });
});

it('[DIR3] records of another name, or with something in them, do not', async () => {
  const workspace = await aWorkspace();
  expect(await becomePerson(workspace, { ...sam, name: 'Alex Kaur' })).toBe(false);
  expect(settingsOf(workspace).me).not.toBe('S1');
});

it('[DIR1] whoever it names is on the lists, once, however often it is taken', async () => {
  const workspace = await signedIn();
  await takeDirectory(workspace, directory());
  await takeDirectory(workspace, directory());
  expect(practitioners(workspace).map(({ name }) => name)).toEqual(['Priya Shah']);
  expect(openChildren(workspace, priya.id as never).map(({ name }) => name)).toEqual(['Ella F']);
  expect(findAll(workspace, 'allocations')).toHaveLength(1);
});

it('[DIR1] what is known here by hand stays, and nobody leaves a list by it', async () => {
  const workspace = await signedIn();
  await givePriya(workspace, [{ reference: 'C1', name: 'Ella Fern' }, { reference: 'C2' }]);
  await takeDirectory(workspace, directory({ staff: [sam], allocations: [] }));
  expect(
    findAll(workspace, 'children')
      .map(({ body }) => body.name)
      .toSorted(),
  ).toEqual(['Child C2', 'Ella Fern']);
});

it('[DIR2] who supervises me is taken from it where nothing said so', async () => {
  const workspace = await signedIn();
  const supervises = [{ supervisorId: 'S9', superviseeId: 'S1', from: '2026-01-05', to: null }];
  await takeDirectory(workspace, directory({ supervises }));
  expect(settingsOf(workspace).supervisorRef).toBe('S9');
  await takeDirectory(
    workspace,
    directory({ supervises: [{ ...supervises[0], supervisorId: 'S8' } as never] }),
  );
  expect(settingsOf(workspace).supervisorRef).toBe('S9');
});
