import { dateInLondon, formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import { CSV_START, csvLines } from '#domain/out/csv.ts';
import { docxOf } from '#exchange/out/docx.ts';
import type { OutgoingFile } from '#exchange/out/let-out.ts';
import { type BatchControls, folderName, putter } from '#exchange/out/make-batch.ts';
import { type ManifestLine, manifestCsv, manifestJson } from '#exchange/out/manifest.ts';
import { paceOf } from '#exchange/out/pace.ts';
import type { FileSink } from '#exchange/out/save-to-disk.ts';
import { zipTo } from '#exchange/out/zip.ts';
import { documentText, type PrintDocument, type PrintSection } from '#exchange/print/document.ts';
import { syntheticMarks } from '#exchange/print/initials.ts';
import { myName, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { utf8 } from '#vault/bytes.ts';
import type { AccessPlan, MentionIn } from './plan-access.ts';

/** The pack as a file that is about to be made. Its name is of the reference (OUT2). */
export function accessFile(workspace: Workspace, plan: AccessPlan): OutgoingFile {
  const { subject, records } = plan;
  const [ref = ''] = subject.refs;
  const reference = folderName(workspace, subject.kind, ref);
  return {
    fileName: `footprint-access-${reference}-${dateInLondon(toInstant(workspace.now))}.zip`,
    type: 'application/zip',
    kind: 'accessPack',
    records,
    write: (sink, controls) => writeAccess(workspace, plan, reference, sink, controls),
  };
}

/** Each text as plain text and as a Word file, who else is named, and a list of the files with their hashes. */
async function writeAccess(
  workspace: Workspace,
  plan: AccessPlan,
  reference: string,
  sink: FileSink,
  { onProgress = () => {}, ...controls }: BatchControls,
): Promise<void> {
  const pace = paceOf({ nowMs: workspace.ports.nowMs, ...controls });
  const zip = zipTo(sink, pace, workspace.now);
  const manifest: ManifestLine[] = [];
  const put = putter(zip, manifest);
  const about = { reference, day: '', recordSha256: '' };
  const both = async (path: string, document: PrintDocument, kind: string, recordId: string) => {
    await put(`${path}.txt`, utf8(documentText(document)), { ...about, kind, recordId });
    await put(`${path}.docx`, await docxOf(document), { ...about, kind, recordId }, 'asItIs');
  };
  await both('what-is-in-this-pack', contents(workspace, plan), 'What is in this pack', '');
  const others = 'Other people named in this pack';
  await put('other-people-named.csv', utf8(mentionsCsv(plan.mentions)), {
    ...{ ...about, kind: others, recordId: '' },
  });
  await both('other-people-named', mentionsDocument(workspace, plan.mentions), others, '');
  let done = 0;
  for (const { path, document, kind, records, recordId } of plan.texts) {
    await both(path, document, kind, recordId);
    await pace.breathe();
    done += records;
    onProgress(done);
  }
  await zip.add('manifest.csv', utf8(manifestCsv(manifest)));
  await zip.add('manifest.json', utf8(manifestJson(manifest, workspace.now)));
  await zip.end();
}

/** How many records of each kind, in the order of the pack. */
export function countsOf({
  texts,
}: AccessPlan): readonly (readonly [kind: string, records: number])[] {
  const counts = new Map<string, number>();
  for (const { kind, records } of texts) counts.set(kind, (counts.get(kind) ?? 0) + records);
  return [...counts];
}

/** What a pack holds and what it does not, said to whoever reads it. */
export const leftOut = {
  child: [
    'The supervision file of any member of staff: sessions, notes, answers, groups and what was agreed about supervision.',
    'Other children’s own parts of a discussion of the family.',
  ],
  staff: [
    'Records of children. Where a child is told of, it is by the reference that is stored.',
    'Supervision of other people, also where this person is their supervisor.',
  ],
  both: [
    'Earlier versions of a text, kept while it was typed, and copies of what went to another device.',
    'Texts that the endpoint did not take, that a finished record did not take in, and versions that were not chosen: the page Sync has those, each to be saved to a file.',
    'What is on other devices, in the case system, in back-ups and in files that left.',
  ],
} as const;

function contents(workspace: Workspace, plan: AccessPlan): PrintDocument {
  const { subject, texts } = plan;
  const drafts = texts.filter(({ unfinished }) => unfinished !== '').length;
  return {
    ...empty(workspace, 'Access request pack'),
    header: [
      [subject.kind === 'child' ? 'Child' : 'Member of staff', subject.name || 'No name held'],
      ['Reference', subject.reference || 'Not known yet'],
      ['Made', formatDateTime(toInstant(workspace.now))],
      ['By', myName(workspace)],
    ],
    sections: [
      {
        heading: 'What is in it',
        table: {
          columns: ['Kind', 'Records'],
          rows: countsOf(plan).map(([kind, records]) => [kind, String(records)]),
        },
      },
      {
        heading: 'How to read it',
        list: [
          'It is what this device held when the pack was made. Words are as they were typed.',
          `${drafts} of the texts are drafts or working notes. Each says so first.`,
          'Other people are listed in other-people-named, with the place and the words around. Nothing is taken out: decide what may be given before you give it.',
          'Names are found of children and staff who are held here. Others, and names spelled in another way, are not: read every text.',
        ],
      },
      { heading: 'What is not in it', list: [...leftOut[subject.kind], ...leftOut.both] },
    ],
  };
}

const mentionColumns = ['Person', 'Who', 'Reference', 'File', 'Record', 'Place', 'Words around'];

const mentionRow = ({ person, path, title, place, text }: MentionIn): readonly string[] => [
  ...[person.name, person.who, person.reference, path, title, place, text],
];

export const mentionsCsv = (mentions: readonly MentionIn[]): string =>
  CSV_START + csvLines([mentionColumns, ...mentions.map(mentionRow)]);

const mentionsDocument = (workspace: Workspace, mentions: readonly MentionIn[]): PrintDocument => ({
  ...empty(workspace, 'Other people named in this pack'),
  sections:
    mentions.length === 0
      ? [{ heading: '', paragraphs: ['Nobody else who is held on this device is named in it.'] }]
      : byPerson(mentions).map(sectionOfPerson),
});

/** One after the other, each with every place: a reader decides person by person. */
function byPerson(mentions: readonly MentionIn[]): readonly (readonly MentionIn[])[] {
  const groups = new Map<string, MentionIn[]>();
  for (const mention of mentions) {
    const { name, who, reference } = mention.person;
    const key = JSON.stringify([name, who, reference]);
    groups.set(key, [...(groups.get(key) ?? []), mention]);
  }
  return [...groups.values()];
}

function sectionOfPerson(mentions: readonly MentionIn[]): PrintSection {
  const { name = '', who = '', reference = '' } = mentions[0]?.person ?? {};
  return {
    heading: name || reference,
    paragraphs: [name && reference ? `${who}. Reference: ${reference}` : who],
    table: {
      columns: ['File', 'Place', 'Words around'],
      rows: mentions.map(({ path, place, text }) => [path, place, text]),
    },
  };
}

const empty = (workspace: Workspace, title: string): PrintDocument => ({
  ...{ title, file: 'working', reference: '', header: [], sections: [], signatures: [] },
  marks: syntheticMarks(settingsOf(workspace).synthetic),
});
