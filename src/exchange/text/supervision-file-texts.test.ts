import { expect, it } from 'vitest';
import { FinishedCancellation } from '#domain/records/cancellation.ts';
import { Entitlement } from '#domain/records/entitlement.ts';
import { cancellationBlocks } from './cancellation-text.ts';
import { entitlementBlocks } from './entitlement-text.ts';

const at = '2026-11-24T10:00:00.000Z';
const finished = (over: object) =>
  FinishedCancellation.parse({
    ...{ id: 'x', file: 'staff', schema: 1, superviseeRef: 'p', supervisorRef: 's' },
    ...{
      heading: 'Cancelled supervision session',
      supervisee: 'Priya Shah',
      supervisor: 'Sam Lee',
    },
    ...{ policy: { id: 'p', label: 'P' }, finalisedAt: at, finalisedBy: 'Sam Lee' },
    ...{ createdAt: at, createdBy: 's', kind: 'session', plannedFor: '2026-11-25' },
    ...over,
  });

it('a cancellation as text: who, when, why, the new day, and children by reference', () => {
  const record = finished({
    ...{ cancelledBy: 'Sam Lee', cancelledDate: '2026-11-24', reason: 'court', exceptional: 'yes' },
    ...{ rearrangedOn: '2026-11-27', coverConsidered: 'Jo covers' },
    atRisk: [{ id: 'C1', childRef: 'C1', dueOn: '2026-11-26' }],
  });
  expect(cancellationBlocks(record, () => 'CH-1')).toEqual([
    'Cancelled supervision session\nWith: Priya Shah\nSupervisor: Sam Lee\nPlanned for: 25 November 2026\nCancelled: 24 November 2026 by Sam Lee',
    'Reason\nCourt\nExceptional: yes',
    'New date\n27 November 2026',
    'Children whose discussion this puts at risk\n- CH-1: due 26 November 2026',
    'Cover and passing cases on\nJo covers',
    'Recorded at 10:00am on Tuesday 24 November 2026 by Sam Lee. Not signed.',
  ]);
  const none = finished({ reason: '', whyNotRearranged: 'Away' });
  expect(cancellationBlocks(none, () => '')).toContain('No new date\nAway');
});

it('a gap as text says its months and on how many records it stands', () => {
  const finishedOn = [{ id: 'C1', childRef: 'C1', entryId: 'e' }];
  const record = finished({
    ...{ kind: 'gap', heading: 'Gap in supervision', months: ['2026-11', '2026-12'] },
    ...{ cover: 'Dana Cole', finished: finishedOn, synthetic: true },
  });
  expect(cancellationBlocks(record, () => '').join('\n\n')).toMatch(
    /^SYNTHETIC.*\nGap in supervision[\s\S]*No formal supervision in\nNovember and December 2026[\s\S]*Where it is written\n1 child’s record/,
  );
});

it('a route as text: only the steps that were begun, and whether it was sent', () => {
  const record = (over: object) =>
    Entitlement.parse({
      ...{ id: 'e', superviseeRef: 'p', supervisorRef: 's', createdAt: at, createdBy: 'p' },
      ...{ oneToOneOn: 'friday', oneToOneDate: '2026-11-20', issue: 'None' },
      ...over,
    });
  const blocks = (over: object) =>
    entitlementBlocks({
      ...{ record: record(over), supervisee: 'Priya Shah', supervisor: 'Sam Lee' },
      synthetic: false,
    });
  expect(blocks({}).slice(1)).toEqual([
    'Step 1: one-to-one with my supervisor\n20 November 2026',
    'The issue\nNone',
    'Not sent.',
  ]);
  const all = blocks({
    ...{ sentAt: at, lineManager: 'Ada Obi', thirdPerson: 'Ann Low', noticeGiven: 'yes' },
    ...{ noticeGivenOn: 'monday', noticeGivenDate: '2026-11-16', settledAt: at },
  });
  expect(all).toContain('Line manager\nAda Obi');
  expect(all).toContain('The other person was told in advance\nYes, 16 November 2026');
  expect(all.at(-1)).toMatch(/^Sent to the supervisor at 10:00am .*\nSettled at/);
});
