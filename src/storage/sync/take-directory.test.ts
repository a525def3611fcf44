import { expect, it } from 'vitest';
import { StaffNote } from '#domain/records/staff-note.ts';
import { openChildren, practitioners } from '#storage/caseload/caseload-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import { created, findAll, updated } from '#storage/writes.ts';
import { aWorkspace, givePriya, openAgain } from '../../../test/workspaces.ts';
import { type DirectoryNow, isOfPerson } from './directory-refs.ts';
import { becomePerson, takeDirectory } from './take-directory.ts';

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
  const id = 'note-1';
  const note = { id, sessionId: id, superviseeRef: priya.id, createdBy: settingsOf(workspace).me };
  const at = { createdAt: workspace.now, savedAt: workspace.now };
  await workspace.change(() => [created('notes', id, StaffNote.parse({ ...note, ...at }))]);
  expect(await becomePerson(workspace, sam)).toBe(false);
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

it('[DIR1] two tabs that take it at once have everybody once', async () => {
  const workspace = await signedIn();
  const other = await openAgain(workspace);
  await Promise.all([takeDirectory(workspace, directory()), takeDirectory(other, directory())]);
  await workspace.catchUp();
  for (const tab of [workspace, other]) {
    expect(practitioners(tab).map(({ name }) => name)).toEqual(['Priya Shah']);
    expect(findAll(tab, 'children')).toHaveLength(1);
    expect(findAll(tab, 'allocations')).toHaveLength(1);
  }
});

it('[DIR1] an allocation that a person ended here is not begun again', async () => {
  const workspace = await signedIn();
  await takeDirectory(workspace, directory());
  const to = '2026-11-20';
  await workspace.change(() =>
    findAll(workspace, 'allocations').map((each) => updated(each, { ...each.body, to })),
  );
  await takeDirectory(workspace, directory());
  expect(findAll(workspace, 'allocations').map(({ body }) => body.to)).toEqual([to]);
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

it('[DIR5] whoever the directory lists under an alias of this device is not put on a list twice', async () => {
  const workspace = await aWorkspace();
  await givePriya(workspace, [{ name: 'Ella F', reference: '' }]);
  const { me, alsoMe } = settingsOf(workspace);
  const [child] = findAll(workspace, 'children');
  const [practitioner] = practitioners(workspace);
  if (!child || !practitioner) throw new Error('nobody on the list');
  const known = { ...sam, aliases: [me] };
  expect(isOfPerson(workspace, sam)).toBe(false);
  expect(isOfPerson(workspace, known)).toBe(true);
  expect(await becomePerson(workspace, { ...known, name: 'S. Lee' })).toBe(true);
  expect(settingsOf(workspace)).toMatchObject({ me, alsoMe: [...alsoMe, 'S1'] });

  const before = JSON.stringify(['staff', 'children', 'allocations'].map(rowsOf));
  await takeDirectory(
    workspace,
    directory({
      person: known,
      staff: [known, { ...priya, aliases: [practitioner.ref] }],
      children: [{ ref: 'C1', name: 'E Fern', dateOfBirth: '', aliases: [child.body.ref] }],
    }),
  );
  expect(JSON.stringify(['staff', 'children', 'allocations'].map(rowsOf))).toBe(before);
  expect(settingsOf(workspace).me).toBe(me);

  function rowsOf(name: string) {
    return findAll(workspace, name as 'staff').map(({ id, body }) => [id, body]);
  }
});

it('[DIR5] an alias is somebody’s only where the directory says so', async () => {
  const workspace = await aWorkspace();
  expect(isOfPerson(workspace, { ...sam, aliases: ['local:another'] })).toBe(false);
  expect(await becomePerson(workspace, { ...sam, name: 'X', aliases: ['local:another'] })).toBe(
    false,
  );
});
