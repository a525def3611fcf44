import type { ChildRef, RecordId, StaffRef } from '#domain/ids.ts';
import { ChildBroughtIn } from '#domain/records/brought-in.ts';
import type { DiscussionChild } from '#domain/records/discussion.ts';
import { ChildStub } from '#domain/records/keeping.ts';
import type { Preparation } from '#domain/records/preparation.ts';
import type { BeforeSession } from '#domain/records/response.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import type { ToldAbsence } from '#domain/records/told-absence.ts';
import { sameValue } from '#domain/versions/merge.ts';
import { agreeAgenda } from '#storage/agenda/agenda.ts';
import {
  answerRecords,
  endWaitForAgreement,
  newAnswer,
  recordsAwaiting,
} from '#storage/agreeing/agreeing.ts';
import { amendRecord, finaliseChild, markRecorded } from '#storage/child-file/child-records.ts';
import { finaliseEntry, newEntryDraft } from '#storage/entries/entries.ts';
import { beforeSessionOf } from '#storage/preparation/preparation-reads.ts';
import { ensurePreparation, sharePreparation } from '#storage/preparation/preparations.ts';
import { recordAbsence } from '#storage/session/absences.ts';
import { findSession, noteOf } from '#storage/session/session-reads.ts';
import { endSession, planSession, startSession } from '#storage/session/sessions.ts';
import { changeSettings, settingsOf, startFor } from '#storage/settings.ts';
import { signRecords } from '#storage/signing/sign-records.ts';
import { signingOf } from '#storage/signing/signatures.ts';
import { openSitting } from '#storage/signing/sitting.ts';
import { finaliseNote } from '#storage/staff-file/staff-notes.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, updated } from '#storage/writes.ts';
import { newSigningKey, type SigningKey } from '#vault/signing.ts';
import { aPart, readyBrief, readyInDepth } from './builders.ts';
import { anEntry } from './revisit-builders.ts';
import {
  anEmptyWorkspace,
  givePriya,
  passphrase,
  quickDerive,
  testPorts,
  write,
} from './workspaces.ts';

/** What one practitioner tells her supervisor, on the supervision file and in working notes. */
export interface Telling {
  readonly absence: Pick<ToldAbsence, 'kind' | 'detail'>;
  /** First and last day away: where October was missed for it, and where nothing was. */
  readonly away: Readonly<Record<'gap' | 'noGap', { readonly from: string; readonly to: string }>>;
  /** Other days and hours of what is no child's: each as it happened to be. */
  readonly times: Readonly<
    Record<'told' | 'prepared' | 'planned' | 'notes' | 'answered' | 'ended', string>
  >;
  /** Ticked and written for each child, the first two of them ranked as the greatest worries. */
  readonly impact: string;
  readonly depthWhy: string;
  readonly wellbeing: string;
  /** Everything else that is typed on the supervision file. */
  readonly staffText: string;
  /** The answer to the records: agreed, or not and why. */
  readonly disagrees: string;
}

export const onAnnualLeave: Telling = {
  absence: { kind: 'annualLeave', detail: '' },
  away: {
    gap: { from: '2026-10-01', to: '2026-11-06' },
    noGap: { from: '2026-11-02', to: '2026-11-06' },
  },
  times: {
    told: '2026-11-09T08:00:00Z',
    prepared: '2026-11-18T15:00:00Z',
    planned: '2026-11-19T09:00:00Z',
    notes: '2026-11-20T11:30:00Z',
    answered: '2026-11-24T10:00:00Z',
    ended: '2026-11-26T17:00:00Z',
  },
  impact: '',
  depthWhy: '',
  wellbeing: '',
  staffText: 'Discussed.',
  disagrees: '',
};

export const offSick: Telling = {
  absence: { kind: 'sickness', detail: 'Off sick with stress; occupational health referral.' },
  away: {
    gap: { from: '2026-09-21', to: '2026-11-10' },
    noGap: { from: '2026-11-04', to: '2026-11-12' },
  },
  times: {
    told: '2026-11-13T13:13:00Z',
    prepared: '2026-11-16T07:07:00Z',
    planned: '2026-11-17T16:16:00Z',
    notes: '2026-11-20T11:51:00Z',
    answered: '2026-11-25T18:18:00Z',
    ended: '2026-11-27T08:08:00Z',
  },
  impact: 'This family leaves me awake at night.',
  depthWhy: 'In depth because it affects me so strongly.',
  wellbeing: 'I came back too early and am not coping.',
  staffText: 'Phased return after sickness, caseload cut, capability meeting next week.',
  disagrees: 'It reads as if I was never away ill.',
};

export interface Story {
  readonly workspace: Workspace;
  readonly priya: StaffRef;
  readonly sessionId: string;
}

export interface StoryOptions {
  readonly telling: Telling;
  /** No session in October, the practitioner away for it; else away for a week in which nothing was due. */
  readonly gap: boolean;
  /** Something done just before the session starts, and again before its children's records are made. */
  readonly meanwhile?: (workspace: Workspace) => Promise<void>;
}

const children = [
  { reference: 'C1', name: 'Grace H', familyRef: 'F1' },
  { reference: 'C2', name: 'Ben H', familyRef: 'F1' },
  { reference: 'C3', name: 'Kayla L' },
];

/**
 * Three months of supervision, told twice with different things on the supervision file and the same
 * things typed about the children. Clock and ids are those of the step, so that what both tell of a
 * child can be compared letter for letter however many other records one of them has.
 */
export async function aSupervisionStory(options: StoryOptions): Promise<Story> {
  const { telling, gap, meanwhile = async () => {} } = options;
  const { ports, step } = steppedPorts();
  const workspace = await anEmptyWorkspace(ports);
  step('start', '2026-09-01T08:00:00Z');
  const sam = { name: 'Sam Lee', role: 'Practice supervisor' };
  const profileId = 'islington-001'; // the one that asks for a line where a gap arose
  await startFor(workspace, { ...sam, profileId, caseSystem: 'Mosaic', synthetic: false });
  const priya = await givePriya(workspace, children);
  const story = { workspace, priya, telling };

  step('september', '2026-09-15T09:00:00Z');
  await aHeldSession(story, { agrees: true });
  if (!gap) {
    step('october', '2026-10-15T09:00:00Z');
    await aHeldSession(story, { agrees: false });
  }
  step('decided', '2026-11-05T17:00:00Z');
  const decided = anEntry({ id: 'decided-C1' });
  const removed = ChildStub.parse({
    ...{
      id: 'stub-C1',
      recordId: 'removed-C1',
      file: 'child',
      kind: 'childRecord',
      childRef: 'C1',
    },
    ...{ on: '2019-03-04', depth: 'brief', decisions: [], hash: 'a', period: 'P6Y' },
    ...{ keptElsewhereOn: '2019-03-05', removedOn: '2025-03-05', removedBy: 'me' },
  });
  const old = ChildBroughtIn.parse({
    ...{
      id: 'old-C1',
      childRef: 'C1',
      kind: 'discussion',
      on: '12 March 2025',
      author: 'Jo Field',
    },
    ...{ onDate: '2025-03-12', text: 'Seen at home.', createdAt: workspace.now, createdBy: 'me' },
    ...{ confirmedAt: workspace.now, confirmedBy: 'me', confirmedByName: 'Sam Lee' },
  });
  await workspace.change(() => [
    created('childEntries', decided.id, decided),
    created('childBroughtIn', old.id, old),
    created('childStubs', removed.id, removed),
  ]);
  step('typed', '2026-11-06T09:00:00Z');
  const draftId = await typeDecision(workspace);
  const { times } = telling;
  const away = telling.away[gap ? 'gap' : 'noGap'];
  step('away', times.told);
  await recordAbsence(workspace, { staffRef: priya, ...away });

  step('prepared', times.prepared);
  await prepare(story, away);
  step('planned', times.planned);
  const plannedId = await planSession(workspace, priya, '2026-11-20');
  await planAgenda(story, plannedId);
  await meanwhile(workspace);
  step('november', '2026-11-20T10:00:00Z');
  const sessionId = await startSession(workspace, priya, plannedId);
  step('agenda', '2026-11-20T10:05:00Z');
  await agreeAgenda(workspace, sessionId);
  step('discussed', '2026-11-20T10:30:00Z');
  await discuss(workspace, sessionId);
  step('notes', times.notes);
  await writeNotes(story, sessionId, away);
  step('ended', '2026-11-20T12:00:00Z');
  await endSession(workspace, sessionId, {
    practitionerPresent: true,
    supervisorPresent: true,
    othersPresent: telling.staffText,
  });
  await finaliseNotes(workspace, sessionId);
  await meanwhile(workspace);
  for (const { reference } of children) await finaliseOrThrow(workspace, sessionId, reference);
  step('signed', '2026-11-20T12:20:00Z');
  await signAll(workspace, sessionId);
  step('decision recorded', '2026-11-20T12:30:00Z');
  await recordDecision(workspace, draftId);
  step('answered', times.answered);
  await answer(story, sessionId);
  step('amended', '2026-11-26T09:00:00Z');
  await correctAndRecord(workspace, sessionId);
  step('wait ended', times.ended);
  await endWaitForAgreement(workspace, sessionId, `${telling.staffText} She has moved on.`);
  return { workspace, priya, sessionId };
}

/** A decision about a brother and a sister, made in a corridor: begun before their session, recorded after it. */
async function typeDecision(workspace: Workspace): Promise<RecordId> {
  const body = {
    ...newEntryDraft(workspace, 'managementDecision'),
    childRefs: ['C1', 'C2'] as ChildRef[],
    childTyped: 'Grace H',
    on: '19 November 2026',
    time: '',
    text: 'Both are seen this week.',
    rationale: 'A call from the school.',
    significance: 'urgent' as const,
    changesDirection: 'yes' as const,
    actions: [
      { id: 'seen' as RecordId, what: 'See both at home', owner: 'Priya', byWhen: '2 days' },
    ],
  };
  workspace.draft({ collection: 'entryDrafts', id: body.id, body });
  await workspace.queue.flush();
  return body.id;
}

async function recordDecision(workspace: Workspace, draftId: RecordId) {
  const { outcome, ...why } = await finaliseEntry(workspace, draftId);
  if (outcome !== 'recorded') throw new Error(`decision: ${JSON.stringify(why)}`);
}

/** The one key of every story, so that what is signed can be compared to the letter with its signature. */
let storyKey: Promise<SigningKey | undefined> | undefined;
const oneKey = () => {
  storyKey ??= newSigningKey();
  return storyKey;
};

/** Everything that is finalised, the notes with the children's records, in one act. */
async function signAll(workspace: Workspace, sessionId: string) {
  await openSitting(workspace, { type: 'passphrase', passphrase, derive: quickDerive });
  const recordIds = (await signingOf(workspace, sessionId)).map(({ record }) => record.id);
  const question = { recordIds, newKey: oneKey };
  const { outcome } = await signRecords(workspace, question);
  if (outcome !== 'signed') throw new Error(`signing: ${outcome}`);
}

type Away = Telling['away']['gap'];
/** As the form keeps it: the days that were read stand beside the words. */
const toldAs = (id: string, { absence }: Telling, away: Away): ToldAbsence => ({
  id,
  ...absence,
  ...away,
  fromDate: away.from,
  toDate: away.to,
});

type Told = Pick<Story, 'workspace' | 'priya'> & { readonly telling: Telling };

function steppedPorts() {
  const clock = testPorts();
  let name = '';
  let count = 0;
  const newId = () => {
    if (name === '') return crypto.randomUUID(); // the database's own: two stories are two databases
    count += 1;
    return `${name}-${count}`;
  };
  const step = (nextName: string, at: string) => {
    name = nextName;
    count = 0;
    clock.goTo(at);
  };
  return { ports: { ...clock, newId }, step };
}

/** Only what a person typed or chose: what the app filled in by itself stays as the app filled it in. */
function typedPart(part: DiscussionChild): Partial<DiscussionChild> {
  const untouched: Record<string, unknown> = aPart();
  return Object.fromEntries(
    Object.entries(part).filter(([key, value]) => !sameValue(untouched[key], value)),
  );
}

async function aHeldSession({ workspace, priya }: Told, { agrees }: { agrees: boolean }) {
  const id = await startSession(workspace, priya);
  const at = { accountedAt: workspace.now };
  const owner = { owner: 'Priya', byWhen: '2 weeks' };
  for (const { reference } of children) {
    const action = { id: `act-${reference}` as RecordId, what: 'Ring the school', ...owner };
    const actions = agrees ? [action] : [];
    await write(workspace, id, reference, typedPart(readyBrief({ ...at, actions })));
    if (!agrees) await carryOn(workspace, id, reference);
  }
  await endSession(workspace, id, {
    practitionerPresent: true,
    supervisorPresent: true,
    othersPresent: '',
  });
  for (const { reference } of children) await finaliseOrThrow(workspace, id, reference);
}

/** Each action of last time is carried, with the supervisor's own words for it. */
async function carryOn(workspace: Workspace, sessionId: string, childRef: string) {
  const part = partOf(workspace, sessionId, childRef);
  const settled = part.settled.map((each) => ({
    ...each,
    outcome: 'carried' as const,
    reason: 'The school was closed.',
  }));
  await write(workspace, sessionId, childRef, { settled });
}

function partOf(workspace: Workspace, sessionId: string, childRef: string): DiscussionChild {
  const parts = [...workspace.set.all('discussions').values()]
    .filter(({ body }) => body.sessionId === sessionId)
    .flatMap(({ body }) => body.children);
  return parts.find((part) => part.childRef === childRef) ?? aPart();
}

/** As on the practitioner's own device. */
async function asPriya<T>({ workspace, priya }: Told, work: () => Promise<T>): Promise<T> {
  const { me } = settingsOf(workspace);
  await changeSettings(workspace, { me: priya, supervisorRef: me });
  const done = await work();
  await changeSettings(workspace, { me, supervisorRef: '' });
  return done;
}

async function prepare(told: Told, away: Away) {
  const { workspace, telling } = told;
  await asPriya(told, async () => {
    const { preparationId } = await ensurePreparation(workspace);
    const preparation = workspace.set.find('preparations', preparationId);
    const before = beforeSessionOf(workspace, preparationId);
    if (!preparation || !before) throw new Error('no preparation');
    const refs = children.map(({ reference }) => reference as ChildRef);
    const strong = telling.impact !== '';
    const prepared: Preparation = {
      ...preparation.body,
      children: preparation.body.children.map((child) => ({
        ...child,
        depth: strong ? ('inDepth' as const) : child.depth,
        depthWhy: telling.depthWhy,
        ready: true,
      })),
      worries: strong ? refs.slice(0, 2).map((ref) => ({ id: ref, childRef: ref })) : [],
      wants: telling.wellbeing,
    };
    const response: BeforeSession = {
      ...before.body,
      absences: [toldAs('told-1', telling, away)],
      impact: refs.map((ref) => ({ id: ref, childRef: ref, strong, text: telling.impact })),
      wellbeing: telling.wellbeing,
    };
    workspace.draft({ collection: 'preparations', id: preparationId, body: prepared });
    workspace.draft({ collection: 'responses', id: response.id, body: response });
    await workspace.queue.flush();
    await sharePreparation(workspace, preparationId);
  });
}

async function planAgenda({ workspace, telling }: Told, sessionId: string) {
  const record = findSession(workspace, sessionId);
  if (!record) throw new Error('no session');
  const depths = { C1: 'inDepth', C2: 'brief', C3: 'inDepth' } as const;
  const agenda = Object.entries(depths).map(([ref, depth]) => ({
    id: ref,
    childRef: ref as ChildRef,
    depth,
    reason: telling.depthWhy,
  }));
  const body = { ...record.body, agenda, supervisorWants: telling.staffText };
  await workspace.change(() => [updated(record, body)]);
}

async function discuss(workspace: Workspace, sessionId: string) {
  const at = { accountedAt: workspace.now };
  const decision = {
    id: 'dec-C1' as RecordId,
    text: 'Ask for a child protection conference.',
    rationale: 'Two missed checks.',
    significance: 'significant',
    decidedAt: '',
  };
  const inDepth = readyInDepth({ ...at, onTrack: 'partly' });
  await write(workspace, sessionId, 'C1', {
    ...typedPart({ ...inDepth, noDecisions: false }),
    decisions: [decision as DiscussionChild['decisions'][number]],
    siblingsRelevant: true,
  });
  await write(workspace, sessionId, 'C2', typedPart(readyBrief(at)));
  await write(workspace, sessionId, 'C3', typedPart(inDepth));
  for (const { reference } of children) await carryOn(workspace, sessionId, reference);
  const revisits = partOf(workspace, sessionId, 'C1').revisits.map((line) => ({
    ...line,
    outcome: 'changed' as const,
    note: 'She stays with her uncle now.',
  }));
  await write(workspace, sessionId, 'C1', { revisits });
}

async function writeNotes({ workspace, telling }: Told, sessionId: string, away: Away) {
  const record = noteOf(workspace, sessionId);
  if (!record) throw new Error('no notes');
  const aspect = { text: telling.staffText, notCovered: '' };
  const body: StaffNote = {
    ...record.body,
    mode: 'inPerson',
    managerial: aspect,
    workAndCases: aspect,
    development: aspect,
    relationships: aspect,
    support: aspect,
    supportDetailWithheld: telling.impact !== '',
    absences: [toldAs('told-2', telling, away)],
    gapWhy: telling.staffText,
    gapCover: 'Jo Field saw each child.',
    gapReallocation: telling.staffText,
    actions: [
      { id: 'staff-1' as RecordId, what: telling.staffText, owner: 'Sam', byWhen: '2 weeks' },
    ],
    text: telling.staffText,
    nextMeetingOn: '18/12/2026',
  };
  workspace.draft({ collection: 'notes', id: record.id, body });
  await workspace.queue.flush();
}

async function finaliseNotes(workspace: Workspace, sessionId: string) {
  const { outcome, ...why } = await finaliseNote(workspace, sessionId);
  if (outcome !== 'finalised') throw new Error(`notes: ${JSON.stringify(why)}`);
}

async function finaliseOrThrow(workspace: Workspace, sessionId: string, childRef: string) {
  const outcome = await finaliseChild(workspace, sessionId, childRef);
  if (outcome.outcome === 'missing') {
    throw new Error(`${childRef}: ${JSON.stringify(outcome.missing)}`);
  }
}

/** Her answer to what is finalised. What is corrected later waits again. */
async function answer(told: Told, sessionId: string) {
  const { workspace, telling } = told;
  const session = findSession(workspace, sessionId)?.body;
  if (!session) throw new Error('no session');
  await asPriya(told, async () => {
    const stance = telling.disagrees === '' ? ('agreed' as const) : ('notAgreed' as const);
    const typed = { stance, because: telling.disagrees, comments: telling.wellbeing };
    const draft = { ...newAnswer(workspace, session), ...typed };
    workspace.draft({ collection: 'responses', id: draft.id, body: draft });
    const shown = recordsAwaiting(workspace, sessionId).map(({ id }) => id);
    const { outcome } = await answerRecords(workspace, draft.id, shown);
    if (outcome !== 'answered') throw new Error(outcome);
  });
}

async function correctAndRecord(workspace: Workspace, sessionId: string) {
  const records = [...workspace.set.all('childRecords').values()]
    .map(({ body }) => body)
    .filter((record) => record.sessionId === sessionId);
  for (const record of records) {
    const correction = { text: 'It was her aunt.', reason: 'Wrong person named' };
    await amendRecord(workspace, record, correction);
    await markRecorded(workspace, record, {
      state: 'recorded',
      on: '2026-11-25',
      reference: 'M-1',
    });
  }
}
