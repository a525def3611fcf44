/** What `agenda.mjs` measures: SYNTHETIC records in memory, and the agenda asked of them. */
import 'temporal-polyfill/global';
import { findProfile } from '#domain/policies/shipped-profiles.ts';
import { recordSchemas } from '#domain/records/every-schema.ts';
import type { CollectionName } from '#domain/collections.ts';
import type { Session } from '#domain/records/session.ts';
import { agendaNow, agendaRows } from '#storage/agenda/agenda.ts';
import { caseFactsOf } from '#storage/agenda/case-facts.ts';
import { openActionsIn } from '#storage/agenda/case-facts-common.ts';
import { viewOfSession } from '#storage/agenda/case-facts-view.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { agendaPlan } from '#storage/session/session-plan.ts';
import { WorkingSet } from '#storage/working-set.ts';
import type { Workspace } from '#storage/workspace.ts';

const CHILDREN = 25;
const MONTHS = 12;

function record(collection: CollectionName, id: string, body: object): OpenRecord {
  const full = recordSchemas[collection].parse({ id, ...body }) as OpenRecord['body']; // by its own schema
  return { id, collection, v: 1, rev: null, body: full, text: '' };
}

const by = { createdBy: 'me' };
const month = (i: number) => String(i + 1).padStart(2, '0');

/** One practitioner's caseload with a year of supervision: about a thousand records. */
function* practitioner(n: number): Generator<OpenRecord> {
  const staffRef = `S${n}`;
  yield record('staff', staffRef, { ref: staffRef, name: `SYNTHETIC ${n}`, knownFrom: '2026-01-01' });
  const refs = Array.from({ length: CHILDREN }, (_, i) => `C${n}-${i}`);
  for (const [i, ref] of refs.entries()) {
    const facts = { lastSeenOn: '2026-11-10', nextReviewOn: '2026-12-03' };
    const family = i % 5 === 0 ? `F${n}-${i}` : `F${n}-${i - (i % 5)}`;
    const more = { status: i % 3 ? 'CIN' : 'CLA', familyRef: i % 5 < 2 ? family : '', facts };
    yield record('children', ref, { ref, name: `SYNTHETIC ${ref}`, dateOfBirth: '2016-03-04', ...more });
    yield record('allocations', `al ${ref}`, { childRef: ref, staffRef, from: '2026-01-05' });
  }
  for (let m = 0; m < MONTHS - 1; m++) yield* session(n, staffRef, refs, m);
}

function* session(n: number, staffRef: string, refs: readonly string[], m: number) {
  const on = `2026-${month(m)}-12`;
  const at = `${on}T10:00:00.000Z`;
  const id = `s${n}-${m}`;
  const accounts = refs.map((childRef, i) => ({
    childRef,
    outcome: (i + m) % 5 === 0 ? 'inDepth' : 'brief',
    discussedOn: on,
  }));
  const who = { superviseeRef: staffRef, supervisorRef: 'me', createdAt: at, ...by };
  const sittings = [{ startedAt: at, endedAt: at }];
  yield record('sessions', id, { ...who, status: 'ended', childRefs: refs, accounts, sittings });
  yield record('notes', `n ${id}`, { ...who, sessionId: id });
  for (const [i, childRef] of refs.entries()) {
    const own = { childRef, sessionId: id, discussionId: `d ${id} ${i}`, ...by };
    yield record('discussions', `d ${id} ${i}`, {
      sessionId: id,
      children: [{ id: childRef, childRef }],
      createdAt: at,
      ...by,
    });
    yield record('childRecords', `r ${id} ${i}`, childRecord(own, on));
    yield record('childMarks', `m ${id} ${i}`, {
      ...{ recordId: `r ${id} ${i}`, childRef, state: 'recorded', caseSystem: 'LCS' },
      ...{ on, reference: '', at, by: 'me' },
    });
    if (i % 3 === 0)
      yield record('childActions', `a ${id} ${i}`, {
        ...own,
        what: 'Ring the school',
        owner: 'SYNTHETIC',
        dueOn: `2026-${month(Math.min(m + 1, 11))}-01`,
        createdAt: at,
      });
    if (i % 3 === 0 && m > 0)
      yield record('childActionEvents', `e ${id} ${i}`, {
        actionId: `a s${n}-${m - 1} ${i}`,
        childRef,
        sessionId: id,
        outcome: i % 2 ? 'done' : 'carried',
        on,
        at,
        by: 'me',
      });
    if (i % 4 === 0)
      yield record('decisions', `x ${id} ${i}`, { ...own, text: 'Go on', decidedAt: at });
  }
}

const childRecord = (own: object, on: string): object => ({
  ...own,
  file: 'child',
  schema: 1,
  child: { name: 'SYNTHETIC', reference: '', dateOfBirth: '', expectedOn: '', status: 'CIN' },
  subjectWord: 'child',
  heading: 'Supervision',
  discussedOn: on,
  supervisor: 'SYNTHETIC',
  practitioner: 'SYNTHETIC',
  context: 'oneToOne',
  depth: 'brief',
  onTrack: 'yes',
  familySummary: '',
  siblings: [],
  fields: { briefNote: 'SYNTHETIC. Settled at school; the plan holds.' },
  actionsReviewed: [],
  decisions: [],
  noDecisions: true,
  actions: [],
  noActions: true,
  policy: { id: 'p', label: 'SYNTHETIC' },
  deadline: { dueOn: '', dueAt: '', clause: '', words: '' },
  lateEntry: false,
  synthetic: true,
  finalisedAt: `${on}T12:00:00.000Z`,
  finalisedBy: 'SYNTHETIC',
});

const planned = {
  superviseeRef: 'S0',
  supervisorRef: 'me',
  status: 'planned',
  plannedFor: '2026-12-10',
  createdAt: '2026-11-20T10:00:00.000Z',
  ...by,
};

/** The records of so many practitioners; the first one's are the same however many there are. */
export function recordsOf(practitioners: number): readonly OpenRecord[] {
  const profile = findProfile('islington-001');
  const common = [
    record('settings', 'settings', { me: 'me', profileId: 'p', startedOn: '2026-01-01' }),
    record('staff', 'me', { ref: 'me', name: 'SYNTHETIC supervisor' }),
    record('profiles', 'profile', {
      ...{ profileId: 'p', version: '1', serial: 1, origin: 'shipped', profile },
      storedAt: '2026-01-01T08:00:00.000Z',
    }),
    record('sessions', 'planned', planned),
  ];
  const caseloads = Array.from({ length: practitioners }, (_, n) => [...practitioner(n)]);
  return [...common, ...caseloads.flat()];
}

export interface Opened {
  readonly workspace: Workspace;
  /** As after a save of the agenda that is typed into: one record of the working set is new. */
  readonly saveAgenda: () => void;
}

/** As it stands after unlocking: nothing was asked of it yet. */
export function opened(records: readonly OpenRecord[]): Opened {
  const set = new WorkingSet();
  set.apply(records);
  const workspace = { set, now: '2026-11-20T10:00:00.000Z' } as Workspace; // reads go through these two
  let v = 1;
  const saveAgenda = () => {
    v += 1;
    set.apply([{ ...record('sessions', 'planned', planned), v }]);
  };
  return { workspace, saveAgenda };
}

/** Everything the agenda's screen shows: rows, dates, actions, flags, plan and forecast. */
export function agenda({ workspace }: Opened): string {
  const session = workspace.set.find('sessions', 'planned')?.body as Session;
  const lines = agendaNow(workspace, session);
  const rows = agendaRows(workspace, lines, undefined);
  const openActions = openActionsIn(viewOfSession(workspace, session).view);
  const actions = rows.map(({ child }) => openActions(child.ref).length);
  const facts = caseFactsOf(workspace, session);
  const plan = agendaPlan(workspace, session);
  if (actions.length !== CHILDREN || facts.length !== CHILDREN || plan?.cases.size !== CHILDREN) throw new Error('not everybody');
  return plan.plan.words;
}
