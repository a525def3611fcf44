import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StaffRef } from '#domain/ids.ts';
import { childDueOf } from '#storage/agenda/due.ts';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { groupDaysOfChild, groupDaysOfWorker } from '#storage/group/group-reads.ts';
import { discussionsOfGroup } from '#storage/group/groups.ts';
import { changeStaff } from '#storage/settings.ts';
import { clashesOf } from '#storage/sync/merge-clashes.ts';
import { settleClash } from '#storage/sync/settle-clash.ts';
import type { Workspace } from '#storage/workspace.ts';
import {
  agreementId,
  agreementOn,
  carry,
  made,
  make,
  opened,
  twoPeople,
  typeAgreement,
  writeAgreement,
} from '../../../test/handovers.ts';
import {
  changeDiscussion,
  changeGroup,
  finaliseAll,
  heldGroup,
} from '../../../test/held-groups.ts';
import { checkHandover } from './check-handover.ts';
import type { Handover } from './read-handover.ts';
import { takeIn } from './take-in.ts';

const who = fc.constantFrom('sam' as const, 'priya' as const);
const field = fc.constantFrom('purpose' as const, 'location' as const, 'frequency' as const);
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ did: fc.constant('type' as const), who, field }) },
  { weight: 2, arbitrary: fc.record({ did: fc.constant('make' as const), who }) },
  { weight: 3, arbitrary: fc.record({ did: fc.constant('take' as const), who, at: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ did: fc.constant('settle' as const), who }) },
);
const events = fc.array(event, { minLength: 6, maxLength: 18, size: 'max' });

/** Every text that a device holds of the agreement: as it is, and as it was before each change. */
async function everythingOn({ db, vault, set }: Workspace): Promise<string> {
  const kept = await db.versions.where('id').equals(agreementId).toArray();
  const texts = kept.map(({ c, v, kid, iv, ct }) =>
    vault.open({ kind: 'row', c, id: agreementId, v }, { kid, iv, ct }),
  );
  return [...(await Promise.all(texts)), set.find('agreements', agreementId)?.text].join('\n');
}

/** With the real devices, files and database; the merge alone has a longer one beside it. */
it('[HAND7] any history of edits, files out of order and files lost: each typed text is kept', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (history) => {
      const people = await twoPeople();
      const { sam, samRef, priya, priyaRef } = people;
      await writeAgreement(sam, people);
      await carry(sam, priyaRef, priya);
      const devices = { sam, priya };
      const underway: Record<'sam' | 'priya', Handover[]> = { sam: [], priya: [] };
      const typed: { readonly token: string; readonly on: 'sam' | 'priya' }[] = [];
      for (const each of history) {
        const workspace = devices[each.who];
        const other = each.who === 'sam' ? 'priya' : 'sam';
        if (each.did === 'type') {
          const token = `<${typed.length}>`;
          typed.push({ token, on: each.who });
          await typeAgreement(workspace, { [each.field]: token });
        } else if (each.did === 'make') {
          const ref = each.who === 'sam' ? priyaRef : samRef;
          underway[other].push(await opened(await make(workspace, ref)));
        } else if (each.did === 'take') {
          const [handover] = underway[each.who].splice(each.at % 4, 1); // where there is none it was lost
          if (handover) {
            const { outcome } = checkHandover(workspace, handover);
            const { refused } = await takeIn(workspace, handover);
            expect(refused.length).toBe(outcome === 'refused' ? 1 : 0);
          }
        } else {
          const [clash] = clashesOf(agreementOn(workspace));
          const record = { collection: 'agreements', id: agreementId } as const;
          if (clash) await settleClash(workspace, record, clash, 'theirs');
        }
      }
      await carry(sam, priyaRef, priya);
      await carry(priya, samRef, sam);
      await carry(sam, priyaRef, priya);
      const held = { sam: await everythingOn(sam), priya: await everythingOn(priya) };
      // What somebody typed over themselves was their own to replace; all the rest is here.
      const last = typed.filter(({ token, on }) => !wasTypedOver(history, typed, token, on));
      for (const { token, on } of last) expect(held[on]).toContain(token);
      const { savedAt: _, ...ours } = agreementOn(sam);
      const asked = [sam, priya].flatMap((workspace) => clashesOf(agreementOn(workspace)));
      if (asked.length === 0) expect(agreementOn(priya)).toMatchObject(ours);
      for (const workspace of [sam, priya]) workspace.db.close();
    }),
    { numRuns: 15 },
  );
}, 120_000);

type Events = readonly (typeof event extends fc.Arbitrary<infer E> ? E : never)[];

/** Typed over on the same device in the same field, with no version kept in between. */
function wasTypedOver(
  history: Events,
  typed: readonly { readonly token: string }[],
  token: string,
  on: 'sam' | 'priya',
): boolean {
  const typing = history.filter((each) => each.did === 'type');
  const at = typed.findIndex((each) => each.token === token);
  const own = typing[at];
  return typing.slice(at + 1).some((each) => each.who === on && each.field === own?.field);
}

const did = <D extends string>(name: D) => fc.constant(name);
const family = fc.constantFrom('C1', 'C2', 'D9');
const groupEvent = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ did: did('hold'), family, familySafeguarding: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ did: did('finalise'), at: fc.nat(3) }) },
  // What is put right afterwards: the day, whether it was a group at all, and of which team.
  { weight: 2, arbitrary: fc.record({ did: did('day'), at: fc.nat(3), back: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ did: did('turnout'), at: fc.nat(3), there: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ did: did('team'), at: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ did: did('make') }) },
  { weight: 3, arbitrary: fc.record({ did: did('take'), at: fc.nat(3) }) },
);

it('[GROUP19, HAND13] any history of groups, files out of order and files lost: one date, each day once', async () => {
  const history = fc.array(groupEvent, { minLength: 6, maxLength: 16, size: 'max' });
  const profileId = fc.constantFrom('swindon-000', 'mosaic-004');
  await fc.assert(
    fc.asyncProperty(history, profileId, async (events, profile) => {
      const people = await twoPeople(profile);
      const { sam, priya, priyaRef, ports } = people;
      await changeStaff(sam, priyaRef, { familySafeguarding: true });
      const groups: string[] = [];
      const underway: Handover[] = [];
      for (const each of events) {
        ports.advance(36 * 3_600_000);
        const group = 'at' in each ? groups[each.at] : undefined;
        if (each.did === 'hold') {
          const { familySafeguarding } = each;
          groups.push(await heldGroup(people, { families: [each.family], familySafeguarding }));
        } else if (each.did === 'make') {
          underway.push(await made(sam, priyaRef));
        } else if (each.did === 'take') {
          const [handover] = underway.splice(each.at, 1); // where there is none it was lost
          if (handover) await takeIn(priya, handover);
        } else if (group !== undefined) {
          if (each.did === 'finalise') await finaliseAll(sam, group).catch(() => undefined); // of two it is none
          if (each.did === 'day') await moveGroup(sam, group, each.back);
          if (each.did === 'turnout') await turnout(sam, group, each.there);
          if (each.did === 'team')
            await changeGroup(sam, group, (held) => ({
              familySafeguarding: !held.familySafeguarding,
            }));
        }
      }
      expect(await carry(sam, priyaRef, priya)).toMatchObject({ clashes: 0, refused: [] });
      expect(datesOn(priya, priyaRef)).toEqual(datesOn(sam, priyaRef));
      const { days } = datesOn(priya, priyaRef);
      expect(days).toEqual([...new Set(days)]);
      expect(JSON.stringify([...priya.set.all('childRecords').values()])).not.toContain('D9');
      for (const workspace of [sam, priya]) workspace.db.close();
    }),
    { numRuns: 15 },
  );
}, 120_000);

const moveGroup = async (sam: Workspace, groupId: string, back: number) => {
  const startedAt = `2026-11-${10 + back}T10:00:00.000Z`;
  await changeGroup(sam, groupId, ({ sittings }) => ({
    sittings: sittings.map((sitting) => ({ ...sitting, startedAt })),
  }));
  for (const { id, body } of discussionsOfGroup(sam, groupId))
    if (body.discussed) await changeDiscussion(sam, id, () => ({ discussedAt: startedAt }));
};

const turnout = (sam: Workspace, groupId: string, present: boolean) =>
  changeGroup(sam, groupId, ({ members }) => ({
    members: members.map((member) => ({ ...member, present })),
  }));

function datesOn(workspace: Workspace, priyaRef: StaffRef) {
  const children = openChildren(workspace, priyaRef).toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
  return {
    dues: children.map((child) => childDueOf(workspace, child)),
    groupDays: groupDaysOfWorker(workspace, priyaRef),
    days: children.flatMap(({ ref }) =>
      groupDaysOfChild(workspace, ref)
        .map(({ id, on }) => `${ref} ${id} ${on}`)
        .toSorted(),
    ),
  };
}
