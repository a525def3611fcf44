import type { GroupSession } from '#domain/records/group.ts';
import { type MissingLine, MissingLines, MissingSummary } from '#ui/missing-summary.tsx';
import { type FinishRow, placeOf } from './finish-rows.ts';

interface FinishMissingProps {
  readonly group: GroupSession;
  /** The one that was asked for. */
  readonly row: FinishRow | undefined;
  readonly asked: number;
}

/** What a record still needs, each a way to its field: the fields are on other pages. */
export function FinishMissing({ group, row, asked }: FinishMissingProps) {
  const lines = linesOf(group, row);
  return (
    <MissingSummary asked={asked}>
      {lines.length > 0 ? <MissingLines lines={lines} /> : undefined}
    </MissingSummary>
  );
}

function linesOf(group: GroupSession, row: FinishRow | undefined): readonly MissingLine[] {
  if (!row) return [];
  return row.missing.map(({ path, message }) => {
    const whose = path.startsWith('group.')
      ? ''
      : `${path.startsWith('child.') ? row.name : row.item.label}: `;
    return { ...placeOf(group, row, path), words: `${whose}${message}` };
  });
}
