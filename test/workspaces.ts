import { onTestFinished } from 'vitest';
import type { ChildRef, StaffRef } from '#domain/ids.ts';
import type { Discussion, DiscussionChild } from '#domain/records/discussion.ts';
import { addChildren } from '#storage/caseload/caseload.ts';
import { practitioners } from '#storage/caseload/caseload-reads.ts';
import { FootprintDb, readRows } from '#storage/db.ts';
import { createAccount } from '#storage/keys/accounts.ts';
import { openWorkspace } from '#storage/open-workspace.ts';
import type { Ports } from '#storage/ports.ts';
import { findPart } from '#storage/session/session-reads.ts';
import { startFor } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { type Bytes, utf8 } from '#vault/bytes.ts';
import type { DeriveFromPassphrase } from '#vault/slots.ts';
import { thatMorning } from './builders.ts';

/** A clock that moves when it is told to. */
export interface TestPorts extends Ports {
  readonly goTo: (iso: string) => void;
  readonly advance: (ms: number) => void;
}

export function testPorts(start: string = thatMorning): TestPorts {
  let now = Date.parse(start);
  return {
    nowMs: () => now,
    newId: () => crypto.randomUUID(),
    goTo: (iso) => {
      now = Date.parse(iso);
    },
    advance: (ms) => {
      now += ms;
    },
  };
}

/** Stands in for Argon2id where stretching is not the point. */
export const quickDerive: DeriveFromPassphrase = async (passphrase, { salt }) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(`${salt}/${passphrase}`))) as Bytes;

export const passphrase = 'otter lamp winter gravel';
export const recoverySecret = new Uint8Array(16).fill(7) as Bytes;

function closedAfterwards(workspace: Workspace): Workspace {
  const close = () => {
    workspace.tabs.close();
    workspace.db.close();
  };
  try {
    onTestFinished(close);
  } catch {
    // Made outside a test, for several: open until the worker ends.
  }
  return workspace;
}

/** A new person's records: nothing in them yet. */
export async function anEmptyWorkspace(ports: Ports = testPorts()): Promise<Workspace> {
  const account = { passphrase, recoverySecret, derive: quickDerive, ports };
  return closedAfterwards(await createAccount(account));
}

/** Sam Lee, who supervises Priya Shah under Islington's policy, or another. */
export async function aWorkspace(
  ports: Ports = testPorts(),
  profileId = 'islington-001',
): Promise<Workspace> {
  const workspace = await anEmptyWorkspace(ports);
  await startFor(workspace, {
    name: 'Sam Lee',
    role: 'Practice supervisor',
    profileId,
    caseSystem: 'Mosaic',
    synthetic: false,
  });
  return workspace;
}

/** The same records opened again, as a second tab or the next day: from the rows on disk. */
export async function openAgain(workspace: Workspace, ports = workspace.ports): Promise<Workspace> {
  const db = new FootprintDb(workspace.vault.id);
  const rows = await readRows(db);
  return closedAfterwards(await openWorkspace(db, workspace.vault, rows, ports));
}

export interface TestChild {
  readonly reference: string;
  readonly name?: string;
  readonly familyRef?: string;
  readonly dateOfBirth?: string;
  readonly status?: string;
}

/** Puts children on Priya Shah's list and answers with her reference. */
export async function givePriya(
  workspace: Workspace,
  children: readonly TestChild[],
): Promise<StaffRef> {
  const toAdd = children.map(({ reference, ...facts }) => ({
    facts: {
      reference,
      name: `Child ${reference}`,
      dateOfBirth: '2016-03-04',
      expectedOn: '',
      status: 'CIN',
      familyRef: '',
      checks: [],
      ...facts,
    },
    worker: { name: 'Priya Shah' },
    allocatedAt: '2026-01-05',
  }));
  await addChildren(workspace, toAdd);
  return practitioners(workspace)[0]?.ref as StaffRef; // added on the line above
}

/** Types into one child's part of a session and waits until it is on disk. */
export async function write(
  workspace: Workspace,
  sessionId: string,
  childRef: string,
  change: Partial<DiscussionChild>,
): Promise<void> {
  const found = findPart(workspace, sessionId, childRef);
  if (!found) throw new Error(`no part of ${childRef}`);
  const { record } = found;
  const children = record.body.children.map((part) =>
    part.childRef === (childRef as ChildRef) ? { ...part, ...change } : part,
  );
  const body: Discussion = { ...record.body, children };
  workspace.draft({ collection: 'discussions', id: record.id, body });
  await workspace.queue.flush();
}
