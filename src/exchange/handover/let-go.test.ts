import { describe, expect, it } from 'vitest';
import { sessionDate } from '#domain/session/session-days.ts';
import { childDueOf } from '#storage/agenda/due.ts';
import { transferChild } from '#storage/caseload/caseload.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { markRecorded } from '#storage/child-file/child-records.ts';
import { beforeRemoval, keptUntil, removeSupervisee } from '#storage/handover/remove-supervisee.ts';
import { changeSettings } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, findAll, todayIn } from '#storage/writes.ts';
import {
  accepted,
  colleague,
  handOver,
  held,
  type ThreePeople,
  threePeople,
  typedNote,
} from '../../../test/handed-over.ts';
import { writeAgreement } from '../../../test/handovers.ts';
import { openAgain } from '../../../test/workspaces.ts';
import { acceptanceWords, confirmAccepted } from './acceptance.ts';
import { takeIn } from './take-in.ts';

async function allRecorded({ sam }: ThreePeople): Promise<void> {
  const mark = { state: 'recorded', on: '2026-11-20', reference: '' } as const;
  for (const record of bodies(sam, 'childRecords')) await markRecorded(sam, record, mark);
}

/** Every text that is on the device's disk, earlier versions too. */
async function onDisk({ db, vault }: Workspace): Promise<string> {
  const rows = [...(await db.rows.toArray()), ...(await db.versions.toArray())];
  const texts = rows.map(({ id, c, v, kid, iv, ct }) =>
    vault.open({ kind: 'row', c, id, v }, { kid, iv, ct }),
  );
  return (await Promise.all(texts)).join('\n');
}

describe('removing a supervisee who was handed over', () => {
  it('[HAND21] takes everything of hers off the disk, and leaves a line without content', async () => {
    const people = await threePeople();
    const { sam, priyaRef, danRef } = people;
    await held(sam, priyaRef);
    await writeAgreement(sam, people, { purpose: 'Words of the agreement' });
    await accepted(people);
    await allRecorded(people);
    expect(beforeRemoval(sam, priyaRef)).toEqual([]);
    const before = (await sam.db.rows.count()) - 1;
    const removal = await removeSupervisee(sam, priyaRef);
    if (removal.outcome !== 'removed') throw new Error('it waits');
    expect(await sam.db.rows.count()).toBeLessThan(before);
    for (const workspace of [sam, await openAgain(sam)]) {
      const text = `${await onDisk(workspace)} ${JSON.stringify([...workspace.set.ids()].map((id) => workspace.set.findAnywhere(id)?.text))}`;
      for (const gone of [
        priyaRef,
        'Priya Shah',
        'Amina Khan',
        'It went well',
        'Words of the agreement',
      ])
        expect(text.includes(gone), gone).toBe(false);
      expect(text).toContain('Dan Osei');
      expect(openChildren(workspace, danRef)).toHaveLength(1);
      expect(bodies(workspace, 'audit').map(({ what }) => what)).toContain('superviseeRemoved');
    }
    expect(await sam.db.outbox.count()).toBe(findAll(sam, 'audit').length);
  });

  it('[HAND21] waits for drafts, and for what is not in the case system yet, and says which', async () => {
    const people = await threePeople();
    const { sam, jo, priyaRef } = people;
    await held(sam, priyaRef);
    const session = await held(sam, priyaRef, false);
    const handover = await handOver(people, await typedNote(people, { withUnfinished: true }));
    await takeIn(jo, handover);
    await expect(removeSupervisee(sam, priyaRef)).rejects.toThrow('was not handed over');
    const typed = await acceptanceWords(handover.fileId);
    await confirmAccepted(sam, { superviseeRef: priyaRef, otherRef: colleague(sam), typed });
    const ids = sam.set.ids();
    const removal = await removeSupervisee(sam, priyaRef);
    expect(removal).toMatchObject({ outcome: 'waits' });
    const first = removal.outcome === 'waits' ? removal.first : [];
    expect(first.map(({ what }) => what)).toEqual([
      'Record of C1 of 20 November 2026',
      'Record of C2 of 20 November 2026',
      'Record of C1, not recorded in the case system',
      'Record of C2, not recorded in the case system',
    ]);
    expect(first[0]?.href).toBe(`/sessions/${session}/finish`);
    expect(sam.set.ids()).toEqual(ids);
  });

  it('[HAND21] a child who works with somebody else by now stays, and no date of that child moves', async () => {
    const people = await threePeople();
    const { sam, priyaRef, danRef, ports } = people;
    await held(sam, priyaRef);
    ports.advance(24 * 3_600_000);
    const [child] = openChildren(sam, priyaRef);
    if (!child) throw new Error('no child');
    await transferChild(sam, child.ref, danRef, { reason: 'Moved team', on: todayIn(sam) });
    await accepted(people);
    await allRecorded(people);
    const dueOf = () => {
      const stays = bodies(sam, 'children').find(({ ref }) => ref === child.ref);
      return stays && childDueOf(sam, stays);
    };
    const before = dueOf();
    expect(before).toMatchObject({ outcome: 'due' });
    const records = bodies(sam, 'childRecords').filter(({ childRef }) => childRef === child.ref);
    expect(await removeSupervisee(sam, priyaRef)).toMatchObject({ outcome: 'removed' });
    expect(bodies(sam, 'sessions').map((session) => sessionDate(session))).toEqual([]);
    expect(bodies(sam, 'childRecords')).toEqual(records);
    expect(dueOf()).toMatchObject({ dueOn: (before as { dueOn: string }).dueOn });
  });

  it('[HAND21] is never done by itself: the council’s days only say until when it is kept', async () => {
    const { sam } = await threePeople();
    expect(keptUntil(sam, '2026-11-20')).toBeUndefined();
    await changeSettings(sam, { keepHandedOverDays: '28' });
    expect(keptUntil(sam, '2026-11-20')).toBe('2026-12-18');
  });
});
