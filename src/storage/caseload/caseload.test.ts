import { describe, expect, it } from 'vitest';
import type { StaffRef } from '#domain/ids.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { ref, today } from '../../../test/builders.ts';
import {
  aWorkspace,
  givePriya,
  openAgain,
  type TestPorts,
  testPorts,
} from '../../../test/workspaces.ts';
import {
  addChildren,
  type ChildToAdd,
  closeChild,
  correctChild,
  removeChild,
  reopenChild,
  settleUnreadRow,
  transferChild,
} from './caseload.ts';
import { findChild, openChildren, practitioners, unsettledRows } from './caseload-reads.ts';

const child = (reference: string, over: Partial<ChildToAdd> = {}): ChildToAdd => ({
  facts: {
    reference,
    name: `Child ${reference}`,
    dateOfBirth: '',
    expectedOn: '',
    status: '',
    familyRef: '',
    checks: [],
  },
  worker: { name: 'Priya Shah' },
  allocatedAt: '',
  ...over,
});
const refs = (workspace: Workspace, staffRef: StaffRef) =>
  openChildren(workspace, staffRef).map((each) => each.ref);
const why = { on: today, reason: 'because' };

describe('adding children', () => {
  it('puts each on its worker’s list; a new name becomes one person, however it is spaced', async () => {
    const workspace = await aWorkspace();
    await addChildren(workspace, [
      child('1'),
      child('2', { worker: { name: ' priya shah ' } }),
      child('3', { worker: { name: 'Tom Ford' } }),
    ]);
    expect(practitioners(workspace).map(({ name }) => name)).toEqual(['Priya Shah', 'Tom Ford']);
    const [priya, tom] = practitioners(workspace);
    expect(refs(workspace, priya?.ref as StaffRef)).toEqual(['1', '2']);
    expect(refs(workspace, tom?.ref as StaffRef)).toEqual(['3']);
    await addChildren(workspace, [child('4', { worker: priya?.ref as StaffRef })]);
    expect(refs(workspace, priya?.ref as StaffRef)).toEqual(['1', '2', '4']);
  });

  it('counts an allocation from its day, a moment from its day in London', async () => {
    const workspace = await aWorkspace();
    await addChildren(workspace, [
      child('1'),
      child('2', { allocatedAt: '2026-10-01' }),
      child('3', { allocatedAt: '2026-07-01T23:30:00.000Z' }),
    ]);
    expect(
      bodies(workspace, 'allocations').map(({ from, allocatedAt }) => [from, allocatedAt]),
    ).toEqual([
      ['2026-11-20', ''],
      ['2026-10-01', '2026-10-01'],
      ['2026-07-02', '2026-07-01T23:30:00.000Z'],
    ]);
  });

  it('one whose reference is not known yet gets one of our own', async () => {
    const workspace = await aWorkspace();
    const [own] = await addChildren(workspace, [child('')]);
    expect(own).toMatch(/^local:/);
    expect(findChild(workspace, own ?? '')?.body).toMatchObject({ reference: '', aliases: [] });
  });

  it('the same reference twice keeps both children', async () => {
    const workspace = await aWorkspace();
    const twin = child('1', { facts: { ...child('1').facts, name: 'Somebody else' } });
    const [first, second] = await addChildren(workspace, [child('1'), twin]);
    expect(first).toBe('1');
    expect(second).toMatch(/^local:/);
    const again = await openAgain(workspace);
    expect(
      bodies(again, 'children')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Child 1', 'Somebody else']);
    expect(findChild(again, second ?? '')?.body).toMatchObject({ reference: '1', aliases: ['1'] });
  });

  it('one whose reference another child was first known by comes in beside it', async () => {
    const workspace = await aWorkspace();
    await addChildren(workspace, [child('1')]);
    await correctChild(workspace, ref('1'), { reference: 'LCS-9' }, why);
    const again = await addChildren(workspace, [child('1'), child('2')]);
    expect(again.map((each) => each.startsWith('local:'))).toEqual([true, false]);
    expect(bodies(workspace, 'children')).toHaveLength(3);
    expect(findChild(workspace, '1')?.body).toMatchObject({ name: 'Child 1', reference: 'LCS-9' });
  });

  it('one that was taken off as a mistake and is added again is the same entry, history and all', async () => {
    const workspace = await aWorkspace();
    const priya = await givePriya(workspace, [{ reference: '1' }]);
    await removeChild(workspace, ref('1'), why);
    expect(await addChildren(workspace, [child('1', { worker: priya })])).toEqual(['1']);
    expect(refs(workspace, priya)).toEqual(['1']);
    const entry = findChild(workspace, '1')?.body;
    expect(entry?.removed).toBe(false);
    expect(entry?.history.map(({ what }) => what)).toEqual(['added', 'removed', 'added']);
  });

  it('keeps unreadable rows listed until someone has dealt with them, and their text after', async () => {
    const workspace = await aWorkspace();
    const row = { key: 'k1', text: 'no\tworker', problem: 'No worker', pastedAt: workspace.now };
    await addChildren(workspace, [child('1')], [row, { ...row, key: 'k2' }]);
    await settleUnreadRow(workspace, 'k1');
    const again = await openAgain(workspace);
    expect(unsettledRows(again).map(({ key }) => key)).toEqual(['k2']);
    expect(bodies(again, 'unreadRows').map(({ text }) => text)).toEqual([
      'no\tworker',
      'no\tworker',
    ]);
  });

  it('is all or none', async () => {
    const workspace = await aWorkspace();
    workspace.db.rows.hook('creating', (_, row) => {
      if (row.c === 4) throw new Error('no');
    });
    await expect(addChildren(workspace, [child('1'), child('2')])).rejects.toMatchObject({
      name: 'StorageError',
    });
    expect(bodies(workspace, 'children')).toEqual([]);
    expect((await openAgain(workspace)).set.all('children').size).toBe(0);
  });
});

describe('changes of the list', () => {
  it('closing takes a child off from that day; opening again brings it back; all is noted', async () => {
    const workspace = await aWorkspace();
    const priya = await givePriya(workspace, [{ reference: '1' }, { reference: '2' }]);
    await closeChild(workspace, ref('1'), why);
    expect(refs(workspace, priya)).toEqual(['2']);
    await reopenChild(workspace, ref('1'), why);
    expect(refs(workspace, priya)).toEqual(['1', '2']);
    const history = findChild(workspace, '1')?.body.history.map(({ what }) => what);
    expect(history).toEqual(['added', 'closed', 'reopened']);
    const id = findChild(workspace, '1')?.id ?? '';
    const kept = await workspace.db.versions.where('id').equals(id).toArray();
    expect(kept.map((version) => version.why)).toEqual(['replaced', 'replaced']);
  });

  it('a transfer moves the child on its day, to a worker we know or a new one', async () => {
    const workspace = await aWorkspace();
    const priya = await givePriya(workspace, [{ reference: '1' }]);
    await transferChild(workspace, ref('1'), { name: 'Tom Ford' }, why);
    const tom = practitioners(workspace).find(({ name }) => name === 'Tom Ford')?.ref as StaffRef;
    expect([refs(workspace, priya), refs(workspace, tom)]).toEqual([[], ['1']]);
    (workspace.ports as TestPorts).goTo('2026-11-25T10:00:00Z');
    await transferChild(workspace, ref('1'), priya, {
      on: '2026-11-25' as typeof today,
      reason: 'x',
    });
    expect([refs(workspace, priya), refs(workspace, tom)]).toEqual([['1'], []]);
    expect(bodies(workspace, 'allocations')).toHaveLength(3);
  });

  it('taking a child off as a mistake deletes nothing and survives the night', async () => {
    const workspace = await aWorkspace(testPorts());
    const priya = await givePriya(workspace, [{ reference: '1' }]);
    expect(await removeChild(workspace, ref('1'), why)).toBe('removed');
    const again = await openAgain(workspace);
    expect(refs(again, priya)).toEqual([]);
    expect(findChild(again, '1')?.body).toMatchObject({ removed: true, name: 'Child 1' });
  });

  it('reference data is never queued for sending', async () => {
    const workspace = await aWorkspace();
    await givePriya(workspace, [{ reference: '1' }]);
    await closeChild(workspace, ref('1'), why);
    expect(await workspace.db.outbox.count()).toBe(0);
  });
});
