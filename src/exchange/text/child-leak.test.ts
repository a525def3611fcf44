import { describe, expect, it } from 'vitest';
import { type CollectionName, collectionNames, collections } from '#domain/collections.ts';
import { toCalendarDate } from '#domain/dates/calendar-date.ts';
import { entryTextKeys } from '#domain/entries/entry-fields.ts';
import { discussionTextKeys } from '#domain/records/discussion-keys.ts';
import { chronologyDocument } from '#exchange/print/chronology-document.ts';
import { documentText } from '#exchange/print/document.ts';
import { amendmentsOf } from '#storage/child-file/child-record-reads.ts';
import { flaggedCases } from '#storage/session/session-plan.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, created, findAll, updated } from '#storage/writes.ts';
import { type Canaries, textPaths, withCanaries } from '../../../test/canaries.ts';
import {
  aSupervisionStory,
  offSick,
  onAnnualLeave,
  type StoryOptions,
} from '../../../test/supervision-story.ts';
import { childExports } from './child-exports.ts';
import { recordFileName } from './child-record-text.ts';

/** One made in passing, and one for a brother and a sister. */
const ofEntries = 3 * childExports.length;
/** Each child has one chronology. */
const ofChronologies = 3;

/** Every export of every child, by its name. The list is the app's own. */
function exportsOf(workspace: Workspace): ReadonlyMap<string, string> {
  const marks = bodies(workspace, 'childMarks');
  // As if each were valid: what a signature could say at its most.
  const signatures = bodies(workspace, 'childSignatures').map((row) => ({
    ...row,
    validity: 'valid' as const,
  }));
  const entries = bodies(workspace, 'childEntries').flatMap((record) =>
    childExports.map(({ id, build }): [string, string] => [
      `${record.childRef} entry of ${record.on} ${id}`,
      build({ record, amendments: amendmentsOf(workspace, record.id), marks }),
    ]),
  );
  // Closed or restricted, it is printed all the same; the agenda is working notes, and no child's.
  const chronologies = bodies(workspace, 'children').map((child): [string, string] => [
    `${child.ref} chronology`,
    documentText(chronologyDocument(workspace, child)),
  ]);
  return new Map([
    ...entries,
    ...chronologies,
    ...bodies(workspace, 'childRecords').flatMap((record): (readonly [string, string])[] => {
      const amendments = amendmentsOf(workspace, record.id);
      const input = { record, amendments, marks, signatures };
      const name = `${record.childRef} ${record.discussedOn}`;
      const file = recordFileName(record, toCalendarDate('2026-11-27'));
      return [
        ...childExports.map(({ id, build }) => [`${name} ${id}`, build(input)] as const),
        [`${name} file name`, file] as const,
      ];
    }),
  ]);
}

const childFile = collectionNames.filter((name) => collections[name].file === 'child');

/** The stored texts of the child's file: what a case system, a backup of the file or the wire would get. */
function storedOn(workspace: Workspace, names: readonly CollectionName[]) {
  return new Map(
    names.flatMap((name) =>
      findAll(workspace, name).map(({ id, text }) => [`${name} ${id}`, text] as const),
    ),
  );
}

describe.each([true, false])('with a gap in supervision: %s', (gap) => {
  const told = async (telling: StoryOptions['telling']) =>
    (await aSupervisionStory({ telling, gap })).workspace;

  it('a child’s exports are the same letter for letter, off sick or on annual leave', async () => {
    const [leave, sick] = [await told(onAnnualLeave), await told(offSick)];
    const expected = exportsOf(leave);
    expect(expected.size).toBe(
      (gap ? 6 : 9) * (childExports.length + 1) + ofEntries + ofChronologies,
    );
    expect(Object.fromEntries(exportsOf(sick))).toEqual(Object.fromEntries(expected));
  });

  it('and so is everything stored on the child’s file', async () => {
    const [leave, sick] = [await told(onAnnualLeave), await told(offSick)];
    const expected = storedOn(leave, childFile);
    for (const name of childFile) expect([...expected.keys()].join()).toContain(`${name} `);
    expect(Object.fromEntries(storedOn(sick, childFile))).toEqual(Object.fromEntries(expected));
  });

  it('while what was told is on the supervision file', async () => {
    const sick = await told(offSick);
    const texts = [...storedOn(sick, ['notes', 'responses', 'preparations', 'sessions']).values()];
    for (const said of [offSick.impact, offSick.depthWhy, offSick.disagrees, offSick.staffText])
      expect(texts.join('\n')).toContain(said);
  });

  it('the gap line, where a gap arose, is all that the absence leaves', async () => {
    // A decision record has no line for it (A5).
    const hasGapLine = (name: string) =>
      gap && name.includes('2026-11-20') && !/decisionrecord/i.test(name);
    const line =
      'No formal supervision in October 2026 because of practitioner absence. Cover: Jo Field saw each child.';
    const texts = [...exportsOf(await told(offSick))].filter(
      ([name]) => !name.endsWith('file name'),
    );
    const lines = texts.map(([name, text]) => [
      name,
      text.split('\n').filter((each) => /absen|gap/i.test(each)),
    ]);
    expect(lines).toEqual(texts.map(([name]) => [name, hasGapLine(name) ? [line] : []]));
  });
});

describe('one child’s exports', () => {
  it('name another child only where a person ticked that it belongs there', async () => {
    const { workspace } = await aSupervisionStory({ telling: offSick, gap: false });
    const naming = (name: string) =>
      [...exportsOf(workspace)]
        .filter(([, text]) => text.includes(name))
        .map(([key]) => key.slice(0, 13));
    expect([...new Set(naming('Ben H'))].filter((key) => !key.startsWith('C2'))).toEqual([
      'C1 2026-11-20',
    ]);
    for (const name of ['Grace H', 'Kayla L'])
      expect(new Set(naming(name).map((key) => key.slice(0, 2))).size).toBe(1);
  });
});

/** The sentences that the flags make of a story, for each of its sessions, with the codes they are of. */
const gathering = (said: Map<string, string>) => async (workspace: Workspace) => {
  for (const session of bodies(workspace, 'sessions'))
    for (const { flags } of flaggedCases(workspace, session))
      for (const { words, code } of flags) said.set(words, code);
};

describe('why a child may need a discussion in depth', () => {
  it('is in no export of a child and nowhere on its file, whatever the flags say', async () => {
    const said = new Map<string, string>();
    const meanwhile = gathering(said);
    const { workspace } = await aSupervisionStory({ telling: offSick, gap: true, meanwhile });
    const codes = [...said.values()];
    for (const code of ['PRACT_WORRY', 'REQUESTED', 'EMOTION', 'LEAVE_GAP'])
      expect(codes).toContain(code);
    expect(arrived(exportsOf(workspace), said)).toEqual([]);
    expect(arrived(storedOn(workspace, childFile), said)).toEqual([]);
  });
});

/** What is typed into a child's part, the child's own facts, and who did what: for the child's record. */
const mayArrive: readonly string[] = [
  'children.dateOfBirth',
  'children.expectedOn',
  'children.name',
  'children.reference',
  'children.status',
  'staff.name',
  'settings.caseSystem',
  'settings.organisation',
  'discussions.familySummary',
  ...discussionTextKeys.map((key) => `discussions.children[].${key}`),
  'discussions.children[].hypotheses[].statement',
  'discussions.children[].hypotheses[].evidenceFor',
  'discussions.children[].hypotheses[].evidenceAgainst',
  'discussions.children[].reflection.steps[].text',
  'discussions.children[].settled[].reason',
  'discussions.children[].revisits[].note',
  'discussions.children[].decisions[].text',
  'discussions.children[].decisions[].rationale',
  'discussions.children[].actions[].what',
  'discussions.children[].actions[].owner',
  'discussions.children[].actions[].byWhen',
  // What is typed into an entry is for each child's record, but for the name the child is found by.
  ...['who', 'channelOther', ...entryTextKeys].map((key) => `entryDrafts.${key}`),
  ...['what', 'owner', 'byWhen'].map((key) => `entryDrafts.actions[].${key}`),
  // The neutral words for who covered: typed beside the notes, for the gap line (A2.4, 001:87).
  'notes.gapCover',
  'cancellations.cover',
  // What is said of an action joins the action's history, which is the child's: the chronology shows it.
  'preparations.actionUpdates[].text',
];

/**
 * Days and moments that the app reckons with: a canary is no date. The two stories above have different
 * ones wherever it is an absence, a preparation, the notes or an answer that is dated.
 */
const dates: readonly string[] = [
  'absences.createdAt',
  'absences.from',
  'absences.to',
  'agreements.createdAt',
  'allocations.from',
  'allocations.to',
  'children.closedOn',
  'children.groupDays[].on',
  'discussions.children[].accountedAt',
  'discussions.children[].decisions[].decidedAt',
  'discussions.createdAt',
  'discussions.savedAt',
  'entryDrafts.createdAt',
  'entryDrafts.on',
  'entryDrafts.savedAt',
  'entryDrafts.time',
  'holidays.published[].on',
  'holidays.typed[].on',
  'notes.absences[].fromDate',
  'notes.absences[].toDate',
  'notes.createdAt',
  'notes.finalisedAt',
  'preparations.createdAt',
  'preparations.sharedAt',
  'responses.absences[].fromDate',
  'responses.absences[].toDate',
  'responses.answeredAt',
  'responses.createdAt',
  'responses.sharedAt',
  'sessions.createdAt',
  'sessions.notAgreedAt',
  'sessions.plannedFor',
  'sessions.sittings[].endedAt',
  'sessions.sittings[].startedAt',
  'settings.startedOn',
  'staff.knownFrom',
];

/** By which the app finds its records: never typed text. */
const isLink = (path: string) => /\.(ids?|refs?|me|alsoMe|\w+(Ids?|Refs?))(\[\])?$/.test(path);

/** The policy is no record of a person: what it says on a record is its own words. */
const isPolicy = (path: string) => path.startsWith('profiles.');

/** A draft that says what became of it is read only, and nothing of it would go anywhere. */
const isUnfinished = (path: string) => path === 'entryDrafts.finished[]';

const isKept = (path: string) =>
  isUnfinished(path) ||
  mayArrive.includes(path) ||
  dates.includes(path) ||
  isLink(path) ||
  isPolicy(path);

const notChildFile = collectionNames.filter((name) => collections[name].file !== 'child');

/** One row of what the story has none of, so that each collection and each kind stands there. */
const made: readonly (readonly [CollectionName, object])[] = [
  ...(['beforeSession', 'record', 'agreement', 'extraSupervision'] as const).map(
    (kind) =>
      ['responses', { kind, superviseeRef: 'x', createdAt: '2026-11-18T10:00:00Z' }] as const,
  ),
  ['agreements', { superviseeRef: 'x', createdAt: '2026-11-18T10:00:00Z' }],
  ['observations', { kind: 'liveSupervision', superviseeRef: 'x' }],
  ['staffSignatures', { superviseeRef: 'x' }],
  ['staffAmendments', { superviseeRef: 'x' }],
  ['cancellations', { kind: 'gap', superviseeRef: 'x', finalisedAt: 'x' }],
  ['entitlements', { superviseeRef: 'x' }],
  // One of the supervision file: its namesake is on the child’s, and holds nothing of it.
  ['staffMarks', { superviseeRef: 'x' }],
  ['staffBroughtIn', { superviseeRef: 'x' }],
  // What stays of a removed record of the supervision file, and the periods and holds of this device.
  ['staffStubs', { superviseeRef: 'x' }],
  ['keeping', { what: 'hold' }],
  [
    'holidays',
    { published: [{ on: '2026-12-25' }], typed: [{ kind: 'closure', on: '2026-12-24' }] },
  ],
  ['priorDiscussions', { childRef: 'C1' }],
  // What a group puts on a child’s record, and what it does not: group-leak.test.ts.
  ['groups', { facilitatorRef: 'x' }],
  ['groupDiscussions', { groupId: 'x' }],
  ['staffActionEvents', { superviseeRef: 'x' }],
  ['handoverNotes', { superviseeRef: 'x' }],
  ['monitoring', { superviseeRef: 'x' }],
  ...(['unreadRows', 'imports', 'handovers', 'exchanged', 'audit'] as const).map(
    (name) => [name, {}] as const,
  ),
];

/** Overwrites every text of every record that is not the child's, but for those that are kept. */
const planting = (canaries: Canaries) => async (workspace: Workspace) => {
  const held = notChildFile
    .filter((name) => name !== 'profiles')
    .flatMap((name) => findAll(workspace, name));
  const fresh = made.map(([name, base]) => {
    const id = workspace.ports.newId();
    return created(name, id, withCanaries(canaries, name, { ...base, id }));
  });
  await workspace.change(() => [
    ...held.map((record) =>
      updated(record, withCanaries(canaries, record.collection, record.body)),
    ),
    ...fresh,
  ]);
};

async function aStoryWithCanaries(keep: Canaries['keep'] = isKept) {
  const canaries: Canaries = { keep, planted: new Map() };
  const meanwhile = planting(canaries);
  const { workspace } = await aSupervisionStory({ telling: offSick, gap: true, meanwhile });
  return { workspace, planted: canaries.planted };
}

describe('with a canary in every text of the supervision file, of working notes and of reference data', () => {
  it('every one of them is planted: a new field is a new canary, or somebody’s decision', async () => {
    const { planted } = await aStoryWithCanaries();
    const paths = new Set(planted.values());
    const all = notChildFile.flatMap(textPaths);
    expect(all.filter((path) => !paths.has(path) && !isKept(path))).toEqual([]);
    expect([...mayArrive, ...dates].filter((path) => !all.includes(path))).toEqual([]);
  });

  it('none arrives in an export of a child', async () => {
    const { workspace, planted } = await aStoryWithCanaries();
    const exports = exportsOf(workspace);
    expect(exports.size).toBe(6 * (childExports.length + 1) + ofEntries + ofChronologies);
    expect(arrived(exports, planted)).toEqual([]);
  });

  it('nor anywhere on the child’s file', async () => {
    const { workspace, planted } = await aStoryWithCanaries();
    expect(arrived(storedOn(workspace, childFile), planted)).toEqual([]);
  });

  it('and one that is typed into the child’s own part does arrive: the search finds what is there', async () => {
    const field = 'discussions.children[].briefNote';
    const { workspace, planted } = await aStoryWithCanaries(
      (path) => path !== field && isKept(path),
    );
    expect(arrived(exportsOf(workspace), planted)).toEqual([
      `C2 2026-11-20 caseSystemText: ${field}`,
      `C2 2026-11-20 printedRecord: ${field}`,
      `C2 2026-11-20 decisionRecord: ${field}`,
      `C2 2026-11-20 printedDecisionRecord: ${field}`,
    ]);
  });
});

function arrived(texts: ReadonlyMap<string, string>, planted: ReadonlyMap<string, string>) {
  return [...texts].flatMap(([name, text]) =>
    [...planted].filter(([canary]) => text.includes(canary)).map(([, path]) => `${name}: ${path}`),
  );
}
