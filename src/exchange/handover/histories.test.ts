import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clashesOf } from '#storage/merge-clashes.ts';
import { settleClash } from '#storage/settle-clash.ts';
import type { Workspace } from '#storage/workspace.ts';
import {
  agreementId,
  agreementOn,
  carry,
  make,
  opened,
  twoPeople,
  typeAgreement,
  writeAgreement,
} from '../../../test/handovers.ts';
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
