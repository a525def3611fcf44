import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { routes } from '#sync/wire/routes.ts';
import type { DirectoryInput } from '../../test/directories.ts';
import { SLOW_START_MS, startTestEndpoint, type TestEndpoint } from '../../test/endpoint.ts';
import {
  asked,
  bodies,
  changesOf,
  everythingFor,
  headsOf,
  pushed,
  put,
  sent,
  statuses,
  versionsOf,
} from '../../test/pushes.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startTestEndpoint({ directory: start });
}, SLOW_START_MS);
afterAll(() => endpoint.close());

/** Ada supervises Ama, Ben supervises Bo. Ama has C1. */
const start: DirectoryInput = {
  staff: ['ada', 'ama', 'ben', 'bo'],
  children: ['C1', 'C2'],
  supervises: [
    ['ada', 'ama'],
    ['ben', 'bo'],
  ],
  allocations: [
    ['C1', 'ama'],
    ['C2', 'ama'],
  ],
};
const movedOn = (last: string, first: string): DirectoryInput => ({
  ...start,
  allocations: [
    ['C1', 'ama', '2026-01-01', last],
    ['C1', 'bo', first, null],
    ['C2', 'ama'],
  ],
});

beforeEach(async () => {
  await endpoint.empty();
  endpoint.setDirectory(start);
  endpoint.setToday('2026-11-20');
});

const problem = (answer: { status: number; body: unknown }) => [
  answer.status,
  (answer.body as { error?: { code?: string } }).error?.code,
];

describe('when who works with whom changes', () => {
  it('[SRV12, ACL8] allocated to another worker: who has the child now gets what was written before', async () => {
    const action = put('childActions', bodies.action('ada', 'C1'));
    await pushed(endpoint, 'ada', action);
    const before = await changesOf(endpoint, 'bo');
    expect(before.body.changes).toEqual([]);
    endpoint.setDirectory(movedOn('2026-11-19', '2026-11-20'));
    const stale = await changesOf(endpoint, 'bo', before.body.nextCursor);
    expect(problem(stale)).toEqual([410, 'scope_changed']);
    for (const person of ['bo', 'ben']) {
      const { heads } = (await headsOf(endpoint, person)).body;
      expect(heads).toEqual([{ recordId: action.recordId, rev: 1, deleted: false }]);
      const got = await sent(endpoint, person, routes.getRecords, {
        protocol: 1,
        recordIds: [action.recordId],
      });
      expect(got.body.records.map(({ payload }) => payload)).toEqual([action.payload]);
    }
    expect((await headsOf(endpoint, 'ama')).body.heads).toEqual([]);
  });

  it('[SRV12] a relation that ended yesterday is told at the next asking, with nothing written', async () => {
    endpoint.setDirectory({
      ...start,
      supervises: [['ada', 'ama', '2026-01-01', '2026-11-20']],
    });
    const note = put(
      'preparations',
      bodies.preparation('ama', { sharedAt: '2026-11-19T09:00:00Z' }),
    );
    await pushed(endpoint, 'ama', note);
    const last = await changesOf(endpoint, 'ada');
    expect(last.body.changes).toHaveLength(1);
    expect((await changesOf(endpoint, 'ada', last.body.nextCursor)).status).toBe(200);
    endpoint.setToday('2026-11-21');
    expect(problem(await changesOf(endpoint, 'ada', last.body.nextCursor))).toEqual([
      410,
      'scope_changed',
    ]);
    const heads = await headsOf(endpoint, 'ada');
    expect(heads.body.heads).toEqual([]);
    expect((await changesOf(endpoint, 'ada', heads.body.nextCursor)).body).toMatchObject({
      changes: [],
      hasMore: false,
    });
  });

  it('[SRV12] loss while paging: the next page is refused, and brings nothing of what was lost', async () => {
    const actions = [1, 2, 3].map(() => put('childActions', bodies.action('ama', 'C1')));
    await pushed(endpoint, 'ama', ...actions);
    const first = await changesOf(endpoint, 'ada', undefined, 1);
    expect(first.body).toMatchObject({ hasMore: true });
    endpoint.setDirectory(movedOn('2026-11-19', '2026-11-20'));
    const second = await changesOf(endpoint, 'ada', first.body.nextCursor, 1);
    expect(problem(second)).toEqual([410, 'scope_changed']);
    expect(JSON.stringify(second.body)).not.toContain('Ring the school');
  });

  it('[SRV12] lost and had again: what was written meanwhile is not missed', async () => {
    const first = put('childActions', bodies.action('ama', 'C1'));
    await pushed(endpoint, 'ama', first);
    const before = await changesOf(endpoint, 'ama');
    endpoint.setDirectory(movedOn('2026-11-19', '2026-11-20'));
    const meanwhile = put('childActions', bodies.action('bo', 'C1'));
    await pushed(endpoint, 'bo', meanwhile);
    expect(problem(await changesOf(endpoint, 'ama', before.body.nextCursor))).toEqual([
      410,
      'scope_changed',
    ]);
    const without = await headsOf(endpoint, 'ama');
    expect(without.body.heads.map(({ recordId }) => recordId)).toEqual([first.recordId]); // her own
    endpoint.setDirectory(start);
    expect(problem(await changesOf(endpoint, 'ama', without.body.nextCursor))).toEqual([
      410,
      'scope_changed',
    ]);
    const heads = await headsOf(endpoint, 'ama');
    expect(heads.body.heads.map(({ recordId }) => recordId).sort()).toEqual(
      [first.recordId, meanwhile.recordId].sort(),
    );
    // Without an asking in between the cursor is good, and the feed has what came meanwhile.
    const next = await changesOf(endpoint, 'ama', before.body.nextCursor);
    expect(next.body.changes.map(({ recordId }) => recordId)).toEqual([meanwhile.recordId]);
  });

  it('[ACL16, ACL9] what was not sent before a child was lost reaches who has the child now', async () => {
    const draft = put(
      'discussions',
      bodies.discussion('ada', ['C1'], { familySummary: 'Typed offline' }),
    );
    endpoint.setDirectory(movedOn('2026-09-30', '2026-10-01')); // longer ago than there is to finish
    expect(await pushed(endpoint, 'ada', draft)).toMatchObject([
      { status: 'applied', rev: 1, held: true },
    ]);
    expect(await pushed(endpoint, 'ada', draft)).toMatchObject([
      { status: 'duplicate', held: true },
    ]);
    for (const person of ['bo', 'ben']) {
      const { payload, held } = (await everythingFor(endpoint, person)).get(draft.recordId) ?? {};
      expect([payload, held]).toEqual([draft.payload, true]);
    }
    for (const person of ['ada', 'ama']) {
      expect((await everythingFor(endpoint, person)).size).toBe(0);
      expect((await headsOf(endpoint, person)).body.heads).toEqual([]);
    }
  });

  it('[ACL13] until it is finished it stays with who held the session', async () => {
    const draft = put('discussions', bodies.discussion('ada', ['C1']));
    endpoint.setDirectory(movedOn('2026-11-06', '2026-11-07'));
    expect(await pushed(endpoint, 'ada', draft)).toMatchObject([
      { status: 'applied', held: false },
    ]);
    expect((await everythingFor(endpoint, 'ada')).has(draft.recordId)).toBe(true);
    expect((await everythingFor(endpoint, 'ben')).has(draft.recordId)).toBe(false);
  });

  it('[ACL18] somebody who no longer may gets no text with the answer to an old change', async () => {
    const { recordId } = put('notes', bodies.note('ada', 'ama'));
    const create = put('notes', bodies.note('ada', 'ama', { text: 'first' }), { recordId });
    await pushed(endpoint, 'ada', create);
    endpoint.setDirectory({
      ...start,
      supervises: [
        ['ada', 'ama', '2026-01-01', '2026-09-30'],
        ['ben', 'ama', '2026-10-01', null],
      ],
    });
    const onDesk = put('notes', bodies.note('ada', 'ama', { text: 'from the desk' }), {
      recordId,
      baseRev: 1,
    });
    const onTrain = put('notes', bodies.note('ada', 'ama', { text: 'from the train' }), {
      recordId,
      baseRev: 1,
    });
    expect(await pushed(endpoint, 'ada', onDesk)).toMatchObject([
      { status: 'applied', held: true },
    ]);
    const [result] = await pushed(endpoint, 'ada', onTrain);
    expect(result).toMatchObject({ status: 'conflict', reason: 'stale_base', server: null });
    // Of another person's record there is not even a conflict.
    expect(
      await pushed(
        endpoint,
        'bo',
        put('notes', bodies.note('bo', 'ama'), { recordId, baseRev: 1 }),
      ),
    ).toMatchObject([{ status: 'rejected', code: 'not_yours' }]);
    // Nothing was lost: who is responsible now has both.
    const { versions } = (await versionsOf(endpoint, 'ben', recordId)).body;
    expect(versions.map(({ payload }) => payload)).toEqual([onDesk.payload, onTrain.payload]);
    expect((await asked(endpoint, 'ada', routes.record(recordId))).status).toBe(404);
    expect((await asked(endpoint, 'ada', routes.versions(recordId))).status).toBe(404);
  });

  it('[ACL20] who was taken out of the directory is signed out with the next request', async () => {
    const create = put('notes', bodies.note('ada', 'ama'));
    await pushed(endpoint, 'ada', create);
    endpoint.setDirectory({ ...start, withoutToken: ['ada'] });
    const answer = await asked(endpoint, 'ada', routes.push, {
      method: 'POST',
      body: JSON.stringify({ protocol: 1, mutations: [create] }),
    });
    expect(problem(answer)).toEqual([401, 'signed_out']);
    expect(JSON.stringify(answer.body)).not.toContain('As discussed');
  });
});

describe('held', () => {
  const gone = movedOn('2026-09-30', '2026-10-01');

  it('[ACL16] cannot be removed by who may no longer, and is theirs again with the child', async () => {
    const draft = put('discussions', bodies.discussion('ada', ['C1']));
    const { recordId } = draft;
    endpoint.setDirectory(gone);
    await pushed(endpoint, 'ada', draft);
    const removal = {
      ...draft,
      mutationId: crypto.randomUUID(),
      op: 'delete',
      baseRev: 1,
      payload: null,
      payloadHash: null,
    } as const;
    expect(await pushed(endpoint, 'ada', removal)).toMatchObject([{ code: 'not_yours' }]);
    endpoint.setDirectory(start);
    expect((await everythingFor(endpoint, 'ada')).get(recordId)).toMatchObject({ held: true });
    const more = put('discussions', bodies.discussion('ada', ['C1'], { familySummary: 'More' }), {
      recordId,
      baseRev: 1,
    });
    expect(await pushed(endpoint, 'ada', more)).toMatchObject([{ status: 'applied', held: false }]);
  });

  it('[ACL11] what one lost before is one’s own to remove while it is not held', async () => {
    const draft = put('discussions', bodies.discussion('ada', ['C1']));
    await pushed(endpoint, 'ada', draft);
    endpoint.setDirectory(gone);
    const removal = {
      ...draft,
      mutationId: crypto.randomUUID(),
      op: 'delete',
      baseRev: 1,
      payload: null,
      payloadHash: null,
    } as const;
    expect(statuses(await pushed(endpoint, 'ada', removal))).toEqual(['applied']);
  });
});

describe('drafts before a final', () => {
  it('[ACL19] who reads what was finished does not read how it was written', async () => {
    const draft = put('notes', bodies.note('ada', 'ama', { text: 'A first thought' }));
    const { recordId } = draft;
    const final = put(
      'notes',
      bodies.note('ada', 'ama', { text: 'As agreed', finalisedAt: '2026-11-20T11:00:00Z' }),
      { recordId, baseRev: 1 },
    );
    await pushed(endpoint, 'ada', draft, final);
    const of = async (person: string) =>
      (await versionsOf(endpoint, person, recordId)).body.versions.map(({ payload }) => payload);
    expect(await of('ada')).toEqual([draft.payload, final.payload]);
    expect(await of('ama')).toEqual([final.payload]);
  });
});
