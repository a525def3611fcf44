import { unfinishedWords } from '#domain/access/draft.ts';
import { isInPart, partAbout } from '#domain/access/subject.ts';
import { collections } from '#domain/collections.ts';
import { parseInstant } from '#domain/dates/calendar-date.ts';
import { dayAndTime } from '#domain/preparation/preparation.ts';
import { clashWords } from '#domain/versions/clash-words.ts';
import type { Clash } from '#domain/versions/merge.ts';
import { refusedWords } from '#domain/versions/sync-words.ts';
import { kindOf } from '#exchange/access/kinds.ts';
import { storedFields } from '#exchange/access/stored-fields.ts';
import { otherWriterOf } from '#exchange/parts/version-text.tsx';
import type { PrintDocument, PrintField, PrintSection } from '#exchange/print/document.ts';
import { syntheticMarks } from '#exchange/print/initials.ts';
import { myName, settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import type { Kept, StoodBefore } from './gather-kept.ts';
import type { KeptOwner } from './kept-owners.ts';
import { placeOfPath, versionWords } from './version-words.ts';

export const KEPT_TITLE = 'Texts kept beside a record';

/** OUT10: what a file of one owner has, in words and to the letter. */
export function keptDocument(workspace: Workspace, kept: Kept, owner: KeptOwner): PrintDocument {
  const { collection, body } = kept;
  const { file } = collections[collection];
  const { name, reference, subject } = owner;
  const unfinished = unfinishedWords(collection, body);
  return {
    title: KEPT_TITLE,
    file: file === 'reference' ? 'working' : file,
    reference: '',
    marks: [
      ...syntheticMarks(settingsOf(workspace).synthetic),
      ...(unfinished === '' ? [] : [unfinished]),
      'Not a finished record: it stands beside the record that counts',
    ],
    header: [
      ['Record', kindOf(collection)],
      [owner.file === 'child' ? 'Child' : 'Member of staff', name || 'No name held'],
      ['Reference', reference || 'Not known yet'],
      ['Made', whenWords(workspace.now)],
      ['By', myName(workspace)],
    ],
    sections: [
      ...(subject ? [{ heading: '', paragraphs: [OWN_PART] }] : []),
      ...keptSections(workspace, kept, owner),
    ],
    signatures: [],
  };
}

const OWN_PART =
  'Of a text that was written for several, this has the part that is about this one, and no other.';

/** The same to be read on a page, where all of it may stand together: without an owner. */
export function keptSections(
  workspace: Workspace,
  kept: Kept,
  owner?: KeptOwner,
): readonly PrintSection[] {
  const { collection, body, open, settled } = kept;
  const subject = owner?.subject;
  const partOf = (each: object) => (subject ? partAbout(collection, each, subject) : each);
  const part = partOf(body);
  const own = <T extends { readonly path: string }>(all: readonly T[], of = part): readonly T[] =>
    subject ? all.filter(({ path }) => of && isInPart(of, path)) : all;
  const words = (path: string, value: unknown) =>
    versionWords(workspace, collection, { body, path, value });
  const two = (clash: Clash): readonly PrintField[] => {
    const said = clashWords(clash, otherWriterOf(workspace, clash));
    return [
      [saidOf(said.mine, said.mineWritten), words(clash.path, clash.ours)],
      [saidOf(said.other, said.otherWritten), words(clash.path, clash.theirs)],
    ];
  };
  const place = ({ path }: { readonly path: string }) => placeOfPath(workspace, collection, path);
  return [
    ...notTakenSections(workspace, kept, partOf),
    ...own(open).map((clash) => ({
      heading: `Two versions: ${place(clash)}`,
      paragraphs: ['Nobody has chosen between them yet.'],
      fields: two(clash),
    })),
    ...own(settled).map((clash) => ({
      heading: `From before a choice between two versions: ${place(clash)}`,
      fields: two(clash),
    })),
    ...kept.before.flatMap((before) => {
      const texts = own(before.texts, partOf(before.body));
      return texts.length === 0
        ? []
        : [
            {
              heading: beforeWords(before),
              fields: texts.map((each): PrintField => [place(each), words(each.path, each.text)]),
            },
          ];
    }),
  ];
}

function notTakenSections(
  workspace: Workspace,
  { collection, notTaken }: Kept,
  partOf: (body: object) => object | undefined,
): readonly PrintSection[] {
  const part = notTaken && partOf(notTaken.body);
  if (!notTaken || !part) return [];
  const { clashes, ...fields } = part as { readonly clashes?: unknown }; // said for themselves
  const when = whenWords(notTaken.at);
  return [
    {
      heading: 'The endpoint did not take this',
      paragraphs: [refusedWords(notTaken.code), ...(when === '' ? [] : [`Not taken on ${when}.`])],
      fields: storedFields(workspace, collection, fields),
    },
  ];
}

function beforeWords({ where, at }: StoodBefore): string {
  const when = whenWords(at);
  if (where === 'endpoint')
    return `Not kept in the record. The endpoint has it${when === '' ? '' : ` since ${when}`}`;
  if (where === 'beside')
    return `Not in the finished record${when === '' ? '' : `, saved on ${when}`}`;
  return `Stood here before another version came${when === '' ? '' : `, saved on ${when}`}`;
}

/** "Yours, on this device, written on 20 November 2026 at 4:02pm". */
const saidOf = (whose: string, written: string): string =>
  written === '' ? whose : `${whose}, ${written.charAt(0).toLowerCase()}${written.slice(1)}`;

function whenWords(at: string): string {
  const moment = parseInstant(at);
  return moment ? dayAndTime(moment) : '';
}
