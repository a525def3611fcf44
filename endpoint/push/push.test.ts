import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SLOW_START_MS, startTestEndpoint, type TestEndpoint } from '../../test/endpoint.ts';
import {
  bodies,
  changesOf,
  everythingFor,
  pushed,
  put,
  removal,
  sha256Of,
  statuses,
  versionsOf,
} from '../../test/pushes.ts';

let endpoint: TestEndpoint;
const directory = {
  staff: ['sup', 'sw', 'other'],
  children: ['C1', 'C2'],
  supervises: [['sup', 'sw']],
  allocations: [['C1', 'sw']],
} as const;

beforeAll(async () => {
  endpoint = await startTestEndpoint({ directory });
}, SLOW_START_MS);
afterAll(() => endpoint.close());
beforeEach(async () => {
  await endpoint.empty();
  endpoint.setDirectory(directory);
});

const note = (over = {}) => bodies.note('sup', 'sw', over);

describe('taking in', () => {
  it('[SRV1] what is sent again is answered as the first time, and changes nothing', async () => {
    const create = put('notes', note());
    const edit = put('notes', note({ text: 'More' }), { recordId: create.recordId, baseRev: 1 });
    expect(await pushed(endpoint, 'sup', create, edit)).toMatchObject([
      { status: 'applied', rev: 1, held: false },
      { status: 'applied', rev: 2, held: false },
    ]);
    expect(await pushed(endpoint, 'sup', create, edit)).toMatchObject([
      { status: 'duplicate', rev: 1, held: false },
      { status: 'duplicate', rev: 2, held: false },
    ]);
    const { body } = await versionsOf(endpoint, 'sup', create.recordId);
    expect(body.versions.map(({ rev }) => rev)).toEqual([1, 2]);
    const after = await changesOf(endpoint, 'sup');
    expect(after.body.changes.map(({ rev }) => rev)).toEqual([2]);
  });

  it('[SRV1] the same mutation twice in one request, and two requests at once, are taken once', async () => {
    const twice = put('notes', note());
    expect(statuses(await pushed(endpoint, 'sup', twice, twice))).toEqual(['applied', 'duplicate']);
    const once = put('notes', note());
    const both = await Promise.all([pushed(endpoint, 'sup', once), pushed(endpoint, 'sup', once)]);
    expect(both.flatMap(statuses).sort()).toEqual(['applied', 'duplicate']);
    expect((await everythingFor(endpoint, 'sup')).size).toBe(2);
  });

  it('[SRV1] it comes before who may write: a relation that ended after the first answer changes nothing', async () => {
    const create = put('notes', note());
    await pushed(endpoint, 'sup', create);
    endpoint.setDirectory({ ...directory, supervises: [], allocations: [] });
    expect(statuses(await pushed(endpoint, 'sup', create))).toEqual(['duplicate']);
  });

  it('[SRV1] another change under the same id is refused', async () => {
    const create = put('notes', note());
    await pushed(endpoint, 'sup', create);
    const other = put('notes', note({ text: 'Other' }), { mutationId: create.mutationId });
    const same = { ...put('notes', note({ text: 'Other' })), mutationId: create.mutationId };
    expect(await pushed(endpoint, 'sup', other)).toMatchObject([{ code: 'mutation_id_reuse' }]);
    expect(await pushed(endpoint, 'sup', { ...same, recordId: create.recordId })).toMatchObject([
      { code: 'mutation_id_reuse' },
    ]);
    // Somebody else's ids are theirs: nothing of this person's log shows.
    expect(
      statuses(
        await pushed(endpoint, 'other', {
          ...put('audit', { at: 'x', by: 'other', what: 'copied' }),
          mutationId: create.mutationId,
        }),
      ),
    ).toEqual(['applied']);
  });

  it('[SRV2] a later change has a later place, one for each record and request', async () => {
    const [a, b] = [put('notes', note()), put('notes', note())];
    await pushed(endpoint, 'sup', a, b);
    const first = await changesOf(endpoint, 'sup');
    expect(first.body.changes.map(({ recordId }) => recordId)).toEqual([a.recordId, b.recordId]);
    await pushed(
      endpoint,
      'sup',
      put('notes', note({ text: 'x' }), { recordId: a.recordId, baseRev: 1 }),
    );
    const next = await changesOf(endpoint, 'sup', first.body.nextCursor);
    expect(next.body.changes.map(({ recordId }) => recordId)).toEqual([a.recordId]);
    const all = await changesOf(endpoint, 'sup');
    expect(all.body.changes.map(({ recordId }) => recordId)).toEqual([b.recordId, a.recordId]);
    const counter = await endpoint.db.selectFrom('feed').select('seq').executeTakeFirstOrThrow();
    expect(Number(counter.seq)).toBe(3);
  });
});

it('[SRV2] several new records, each written twice in one request', async () => {
  const created = [note(), note(), note()].map((body) => put('notes', body));
  const edits = created.map(({ recordId }) =>
    put('notes', note({ text: 'More' }), { recordId, baseRev: 1 }),
  );
  const results = await pushed(endpoint, 'sup', ...created, ...edits);
  expect(new Set(statuses(results))).toEqual(new Set(['applied']));
  const { changes } = (await changesOf(endpoint, 'sup')).body;
  expect(changes.map(({ recordId, rev }) => [recordId, rev])).toEqual(
    created.map(({ recordId }) => [recordId, 2]),
  );
});

describe('what is refused', () => {
  const create = put('notes', note());
  const text = create.payload ?? '';
  it.each([
    ['hash_mismatch', { payloadHash: sha256Of('another text') }],
    ['not_a_record', { type: 'poems' }],
    ['not_a_record', { type: 'settings' }],
    ['not_a_record', { payload: null, payloadHash: null }],
    ['not_a_record', { payload: 'not json', payloadHash: sha256Of('not json') }],
    ['not_a_record', { payload: '[]', payloadHash: sha256Of('[]') }],
    ['not_a_record', { payload: '{}', payloadHash: sha256Of('{}') }],
    ['not_a_record', { recordId: '00000000-0000-4000-8000-0000000000aa' }],
    ['newer_schema', { payloadSchema: 2 }],
    ['not_yours', { baseRev: 3 }],
  ])('[SRV4] %s: %o', async (code, over) => {
    expect(await pushed(endpoint, 'sup', { ...create, ...over })).toMatchObject([
      { status: 'rejected', code },
    ]);
    expect((await everythingFor(endpoint, 'sup')).size).toBe(0);
  });

  it('[SRV4] a record of more than 768 KB', async () => {
    const large = put('notes', note({ text: 'x'.repeat(800_000) }));
    expect(await pushed(endpoint, 'sup', large)).toMatchObject([{ code: 'too_large' }]);
  });

  it('[SRV4] the text comes back to the letter, whatever stands in it', async () => {
    const odd =
      '{"superviseeRef":"sw",  "text":"\\u0000 é 😀 \\ud800","sessionId":"s1","createdAt":"","createdBy":"sup","id":"00000000-0000-4000-8000-0000000000ab"}';
    const id = '00000000-0000-4000-8000-0000000000ab';
    const over = { recordId: id, payload: odd, payloadHash: sha256Of(odd) };
    expect(statuses(await pushed(endpoint, 'sup', { ...create, ...over }))).toEqual(['applied']);
    expect((await everythingFor(endpoint, 'sup')).get(id)?.payload).toBe(odd);
  });

  it('[SRV4] half of a character that is not written as an escape', async () => {
    const broken = text.replace('As discussed', 'As \ud800 discussed');
    const over = { payload: broken, payloadHash: sha256Of(broken) };
    expect(await pushed(endpoint, 'sup', { ...create, ...over })).toMatchObject([
      { code: 'not_a_record' },
    ]);
  });

  it('[SRV8] a refused change can come again under its id once it is right', async () => {
    const mine = put('notes', bodies.note('other', 'sw'));
    expect(await pushed(endpoint, 'other', mine)).toMatchObject([{ code: 'not_yours' }]);
    endpoint.setDirectory({ ...directory, supervises: [...directory.supervises, ['other', 'sw']] });
    expect(statuses(await pushed(endpoint, 'other', mine))).toEqual(['applied']);
  });
});

describe('two texts of one record', () => {
  it('[SRV5, SRV6] one that was made from an old text is kept, and told what is there', async () => {
    const create = put('notes', note());
    const { recordId } = create;
    const first = put('notes', note({ text: 'from the desk' }), { recordId, baseRev: 1 });
    const second = put('notes', note({ text: 'from the train' }), { recordId, baseRev: 1 });
    await pushed(endpoint, 'sup', create);
    await pushed(endpoint, 'sup', first);
    const [result] = await pushed(endpoint, 'sup', second);
    expect(result).toMatchObject({
      status: 'conflict',
      reason: 'stale_base',
      server: { rev: 2, payload: first.payload, payloadHash: first.payloadHash },
    });
    const { body } = await versionsOf(endpoint, 'sup', recordId);
    expect(body.versions.map(({ rev, payload }) => [rev, payload])).toEqual([
      [1, create.payload],
      [2, first.payload],
      [null, second.payload],
    ]);
    // Sent again after a lost answer: the same, and kept once.
    expect(await pushed(endpoint, 'sup', second)).toMatchObject([{ status: 'conflict' }]);
    expect((await versionsOf(endpoint, 'sup', recordId)).body.versions).toHaveLength(3);
  });

  it('[SRV5] the same bytes are no conflict: two devices that settled it alike are done', async () => {
    const create = put('notes', note());
    const { recordId } = create;
    const settled = () => put('notes', note({ text: 'both' }), { recordId, baseRev: 1 });
    await pushed(endpoint, 'sup', create);
    await pushed(endpoint, 'sup', settled());
    expect(await pushed(endpoint, 'sup', settled())).toMatchObject([{ status: 'applied', rev: 2 }]);
    expect((await versionsOf(endpoint, 'sup', recordId)).body.versions).toHaveLength(2);
  });

  it('[SRV5, SRV9] created on two devices, or removed on one', async () => {
    const create = put('notes', note());
    const { recordId } = create;
    const again = put('notes', note({ text: 'twice' }), { recordId });
    await pushed(endpoint, 'sup', create);
    expect(await pushed(endpoint, 'sup', again)).toMatchObject([
      { status: 'conflict', reason: 'exists' },
    ]);
    const edit = put('notes', note({ text: 'still writing' }), { recordId, baseRev: 1 });
    expect(await pushed(endpoint, 'sup', removal('notes', recordId, 1))).toMatchObject([
      { status: 'applied', rev: 2 },
    ]);
    expect(await pushed(endpoint, 'sup', edit)).toMatchObject([
      { status: 'conflict', reason: 'deleted', server: { deleted: true, payload: null, rev: 2 } },
    ]);
    // Settled by a person: the text stands again.
    const kept = put('notes', note({ text: 'still writing' }), { recordId, baseRev: 2 });
    expect(await pushed(endpoint, 'sup', kept)).toMatchObject([{ status: 'applied', rev: 3 }]);
  });

  it('[SRV9] a removal of a text that was written since is a conflict', async () => {
    const create = put('notes', note());
    const { recordId } = create;
    const edit = put('notes', note({ text: 'more' }), { recordId, baseRev: 1 });
    await pushed(endpoint, 'sup', create, edit);
    expect(await pushed(endpoint, 'sup', removal('notes', recordId, 1))).toMatchObject([
      { status: 'conflict', reason: 'stale_base', server: { rev: 2, deleted: false } },
    ]);
    const [gone, again] = [removal('notes', recordId, 2), removal('notes', recordId, 2)];
    expect(statuses(await pushed(endpoint, 'sup', gone))).toEqual(['applied']);
    expect(await pushed(endpoint, 'sup', again)).toMatchObject([{ status: 'applied', rev: 3 }]);
    expect((await everythingFor(endpoint, 'sup')).get(recordId)).toMatchObject({
      deleted: true,
      payload: null,
      payloadHash: null,
    });
  });

  it('[SRV7] what is finished is never written over, from whatever base', async () => {
    const final = put('notes', note({ finalisedAt: '2026-11-20T11:00:00.000Z' }));
    const { recordId } = final;
    await pushed(endpoint, 'sup', final);
    for (const baseRev of [1, null]) {
      const edit = put('notes', note({ text: `from ${baseRev}` }), { recordId, baseRev });
      expect(await pushed(endpoint, 'sup', edit)).toMatchObject([
        { status: 'conflict', reason: 'locked', server: { payload: final.payload } },
      ]);
    }
    expect((await versionsOf(endpoint, 'sup', recordId)).body.versions).toHaveLength(3);
  });

  it('[SRV8] after one that was not applied, later ones of that record wait; others go on', async () => {
    const create = put('notes', note());
    const { recordId } = create;
    await pushed(endpoint, 'sup', create);
    const stale = put('notes', note({ text: 'x' }), { recordId, baseRev: null });
    const later = put('notes', note({ text: 'y' }), { recordId, baseRev: 1 });
    const other = put('notes', note());
    const bad = put('notes', note(), { payloadSchema: 9 });
    const after = { ...put('notes', note(), { recordId: bad.recordId }) };
    expect(await pushed(endpoint, 'sup', stale, later, other, bad, after)).toMatchObject([
      { status: 'conflict' },
      { status: 'deferred', blockedBy: stale.mutationId },
      { status: 'applied' },
      { status: 'rejected' },
      { status: 'deferred', blockedBy: bad.mutationId },
    ]);
    expect(statuses(await pushed(endpoint, 'sup', later))).toEqual(['applied']);
  });
});

describe('what never changes', () => {
  it('[ACL4] file, kind, supervisee and the child of a child’s record', async () => {
    endpoint.setDirectory({
      ...directory,
      supervises: [
        ['sup', 'sw'],
        ['sup', 'other'],
      ],
      allocations: [
        ['C1', 'sw'],
        ['C2', 'sw'],
      ],
    });
    const create = put('notes', note());
    const action = put('childActions', bodies.action('sup', 'C1'));
    await pushed(endpoint, 'sup', create, action);
    const moved = [
      put('notes', bodies.note('sup', 'other'), { recordId: create.recordId, baseRev: 1 }),
      put('sessions', bodies.session('sup', 'sw'), { recordId: create.recordId, baseRev: 1 }),
      put('childActions', bodies.action('sup', 'C2'), { recordId: action.recordId, baseRev: 1 }),
    ];
    for (const mutation of moved)
      expect(await pushed(endpoint, 'sup', mutation)).toMatchObject([{ code: 'fixed_reference' }]);
  });

  it('[ACL4] a draft’s children may change; what was shared stays shared', async () => {
    const draft = put('discussions', bodies.discussion('sup', ['C1']));
    const { recordId } = draft;
    const wider = put('discussions', bodies.discussion('sup', ['C1', 'C2']), {
      recordId,
      baseRev: 1,
    });
    expect(statuses(await pushed(endpoint, 'sup', draft, wider))).toEqual(['applied', 'applied']);
    const shared = put(
      'preparations',
      bodies.preparation('sw', { sharedAt: '2026-11-20T09:30:00Z' }),
    );
    const back = put('preparations', bodies.preparation('sw'), {
      recordId: shared.recordId,
      baseRev: 1,
    });
    await pushed(endpoint, 'sw', shared);
    expect(await pushed(endpoint, 'sw', back)).toMatchObject([{ code: 'fixed_reference' }]);
  });

  it('[ACL11] whose it is: the person of the token, and nobody that the text names', async () => {
    const inHerName = put('notes', bodies.note('other', 'sw'));
    expect(await pushed(endpoint, 'sup', inHerName)).toMatchObject([{ code: 'not_yours' }]);
    const mine = put('audit', { at: 'x', by: 'sup', what: 'copied' });
    await pushed(endpoint, 'sup', mine);
    const theirs = {
      ...put('audit', { at: 'y', by: 'sup', what: 'copied' }),
      recordId: mine.recordId,
      baseRev: 1,
    };
    expect(await pushed(endpoint, 'other', { ...theirs, mutationId: randomUUID() })).toMatchObject([
      { code: 'not_a_record' }, // its text has another id
    ]);
    const again = put(
      'audit',
      { at: 'y', by: 'other', what: 'copied' },
      { recordId: mine.recordId, baseRev: 1 },
    );
    expect(await pushed(endpoint, 'other', again)).toMatchObject([{ code: 'not_yours' }]);
  });
});
