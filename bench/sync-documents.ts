/** What `sync-ratio.mjs` puts on its servers: SYNTHETIC case discussions of about 2 KB, the same in each run. */
import { type ChildRef, RecordId } from '#domain/ids.ts';
import { Discussion, emptyDiscussionChild } from '#domain/records/discussion.ts';
import { ME } from './sync-change.ts';

export { changed, isChanged, ME } from './sync-change.ts';

const WORDS =
  'visit school mother father placement settled worried review plan contact health sleep money court housing ' +
  'brother sister carer teacher nurse police home safe risk strong kind tired angry proud quiet late early asked ' +
  'said saw heard agreed offered missed kept went came began stopped better worse same again soon next week';
const words = WORDS.split(' ');

/** Chance that is the same each time. */
function chance(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function documents(count: number): readonly Discussion[] {
  const next = chance(count);
  const pick = (below: number) => Math.floor(next() * below);
  const hex = (length: number) => Array.from({ length }, () => pick(16).toString(16)).join('');
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
  const text = (count: number) => Array.from({ length: count }, () => words[pick(words.length)]).join(' ');
  const ids = Array.from({ length: count }, uuid).toSorted(); // PouchDB’s and RxDB’s own order too
  return ids.map((id, i) => {
    const child = {
      ...emptyDiscussionChild(`CH-${i % 400}` as ChildRef), // an invented reference
      depth: 'brief' as const,
      summary: text(25 + pick(45)),
      worries: text(15 + pick(30)),
      analysis: text(15 + pick(30)),
    };
    return Discussion.parse({
      id: RecordId.parse(id),
      sessionId: RecordId.parse(uuid()),
      familySummary: text(pick(30)),
      children: [child],
      createdAt: '2026-11-20T10:00:00.000Z',
      createdBy: ME,
      savedAt: '2026-11-20T10:30:00.000Z',
    });
  });
}
