import { describe, expect, it } from 'vitest';
import { GroupDiscussion, GroupSession } from '#domain/records/group.ts';
import { ref } from '../../../test/builders.ts';
import { type FinishRow, placeOf } from './finish-rows.ts';

const at = '2026-11-25T10:00:00.000Z';
const group = GroupSession.parse({
  id: 'G',
  status: 'ended',
  facilitatorRef: 'me',
  createdAt: at,
  createdBy: 'me',
});
const discussion = GroupDiscussion.parse({
  id: 'D',
  groupId: 'G',
  familyKey: 'F1',
  views: [{ id: 'v1' }, { id: 'v2' }].map((view) => ({
    ...view,
    whose: '',
    text: '',
    dissents: false,
  })),
  children: [
    { id: 'C.1', childRef: 'C.1' },
    { id: 'C2', childRef: 'C2', decisions: [{ id: 'd1' }, { id: 'd2' }], actions: [{ id: 'a1' }] },
  ],
  createdAt: at,
  createdBy: 'me',
});
const row: FinishRow = {
  item: { id: 'D', label: 'Isla J, Jack J', children: [], discussion, status: 'discussed' },
  childRef: ref('C2'),
  name: 'Jack J',
  due: '',
  missing: [],
};

describe('where something missing is written', () => {
  it.each([
    ['group.confidentialityAgreed', '/groups/G', 'group-confidentialityAgreed'],
    ['group.members', '/groups/G', 'group-members'],
    ['group.summaries.s1', '/groups/G/agenda', 'group-agenda'],
    ['presenter', '/groups/G/session/D', 'family-presenter'],
    ['immediateConcern', '/groups/G/session/D', 'family-immediateConcern'],
    ['views.v2.text', '/groups/G/session/D', 'family-views-1-text'],
    ['twoVersions', '/groups/G/session/D', 'family-versions'],
    ['child.experience', '/groups/G/session/D', 'family-children-1-experience'],
    [
      'child.decisions.d2.rationale',
      '/groups/G/session/D',
      'family-children-1-decisions-1-rationale',
    ],
    ['child.actions.a1.byWhen', '/groups/G/session/D', 'family-children-1-actions-0-byWhen'],
  ])('%s', (path, href, fieldId) => {
    expect(placeOf(group, row, path)).toEqual({ href, fieldId });
  });
});
