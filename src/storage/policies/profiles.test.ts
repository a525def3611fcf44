import { expect, it } from 'vitest';
import { type CalendarDate, toCalendarDate as day } from '#domain/dates/calendar-date.ts';
import { checkProfile } from '#domain/policies/check-profile.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { findProfile } from '#domain/policies/shipped-profiles.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import type { FootprintDb } from '#storage/db.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { recordsToFinish, stateOfRecord } from '#storage/session/unfinished.ts';
import { changeSettings, profileOf, startFor } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { readyBrief, today } from '../../../test/builders.ts';
import {
  anEmptyWorkspace,
  aWorkspace,
  givePriya,
  openAgain,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { profileOfRecord, profileOn, profileVersionOn } from './profiles.ts';
import { earlierWarning, type NewVersion, storeVersion, withdrawVersion } from './store-profile.ts';

const islington = findProfile('islington-001') as PolicyProfile; // in profiles.json
const slower: PolicyProfile = {
  ...islington,
  id: 'north',
  recording: { childRecord: { workingDays: 10, from: 'sessionDate', src: 'your own' } },
};
const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };

const store = (
  workspace: Workspace,
  change: Partial<NewVersion> & { effectiveFrom: CalendarDate },
) => storeVersion(workspace, { profile: slower, version: '1', origin: 'edited', ...change });

it('a person begins with one version, in force from the beginning', async () => {
  const workspace = await aWorkspace();
  const version = profileVersionOn(workspace, day('2000-01-01'));
  expect(version).toMatchObject({ profileId: 'islington-001', effectiveFrom: '', serial: 1 });
  expect(version.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(profileOf(workspace)).toEqual({ ...islington, version: version.version });
  const again = await openAgain(workspace);
  expect(profileOf(again)).toEqual(profileOf(workspace));
  expect(bodies(again, 'profiles')).toHaveLength(1);
});

it('records from before policies were stored get the one they name, once', async () => {
  const workspace = await aWorkspace(testPorts(), 'swindon-000');
  const [version] = bodies(workspace, 'profiles');
  await workspace.db.rows.delete(version?.id ?? '');
  const [one, two] = await Promise.all([openAgain(workspace), openAgain(workspace)]);
  expect(profileOf(one).id).toBe('swindon-000');
  expect(profileOf(two)).toEqual(profileOf(one));
  expect(
    await workspace.db.rows
      .where('id')
      .equals(version?.id ?? '')
      .count(),
  ).toBe(1);
  expect((await openAgain(workspace)).set.all('profiles').size).toBe(1);
});

it('a disk that takes nothing keeps nobody out of records from before policies were stored', async () => {
  const workspace = await aWorkspace(testPorts(), 'swindon-000');
  const [version] = bodies(workspace, 'profiles');
  await workspace.db.rows.delete(version?.id ?? '');
  const { transaction } = Object.getPrototypeOf(Object.getPrototypeOf(workspace.db));
  function full(this: FootprintDb, ...args: unknown[]) {
    if (args[0] === 'rw') return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    return transaction.apply(this, args);
  }
  Object.assign(Object.getPrototypeOf(workspace.db), { transaction: full });
  const opened = await openAgain(workspace).finally(() => {
    delete Object.getPrototypeOf(workspace.db).transaction;
  });
  expect(profileOf(opened).id).toBe('swindon-000');
  expect(
    await workspace.db.rows
      .where('id')
      .equals(version?.id ?? '')
      .count(),
  ).toBe(0);
  expect((await openAgain(workspace)).set.all('profiles').size).toBe(1);
  expect(
    await workspace.db.rows
      .where('id')
      .equals(version?.id ?? '')
      .count(),
  ).toBe(1);
});

it('the day before a version is judged by the one before, and its own day by it', async () => {
  const ports = testPorts(); // 20 November 2026
  const workspace = await aWorkspace(ports);
  expect(await store(workspace, { effectiveFrom: day('2026-12-01') })).toEqual({
    outcome: 'stored',
  });
  expect(profileOf(workspace).id).toBe('islington-001');
  expect(profileOn(workspace, day('2026-11-30')).id).toBe('islington-001');
  expect(profileOn(workspace, day('2026-12-01')).id).toBe('north');
  ports.goTo('2026-12-01T09:00:00Z');
  expect(profileOf(workspace).id).toBe('north');
  const again = await openAgain(workspace);
  expect(profileOf(again)).toEqual({ ...slower, version: '1' });
});

it('one number is one text, and the same text from the same day is stored once', async () => {
  const workspace = await aWorkspace();
  const effectiveFrom = today;
  expect((await store(workspace, { effectiveFrom })).outcome).toBe('stored');
  expect((await store(workspace, { effectiveFrom })).outcome).toBe('alreadyThere');
  const other = { ...slower, label: 'Another' };
  expect((await store(workspace, { effectiveFrom, profile: other })).outcome).toBe('numberTaken');
  const later = day('2027-01-01');
  expect((await store(workspace, { effectiveFrom: later })).outcome, 'back to it').toBe('stored');
  expect(bodies(workspace, 'profiles').map(({ serial }) => serial)).toEqual([1, 2, 3]);
});

it('a version is taken back before its day, and not after', async () => {
  const workspace = await aWorkspace();
  await store(workspace, { effectiveFrom: day('2026-12-01') });
  await store(workspace, { effectiveFrom: today, version: '2' });
  const ids = bodies(workspace, 'profiles').map(({ id }) => id);
  for (const id of ids) await withdrawVersion(workspace, id);
  expect(bodies(workspace, 'profiles').map(({ withdrawnAt }) => withdrawnAt !== '')).toEqual([
    false,
    true,
    false,
  ]);
  expect(profileOn(workspace, day('2026-12-05')).version).toBe('2');
});

it('an earlier day is warned of', async () => {
  const workspace = await aWorkspace();
  expect(earlierWarning(workspace, today)).toBeUndefined();
  expect(earlierWarning(workspace, day('2026-11-01'))).toMatch(
    /^1 November 2026 is before today\./,
  );
});

it('a discussion is due by the version of its day, and its record stays under that version', async () => {
  const ports = testPorts(); // Friday 20 November 2026
  const workspace = await aWorkspace(ports);
  const priya = await givePriya(workspace, [{ reference: 'C1' }]);
  const sessionId = await startSession(workspace, priya);
  await write(workspace, sessionId, 'C1', {
    ...readyBrief(),
    account: 'discussed',
    accountedAt: workspace.now,
  });
  await endSession(workspace, sessionId, there);
  await store(workspace, { effectiveFrom: day('2026-11-23') });
  ports.goTo('2026-11-24T09:00:00Z');
  expect(profileOf(workspace).id).toBe('north');
  const dueOf = () => recordsToFinish(workspace)[0]?.deadline;
  expect(dueOf()).toMatchObject({ dueOn: '2026-11-27', clause: '001:93-94' });

  await finaliseChild(workspace, sessionId, 'C1');
  const [record] = bodies(workspace, 'childRecords');
  if (!record) throw new Error('it was finalised');
  const began = profileVersionOn(workspace, today);
  expect(record.policy).toMatchObject({
    id: 'islington-001',
    version: began.version,
    sha256: began.sha256,
  });
  await store(workspace, { effectiveFrom: day('2026-11-01'), version: '2' });
  expect(stateOfRecord(workspace, record).words).toContain('27 November 2026');
  expect(profileOfRecord(workspace, { id: 'north', version: '2' }, today).version).toBe('2');
});

it('the policy is not changed as a setting is', async () => {
  const workspace = await aWorkspace();
  await expect(changeSettings(workspace, { profileId: 'swindon-000' })).rejects.toThrow(
    'no setting',
  );
});

it('a person may begin with the general profile, and not with one that nobody knows', async () => {
  const first = { name: 'Priya Shah', role: 'Social worker', caseSystem: 'LCS', synthetic: false };
  const general = await anEmptyWorkspace();
  await startFor(general, { ...first, profileId: 'general' });
  expect(profileOf(general).label).toBe('General profile, from no council’s policy');
  expect(checkProfile(profileOf(general)).outcome).toBe('valid');
  const unknown = await anEmptyWorkspace();
  await expect(startFor(unknown, { ...first, profileId: 'west' })).rejects.toThrow('west');
});
