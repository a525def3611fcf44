import { onTestFinished } from 'vitest';
import type { RecordId, StaffRef } from '#domain/ids.ts';
import { Agreement } from '#domain/records/agreement.ts';
import { type MadeHandover, makeHandover } from '#exchange/handover/make-handover.ts';
import { type Handover, readHandover } from '#exchange/handover/read-handover.ts';
import { setUpFromHandover } from '#exchange/handover/set-up.ts';
import { type TakenIn, takeIn } from '#exchange/handover/take-in.ts';
import { addChildren } from '#storage/caseload/caseload.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created } from '#storage/writes.ts';
import {
  aWorkspace,
  givePriya,
  passphrase,
  quickDerive,
  recoverySecret,
  type TestChild,
  type TestPorts,
  testPorts,
} from './workspaces.ts';

export const make = (from: Workspace, otherRef: string): Promise<MadeHandover> =>
  makeHandover(from, otherRef, quickDerive);

/** Opens a file that was just made, with its own words. */
export async function opened({ blob, code }: MadeHandover): Promise<Handover> {
  const read = await readHandover(await blob.text(), code, quickDerive);
  if (read.outcome !== 'read') throw new Error(read.reason);
  return read.handover;
}

export const made = async (from: Workspace, otherRef: string): Promise<Handover> =>
  opened(await make(from, otherRef));

/** A file from one device to the other, made, opened and taken in. */
export const carry = async (from: Workspace, otherRef: string, to: Workspace): Promise<TakenIn> =>
  takeIn(to, await made(from, otherRef));

/** A practitioner's device, set up by a file. */
export async function setUp(handover: Handover, ports = testPorts()): Promise<Workspace> {
  const workspace = await setUpFromHandover({
    handover,
    passphrase,
    recoverySecret,
    derive: quickDerive,
    ports,
  });
  onTestFinished(() => {
    workspace.tabs.close();
    workspace.db.close();
  });
  return workspace;
}

export interface TwoPeople {
  /** Sam Lee's device, and Sam's reference. */
  readonly sam: Workspace;
  readonly samRef: StaffRef;
  /** Priya Shah's, set up by a file from Sam. */
  readonly priya: Workspace;
  readonly priyaRef: StaffRef;
  readonly danRef: StaffRef;
  /** One clock for both. */
  readonly ports: TestPorts;
}

export const priyasChildren: readonly TestChild[] = [
  { reference: 'C1', name: 'Amina Khan' },
  { reference: 'C2', name: 'Ben Hale' },
];

/** Sam supervises Priya Shah, who has two children, and Dan Osei, who has one. */
export async function samsDevice(ports: TestPorts = testPorts(), profileId?: string) {
  const sam = await aWorkspace(ports, profileId);
  await givePriya(sam, priyasChildren);
  await giveDan(sam);
  const refOf = (name: string) =>
    practitioners(sam).find((staff) => staff.name === name)?.ref as StaffRef; // added above
  const { me: samRef } = settingsOf(sam);
  return { sam, samRef, priyaRef: refOf('Priya Shah'), danRef: refOf('Dan Osei'), ports };
}

async function giveDan(sam: Workspace): Promise<void> {
  const facts = { reference: 'D9', name: 'CANARY CHILD', dateOfBirth: '2014-01-02' };
  const more = { expectedOn: '', status: 'CP', familyRef: '', checks: [] };
  const worker = { name: 'Dan Osei' };
  await addChildren(sam, [{ facts: { ...facts, ...more }, worker, allocatedAt: '2026-01-05' }]);
}

export async function twoPeople(profileId?: string): Promise<TwoPeople> {
  const device = await samsDevice(testPorts(), profileId);
  const { sam, priyaRef, ports } = device;
  return { ...device, priya: await setUp(await made(sam, priyaRef), ports) };
}

export const agreementId = '5d0f6a3e-0c61-4d0b-9a55-2f6a1d3c4b5e' as RecordId;

/** An agreement between the two, on one device. */
export async function writeAgreement(
  workspace: Workspace,
  { samRef, priyaRef }: Pick<TwoPeople, 'samRef' | 'priyaRef'>,
  typed: Partial<Agreement> = {},
): Promise<void> {
  const body = Agreement.parse({
    id: agreementId,
    superviseeRef: priyaRef,
    supervisorRef: samRef,
    createdAt: workspace.now,
    createdBy: samRef,
    ...typed,
  });
  await workspace.change(() => [created('agreements', body.id, body)]);
}

/** Opens the agreement on a device, types into it and leaves it. */
export async function typeAgreement(
  workspace: Workspace,
  typed: Partial<Agreement>,
): Promise<void> {
  workspace.openDraft('agreements', agreementId);
  const body = { ...agreementOn(workspace), ...typed } as Agreement; // a part of an Agreement over one
  workspace.draft({ collection: 'agreements', id: agreementId, body });
  await workspace.closeDraft(agreementId);
}

export function agreementOn({ set }: Workspace): Agreement {
  const body = set.find('agreements', agreementId)?.body;
  if (!body) throw new Error('no agreement on this device');
  return body;
}
