import { childLabel } from '#domain/caseload/child-label.ts';
import {
  isPrepared,
  type PreparedStatus,
  preparedStatus,
  preparedStatusWords,
} from '#domain/preparation/preparation.ts';
import { rankWords } from '#domain/preparation/worries.ts';
import type { Child } from '#domain/records/child.ts';
import { findChild, openChildren } from '#storage/caseload/caseload-reads.ts';
import { asTyped, preparedCase } from '#storage/preparation/prepared-cases.ts';
import { settingsOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import type { CaseListItem } from '#ui/case-list.tsx';
import type { PrepareRecords } from './prepare-forms.ts';

/** One open child of mine, as far as it is prepared. */
export interface PrepareItem {
  readonly rowId: string;
  readonly child: Child;
  readonly status: PreparedStatus;
  readonly depth: '' | 'brief' | 'inDepth';
  /** "1 of 3"; '' where it is not one of the greatest worries. */
  readonly worry: string;
}

export function prepareItems(
  workspace: Workspace,
  { preparation }: PrepareRecords,
): readonly PrepareItem[] {
  const { worries } = asTyped(workspace, preparation);
  return openChildren(workspace, settingsOf(workspace).me).flatMap((child) => {
    const rowId = findChild(workspace, child.ref)?.id;
    if (!rowId) return [];
    const prepared = preparedCase(workspace, preparation, child.ref);
    const { depth } = prepared.part;
    const worry = rankWords(worries, child.ref);
    return [{ rowId, child, status: preparedStatus(prepared), depth, worry }];
  });
}

/** The next child that is not prepared, after this one and round again; undefined when all are. */
export function nextToPrepare(
  items: readonly PrepareItem[],
  current: PrepareItem,
): PrepareItem | undefined {
  const at = items.findIndex(({ rowId }) => rowId === current.rowId);
  const after = [...items.slice(at + 1), ...items.slice(0, at)];
  return after.find(({ status }) => !isPrepared(status));
}

export const pageOf = (item: string): string => (item === '' ? '/prepare' : `/prepare/${item}`);

/** Every page in the order of Next and Previous: the overview, each child, then what is about me. */
export const pagesOf = (items: readonly PrepareItem[]): readonly string[] => [
  '',
  ...items.map(({ rowId }) => rowId),
  'wants',
  'away',
];

const tones = {
  notStarted: 'grey',
  inProgress: 'blue',
  ready: undefined,
  nothingToAdd: undefined,
} as const;

export function caseRows(
  items: readonly PrepareItem[],
  current: string,
  words: string,
): readonly CaseListItem[] {
  const row = (id: string, label: string, status: string): CaseListItem => ({
    id: id || 'overview',
    label,
    status,
    href: pageOf(id),
    current: id === current,
  });
  return [
    row('', 'Overview and sharing', words),
    ...items.map(({ rowId, child, status, worry }) => ({
      ...row(rowId, childLabel(child), preparedStatusWords[status]),
      tone: tones[status],
      detail: worry && `Worry ${worry}`,
    })),
    row('wants', 'What I want from supervision', 'Working notes'),
    row('away', 'Absences and wellbeing', 'Supervision file'),
  ];
}
