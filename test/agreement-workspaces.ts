import type { RecordId, StaffRef } from '#domain/ids.ts';
import type { Agreement } from '#domain/records/agreement.ts';
import type { AgreementResponse } from '#domain/records/response.ts';
import { Staff } from '#domain/records/staff.ts';
import { agreementWith } from '#storage/agreement/agreement-reads.ts';
import { beginAgreement, beginAgreementResponse } from '#storage/agreement/agreements.ts';
import { signAsPractitioner, signAsSupervisor } from '#storage/agreement/sign-agreement.ts';
import type { Ports } from '#storage/ports.ts';
import { changeSettings, settingsOf, staffWrite, startFor } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { put } from '#storage/writes.ts';
import { agreedTexts } from './agreement-builders.ts';
import { anEmptyWorkspace, aWorkspace, givePriya, testPorts } from './workspaces.ts';

/** Sam Lee with Priya Shah on the list, and the agreement begun between them. */
export async function begunAgreement(profileId = 'bracknell-003', ports: Ports = testPorts()) {
  const sam = await aWorkspace(ports, profileId);
  const priya = await givePriya(sam, [{ reference: 'C1' }]);
  const id = await beginAgreement(sam, priya);
  return { sam, priya, id };
}

/** Priya Shah's own device, set up from Sam's, under another reference of her own. */
export async function priyasDevice(sam: Workspace, priya: StaffRef): Promise<Workspace> {
  const own = await anEmptyWorkspace(sam.ports);
  const { me, profileId } = settingsOf(sam);
  await startFor(own, {
    name: 'Priya Shah',
    role: 'Social worker',
    profileId,
    caseSystem: 'Mosaic',
    synthetic: false,
  });
  await changeSettings(own, { alsoMe: [priya], supervisorRef: me });
  const supervisor = await staffWrite(own, Staff.parse({ ref: me, name: 'Sam Lee' }));
  await own.change(() => [supervisor]);
  return own;
}

/** Carries the agreement and the response to it from one device to the other, as a file does. */
export async function carry(from: Workspace, to: Workspace): Promise<void> {
  for (const { id, body } of from.set.all('agreements').values())
    await to.change((set) => put(set.find('agreements', id), 'agreements', id, body));
  for (const { id, body } of from.set.all('responses').values())
    await to.change((set) => put(set.find('responses', id), 'responses', id, body));
}

/** Types into the agreement and waits until it is on disk. */
export async function writeAgreement(
  workspace: Workspace,
  id: string,
  change: Partial<Agreement>,
): Promise<void> {
  const held = workspace.set.find('agreements', id);
  if (!held) throw new Error(`no agreement ${id}`);
  workspace.openDraft('agreements', id);
  workspace.draft({ collection: 'agreements', id, body: { ...held.body, ...change } });
  await workspace.closeDraft(id);
}

export const everythingFilled = { ...agreedTexts, statements: [...agreedTexts.statements] };

/** Begun, filled in, and signed by both, each on their own device; then brought to Sam's. */
export async function signedAgreement(profileId?: string, ports: Ports = testPorts()) {
  const { sam, priya, id } = await begunAgreement(profileId, ports);
  await writeAgreement(sam, id, everythingFilled);
  await signAsSupervisor(sam, id);
  const own = await priyasDevice(sam, priya);
  await carry(sam, own);
  await beginAgreementResponse(own, id);
  await writeResponse(own, id, { statements: ['prepare'] });
  await signAsPractitioner(own, id);
  await carry(own, sam);
  return { sam, own, priya, id };
}

/** Types into the practitioner's part and waits until it is on disk. */
export async function writeResponse(
  workspace: Workspace,
  agreementId: string,
  change: Partial<AgreementResponse>,
): Promise<void> {
  const held = [...workspace.set.all('responses').values()].find(
    ({ body }) => body.kind === 'agreement' && body.agreementId === agreementId,
  );
  if (held?.body.kind !== 'agreement') throw new Error(`no response to ${agreementId}`);
  const { id, body } = held;
  workspace.openDraft('responses', id);
  workspace.draft({ collection: 'responses', id, body: { ...body, ...change } });
  await workspace.closeDraft(id);
}

export const currentId = (workspace: Workspace, ref: StaffRef): RecordId | undefined =>
  agreementWith(workspace, ref)?.body.id;
