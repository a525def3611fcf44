import { describe, expect, it } from 'vitest';
import { openSitting } from '#storage/signing/sitting.ts';
import { sittingUntilMs } from '#storage/signing/sitting-clock.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import { aWorkspace, passphrase, quickDerive, type TestPorts } from '../../../test/workspaces.ts';
import { letOut, type OutgoingFile } from './let-out.ts';
import { Cancelled } from './pace.ts';
import type { FileSink } from './save-to-disk.ts';

const open = (workspace: Workspace) =>
  openSitting(workspace, { type: 'passphrase', passphrase, derive: quickDerive });

/** A place for a file that tells what was done with it, and in which order it was noted. */
function aPlace(workspace: Workspace) {
  const said: string[] = [];
  const noted = () => bodies(workspace, 'audit').filter(({ what }) => what === 'exported');
  const sink: FileSink = {
    write: async () => void said.push('written'),
    close: async () => void said.push(`closed after ${noted().length} notes`),
    abort: async () => void said.push('aborted'),
  };
  return { said, noted, place: async () => sink };
}

const file = (over: Partial<OutgoingFile> = {}): OutgoingFile => ({
  fileName: 'records.zip',
  type: 'application/zip',
  kind: 'child',
  records: 12,
  write: (sink) => sink.write(new Uint8Array(1)),
  ...over,
});
const each = { purpose: 'oversight', asks: 'eachTime' } as const;

describe('records that leave in a file', () => {
  it('[OUT8] leave only once somebody proved who they are, and each file asks again', async () => {
    const workspace = await aWorkspace();
    const { place, said } = aPlace(workspace);
    const go = () => letOut(workspace, file(), { ...each, place });
    expect(await go()).toEqual({ outcome: 'notAsked' });
    await open(workspace);
    expect(await go()).toEqual({ outcome: 'saved' });
    expect(await go()).toEqual({ outcome: 'notAsked' });
    await open(workspace);
    (workspace.ports as TestPorts).advance(30 * 60_000);
    expect(await go()).toEqual({ outcome: 'notAsked' });
    expect(said).toEqual(['written', 'closed after 1 notes']);
  });

  it('[OUT8] one child’s record goes with the sitting', async () => {
    const workspace = await aWorkspace();
    const { place } = aPlace(workspace);
    await open(workspace);
    for (const _ of [1, 2])
      expect(await letOut(workspace, file(), { ...each, asks: 'sitting', place })).toEqual({
        outcome: 'saved',
      });
    expect(sittingUntilMs(workspace)).toBeDefined();
  });

  it('[OUT8] it is noted by kind, purpose and number, before the file is there', async () => {
    const workspace = await aWorkspace();
    const { place, said, noted } = aPlace(workspace);
    await open(workspace);
    await letOut(workspace, file({ kind: 'staff', records: 3 }), { ...each, place });
    expect(said).toEqual(['written', 'closed after 1 notes']);
    expect(noted()).toMatchObject([
      {
        what: 'exported',
        recordId: '',
        about: { kind: 'staff', purpose: 'oversight', records: 3 },
      },
    ]);
  });

  it('[OUT8] nothing is noted of what did not leave, and nothing leaves that was not noted', async () => {
    const workspace = await aWorkspace();
    const { place, said, noted } = aPlace(workspace);
    const failing = (cause: Error) => async () => {
      throw cause;
    };
    await open(workspace);
    expect(
      await letOut(workspace, file({ write: failing(new Cancelled()) }), { ...each, place }),
    ).toEqual({ outcome: 'cancelled' });
    await open(workspace);
    expect(
      await letOut(workspace, file({ write: failing(new Error('disk full')) }), { ...each, place }),
    ).toEqual({ outcome: 'failed' });
    await open(workspace);
    expect(await letOut(workspace, file(), { ...each, place: async () => undefined })).toEqual({
      outcome: 'closed',
    });
    expect(sittingUntilMs(workspace)).toBeDefined();
    expect([said, noted()]).toEqual([['aborted', 'aborted'], []]);
    workspace.db.close();
    expect(await letOut(workspace, file(), { ...each, place })).toEqual({ outcome: 'failed' });
    expect(said.at(-1)).toBe('aborted');
  });
});
