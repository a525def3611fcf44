/**
 * Bugs to put back, one at a time: exact pieces of the code and what stands there instead. `sees` are the
 * tests that have to go red, by file and by how their names begin.
 */

/** @typedef {{ file: string, from: string, to: string }} Edit */
/** @typedef {{ file: string, named?: string }} Sees */
/** @typedef {{ name: string, edits: readonly Edit[], sees: readonly Sees[] }} Bug */

const SIMULATION = { file: 'test/sync/simulation.test.ts' };
const rules = (named) => ({ file: 'test/sync/rules.test.ts', named });
const TAKE = 'src/sync/take.ts';
const PULL = 'src/sync/pull.ts';
const PUSH = 'src/sync/push.ts';
const AFTER = 'src/sync/after-push.ts';
const STEPS = 'src/storage/sync/sync-steps.ts';
const SAVE = 'src/storage/save.ts';
const RECONCILE = 'src/sync/reconcile.ts';
const LOOP = 'src/sync/loop.ts';
const DIRECTORY = 'src/storage/sync/take-directory.ts';
const WHAT_LEFT = 'src/sync/what-left.ts';

const one = (file, from, to) => [{ file, from, to }];

/** The list of the reference (2.11): the simulation has to see each of them. @type {readonly Bug[]} */
const known = [
  {
    name: 'base check before dedupe',
    edits: one(
      'endpoint/push/plan-push.ts',
      'if (before !== undefined) return answerAgain',
      'const isOfNow = mutation.baseRev === (now.get(mutation.recordId)?.rev ?? null);\n  if (before !== undefined && isOfNow) return answerAgain',
    ),
    sees: [SIMULATION],
  },
  {
    name: 'BIGSERIAL cursor: numbers from a sequence, not locked until the commit',
    edits: one(
      'endpoint/push/finish-push.ts',
      `  const { seq } = await trx
    .updateTable('feed')
    .set({ seq: sql<number>\`seq + \${written.length}\` })
    .where('id', '=', 1)
    .returning('seq')
    .executeTakeFirstOrThrow();`,
      `  const next = await sql<{ seq: number }>\`select max(nextval('record_version_n_seq')) as seq
    from generate_series(1, \${written.length})\`.execute(trx);
  const seq = next.rows[0]?.seq ?? 0;`,
    ),
    sees: [
      { file: 'test/sync/delayed-commits.test.ts' },
      { file: 'endpoint/postgres.test.ts', named: 'two connections' },
    ],
  },
  {
    name: 'z.object: a newer field is stripped',
    edits: one(
      'src/domain/records/staff-note.ts',
      'export const StaffNote = z.looseObject({',
      'export const StaffNote = z.object({',
    ),
    sees: [SIMULATION],
  },
  {
    name: 'z.object, nested',
    edits: one(
      'src/domain/records/staff-note.ts',
      'const Aspect = z.looseObject({',
      'const Aspect = z.object({',
    ),
    sees: [SIMULATION],
  },
  {
    name: 'clear the outbox on 200',
    edits: one(
      AFTER,
      '  switch (result.status) {',
      "  if (result.status !== 'applied') return { id, seen, outbox: 'gone' };\n  switch (result.status) {",
    ),
    sees: [SIMULATION],
  },
  {
    name: 'cached stale row: written over what was saved since it was read',
    edits: one(
      STEPS,
      '({ id, seen }, i) => !isAsSeen(seen, { row: held.get(id), outbox: outbox[i] }),',
      '({ id, seen }, i) => !seen && !isAsSeen(seen, { row: held.get(id), outbox: outbox[i] }),',
    ),
    sees: [SIMULATION],
  },
  {
    name: 'cached stale row: merged with what is in memory',
    edits: one(
      TAKE,
      'const ours = row && (await openRow(vault, row));\n  if (!row || !ours) return placed',
      'const ours = workspace.set.findAnywhere(wire.recordId);\n  if (!row || !ours) return placed',
    ),
    sees: [rules('[TAKE4]')],
  },
  {
    name: 'catch in the transaction of a cycle',
    edits: one(
      STEPS,
      "db.rows.bulkPut(changed.flatMap(({ row }) => (row && row !== 'gone' ? [row] : []))),",
      "db.rows.bulkPut(changed.flatMap(({ row }) => (row && row !== 'gone' ? [row] : []))).catch(() => undefined),",
    ),
    sees: [SIMULATION],
  },
  {
    name: 'catch in the transaction of a save',
    edits: one(SAVE, 'outbox.bulkPut(queue),', 'outbox.bulkPut(queue).catch(() => {}),'),
    sees: [SIMULATION],
  },
];

/** Of our own: what the simulation should see beside those. @type {readonly Bug[]} */
const more = [
  {
    name: 'another id when it is sent again',
    edits: one(
      'src/sync/freeze.ts',
      '({ frozen: await openFrozen(workspace.vault, row) })',
      '{ const frozen = await openFrozen(workspace.vault, row); return { frozen: { ...frozen, mutation: { ...frozen.mutation, mutationId: workspace.ports.newId() } } }; }',
    ),
    sees: [SIMULATION],
  },
  {
    name: 'what somebody else wrote since counts as ours',
    edits: one(
      STEPS,
      'if (!ours.has(commit)) return false;',
      'if (!ours.has(commit) && commit < 0) return false;',
    ),
    sees: [
      SIMULATION,
      { file: 'src/storage/sync/sync-steps.test.ts', named: 'writes nothing over' },
    ],
  },
  {
    name: 'sent before it is on the disk',
    edits: one(
      'src/sync/freeze.ts',
      'const done = await commitSteps(workspace, steps, [], ours);',
      'const done = { outcome: steps.length < 0 ? ("stale" as const) : ("done" as const), at: 0 };\n  setTimeout(() => void commitSteps(workspace, steps, [], ours), 20);',
    ),
    sees: [{ file: 'test/sync/batches.test.ts', named: '[LOOP2]' }],
  },
  {
    name: 'typed over in flight, and called clean',
    edits: one(
      'src/sync/acknowledge.ts',
      'if (outbox.again === 0) return',
      'if (outbox.again < 2) return',
    ),
    sees: [SIMULATION],
  },
  {
    name: 'what is typed over leaves with what was kept for somebody else',
    edits: one(AFTER, 'return result.held && seen.outbox.again === 0', 'return result.held'),
    sees: [rules('[LOOP8]')],
  },
  {
    name: 'held before it is known to be safe',
    edits: one(RECONCILE, 'return now?.row && !now.outbox ?', 'return now?.row ?'),
    sees: [SIMULATION, rules('[RECON1]')],
  },
  {
    name: 'reference data is sent',
    edits: one(
      'src/domain/collections.ts',
      "return collections[name].file !== 'reference';",
      "return name === 'children' || collections[name].file !== 'reference';",
    ),
    sees: [SIMULATION],
  },
  {
    name: 'the directory writes a child that an extract brought in',
    edits: one(
      DIRECTORY,
      'const unknown = children.filter(({ ref }) => !isListed(workspace, ref));',
      'const unknown = children;',
    ),
    sees: [SIMULATION],
  },
  {
    name: 'a record is removed though somebody wrote in it',
    edits: one(
      TAKE,
      "if (!outbox) return { step: { id, seen, row: 'gone' }, isUnreadable: false };",
      "if (!outbox || outbox.state === 'waiting') return { step: { id, seen, row: 'gone', outbox: 'gone' }, isUnreadable: false };",
    ),
    sees: [rules('[TAKE6]')],
  },
  {
    name: 'of two texts the newer one counts, by the clocks of their devices',
    edits: one(
      TAKE,
      'if (isSameText(body, theirs.body)) return placed(workspace, wire, seen, theirs);',
      'if (isSameText(body, theirs.body)) return placed(workspace, wire, seen, theirs);\n  const at = (each: object) => String((each as { savedAt?: string }).savedAt);\n  if (clashesOf(body).length > 0 && at(theirs.body) > at(ours.body)) return placed(workspace, wire, seen, theirs);',
    ),
    sees: [{ file: 'test/sync/clocks.test.ts' }],
  },
  {
    name: 'what is finished and signed takes in another text',
    edits: one(
      TAKE,
      'if (isFinal(theirs)) return besideFinal(workspace, wire, seen, { ours, theirs });',
      '',
    ),
    sees: [SIMULATION, { file: 'test/sync/signed.test.ts', named: '[TAKE5]' }],
  },
  {
    name: 'any second signature passes for the first',
    edits: one(TAKE, '&& isSameAct(ours.body, theirs.body)) return step;', ') return step;'),
    sees: [{ file: 'test/sync/signed.test.ts', named: '[TAKE5] finished and signed' }],
  },
  {
    name: 'signed on two devices is signed twice',
    edits: one(
      TAKE,
      '&& isSameAct(ours.body, theirs.body)) return step;',
      '&& false) return step;',
    ),
    sees: [{ file: 'test/sync/signed.test.ts', named: '[SIGN14]' }],
  },
  {
    name: 'the endpoint writes over what is finished and signed',
    edits: one(
      'endpoint/push/decide.ts',
      "  if (!stored.deleted && stored.state === 'final')\n    return { outcome: 'lose', header, reason: 'locked' };\n",
      '',
    ),
    sees: [{ file: 'endpoint/push/push.test.ts', named: '[SRV7' }],
  },
  {
    name: 'an older app forgets what it could not read',
    edits: one(PULL, 'isUnread ||= taken.isUnreadable;', 'isUnread &&= taken.isUnreadable;'),
    sees: [SIMULATION, rules('[TAKE7]')],
  },
];

/** Each rule of the client broken once, or once for each half of it. @type {readonly Bug[]} */
const broken = [
  [
    'TAKE1',
    TAKE,
    "if (why === 'feed' && row?.rev != null && row.rev >= wire.rev) return nothing;",
    '',
  ],
  [
    'TAKE3',
    TAKE,
    'rev, ...(await vault.seal(bindingOf(place), text)) };',
    'rev, ...(await vault.seal(bindingOf(place), JSON.stringify(body))) };',
  ],
  ['TAKE3', TAKE, "versions: seen.row ? [versionOf(seen.row, 'replaced')] : [],", 'versions: [],'],
  [
    'TAKE5',
    TAKE,
    'if (isFinal(theirs)) return besideFinal(workspace, wire, seen, { ours, theirs });',
    '',
  ],
  [
    'TAKE5',
    TAKE,
    "return { ...step, outbox: await keptFor(workspace, wire, ours.text, 'locked') };",
    "return { ...step, outbox: 'gone' };",
  ],
  ['SENT11', TAKE, 'if (!isMore) return step;', 'return step;'],
  ['SENT11', TAKE, 'if (!isMore) return step;', ''],
  [
    'SENT11',
    'src/sync/waiting.ts',
    "refusedFor === 'locked' && row && text !== ''",
    "refusedFor === 'none' && row && text !== ''",
  ],
  ['TAKE7', PULL, 'isUnread ||= taken.isUnreadable;', 'isUnread &&= taken.isUnreadable;'],
  [
    'TAKE7',
    TAKE,
    '  } catch {\n    return undefined;\n  }\n}\n\n/** TAKE3',
    '  } catch (cause) {\n    throw cause;\n  }\n}\n\n/** TAKE3',
  ],
  [
    'TAKE8',
    PULL,
    'const done = await commitSteps(workspace, [...steps.values()], all);',
    'await commitSteps(workspace, [], all);\n    const done = await commitSteps(workspace, [...steps.values()]);',
  ],
  [
    'TAKE8',
    STEPS,
    '({ id, seen }, i) => !isAsSeen(seen, { row: held.get(id), outbox: outbox[i] }),',
    '({ id, seen }, i) => !seen && !isAsSeen(seen, { row: held.get(id), outbox: outbox[i] }),',
  ],
  [
    'TAKE9',
    PULL,
    'mayRemoveMany ? undefined : tooManyRemovals',
    'mayRemoveMany || true ? undefined : tooManyRemovals',
  ],
  ['TAKE9', PULL, 'count > FEW && count > SHARE * of', 'count > FEW'],
  ['TAKE9', PULL, 'count > FEW && count > SHARE * of', 'count > SHARE * of'],
  ['LOOP3', PUSH, 'if (batch.length === 1 && only) return alone', 'if (only) return alone'],
  ['LOOP3', PUSH, "if (status === 500) return { outcome: 'done', sent: 0, epoch: undefined };", ''],
  [
    'LOOP5',
    'src/sync/freeze.ts',
    "if (!isMine(workspace, record)) return { step: { id, seen, outbox: 'gone' } };",
    '',
  ],
  [
    'LOOP6',
    'src/sync/acknowledge.ts',
    "versions: sent ? [{ ...sent, why: 'base' }] : [],",
    'versions: [],',
  ],
  [
    'LOOP6',
    'src/sync/acknowledge.ts',
    'if (outbox.again === 0) return',
    'if (outbox.again < 2) return',
  ],
  [
    'LOOP7',
    PUSH,
    'const result = answers.get(each.frozen.mutation.mutationId);',
    'const result = results[batch.indexOf(each)];',
  ],
  ['LOOP8', AFTER, 'return result.held && seen.outbox.again === 0', 'return false'],
  [
    'LOOP9',
    SAVE,
    '{ ...waiting, ...unsent(newMutationId()) } : waiting;',
    '{ ...waiting, ...unsent(waiting.mutationId) } : waiting;',
  ],
  [
    'LOOP9',
    SAVE,
    "return waiting.state === 'refused' ? { ...waiting, ...unsent(newMutationId()) } : waiting;",
    'return waiting;',
  ],
  [
    'LOOP9',
    AFTER,
    'return refused(workspace, frozen, seen, result.code);',
    "return { id, seen, outbox: 'gone' };",
  ],
  [
    'LOOP10',
    'src/sync/cycle.ts',
    'if (!isOfPerson(workspace, me.person)) return',
    'if (!me.person && !isOfPerson(workspace, me.person)) return',
  ],
  [
    'LOOP11',
    'src/storage/remove-rows.ts',
    "where === 'everywhere' ? await db.rows.bulkGet(gone) : []",
    "where === 'everywhere' ? [] : await db.rows.bulkGet([])",
  ],
  [
    'LOOP11',
    'src/storage/remove-rows.ts',
    "where === 'everywhere' ? await db.rows.bulkGet(gone) : []",
    'where ? await db.rows.bulkGet(gone) : []',
  ],
  [
    'RECON3',
    RECONCILE,
    'if (!held.has(id)) return deleted ? [] : [id];',
    'if (!held.has(id)) return [];',
  ],
  [
    'RECON3',
    RECONCILE,
    'return (held.get(id) ?? 0) < rev ? [id] : [];',
    'return (held.get(id) ?? 0) < 0 && rev ? [id] : [];',
  ],
  [
    'RECON4',
    RECONCILE,
    'left = got.size > 0 ? left.filter((id) => !got.has(id)) : left.slice(PAGE);',
    'left = left.slice(PAGE);',
  ],
].map(([rule, file, from, to]) => ({
  name: `${rule}: without \`${from.trim().split('\n')[0].slice(0, 60)}\``,
  edits: [{ file, from, to }],
  sees: [rules(`[${rule}`)],
}));

const elsewhere = [
  [
    'LOOP13',
    LOOP,
    "globalThis.document?.addEventListener('visibilitychange', whenVisible);\n  later(0);",
    "globalThis.document?.addEventListener('visibilitychange', whenVisible);",
  ],
  ['LOOP13', LOOP, "globalThis.addEventListener?.('online', soon);", ''],
  ['LOOP13', LOOP, 'if (failures === 0) later(AFTER_SAVE_MS);', ''],
  [
    'LOOP13',
    LOOP,
    'ports.random(), retryAfterMs) : POLL_MS);',
    'ports.random(), retryAfterMs) : 10 * POLL_MS);',
  ],
  ['LOOP13', LOOP, 'stopping.abort();', ''],
  ['LOOP13', LOOP, "globalThis.document?.addEventListener('visibilitychange', whenVisible);", ''],
  [
    'DIR1',
    DIRECTORY,
    'const unknown = children.filter(({ ref }) => !isListed(workspace, ref));',
    'const unknown = children;',
  ],
  ['DIR1', DIRECTORY, "if (workspace.set.find('allocations', id)) return [];", ''],
  [
    'DIR1',
    DIRECTORY,
    'const unknown = staff.filter(({ id }) => id !== person.id && !findStaff(workspace, id));',
    'const unknown = staff.filter(({ id }) => id !== person.id);',
  ],
  ['DIR2', DIRECTORY, "|| settings.body.supervisorRef !== '') return [];", ') return [];'],
  ['DIR3', DIRECTORY, 'if (!mine || !isSame || !isEmpty', 'if (!mine || !isSame'],
  ['DIR3', DIRECTORY, 'if (!mine || !isSame || !isEmpty', 'if (!mine || !isEmpty'],
  ['DIR4', WHAT_LEFT, 'lost.length > 0 && gone.length === 0', 'lost.length > 0'],
  ['DIR4', WHAT_LEFT, '!known.supervisees.some((one) => one.id === id)', '!known.supervisees'],
  ['DIR4', WHAT_LEFT, '...memory.notices] };', '] };'],
].map(([rule, file, from, to]) => ({
  name: `${rule}: without \`${from.trim().split('\n')[0].slice(0, 60)}\``,
  edits: [{ file, from, to }],
  sees: [{ file: file.replace('.ts', '.test.ts'), named: `[${rule}` }],
}));

/** @type {readonly Bug[]} */
export const bugs = [...known, ...more, ...broken, ...elsewhere];
