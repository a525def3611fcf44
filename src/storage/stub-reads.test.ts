import { expect, it } from 'vitest';
import { monitoringDue } from '#storage/staff-file/monitoring-reads.ts';
import { observationDays } from '#storage/staff-file/observations-reads.ts';
import { swindon } from '../../test/builders.ts';
import { held, heldWorkspace } from '../../test/held-workspace.ts';
import type { OpenRecord } from './open-record.ts';
import { findStaff } from './settings.ts';
import { wasRemoved } from './stub-reads.ts';

const stub = (id: string, over: object): OpenRecord =>
  held('staffStubs', id, {
    ...{ recordId: `was-${id}`, file: 'staff', superviseeRef: 'S1', on: '2026-10-06' },
    ...{ hash: 'h', removedOn: '2026-11-20', removedBy: 'me', ...over },
  });

function read(records: readonly OpenRecord[]) {
  const workspace = heldWorkspace(records, { profile: swindon });
  const staff = findStaff(workspace, 'S1')?.body;
  if (!staff) throw new Error('no staff');
  const due = monitoringDue(workspace, staff.ref);
  return {
    workspace,
    live: observationDays(workspace, staff, 'liveSupervision'),
    supervision: observationDays(workspace, staff, 'observationOfSupervision'),
    monitoring: due.outcome === 'due' ? due.dueOn : due,
  };
}

it('an observation that was removed is still one of its kind on its day, and of that person', () => {
  const one = stub('o', { kind: 'observation', observed: 'liveSupervision' });
  expect(read([one]).live).toEqual(['2026-10-06']);
  expect(read([one]).supervision).toEqual([]);
  const other = stub('x', {
    ...{ kind: 'observation', observed: 'liveSupervision', superviseeRef: 'S2' },
  });
  expect(read([other]).live).toEqual([]);
});

it('monitoring that was removed is still counted from', () => {
  const before = read([]).monitoring;
  const after = read([stub('m', { kind: 'monitoring' })]).monitoring;
  expect(after).not.toEqual(before);
  expect(read([stub('n', { kind: 'staffNote' })]).monitoring).toEqual(before);
});

it('it is known by the id of the record, and counts no more once the record is back', () => {
  const one = stub('o', { kind: 'observation', observed: 'liveSupervision' });
  const { workspace } = read([one]);
  expect(wasRemoved(workspace, 'was-o')).toBe(true);
  expect(wasRemoved(workspace, 'o')).toBe(false);
  const back = held('observations', 'was-o', {
    ...{ kind: 'liveSupervision', superviseeRef: 'S1', createdAt: 'x', createdBy: 'me' },
  });
  expect(read([one, back]).live).toEqual([]);
});
