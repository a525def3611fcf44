import { expect, it } from 'vitest';
import { Entitlement } from '#domain/records/entitlement.ts';
import { discussionsIn } from '#storage/group/group-reads.ts';
import { endGroup, markFamilyDiscussed, planGroup, startGroup } from '#storage/group/groups.ts';
import { settingsOf } from '#storage/settings.ts';
import { signRecords } from '#storage/signing/sign-records.ts';
import { signedRecordsOf } from '#storage/signing/signatures.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { finaliseObservation } from '#storage/staff-file/observations.ts';
import { amendStaffRecord } from '#storage/staff-file/staff-amendments.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, updated } from '#storage/writes.ts';
import { aMember, anItem } from '../../../test/group-builders.ts';
import { anObservation } from '../../../test/observation-builders.ts';
import { aWorkspace, givePriya, recoverySecret } from '../../../test/workspaces.ts';
import { documentText } from './document.ts';
import { staffFileDocument, underEach } from './staff-file-document.ts';

const children = [{ reference: 'C1', name: 'Grace H' }];

const textOf = (workspace: Workspace, id: string, found = {}) => {
  const document = staffFileDocument(workspace, id, found);
  return document && documentText(document);
};

it('a draft is no document; a finished one has its corrections, each signed on its own', async () => {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, children);
  const draft = anObservation({ superviseeRef: priya });
  await workspace.change(() => [created('observations', draft.id, draft)]);
  expect(textOf(workspace, draft.id)).toBeUndefined();

  expect(await finaliseObservation(workspace, draft.id)).toEqual({ outcome: 'finalised' });
  const correction = { text: 'It was at ten.', reason: 'Wrong hour' };
  const amendment = await amendStaffRecord(workspace, draft.id, correction);
  expect(textOf(workspace, draft.id)).toContain('It was at ten.\nThe correction is not signed.');

  await openSitting(workspace, { type: 'recovery', secret: recoverySecret });
  await signRecords(workspace, { recordIds: [amendment] });
  const signaturesUnder = underEach(await signedRecordsOf(workspace, [amendment]));
  const text = textOf(workspace, draft.id, { signaturesUnder });
  expect(text).toMatch(/Reason: Wrong hour\nIt was at ten\.\nSigned by .* \(level \d\)/);
  expect(text).toMatch(/Finalised at .*Not signed\.\nPolicy: /);
});

it('an entitlement route is never finalised, and says so', async () => {
  const workspace = await aWorkspace();
  const { me } = settingsOf(workspace);
  const about = { id: 'e1', superviseeRef: me, supervisorRef: me, createdAt: workspace.now };
  const route = Entitlement.parse({ ...about, createdBy: me, issue: 'None since July.' });
  await workspace.change(() => [created('entitlements', route.id, route)]);
  expect(textOf(workspace, 'e1')).toMatch(
    /None since July\.[\s\S]*it is not finalised or signed\.$/,
  );
  expect(textOf(workspace, 'e1')).not.toContain('Policy: ');
});

it('of a group: who was there and what was on the table, by reference, and nothing that was said', async () => {
  const workspace = await aWorkspace();
  const priya = await givePriya(workspace, [
    ...children.map((child) => ({ ...child, familyRef: 'F1' })),
    { reference: 'C2', name: 'Ben K', familyRef: 'F2' },
  ]);
  const plan = { plannedFor: '2026-11-20', name: '', members: [priya], familySafeguarding: false };
  const id = await planGroup(workspace, plan);
  await workspace.change(() => {
    const record = workspace.set.find('groups', id);
    if (!record) return [];
    const here = aMember({ id: 'm9', name: 'Dana Reed', role: 'Health visitor', agency: 'Health' });
    const away = aMember({ id: 'm8', name: 'Lee Park', role: 'Police officer', present: false });
    const agenda = ['F1', 'F2'].map((familyKey) => anItem({ familyKey, chosen: 'yes' }));
    const members = [...record.body.members, here, away];
    return [updated(record, { ...record.body, members, agenda, confidentialityAgreed: true })];
  });
  await startGroup(workspace, id);
  expect(textOf(workspace, id), 'it has not ended').toBeUndefined();
  const [first, second] = discussionsIn(workspace, id).toSorted((a, b) =>
    a.body.familyKey < b.body.familyKey ? -1 : 1,
  );
  if (!first || !second) throw new Error('two families');
  await workspace.change(() => [updated(first, { ...first.body, worries: 'WHAT-WAS-SAID' })]);
  await markFamilyDiscussed(workspace, first.id);
  await endGroup(workspace, id, {
    notReached: [{ familyKey: second.body.familyKey, reason: 'No time' }],
  });
  const text = textOf(workspace, id) ?? '';
  for (const words of [
    'Who was there\n- ',
    '- Dana Reed, Health visitor, Health',
    'Could not be there\n- Lee Park, Police officer',
    'Its boundaries were agreed.',
    'C1 | Discussed | 0 of 1 finalised',
    'C2 | Not reached: No time | None',
  ])
    expect(text).toContain(words);
  for (const words of ['Grace', 'Ben K', 'WHAT-WAS-SAID']) expect(text).not.toContain(words);
});
