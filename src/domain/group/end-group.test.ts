import { expect, it } from 'vitest';
import { recordsOfDiscussion } from '#domain/session/end-session.ts';
import { aGroupDiscussion, aGroupPart } from '../../../test/group-builders.ts';
import { agreedDiscussion, agreedPart, notReachedOf } from './end-group.ts';

const part = aGroupPart({
  decisions: [{ id: 'd', text: 'Ask', rationale: 'Why', significance: 'urgent' }],
  actions: [{ id: 'a', what: 'Ring', owner: 'Jo', byWhen: '2 weeks' }],
});
const later = '2026-11-23T09:00:00.000Z';
const agreed = (over: object = {}) => {
  const discussion = aGroupDiscussion({ ...over, children: [part] });
  return recordsOfDiscussion(
    agreedDiscussion(discussion),
    agreedPart(discussion, part),
    later,
    'me',
  );
};

it('[GROUP18] what was agreed becomes records of the child, of that group and of that day', () => {
  const { actions, decisions, events } = agreed();
  const common = { childRef: 'C1', sessionId: 'g1', discussionId: 'gd1' };
  expect(actions).toMatchObject([
    { ...common, id: 'a', agreedOn: '2026-11-20', dueOn: '2026-12-04', createdAt: later },
  ]);
  expect(decisions).toMatchObject([
    { ...common, id: 'd', significance: 'urgent', decidedAt: '2026-11-20T10:00:00.000Z' },
  ]);
  expect(events).toEqual([]);
});

it('[GROUP18] also of a family that nobody marked: what was typed is not lost', () => {
  expect(agreed({ discussed: false }).actions).toMatchObject([{ id: 'a', agreedOn: '2026-11-23' }]);
});

it('[GROUP16] nothing was decided without the accountable manager; where nobody said, it was', () => {
  expect(agreed({ managerPresent: 'no' })).toMatchObject({ decisions: [], actions: [{ id: 'a' }] });
  expect(agreed({ managerPresent: '' }).decisions).toHaveLength(1);
});

it('[GROUP18] ending names each family that was not reached once, with its reason or without', () => {
  const families = [
    { familyKey: 'F1', discussed: true },
    { familyKey: 'F2', discussed: false },
    { familyKey: 'F3', discussed: false },
  ];
  const reasons = [
    { familyKey: 'F3', reason: 'Time ran out' },
    { familyKey: 'F1', reason: 'Time ran out' },
    { familyKey: 'F9', reason: 'Never there' },
  ];
  expect(notReachedOf(families, reasons)).toEqual([
    { familyKey: 'F2', reason: '' },
    { familyKey: 'F3', reason: 'Time ran out' },
  ]);
});
