import { useWorkspace } from '#storage/use-workspace.ts';
import { MissingLines, MissingSummary } from '#ui/missing-summary.tsx';
import { fieldIdOf } from './finish-places.ts';
import type { FinishRow } from './finish-row.ts';

interface RecordsMissingProps {
  /** Those that were asked for and are not ready. */
  readonly rows: readonly FinishRow[];
  readonly asked: number;
}

/** What the others still need, child by child, each line a way to its field on the session screen. */
export function RecordsMissing({ rows, asked }: RecordsMissingProps) {
  const workspace = useWorkspace();
  return (
    <MissingSummary asked={asked}>
      {rows.length > 0
        ? rows.map((row) => (
            <section key={row.id} aria-label={row.name}>
              <p>{row.name}</p>
              <MissingLines
                lines={row.missing.map(({ path, message }) => ({
                  words: message,
                  about: row.name,
                  href: `/sessions/${row.session.id}/${row.childRowId}`,
                  fieldId: fieldIdOf(workspace, row, path),
                }))}
              />
            </section>
          ))
        : undefined}
    </MissingSummary>
  );
}
